package disclosure

import (
	"container/heap"
	"math"
)

// network is a table as a flow: every figure is an edge, every sum a node where
// as much comes in as goes out. From a source a row's total flows to the row,
// its cells to the columns, the columns' totals to a sink, and the total of all
// from the sink back to the source. Every table that a reader could have before
// him is such a flow, and since flows of whole numbers suffice, what is found
// here is exact.
//
// Source: the integrality of network flows, Ahuja, Magnanti & Orlin, Network
// Flows (1993), 9.6; for tables Cox (1995), J. Am. Stat. Assoc. 90:1453.
type network struct {
	edges   []edge
	out     [][]int // of each node: edges that leave it, and ^edges that enter it
	columns int     // of the table with its totals
}

// edge is one figure: value between low and high, as a reader knows it.
type edge struct {
	from, to         int
	value, low, high int
	mark             Mark
	total            bool
	known            bool // printed elsewhere, too
}

// unbounded is larger than any count.
const unbounded = math.MaxInt / 4

func newNetwork(t *Table) *network {
	rows, columns := t.size()
	source, sink := rows+columns, rows+columns+1
	n := &network{out: make([][]int, rows+columns+2), columns: columns + 1}
	for i := range rows + 1 {
		for j := range columns + 1 {
			e := edge{from: i, to: rows + j, value: t.Value(i, j), mark: t.Marks[i][j], total: i == rows || j == columns, known: t.known[[2]int{i, j}]}
			switch {
			case i == rows && j == columns:
				e.from, e.to = sink, source
			case j == columns:
				e.from, e.to = source, i
			case i == rows:
				e.from, e.to = rows+j, sink
			}
			e.bound(t.Threshold)
			at := len(n.edges)
			n.edges = append(n.edges, e)
			n.out[e.from] = append(n.out[e.from], at)
			n.out[e.to] = append(n.out[e.to], ^at)
		}
	}
	return n
}

// bound sets what a reader knows of the figure.
func (e *edge) bound(threshold int) {
	switch e.mark {
	case Shown:
		e.low, e.high = e.value, e.value
	case Primary:
		e.low, e.high = 1, threshold-1
	case Secondary, Absent:
		e.low, e.high = 0, unbounded
	}
}

// store writes the marks back.
func (n *network) store(t *Table) {
	for at, e := range n.edges {
		t.Marks[at/n.columns][at%n.columns] = e.mark
	}
}

// room is how much more can flow along a half-edge: at is an edge, ^at the same
// edge against its direction.
func (n *network) room(at int) int {
	if at >= 0 {
		return n.edges[at].high - n.edges[at].value
	}
	return n.edges[^at].value - n.edges[^at].low
}

// end is the node that a half-edge leads to.
func (n *network) end(at int) int {
	if at >= 0 {
		return n.edges[at].to
	}
	return n.edges[^at].from
}

// movable tells whether the figure could be another: whether what is hidden can
// be shifted around a ring that passes through it.
func (n *network) movable(at int) bool {
	return n.room(at) > 0 && n.path(n.edges[at].to, n.edges[at].from, at) != nil ||
		n.room(^at) > 0 && n.path(n.edges[at].from, n.edges[at].to, at) != nil
}

// path is a shortest way between two nodes along half-edges with room, not
// through the edge without; nil for none.
func (n *network) path(from, to, without int) []int {
	came := make([]int, len(n.out)) // the half-edge by which a node was reached
	seen := make([]bool, len(n.out))
	queue := []int{from}
	seen[from] = true
	for len(queue) > 0 {
		node := queue[0]
		queue = queue[1:]
		for _, at := range n.out[node] {
			next := n.end(at)
			if seen[next] || at == without || at == ^without || n.room(at) <= 0 {
				continue
			}
			seen[next], came[next] = true, at
			if next == to {
				return n.trace(came, from, to)
			}
			queue = append(queue, next)
		}
	}
	return nil
}

// trace is the way back from to, by the half-edges that reached the nodes.
func (n *network) trace(came []int, from, to int) []int {
	var way []int
	for node := to; node != from; {
		at := came[node]
		way = append(way, at)
		node = n.end(^at)
	}
	return way
}

// The prices of hiding a figure that is shown: many small ones rather than one
// zero, which hardly protects, and anything rather than a total.
const (
	priceEach  = 1000
	priceZero  = 1 << 30
	priceTotal = 1 << 40
)

// price is what it costs to let the half-edge move; negative where it cannot.
func (n *network) price(at int) int {
	e := &n.edges[max(at, ^at)]
	if e.mark != Shown {
		if n.room(at) <= 0 {
			return -1
		}
		return 1 // no cost, but the shorter ring of two
	}
	if e.known {
		return -1
	}
	if at < 0 && e.value == 0 {
		return -1
	}
	cost := priceEach + e.value
	if e.value == 0 {
		cost += priceZero
	}
	if e.total {
		cost += priceTotal
	}
	return cost
}

// protect hides what is needed for the hidden figure to be movable: the cheapest
// ring through it, upwards or downwards.
func (n *network) protect(at int) {
	e := n.edges[at]
	var way []int
	cost := math.MaxInt
	if e.value < e.high {
		way, cost = n.cheapest(e.to, e.from, at)
	}
	if e.value > e.low {
		if other, price := n.cheapest(e.from, e.to, at); price < cost {
			way = other
		}
	}
	if way == nil { // nothing less will do
		for k := range n.edges {
			way = append(way, k)
		}
		n.edges[at].mark, n.edges[at].low, n.edges[at].high = Secondary, 0, unbounded
	}
	for _, k := range way {
		if hide := &n.edges[max(k, ^k)]; hide.mark == Shown {
			hide.mark = Secondary
			hide.bound(0)
		}
	}
}

// cheapest is the way between two nodes that costs least to open, and its cost
// (Dijkstra 1959).
func (n *network) cheapest(from, to, without int) ([]int, int) {
	cost := make([]int, len(n.out))
	came := make([]int, len(n.out))
	for i := range cost {
		cost[i] = math.MaxInt
	}
	cost[from] = 0
	open := &frontier{{from, 0}}
	for open.Len() > 0 {
		at := heap.Pop(open).(reached)
		if at.node == to {
			return n.trace(came, from, to), at.cost
		}
		if at.cost > cost[at.node] {
			continue
		}
		for _, k := range n.out[at.node] {
			price := n.price(k)
			if price < 0 || k == without || k == ^without {
				continue
			}
			if next := n.end(k); at.cost+price < cost[next] {
				cost[next], came[next] = at.cost+price, k
				heap.Push(open, reached{next, at.cost + price})
			}
		}
	}
	return nil, math.MaxInt
}

// reached is a node and what it cost to get there; frontier the nodes to go on
// from, cheapest first.
type reached struct{ node, cost int }

type frontier []reached

func (f frontier) Len() int           { return len(f) }
func (f frontier) Less(i, j int) bool { return f[i].cost < f[j].cost }
func (f frontier) Swap(i, j int)      { f[i], f[j] = f[j], f[i] }
func (f *frontier) Push(x any)        { *f = append(*f, x.(reached)) }
func (f *frontier) Pop() any {
	old := *f
	last := old[len(old)-1]
	*f = old[:len(old)-1]
	return last
}
