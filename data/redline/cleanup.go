package redline

import "strings"

// Clean-up turns the smallest set of hunks into the one a person would mark:
// fewer and larger pieces that begin and end where sentences and clauses do.

// rewrite is the share of words from which a sentence or a block counts as
// rewritten and is replaced whole.
const rewrite = 0.6

// fewWords is the length below which a sentence ("§ 5.") is no sentence to
// replace whole.
const fewWords = 3

// clean turns the hunks between two strands into what a person would mark.
func (c *comparer) clean(a, b *strand, hunks []hunk) []hunk {
	if len(hunks) == 0 {
		return hunks
	}
	n := cleaner{a: a, b: b, apart: c.notes.apart(a)}
	hunks = n.slide(hunks)
	hunks = n.touching(hunks)
	c.raw = append(c.raw[:0], hunks...)
	n.raw = c.raw
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

// farSlide is how many tokens a hunk is slid at most to either side.
const farSlide = 200

// slide shifts each hunk that only adds or only removes, as far as its words
// repeat beside it, to where it reads best: "Ja. [Nej.] Ja." and not
// "Ja[. Nej]. Ja."
func (n *cleaner) slide(hunks []hunk) []hunk {
	for i := range hunks {
		h := &hunks[i]
		low, high := hunk{}, hunk{a0: len(n.a.ids), b0: len(n.b.ids)}
		if i > 0 {
			low = hunks[i-1]
		}
		if i+1 < len(hunks) {
			high = hunks[i+1]
		}
		var by int
		switch {
		case h.a0 == h.a1:
			by = n.best(n.b, h.b0, h.b1, min(h.b0-low.b1, h.a0-low.a1), min(high.b0-h.b1, high.a0-h.a1), i > 0, i+1 < len(hunks))
		case h.b0 == h.b1:
			by = n.best(n.a, h.a0, h.a1, min(h.b0-low.b1, h.a0-low.a1), min(high.b0-h.b1, high.a0-h.a1), i > 0, i+1 < len(hunks))
		}
		*h = hunk{h.a0 + by, h.a1 + by, h.b0 + by, h.b1 + by}
	}
	return hunks
}

// best is by how much tokens [from, to) of s are shifted, at most left down
// and right up. Where both ends touch a neighbour, the two become one place.
func (n *cleaner) best(s *strand, from, to, left, right int, before, after bool) int {
	low, high := 0, 0
	for low > -min(left, farSlide) && s.ids[from+low-1] == s.ids[to+low-1] && s.ids[from+low-1] != border {
		low--
	}
	for high < min(right, farSlide) && s.ids[from+high] == s.ids[to+high] && s.ids[from+high] != border {
		high++
	}
	if low == high {
		return 0
	}
	by, most := 0, -1
	for k := low; k <= high; k++ {
		score := 2 + s.reads(from+k, to+k)
		if before && -k == left || after && k == right {
			score += 5
		}
		if score > most {
			by, most = k, score
		}
	}
	return by
}

// reads scores how well tokens [from, to) can be read as one addition.
func (s *strand) reads(from, to int) int {
	score := 0
	if s.sentenceEdge(from) && s.sentenceEdge(to) {
		score += 16
	}
	if s.clauseEdge(from) && s.clauseEdge(to) {
		score += 4
	}
	if !s.isWord(from) && !opening(s.text(from)) {
		score -= 2
	} else if linking(s.text(from)) {
		score++
	}
	if opening(s.text(to - 1)) {
		score -= 2
	}
	if from == 0 || s.gap(from) {
		score += 2
	}
	if to == len(s.ids) || s.gap(to) {
		score++
	}
	return score
}

func opening(text string) bool { return text == "(" || text == "[" }

// linking tells whether a word begins what it joins on ("og vejleder").
func linking(text string) bool {
	switch strings.ToLower(text) {
	case "og", "eller", "samt", "men":
		return true
	}
	return false
}

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
