package redline

// scribe compares the words of rows, one row at a time, and shares nothing that
// it alters with other scribes.
type scribe struct {
	base, draft *side
	scales      *scales
	known       []term // by token number, once looked up
	notes       *notebook
	worder      worder
	bufA, bufB  strand
	ints        arena[int]
	pieces      arena[Segment]
	helds       arena[held]
	raw         []hunk    // lent to each row in turn
	segments    []Segment // lent to each row in turn
	old, now    []term    // the words of a change, lent to each in turn
}

func newScribe(c *comparer) *scribe {
	return &scribe{base: c.base, draft: c.draft, scales: &c.scales, notes: c.notes}
}

// own gives the scribe a vocabulary that it may add to. It must know all tokens
// of the blocks that were cut before by the same numbers.
func (s *scribe) own(vocab *vocabulary) {
	base, draft := *s.base, *s.draft
	base.vocab, draft.vocab = vocab, vocab
	s.base, s.draft = &base, &draft
}

// both fills the row of blocks that stand in both texts, and tells what each of
// its hunks concerns.
func (s *scribe) both(row *Block, g group) (marks []held) {
	moved := row.Status == MovedTo
	row.Base, row.Draft = s.span(g.a0, g.a1), s.span(g.b0, g.b1)
	if g.exact {
		if text := s.draft.blocks[g.b0].Text; text != "" {
			row.Segments = s.pieces.one(Segment{Op: Equal, Text: text, Base: Piece{g.a0, 0, len(text)}, Draft: Piece{g.b0, 0, len(text)}})
		}
	} else {
		a, b := s.strands(g)
		hunks := s.clean(&a, &b, s.worder.compare(&a, &b))
		s.segments = segments(&a, &b, hunks, s.segments[:0])
		row.Segments = s.pieces.keep(s.segments)
		if len(hunks) > 0 {
			row.Status = Changed
		}
		marks = s.helds.lend(len(hunks))
		for _, h := range hunks {
			marks = append(marks, held{reach: a.reach(h.a0, h.a1), mild: s.editorial(&a, &b, h)})
		}
	}
	row.Formats = formats(s.base.blocks, s.draft.blocks, row)
	if len(row.Formats) > 0 {
		row.Status = Changed
	}
	if moved {
		row.Status, row.Base = MovedTo, nil
	}
	return marks
}

func (s *scribe) span(from, to int) []int {
	all := s.ints.lend(to - from)
	for i := from; i < to; i++ {
		all = append(all, i)
	}
	return all
}
