package redline

// strand is the text of one side of a group as one row of tokens; where the
// group has several blocks, a border token stands between them.
type strand struct {
	side   *side
	blocks [2]int // [from, to)
	ids    []uint32
	at     []extent
	of     []int32 // the block of each token; nil when there is but one block
	// from and to are the bytes of a single block that are laid out here. What
	// lies outside is the same on the other side.
	from, to int
	skipped  int // how many tokens of the base stand before from
}

// strand lays out blocks [from, to) of s, in the room lent by buf. What was not
// cut before is cut for this strand alone: s stays as it is.
func (s *side) strand(from, to int, buf *strand) strand {
	if to-from == 1 {
		lone := strand{side: s, blocks: [2]int{from, to}, to: len(s.blocks[from].Text)}
		if p := s.parts[from]; p.from >= 0 {
			lone.ids, lone.at = s.ids[p.from:p.to], s.at[p.from:p.to]
		} else {
			buf.ids, buf.at = s.scanInto(buf.ids[:0], buf.at[:0], s.blocks[from].Text, 0)
			lone.ids, lone.at = buf.ids, buf.at
		}
		return lone
	}
	buf.ids, buf.at, buf.of = buf.ids[:0], buf.at[:0], buf.of[:0]
	for i := from; i < to; i++ {
		if i > from {
			end := uint32(len(s.blocks[i-1].Text))
			buf.ids = append(buf.ids, border)
			buf.at = append(buf.at, extent{end, end})
			buf.of = append(buf.of, int32(i-1))
		}
		if p := s.parts[i]; p.from >= 0 {
			buf.ids = append(buf.ids, s.ids[p.from:p.to]...)
			buf.at = append(buf.at, s.at[p.from:p.to]...)
		} else {
			buf.ids, buf.at = s.scanInto(buf.ids, buf.at, s.blocks[i].Text, 0)
		}
		for len(buf.of) < len(buf.ids) {
			buf.of = append(buf.of, int32(i))
		}
	}
	return strand{side: s, blocks: [2]int{from, to}, ids: buf.ids, at: buf.at, of: buf.of}
}

// place is a byte in a block's text.
type place struct{ block, byte int }

// block is the block of token i.
func (s *strand) block(i int) int {
	if s.of == nil {
		return s.blocks[0]
	}
	return int(s.of[i])
}

// close is where the strand ends.
func (s *strand) close() place {
	last := s.blocks[1] - 1
	if s.of == nil {
		return place{last, s.to}
	}
	return place{last, len(s.side.blocks[last].Text)}
}

// last is where the last block's text ends.
func (s *strand) last() place {
	block := s.blocks[1] - 1
	return place{block, len(s.side.blocks[block].Text)}
}

// start is where token i begins; for the token after the last, where the text
// ends.
func (s *strand) start(i int) place {
	if i == len(s.ids) {
		return s.close()
	}
	return place{s.block(i), int(s.at[i].start)}
}

// end is where token i ends; for the token before the first, where the text
// begins. The border ends where the next block begins.
func (s *strand) end(i int) place {
	switch {
	case i < 0:
		return place{s.blocks[0], s.from}
	case s.ids[i] == border:
		return place{s.block(i) + 1, 0}
	}
	return place{s.block(i), int(s.at[i].end)}
}

// gap tells whether there is space before token i.
func (s *strand) gap(i int) bool { return s.start(i) != s.end(i-1) }

// isWord tells whether token i counts as a word.
func (s *strand) isWord(i int) bool { return s.side.vocab.isWord(s.ids[i]) }

// text spells token i as it is compared.
func (s *strand) text(i int) string { return s.side.vocab.words[s.ids[i]].text }

// words is the number of words among tokens [from, to).
func (s *strand) words(from, to int) int {
	n := 0
	for _, id := range s.ids[from:to] {
		if s.side.vocab.words[id].sort != mark {
			n++
		}
	}
	return n
}
