package redline

// cut is where a hunk's bytes lie: from the end of the equal text before it to
// the beginning of the equal text after it, on both sides.
type cut struct{ a0, a1, b0, b1 place }

// cutAt decides to whom the spaces around a hunk belong. A replacement takes
// none, so that "skal" becomes "bør" between two spaces that stay; words that
// come or go alone take the space after them, or else the one before.
func cutAt(a, b *strand, h hunk) cut {
	c := cut{a.start(h.a0), a.end(h.a1 - 1), b.start(h.b0), b.end(h.b1 - 1)}
	switch {
	case h.a0 == h.a1:
		c.a0, c.a1, c.b0, c.b1 = alone(a, h.a0, b, h.b0, h.b1)
		return c
	case h.b0 == h.b1:
		c.b0, c.b1, c.a0, c.a1 = alone(b, h.b0, a, h.a0, h.a1)
		return c
	}
	if first := h.a0 == 0 && h.b0 == 0; first || a.gap(h.a0) != b.gap(h.b0) {
		c.a0, c.b0 = a.end(h.a0-1), b.end(h.b0-1)
	}
	if last := h.a1 == len(a.ids) && h.b1 == len(b.ids); last || a.gap(h.a1) != b.gap(h.b1) {
		c.a1, c.b1 = a.start(h.a1), b.start(h.b1)
	}
	return c
}

// alone cuts words [from, to) of much that stand before token at of none, and
// have nothing there to face.
func alone(none *strand, at int, much *strand, from, to int) (n0, n1, m0, m1 place) {
	n0, n1 = none.end(at-1), none.start(at)
	m0, m1 = much.end(from-1), much.start(to)
	before, after := m0 != much.start(from), m1 != much.end(to-1)
	switch {
	case n0 == n1: // no space to share: all that is new comes along
	case before: // the space before stays, the one after comes along
		return n1, n1, much.start(from), m1
	case after: // a comma: the space after it stays
		return n0, n0, m0, much.end(to - 1)
	}
	return n0, n1, m0, m1 // the space itself is replaced
}

// segmenter cuts two strands into segments.
type segmenter struct {
	a, b     *strand
	segments []Segment
}

// segments cuts a row. Until its changes are numbered, Change is the place of
// the hunk in the row: 1, 2, 3 …
func segments(a, b *strand, hunks []hunk, into []Segment) []Segment {
	s := segmenter{a, b, into}
	fromA, fromB := place{block: a.blocks[0]}, place{block: b.blocks[0]}
	for i, h := range hunks {
		c := cutAt(a, b, h)
		// Two hunks that touch may both ask for the space between them.
		c.a0, c.b0 = later(c.a0, fromA), later(c.b0, fromB)
		c.a1, c.b1 = later(c.a1, c.a0), later(c.b1, c.b0)
		s.equal(fromA, c.a0, fromB, c.b0)
		s.marked(Delete, a, c.a0, c.a1, i+1)
		s.marked(Insert, b, c.b0, c.b1, i+1)
		fromA, fromB = c.a1, c.b1
	}
	s.equal(fromA, a.last(), fromB, b.last())
	return s.segments
}

func later(p, q place) place {
	if q.block > p.block || q.block == p.block && q.byte > p.byte {
		return q
	}
	return p
}

// equal adds what both sides have between two hunks, cut at borders.
func (s *segmenter) equal(a0, a1, b0, b1 place) {
	for a0.block < a1.block && b0.block < b1.block {
		s.same(a0, len(s.a.side.blocks[a0.block].Text), b0, len(s.b.side.blocks[b0.block].Text))
		s.segments = append(s.segments, Segment{Op: Equal, Text: "\n"})
		a0, b0 = place{a0.block + 1, 0}, place{b0.block + 1, 0}
	}
	s.same(a0, a1.byte, b0, b1.byte)
}

// same adds the equal text from a0 and b0 up to the given bytes of their blocks.
func (s *segmenter) same(a0 place, a1 int, b0 place, b1 int) {
	if a0.byte == a1 && b0.byte == b1 {
		return
	}
	old := s.a.side.blocks[a0.block].Text[a0.byte:a1]
	text := s.b.side.blocks[b0.block].Text[b0.byte:b1]
	seg := Segment{Op: Equal, Text: text, Base: Piece{a0.block, a0.byte, a1}, Draft: Piece{b0.block, b0.byte, b1}}
	if old != text {
		seg.Old = old
	}
	s.segments = append(s.segments, seg)
}

// marked adds the text from one place of a strand to another, cut at borders.
func (s *segmenter) marked(op Op, from *strand, start, end place, n int) {
	for {
		stop := end
		if start.block < end.block {
			stop = place{start.block, len(from.side.blocks[start.block].Text)}
		}
		if start.byte < stop.byte {
			seg := Segment{Op: op, Text: from.side.blocks[start.block].Text[start.byte:stop.byte], Change: n}
			piece := Piece{start.block, start.byte, stop.byte}
			if op == Delete {
				seg.Base = piece
			} else {
				seg.Draft = piece
			}
			s.segments = append(s.segments, seg)
		}
		if stop == end {
			return
		}
		s.segments = append(s.segments, Segment{Op: op, Text: "\n", Change: n})
		start = place{start.block + 1, 0}
	}
}
