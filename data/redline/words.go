package redline

import "slices"

// run is a stretch of n tokens that both sequences have in common, at a and b.
type run struct{ a, b, n int }

// effort is how many steps of Myers' search are taken from each end before it
// settles for the best path so far. It is a count, never a clock: the same two
// texts give the same paper on every machine.
const effort = 400

// differ finds what two sequences of numbers have in common: the common ends
// first, then the numbers that stand once in both, and only what lies between
// them by Myers' search in linear space. The slices are kept from one
// comparison to the next.
type differ struct {
	seen              []sighting // by number
	anchors           []run
	best              []int32 // the search for the longest rising row
	before            []int32
	forward, backward []int32
	runs              []run
}

// sighting is how often and where a number stands in each sequence.
type sighting struct {
	inA, inB uint8 // 0, 1, or 2 for more
	b        int32
}

// common finds the runs that a and b have in common, in order. Numbers must be
// below size. The result is good until the next call.
func (d *differ) common(a, b []uint32, size int) []run {
	if len(d.seen) < size {
		d.seen = make([]sighting, size+size/2)
	}
	d.runs = d.runs[:0]
	d.walk(a, b, 0, 0, true)
	return d.runs
}

func (d *differ) emit(a, b, n int) {
	if n == 0 {
		return
	}
	if last := len(d.runs) - 1; last >= 0 && d.runs[last].a+d.runs[last].n == a && d.runs[last].b+d.runs[last].n == b {
		d.runs[last].n += n
		return
	}
	d.runs = append(d.runs, run{a, b, n})
}

// walk compares a and b, which begin at offsetA and offsetB of the whole.
func (d *differ) walk(a, b []uint32, offsetA, offsetB int, anchored bool) {
	head := commonHead(a, b)
	d.emit(offsetA, offsetB, head)
	a, b, offsetA, offsetB = a[head:], b[head:], offsetA+head, offsetB+head
	tail := commonTail(a, b)
	a, b = a[:len(a)-tail], b[:len(b)-tail]
	if len(a) > 0 && len(b) > 0 && !(anchored && d.between(a, b, offsetA, offsetB)) {
		x, y := d.middle(a, b)
		d.walk(a[:x], b[:y], offsetA, offsetB, false)
		d.walk(a[x:], b[y:], offsetA+x, offsetB+y, false)
	}
	d.emit(offsetA+len(a), offsetB+len(b), tail)
}

func commonHead(a, b []uint32) int {
	n := min(len(a), len(b))
	b = b[:n]
	for i := range b {
		if a[i] != b[i] {
			return i
		}
	}
	return n
}

func commonTail(a, b []uint32) int {
	n := 0
	for n < len(a) && n < len(b) && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	return n
}

// between compares what lies between the numbers that stand exactly once on
// both sides; false when there are none.
func (d *differ) between(a, b []uint32, offsetA, offsetB int) bool {
	start := len(d.anchors)
	defer func() { d.anchors = d.anchors[:start] }()
	d.once(a, b)
	if len(d.anchors) == start {
		return false
	}
	d.anchors = d.anchors[:start+d.rising(d.anchors[start:])]
	end := len(d.anchors)
	atA, atB := 0, 0
	for i := start; i < end; i++ {
		anchor := d.anchors[i]
		if anchor.a < atA { // already passed by a common end
			continue
		}
		if anchor.b >= atB {
			d.walk(a[atA:anchor.a], b[atB:anchor.b], offsetA+atA, offsetB+atB, true)
			d.emit(offsetA+anchor.a, offsetB+anchor.b, 1)
			atA, atB = anchor.a+1, anchor.b+1
		}
	}
	d.walk(a[atA:], b[atB:], offsetA+atA, offsetB+atB, true)
	return true
}

// once adds an anchor for each number that stands once in a and once in b, in
// a's order.
func (d *differ) once(a, b []uint32) {
	for _, n := range a {
		if s := &d.seen[n]; s.inA < 2 {
			s.inA++
		}
	}
	for i, n := range b {
		s := &d.seen[n]
		if s.inB < 2 {
			s.inB++
		}
		s.b = int32(i)
	}
	for i, n := range a {
		if s := d.seen[n]; s.inA == 1 && s.inB == 1 {
			d.anchors = append(d.anchors, run{i, int(s.b), 1})
		}
	}
	for _, n := range a {
		d.seen[n] = sighting{}
	}
	for _, n := range b {
		d.seen[n] = sighting{}
	}
}

// rising keeps, at the front of anchors, the longest row whose places in b
// rise, and tells its length.
func (d *differ) rising(anchors []run) int {
	if slices.IsSortedFunc(anchors, func(x, y run) int { return x.b - y.b }) {
		return len(anchors)
	}
	d.best = d.best[:0] // the anchor with the smallest end, by length of row
	d.before = slices.Grow(d.before[:0], len(anchors))[:len(anchors)]
	for i, x := range anchors {
		at, _ := slices.BinarySearchFunc(d.best, x.b, func(k int32, b int) int { return anchors[k].b - b })
		d.before[i] = -1
		if at > 0 {
			d.before[i] = d.best[at-1]
		}
		if at == len(d.best) {
			d.best = append(d.best, int32(i))
		} else {
			d.best[at] = int32(i)
		}
	}
	length := len(d.best)
	row := d.best
	for i, at := d.best[length-1], length-1; i >= 0; i, at = d.before[i], at-1 {
		row[at] = i
	}
	for i, k := range row {
		anchors[i] = anchors[k]
	}
	return length
}
