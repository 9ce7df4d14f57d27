package redline

// split weighs one block against its two or three possible halves on the other
// side; it tells the words in common, and whether the whole and every half are
// alike enough. A half that has little to do with the whole is a block of its
// own that stands beside it.
func (al *aligner) split(a0, a1, b0, b1 int) (common int, ok bool) {
	n, m := al.base.size(a0, a1), al.draft.size(b0, b1)
	if 2*float64(min(n, m)) < likeSplit*float64(n+m) || n == 0 || m == 0 {
		return 0, false
	}
	likeness, common := al.dice(a0, a1, b0, b1)
	if likeness < likeSplit {
		return 0, false
	}
	whole, halves, from, to := al.base, al.draft, b0, b1
	w0 := a0
	if a1-a0 > 1 {
		whole, halves, from, to, w0 = al.draft, al.base, a0, a1, b0
	}
	// Words that are left of the whole when the other halves have taken theirs.
	for h := from; h < to; h++ {
		al.load(whole, w0, w0+1, false)
		others := al.meet(halves, from, h, false) + al.meetAfter(halves, from, h, to)
		al.unload(whole, w0, w0+1)
		if 2*(common-others) < halves.words(h) || halves.words(h) == 0 {
			return 0, false
		}
	}
	return common, true
}

// meetAfter is what the halves after h meet once those before h have met.
func (al *aligner) meetAfter(halves *side, from, h, to int) int {
	take := func(sign int32) {
		for k := from; k < h; k++ {
			for _, n := range halves.tokens(k) {
				al.counts[n] += sign
			}
		}
	}
	take(-1)
	met := al.meet(halves, h+1, to, false)
	take(1)
	return met
}

// splits looks at every pair whose words differ: together with a free
// neighbour it may be the two halves of a split or a merge.
func (al *aligner) splits() {
	for g := range al.groups {
		p := al.groups[g]
		if p.moved || p.a1-p.a0 != 1 || p.b1-p.b0 != 1 || al.keyA[p.a0] == al.keyB[p.b0] && !al.reworded(p) {
			continue
		}
		best, most := p, 0
		for before := 0; before <= 2; before++ {
			for after := 0; before+after <= 2; after++ {
				if before+after == 0 {
					continue
				}
				if b0, b1 := p.b0-before, p.b1+after; al.free(al.ofB, b0, p.b0) && al.free(al.ofB, p.b1, b1) {
					if common, ok := al.split(p.a0, p.a1, b0, b1); ok && common > most {
						best, most = group{p.a0, p.a1, b0, b1, false}, common
					}
				}
				if a0, a1 := p.a0-before, p.a1+after; al.free(al.ofA, a0, p.a0) && al.free(al.ofA, p.a1, a1) {
					if common, ok := al.split(a0, a1, p.b0, p.b1); ok && common > most {
						best, most = group{a0, a1, p.b0, p.b1, false}, common
					}
				}
			}
		}
		al.groups[g] = best
		for i := best.a0; i < best.a1; i++ {
			al.ofA[i] = int32(g)
		}
		for j := best.b0; j < best.b1; j++ {
			al.ofB[j] = int32(g)
		}
	}
}

// reworded tells whether a pair that was joined by its id has other words now.
func (al *aligner) reworded(p group) bool {
	old, now := al.base.blocks[p.a0], al.draft.blocks[p.b0]
	return old.ID != "" && old.ID == now.ID && old.Text != now.Text
}

// free tells whether blocks [from, to) exist and belong to no group.
func (al *aligner) free(of []int32, from, to int) bool {
	if from < 0 || to > len(of) {
		return false
	}
	for _, n := range of[from:to] {
		if n >= 0 {
			return false
		}
	}
	return true
}
