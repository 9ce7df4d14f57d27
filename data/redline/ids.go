package redline

import (
	"cmp"
	"hash/fnv"
	"slices"

	"synlig/data/document"
)

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
