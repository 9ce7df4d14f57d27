package redline

import (
	"cmp"
	"slices"
	"strings"

	"synlig/data/document"
)

// unite makes one text of a node's three.
func (m *merger) unite(n *node) {
	core, mine, theirs := pick(m.common, n.core), pick(m.text[ours], n.parts[ours]), pick(m.text[others], n.parts[others])
	sameText := func(a, b []document.Block) bool { return slices.EqualFunc(a, b, document.Block.Equal) }
	switch {
	case slices.EqualFunc(mine, theirs, identical), slices.EqualFunc(theirs, core, identical):
		n.blocks = mine
	case slices.EqualFunc(mine, core, identical):
		n.blocks = theirs
	case len(core) == 0 && (len(mine) == 0 || len(theirs) == 0): // new on one side
		n.blocks = append(mine, theirs...)
	case len(theirs) == 0 && sameText(mine, core), len(mine) == 0 && sameText(theirs, core): // out on one side
	case len(core) == 0 || len(mine) == 0 || len(theirs) == 0:
		n.blocks, n.conflict = mine, true
	default:
		t := threads{laid(core), [bothSides]thread{laid(mine), laid(theirs)}, [bothSides][]stretch{stretches(core, mine), stretches(core, theirs)}}
		n.blocks, n.conflict = t.unite()
	}
}

// threads are a node's three texts and what both sides changed.
type threads struct {
	core    thread
	side    [bothSides]thread
	changes [bothSides][]stretch
}

// chunk is a place in the common thread that one side changed, or both.
type chunk struct {
	from, to int
	by       [bothSides][]stretch
}

// unite merges the three texts.
func (t *threads) unite() ([]document.Block, bool) {
	w := &weaver{t: t}
	w.begin(0, 0, 0)
	at := 0
	for _, c := range t.chunks() {
		w.common(at, c.from)
		mine0, mine1 := t.range_(ours, c)
		theirs0, theirs1 := t.range_(others, c)
		switch {
		case len(c.by[others]) == 0:
			w.piece(ours, mine0, mine1)
		case len(c.by[ours]) == 0:
			w.piece(others, theirs0, theirs1)
		default:
			if t.side[ours].text[mine0:mine1] != t.side[others].text[theirs0:theirs1] {
				w.conflict = true
			}
			w.piece(ours, mine0, mine1)
		}
		at = c.to
	}
	w.common(at, len(t.core.text))
	w.end()
	return w.blocks, w.conflict
}

// chunks are the changes of both sides, those that overlap together.
func (t *threads) chunks() []chunk {
	kept := t.settled()
	t.clip(&kept)
	type tagged struct {
		stretch
		side int
	}
	var all []tagged
	for s, list := range kept {
		for _, x := range list {
			all = append(all, tagged{x, s})
		}
	}
	slices.SortStableFunc(all, func(x, y tagged) int {
		return cmp.Or(cmp.Compare(x.from, y.from), cmp.Compare(x.to, y.to))
	})
	var chunks []chunk
	for _, x := range all {
		if n := len(chunks); n > 0 && t.meets(chunks[n-1], x.stretch, x.side) {
			c := &chunks[n-1]
			c.to = max(c.to, x.to)
			c.by[x.side] = append(c.by[x.side], x.stretch)
			continue
		}
		c := chunk{from: x.from, to: x.to}
		c.by[x.side] = []stretch{x.stretch}
		chunks = append(chunks, c)
	}
	return chunks
}

// meets tells whether a change, which begins no earlier than the chunk,
// concerns the same words, or adds words at the same gap.
func (t *threads) meets(c chunk, x stretch, side int) bool {
	if x.from < c.to && c.from < x.to {
		return true
	}
	last := c.by[1-side]
	if len(last) == 0 || x.from != x.to {
		return false
	}
	other := last[len(last)-1]
	return other.from == other.to && strings.TrimSpace(t.core.text[other.to:x.from]) == "" && !strings.Contains(t.core.text[other.to:x.from], "\n")
}

// settled are the changes without the spellings that yield to the other side:
// to a change of the words, or to another spelling of the same.
func (t *threads) settled() [bothSides][]stretch {
	var kept [bothSides][]stretch
	for s := range kept {
		kept[s] = slices.DeleteFunc(slices.Clone(t.changes[s]), func(x stretch) bool {
			return x.spelling && slices.ContainsFunc(t.changes[1-s], func(y stretch) bool {
				if x.from >= y.to || y.from >= x.to {
					return false
				}
				mine, theirs := t.side[s].text[x.start:x.end], t.side[1-s].text[y.start:y.end]
				return !y.spelling || mine > theirs
			})
		})
	}
	return kept
}

// clip parts changes that have only spaces in common: the earlier one keeps
// them.
func (t *threads) clip(kept *[bothSides][]stretch) {
	for s := range kept {
		for i := range kept[s] {
			x := &kept[s][i]
			for k := range kept[1-s] {
				y := &kept[1-s][k]
				if x.from < y.from && y.from < x.to && x.to < y.to {
					if shared := t.core.text[y.from:x.to]; strings.TrimSpace(shared) == "" && !strings.Contains(shared, "\n") {
						y.from = x.to
					}
				}
			}
		}
	}
}

// range_ is what a side has in a chunk.
func (t *threads) range_(s int, c chunk) (start, end int) {
	start, end = t.follow(s, c.from, true), t.follow(s, c.to, false)
	if list := c.by[s]; len(list) > 0 {
		if first := list[0]; first.from == c.from {
			start = first.start
		}
		if last := list[len(list)-1]; last.to == c.to {
			end = last.end
		}
	}
	return start, max(start, end)
}

// follow is where byte at of the common thread stands on a side. behind tells
// whether what the side adds there comes before it.
func (t *threads) follow(s, at int, behind bool) int {
	moved := 0
	for _, x := range t.changes[s] {
		if x.to > at || x.from == at && x.to == at && !behind {
			break
		}
		moved = x.end - x.to
	}
	return at + moved
}
