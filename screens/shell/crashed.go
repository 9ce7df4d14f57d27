package shell

import (
	"synlig/screens/words"

	"fyne.io/fyne/v2"
)

// Crashed tells with a quiet line that the program ended on a mistake last
// time; report is what support needs, to be copied.
func (w *Window) Crashed(report string) {
	w.Say(words.Text("shell.crashed"), words.Text("shell.copy-details"), func() {
		w.app.Clipboard().SetContent(report)
		w.Say(words.Text("shell.crashed-copied"), "", nil)
	})
}

// AlreadyOpen tells that the window is open, where the system lets no program
// put its window in front by itself.
func (w *Window) AlreadyOpen() {
	w.app.SendNotification(fyne.NewNotification(words.Text("shell.program"), words.Text("shell.already-open")))
}
