package redline

import "hash/maphash"

// vocabulary gives every different token a small number, so that texts are
// compared as numbers. Numbers are given in order of appearance and so never
// depend on the hash, whose seed differs from run to run.
type vocabulary struct {
	seed  maphash.Seed
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
	v := &vocabulary{seed: maphash.MakeSeed(), table: make([]slot, 1<<12), words: make([]entry, 0, 1<<11)}
	v.number("\n", mark)
	return v
}

// number is the number of the token spelled text.
func (v *vocabulary) number(text string, s sort) uint32 {
	hash := uint32(maphash.String(v.seed, text))
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
