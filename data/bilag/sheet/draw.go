package sheet

import (
	"strings"

	"synlig/data/bilag/pdf"
	"synlig/data/bilag/typeset"
)

// drawer draws the pages.
type drawer struct {
	*Sheet
	w      *pdf.Writer
	places map[string]spot
	pages  int

	format  Format
	strokes []stroke // drawn after the text: they may not stand inside it
	areas   []area
	bars    []bar
	// marginFree is where the next number in the margin may stand at the
	// highest.
	marginFree float64
}

// stroke is a filled rectangle that is no part of the text.
type stroke struct {
	pdf.Area
	color pdf.Color
}

// area is where a link can be clicked.
type area struct {
	pdf.Area
	leaf *leaf
}

// baseline is how far below a line's top its letters stand, as a share of the
// line's height and the type's size: the letters' height is centred.
func baseline(lead, size float64) float64 { return lead/2 + 0.33*size }

// page draws one page.
func (d *drawer) page(index int, page typeset.Page) {
	d.format = d.formats[page.Section]
	d.w.BeginPage(d.format.Width, d.format.Height)
	d.strokes, d.areas, d.bars = d.strokes[:0], d.areas[:0], d.bars[:0]
	d.marginFree = 0
	d.header()
	for _, part := range page.Parts {
		b := d.blocks[part.Block]
		if part.Repeated {
			d.w.Artifact(pdf.PaginationArtifact, func() { d.part(b, part) })
			continue
		}
		if b.outline != "" && part.From == 0 {
			d.w.Bookmark(b.outline, b.depth, part.Y-4)
		}
		d.part(b, part)
	}
	d.bridgeBars()
	if len(d.strokes) > 0 {
		d.w.Artifact(pdf.LayoutArtifact, func() {
			for _, s := range d.strokes {
				d.w.Rect(s.Area, s.color)
			}
		})
	}
	d.footer(index)
	for _, a := range d.areas {
		target := pdf.Target{Address: a.leaf.Link.Address}
		if target.Address == "" {
			place, ok := d.places[a.leaf.Link.Anchor]
			if !ok {
				continue
			}
			target.Page, target.Y = place.page, place.y-8
		}
		d.w.Link(a.Area, target, a.leaf.elem, d.readable.Text(a.leaf.Link.Says))
	}
}

// part draws the lines of a block that stand on this page, cell by cell: that
// is the order in which they are read.
func (d *drawer) part(b *block, part typeset.Part) {
	if b.row != nil && !part.Repeated {
		for _, c := range b.cells {
			c.elem.Attach()
		}
	}
	top := part.Y + b.PadTop
	if b.chart != nil {
		d.figure(b, top)
	}
	for i := range b.cells {
		c := &b.cells[i]
		if c.elem != nil && !part.Repeated {
			c.elem.Attach()
		}
		for k := part.From; k < min(part.To, len(c.lines)); k++ {
			d.line(b, c, &c.lines[k], top+float64(k-part.From)*b.Lead, part.Repeated)
		}
	}
	if b.entryOf != nil {
		d.dots(b, top)
	}
	height := b.PadTop + float64(part.To-part.From)*b.Lead + b.PadBottom
	if b.ruleTop > 0 {
		d.rule(part.Y-b.ruleTop, b.ruleTop, strongInk)
	}
	if b.ruleFoot > 0 {
		color := ruleInk
		if b.ruleTop > 0 {
			color = strongInk
		}
		d.rule(part.Y+height-b.ruleFoot, b.ruleFoot, color)
	}
}

func (d *drawer) rule(y, height float64, c pdf.Color) {
	d.strokes = append(d.strokes, stroke{pdf.Area{X: d.format.Left, Y: y, Width: d.format.measure(), Height: height}, c})
}

