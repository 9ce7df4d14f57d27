package shell

import (
	"context"

	"fyne.io/fyne/v2"
)

// watch lets the rooms read again after a colleague saved: the one in front at
// once, the others when they are next shown.
func (w *Window) watch() {
	ctx, stop := context.WithCancel(context.Background())
	w.stop = stop
	w.office.Watch(ctx, func() {
		fyne.Do(func() {
			if w.closed {
				return
			}
			w.reloadAll()
			w.Refresh()
		})
	})
}
