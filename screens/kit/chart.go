package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"synlig/data/chart"
)

// Chart shows a scene of data/chart. What is pointed at, or where the keyboard
// is (the arrows go from part to part), says its sentence under the picture;
// else the whole chart in a sentence stands there.
type Chart struct {
	widget.BaseWidget
	// OnChoose, when set, is told which area is pressed, by click or Enter.
	OnChoose func(area int)
	// Above puts the sentence over the picture, for charts that may be higher
	// than the window. Idle stands there while nothing is pointed at; "" is the
	// whole chart in a sentence.
	Above bool
	Idle  string

	make  func(width float64) chart.Scene
	scene chart.Scene
	made  float32 // the width it was made for, in units of scale 1
	size  float32 // the text size it was made for
	face  *chartFace
	says  *widget.Label
	parts *fyne.Container
	at    int // the area that says its sentence, -1 for none
	keyed int // the area the keyboard is at
	focus bool
}

// NewChart is a chart; make gives the scene for a width, in units of scale 1.
// It is asked again when the width, the text size or, after Redraw, what it
// shows is another.
func NewChart(make func(width float64) chart.Scene) *Chart {
	c := &Chart{make: make, at: -1, says: NewQuiet("")}
	c.says.SizeName = theme.SizeNameCaptionText
	c.face = &chartFace{chart: c}
	c.face.ExtendBaseWidget(c.face)
	c.parts = container.New(&chartLayout{c}, c.face, c.says)
	c.ExtendBaseWidget(c)
	return c
}

// Redraw asks for the scene anew.
func (c *Chart) Redraw() {
	c.made, c.at, c.keyed = 0, -1, 0
	c.take(c.Size().Width)
	c.Refresh()
}

// Scene is what is shown now.
func (c *Chart) Scene() chart.Scene { return c.scene }

// MeasureText is a chart.Measure in the house's type, at scale 1.
func MeasureText(text string, size float64, bold bool) float64 {
	s := float64(Scaled(1))
	return float64(fyne.MeasureText(text, float32(size*s), fyne.TextStyle{Bold: bold}).Width) / s
}

// take makes the scene for a width, unless it is that already.
func (c *Chart) take(width float32) {
	units := width / Scaled(1)
	if units <= 0 || units == c.made && c.size == theme.TextSize() {
		return
	}
	c.made, c.size = units, theme.TextSize()
	c.scene = c.make(float64(units))
	c.tell(-1)
}

// tell says the sentence of an area, or of the whole chart for -1.
func (c *Chart) tell(area int) {
	text := c.scene.Alt
	if c.Idle != "" {
		text = c.Idle
	}
	if area >= 0 && area < len(c.scene.Areas) {
		text = c.scene.Areas[area].Says
	}
	if c.at != area || c.says.Text != text {
		c.at = area
		c.says.SetText(text)
		c.face.Refresh()
	}
}

// areaAt is the area at a point of the face, -1 for none. The last drawn lies
// on top.
func (c *Chart) areaAt(at fyne.Position) int {
	s := Scaled(1)
	x, y := float64(at.X/s), float64(at.Y/s)
	for i := len(c.scene.Areas) - 1; i >= 0; i-- {
		if b := c.scene.Areas[i].Box; x >= b.X && y >= b.Y && x < b.X+b.Width && y < b.Y+b.Height {
			return i
		}
	}
	return -1
}

// CreateRenderer shows the face and the sentence.
func (c *Chart) CreateRenderer() fyne.WidgetRenderer {
	return &chartRenderer{widget.NewSimpleRenderer(c.parts), c}
}

type chartRenderer struct {
	fyne.WidgetRenderer
	chart *Chart
}

func (r *chartRenderer) Refresh() {
	r.chart.take(r.chart.Size().Width)
	r.chart.parts.Refresh()
}

// chartLayout puts the sentence under the face.
type chartLayout struct{ chart *Chart }

