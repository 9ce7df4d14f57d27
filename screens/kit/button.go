package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Button is Fyne's button with what people expect of one: Enter presses it,
// the keyboard shows as a ring round it, and Esc and F1 reach the window.
type Button struct {
	widget.Button
	// OnFocus, when set, is told when the button gets (true) or loses the keyboard.
	OnFocus func(has bool)

	focused bool
}

// NewButton is a button with a verb on it; icon may be nil.
func NewButton(verb string, icon fyne.Resource, tapped func()) *Button {
	b := &Button{}
	b.Text, b.Icon, b.OnTapped = verb, icon, tapped
	b.ExtendBaseWidget(b)
	return b
}

// NewMainButton is the one button of a screen or dialog that stands out.
func NewMainButton(verb string, icon fyne.Resource, tapped func()) *Button {
	b := NewButton(verb, icon, tapped)
	b.Importance = widget.HighImportance
	return b
}

// NewQuietButton is a button without a ground, for what is rarely needed.
func NewQuietButton(verb string, icon fyne.Resource, tapped func()) *Button {
	b := NewButton(verb, icon, tapped)
	b.Importance = widget.LowImportance
	return b
}

// Tapped presses the button.
func (b *Button) Tapped(at *fyne.PointEvent) {
	defer Catch()
	b.Button.Tapped(at)
}

// TypedKey presses the button on Enter too.
func (b *Button) TypedKey(key *fyne.KeyEvent) {
	switch {
	case HandOn(b, key):
	case key.Name == fyne.KeyReturn || key.Name == fyne.KeyEnter || key.Name == fyne.KeySpace:
		b.press()
	default:
		b.Button.TypedKey(key)
	}
}

// press presses the button for somebody who has no mouse: unless something else
// gets the keyboard then, the button keeps it. (Fyne takes it away, and Tab would
// begin at the window's first button again.)
func (b *Button) press() {
	c := fyne.CurrentApp().Driver().CanvasForObject(b)
	if c == nil {
		b.Tapped(nil)
		return
	}
	over := c.Overlays().Top()
	b.Tapped(nil)
	if c.Focused() == nil && c.Overlays().Top() == over && b.Visible() && !b.Disabled() &&
		fyne.CurrentApp().Driver().CanvasForObject(b) == c {
		c.Focus(b)
	}
}

// FocusGained shows the ring.
func (b *Button) FocusGained() {
	b.focused = true
	b.Button.FocusGained()
	if b.OnFocus != nil {
		b.OnFocus(true)
	}
}

// FocusLost hides the ring.
func (b *Button) FocusLost() {
	b.focused = false
	b.Button.FocusLost()
	if b.OnFocus != nil {
		b.OnFocus(false)
	}
}

// Cursor is a hand, as on every link and button people know.
func (b *Button) Cursor() desktop.Cursor {
	if b.Disabled() {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// CreateRenderer is Fyne's own with the ring on top.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	b.ExtendBaseWidget(b)
	r := NewRinged(b.Button.CreateRenderer(), func() bool { return b.focused })
	r.onAccent = func() bool { return b.Importance == widget.HighImportance }
	return r
}

// Ringed is a renderer with a ring round it while a widget has the keyboard.
type Ringed struct {
	fyne.WidgetRenderer
	ring     *canvas.Rectangle
	focused  func() bool
	onAccent func() bool // the ring lies on the accent, where it must be another colour
}

// NewRinged puts a ring round what inner draws while focused says so.
func NewRinged(inner fyne.WidgetRenderer, focused func() bool) *Ringed {
	r := &Ringed{WidgetRenderer: inner, ring: canvas.NewRectangle(nil), focused: focused, onAccent: func() bool { return false }}
	r.dress()
	return r
}

func (r *Ringed) dress() {
	r.ring.StrokeColor = theme.Color(ColorRing)
	if r.onAccent() {
		r.ring.StrokeColor = theme.Color(ColorOnAccent)
	}
	r.ring.StrokeWidth = 2
	r.ring.CornerRadius = theme.Size(theme.SizeNameButtonRadius) - r.inset()
	r.ring.Hidden = !r.focused()
}

// Layout gives both the whole size; the ring stays inside, or it would be cut.
func (r *Ringed) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.ring.Move(fyne.NewSquareOffsetPos(r.inset()))
	r.ring.Resize(size.SubtractWidthHeight(2*r.inset(), 2*r.inset()))
}

// inset is how far the ring lies within: on the accent a little further, so
// that the button's own colour frames it.
func (r *Ringed) inset() float32 {
	if r.onAccent() {
		return 3
	}
	return 1
}

// Refresh shows or hides the ring.
func (r *Ringed) Refresh() {
	r.dress()
	r.ring.Refresh()
	r.WidgetRenderer.Refresh()
}

// Objects are what is drawn, the ring last.
func (r *Ringed) Objects() []fyne.CanvasObject {
	objects := r.WidgetRenderer.Objects()
	return append(objects[:len(objects):len(objects)], r.ring)
}
