package redline

import (
	"slices"

	"synlig/data/document"
)

// link is a stretch of common blocks and what a side has made of it.
type link struct{ core, parts []int }

// pair finds out which blocks of the three texts belong together.
func (m *merger) pair() {
	var partner [bothSides][]int // by block of a side: its common block, -1 for none
	var links [bothSides][]link
	for s := range m.text {
		partner[s], links[s] = m.partners(m.text[s], m.text[1-s])
	}
	for {
		m.build(partner, links)
		if !m.torn(&links) {
			break
		}
	}
	for s := range m.order {
		m.moves(s)
	}
}

// partners pairs a side with the common text: by id, and by words what is left.
// What the other side has under the same id is new on both, whatever its words.
func (m *merger) partners(text, other []document.Block) (partner []int, links []link) {
	shared := map[string]bool{}
	for _, b := range other {
		shared[b.ID] = b.ID != ""
	}
	at := map[string]int{}
	for i, b := range m.common {
		if _, twice := at[b.ID]; b.ID != "" && !twice {
			at[b.ID] = i
		}
	}
	partner = slices.Repeat([]int{-1}, len(text))
	gone := slices.Repeat([]bool{true}, len(m.common)) // by common block: whether no id of the side names it
	for j, b := range text {
		if i, ok := at[b.ID]; ok && gone[i] {
			partner[j], gone[i] = i, false
		}
	}
	c := Compare(m.common, text, Options{})
	for r := range c.Blocks {
		row := &c.Blocks[r]
		base := row.Base
		if row.Status == MovedTo {
			base = c.Blocks[row.Twin].Base
		}
		if len(base) == 0 || len(row.Draft) == 0 {
			continue
		}
		if len(base) == 1 && len(row.Draft) == 1 {
			if i, j := base[0], row.Draft[0]; gone[i] && partner[j] < 0 && !shared[text[j].ID] {
				partner[j], gone[i] = i, false
			}
			continue
		}
		links = append(links, link{base, row.Draft})
	}
	return partner, slices.DeleteFunc(links, func(l link) bool { return !sound(l, partner) })
}

// sound tells whether ids agree that the blocks of a link belong together: none
// of them is known to belong elsewhere.
func sound(l link, partner []int) bool {
	for j, i := range partner {
		if i >= 0 && slices.Contains(l.parts, j) != slices.Contains(l.core, i) {
			return false
		}
	}
	return true
}

// build makes the nodes.
func (m *merger) build(partner [bothSides][]int, links [bothSides][]link) {
	root := make([]int, len(m.common)) // blocks that belong together have one root
	for i := range root {
		root[i] = i
	}
	for _, l := range slices.Concat(links[ours], links[others]) {
		first := root[slices.Min(l.core)]
		for _, i := range l.core {
			old := root[i]
			for k, r := range root {
				if r == old {
					root[k] = first
				}
			}
		}
	}
	m.nodes, m.ofCore = nil, make([]int, len(m.common))
	for i := range m.common {
		if r := root[i]; r < i {
			m.ofCore[i] = m.ofCore[r]
		} else {
			m.ofCore[i] = len(m.nodes)
			m.nodes = append(m.nodes, node{})
		}
		n := &m.nodes[m.ofCore[i]]
		n.core = append(n.core, i)
	}
	fresh := map[string][]int{} // new blocks by name: both sides may have taken in the same
	for s, text := range m.text {
		m.order[s] = nil
		linked := map[int]int{}
		for _, l := range links[s] {
			for _, j := range l.parts {
				linked[j] = m.ofCore[l.core[0]]
			}
		}
		for j, b := range text {
			n, ok := linked[j]
			switch {
			case ok:
			case partner[s][j] >= 0:
				n = m.ofCore[partner[s][j]]
			default:
				name := b.ID
				if name == "" {
					name = "#" + document.Hash(text[j:j+1])
				}
				free := slices.IndexFunc(fresh[name], func(n int) bool { return len(m.nodes[n].parts[s]) == 0 })
				if free < 0 {
					free = len(fresh[name])
					fresh[name] = append(fresh[name], len(m.nodes))
					m.nodes = append(m.nodes, node{})
				}
				n = fresh[name][free]
			}
			m.nodes[n].parts[s] = append(m.nodes[n].parts[s], j)
			if len(m.nodes[n].parts[s]) == 1 {
				m.order[s] = append(m.order[s], n)
			}
		}
	}
}

// torn takes away the links of nodes whose blocks do not stand together in all
// three texts, and tells whether there were any.
func (m *merger) torn(links *[bothSides][]link) bool {
	apart := func(at []int) bool { return len(at) > 1 && at[len(at)-1]-at[0] != len(at)-1 }
	bad := map[int]bool{}
	for n := range m.nodes {
		if x := &m.nodes[n]; apart(x.core) || apart(x.parts[ours]) || apart(x.parts[others]) {
			bad[n] = true
		}
	}
	found := false
	for s := range links {
		links[s] = slices.DeleteFunc(links[s], func(l link) bool {
			drop := bad[m.ofCore[l.core[0]]]
			found = found || drop
			return drop
		})
	}
	return found
}

// moves marks the nodes that a side has moved: those beside the heaviest row
// that stands in the common order.
func (m *merger) moves(s int) {
	rank := make([]int, len(m.nodes))
	for k, n := range m.order[s] {
		rank[n] = k + 1
	}
	var row []int // nodes of the common text that are there, in its order
	for n := range m.nodes {
		if len(m.nodes[n].core) > 0 && rank[n] > 0 {
			row = append(row, n)
		}
	}
	if slices.IsSortedFunc(row, func(x, y int) int { return rank[x] - rank[y] }) {
		return
	}
	weight, before := make([]int, len(m.nodes)), slices.Repeat([]int{-1}, len(m.nodes))
	tree := slices.Repeat([]int{-1}, len(m.order[s])+1) // the heaviest row's end, by rank
	last := -1
	for _, n := range row {
		for r := rank[n] - 1; r > 0; r -= r & -r {
			if k := tree[r]; k >= 0 && (before[n] < 0 || weight[k] > weight[before[n]]) {
				before[n] = k
			}
		}
		if before[n] >= 0 {
			weight[n] = weight[before[n]]
		}
		for _, i := range m.nodes[n].core {
			weight[n] += len(m.common[i].Text) + 1
		}
		for r := rank[n]; r < len(tree); r += r & -r {
			if k := tree[r]; k < 0 || weight[n] > weight[k] {
				tree[r] = n
			}
		}
		if last < 0 || weight[n] > weight[last] {
			last = n
		}
	}
	for _, n := range row {
		m.nodes[n].moved[s] = true
	}
	for n := last; n >= 0; n = before[n] {
		m.nodes[n].moved[s] = false
	}
}
