package shell

import (
	"synlig/screens/kit"

	"fyne.io/fyne/v2"
)

// OnDrop says what the room that is being built does with files that are
// dropped anywhere on the window while it is in front. Outside Build it is the
// room in front.
func (w *Window) OnDrop(take func(paths []string)) {
	switch {
	case w.making != nil:
		w.making.drop = take
	case w.front != nil:
		w.front.drop = take
	}
}

func (w *Window) dropped(_ fyne.Position, uris []fyne.URI) {
	defer kit.Catch()
	if w.front == nil || w.front.drop == nil || w.dialogOpen() {
		return
	}
	var paths []string
	for _, uri := range uris {
		if uri.Scheme() == "file" {
			paths = append(paths, uri.Path())
		}
	}
	if len(paths) > 0 {
		w.front.drop(paths)
	}
}
