package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

// markedField is the field within a MarkedEntry: Fyne's, of which every letter's
// place can be told, and in which stretches can be chosen and replaced.
type markedField struct {
	Entry
	in       *MarkedEntry
	filling  bool // the program fills the field, nobody writes
	readOnly bool
	began    bool // something was chosen once, see letGo
}

func newMarkedField(in *MarkedEntry, hint string) *markedField {
	f := &markedField{in: in}
	f.PlaceHolder, f.MultiLine, f.Wrapping = hint, true, fyne.TextWrapWord
	f.Entry.Entry.OnChanged = func(text string) {
		if !f.filling {
			in.changed(text)
		}
	}
	f.OnCursorChanged = func() {
		if !f.filling {
			in.caretMoved()
		}
	}
	f.OnFocus = func(has bool) {
		in.focused = has
		in.Refresh()
		if in.OnFocus != nil {
			in.OnFocus(has)
		}
	}
	f.ExtendBaseWidget(f)
	return f
}

// CreateRenderer is Fyne's own: the ring lies round the whole MarkedEntry.
func (f *markedField) CreateRenderer() fyne.WidgetRenderer {
	f.ExtendBaseWidget(f)
	return f.Entry.Entry.CreateRenderer()
}

// fill puts a text in that nobody wrote.
func (f *markedField) fill(text string) {
	f.filling = true
	defer func() { f.filling = false }()
	f.letGo()
	f.CursorRow, f.CursorColumn = 0, 0
	f.SetText(text)
}

// letGo chooses nothing any more. Fyne remembers where a choice began even when
// the text is another, and would choose from there to the caret.
func (f *markedField) letGo() {
	if f.SelectedText() != "" || f.began {
		f.Entry.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
		f.began = false
	}
}

// TypedRune writes, where that is allowed.
func (f *markedField) TypedRune(r rune) {
	if !f.readOnly {
		f.Entry.TypedRune(r)
	}
}

// TypedKey leaves out the keys that change a text which can only be read.
func (f *markedField) TypedKey(key *fyne.KeyEvent) {
	if f.readOnly {
		switch key.Name {
		case fyne.KeyBackspace, fyne.KeyDelete, fyne.KeyReturn, fyne.KeyEnter:
			return
		}
	}
	f.Entry.TypedKey(key)
}

// TypedShortcut leaves out what changes a text which can only be read.
func (f *markedField) TypedShortcut(s fyne.Shortcut) {
	if f.readOnly {
		switch s := s.(type) {
		case *fyne.ShortcutCut, *fyne.ShortcutPaste, *fyne.ShortcutUndo, *fyne.ShortcutRedo:
			return
		case *desktop.CustomShortcut:
			if s.KeyName == fyne.KeyBackspace || s.KeyName == fyne.KeyDelete {
				return
			}
		}
	}
	f.Entry.TypedShortcut(s)
}

// choose selects the letters [from, to): the caret to one end, then, as with
// Shift held, to the other.
func (f *markedField) choose(from, to int) {
	letters := len([]rune(f.Text))
	from = min(max(from, 0), letters)
	to = min(max(to, from), letters)
	f.filling = true
	defer func() { f.filling = false }()
	f.letGo()
	f.PutCaret(from)
	if from < to {
		f.began = true
		shift := &fyne.KeyEvent{Name: desktop.KeyShiftLeft}
		f.Entry.Entry.KeyDown(shift)
		f.Entry.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
		f.PutCaret(to)
		f.Entry.Entry.Refresh()
		f.Entry.Entry.KeyUp(shift)
	}
	f.Refresh()
}

// replace writes text over the letters [from, to), as by pasting it.
func (f *markedField) replace(from, to int, text string) {
	f.choose(from, to)
	switch {
	case text != "":
		f.paste(text)
	case from < to:
		f.Entry.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	}
}

func (f *markedField) paste(text string) {
	f.Entry.Entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: &slip{text}})
}

// slip is a clipboard of our own, so that the person's stays as it is.
type slip struct{ text string }

func (s *slip) Content() string        { return s.text }
func (s *slip) SetContent(text string) { s.text = text }

// borderless is the theme in use without a line round fields: the MarkedEntry
// draws its own.
type borderless struct{}

func inUse() fyne.Theme { return fyne.CurrentApp().Settings().Theme() }

func (borderless) Size(n fyne.ThemeSizeName) float32 {
	if n == theme.SizeNameInputBorder {
		return 0
	}
	return inUse().Size(n)
}

func (borderless) Color(n fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	return inUse().Color(n, v)
}
func (borderless) Font(s fyne.TextStyle) fyne.Resource     { return inUse().Font(s) }
func (borderless) Icon(n fyne.ThemeIconName) fyne.Resource { return inUse().Icon(n) }

// markedBody gives the field its width beside the gutter and the height of its
// text, so that it never scrolls by itself.
type markedBody struct{ in *MarkedEntry }

func (l *markedBody) width(size fyne.Size) float32 { return size.Width - Scaled(l.in.gutter) }

func (l *markedBody) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	f := l.in.field
	f.filling = true // what the field tells while it is laid out nobody wrote
	objects[0].Resize(fyne.NewSize(l.width(size), max(size.Height, l.in.textHeight())))
	f.filling = false
	objects[1].Resize(size)
}

func (l *markedBody) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(1, l.in.textHeight())
}
