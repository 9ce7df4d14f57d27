package shell

import (
	"context"
	"math"
	"runtime/debug"
	"sync/atomic"
	"time"

	"synlig/data/fault"
	"synlig/screens/kit"
	"synlig/screens/report"
)

// busyAfter is how long work may last before a bar is shown for it.
const busyAfter = 300 * time.Millisecond

// job is work that runs beside the window.
type job struct {
	title  string
	cancel context.CancelFunc
	bits   atomic.Uint64 // share done, as a float64's bits
	queued atomic.Bool   // an update of the bar is on its way

	stopping bool // a person pressed Stop; on the UI goroutine
}

func (j *job) share() float64 { return math.Float64frombits(j.bits.Load()) }

// report keeps the share done, 0 to 1.
func (j *job) report(share float64) { j.bits.Store(math.Float64bits(min(max(share, 0), 1))) }

// Work does something long beside the window. After 300 ms the status line
// shows title, a bar and "Stop", which ends ctx. progress takes the share done,
// 0 to 1, from any goroutine. done is called on the UI goroutine when work has
// ended, with its error; stopped work gives context.Canceled, of which Fail
// makes a quiet line. A panic in work comes as an internal fault.
func (w *Window) Work(title string, work func(ctx context.Context, progress func(float64)) error, done func(error)) {
	ctx, cancel := context.WithCancel(context.Background())
	j := &job{title: title, cancel: cancel}
	w.jobs[j] = true
	stopTimer := w.after(busyAfter, func() {
		if w.jobs[j] {
			w.status.showJob(j)
		}
	})
	progress := func(share float64) {
		j.report(share)
		if j.queued.CompareAndSwap(false, true) {
			w.do(func() {
				j.queued.Store(false)
				if w.status.shown == j {
					w.status.showShare()
				}
			})
		}
	}
	go func() {
		err := sheltered(func() error { return work(ctx, progress) })
		if err == nil {
			err = ctx.Err() // stopped at the last moment: what came is not to be used
		}
		w.do(func() {
			stopTimer()
			cancel()
			w.workEnded(j)
			if done != nil && !w.closed {
				defer kit.Catch()
				done(err)
			}
		})
	}()
}

// workEnded takes a job off the status line and shows another that still runs.
func (w *Window) workEnded(j *job) {
	delete(w.jobs, j)
	if w.status.shown != j {
		return
	}
	w.status.showJob(nil)
	for other := range w.jobs {
		w.status.showJob(other)
		break
	}
}

// sheltered runs work and makes an internal fault of a panic.
func sheltered(work func() error) (err error) {
	defer func() {
		if value := recover(); value != nil {
			err = fault.Wrap(report.NewPanic(value, debug.Stack()), fault.Internal)
		}
	}()
	return work()
}
