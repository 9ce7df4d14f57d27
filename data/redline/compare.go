package redline

import "synlig/data/document"

// Compare finds what changed from base to draft. The result is the same to the
// byte every time; it keeps base and draft, which must not be altered
// afterwards. Both may be empty, and their blocks need no ids.
func Compare(base, draft []document.Block, options Options) Comparison {
	vocab := newVocabulary()
	c := &comparer{
		scales:     newScales(options.Weighty),
		Comparison: Comparison{Base: base, Draft: draft},
		base:       newSide(base, vocab),
		draft:      newSide(draft, vocab),
	}
	c.notes = newNotebook(c.base, options.Notes)
	c.aligner = align(c.base, c.draft)
	c.rows()
	c.number()
	c.anchors()
	c.attach()
	return c.Comparison
}

// compareRow compares blocks that are known to belong together, any number on
// either side, and gives the segments as Compare would. Borders that stand in
// both are Equal segments with the text "\n".
func compareRow(base, draft []document.Block) []Segment {
	vocab := newVocabulary()
	c := &comparer{
		Comparison: Comparison{Base: base, Draft: draft},
		base:       newSide(base, vocab),
		draft:      newSide(draft, vocab),
	}
	c.both(group{a1: len(base), b1: len(draft)})
	return c.Blocks[0].Segments
}

// comparer carries one comparison from step to step.
type comparer struct {
	Comparison
	base, draft *side
	scales      scales // which words weigh
	notes       *notebook
	aligner     *aligner
	worder      worder
	bufA, bufB  strand
	ints        arena[int]
	pieces      arena[Segment]
	raw         []hunk    // lent to each row in turn
	segments    []Segment // lent to each row in turn
	old, now    []term    // the words of a change, lent to each in turn
	first       []int32   // by group: its first row, -1 before it has one
	reaches     []reach   // what each hunk of the base concerns
	holds       []held
	answered    []bool  // by change: whether a note about an addition found it
	spans       []reach // what each change of the base concerns
	mild        []bool  // whether each hunk is editorial
	hunksOf     []int32 // by row: where its hunks begin in reaches
}

// rows lays the groups out in reading order: what went out of a stretch stands
// before what came in.
func (c *comparer) rows() {
	c.Blocks = make([]Block, 0, max(len(c.Base), len(c.Draft))+8)
	c.first = none(len(c.aligner.groups))
	c.hunksOf = make([]int32, 0, cap(c.Blocks))
	c.reaches = make([]reach, 0, 2*len(c.Base)+8)
	c.mild = make([]bool, 0, 2*len(c.Base)+8)
	i, j := 0, 0
	upTo := func(endA, endB int) {
		for ; i < endA; i++ {
			c.out(i)
		}
		for ; j < endB; j++ {
			c.in(j)
		}
	}
	for g := range c.aligner.inOrder() {
		upTo(g.a0, g.b0)
		c.both(g)
		i, j = g.a1, g.b1
	}
	upTo(len(c.Base), len(c.Draft))
}

// out adds the row of a block that is gone from here.
func (c *comparer) out(i int) {
	text := c.Base[i].Text
	piece := Piece{i, 0, len(text)}
	row := Block{Status: Deleted, Base: c.ints.one(i), Twin: -1}
	if n := c.aligner.ofA[i]; n >= 0 {
		row.Status = MovedFrom
		if text != "" {
			row.Segments = c.pieces.one(Segment{Op: Equal, Text: text, Base: piece})
		}
		c.Blocks = append(c.Blocks, row)
		c.twin(n)
		return
	}
	if text != "" {
		row.Segments = c.pieces.one(Segment{Op: Delete, Text: text, Base: piece})
	}
	c.Blocks = append(c.Blocks, row)
}

// in adds the row of a block that is new here.
func (c *comparer) in(j int) {
	if n := c.aligner.ofB[j]; n >= 0 {
		c.both(c.aligner.groups[n])
		row := &c.Blocks[len(c.Blocks)-1]
		row.Status, row.Base = MovedTo, nil
		c.twin(n)
		return
	}
	text := c.Draft[j].Text
	row := Block{Status: Inserted, Draft: c.ints.one(j), Twin: -1}
	if text != "" {
		row.Segments = c.pieces.one(Segment{Op: Insert, Text: text, Draft: Piece{j, 0, len(text)}})
	}
	c.Blocks = append(c.Blocks, row)
}

// twin ties the last row to the other end of its move.
func (c *comparer) twin(group int32) {
	row := len(c.Blocks) - 1
	if other := c.first[group]; other >= 0 {
		c.Blocks[row].Twin, c.Blocks[other].Twin = int(other), row
		return
	}
	c.first[group] = int32(row)
}

// both adds the row of blocks that stand in both texts.
func (c *comparer) both(g group) {
	row := Block{Base: c.span(g.a0, g.a1), Draft: c.span(g.b0, g.b1), Twin: -1}
	if g.exact {
		if text := c.Draft[g.b0].Text; text != "" {
			row.Segments = c.pieces.one(Segment{Op: Equal, Text: text, Base: Piece{g.a0, 0, len(text)}, Draft: Piece{g.b0, 0, len(text)}})
		}
	} else {
		a, b := c.strands(g)
		hunks := c.worder.compare(&a, &b)
		hunks = c.clean(&a, &b, hunks)
		c.segments = segments(&a, &b, hunks, c.segments[:0])
		row.Segments = c.pieces.keep(c.segments)
		if len(hunks) > 0 {
			row.Status = Changed
			for len(c.hunksOf) <= len(c.Blocks) {
				c.hunksOf = append(c.hunksOf, int32(len(c.reaches)))
			}
		}
		for _, h := range hunks {
			c.reaches = append(c.reaches, a.reach(h.a0, h.a1))
			c.mild = append(c.mild, c.editorial(&a, &b, h))
		}
	}
	row.Formats = formats(c.Base, c.Draft, &row)
	if len(row.Formats) > 0 {
		row.Status = Changed
	}
	c.Blocks = append(c.Blocks, row)
}

func (c *comparer) span(from, to int) []int {
	all := c.ints.lend(to - from)
	for i := from; i < to; i++ {
		all = append(all, i)
	}
	return all
}
