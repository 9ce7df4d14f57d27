package sheet

import (
	"fmt"

	"synlig/data/bilag/pdf"
	"synlig/data/bilag/tags"
	"synlig/data/bilag/typeset"
	"synlig/data/chart"
)

// drawing is a chart on the paper.
type drawing struct {
	scene chart.Scene
	elem  *tags.Elem
}

// Measure is the width of a text in the paper's type: a chart.Measure.
func (s *Sheet) Measure(text string, size float64, bold bool) float64 {
	face := 0
	if bold {
		face = 1
	}
	return float64(s.faces[face].Measure(s.readable.Text(text))) * size / typeset.Units
}

// Width is the room between the margins, for a chart that fills it.
func (s *Sheet) Width() float64 { return s.format().measure() }

// Chart adds a chart, drawn as lines and letters and not as a picture, so that
// it is sharp at any size. It is a Figure whose Alt is the scene's; its figures
// should stand in a table after it. keep holds it on the page of what follows.
func (s *Sheet) Chart(scene chart.Scene, keep bool) {
	s.lists = nil
	b := s.add(Style{Size: Body.Size, Lead: scene.Height, Before: 4, After: 6})
	b.Whole, b.KeepNext = true, keep
	elem := s.tree.Root.Child(tags.Figure)
	elem.Alt = s.readable.Text(scene.Alt)
	b.chart = &drawing{scene, elem}
}

// figure draws a chart with its upper edge at y.
func (d *drawer) figure(b *block, y float64) {
	scene, left := b.chart.scene, d.format.Left
	foot := d.format.Height - y - scene.Height
	b.chart.elem.Attributes = []tags.Attribute{{
		Owner: "Layout", Key: "BBox",
		Value: fmt.Sprintf("[%.2f %.2f %.2f %.2f]", left, foot, left+scene.Width, foot+scene.Height),
	}, {Owner: "Layout", Key: "Placement", Value: "Block"}}
	d.w.Begin(b.chart.elem)
	for _, shape := range scene.Shapes {
		shape.X += left
		shape.Y += y
		d.shape(shape)
	}
	d.w.End()
}

func (d *drawer) shape(s chart.Shape) {
	stroke := pdf.Color(s.Stroke)
	switch s.Kind {
	case chart.Rectangle:
		if !s.NoFill {
			d.w.Rect(pdf.Area(s.Box), pdf.Color(s.Fill))
		}
		if s.Weight > 0 {
			d.outline(s)
		}
	case chart.Line:
		d.w.Line(s.X, s.Y, s.X+s.Width, s.Y+s.Height, s.Weight, stroke)
	case chart.Hatch:
		for _, l := range s.Diagonals() {
			d.w.Line(l[0], l[1], l[2], l[3], s.Weight, stroke)
		}
		d.outline(s)
	case chart.Text:
		text := d.readable.Text(s.Text)
		if text == "" {
			return
		}
		face := 0
		if s.Bold {
			face = 1
		}
		x := s.X - d.Measure(text, s.Size, s.Bold)*float64(s.Align)/2
		d.w.Text(pdf.Type{Face: face, Size: s.Size, Color: pdf.Color(s.Fill)}, x, s.Y, text)
	}
}

func (d *drawer) outline(s chart.Shape) {
	stroke, right, foot := pdf.Color(s.Stroke), s.X+s.Width, s.Y+s.Height
	d.w.Line(s.X, s.Y, right, s.Y, s.Weight, stroke)
	d.w.Line(right, s.Y, right, foot, s.Weight, stroke)
	d.w.Line(right, foot, s.X, foot, s.Weight, stroke)
	d.w.Line(s.X, foot, s.X, s.Y, s.Weight, stroke)
}
