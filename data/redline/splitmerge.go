package redline

// mostParts is into how many blocks one can be split, or from how many merged.
const mostParts = 6

// split weighs one block against its possible parts on the other side. It
// tells the words in common, and whether the whole is alike enough and every
// part belongs to it: a part that has little to do with what the others leave
// of the whole is a block of its own that stands beside it.
func (al *aligner) split(a0, a1, b0, b1 int, enough float64) (common int, ok bool) {
	n, m := al.base.size(a0, a1), al.draft.size(b0, b1)
	if 2*float64(min(n, m)) < enough*float64(n+m) || n == 0 || m == 0 {
		return 0, false
	}
	likeness, common := al.dice(a0, a1, b0, b1)
	if likeness < enough {
		return 0, false
	}
	whole, parts, from, to := al.base, al.draft, b0, b1
	w0 := a0
	if a1-a0 > 1 {
		whole, parts, from, to, w0 = al.draft, al.base, a0, a1, b0
	}
	// Words that are left of the whole when the other parts have taken theirs.
	for h := from; h < to; h++ {
		al.load(whole, w0, w0+1, false)
		others := al.meet(parts, from, h, false) + al.meetAfter(parts, from, h, to)
		al.unload(whole, w0, w0+1)
		if 2*(common-others) < parts.words(h) || parts.words(h) == 0 {
			return 0, false
		}
	}
	return common, true
}

// meetAfter is what the parts after h meet once those before h have met.
func (al *aligner) meetAfter(parts *side, from, h, to int) int {
	take := func(sign int32) {
		for k := from; k < h; k++ {
			for _, n := range parts.tokens(k) {
				al.counts[n] += sign
			}
		}
	}
	take(-1)
	met := al.meet(parts, h+1, to, false)
	take(1)
	return met
}

// splits looks at every pair whose words differ: together with a free
// neighbour it may be the two parts of a split or a merge.
func (al *aligner) splits() {
	for g := range al.groups {
		p := al.groups[g]
		if p.moved || p.a1-p.a0 != 1 || p.b1-p.b0 != 1 || p.exact {
			continue
		}
		best, most := p, 0
		for before := 0; before < mostParts; before++ {
			for after := 0; before+after < mostParts; after++ {
				if before+after == 0 {
					continue
				}
				if b0, b1 := p.b0-before, p.b1+after; al.free(al.ofB, b0, p.b0) && al.free(al.ofB, p.b1, b1) {
					if common, ok := al.split(p.a0, p.a1, b0, b1, likeTorn); ok && common > most {
						best, most = group{a0: p.a0, a1: p.a1, b0: b0, b1: b1}, common
					}
				}
				if a0, a1 := p.a0-before, p.a1+after; al.free(al.ofA, a0, p.a0) && al.free(al.ofA, p.a1, a1) {
					if common, ok := al.split(a0, a1, p.b0, p.b1, likeTorn); ok && common > most {
						best, most = group{a0: a0, a1: a1, b0: p.b0, b1: p.b1}, common
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
