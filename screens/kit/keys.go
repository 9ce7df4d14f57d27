package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// HandOn gives a key that concerns the whole window (Esc, F1) to the window,
// and tells whether it did. Fyne asks only the widget that has the keyboard, so
// every widget of the kit that can have it hands these keys on.
func HandOn(widget fyne.CanvasObject, key *fyne.KeyEvent) bool {
	if key.Name != fyne.KeyEscape && key.Name != fyne.KeyF1 {
		return false
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(widget); c != nil {
		if typed := c.OnTypedKey(); typed != nil {
			typed(key)
			return true
		}
	}
	return false
}

// handOnShortcut gives a shortcut that a widget does not know to the window it
// is in, and tells whether it did.
func handOnShortcut(window fyne.Canvas, shortcut fyne.Shortcut) bool {
	if _, own := shortcut.(*desktop.CustomShortcut); !own {
		return false
	}
	taker, ok := window.(fyne.Shortcutable)
	if ok {
		taker.TypedShortcut(shortcut)
	}
	return ok
}
