package disclosure

// Range is what a reader can find out about a hidden figure: it lies between
// Min and Max, both of which are possible. Max is NoLimit where nothing holds
// it.
type Range struct {
	Row, Column int // totals stand in the row and column after the last
	Min, Max    int
	Primary     bool
}

// NoLimit is the Max of a figure that nothing bounds.
const NoLimit = -1

// Exposed tells that the hidden figure can be worked out.
func (r Range) Exposed() bool { return r.Min == r.Max }

// Audit finds the range of every hidden figure, exactly, row by row.
func (t *Table) Audit() []Range {
	if len(t.Counts) == 0 {
		return nil
	}
	n := newNetwork(t)
	var ranges []Range
	for at, e := range n.edges {
		if !e.mark.Hidden() {
			continue
		}
		r := Range{Row: at / n.columns, Column: at % n.columns, Primary: e.mark == Primary}
		r.Min = e.value - n.most(^at)
		r.Max = e.value + n.most(at)
		if r.Max >= unbounded/2 {
			r.Max = NoLimit
		}
		ranges = append(ranges, r)
	}
	return ranges
}

// Safe tells whether no hidden figure can be worked out from the table.
func (t *Table) Safe() bool {
	if len(t.Counts) == 0 {
		return true
	}
	n := newNetwork(t)
	for at, e := range n.edges {
		if e.mark.Hidden() && !n.movable(at) {
			return false
		}
	}
	return true
}

// most is how far the figure of a half-edge can be moved in its direction, by
// shifting ring after ring until none is left (Edmonds & Karp 1972). The flow is
// left as it was.
func (n *network) most(at int) int {
	from, to := n.end(at), n.end(^at)
	kept := make([]int, len(n.edges))
	for k := range n.edges {
		kept[k] = n.edges[k].value
	}
	moved := 0
	for moved < unbounded/2 {
		room := n.room(at)
		if room <= 0 {
			break
		}
		way := n.path(from, to, max(at, ^at))
		if way == nil {
			break
		}
		for _, k := range way {
			room = min(room, n.room(k))
		}
		n.shift(at, room)
		for _, k := range way {
			n.shift(k, room)
		}
		moved += room
	}
	for k := range n.edges {
		n.edges[k].value = kept[k]
	}
	return moved
}

// shift lets so much more flow along a half-edge.
func (n *network) shift(at, by int) {
	if at >= 0 {
		n.edges[at].value += by
	} else {
		n.edges[^at].value -= by
	}
}
