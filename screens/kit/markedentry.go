package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Underline is a stretch of a MarkedEntry's text that something is said about.
// A grave one has two lines under it, others one: the shape tells, the colour
// is extra.
type Underline struct {
	From, To int // in letters (runes) of the text
	Grave    bool
}

// EdgeMark is a place in a MarkedEntry's text that its edge names: a tick in the
// text and a few words beside it.
type EdgeMark struct {
	At   int // the letter before which it stands
	Text string
}

// MarkedEntry is a text field that is as high as its text, up to a limit, with
// lines under some of its words, ticks that its edge names, and a line of words
// in its lower edge. What is marked is decided by who uses it.
type MarkedEntry struct {
	widget.BaseWidget
	// OnChanged is told of every change a person makes, and of no other.
	OnChanged func(text string)
	// OnFocus is told when the field gets (true) or loses the keyboard.
	OnFocus func(has bool)
	// OnBeyond takes what is scrolled further than the text goes; nil drops it.
	OnBeyond func(*fyne.ScrollEvent)
	// OnHeight is told when the field wants another height, for what lies under it.
	OnHeight func()
	// OnCaret is told where the line with the caret stands, from the field's top.
	OnCaret func(top, bottom float32)

	field   *markedField
	cover   *markedCover
	body    *fyne.Container
	scroll  *container.Scroll
	edge    *widget.Label
	least   int // lines it is high at least
	most    int // and at most
	gutter  float32
	last    string // the text as the underlines know it
	lines   []Underline
	marks   []EdgeMark
	lit     Underline // shown on a ground; empty for none
	tall    float32   // the height last wanted
	focused bool
}

// NewMarkedEntry is an empty field between least and most lines high. hint says
// what belongs in it; gutter is the room for the words of its EdgeMarks, at
// scale 1.
func NewMarkedEntry(hint string, least, most int, gutter float32) *MarkedEntry {
	e := &MarkedEntry{least: least, most: most, gutter: gutter}
	e.field = newMarkedField(e, hint)
	e.cover = &markedCover{entry: e}
	e.cover.ExtendBaseWidget(e.cover)
	e.scroll = container.NewVScroll(nil)
	e.field.filling = true // nobody writes while it is dressed
	e.body = container.New(&markedBody{e}, container.NewThemeOverride(e.field, borderless{}), e.cover)
	e.field.filling = false
	e.scroll.Content = e.body
	e.edge = NewQuiet("")
	e.edge.SizeName = theme.SizeNameCaptionText
	e.ExtendBaseWidget(e)
	return e
}

// Text is what is written in it.
func (e *MarkedEntry) Text() string { return e.field.Text }

// SetText puts another text in, of which OnChanged is not told. What could be
// taken back before cannot any more.
func (e *MarkedEntry) SetText(text string) {
	if text == e.field.Text {
		return
	}
	e.lines, e.marks, e.lit, e.last = nil, nil, Underline{}, text
	e.field.fill(text)
	e.resized()
}

// SetReadOnly keeps the text as it is: it can be chosen and copied.
func (e *MarkedEntry) SetReadOnly(only bool) { e.field.readOnly = only }

// ReadOnly tells whether the text can only be read.
func (e *MarkedEntry) ReadOnly() bool { return e.field.readOnly }

// SetUnderlines marks these stretches and no others.
func (e *MarkedEntry) SetUnderlines(lines []Underline) {
	e.lines = lines
	e.cover.Refresh()
}

// SetMarks names these places in the edge and no others.
func (e *MarkedEntry) SetMarks(marks []EdgeMark) {
	e.marks = marks
	e.cover.Refresh()
}

// SetEdge is the line of words in the lower edge.
func (e *MarkedEntry) SetEdge(text string) {
	if e.edge.Text != text {
		e.edge.SetText(text)
	}
}

// Light puts a ground under a stretch, as long as somebody looks at what is said
// about it. An empty stretch takes it away.
func (e *MarkedEntry) Light(stretch Underline) {
	if stretch != e.lit {
		e.lit = stretch
		e.cover.Refresh()
	}
}

// Select chooses the letters [from, to), brings them into sight and gives the
// field the keyboard.
func (e *MarkedEntry) Select(from, to int) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(e); c != nil {
		c.Focus(e.field)
	}
	e.field.choose(from, to)
	e.caretMoved()
}

// Replace puts text where the letters [from, to) are, as if a person had
// written it: it can be taken back, and OnChanged is told.
func (e *MarkedEntry) Replace(from, to int, text string) {
	if e.field.readOnly {
		return
	}
	e.field.replace(from, to, text)
}

// Insert puts text where the caret is, or over what is chosen, as if a person
// had written it.
func (e *MarkedEntry) Insert(text string) {
	if !e.field.readOnly {
		e.field.paste(text)
	}
}

