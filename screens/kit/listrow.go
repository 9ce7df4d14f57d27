package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// ListRow is a row of a list: a quiet line above, words that take up to two
// lines, and a line below them with something at its right. A bar at the left
// marks the chosen one.
type ListRow struct {
	widget.BaseWidget
	// OnTapped, when set, is told of a click.
	OnTapped func()

	face   ListFace
	chosen bool
	over   bool
}

// ListFace is what a row says.
type ListFace struct {
	Above, Text, Below, Right string
	RightInk                  fyne.ThemeColorName // ColorQuiet when empty
}

// ListRowHeight is how high a row is in the window's units.
func ListRowHeight() float32 {
	caption := fyne.MeasureText("x", theme.Size(theme.SizeNameCaptionText), fyne.TextStyle{}).Height
	text := fyne.MeasureText("x", theme.TextSize(), fyne.TextStyle{}).Height
	return 2*caption + 2*text + Scaled(2*listRowPad)
}

// Room within a row at scale 1.
const (
	listRowPad  = 8
	listRowSide = 14
)

// NewListRow is a row that says nothing yet.
func NewListRow() *ListRow {
	r := &ListRow{}
	r.ExtendBaseWidget(r)
	return r
}

// Dress gives the row another face.
func (r *ListRow) Dress(face ListFace, chosen bool) {
	r.face, r.chosen, r.over = face, chosen, false
	r.Refresh()
}

// Tapped tells OnTapped.
func (r *ListRow) Tapped(*fyne.PointEvent) {
	defer Catch()
	if r.OnTapped != nil {
		r.OnTapped()
	}
}

// MouseIn shows what a click would open.
func (r *ListRow) MouseIn(*desktop.MouseEvent) { r.over = true; r.Refresh() }

// MouseMoved does nothing more.
func (r *ListRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends that.
func (r *ListRow) MouseOut() { r.over = false; r.Refresh() }

// Cursor is a hand.
func (r *ListRow) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer draws the row.
func (r *ListRow) CreateRenderer() fyne.WidgetRenderer {
	d := &listRowRenderer{row: r, ground: canvas.NewRectangle(nil), bar: canvas.NewRectangle(nil), line: canvas.NewRectangle(nil)}
	for _, c := range []**Caption{&d.above, &d.first, &d.second, &d.below, &d.right} {
		*c = NewCaption("")
	}
	d.Refresh()
	return d
}

type listRowRenderer struct {
	row                                *ListRow
	ground, bar, line                  *canvas.Rectangle
	above, first, second, below, right *Caption
}

func (d *listRowRenderer) Destroy()           {}
func (d *listRowRenderer) MinSize() fyne.Size { return fyne.NewSize(1, 1) }
func (d *listRowRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{d.ground, d.line, d.bar, d.above, d.first, d.second, d.below, d.right}
}

func (d *listRowRenderer) Refresh() {
	d.ground.FillColor = color.Transparent
	switch {
	case d.row.chosen:
		d.ground.FillColor = theme.Color(ColorChosen)
	case d.row.over:
		d.ground.FillColor = theme.Color(theme.ColorNameHover)
	}
	d.bar.FillColor, d.bar.Hidden = theme.Color(ColorAccent), !d.row.chosen
	d.line.FillColor = theme.Color(ColorLine)
	face := d.row.face
	d.above.Text, d.below.Text, d.right.Text = face.Above, face.Below, face.Right
	d.right.Ink = face.RightInk
	if face.RightInk == "" {
		d.right.Ink = ColorQuiet
	}
	for _, c := range []*Caption{d.first, d.second} {
		c.Ink, c.Letters = ColorText, theme.SizeNameText
	}
	d.Layout(d.row.Size())
	for _, o := range d.Objects() {
		o.Refresh()
	}
}

func (d *listRowRenderer) Layout(size fyne.Size) {
	d.ground.Resize(size)
	d.bar.Resize(fyne.NewSize(Scaled(3), size.Height))
	d.line.Move(fyne.NewPos(0, size.Height-1))
	d.line.Resize(fyne.NewSize(size.Width, 1))
	left, room := Scaled(listRowSide), max(size.Width-Scaled(listRowSide+10), 0)
	d.first.Text, d.second.Text = firstLine(d.row.face.Text, room)
	right := min(d.right.Natural(), room)
	y := Scaled(listRowPad)
	put := func(c *Caption, x, width float32) {
		c.Move(fyne.NewPos(x, y))
		c.Resize(fyne.NewSize(width, c.MinSize().Height))
	}
	put(d.above, left, room)
	y += d.above.MinSize().Height
	put(d.first, left, room)
	y += d.first.MinSize().Height
	put(d.second, left, room)
	y += d.second.MinSize().Height
	put(d.below, left, max(room-right-Scaled(Between), 0))
	put(d.right, left+room-right, right)
}

// firstLine cuts words in two where the first line is full.
func firstLine(text string, width float32) (first, rest string) {
	fits := func(s string) bool {
		return fyne.MeasureText(s, theme.TextSize(), fyne.TextStyle{}).Width <= width
	}
	if width <= 0 || fits(text) {
		return text, ""
	}
	cut := 0
	for i, r := range text {
		if r == ' ' {
			if !fits(text[:i]) {
				break
			}
			cut = i
		}
	}
	if cut == 0 {
		return text, "" // one long word is cut at its end
	}
	return text[:cut], text[cut+1:]
}
