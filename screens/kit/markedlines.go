package kit

// breaker lays a text's fragments out in lines, greedily: a line takes what it
// can, and a word that fills a line by itself is broken.
type breaker struct {
	fragments []fragment
	room      float32
	emit      func(textLine)
	from, to  int     // the open line's fragments, spaces at its ends left out
	used, gap float32 // its width, and that of the spaces that may follow
	empty     bool
}

// textLine is the fragments [from, to).
type textLine struct{ from, to int }

// lines breaks the text into lines no wider than width, in order. There is
// always at least one.
func (t *MarkedText) lines(width float32, emit func(textLine)) {
	b := breaker{fragments: t.fragments, room: max(width-t.left, t.size), emit: emit, empty: true}
	for i := 0; i < len(t.fragments); {
		if t.fragments[i].kind == spaceFragment {
			b.space(i)
			i++
		} else {
			i = b.word(i)
		}
	}
	b.close(0)
}

func (b *breaker) close(next int) {
	b.emit(textLine{b.from, b.to})
	b.from, b.to, b.used, b.gap, b.empty = next, next, 0, 0, true
}

func (b *breaker) space(i int) {
	if b.empty {
		b.from, b.to = i+1, i+1 // a line does not begin with a space
		return
	}
	b.gap += b.fragments[i].width
}

// word lays the word that begins at fragment i and gives the fragment behind it.
func (b *breaker) word(i int) int {
	end, width := b.measure(i)
	if !b.empty && b.used+b.gap+width > b.room {
		b.close(i)
	}
	if width <= b.room {
		b.put(end, b.gap+width)
		return end
	}
	for ; i < end; i++ {
		if w := b.fragments[i].width; !b.empty && b.used+w > b.room {
			b.close(i)
		}
		b.put(i+1, b.fragments[i].width)
	}
	return end
}

func (b *breaker) put(end int, width float32) {
	b.used += width
	b.to, b.gap, b.empty = end, 0, false
}

// measure is the end and the width of the word that begins at fragment i.
func (b *breaker) measure(i int) (end int, width float32) {
	width = b.fragments[i].width
	for end = i + 1; end < len(b.fragments); end++ {
		if k := b.fragments[end].kind; k != glued && k != hardPart {
			break
		}
		width += b.fragments[end].width
	}
	return end, width
}

// slabLines is how many lines one widget shows. A longer block is shown by
// several, so that a paragraph of a million letters scrolls like any other.
const slabLines = 40

// AppendHeights adds the heights of the block's slabs at a width: one for
// nearly every block, more for one of more than slabLines lines. The space
// above the block is not part of them.
func (t *MarkedText) AppendHeights(heights []float32, width float32) []float32 {
	n := t.Count(width)
	for ; n > slabLines; n -= slabLines {
		heights = append(heights, slabLines*t.line)
	}
	return append(heights, float32(n)*t.line)
}

// Count is the number of lines at a width.
func (t *MarkedText) Count(width float32) int {
	n := 0
	t.lines(width, func(textLine) { n++ })
	return n
}

// slab is the lines that one widget shows.
func (t *MarkedText) slab(index int, width float32) []textLine {
	var lines []textLine
	n := 0
	t.lines(width, func(l textLine) {
		if n/slabLines == index {
			lines = append(lines, l)
		}
		n++
	})
	return lines
}
