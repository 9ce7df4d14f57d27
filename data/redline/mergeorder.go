package redline

import (
	"slices"
	"strings"
)

// gap is what stands between two blocks that neither side has moved.
type gap [bothSides][]int

// arrange puts the nodes in order. What neither side has moved stands as it
// always did, also where it was taken out, and parts the text into gaps. Into
// these goes what a side has moved or added, in that side's order.
func (m *merger) arrange() []int {
	gapOf := m.gaps()
	by := make([]int, len(m.nodes)) // the side that says where a node stands; bothSides: both
	for n := range m.nodes {
		by[n] = m.placedBy(n, gapOf)
	}
	gaps := make([]gap, len(m.common)+1)
	followers := map[int][]int{}
	for s, order := range m.order {
		at, behind := 0, -1
		for _, n := range order {
			x := &m.nodes[n]
			switch {
			case m.still(n):
				at, behind = m.gapAfter(n), -1
			case by[n] != s && by[n] != bothSides: // the other side has moved it
				if len(x.blocks) > 0 {
					behind = n
				}
			case behind >= 0 && len(x.core) == 0 && by[n] == s && !m.opensSection(n):
				followers[behind] = append(followers[behind], n)
			default:
				gaps[at][s] = append(gaps[at][s], n)
				behind = -1
			}
		}
	}
	var all []int
	add := func(n int) {
		all = append(append(all, n), followers[n]...)
	}
	for at := range gaps {
		if at > 0 {
			if n := m.ofCore[at-1]; m.still(n) && m.gapAfter(n) == at {
				add(n)
			}
		}
		for _, n := range m.weave(gaps[at]) {
			add(n)
		}
	}
	return all
}

// still tells whether a node stands where it did in the common text.
func (m *merger) still(n int) bool {
	x := &m.nodes[n]
	return len(x.core) > 0 && !x.moved[ours] && !x.moved[others]
}

// gapAfter is the gap behind a node that stands still.
func (m *merger) gapAfter(n int) int { return slices.Max(m.nodes[n].core) + 1 }

// gaps tells, for each side and node, in which gap the side has it; -1 where it
// has it not.
func (m *merger) gaps() [bothSides][]int {
	var of [bothSides][]int
	for s, order := range m.order {
		of[s] = slices.Repeat([]int{-1}, len(m.nodes))
		at := 0
		for _, n := range order {
			if m.still(n) {
				at = m.gapAfter(n)
			}
			of[s][n] = at
		}
	}
	return of
}

// placedBy is the side that says where a node stands: the one that has moved or
// added it. When both have, they either agree on the gap, or the earlier one
// is taken.
func (m *merger) placedBy(n int, gapOf [bothSides][]int) int {
	x := &m.nodes[n]
	mine, theirs := gapOf[ours][n], gapOf[others][n]
	if len(x.core) > 0 {
		if !x.moved[ours] {
			mine = -1
		}
		if !x.moved[others] {
			theirs = -1
		}
	}
	switch {
	case theirs < 0:
		return ours
	case mine < 0:
		return others
	case mine == theirs:
		return bothSides
	case mine < theirs:
		return ours
	}
	return others
}

// opensSection tells whether a new node is a heading. It does not follow a
// block that was moved away: it ends that block's section.
func (m *merger) opensSection(n int) bool {
	blocks := m.nodes[n].blocks
	return len(blocks) > 0 && blocks[0].Kind.HeadingLevel() > 0
}

// weave puts together what both sides have in one gap. Each side's order is
// kept, and what both have stands once. Whose additions come first is told by
// their text, so that it does not matter who merges.
func (m *merger) weave(g gap) []int {
	first, second := g[ours], g[others]
	if len(first) == 0 || len(second) == 0 {
		return append(first, second...)
	}
	if m.spell(second, first) < m.spell(first, second) {
		first, second = second, first
	}
	both := func(n int) bool { return slices.Contains(first, n) && slices.Contains(second, n) }
	behind := map[int][]int{} // what the second side has behind each node of both; -1: before all
	last := -1
	for _, n := range second {
		if both(n) {
			last = n
			continue
		}
		behind[last] = append(behind[last], n)
	}
	var all []int
	last = -1
	for _, n := range first {
		if both(n) {
			all = append(all, behind[last]...)
			last = n
		}
		all = append(all, n)
	}
	return append(all, behind[last]...)
}

// spell is the text of the nodes that are not among the others, and then their
// ids.
func (m *merger) spell(nodes, but []int) string {
	var texts, ids strings.Builder
	for _, n := range nodes {
		if slices.Contains(but, n) {
			continue
		}
		for _, b := range m.nodes[n].blocks {
			texts.WriteString(b.Text + "\n")
			ids.WriteString(b.ID + "\n")
		}
	}
	for _, n := range nodes {
		for _, b := range m.nodes[n].blocks {
			ids.WriteString(b.ID + "\n")
		}
	}
	return texts.String() + "\x00" + ids.String()
}
