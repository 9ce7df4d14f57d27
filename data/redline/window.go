package redline

import "unicode/utf8"

// window is the stretch of two texts in which they differ, widened to whole
// sentences: bytes [a0, a1) of the old text and [b0, b1) of the new. What lies
// outside is the same on both sides and is never cut into tokens.
type window struct{ a0, a1, b0, b1 int }

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
	w := window{0, len(a), 0, len(b)}
	head, tail := same(a, b)
	if 2*(head+tail) < max(len(a), len(b)) {
		return w
	}
	for p := head; p > 0; p-- {
		if a[p-1] == ' ' && sentenceStarts(a, p) {
			w.a0, w.b0 = p, p
			break
		}
	}
	// Behind the difference one token more is kept, so that there is always
	// something to stand on after the last hunk.
	for p := len(a) - tail + 1; p < len(a); p++ {
		if a[p-1] == ' ' && sentenceStarts(a, p) {
			t, _ := scan(a, p)
			w.a1, w.b1 = t.end, t.end+len(b)-len(a)
			break
		}
	}
	return w
}

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
func (c *comparer) strands(g group) (a, b strand) {
	if g.a1-g.a0 != 1 || g.b1-g.b0 != 1 || c.base.parts[g.a0].from >= 0 && c.draft.parts[g.b0].from >= 0 {
		return c.base.strand(g.a0, g.a1, &c.bufA), c.draft.strand(g.b0, g.b1, &c.bufB)
	}
	w := windowOf(c.Base[g.a0].Text, c.Draft[g.b0].Text)
	if w == (window{0, len(c.Base[g.a0].Text), 0, len(c.Draft[g.b0].Text)}) {
		return c.base.strand(g.a0, g.a1, &c.bufA), c.draft.strand(g.b0, g.b1, &c.bufB)
	}
	return c.base.part(g.a0, w.a0, w.a1, &c.bufA), c.draft.part(g.b0, w.b0, w.b1, &c.bufB)
}

// part lays out the tokens of bytes [from, to) of block i, in the room lent by
// buf. Tokens must begin and end there.
func (s *side) part(i, from, to int, buf *strand) strand {
	buf.ids, buf.at = s.scanInto(buf.ids[:0], buf.at[:0], s.blocks[i].Text[:to], from)
	return strand{side: s, blocks: [2]int{i, i + 1}, ids: buf.ids, at: buf.at, from: from, to: to}
}
