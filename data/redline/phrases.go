package redline

import (
	"cmp"
	"slices"
)

// phrase is two tokens in a row, and the last block of each side in which it
// was seen.
type phrase struct {
	id       uint64
	inA, inB uint8 // in how many blocks: 0, 1, or 2 for more
	a, b     int32
}

// phrases is a table of phrases, kept from one stretch to the next.
type phrases struct {
	table []phrase
	used  []int32
}

// at is the phrase's place in the table, which has room for n of them.
func (p *phrases) at(id uint64) *phrase {
	mask := uint64(len(p.table) - 1)
	k := (id * 0x9E3779B97F4A7C15) >> 20 & mask
	for p.table[k].id != id {
		if p.table[k].id == 0 {
			p.table[k].id = id
			p.used = append(p.used, int32(k))
			break
		}
		k = (k + 1) & mask
	}
	return &p.table[k]
}

// reset empties the table and makes room for n phrases.
func (p *phrases) reset(n int) {
	size := 1024
	for size < 2*n {
		size *= 2
	}
	if size > len(p.table) {
		p.table = make([]phrase, size)
	} else {
		for _, k := range p.used {
			p.table[k] = phrase{}
		}
	}
	p.used = p.used[:0]
}

// vote is how many phrases two blocks have in common.
type vote struct {
	a, b  int
	count int
}

// votes counts, for the blocks a and b, the phrases that stand in just one
// block of each. Votes are in order of a, then b.
func (al *aligner) votes(a, b []int32) []vote {
	total := 0
	for _, i := range a {
		total += len(al.base.tokens(int(i)))
	}
	for _, j := range b {
		total += len(al.draft.tokens(int(j)))
	}
	al.book.reset(total)
	for k, i := range a {
		tokens := al.base.tokens(int(i))
		for t := 1; t < len(tokens); t++ {
			p := al.book.at(uint64(tokens[t-1])<<32 | uint64(tokens[t]))
			if p.inA == 0 || p.a != int32(k) {
				p.inA, p.a = min(p.inA+1, 2), int32(k)
			}
		}
	}
	for k, j := range b {
		tokens := al.draft.tokens(int(j))
		for t := 1; t < len(tokens); t++ {
			p := al.book.at(uint64(tokens[t-1])<<32 | uint64(tokens[t]))
			if p.inB == 0 || p.b != int32(k) {
				p.inB, p.b = min(p.inB+1, 2), int32(k)
			}
		}
	}
	var votes []vote
	for _, k := range al.book.used {
		if p := &al.book.table[k]; p.inA == 1 && p.inB == 1 {
			votes = append(votes, vote{int(p.a), int(p.b), 1})
		}
	}
	slices.SortFunc(votes, func(x, y vote) int { return cmp.Or(cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b)) })
	sum := votes[:0]
	for _, v := range votes {
		if last := len(sum) - 1; last >= 0 && sum[last].a == v.a && sum[last].b == v.b {
			sum[last].count++
			continue
		}
		sum = append(sum, v)
	}
	return sum
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