func (l *chartLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.chart.take(size.Width)
	height := float32(l.chart.scene.Height) * Scaled(1)
	words := max(size.Height-height, 0)
	face, says, indent := float32(0), height, float32(0)
	if l.chart.Above {
		face, says, indent = words, 0, theme.InnerPadding() // the words begin where the picture does
	}
	objects[0].Resize(fyne.NewSize(size.Width, height))
	objects[0].Move(fyne.NewPos(0, face))
	objects[1].Move(fyne.NewPos(-indent, says))
	objects[1].Resize(fyne.NewSize(size.Width+2*indent, words))
}

// MinSize leaves room for two lines of words, so that nothing moves while one
// points.
func (l *chartLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	line := fyne.MeasureText("M", theme.Size(theme.SizeNameCaptionText), fyne.TextStyle{}).Height
	words := max(objects[1].MinSize().Height, 2*line+2*theme.InnerPadding())
	return fyne.NewSize(Scaled(120), float32(l.chart.scene.Height)*Scaled(1)+words)
}

// chartFace is the picture; it takes pointer and keyboard.
type chartFace struct {
	widget.BaseWidget
	chart *Chart
}

var (
	_ fyne.Focusable    = (*chartFace)(nil)
	_ fyne.Tappable     = (*chartFace)(nil)
	_ desktop.Hoverable = (*chartFace)(nil)
)

// MouseIn is a pointer that comes.
func (f *chartFace) MouseIn(e *desktop.MouseEvent) { f.MouseMoved(e) }

// MouseMoved says what is pointed at.
func (f *chartFace) MouseMoved(e *desktop.MouseEvent) {
	defer Catch()
	f.chart.tell(f.chart.areaAt(e.Position))
}

// MouseOut goes back to where the keyboard is, or to the whole.
func (f *chartFace) MouseOut() {
	defer Catch()
	if f.chart.focus {
		f.chart.tell(f.chart.keyed)
		return
	}
	f.chart.tell(-1)
}

// Tapped takes the keyboard and presses what is pointed at.
func (f *chartFace) Tapped(e *fyne.PointEvent) {
	defer Catch()
	if canvas := fyne.CurrentApp().Driver().CanvasForObject(f); canvas != nil {
		canvas.Focus(f)
	}
	if area := f.chart.areaAt(e.Position); area >= 0 {
		f.chart.keyed = area
		f.press()
	}
}

func (f *chartFace) press() {
	f.chart.tell(f.chart.keyed)
	if f.chart.OnChoose != nil && f.chart.keyed < len(f.chart.scene.Areas) {
		f.chart.OnChoose(f.chart.keyed)
	}
}

// FocusGained says the part the keyboard is at.
func (f *chartFace) FocusGained() {
	f.chart.focus = true
	f.chart.tell(min(f.chart.keyed, len(f.chart.scene.Areas)-1))
	f.Refresh()
}

// FocusLost goes back to the whole.
func (f *chartFace) FocusLost() {
	f.chart.focus = false
	f.chart.tell(-1)
	f.Refresh()
}

// TypedRune does nothing: one does not write in a chart.
func (f *chartFace) TypedRune(rune) {}

// TypedKey goes from part to part.
func (f *chartFace) TypedKey(key *fyne.KeyEvent) {
	defer Catch()
	last := len(f.chart.scene.Areas) - 1
	switch key.Name {
	case fyne.KeyRight, fyne.KeyDown:
		f.chart.keyed = min(f.chart.keyed+1, last)
	case fyne.KeyLeft, fyne.KeyUp:
		f.chart.keyed = max(f.chart.keyed-1, 0)
	case fyne.KeyHome:
		f.chart.keyed = 0
	case fyne.KeyEnd:
		f.chart.keyed = max(last, 0)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		f.press()
	default:
		HandOn(f, key)
		return
	}
	f.chart.tell(min(f.chart.keyed, last))
}
