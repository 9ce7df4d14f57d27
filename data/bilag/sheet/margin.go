package sheet

import (
	"synlig/data/bilag/pdf"
	"synlig/data/bilag/typeset"
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
	widths []float64
	next   int     // index of the one to be drawn next
	base   float64 // baseline of the first row
}

// besides is how many numbers stand beside each other; more go below.
const besides = 4

// marginLabels are the numbers of a line whose baseline is base. They stand
// lower where the numbers of a line above need the room.
func (d *drawer) marginLabels(line *setLine, base float64) *labels {
	found := labels{base: base}
	for _, seg := range line.Segs {
		if l := &line.leaves[seg.Run]; l.Margin {
			found.widths = append(found.widths, float64(d.faces[0].Measure(l.Text))*marginSize/typeset.Units)
		}
	}
	if n := len(found.widths); n > 0 {
		found.base = max(base, d.marginFree)
		d.marginFree = found.base + float64((n-1)/besides+1)*marginLead
	}
	return &found
}

// margin draws the next number of the line, the last of a row next to the bar.
func (d *drawer) margin(l *leaf, all *labels) {
	i := all.next
	all.next++
	row := i / besides
	base := all.base + float64(row)*marginLead
	x := d.format.Left - barGap - barWidth - marginGap
	for _, width := range all.widths[i:min((row+1)*besides, len(all.widths))] {
		x -= width
	}
	d.w.Text(pdf.Type{Size: marginSize, Color: ink}, x, base, l.Text)
	if l.Link != nil {
		d.active(l, pdf.Area{X: x, Y: base - marginSize, Width: all.widths[i], Height: marginLead})
	}
}
