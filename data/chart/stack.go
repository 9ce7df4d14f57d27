package chart

import (
	"math"
	"slices"
)

// fitsFrom is the least share whose value is written in its segment.
const fitsFrom = 0.04

// Stack is a chart of level bars of 100 %, one for each department, cut into the
// answers.
type Stack struct {
	Head
	Keys []Key // the answers, in the order they are stacked
	Bars []StackBar
	Alt  string
	Table
}

// StackBar is one bar.
type StackBar struct {
	Name
	// Key is the figure the bars are sorted by, highest first; the bar's
	// interval, drawn as a whisker, is of the same figure. NaN is last.
	Key, Low, High float64
	Segments       []Segment // one for each key
	// Hidden is the whole bar kept back; Note then stands in its place.
	Hidden bool
	Note   string
	Says   string // the bar in a sentence
}

// Segment is one answer's part of a bar.
type Segment struct {
	Share  float64
	Hidden bool // kept back: drawn hatched, without its value
	Says   string
}

// Scene draws the chart. The total stands last, under a heavier rule.
func (c Stack) Scene(s Style) Scene {
	k := newSketch(s, c.Head)
	keys := colored(c.Keys)
	k.legend(keys)
	bars := slices.Clone(c.Bars)
	slices.SortStableFunc(bars, func(a, b StackBar) int { return order(a.Name, b.Name, a.Key, b.Key) })
	var rows []Name
	for _, b := range bars {
		rows = append(rows, b.Name)
	}
	at := k.column(rows)
	left, right := at.bars, s.Width-1.6*s.Size
	step, height := (barHeight+barGap)*s.Size, barHeight*s.Size
	top := k.y
	k.scale(left, right, top, step*float64(len(bars)), 1, 0.25)
	for i, b := range bars {
		y := top + step*float64(i) + step/2
		if b.Total && i > 0 {
			k.line(0, y-step/2, s.Width, y-step/2, 1.2, Strong)
		}
		k.write(b.Name, at, y)
		k.stack(b, keys, Box{left, y - height/2, right - left, height})
	}
	k.y = top + step*float64(len(bars)) + 1.6*s.Size
	return k.finish(c.Head, c.Alt, c.Table)
}

// order sorts by the key figure, highest first, unknown ones last and the total
// after all.
func order(a, b Name, keyA, keyB float64) int {
	switch {
	case a.Total != b.Total:
		if a.Total {
			return 1
		}
		return -1
	case math.IsNaN(keyA) || math.IsNaN(keyB):
		if math.IsNaN(keyA) == math.IsNaN(keyB) {
			return 0
		}
		if math.IsNaN(keyA) {
			return 1
		}
		return -1
	case keyA > keyB:
		return -1
	case keyA < keyB:
		return 1
	}
	return 0
}

// stack draws one bar in its box.
func (k *sketch) stack(b StackBar, keys []Key, box Box) {
	middle := box.Y + box.Height/2
	if b.Hidden {
		k.hidden(box)
		k.note(b.Note, box)
		k.scene.Areas = append(k.scene.Areas, Area{box, b.Says})
		return
	}
	x := box.X
	for i, seg := range b.Segments {
		width := seg.Share * box.Width
		if !(width > 0) { // NaN too
			continue
		}
		part := Box{x, box.Y, width, box.Height}
		if seg.Hidden {
			k.hidden(part)
		} else {
			k.bar(part, keys[i].color, keys[i].DontKnow)
			k.value(seg.Share, part, labelOn(keys[i].color))
		}
		if seg.Says != "" {
			k.scene.Areas = append(k.scene.Areas, Area{part, seg.Says})
		}
		x += width
	}
	if !math.IsNaN(b.Low) && !math.IsNaN(b.High) && b.High > b.Low {
		k.whisker(box.X+b.Low*box.Width, box.X+b.High*box.Width, middle+0.36*box.Height)
	}
}

// value writes a segment's value in it, where it is large enough and fits.
func (k *sketch) value(share float64, box Box, color Color) {
	text := k.Percent(share)
	size := 0.92 * k.Size
	if share < fitsFrom || k.Measure(text, size, false) > box.Width-3 {
		return
	}
	k.add(Shape{
		Kind: Text, Box: Box{X: box.X + box.Width/2, Y: box.Y + box.Height/2 + size*capHeight/2},
		Fill: color, Text: text, Size: size, Align: Middle,
	})
}

// note writes a sentence in a bar that is kept back.
func (k *sketch) note(text string, box Box) {
	if text == "" {
		return
	}
	size := 0.92 * k.Size
	text = k.fit(text, box.Width-k.Size, size, false)
	width := k.Measure(text, size, false)
	k.add(Shape{Kind: Rectangle, Box: Box{box.X + 0.3*k.Size, box.Y + 2, width + 0.4*k.Size, box.Height - 4}, Fill: white, Role: Paper})
	k.add(Shape{
		Kind: Text, Box: Box{X: box.X + 0.5*k.Size, Y: box.Y + box.Height/2 + size*capHeight/2},
		Fill: quiet, Role: Quiet, Text: text, Size: size,
	})
}
