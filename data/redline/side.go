package redline

import (
	"slices"

	"synlig/data/document"
)

// side is one of the two texts, cut into tokens as far as they are needed: a
// block that stands word for word in both texts is never cut.
type side struct {
	blocks []document.Block
	vocab  *vocabulary
	parts  []part
	ids    []uint32 // the tokens of all blocks that were cut
	at     []extent // where each token stands in its block's text
}

type part struct {
	from, to int32 // the block's tokens in ids; from is -1 before cutting
	words    int32 // how many of them are words
}

type extent struct{ start, end uint32 }

func newSide(blocks []document.Block, vocab *vocabulary) *side {
	s := &side{blocks: blocks, vocab: vocab, parts: make([]part, len(blocks))}
	for i := range s.parts {
		s.parts[i].from = -1
	}
	return s
}

// reserve makes room for the tokens of the blocks without a group, and tells how
// many these are.
func (s *side) reserve(of []int32) (blocks int) {
	bytes := 0
	for i, n := range of {
		if n < 0 {
			blocks++
			bytes += len(s.blocks[i].Text)
		}
	}
	s.ids = slices.Grow(s.ids, bytes/5)
	s.at = slices.Grow(s.at, bytes/5)
	return blocks
}

// cut makes sure that block i is cut into tokens.
func (s *side) cut(i int) *part {
	p := &s.parts[i]
	if p.from >= 0 {
		return p
	}
	p.from = int32(len(s.ids))
	s.ids, s.at = s.scanInto(s.ids, s.at, s.blocks[i].Text, 0)
	p.to = int32(len(s.ids))
	for _, n := range s.ids[p.from:p.to] {
		if s.vocab.isWord(n) {
			p.words++
		}
	}
	return p
}

// scanInto adds the tokens of text from the byte at on.
func (s *side) scanInto(ids []uint32, places []extent, text string, at int) ([]uint32, []extent) {
	for t, ok := scan(text, at); ok; t, ok = scan(text, t.end) {
		spelled := text[t.start:t.end]
		if !t.plain {
			spelled = normal(spelled, t.sort)
		}
		ids = append(ids, s.vocab.number(spelled, t.sort))
		places = append(places, extent{uint32(t.start), uint32(t.end)})
	}
	return ids, places
}

// tokens are the numbers of block i's tokens. The slice is good until the next
// block is cut.
func (s *side) tokens(i int) []uint32 {
	p := s.cut(i)
	return s.ids[p.from:p.to]
}

// words is the number of words in block i.
func (s *side) words(i int) int { return int(s.cut(i).words) }
