package redline

// Clean-up turns the smallest set of hunks into the one a person would mark:
// fewer and larger pieces that begin and end where sentences and clauses do.

// rewrite is the share of words from which a sentence or a block counts as
// rewritten and is replaced whole.
const rewrite = 0.6

// fewWords is the length below which a sentence ("§ 5.") is no sentence to
// replace whole.
const fewWords = 3

// clean turns the hunks between two strands into what a person would mark.
func (s *scribe) clean(a, b *strand, hunks []hunk) []hunk {
	if len(hunks) == 0 {
		return hunks
	}
	n := cleaner{a: a, b: b, apart: s.notes.apart(a)}
	hunks = n.slide(hunks)
	hunks = n.touching(hunks)
	s.raw = append(s.raw[:0], hunks...)
	n.raw = s.raw
	hunks = n.absorb(hunks)
	hunks = n.sentences(hunks)
	if a.of == nil && b.of == nil && n.rewrittenBlock(hunks) {
		return append(hunks[:0], hunk{0, len(a.ids), 0, len(b.ids)})
	}
	return hunks
}

// cleaner works on the hunks of one row.
type cleaner struct {
	a, b *strand
	raw  []hunk // before any were joined: what really differs
	// apart tells whether people gave two hunks to different decision points;
	// then they never grow together. nil when there are no notes.
	apart func(first, last hunk) bool
}

func (n *cleaner) parted(first, last hunk) bool { return n.apart != nil && n.apart(first, last) }

// touching makes hunks with nothing between them one, and gives back what both
// of its sides begin or end with.
func (n *cleaner) touching(hunks []hunk) []hunk {
	kept := hunks[:0]
	for _, h := range hunks {
		if last := len(kept) - 1; last >= 0 && kept[last].a1 == h.a0 && kept[last].b1 == h.b0 && !n.parted(kept[last], h) {
			kept[last].a1, kept[last].b1 = h.a1, h.b1
			n.trim(&kept[last])
			continue
		}
		kept = append(kept, h)
	}
	return kept
}

func (n *cleaner) trim(h *hunk) {
	for h.a0 < h.a1 && h.b0 < h.b1 && n.a.ids[h.a0] == n.b.ids[h.b0] {
		h.a0, h.b0 = h.a0+1, h.b0+1
	}
	for h.a0 < h.a1 && h.b0 < h.b1 && n.a.ids[h.a1-1] == n.b.ids[h.b1-1] {
		h.a1, h.b1 = h.a1-1, h.b1-1
	}
}

// absorb makes two hunks one where so few words stay between them that they
// would only disturb, but never across the end of a sentence.
func (n *cleaner) absorb(hunks []hunk) []hunk {
	kept := hunks[:0]
	for _, h := range hunks {
		for len(kept) > 0 && n.disturbs(kept[len(kept)-1], h) {
			last := kept[len(kept)-1]
			h.a0, h.b0 = last.a0, last.b0
			kept = kept[:len(kept)-1]
		}
		kept = append(kept, h)
	}
	return kept
}

// disturbs tells whether what stays between two hunks is an island too small
// to read: one word at most between three or more, or three at most between
// hunks that are both larger.
func (n *cleaner) disturbs(first, last hunk) bool {
	island := n.a.words(first.a1, last.a0)
	if island > 3 {
		return false
	}
	before, after := n.size(first), n.size(last)
	small := island <= 1 && before+after >= 3 || island < before && island < after
	return small && !n.edgeWithin(first, last) && !n.parted(first, last)
}

// size is the number of words that go and come in a hunk.
func (n *cleaner) size(h hunk) int { return n.a.words(h.a0, h.a1) + n.b.words(h.b0, h.b1) }

// edgeWithin tells whether a sentence ends between two hunks.
func (n *cleaner) edgeWithin(first, last hunk) bool {
	for i := first.a1; i <= last.a0; i++ {
		if n.a.sentenceEdge(i) || n.b.sentenceEdge(first.b1+i-first.a1) {
			return true
		}
	}
	return false
}
