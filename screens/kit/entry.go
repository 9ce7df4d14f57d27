package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Entry is Fyne's text field with what people expect of one: Tab goes on to the
// next field, and the window's keys (Esc, F1, Ctrl+…) reach the window.
type Entry struct {
	widget.Entry
	// OnEscape, when set, is asked first; it tells whether it used the key.
	OnEscape func() bool
	// OnFocus, when set, is told when the field gets (true) or loses the keyboard.
	OnFocus func(has bool)

	focused bool
}

// NewEntry is a field of one line with a hint of what belongs in it.
func NewEntry(hint string) *Entry {
	e := &Entry{}
	e.PlaceHolder = hint
	e.ExtendBaseWidget(e)
	return e
}

// NewTextEntry is a field of several lines that wraps words.
func NewTextEntry(hint string) *Entry {
	e := NewEntry(hint)
	e.MultiLine = true
	e.Wrapping = fyne.TextWrapWord
	return e
}

// AcceptsTab says no: Tab moves on, also out of a field of several lines.
func (e *Entry) AcceptsTab() bool { return false }

// TypedKey hands Esc and F1 on.
func (e *Entry) TypedKey(key *fyne.KeyEvent) {
	defer Catch()
	if key.Name == fyne.KeyEscape && e.OnEscape != nil && e.OnEscape() || HandOn(e, key) {
		return
	}
	e.Entry.TypedKey(key)
}

// TypedRune takes a character.
func (e *Entry) TypedRune(r rune) {
	defer Catch()
	e.Entry.TypedRune(r)
}

// TypedShortcut takes cut, copy, paste and the like, and hands the window's on.
func (e *Entry) TypedShortcut(shortcut fyne.Shortcut) {
	defer Catch()
	if !e.knows(shortcut) && handOnShortcut(fyne.CurrentApp().Driver().CanvasForObject(e), shortcut) {
		return
	}
	e.Entry.TypedShortcut(shortcut)
}

// knows tells whether Fyne's field does something at a shortcut with Ctrl or
// Alt: it moves by words and deletes them.
func (e *Entry) knows(shortcut fyne.Shortcut) bool {
	key, ok := shortcut.(fyne.KeyboardShortcut)
	if !ok {
		return true
	}
	switch key.Key() {
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown, fyne.KeyHome, fyne.KeyEnd,
		fyne.KeyBackspace, fyne.KeyDelete, fyne.KeyReturn, fyne.KeyEnter:
		return true
	}
	return false
}

// FocusGained tells OnFocus.
func (e *Entry) FocusGained() {
	defer Catch()
	e.focused = true
	e.Entry.FocusGained()
	if e.OnFocus != nil {
		e.OnFocus(true)
	}
}

// FocusLost tells OnFocus.
func (e *Entry) FocusLost() {
	defer Catch()
	e.focused = false
	e.Entry.FocusLost()
	if e.OnFocus != nil {
		e.OnFocus(false)
	}
}

// CreateRenderer is Fyne's own with the ring on top.
func (e *Entry) CreateRenderer() fyne.WidgetRenderer {
	e.ExtendBaseWidget(e)
	return NewRinged(e.Entry.CreateRenderer(), func() bool { return e.focused })
}
