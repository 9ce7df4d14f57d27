package redline

import (
	"iter"
	"slices"
	"strconv"
)

// An anchor counts words and marks as comparing does: token From of block
// Block up to token To of block Through. The border behind a block's last
// token counts as one more token of it. Blocks without an id are known by
// their place ("#12" is the block with index 12), which is enough because the
// base never moves.

// BlockID is the name by which anchors know base block i.
func BlockID(c *Comparison, i int) string { return blockID(c.Base[i].ID, i) }

func blockID(id string, i int) string {
	if id == "" {
		return "#" + strconv.Itoa(i)
	}
	return id
}

// spot is a token of the base: block, and token within the block.
type spot struct{ block, token int }

func (s spot) before(t spot) bool {
	return s.block < t.block || s.block == t.block && s.token < t.token
}

// reach is what an anchor holds on to, in spots: [from, to), or the gap at
// from when both are the same.
type reach struct {
	from, to spot
}

func (r reach) empty() bool { return r.from == r.to }

// overlaps tells whether two reaches have a token in common, or one is a gap
// within the other.
func (r reach) overlaps(o reach) bool {
	if r.empty() && o.empty() {
		return r.from == o.from
	}
	return r.from.before(o.to) && o.from.before(r.to)
}

// notebook is what people said, sorted for look-up.
type notebook struct {
	notes   []Note
	reaches []reach
	known   []bool // whether the note's blocks are in the base
	byBlock map[int][]int
}

func newNotebook(base *side, notes []Note) *notebook {
	if len(notes) == 0 {
		return nil
	}
	index := make(map[string]int, len(base.blocks))
	for i := len(base.blocks) - 1; i >= 0; i-- {
		index[blockID(base.blocks[i].ID, i)] = i
		index[blockID("", i)] = i
	}
	b := &notebook{notes: notes, reaches: make([]reach, len(notes)), known: make([]bool, len(notes)), byBlock: map[int][]int{}}
	for k, note := range notes {
		a := note.Anchor
		from, ok := index[a.Block]
		if a.After && a.Block == "" {
			from, ok = -1, true
		}
		to := from
		if a.Through != "" {
			var known bool
			to, known = index[a.Through]
			ok = ok && known
		}
		b.known[k] = ok
		if !ok {
			continue
		}
		b.reaches[k] = reach{spot{from, a.From}, spot{to, a.To}}
		for i := from; i <= to; i++ {
			b.byBlock[i] = append(b.byBlock[i], k)
		}
	}
	return b
}

// apart tells, for the hunks of a row, whether two of them belong to different
// decision points; nil when nothing was said about the row.
func (n *notebook) apart(a *strand) func(first, last hunk) bool {
	if n == nil {
		return nil
	}
	var near []int
	for i := a.blocks[0]; i < a.blocks[1]; i++ {
		near = append(near, n.byBlock[i]...)
	}
	near = slices.DeleteFunc(near, func(k int) bool {
		anchor := n.notes[k].Anchor
		return n.notes[k].Point == 0 || anchor.After || anchor.Act == Move || anchor.Act == Reform
	})
	if len(near) < 2 {
		return nil
	}
	points := func(h hunk) map[int]bool {
		found := map[int]bool{}
		r := a.reach(h.a0, h.a1)
		for _, k := range near {
			if n.reaches[k].overlaps(r) {
				found[n.notes[k].Point] = true
			}
		}
		return found
	}
	return func(first, last hunk) bool {
		p, q := points(first), points(last)
		if len(p) == 0 || len(q) == 0 {
			return false
		}
		for point := range p {
			if q[point] {
				return false
			}
		}
		return true
	}
}

// reach is where tokens [from, to) of a base strand stand.
func (s *strand) reach(from, to int) reach {
	if s.of == nil || from == to {
		start := s.spot(from)
		return reach{start, spot{start.block, start.token + to - from}}
	}
	end := s.spot(to - 1)
	end.token++
	return reach{s.spot(from), end}
}

// spot is where token i stands; for the token after the last, the end of the
// last block.
func (s *strand) spot(i int) spot {
	if s.of == nil {
		return spot{s.blocks[0], i + s.skipped}
	}
	block := s.blocks[1] - 1
	if i < len(s.ids) {
		block = int(s.of[i])
	}
	first := i
	for first > 0 && s.ids[first-1] != border {
		first--
	}
	return spot{block, i - first}
}

// held is the reach of a hunk in the words of a row, whether it is editorial,
// and, once that is known, the number of its change.
type held struct {
	number int
	reach  reach
	mild   bool
}

// holds are the hunks that became changes.
func (c *comparer) holds() iter.Seq[held] {
	return func(yield func(held) bool) {
		for _, marks := range c.marks {
			for _, h := range marks {
				if h.number > 0 && !yield(h) {
					return
				}
			}
		}
	}
}

// anchors gives every change its anchor.
func (c *comparer) anchors() {
	c.spans = make([]reach, len(c.Changes))
	for h := range c.holds() {
		c.hold(&c.Changes[h.number-1], h.reach)
	}
	for n := range c.Changes {
		ch := &c.Changes[n]
		switch ch.Action {
		case Add:
			after := c.baseBefore(ch.Blocks[0])
			ch.Anchor = Anchor{After: true, Text: ch.New, Act: Add}
			if after >= 0 {
				ch.Anchor.Block = BlockID(&c.Comparison, after)
			}
		case Remove, Move:
			first, last := -1, -1
			for _, r := range ch.Blocks {
				if row := &c.Blocks[r]; row.Status == Deleted || row.Status == MovedFrom {
					if first < 0 {
						first = row.Base[0]
					}
					last = row.Base[0]
				}
			}
			c.hold(ch, reach{spot{first, 0}, spot{last, len(c.base.tokens(last))}})
		case Reform:
			first, last := ch.Formats[0].Base, ch.Formats[len(ch.Formats)-1].Base
			c.hold(ch, reach{spot{first.Block, 0}, spot{last.Block, len(c.base.tokens(last.Block))}})
		}
	}
}

// hold anchors a change at a reach.
func (c *comparer) hold(ch *Change, r reach) {
	c.spans[ch.Number-1] = r
	ch.Anchor = Anchor{Block: BlockID(&c.Comparison, r.from.block), From: r.from.token, To: r.to.token, Act: ch.Action}
	if r.to.block != r.from.block {
		ch.Anchor.Through = BlockID(&c.Comparison, r.to.block)
	}
	if r.empty() {
		ch.Anchor.Text = ch.New
	}
}

// baseBefore is the base block after which row r stands, -1 for none.
func (c *comparer) baseBefore(r int) int {
	for r--; r >= 0; r-- {
		if base := c.Blocks[r].Base; len(base) > 0 {
			return base[len(base)-1]
		}
	}
	return -1
}
