package redline

// sentences replaces each sentence whole of which most was rewritten.
func (n *cleaner) sentences(hunks []hunk) []hunk {
	kept := hunks[:0]
	for i := 0; i < len(hunks); {
		var low hunk
		if last := len(kept) - 1; last >= 0 {
			low = kept[last]
		}
		cell := hunks[i]
		cell.a0, cell.b0 = n.edgeBefore(hunks[i], low)
		j := i
		for ; ; j++ {
			next := hunk{a0: len(n.a.ids) + 1}
			if j+1 < len(hunks) {
				next = hunks[j+1]
			}
			var found bool
			if cell.a1, cell.b1, found = n.edgeAfter(hunks[j], next); found {
				break
			}
		}
		if n.rewritten(cell, 0.5) && !n.parted(hunks[i], hunks[j]) {
			kept = append(kept, cell)
		} else {
			kept = append(kept, hunks[i:j+1]...)
		}
		i = j + 1
	}
	return kept
}

// edgeBefore is the last place before h, and not before the end of low, where
// a sentence begins on both sides.
func (n *cleaner) edgeBefore(h, low hunk) (i, j int) {
	for i, j = h.a0, h.b0; i > low.a1 && j > low.b1; i, j = i-1, j-1 {
		if n.a.sentenceEdge(i) && n.b.sentenceEdge(j) {
			break
		}
	}
	return i, j
}

// edgeAfter is the first place after h where a sentence ends on both sides;
// not found when next begins before that.
func (n *cleaner) edgeAfter(h, next hunk) (i, j int, found bool) {
	for i, j = h.a1, h.b1; i <= next.a0 && i <= len(n.a.ids); i, j = i+1, j+1 {
		if n.a.sentenceEdge(i) && n.b.sentenceEdge(j) {
			return i, j, true
		}
	}
	return 0, 0, false
}

// rewritten tells whether more than rewrite of what cell spans really differs,
// and more than atLeast of it on each side. Words that are only added, or only
// removed, rewrite nothing.
func (n *cleaner) rewritten(cell hunk, atLeast float64) bool {
	out, in := 0, 0
	for _, h := range n.raw {
		if h.a0 >= cell.a0 && h.b0 >= cell.b0 && h.a1 <= cell.a1 && h.b1 <= cell.b1 {
			out += n.a.words(h.a0, h.a1)
			in += n.b.words(h.b0, h.b1)
		}
	}
	old, now := n.a.words(cell.a0, cell.a1), n.b.words(cell.b0, cell.b1)
	if out == 0 || in == 0 || old < fewWords || now < fewWords {
		return false
	}
	return float64(out+in) > rewrite*float64(old+now) &&
		float64(out) > atLeast*float64(old) && float64(in) > atLeast*float64(now)
}

// rewrittenBlock tells whether most of a whole block was rewritten.
func (n *cleaner) rewrittenBlock(hunks []hunk) bool {
	return n.rewritten(hunk{0, len(n.a.ids), 0, len(n.b.ids)}, rewrite) && !n.partedAnywhere(hunks)
}

func (n *cleaner) partedAnywhere(hunks []hunk) bool {
	for i := 1; i < len(hunks); i++ {
		if n.parted(hunks[0], hunks[i]) {
			return true
		}
	}
	return false
}
