package redline

import "slices"

// vocabulary gives every different token a small number, so that texts are
// compared as numbers.
type vocabulary struct {
	table []slot
	words []entry
}

// slot holds a token's hash and its number+1; 0 for an empty slot.
type slot struct{ hash, number uint32 }

type entry struct {
	text string // as compared
	sort sort
}

// border is the token ¶ between two blocks of a split or merge.
const border uint32 = 0

func newVocabulary() *vocabulary {
	v := &vocabulary{table: make([]slot, 1<<12), words: make([]entry, 0, 1<<11)}
	v.number("\n", mark)
	return v
}

// number is the number of the token spelled text.
func (v *vocabulary) number(text string, s sort) uint32 {
	hash := hashOf(text)
	mask := uint32(len(v.table) - 1)
	at := hash & mask
	for v.table[at].number != 0 {
		if v.table[at].hash == hash {
			if n := v.table[at].number - 1; v.words[n].text == text {
				return n
			}
		}
		at = (at + 1) & mask
	}
	v.words = append(v.words, entry{text, s})
	v.table[at] = slot{hash, uint32(len(v.words))}
	if len(v.words)*2 > len(v.table) {
		v.grow()
	}
	return uint32(len(v.words) - 1)
}

// hashOf mixes a token's bytes, eight at a time. Tokens are short, and a call
// into a library would cost more than the mixing.
func hashOf(text string) uint32 {
	const mix = 0x9E3779B97F4A7C15
	h := uint64(len(text)) * mix
	for len(text) >= 8 {
		h = (h ^ word64(text)) * mix
		h ^= h >> 29
		text = text[8:]
	}
	var rest uint64
	for i := range len(text) {
		rest = rest<<8 | uint64(text[i])
	}
	h = (h ^ rest) * mix
	return uint32(h >> 32)
}

func word64(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// clone is a vocabulary that gives all tokens known so far the same numbers.
func (v *vocabulary) clone() *vocabulary {
	return &vocabulary{table: slices.Clone(v.table), words: slices.Clone(v.words)}
}

func (v *vocabulary) grow() {
	old := v.table
	v.table = make([]slot, 2*len(old))
	mask := uint32(len(v.table) - 1)
	for _, s := range old {
		if s.number == 0 {
			continue
		}
		at := s.hash & mask
		for v.table[at].number != 0 {
			at = (at + 1) & mask
		}
		v.table[at] = s
	}
}

// isWord tells whether the token counts as a word.
func (v *vocabulary) isWord(n uint32) bool { return v.words[n].sort != mark }
