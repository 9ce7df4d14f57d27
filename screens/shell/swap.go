package shell

import (
	"context"

	"synlig/data/fault"
	"synlig/data/store"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// Swap puts another workspace under the window: every room's text is saved and
// the rooms are closed, swap runs beside the window, and the rooms are made
// anew on the store it gives, also when it gives an error with it. done is told
// how it went, nil may be given.
func (w *Window) Swap(title string, swap func(ctx context.Context) (*store.Store, error), done func(error)) {
	if w.working() {
		return
	}
	if err := w.saveAll(); err != nil {
		w.Fail(err)
		return
	}
	key := w.front.page.Key()
	w.stop()
	w.closeRooms()
	w.rooms, w.front = nil, nil
	wait := w.openSheet(title, dialogWidth, kit.NewText(words.Text("shell.one-moment")))
	wait.locked = true
	w.swapping = true
	go func() {
		var next *store.Store
		err := sheltered(func() (err error) {
			next, err = swap(context.Background())
			return err
		})
		w.do(func() {
			defer kit.Catch()
			w.swapping = false
			wait.close()
			if next != nil {
				w.office = next
			}
			w.findPerson()
			w.furnish()
			w.watch()
			w.Show(key)
			if err != nil {
				w.Fail(err)
			}
			if done != nil {
				done(err)
			}
		})
	}()
}

// working tells whether something is still being done, and then tells the
// person that it has to end first.
func (w *Window) working() bool {
	if len(w.jobs) > 0 {
		w.Fail(fault.New("still-working"))
		return true
	}
	return false
}
