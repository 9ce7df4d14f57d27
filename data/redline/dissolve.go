package redline

import "slices"

// light is how many words the blocks have at most that are let go for the sake
// of heavier ones: a lone "Bemærk:" must not part a paragraph from its halves.
const light = 3

// dissolve lets go of light pairs with the same text that stand in the way:
// what is left over before them on one side is like what is left over behind
// them on the other.
func (al *aligner) dissolve() {
	still := slices.AppendSeq(make([]group, 0, len(al.groups)), al.inOrder())
	letGo := false
	for k := 0; k < len(still); k++ {
		last := k // still[k:last+1] are light pairs with nothing left over between them
		for last+1 < len(still) && last-k < 2 && still[last].a1 == still[last+1].a0 && still[last].b1 == still[last+1].b0 {
			last++
		}
		for ; last >= k; last-- {
			if al.inTheWay(still, k, last) {
				for _, g := range still[k : last+1] {
					al.ofA[g.a0], al.ofB[g.b0] = -1, -1
				}
				letGo = true
				k = last
				break
			}
		}
	}
	if letGo {
		al.tidy()
	}
}

// inTheWay tells whether the groups from k to last are light and part similar
// text.
func (al *aligner) inTheWay(still []group, k, last int) bool {
	before, after := group{}, group{a0: len(al.ofA), b0: len(al.ofB)}
	if k > 0 {
		before = still[k-1]
	}
	if last+1 < len(still) {
		after = still[last+1]
	}
	first, end := still[k], still[last]
	leftA, leftB := first.a0-before.a1, first.b0-before.b1
	rightA, rightB := after.a0-end.a1, after.b0-end.b1
	if leftA > mostParts || leftB > mostParts || rightA > mostParts || rightB > mostParts {
		return false
	}
	a0, a1, b0, b1 := before.a1, first.a0, end.b1, after.b0
	switch {
	case leftA > 0 && leftB == 0 && rightA == 0 && rightB > 0:
	case leftA == 0 && leftB > 0 && rightA > 0 && rightB == 0:
		a0, a1, b0, b1 = end.a1, after.a0, before.b1, first.b0
	default:
		return false
	}
	words := 0
	for _, g := range still[k : last+1] {
		id := al.base.blocks[g.a0].ID
		words += al.base.words(g.a0)
		if id != "" && id == al.draft.blocks[g.b0].ID || words > light {
			return false
		}
	}
	likeness, common := al.dice(a0, a1, b0, b1)
	return likeness >= likePair && common > 4*words
}

// tidy drops the groups that were let go.
func (al *aligner) tidy() {
	kept := al.groups[:0]
	for _, g := range al.groups {
		if al.ofA[g.a0] < 0 {
			continue
		}
		for i := g.a0; i < g.a1; i++ {
			al.ofA[i] = int32(len(kept))
		}
		for j := g.b0; j < g.b1; j++ {
			al.ofB[j] = int32(len(kept))
		}
		kept = append(kept, g)
	}
	al.groups = kept
}
