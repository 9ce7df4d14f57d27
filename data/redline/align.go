package redline

import (
	"hash/maphash"
	"iter"
	"slices"
)

// group is a set of blocks that belong together: one on each side, or one on
// one side and two or three on the other where a block was split or merged.
type group struct {
	a0, a1, b0, b1 int // blocks [a0, a1) of the base, [b0, b1) of the draft
	moved          bool
	exact          bool // the texts are the same byte for byte
}

// aligner finds out which block of the draft comes from which of the base.
type aligner struct {
	scale
	differ
	ring       keyring
	keyA, keyB []uint32 // equal for blocks that are taken for the same
	texts      uint32   // keys below this stand for the same text byte for byte
	groups     []group
	ofA, ofB   []int32 // the group of each block, -1 for none
	enough     float64 // likeness from which a block counts as split
	book       phrases
	cells      []cell
}

// align pairs the blocks of base and draft. Groups that are not moved rise on
// both sides.
func align(base, draft *side) *aligner {
	al := &aligner{scale: scale{base: base, draft: draft}, enough: likeSplit}
	al.ring.seed = maphash.MakeSeed()
	al.keyA, al.keyB = al.ring.keys(base.blocks, draft.blocks)
	al.texts = al.ring.next
	al.ofA, al.ofB = none(len(base.blocks)), none(len(draft.blocks))
	al.groups = make([]group, 0, min(len(base.blocks), len(draft.blocks)))
	al.byIDAndText()
	al.dissolve()
	al.exactMoves(5)
	al.eachGap(al.opposite)
	al.cutRest()
	al.eachGap(al.similar)
	al.splits()
	al.eachGap(al.torn)
	al.ring.normal(base, al.ofA, al.keyA)
	al.ring.normal(draft, al.ofB, al.keyB)
	al.exactMoves(5)
	al.editedMoves()
	al.exactMoves(1)
	al.eachGap(al.facing)
	return al
}

func none(n int) []int32 {
	of := make([]int32, n)
	for i := range of {
		of[i] = -1
	}
	return of
}

func (al *aligner) join(a0, a1, b0, b1 int, moved bool) {
	for i := a0; i < a1; i++ {
		al.ofA[i] = int32(len(al.groups))
	}
	for j := b0; j < b1; j++ {
		al.ofB[j] = int32(len(al.groups))
	}
	exact := a1-a0 == 1 && b1-b0 == 1 && al.keyA[a0] == al.keyB[b0] &&
		(al.keyA[a0] < al.texts || al.base.blocks[a0].Text == al.draft.blocks[b0].Text)
	al.groups = append(al.groups, group{a0, a1, b0, b1, moved, exact})
}

// byIDAndText joins blocks with the same id, and in order those with the same
// text. Of those that cross each other the heavier stay; blocks with the same
// id that cross them have moved.
func (al *aligner) byIDAndText() {
	pairs := al.byID()
	for _, p := range pairs { // a pair by id has a key of its own
		al.keyA[p.a], al.keyB[p.b] = al.ring.next, al.ring.next
		al.ring.next++
	}
	a, b := al.keyA, al.keyB
	head := commonHead(a, b)
	tail := commonTail(a[head:], b[head:])
	for i := range head {
		al.join(i, i+1, i, i+1, false)
	}
	inA, inB := a[head:len(a)-tail], b[head:len(b)-tail]
	if len(al.seen) < int(al.ring.next) {
		al.seen = make([]sighting, int(al.ring.next))
	}
	al.once(inA, inB)
	anchors := al.heaviest(slices.Clone(al.anchors), head)
	al.anchors = al.anchors[:0]
	atA, atB := 0, 0
	for _, p := range append(anchors, run{len(inA), len(inB), 0}) {
		al.alike(inA[atA:p.a], inB[atB:p.b], head+atA, head+atB)
		if p.n > 0 {
			al.join(head+p.a, head+p.a+1, head+p.b, head+p.b+1, false)
		}
		atA, atB = p.a+1, p.b+1
	}
	for n := range tail {
		i, j := len(a)-tail+n, len(b)-tail+n
		al.join(i, i+1, j, j+1, false)
	}
	for _, p := range pairs {
		if al.ofA[p.a] < 0 && al.ofB[p.b] < 0 {
			al.join(p.a, p.a+1, p.b, p.b+1, true)
		}
	}
}

// alike joins blocks with the same key in order. a and b begin at blocks fromA
// and fromB.
func (al *aligner) alike(a, b []uint32, fromA, fromB int) {
	if len(a) == 0 || len(b) == 0 {
		return
	}
	// What the search leaves open is decided by the texts, so that comparing
	// the other way round decides the same.
	flipped := len(a) > len(b)
	for k := 0; len(a) == len(b) && k < len(a); k++ {
		if s, t := al.base.blocks[fromA+k].Text, al.draft.blocks[fromB+k].Text; s != t {
			flipped = s > t
			break
		}
	}
	if flipped {
		a, b = b, a
	}
	for _, r := range al.common(a, b, int(al.ring.next)) {
		if flipped {
			r.a, r.b = r.b, r.a
		}
		for n := range r.n {
			al.join(fromA+r.a+n, fromA+r.a+n+1, fromB+r.b+n, fromB+r.b+n+1, false)
		}
	}
}

// eachGap calls do with the blocks of each stretch between two joined pairs
// that have no group yet.
func (al *aligner) eachGap(do func(a, b []int32)) {
	var a, b []int32
	i, j := 0, 0
	flush := func(endA, endB int) {
		a, b = a[:0], b[:0]
		for ; i < endA; i++ {
			if al.ofA[i] < 0 {
				a = append(a, int32(i))
			}
		}
		for ; j < endB; j++ {
			if al.ofB[j] < 0 {
				b = append(b, int32(j))
			}
		}
		if len(a) > 0 && len(b) > 0 {
			do(a, b)
		}
	}
	for g := range al.inOrder() {
		flush(g.a0, g.b0)
		i, j = g.a1, g.b1
	}
	flush(len(al.ofA), len(al.ofB))
}

// inOrder are the groups that have not moved, from first to last.
func (al *aligner) inOrder() iter.Seq[group] {
	return func(yield func(group) bool) {
		for i, n := range al.ofA {
			if n >= 0 && al.groups[n].a0 == i && !al.groups[n].moved && !yield(al.groups[n]) {
				return
			}
		}
	}
}

// torn joins blocks of a small stretch with their parts, once nothing is left
// that they are more like.
func (al *aligner) torn(a, b []int32) {
	if len(a)*len(b) <= fewPairs && len(a)+len(b) > 2 {
		al.enough = likeTorn
		al.table(a, b, len(a)+len(b))
		al.enough = likeSplit
	}
}

// facing joins the only two blocks that face each other: if they are somewhat
// alike, or if both are headings, for then one was renamed.
func (al *aligner) facing(a, b []int32) {
	if len(a) != 1 || len(b) != 1 {
		return
	}
	i, j := int(a[0]), int(b[0])
	kindA, kindB := al.base.blocks[i].Kind, al.draft.blocks[j].Kind
	likeness, _ := al.dice(i, i+1, j, j+1)
	if likeness >= likeFacing || kindA == kindB && kindA.HeadingLevel() > 0 {
		al.join(i, i+1, j, j+1, false)
	}
}
