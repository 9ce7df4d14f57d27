package document

import (
	"strconv"
	"strings"
)

// Labels are the computed numbers of the blocks, one for each: "2.1" for a
// heading, "1." or "a)" for a numbered item, "•" or "–" for a bullet, "" for
// all else. A first block that is the only Heading1 is the title and has no
// number. Headings that carry a number of their own in the text ("§ 4", "3.",
// "A.") mean that the whole text numbers itself: then no heading gets one.
func Labels(blocks []Block) []string {
	labels := make([]string, len(blocks))
	headings := headingCounter(blocks)
	var items itemCounter
	for i, b := range blocks {
		switch {
		case b.Kind.HeadingLevel() > 0:
			labels[i] = headings.next(i, b)
			items.reset()
		case b.Kind.IsList():
			labels[i] = items.next(b)
		default:
			items.reset()
		}
	}
	return labels
}

// headings counts the headings of each level below the title.
type headings struct {
	top    int // the level numbered "1", "2" …; 0 when headings are not numbered
	counts [4]int
	title  bool
}

func headingCounter(blocks []Block) *headings {
	h := &headings{title: HasTitle(blocks)}
	for i, b := range blocks {
		level := b.Kind.HeadingLevel()
		if level == 0 || h.title && i == 0 {
			continue
		}
		if numbersItself(b.Text) {
			h.top = 0
			return h
		}
		if h.top == 0 || level < h.top {
			h.top = level
		}
	}
	return h
}

// HasTitle tells whether the first block is the text's title: a Heading1, and
// the only one.
func HasTitle(blocks []Block) bool {
	for i, b := range blocks {
		if b.Kind == Heading1 && i > 0 {
			return false
		}
	}
	return len(blocks) > 0 && blocks[0].Kind == Heading1
}

func (h *headings) next(i int, b Block) string {
	if h.top == 0 || h.title && i == 0 {
		return ""
	}
	level := b.Kind.HeadingLevel()
	h.counts[level]++
	for l := level + 1; l < len(h.counts); l++ {
		h.counts[l] = 0
	}
	var parts []string
	for l := h.top; l <= level; l++ {
		// A skipped level counts as its first: 1 → 1.1.1, never 1.0.1.
		h.counts[l] = max(h.counts[l], 1)
		parts = append(parts, strconv.Itoa(h.counts[l]))
	}
	return strings.Join(parts, ".")
}

// numbersItself tells whether a heading starts with a number of its own:
// "§ 4", "3. Formål", "2.1 Mål", "A. Om", "IV. Regler".
func numbersItself(text string) bool {
	first, _, _ := strings.Cut(text, " ")
	if strings.HasPrefix(first, "§") {
		return true
	}
	core := strings.TrimRight(first, ".):")
	if core == "" {
		return false
	}
	if strings.Trim(core, "0123456789.") == "" {
		// A bare number may be a year ("2014 i tal"): it takes a mark after or within.
		return core != first || strings.Contains(core, ".") || len(core) < 4
	}
	return core != first && (len(core) == 1 || strings.Trim(core, "IVXLC") == "")
}

// itemCounter numbers list items level by level.
type itemCounter struct {
	counts [MaxLevel + 1]int
}

func (c *itemCounter) reset() { *c = itemCounter{} }

func (c *itemCounter) next(b Block) string {
	level := min(max(b.Level, 0), MaxLevel)
	for l := level + 1; l < len(c.counts); l++ {
		c.counts[l] = 0
	}
	if b.Kind == Bullet {
		c.counts[level] = 0
		return [...]string{"•", "–", "·"}[level]
	}
	c.counts[level]++
	n := c.counts[level]
	switch level {
	case 1:
		return letters(n) + ")"
	case 2:
		return roman(n) + "."
	}
	return strconv.Itoa(n) + "."
}

// letters counts a, b … z, aa, ab …
func letters(n int) string {
	var s string
	for ; n > 0; n = (n - 1) / 26 {
		s = string(rune('a'+(n-1)%26)) + s
	}
	return s
}

// roman writes n in small Roman numerals.
func roman(n int) string {
	values := []int{1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1}
	signs := []string{"m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"}
	var s strings.Builder
	for i, v := range values {
		for ; n >= v; n -= v {
			s.WriteString(signs[i])
		}
	}
	return s.String()
}
