package strategy

import (
	"hash/maphash"

	"synlig/screens/kit"
)

// look tells two marked blocks apart by what is drawn, but for the numbers of
// the changes: those are others at each comparison, and take no new measuring.
type look uint64

var lookSeed = maphash.MakeSeed()

func lookOf(b kit.MarkedBlock) look {
	var h maphash.Hash
	h.SetSeed(lookSeed)
	flag := func(on bool) byte {
		if on {
			return 1
		}
		return 0
	}
	h.WriteString(b.Label)
	h.Write([]byte{0, byte(b.Heading), byte(b.Indent), flag(b.Quote)})
	for _, p := range b.Pieces {
		h.WriteString(p.Text)
		h.Write([]byte{0, flag(p.Bold), flag(p.Italic), flag(p.Link), byte(p.Mark)})
	}
	return look(h.Sum64())
}

// measure makes a text ready to be shown. What was measured already is not
// measured again.
func (s *paper) measure(p paragraph) paperText {
	t, known := s.known[p.look]
	if !known || len(t.left.Block.Pieces) != len(p.text.Pieces) {
		t = &paperText{left: s.ruler.Prepare(p.text)}
	}
	s.measured[p.look] = t
	text := *t
	text.left.Block, text.block, text.draft, text.look = p.text, p.block, p.draft, p.look
	return text
}

// highAt are the heights of a text's slabs at a width, worked out once.
func (t *paperText) highAt(line float32) []float32 {
	if t.wide != line || t.high == nil {
		t.high, t.wide = t.left.AppendHeights(nil, line), line
	}
	return t.high
}

// remember keeps the heights of texts that are measured, for the next reading.
func (s *paper) remember() {
	for i := range s.texts {
		t := &s.texts[i]
		if known := s.known[t.look]; known != nil && t.look != 0 {
			known.high, known.wide = t.high, t.wide
		}
	}
}
