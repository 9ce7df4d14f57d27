package shell

import (
	"context"
	"errors"
	"testing"

	"synlig/data/fault"
	"synlig/screens/words"

	"fyne.io/fyne/v2/test"
)

func TestWorkShowsABarOnlyWhenItLasts(t *testing.T) {
	w, _ := open(t)
	tm := &timer{}
	w.after = tm.after
	started, let, ended := make(chan bool), make(chan bool), make(chan error)
	w.Work("Skriver bilag", func(_ context.Context, progress func(float64)) error {
		progress(0.25)
		started <- true
		<-let
		return nil
	}, func(err error) { ended <- err })
	<-started
	if w.status.work.Visible() {
		t.Error("the bar shows at once")
	}
	tm.fire()
	if !w.status.work.Visible() || w.status.doing.Text != "Skriver bilag · 25 %" || w.status.bar.Value != 0.25 {
		t.Errorf("bar visible: %v, %q, %g", w.status.work.Visible(), w.status.doing.Text, w.status.bar.Value)
	}
	let <- true
	if err := <-ended; err != nil {
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

func TestStopEndsTheWorkAndSaysSoQuietly(t *testing.T) {
	w, _ := open(t)
	tm := &timer{}
	w.after = tm.after
	ended := make(chan error)
	w.Work("Skriver bilag", func(ctx context.Context, _ func(float64)) error {
		<-ctx.Done()
		return ctx.Err()
	}, func(err error) { ended <- err })
	tm.fire()
	test.Tap(w.status.stop)
	err := <-ended
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
	ended := make(chan error)
	done := func(err error) { ended <- err }
	w.Work("a", func(context.Context, func(float64)) error { return fault.New("file-gone") }, done)
	if err := <-ended; !fault.Is(err, "file-gone") {
		t.Errorf("done got %v", err)
	}
	w.Work("b", func(context.Context, func(float64)) error { panic("i arbejdet") }, done)
	if err := <-ended; !fault.Is(err, fault.Internal) {
		t.Errorf("done got %v", err)
	}
}

func TestWorkStoppedAtTheLastMomentCountsAsStopped(t *testing.T) {
	w, _ := open(t)
	tm := &timer{}
	w.after = tm.after
	let, ended := make(chan bool), make(chan error)
	w.Work("a", func(context.Context, func(float64)) error { <-let; return nil }, func(err error) { ended <- err })
	tm.fire()
	test.Tap(w.status.stop)
	let <- true
	if err := <-ended; !errors.Is(err, context.Canceled) {
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
