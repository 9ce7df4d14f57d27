package redline

import "synlig/data/document"

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

// cut makes sure that block i is cut into tokens.
func (s *side) cut(i int) *part {
	p := &s.parts[i]
	if p.from >= 0 {
		return p
	}
	text := s.blocks[i].Text
	p.from = int32(len(s.ids))
	for t, ok := scan(text, 0); ok; t, ok = scan(text, t.end) {
		spelled := text[t.start:t.end]
		if !t.plain {
			spelled = normal(spelled, t.sort)
		}
		s.ids = append(s.ids, s.vocab.number(spelled, t.sort))
		s.at = append(s.at, extent{uint32(t.start), uint32(t.end)})
		if t.sort != mark {
			p.words++
		}
	}
	p.to = int32(len(s.ids))
	return p
}

// tokens are the numbers of block i's tokens. The slice is good until the next
// block is cut.
func (s *side) tokens(i int) []uint32 {
	p := s.cut(i)
	return s.ids[p.from:p.to]
}

// words is the number of words in block i.
func (s *side) words(i int) int { return int(s.cut(i).words) }