// Caret is the letter before which the caret stands.
func (e *MarkedEntry) Caret() int { return e.field.CursorTextOffset() }

// SelectedText is what is chosen, "" for nothing.
func (e *MarkedEntry) SelectedText() string { return e.field.SelectedText() }

// Field is what can have the keyboard.
func (e *MarkedEntry) Field() fyne.Focusable { return e.field }

// changed takes a change a person made: what is marked moves with its words
// until somebody marks anew.
func (e *MarkedEntry) changed(text string) {
	e.lines = moveUnderlines(e.lines, e.last, text)
	e.marks, e.lit, e.last = nil, Underline{}, text
	if e.OnChanged != nil {
		e.OnChanged(text)
	}
	e.resized()
}

// resized gives the field the height of its text.
func (e *MarkedEntry) resized() {
	if e.Size().Width > 0 {
		size := fyne.NewSize(e.scroll.Size().Width, max(e.textHeight(), e.scroll.Size().Height))
		if e.body.Size() != size { // else the field need not be laid out a second time
			e.body.Resize(size)
			e.scroll.Refresh()
		}
		e.cover.Refresh()
		if tall := e.MinSize().Height; tall != e.tall {
			e.tall = tall
			if e.OnHeight != nil {
				e.OnHeight()
			}
		}
	}
}

// caretMoved brings the line with the caret into sight.
func (e *MarkedEntry) caretMoved() {
	line, pad := e.lineHeight(), theme.InnerPadding()
	top := pad + line*float32(e.field.CursorRow)
	y, height := e.scroll.Offset.Y, e.scroll.Size().Height
	switch {
	case top-pad < y:
		e.scroll.ScrollToOffset(fyne.NewPos(0, top-pad))
	case top+line+pad > y+height && height > 0:
		e.scroll.ScrollToOffset(fyne.NewPos(0, top+line+pad-height))
	}
	if e.OnCaret != nil {
		e.OnCaret(top-e.scroll.Offset.Y, top+line-e.scroll.Offset.Y)
	}
}

func (e *MarkedEntry) lineHeight() float32 {
	return fyne.MeasureText("M", theme.TextSize(), fyne.TextStyle{}).Height
}

// textHeight is what the text takes, with the room around it.
func (e *MarkedEntry) textHeight() float32 {
	return e.lineHeight()*float32(e.field.Lines()) + 2*theme.InnerPadding() + 2
}

// CreateRenderer draws the ground, the text that scrolls, and the lower edge.
func (e *MarkedEntry) CreateRenderer() fyne.WidgetRenderer {
	r := &markedEntryRenderer{entry: e, ground: NewPanel(ColorSurface, ColorOutline, corner), ring: canvas.NewRectangle(nil)}
	r.dress()
	return r
}

type markedEntryRenderer struct {
	entry  *MarkedEntry
	ground *Panel
	ring   *canvas.Rectangle
}

func (r *markedEntryRenderer) Destroy() {}
func (r *markedEntryRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.entry.scroll, r.entry.edge, r.ring}
}

func (r *markedEntryRenderer) dress() {
	r.ring.StrokeColor, r.ring.StrokeWidth = theme.Color(ColorRing), 2
	r.ring.CornerRadius = Scaled(corner)
	r.ring.Hidden = !r.entry.focused
}

func (r *markedEntryRenderer) Refresh() {
	r.dress()
	for _, o := range r.Objects() {
		o.Refresh()
	}
	r.entry.resized()
}

// edgeHeight is that of the lower edge in that width; its words wrap.
func (r *markedEntryRenderer) edgeHeight(width float32) float32 {
	edge := r.entry.edge
	if edge.Size().Width != width {
		edge.Resize(fyne.NewSize(width, edge.MinSize().Height))
	}
	return edge.MinSize().Height
}

func (r *markedEntryRenderer) Layout(size fyne.Size) {
	edge := r.edgeHeight(size.Width)
	r.ground.Resize(size)
	r.ring.Resize(size)
	r.entry.scroll.Move(fyne.NewPos(2, 2))
	r.entry.scroll.Resize(fyne.NewSize(size.Width-4, max(size.Height-edge-2, 0)))
	r.entry.edge.Move(fyne.NewPos(0, size.Height-edge))
	r.entry.edge.Resize(fyne.NewSize(size.Width, edge))
	r.entry.resized()
}

// MinSize is as high as the text in the width last given, between the limits.
func (r *markedEntryRenderer) MinSize() fyne.Size {
	e := r.entry
	line, pad := e.lineHeight(), 2*theme.InnerPadding()+2
	least, most := line*float32(e.least)+pad, line*float32(e.most)+pad
	height := least
	if e.Size().Width > 0 {
		height = min(max(e.textHeight(), least), most)
	}
	width := Scaled(160)
	return fyne.NewSize(width, height+4+r.edgeHeight(max(e.Size().Width, width)))
}
