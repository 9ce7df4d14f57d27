package redline

import (
	"cmp"
	"hash/fnv"
	"hash/maphash"
	"iter"
	"slices"

	"synlig/data/document"
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
	al.reserve()
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

// reserve makes room for the tokens of all blocks that still have no group.
func (al *aligner) reserve() {
	al.base.reserve(al.ofA)
	al.draft.reserve(al.ofB)
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

// byID are the pairs of blocks that carry the same id. An id that stands twice
// in a document tells nothing.
func (al *aligner) byID() []run {
	ids := make(map[string]run)
	for i := range al.base.blocks {
		if id := al.base.blocks[i].ID; id != "" {
			p := ids[id]
			ids[id] = run{a: i, n: p.n + 1}
		}
	}
	if len(ids) == 0 {
		return nil
	}
	seen := make(map[string]run, len(ids))
	for j := range al.draft.blocks {
		if id := al.draft.blocks[j].ID; id != "" {
			p := seen[id]
			seen[id] = run{b: j, n: p.n + 1}
		}
	}
	var pairs []run
	for j := range al.draft.blocks {
		id := al.draft.blocks[j].ID
		if p, q := ids[id], seen[id]; id != "" && p.n == 1 && q.n == 1 {
			pairs = append(pairs, run{p.a, j, 1})
		}
	}
	return pairs
}

// heaviest keeps of the pairs, which rise in a, the row that rises in b with
// the most text. Equal weights are told apart by the texts themselves, so that
// comparing the other way round keeps the same row.
func (al *aligner) heaviest(pairs []run, head int) []run {
	if slices.IsSortedFunc(pairs, func(x, y run) int { return x.b - y.b }) {
		return pairs
	}
	order := make([]int, len(pairs)) // pairs by their place in b
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(x, y int) int { return cmp.Compare(pairs[x].b, pairs[y].b) })
	rank := make([]int, len(pairs))
	for r, i := range order {
		rank[i] = r + 1
	}
	total := make([]uint64, len(pairs)) // the heaviest row that ends with a pair
	before := make([]int, len(pairs))
	tree := make([]int, len(pairs)+1) // best end+1 among the ranks below
	last := -1
	for i, p := range pairs {
		best := 0
		for r := rank[i] - 1; r > 0; r -= r & -r {
			if k := tree[r]; k > 0 && (best == 0 || total[k-1] > total[best-1]) {
				best = k
			}
		}
		total[i] = weight(&al.base.blocks[head+p.a], &al.draft.blocks[head+p.b])
		before[i] = best - 1
		if best > 0 {
			total[i] += total[best-1]
		}
		for r := rank[i]; r < len(tree); r += r & -r {
			if k := tree[r]; k == 0 || total[i] > total[k-1] {
				tree[r] = i + 1
			}
		}
		if last < 0 || total[i] > total[last] {
			last = i
		}
	}
	var row []run
	for i := last; i >= 0; i = before[i] {
		row = append(row, pairs[i])
	}
	slices.Reverse(row)
	return row
}

// weight is how much a pair of blocks weighs: the length of its texts first,
// and then a number drawn from the letters of texts and ids.
func weight(old, now *document.Block) uint64 {
	draw := func(s string) uint64 {
		h := fnv.New64a()
		h.Write([]byte(s))
		n := h.Sum64()
		return (n ^ n>>32) * 0x9E3779B97F4A7C15 >> 46 // short texts differ at the low end only
	}
	return uint64(len(old.Text)+len(now.Text)+2)<<20 + draw(old.Text) + draw(now.Text) + draw(old.ID) + draw(now.ID)
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
