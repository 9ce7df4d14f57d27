package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"synlig/data/chart"
)

// CreateRenderer draws the scene.
func (f *chartFace) CreateRenderer() fyne.WidgetRenderer { return &chartFaceRenderer{face: f} }

type chartFaceRenderer struct {
	face    *chartFace
	objects []fyne.CanvasObject
}

func (r *chartFaceRenderer) Destroy()                     {}
func (r *chartFaceRenderer) MinSize() fyne.Size           { return fyne.Size{} }
func (r *chartFaceRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *chartFaceRenderer) Layout(fyne.Size)             { r.draw() }
func (r *chartFaceRenderer) Refresh() {
	r.draw()
	canvas.Refresh(r.face)
}

func (r *chartFaceRenderer) draw() {
	c := r.face.chart
	r.objects = r.objects[:0]
	for _, shape := range c.scene.Shapes {
		r.shape(shape)
	}
	if c.at >= 0 && c.at < len(c.scene.Areas) {
		b := c.scene.Areas[c.at].Box
		ring := canvas.NewRectangle(nil)
		ring.StrokeColor, ring.StrokeWidth, ring.CornerRadius = theme.Color(ColorRing), 2, 3
		r.box(ring, chart.Box{X: b.X - 2, Y: b.Y - 2, Width: b.Width + 4, Height: b.Height + 4})
	}
	if c.focus && c.at < 0 {
		ring := canvas.NewRectangle(nil)
		ring.StrokeColor, ring.StrokeWidth, ring.CornerRadius = theme.Color(ColorRing), 2, Scaled(corner)
		ring.Resize(r.face.Size())
		r.objects = append(r.objects, ring)
	}
}

// inkOf is a shape's colour on this screen: data keeps its own, the rest is the
// look's.
func inkOf(role chart.Role, own chart.Color) color.Color {
	switch role {
	case chart.Ink:
		return theme.Color(ColorText)
	case chart.Quiet:
		return theme.Color(ColorQuiet)
	case chart.Rule:
		return theme.Color(ColorLine)
	case chart.Strong:
		return theme.Color(ColorOutline)
	case chart.Paper:
		return theme.Color(ColorSurface)
	}
	return onLook(color.NRGBA{R: own.R, G: own.G, B: own.B, A: 255})
}

// onLook is a colour of the data as it is seen on this look: the scale runs from
// dark to light on paper, and from light to dark on a dark screen, so that what
// weighs most stands out on both.
func onLook(c color.NRGBA) color.Color {
	ground := color.NRGBAModel.Convert(theme.Color(ColorSurface)).(color.NRGBA)
	if ground.R > 127 {
		return c
	}
	high, low := max(c.R, c.G, c.B), min(c.R, c.G, c.B)
	by := 255 - int(high) - int(low) // turns lightness round and keeps the hue
	turn := func(v uint8) uint8 { return uint8(min(max(int(v)+by, 0), 255)) }
	return color.NRGBA{R: turn(c.R), G: turn(c.G), B: turn(c.B), A: 255}
}

func (r *chartFaceRenderer) shape(s chart.Shape) {
	switch s.Kind {
	case chart.Rectangle:
		o := canvas.NewRectangle(nil)
		if !s.NoFill {
			o.FillColor = inkOf(s.Role, s.Fill)
		}
		if s.Weight > 0 {
			o.StrokeColor, o.StrokeWidth = inkOf(s.Role, s.Stroke), max(float32(s.Weight)*Scaled(1), 1) // a thinner one is not seen
		}
		r.box(o, s.Box)
	case chart.Line:
		r.line(s.X, s.Y, s.X+s.Width, s.Y+s.Height, inkOf(s.Role, s.Stroke), s.Weight)
	case chart.Text:
		r.text(s)
	case chart.Hatch:
		hatch(s.Box, 5, func(x1, y1, x2, y2 float64) {
			r.line(x1, y1, x2, y2, inkOf(s.Role, s.Stroke), max(s.Weight, 0.75))
		})
	}
}

func (r *chartFaceRenderer) box(o fyne.CanvasObject, b chart.Box) {
	s := Scaled(1)
	o.Move(fyne.NewPos(float32(b.X)*s, float32(b.Y)*s))
	o.Resize(fyne.NewSize(float32(b.Width)*s, float32(b.Height)*s))
	r.objects = append(r.objects, o)
}

// line draws upright and level lines as thin boxes, which stay sharp.
func (r *chartFaceRenderer) line(x1, y1, x2, y2 float64, ink color.Color, weight float64) {
	weight = max(weight, 0.75)
	if x1 == x2 || y1 == y2 {
		o := canvas.NewRectangle(ink)
		half := weight / 2
		if x1 == x2 {
			r.box(o, chart.Box{X: x1 - half, Y: min(y1, y2), Width: weight, Height: max(y1, y2) - min(y1, y2)})
		} else {
			r.box(o, chart.Box{X: min(x1, x2), Y: y1 - half, Width: max(x1, x2) - min(x1, x2), Height: weight})
		}
		return
	}
	s := Scaled(1)
	o := canvas.NewLine(ink)
	o.StrokeWidth = float32(weight) * s
	o.Position1 = fyne.NewPos(float32(x1)*s, float32(y1)*s)
	o.Position2 = fyne.NewPos(float32(x2)*s, float32(y2)*s)
	r.objects = append(r.objects, o)
}

// text stands with its baseline at Y. Fyne places a text by its upper edge: the
// baseline lies some way under it, the same share at every size.
func (r *chartFaceRenderer) text(s chart.Shape) {
	scale := Scaled(1)
	o := canvas.NewText(s.Text, inkOf(s.Role, s.Fill))
	o.TextSize, o.TextStyle.Bold = float32(s.Size)*scale, s.Bold
	size, baseline := fyne.CurrentApp().Driver().RenderedTextSize(s.Text, o.TextSize, o.TextStyle, nil)
	x := float32(s.X) * scale
	switch s.Align {
	case chart.Middle:
		x -= size.Width / 2
	case chart.Right:
		x -= size.Width
	}
	o.Move(fyne.NewPos(x, float32(s.Y)*scale-baseline))
	o.Resize(size)
	r.objects = append(r.objects, o)
}

// hatch gives the diagonals of a box, step apart, cut to it.
func hatch(b chart.Box, step float64, line func(x1, y1, x2, y2 float64)) {
	for d := step; d < b.Width+b.Height; d += step {
		// from the upper or right edge down to the left or lower one
		x1, y1 := b.X+d, b.Y
		if d > b.Width {
			x1, y1 = b.X+b.Width, b.Y+d-b.Width
		}
		x2, y2 := b.X, b.Y+d
		if d > b.Height {
			x2, y2 = b.X+d-b.Height, b.Y+b.Height
		}
		line(x1, y1, x2, y2)
	}
}
