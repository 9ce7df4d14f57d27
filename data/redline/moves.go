package redline

import (
	"cmp"
	"slices"
)

// exactMoves joins blocks that were left over on both sides and have the same
// text, if it has at least fewest words and stands over but once on each side.
func (al *aligner) exactMoves(fewest int) {
	over := make([]sighting, al.ring.next) // by key
	for i, n := range al.ofA {
		if n < 0 {
			s := &over[al.keyA[i]]
			s.inA = min(s.inA+1, 2)
		}
	}
	for j, n := range al.ofB {
		if n < 0 {
			s := &over[al.keyB[j]]
			s.inB, s.b = min(s.inB+1, 2), int32(j)
		}
	}
	for i, n := range al.ofA {
		if n >= 0 {
			continue
		}
		s := over[al.keyA[i]]
		if s.inA == 1 && s.inB == 1 && al.base.words(i) >= fewest {
			al.join(i, i+1, int(s.b), int(s.b)+1, true)
		}
	}
}

// editedMoves joins blocks that were left over on both sides, have at least
// five words and are very much alike: they moved and were edited.
func (al *aligner) editedMoves() {
	a, b := leftOver(al.base, al.ofA), leftOver(al.draft, al.ofB)
	if len(a) == 0 || len(b) == 0 {
		return
	}
	type match struct {
		i, j     int
		likeness float64
	}
	var matches []match
	for _, v := range al.votes(a, b) {
		i, j := int(a[v.a]), int(b[v.b])
		n, m := al.base.words(i), al.draft.words(j)
		if 2*float64(min(n, m)) < likeMove*float64(n+m) {
			continue
		}
		if likeness, _ := al.dice(i, i+1, j, j+1); likeness >= likeMove && al.sameRecord(i, j) {
			matches = append(matches, match{i, j, likeness})
		}
	}
	slices.SortStableFunc(matches, func(x, y match) int {
		return cmp.Or(cmp.Compare(y.likeness, x.likeness), cmp.Compare(abs(x.i-x.j), abs(y.i-y.j)), cmp.Compare(x.i+x.j, y.i+y.j))
	})
	for _, m := range matches {
		if al.ofA[m.i] < 0 && al.ofB[m.j] < 0 {
			al.join(m.i, m.i+1, m.j, m.j+1, true)
		}
	}
}

// sameRecord tells whether at least one number stands in both blocks, if both
// have any: lines of a list that differ in all their numbers ("Sag 12 …" and
// "Sag 30 …") are two records, however much alike.
func (al *aligner) sameRecord(i, j int) bool {
	numbers := func(s *side, tokens []uint32) (all []uint32) {
		for _, n := range tokens {
			if s.vocab.words[n].sort == number {
				all = append(all, n)
			}
		}
		return all
	}
	a, b := numbers(al.base, al.base.tokens(i)), numbers(al.draft, al.draft.tokens(j))
	return len(a) == 0 || len(b) == 0 || slices.ContainsFunc(a, func(n uint32) bool { return slices.Contains(b, n) })
}

// leftOver are the blocks without a group that have at least five words.
func leftOver(s *side, of []int32) []int32 {
	var left []int32
	for i, n := range of {
		if n < 0 && s.words(i) >= 5 {
			left = append(left, int32(i))
		}
	}
	return left
}

func abs(n int) int { return max(n, -n) }
