package strategy

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"synlig/screens/kit"
)

// outline is the list of headings at the left. It follows the text as it is
// scrolled; a figure tells how many changes a section has.
type outline struct {
	page  *Page
	rows  *kit.Rows
	at    int // the heading in sight
	spare []*outlineLine
}

func newOutline(p *Page) *outline {
	o := &outline{page: p}
	o.rows = kit.NewRows(o)
	o.rows.OnKey, o.rows.OnShortcut = o.key, p.listShortcut
	return o
}

func (o *outline) headings() []heading {
	if o.page.reading == nil {
		return nil
	}
	return o.page.reading.outline
}

// show lists the headings of another reading.
func (o *outline) show() {
	o.at = 0
	o.rows.Reset()
}

// follow marks the heading whose section is in sight.
func (o *outline) follow(block int) {
	at := 0
	for i, h := range o.headings() {
		if o.page.reading.marked[h.paragraph[0]].block > block {
			break
		}
		at = i
	}
	if at == o.at {
		return
	}
	o.at = at
	o.rows.Redress()
	o.rows.Reveal(at)
}

func (o *outline) jump(i int) {
	if h := o.headings(); i >= 0 && i < len(h) {
		o.page.paper.jump(h[i])
		o.at = i
		o.rows.Redress()
		o.rows.Reveal(i)
	}
}

// key moves from heading to heading; the text goes along.
func (o *outline) key(key *fyne.KeyEvent) bool {
	switch key.Name {
	case fyne.KeyUp:
		o.jump(o.at - 1)
	case fyne.KeyDown:
		o.jump(o.at + 1)
	case fyne.KeyHome:
		o.jump(0)
	case fyne.KeyEnd:
		o.jump(len(o.headings()) - 1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		o.jump(o.at)
		o.page.host.Canvas().Focus(o.page.paper.rows)
	default:
		return o.page.stepKey(key)
	}
	return true
}

const outlineLineHeight = 32

func (o *outline) Heights(float32) []float32 {
	heights := make([]float32, len(o.headings()))
	for i := range heights {
		heights[i] = kit.Scaled(outlineLineHeight)
	}
	return heights
}

func (o *outline) Take(row int) fyne.CanvasObject {
	var l *outlineLine
	if n := len(o.spare); n > 0 {
		l, o.spare = o.spare[n-1], o.spare[:n-1]
	} else {
		l = newOutlineLine(o)
	}
	l.row = row
	l.Refresh()
	return l
}

func (o *outline) Give(object fyne.CanvasObject) { o.spare = append(o.spare, object.(*outlineLine)) }

// outlineLine is one heading: number, words, and how many changes.
type outlineLine struct {
	widget.BaseWidget
	outline *outline
	row     int
	hovered bool
}

func newOutlineLine(o *outline) *outlineLine {
	l := &outlineLine{outline: o}
	l.ExtendBaseWidget(l)
	return l
}

// Tapped jumps to the heading.
func (l *outlineLine) Tapped(*fyne.PointEvent) {
	defer kit.Catch()
	row := l.row // the line may be dressed for another when the list gets the keyboard
	l.outline.page.host.Canvas().Focus(l.outline.rows)
	l.outline.jump(row)
}

// MouseIn shows that the line can be clicked.
func (l *outlineLine) MouseIn(*desktop.MouseEvent) { l.hover(true) }

// MouseMoved does nothing.
func (l *outlineLine) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the hint away.
func (l *outlineLine) MouseOut() { l.hover(false) }

func (l *outlineLine) hover(on bool) {
	l.hovered = on
	l.Refresh()
}

// Cursor is a hand.
func (l *outlineLine) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer draws the line.
func (l *outlineLine) CreateRenderer() fyne.WidgetRenderer {
	r := &outlineRenderer{
		line: l, ground: canvas.NewRectangle(nil), edge: canvas.NewRectangle(nil),
		text: canvas.NewText("", nil), count: canvas.NewText("", nil),
	}
	r.Refresh()
	return r
}

type outlineRenderer struct {
	line         *outlineLine
	ground, edge *canvas.Rectangle
	text, count  *canvas.Text
}

func (r *outlineRenderer) heading() (heading, bool) {
	if h := r.line.outline.headings(); r.line.row < len(h) {
		return h[r.line.row], true
	}
	return heading{}, false
}

func (r *outlineRenderer) Layout(size fyne.Size) {
	h, ok := r.heading()
	if !ok {
		return
	}
	s := kit.Scaled
	r.ground.Move(fyne.NewPos(s(4), s(1)))
	r.ground.Resize(fyne.NewSize(size.Width-s(8), size.Height-s(2)))
	r.edge.Move(fyne.NewPos(s(4), s(6)))
	r.edge.Resize(fyne.NewSize(s(3), size.Height-s(12)))
	left := s(16) + float32(max(h.level-2, 0))*s(14)
	count := r.count.MinSize()
	right := s(14)
	if h.changes > 0 {
		right += count.Width + s(8)
	}
	r.count.Move(fyne.NewPos(size.Width-s(14)-count.Width, (size.Height-count.Height)/2))
	r.text.Text = kit.Fit(h.words(), size.Width-left-right, r.text.TextSize, r.text.TextStyle)
	r.text.Move(fyne.NewPos(left, (size.Height-r.text.MinSize().Height)/2))
	r.text.Refresh()
}

func (h heading) words() string {
	if h.label == "" {
		return h.text
	}
	return h.label + "  " + h.text
}

func (r *outlineRenderer) MinSize() fyne.Size { return fyne.Size{} }
func (r *outlineRenderer) Destroy()           {}
func (r *outlineRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.edge, r.text, r.count}
}

// Refresh dresses the line for its heading.
func (r *outlineRenderer) Refresh() {
	h, ok := r.heading()
	if !ok {
		return
	}
	l := r.line
	here := l.outline.at == l.row
	r.ground.CornerRadius = theme.Size(theme.SizeNameButtonRadius)
	r.ground.Hidden = !here && !l.hovered
	r.ground.FillColor = theme.Color(theme.ColorNameHover)
	if here {
		r.ground.FillColor = theme.Color(kit.ColorChosen)
	}
	r.edge.Hidden = !here
	r.edge.FillColor = theme.Color(kit.ColorAccent)
	r.text.Color = theme.Color(kit.ColorText)
	if h.level > 2 {
		r.text.Color = theme.Color(kit.ColorQuiet)
	}
	r.text.TextSize = kit.Scaled(14)
	r.text.TextStyle.Bold = here || h.level == 1
	r.count.Text = ""
	if h.changes > 0 {
		r.count.Text = strconv.Itoa(h.changes)
	}
	r.count.Color, r.count.TextStyle.Bold = theme.Color(kit.ColorAdded), true
	r.count.TextSize = theme.Size(theme.SizeNameCaptionText)
	r.Layout(l.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}
