package redline

import "hash/maphash"

// vocabulary gives every different token a small number, so that texts are
// compared as numbers. Numbers are given in order of appearance and so never
// depend on the hash, whose seed differs from run to run.
type vocabulary struct {
	seed  maphash.Seed
	table []uint32 // number+1 of the token in this slot, 0 for an empty slot
	words []entry
}

type entry struct {
	text string // as compared
	hash uint32
	sort sort
}

// border is the token ¶ between two blocks of a split or merge.
const border uint32 = 0

func newVocabulary() *vocabulary {
	v := &vocabulary{seed: maphash.MakeSeed(), table: make([]uint32, 1<<12), words: make([]entry, 0, 1<<11)}
	v.number("\n", mark)
	return v
}

// number is the number of the token spelled text.
func (v *vocabulary) number(text string, s sort) uint32 {
	hash := uint32(maphash.String(v.seed, text))
	mask := uint32(len(v.table) - 1)
	slot := hash & mask
	for v.table[slot] != 0 {
		n := v.table[slot] - 1
		if w := &v.words[n]; w.hash == hash && w.text == text {
			return n
		}
		slot = (slot + 1) & mask
	}
	v.words = append(v.words, entry{text, hash, s})
	v.table[slot] = uint32(len(v.words))
	if len(v.words)*2 > len(v.table) {
		v.grow()
	}
	return uint32(len(v.words) - 1)
}

func (v *vocabulary) grow() {
	v.table = make([]uint32, 2*len(v.table))
	mask := uint32(len(v.table) - 1)
	for n, w := range v.words {
		slot := w.hash & mask
		for v.table[slot] != 0 {
			slot = (slot + 1) & mask
		}
		v.table[slot] = uint32(n + 1)
	}
}

// isWord tells whether the token counts as a word.
func (v *vocabulary) isWord(n uint32) bool { return v.words[n].sort != mark }
