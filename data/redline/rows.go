package redline

// rows lays the groups out in reading order: what went out of a stretch stands
// before what came in. Then the words of each row are compared.
func (c *comparer) rows() {
	c.Blocks = make([]Block, 0, max(len(c.Base), len(c.Draft))+8)
	c.pairs = make([]int32, 0, cap(c.Blocks))
	c.first = none(len(c.aligner.groups))
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
		c.lay(Block{Twin: -1}, c.aligner.ofA[g.a0])
		i, j = g.a1, g.b1
	}
	upTo(len(c.Base), len(c.Draft))
	c.write()
}

// lay adds a row. pair is the group whose words are still to be compared for
// it, -1 for none.
func (c *comparer) lay(row Block, pair int32) {
	c.Blocks = append(c.Blocks, row)
	c.pairs = append(c.pairs, pair)
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
		c.lay(row, -1)
		c.twin(n)
		return
	}
	if text != "" {
		row.Segments = c.pieces.one(Segment{Op: Delete, Text: text, Base: piece})
	}
	c.lay(row, -1)
}

// in adds the row of a block that is new here.
func (c *comparer) in(j int) {
	if n := c.aligner.ofB[j]; n >= 0 {
		c.lay(Block{Status: MovedTo, Twin: -1}, n)
		c.twin(n)
		return
	}
	text := c.Draft[j].Text
	row := Block{Status: Inserted, Draft: c.ints.one(j), Twin: -1}
	if text != "" {
		row.Segments = c.pieces.one(Segment{Op: Insert, Text: text, Draft: Piece{j, 0, len(text)}})
	}
	c.lay(row, -1)
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

// write compares the words of all rows that stand in both texts. No row knows
// of another, so they are shared out among scribes.
func (c *comparer) write() {
	c.marks = make([][]held, len(c.Blocks))
	differ := 0
	for _, g := range c.aligner.groups {
		if !g.exact {
			differ++
		}
	}
	rows := portions{n: len(c.Blocks)}
	jobs := make([]func(), helpers(differ))
	for k := range jobs {
		s := newScribe(c)
		if k > 0 {
			s.own(c.base.vocab.clone())
		}
		jobs[k] = func() {
			rows.each(func(from, to int) {
				for r := from; r < to; r++ {
					if n := c.pairs[r]; n >= 0 {
						c.marks[r] = s.both(&c.Blocks[r], c.aligner.groups[n])
					}
				}
			})
		}
	}
	together(jobs...)
}
