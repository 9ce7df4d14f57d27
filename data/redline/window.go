package redline

import "unicode/utf8"

// window is the stretch of two texts in which they differ, widened to whole
// sentences: bytes [a0, a1) of the old text and [b0, b1) of the new. What lies
// outside is the same on both sides and is never cut into tokens. Of what lies
// inside, the bytes before head and those from tail on (of the old text) are
// the same, too, and are cut once for both.
type window struct{ a0, a1, b0, b1, head, tail int }

// same is how many bytes two texts have in common at the beginning and, of
// what is left, at the end.
func same(a, b string) (head, tail int) {
	const step = 32
	n := min(len(a), len(b))
	for head+step <= n && a[head:head+step] == b[head:head+step] {
		head += step
	}
	for head < n && a[head] == b[head] {
		head++
	}
	x, y, n := a[head:], b[head:], n-head
	for tail+step <= n && x[len(x)-tail-step:len(x)-tail] == y[len(y)-tail-step:len(y)-tail] {
		tail += step
	}
	for tail < n && x[len(x)-1-tail] == y[len(y)-1-tail] {
		tail++
	}
	return head, tail
}

// plainlyAlike tells whether two texts begin and end so much alike that they
// need not be weighed word by word: half of the longer one, and at least
// fewest bytes.
func plainlyAlike(a, b string) bool {
	const fewest = 40
	head, tail := same(a, b)
	return head+tail >= fewest && 2*(head+tail) >= max(len(a), len(b))
}

// windowOf narrows two texts to where they differ; everything when they are
// not plainly alike.
func windowOf(a, b string) window {
	w := window{a1: len(a), b1: len(b)}
	head, tail := same(a, b)
	if 2*(head+tail) < max(len(a), len(b)) {
		return w
	}
	for p := head - 1; p > 0; p-- {
		if a[p-1] == ' ' && sentenceStarts(a, p) {
			w.a0, w.b0 = p, p
			break
		}
	}
	// Behind the difference one token more is kept, so that there is always
	// something to stand on after the last hunk.
	for p := len(a) - tail + lookBack; p < len(a); p++ {
		if a[p-1] == ' ' && sentenceStarts(a, p) {
			t, _ := scan(a, p)
			w.a1, w.b1 = t.end, t.end+len(b)-len(a)
			break
		}
	}
	w.head, w.tail = w.a0, w.a1
	for p := head - 1; p > w.a0; p-- {
		if a[p-1] == ' ' && wordsMeet(a, p) {
			w.head = p
			break
		}
	}
	for p := len(a) - tail + lookBack; p < w.a1; p++ {
		if a[p-1] == ' ' && wordsMeet(a, p) {
			w.tail = p
			break
		}
	}
	return w
}

// wordsMeet tells whether a letter, a space and a letter meet before byte p.
// No token reaches across such a place, and none before it depends on what
// comes after it.
func wordsMeet(text string, p int) bool {
	return p > 1 && p < len(text) && byteClass[text[p-2]] == byteLetter && byteClass[text[p]] == byteLetter
}

// lookBack is how far before a place sentenceStarts and wordsMeet look. They
// look at the byte behind it, too; all of these must be the same in both texts.
const lookBack = 6

// sentenceStarts tells whether a sentence plainly begins at byte p: after a
// small letter, a full stop and a space, with a capital. No token can reach
// across such a place.
func sentenceStarts(text string, p int) bool {
	if p < 3 || text[p-1] != ' ' || text[p-2] != '.' {
		return false
	}
	if c := text[p]; c < 'A' || c > 'Z' {
		if r, _ := utf8.DecodeRuneInString(text[p:]); r != 'Æ' && r != 'Ø' && r != 'Å' {
			return false
		}
	}
	before := p - 3
	return text[before] >= 'a' && text[before] <= 'z' && before > 3 &&
		text[before-1] != ' ' && text[before-2] != ' ' && text[before-3] != ' '
}

// strands lays out two blocks, as far as they differ.
func (s *scribe) strands(g group) (a, b strand) {
	if g.a1-g.a0 != 1 || g.b1-g.b0 != 1 || s.base.parts[g.a0].from >= 0 && s.draft.parts[g.b0].from >= 0 {
		return s.base.strand(g.a0, g.a1, &s.bufA), s.draft.strand(g.b0, g.b1, &s.bufB)
	}
	w := windowOf(s.base.blocks[g.a0].Text, s.draft.blocks[g.b0].Text)
	if w.a0 == 0 && w.a1 == len(s.base.blocks[g.a0].Text) {
		return s.base.strand(g.a0, g.a1, &s.bufA), s.draft.strand(g.b0, g.b1, &s.bufB)
	}
	return s.parts(g, w)
}

// parts lays out the tokens of two blocks within a window.
func (s *scribe) parts(g group, w window) (a, b strand) {
	x, y := &s.bufA, &s.bufB
	old, now := s.base.blocks[g.a0].Text, s.draft.blocks[g.b0].Text
	x.ids, x.at = s.base.scanInto(x.ids[:0], x.at[:0], old[:w.head], w.a0)
	y.ids, y.at = append(y.ids[:0], x.ids...), append(y.at[:0], x.at...)
	shift := w.b1 - w.a1
	if w.head < w.tail {
		x.ids, x.at = s.base.scanInto(x.ids, x.at, old[:w.tail], w.head)
	}
	if w.head < w.tail+shift {
		y.ids, y.at = s.draft.scanInto(y.ids, y.at, now[:w.tail+shift], w.head)
	}
	from := len(x.ids)
	x.ids, x.at = s.base.scanInto(x.ids, x.at, old[:w.a1], w.tail)
	y.ids = append(y.ids, x.ids[from:]...)
	for _, e := range x.at[from:] {
		y.at = append(y.at, extent{uint32(int(e.start) + shift), uint32(int(e.end) + shift)})
	}
	a = strand{side: s.base, blocks: [2]int{g.a0, g.a1}, ids: x.ids, at: x.at, from: w.a0, to: w.a1, skipped: countTokens(old[:w.a0])}
	b = strand{side: s.draft, blocks: [2]int{g.b0, g.b1}, ids: y.ids, at: y.at, from: w.b0, to: w.b1}
	return a, b
}
