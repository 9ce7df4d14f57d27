package kit

import (
	"time"

	"fyne.io/fyne/v2"
)

// Aside runs work in a goroutine of its own and done on the UI goroutine: how
// rooms read and write without the window standing still.
func Aside(work, done func()) {
	go func() {
		work()
		fyne.Do(done)
	}()
}

// Later runs f on the UI goroutine when d has passed, unless it is stopped.
func Later(d time.Duration, f func()) (stop func()) {
	t := time.AfterFunc(d, func() { fyne.Do(f) })
	return func() { t.Stop() }
}
