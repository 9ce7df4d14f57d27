package redline

import (
	"hash/maphash"
	"slices"

	"synlig/data/document"
)

// keys gives every block a number such that blocks with the same text, byte for
// byte, have the same number.
func (k *keyring) keys(base, draft []document.Block) (a, b []uint32) {
	k.reserve(len(base) + len(draft))
	left, right := func() { a = k.hashes(base) }, func() { b = k.hashes(draft) }
	if helpers(len(base)+len(draft)) > 1 {
		together(left, right)
	} else {
		left()
		right()
	}
	k.raw(base, a)
	k.raw(draft, b)
	return a, b
}

type keyring struct {
	seed  maphash.Seed
	next  uint32
	table []slot
	texts []string // by key
	exact map[uint64][]tokenKey
}

type tokenKey struct {
	tokens []uint32
	key    uint32
}

// hashes are the hashes of the blocks' texts.
func (k *keyring) hashes(blocks []document.Block) []uint32 {
	all := make([]uint32, len(blocks))
	for i := range blocks {
		all[i] = uint32(maphash.String(k.seed, blocks[i].Text))
	}
	return all
}

// raw puts the blocks' numbers in the place of their hashes.
func (k *keyring) raw(blocks []document.Block, numbers []uint32) {
	mask := uint32(len(k.table) - 1)
	for i := range blocks {
		text := blocks[i].Text
		hash := numbers[i]
		at := hash & mask
		for k.table[at].number != 0 && (k.table[at].hash != hash || k.texts[k.table[at].number-1] != text) {
			at = (at + 1) & mask
		}
		if k.table[at].number == 0 {
			k.texts = append(k.texts, text)
			k.table[at] = slot{hash, uint32(len(k.texts))}
		}
		numbers[i] = k.table[at].number - 1
	}
	k.next = uint32(len(k.texts))
}

// reserve makes room for n texts.
func (k *keyring) reserve(n int) {
	size := 64
	for size < 2*n {
		size *= 2
	}
	k.table = make([]slot, size)
	k.texts = make([]string, 0, n)
}

// normal gives the blocks of s that have no group yet a number by their
// tokens: there the spelling of quotation marks and spaces tells nothing.
func (k *keyring) normal(s *side, of []int32, numbers []uint32) {
	if k.exact == nil {
		k.exact = map[uint64][]tokenKey{}
	}
	for i, n := range of {
		if n >= 0 {
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
