package redline

import "strings"

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
