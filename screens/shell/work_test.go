package shell

import (
	"context"
	"errors"
	"testing"

	"synlig/data/fault"
	"synlig/screens/words"

	"fyne.io/fyne/v2/test"
)

// outcome is what done was told, and how often.
type outcome struct {
	err   error
	times int
}

func (o *outcome) done(err error) { o.err, o.times = err, o.times+1 }

// wait lets the UI goroutine run until done was told.
func (o *outcome) wait() error {
	times := o.times
	ui.until(func() bool { return o.times > times })
	return o.err
}

func TestWorkShowsABarOnlyWhenItLasts(t *testing.T) {
	w, _ := open(t)
	tm, ended := &timer{}, &outcome{}
	w.after = tm.after
	started, let := make(chan bool), make(chan bool)
	w.Work("Skriver bilag", func(_ context.Context, progress func(float64)) error {
		progress(0.25)
		started <- true
		<-let
		return nil
	}, ended.done)
	<-started
	if w.status.work.Visible() {
		t.Error("the bar shows at once")
	}
	tm.fire()
	if !w.status.work.Visible() || w.status.doing.Text != "Skriver bilag · 25 %" || w.status.bar.Value != 0.25 {
		t.Errorf("bar visible: %v, %q, %g", w.status.work.Visible(), w.status.doing.Text, w.status.bar.Value)
	}
	let <- true
	if err := ended.wait(); err != nil {
		t.Error(err)
	}
	if w.status.work.Visible() || len(w.jobs) != 0 || !tm.stopped {
		t.Error("the bar stays after the work, or its timer runs on")
	}
	tm.fire() // a timer that fired in the very moment
	if w.status.work.Visible() {
		t.Error("a late timer shows the bar of finished work")
	}
}

func TestTheBarFollowsTheWork(t *testing.T) {
	w, _ := open(t)
	tm, ended := &timer{}, &outcome{}
	w.after = tm.after
	let := make(chan float64)
	w.Work("Skriver", func(_ context.Context, progress func(float64)) error {
		for share := range let {
			progress(share)
		}
		return nil
	}, ended.done)
	tm.fire()
	for _, share := range []float64{0.5, 0.75} {
		let <- share
		ui.until(func() bool { return w.status.bar.Value == share })
	}
	close(let)
	ended.wait()
}

func TestOfTwoWorksTheOtherIsShownWhenOneEnds(t *testing.T) {
	w, _ := open(t)
	var timers [2]timer
	var ends [2]outcome
	var lets [2]chan bool
	for i, title := range []string{"Første", "Anden"} {
		lets[i] = make(chan bool)
		w.after = timers[i].after
		w.Work(title, func(context.Context, func(float64)) error { <-lets[i]; return nil }, ends[i].done)
		timers[i].fire()
	}
	if w.status.doing.Text != "Anden" {
		t.Errorf("shown is %q", w.status.doing.Text)
	}
	lets[1] <- true
	ends[1].wait()
	if w.status.doing.Text != "Første" || !w.status.work.Visible() {
		t.Errorf("shown is %q", w.status.doing.Text)
	}
	lets[0] <- true
	ends[0].wait()
	if w.status.work.Visible() {
		t.Error("the bar stays")
	}
}

func TestStopEndsTheWorkAndSaysSoQuietly(t *testing.T) {
	w, _ := open(t)
	tm, ended := &timer{}, &outcome{}
	w.after = tm.after
	w.Work("Skriver bilag", func(ctx context.Context, _ func(float64)) error {
		<-ctx.Done()
		return ctx.Err()
	}, ended.done)
	tm.fire()
	test.Tap(w.status.stop)
	if w.status.doing.Text != words.Text("shell.stopping") {
		t.Errorf("the line says %q", w.status.doing.Text)
	}
	err := ended.wait()
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("done got %v", err)
	}
	w.Fail(err)
	if w.dialogOpen() || w.status.message.Text != words.Text("shell.stopped") {
		t.Error("stopped work is told as a failure")
	}
}

func TestWorkThatFailsOrPanicsTellsDone(t *testing.T) {
	w, _ := open(t)
	w.after = (&timer{}).after
	ended := &outcome{}
	w.Work("a", func(context.Context, func(float64)) error { return fault.New("file-gone") }, ended.done)
	if err := ended.wait(); !fault.Is(err, "file-gone") {
		t.Errorf("done got %v", err)
	}
	w.Work("b", func(context.Context, func(float64)) error { panic("i arbejdet") }, ended.done)
	if err := ended.wait(); !fault.Is(err, fault.Internal) {
		t.Errorf("done got %v", err)
	}
}

func TestWorkStoppedAtTheLastMomentCountsAsStopped(t *testing.T) {
	w, _ := open(t)
	tm, ended := &timer{}, &outcome{}
	w.after = tm.after
	let := make(chan bool)
	w.Work("a", func(context.Context, func(float64)) error { <-let; return nil }, ended.done)
	tm.fire()
	test.Tap(w.status.stop)
	let <- true
	if err := ended.wait(); !errors.Is(err, context.Canceled) {
		t.Errorf("done got %v", err)
	}
}

func TestProgressStaysWithinItsBounds(t *testing.T) {
	j := &job{}
	for _, c := range [][2]float64{{-1, 0}, {0.5, 0.5}, {7, 1}} {
		j.report(c[0])
		if got := j.share(); got != c[1] {
			t.Errorf("progress %g shows as %g, want %g", c[0], got, c[1])
		}
	}
}
