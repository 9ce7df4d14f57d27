package chart

import "math"

// Columns is a small chart of upright bars, one for each month.
type Columns struct {
	Head
	Columns []Column
	Height  float64 // of the picture without its head; 0 is a third of its width
	// Number writes a count as the language does.
	Number func(n float64) string
	Alt    string
	Table
}

// Column is one upright bar.
type Column struct {
	Label string // under the bar: "jan."
	Value float64
	Says  string
}

// Scene draws the chart. Labels that would touch each other are thinned out.
func (c Columns) Scene(s Style) Scene {
	k := newSketch(s, c.Head)
	most := 0.0
	for _, column := range c.Columns {
		most = max(most, column.Value)
	}
	end, step := countAxis(most)
	height := c.Height
	if height <= 0 {
		height = s.Width / 3
	}
	height -= 1.6 * s.Size // for the labels
	left := 0.0
	for v := 0.0; v <= end; v += step {
		left = max(left, s.Measure(c.Number(v), 0.85*s.Size, false))
	}
	left += 0.5 * s.Size
	top := k.y + 0.8*s.Size
	bottom := top + height
	for v := 0.0; v <= end+step/2; v += step {
		y := bottom - height*v/end
		k.line(left, y, s.Width, y, 0.5, Rule)
		k.add(Shape{
			Kind: Text, Box: Box{X: left - 0.5*s.Size, Y: y + 0.85*s.Size*capHeight/2}, Fill: quiet, Role: Quiet,
			Text: c.Number(v), Size: 0.85 * s.Size, Align: Right,
		})
	}
	if n := len(c.Columns); n > 0 {
		c.draw(k, Box{left, top, (s.Width - left) / float64(n), height}, end)
	}
	k.line(left, bottom, s.Width, bottom, 1, Strong)
	k.y = bottom + 1.6*s.Size
	return k.finish(c.Head, c.Alt, c.Table)
}

// draw draws the columns; box.Width is the room for one.
func (c Columns) draw(k *sketch, box Box, end float64) {
	bottom := box.Y + box.Height
	size := 0.85 * k.Size
	widest := 0.0
	for _, column := range c.Columns {
		widest = max(widest, k.Measure(column.Label, size, false))
	}
	every := max(1, int(math.Ceil((widest+0.3*k.Size)/box.Width)))
	for i, column := range c.Columns {
		x := box.X + box.Width*float64(i)
		bar := Box{x + 0.15*box.Width, bottom - box.Height*column.Value/end, 0.7 * box.Width, box.Height * column.Value / end}
		if column.Value > 0 {
			k.bar(bar, Later, false)
		}
		value := c.Number(column.Value)
		if column.Value > 0 && k.Measure(value, size, false) <= box.Width {
			k.add(Shape{Kind: Text, Box: Box{X: x + box.Width/2, Y: bar.Y - 0.3*k.Size}, Fill: ink, Role: Ink, Text: value, Size: size, Align: Middle})
		}
		if i%every == 0 {
			k.add(Shape{
				Kind: Text, Box: Box{X: x + box.Width/2, Y: bottom + 1.15*k.Size}, Fill: quiet, Role: Quiet,
				Text: column.Label, Size: size, Align: Middle,
			})
		}
		if column.Says != "" {
			k.scene.Areas = append(k.scene.Areas, Area{Box{x, box.Y, box.Width, box.Height}, column.Says})
		}
	}
}

// countAxis is where a scale of counts ends, above the highest, and its step: 1,
// 2 or 5 times a power of ten, at most five steps.
func countAxis(most float64) (end, step float64) {
	step = 1
	for factor := 0; most > 5*step; factor++ {
		step *= [...]float64{2, 2.5, 2}[factor%3]
	}
	return max(step*math.Ceil(most/step), step), step
}
