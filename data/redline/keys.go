package redline

import (
	"hash/maphash"
	"slices"

	"synlig/data/document"
)

// keys gives every block a number such that blocks with the same text have the
// same number, and blocks that carry the same id, too. Texts are first told
// apart byte for byte; only those that stand in one of the two documents alone
// are cut into tokens and compared as those.
func keys(base, draft *side) (a, b []uint32, size int) {
	k := &keyring{seed: maphash.MakeSeed(), vocab: base.vocab}
	a, b = k.raw(base.blocks), k.raw(draft.blocks)
	inA, inB := make([]bool, k.next), make([]bool, k.next)
	for _, n := range a {
		inA[n] = true
	}
	for _, n := range b {
		inB[n] = true
	}
	k.normal(base, a, inB)
	k.normal(draft, b, inA)
	return a, b, int(k.next)
}

type keyring struct {
	seed  maphash.Seed
	vocab *vocabulary
	next  uint32
	table []keyslot
	exact map[uint64][]tokenKey
}

type keyslot struct {
	text string
	hash uint64
	key  uint32 // key+1, 0 for an empty slot
}

type tokenKey struct {
	tokens []uint32
	key    uint32
}

func (k *keyring) raw(blocks []document.Block) []uint32 {
	numbers := make([]uint32, len(blocks))
	k.reserve(len(blocks))
	mask := uint64(len(k.table) - 1)
	for i := range blocks {
		text := blocks[i].Text
		hash := maphash.String(k.seed, text)
		slot := hash & mask
		for k.table[slot].key != 0 && (k.table[slot].hash != hash || k.table[slot].text != text) {
			slot = (slot + 1) & mask
		}
		if k.table[slot].key == 0 {
			k.next++
			k.table[slot] = keyslot{text, hash, k.next}
		}
		numbers[i] = k.table[slot].key - 1
	}
	return numbers
}

// reserve makes room for n more texts.
func (k *keyring) reserve(n int) {
	size := 64
	for size < 2*(int(k.next)+n) {
		size *= 2
	}
	old := k.table
	k.table = make([]keyslot, size)
	mask := uint64(size - 1)
	for _, s := range old {
		if s.key == 0 {
			continue
		}
		slot := s.hash & mask
		for k.table[slot].key != 0 {
			slot = (slot + 1) & mask
		}
		k.table[slot] = s
	}
}

// normal gives the blocks of s whose text is not met in the other document a
// new number by their tokens.
func (k *keyring) normal(s *side, numbers []uint32, met []bool) {
	if k.exact == nil {
		k.exact = map[uint64][]tokenKey{}
	}
	for i, n := range numbers {
		if int(n) < len(met) && met[n] {
			continue
		}
		tokens := s.tokens(i)
		hash := uint64(len(tokens))
		for _, t := range tokens {
			hash = (hash ^ uint64(t)) * 0x9E3779B97F4A7C15
			hash ^= hash >> 29
		}
		at := slices.IndexFunc(k.exact[hash], func(t tokenKey) bool { return slices.Equal(t.tokens, tokens) })
		if at < 0 {
			at = len(k.exact[hash])
			k.exact[hash] = append(k.exact[hash], tokenKey{tokens, k.next})
			k.next++
		}
		numbers[i] = k.exact[hash][at].key
	}
}
