package redline

import (
	"cmp"
	"slices"
)

// phrasebook finds the blocks of two stretches that share phrases (two tokens
// in a row), in time that grows with the text and not with its square.
type phrasebook struct {
	seen map[uint64]phrase
}

type phrase struct {
	inA, inB uint8
	a, b     int32
}

// vote is how many phrases two blocks have in common.
type vote struct {
	a, b  int
	count int
}

// votes counts, for the blocks a and b, the phrases that stand in just one
// block of each. Votes are in order of a, then b.
func (al *aligner) votes(a, b []int32) []vote {
	seen := make(map[uint64]phrase)
	each := func(s *side, blocks []int32, note func(p *phrase, k int32)) {
		for k, i := range blocks {
			tokens := s.tokens(int(i))
			for t := 1; t < len(tokens); t++ {
				id := uint64(tokens[t-1])<<32 | uint64(tokens[t])
				p := seen[id]
				note(&p, int32(k))
				seen[id] = p
			}
		}
	}
	each(al.base, a, func(p *phrase, k int32) {
		if p.inA == 0 || p.a != k {
			p.inA = min(p.inA+1, 2)
		}
		p.a = k
	})
	each(al.draft, b, func(p *phrase, k int32) {
		if p.inB == 0 || p.b != k {
			p.inB = min(p.inB+1, 2)
		}
		p.b = k
	})
	counts := make(map[[2]int32]int)
	for _, p := range seen {
		if p.inA == 1 && p.inB == 1 {
			counts[[2]int32{p.a, p.b}]++
		}
	}
	votes := make([]vote, 0, len(counts))
	for pair, n := range counts {
		votes = append(votes, vote{int(pair[0]), int(pair[1]), n})
	}
	slices.SortFunc(votes, func(x, y vote) int { return cmp.Or(cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b)) })
	return votes
}

// byPhrases are pairs of places in a and b, rising on both sides, whose blocks
// share more phrases with each other than with any other and are alike.
func (al *aligner) byPhrases(a, b []int32) []run {
	votes := al.votes(a, b)
	bestA, bestB := make([]int, len(a)), make([]int, len(b))
	for _, v := range votes {
		bestA[v.a] = max(bestA[v.a], v.count)
		bestB[v.b] = max(bestB[v.b], v.count)
	}
	var anchors []run
	for _, v := range votes {
		if v.count < 2 || v.count < bestA[v.a] || v.count < bestB[v.b] {
			continue
		}
		if last := len(anchors) - 1; last >= 0 && anchors[last].a == v.a {
			continue
		}
		i, j := int(a[v.a]), int(b[v.b])
		if likeness, _ := al.dice(i, i+1, j, j+1); likeness >= likePair {
			anchors = append(anchors, run{v.a, v.b, v.count})
		}
	}
	if len(anchors) == 0 {
		return nil
	}
	return anchors[:al.rising(anchors)]
}
