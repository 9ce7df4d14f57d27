package shell

import (
	"context"

	"synlig/screens/kit"
)

// watch lets the rooms read again after a colleague saved: the one in front at
// once, the others when they are next shown. Our own saves need no reading.
func (w *Window) watch() {
	ctx, stop := context.WithCancel(context.Background())
	w.stop = stop
	changes := w.office.Watch(ctx)
	go func() {
		for change := range changes {
			if change.Foreign {
				w.do(func() { w.colleagueSaved(ctx) })
			}
		}
	}()
}

func (w *Window) colleagueSaved(ctx context.Context) {
	defer kit.Catch()
	if ctx.Err() == nil { // else it was about a workspace that is no longer open
		w.reloadAll()
		w.Refresh()
	}
}
