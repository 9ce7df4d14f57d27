package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Chip is a few small words on a ground of their own that can be pressed: one
// of many, where buttons would shout. The keyboard reaches what it stands for
// another way.
type Chip struct {
	widget.BaseWidget
	text   string
	strong bool
	tapped func()
	over   bool
}

// NewChip is a chip; a strong one stands out among its neighbours.
func NewChip(text string, strong bool, tapped func()) *Chip {
	c := &Chip{text: text, strong: strong, tapped: tapped}
	c.ExtendBaseWidget(c)
	return c
}

// Tapped presses it.
func (c *Chip) Tapped(*fyne.PointEvent) {
	defer Catch()
	c.tapped()
}

// MouseIn shows that it can be pressed.
func (c *Chip) MouseIn(*desktop.MouseEvent) { c.over = true; c.Refresh() }

// MouseMoved does nothing more.
func (c *Chip) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends that.
func (c *Chip) MouseOut() { c.over = false; c.Refresh() }

// Cursor is a hand.
func (c *Chip) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer draws ground and words.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer {
	r := &chipRenderer{chip: c, ground: canvas.NewRectangle(color.Transparent), text: canvas.NewText(c.text, nil)}
	r.Refresh()
	return r
}

// Room within a chip at scale 1.
const (
	chipSide = 8
	chipTop  = 3
)

type chipRenderer struct {
	chip   *Chip
	ground *canvas.Rectangle
	text   *canvas.Text
}

func (r *chipRenderer) Destroy() {}
func (r *chipRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.text}
}

func (r *chipRenderer) MinSize() fyne.Size {
	return r.text.MinSize().AddWidthHeight(2*Scaled(chipSide), 2*Scaled(chipTop))
}

func (r *chipRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	r.text.Move(fyne.NewPos(Scaled(chipSide), Scaled(chipTop)))
	r.text.Resize(size.SubtractWidthHeight(2*Scaled(chipSide), 2*Scaled(chipTop)))
}

func (r *chipRenderer) Refresh() {
	r.text.TextSize = theme.Size(theme.SizeNameCaptionText)
	r.text.TextStyle.Bold = r.chip.strong
	r.text.Color, r.ground.FillColor = theme.Color(ColorQuiet), theme.Color(theme.ColorNameButton)
	if r.chip.strong {
		r.text.Color, r.ground.FillColor = theme.Color(ColorText), theme.Color(ColorChosen)
	}
	r.ground.StrokeColor, r.ground.StrokeWidth = theme.Color(ColorOutline), 0
	if r.chip.over || r.chip.strong {
		r.ground.StrokeWidth = 1
	}
	r.ground.CornerRadius = Scaled(corner)
	r.ground.Refresh()
	r.text.Refresh()
}
