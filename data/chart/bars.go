package chart

import (
	"math"
	"slices"
)

// Bars is a chart of level bars side by side: one bar a row (a distribution, a
// figure by department), or two (the same in two waves, the earlier in grey
// above the later).
type Bars struct {
	Head
	Keys   []string // the waves, earlier first; none for one bar a row
	Rows   []BarRow
	Sorted bool // by the last bar, highest first; else as they come
	Alt    string
	Table
}

// BarRow is one row of bars.
type BarRow struct {
	Name
	Bars []BarValue // as many as Keys, or one
	// Note stands after the bars: the change.
	Note string
}

// BarValue is one bar.
type BarValue struct {
	Share     float64 // NaN draws nothing
	Low, High float64 // the interval; NaN for none
	Hidden    bool
	Label     string // in place of the share: "skjult"
	Says      string
}

// Scene draws the chart.
func (c Bars) Scene(s Style) Scene {
	k := newSketch(s, c.Head)
	two := len(c.Keys) > 1
	if two {
		k.legend([]Key{{Label: c.Keys[0], color: Earlier}, {Label: c.Keys[1], color: Later}})
	}
	rows := slices.Clone(c.Rows)
	if c.Sorted {
		slices.SortStableFunc(rows, func(a, b BarRow) int { return order(a.Name, b.Name, a.key(), b.key()) })
	}
	var left []Name
	notes, most := 0.0, 0.0
	for _, r := range rows {
		left = append(left, r.Name)
		notes = max(notes, k.Measure(r.Note, s.Size, false))
		for _, b := range r.Bars {
			for _, v := range []float64{b.Share, b.High} {
				if !math.IsNaN(v) {
					most = max(most, v)
				}
			}
		}
	}
	at := k.column(left)
	if notes > 0 {
		notes += 0.8 * s.Size
	}
	values := k.Measure(k.Percent(1), 0.92*s.Size, false) + 1.2*s.Size
	right := s.Width - notes - values
	most, step := axis(most)
	height := barHeight * s.Size
	if two {
		height = 2 * pairHeight * s.Size
	}
	pitch := height + barGap*s.Size
	top := k.y
	k.scale(at.bars, right, top, pitch*float64(len(rows)), most, step)
	for i, r := range rows {
		y := top + pitch*float64(i) + pitch/2
		if r.Total && i > 0 {
			k.line(0, y-pitch/2, s.Width, y-pitch/2, 1.2, Strong)
		}
		k.write(r.Name, at, y)
		k.row(r, Box{at.bars, y - height/2, (right - at.bars) / most, height}, two)
		if r.Note != "" {
			k.text(s.Width, y, Right, r.Note, Ink)
		}
	}
	k.y = top + pitch*float64(len(rows)) + 1.6*s.Size
	return k.finish(c.Head, c.Alt, c.Table)
}

// key is what a row is sorted by: its last bar.
func (r BarRow) key() float64 {
	if len(r.Bars) == 0 {
		return math.NaN()
	}
	return r.Bars[len(r.Bars)-1].Share
}

// axis is where the scale ends and how far its lines stand apart: so that the
// longest bar fills more than half.
func axis(most float64) (end, step float64) {
	for _, a := range [...]struct{ end, step float64 }{{0.1, 0.05}, {0.2, 0.05}, {0.4, 0.1}, {0.6, 0.2}, {0.8, 0.2}} {
		if most <= a.end {
			return a.end, a.step
		}
	}
	return 1, 0.25
}

// row draws the bars of one row; box.Width is the width of 100 %.
func (k *sketch) row(r BarRow, box Box, two bool) {
	height := box.Height
	if two {
		height /= 2
	}
	for i, b := range r.Bars {
		color := Later
		if two && i == 0 {
			color = Earlier
		}
		k.single(b, Box{box.X, box.Y + height*float64(i), box.Width, height}, color, two)
	}
}

// single draws one bar, its whisker, and its value after both.
func (k *sketch) single(b BarValue, box Box, color Color, thin bool) {
	middle, end := box.Y+box.Height/2, box.X
	part := Box{box.X, box.Y, 0, box.Height}
	if thin {
		part.Y, part.Height = part.Y+0.5, part.Height-1
	}
	switch {
	case b.Hidden:
		part.Width = 3 * k.Size
		k.hidden(part)
		end += part.Width
	case b.Share > 0:
		part.Width = b.Share * box.Width
		k.bar(part, color, false)
		end += part.Width
	}
	if !b.Hidden && b.High > b.Low {
		k.whisker(box.X+b.Low*box.Width, box.X+b.High*box.Width, middle)
		end = max(end, box.X+b.High*box.Width)
	}
	label := b.Label
	if label == "" && !math.IsNaN(b.Share) {
		label = k.Percent(b.Share)
	}
	if label != "" {
		size := 0.92 * k.Size
		k.add(Shape{
			Kind: Text, Box: Box{X: end + 0.45*k.Size, Y: middle + size*capHeight/2}, Fill: ink, Role: Ink, Text: label, Size: size,
		})
	}
	if b.Says != "" {
		part.Width = max(part.Width, 2*k.Size)
		k.scene.Areas = append(k.scene.Areas, Area{part, b.Says})
	}
}
