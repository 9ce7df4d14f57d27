package shell

import (
	"errors"

	"synlig/screens/words"
)

// Quit closes the window after saving every room's text. It asks only when
// that fails, or when work is still running.
func (w *Window) Quit() {
	if w.swapping {
		return // the moment passes, and then there is a workspace to save to
	}
	if err := w.saveAll(); err != nil {
		w.log.Error("saving before closing", "error", err)
		w.Ask(words.Text("shell.unsaved-title"),
			words.Fault(err)+"\n\n"+words.Text("shell.unsaved-text"),
			words.Text("shell.unsaved-verb"), w.shut)
		return
	}
	if len(w.jobs) > 0 {
		w.Ask(words.Text("shell.working-title"), words.Text("shell.working-text"),
			words.Text("shell.working-verb"), w.shut)
		return
	}
	w.shut()
}

// saveAll saves the rooms that hold unsaved text. One that fails does not keep
// the others from being saved; a panic counts as a failure.
func (w *Window) saveAll() error {
	var failures []error
	for _, r := range w.rooms {
		if s, ok := r.page.(Saver); ok && r.content != nil {
			failures = append(failures, sheltered(func() error {
				if !s.Unsaved() {
					return nil
				}
				return s.Save()
			}))
		}
	}
	return errors.Join(failures...)
}
