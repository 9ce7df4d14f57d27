package shell

import (
	"synlig/screens/kit"

	"fyne.io/fyne/v2"
)

// listenKeys takes the keys that concern the whole window: Esc and F1, which
// Fyne gives to the widget with the keyboard and the kit hands on, and the
// shortcuts' second keys.
func (w *Window) listenKeys() {
	w.Canvas().SetOnTypedKey(func(key *fyne.KeyEvent) {
		defer kit.Catch()
		switch key.Name {
		case fyne.KeyEscape:
			w.escape()
		case fyne.KeyF1:
			if !w.dialogOpen() {
				w.ToggleHelp()
			}
		}
	})
	for _, s := range shortcuts() {
		for _, key := range s.also {
			w.Canvas().AddShortcut(key, func(fyne.Shortcut) { w.trigger(s) })
		}
	}
}

// escape closes what is on top: a list that is open, a dialog, the help, the
// message in the status line.
func (w *Window) escape() {
	overlays := w.Canvas().Overlays()
	switch top := overlays.Top(); {
	case top != nil && len(overlays.List()) > len(w.sheets):
		closeForeign(top, overlays)
	case len(w.sheets) > 0:
		w.sheets[len(w.sheets)-1].escape()
	case w.help.Visible():
		w.closeHelp()
	default:
		w.Canvas().Unfocus()
		w.Say("", "", nil)
	}
}

// closeForeign closes an overlay of Fyne's own: an open list closes itself when
// it is clicked beside; anything else is taken away.
func closeForeign(top fyne.CanvasObject, overlays fyne.OverlayStack) {
	if t, ok := top.(fyne.Tappable); ok {
		t.Tapped(&fyne.PointEvent{})
	}
	if overlays.Top() == top {
		overlays.Remove(top)
	}
}
