package redline

// hunk is one place where the words differ: tokens [a0, a1) of the base became
// [b0, b1) of the draft. One of the two may be empty.
type hunk struct{ a0, a1, b0, b1 int }

// worder compares the words of two strands.
type worder struct {
	differ
	hunks []hunk
}

// compare finds the hunks between two strands before any clean-up.
func (w *worder) compare(a, b *strand) []hunk {
	w.hunks = w.hunks[:0]
	idsA, idsB := a.ids, b.ids
	head := commonHead(idsA, idsB)
	idsA, idsB = idsA[head:], idsB[head:]
	tail := commonTail(idsA, idsB)
	idsA, idsB = idsA[:len(idsA)-tail], idsB[:len(idsB)-tail]
	// What the search leaves open is decided by the texts, so that comparing
	// the other way round decides the same.
	flipped := len(idsA) > len(idsB)
	if len(idsA) == len(idsB) && len(idsA) > 0 {
		flipped = a.text(head) > b.text(head)
	}
	if flipped {
		idsA, idsB = idsB, idsA
	}
	x, y := 0, 0
	add := func(toX, toY int) {
		if x < toX || y < toY {
			h := hunk{head + x, head + toX, head + y, head + toY}
			if flipped {
				h = hunk{h.b0, h.b1, h.a0, h.a1}
			}
			w.hunks = append(w.hunks, h)
		}
	}
	for _, r := range w.common(idsA, idsB, len(a.side.vocab.words)) {
		add(r.a, r.b)
		x, y = r.a+r.n, r.b+r.n
	}
	add(len(idsA), len(idsB))
	return w.hunks
}