// line draws one line whose top is at y.
func (d *drawer) line(b *block, c *cell, line *setLine, y float64, repeated bool) {
	left := d.format.Left + c.x
	if c.right {
		left += c.width - line.Width
	}
	base := y + baseline(b.Lead, b.style.Size)
	labels := d.marginLabels(line, base)
	bold := c.paras[0].bold
	barred := false
	for i, seg := range line.Segs {
		l := &line.leaves[seg.Run]
		if !repeated {
			d.w.Begin(l.elem)
		}
		barred = barred || l.Bar
		t := pdf.Type{Face: l.face(bold), Size: b.style.Size, Color: l.color()}
		switch x := left + seg.X; {
		case l.Margin:
			d.margin(l, labels)
		case l.Hidden:
			d.w.Hidden(t, x, base, d.roomBefore(b, line, i), seg.Text)
		default:
			text := seg.Text
			if line.Hyphen && i == len(line.Segs)-1 {
				text += string(typeset.SoftHyphen)
			}
			d.w.Text(t, x, base, text)
			d.decorate(l, x, base, seg.Width, b.style.Size)
			if l.Link != nil && l.elem != nil && !repeated {
				d.active(l, pdf.Area{X: x, Y: y, Width: seg.Width, Height: b.Lead})
			}
		}
	}
	if barred {
		d.bars = append(d.bars, bar{y, y + b.Lead})
	}
}

// roomBefore is how far before a part of a line the last printed word begins.
func (d *drawer) roomBefore(b *block, line *setLine, part int) float64 {
	for k := part - 1; k >= 0; k-- {
		seg := line.Segs[k]
		l := &line.leaves[seg.Run]
		text := strings.TrimRight(seg.Text, " ")
		if l.Hidden || l.Margin || text == "" {
			continue
		}
		start := strings.LastIndexByte(text, ' ') + 1
		before := float64(d.faces[l.face(b.style.Bold)].Measure(text[:start])) * b.style.Size / typeset.Units
		return line.Segs[part].X - seg.X - before
	}
	return d.format.Left / 2 // the margin
}

// active makes an area a link, together with the area before it when that is
// the same link on the same line.
func (d *drawer) active(l *leaf, a pdf.Area) {
	if n := len(d.areas); n > 0 && d.areas[n-1].leaf.Link == l.Link && d.areas[n-1].leaf.elem == l.elem && d.areas[n-1].Y == a.Y {
		last := &d.areas[n-1]
		last.Width = a.X + a.Width - last.X
		return
	}
	d.areas = append(d.areas, area{a, l})
}

// decorate draws the lines under and through marked text, and the dots under
// a link.
func (d *drawer) decorate(l *leaf, x, base, width, size float64) {
	line := func(offset, height float64) {
		d.strokes = append(d.strokes, stroke{pdf.Area{X: x, Y: base + offset*size, Width: width, Height: height * size}, l.Mark.color()})
	}
	switch l.Mark {
	case Added:
		line(0.14, 0.06)
	case Removed:
		line(-0.27, 0.06)
	case MovedHere:
		line(0.11, 0.045)
		line(0.24, 0.045)
	case MovedAway:
		line(-0.365, 0.045)
		line(-0.215, 0.045)
	case Plain:
		if l.Link != nil && l.Link.Address != "" {
			const dot, gap = 0.9, 1.6
			for at := 0.0; at+dot <= width; at += dot + gap {
				d.strokes = append(d.strokes, stroke{pdf.Area{X: x + at, Y: base + 0.16*size, Width: dot, Height: 0.7}, linkInk})
			}
		}
	}
}

// dots leads the eye from a line of the contents to its page number.
func (d *drawer) dots(b *block, y float64) {
	n := len(b.cells)
	title, number := &b.cells[n-2], &b.cells[n-1]
	if len(title.lines) == 0 || len(number.lines) == 0 {
		return
	}
	last := len(title.lines) - 1
	from := d.format.Left + title.x + title.lines[last].Width + 6
	to := d.format.Left + number.x + number.width - number.lines[0].Width - 6
	base := y + float64(last)*b.Lead + baseline(b.Lead, b.style.Size)
	const step = 5.0
	for x := to - 1; x > from; x -= step {
		d.strokes = append(d.strokes, stroke{pdf.Area{X: x, Y: base - 0.8, Width: 0.8, Height: 0.8}, quietInk})
	}
}
