package sheet

import (
	"synlig/data/bilag/pdf"
)

// bar is a stretch of the margin beside lines that have changed.
type bar struct{ top, foot float64 }

// bridgeBars draws the bars; those that nearly touch become one.
func (d *drawer) bridgeBars() {
	for i := 0; i < len(d.bars); {
		b := d.bars[i]
		for i++; i < len(d.bars) && d.bars[i].top-b.foot < barBridge; i++ {
			b.foot = max(b.foot, d.bars[i].foot)
		}
		d.strokes = append(d.strokes, stroke{pdf.Area{
			X: d.format.Left - barGap - barWidth, Y: b.top, Width: barWidth, Height: b.foot - b.top,
		}, ink})
	}
}

// labels are the numbers that stand outside the bar at one line.
type labels struct {
	leaves []*leaf
	widths []float64
	next   int // index of the one to be drawn next
}

// crowded is how many numbers one line's margin has room for.
const crowded = 4

func (d *drawer) marginLabels(line *setLine) *labels {
	var found labels
	for _, seg := range line.Segs {
		if l := &line.leaves[seg.Run]; l.Margin {
			found.leaves = append(found.leaves, l)
			found.widths = append(found.widths, float64(d.faces[0].Measure(l.Text))*marginSize/1000)
		}
	}
	return &found
}

// margin draws the next number of the line: side by side, the last next to the
// bar. What there is no room for is still read and copied.
func (d *drawer) margin(l *leaf, all *labels, base, top, lead float64) {
	i := all.next
	all.next++
	t := pdf.Type{Size: marginSize, Color: ink}
	right := d.format.Left - barGap - barWidth - marginGap
	shown := min(len(all.leaves), crowded)
	if i >= shown {
		d.w.Hidden(t, right, base, l.Text)
		return
	}
	x := right
	for k := shown - 1; k >= i; k-- {
		x -= all.widths[k] + 1.5
	}
	d.w.Text(t, x, base, l.Text)
	if l.Link != nil {
		d.active(l, pdf.Area{X: x, Y: top, Width: all.widths[i], Height: lead})
	}
}
