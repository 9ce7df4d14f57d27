package docx

import (
	"strings"
	"unicode"

	"synlig/data/document"
)

// counter counts the numbered paragraphs of one text. Plain numbers are left to
// document.Labels; but a number with words of its own, such as "§ 4" or
// "Stk. 2.", is what others refer to, so it becomes part of the text.
type counter struct {
	counts map[string]*[9]int // by pattern
	begun  map[string]bool    // lists that have set their own beginning
}

// worded tells whether a level's number has words of its own: letters, or "§".
func (l *level) worded() bool {
	if l.kind != document.Numbered {
		return false
	}
	for i, r := range l.text {
		if r == '§' || unicode.IsLetter(r) && !(i > 0 && l.text[i-1] == '%') {
			return true
		}
	}
	return false
}

// next counts a paragraph of that role and is its number, "" when that has no
// words of its own.
func (c *counter) next(r role, n *numbering) string {
	if r.numbers == nil || r.numbers.kind != document.Numbered {
		return ""
	}
	l := n.lists[r.list]
	if c.counts == nil {
		c.counts, c.begun = map[string]*[9]int{}, map[string]bool{}
	}
	counts := c.counts[l.pattern]
	if counts == nil {
		counts = &[9]int{}
		c.counts[l.pattern] = counts
	}
	levels := n.all(r.list)
	if !c.begun[r.list] {
		c.begun[r.list] = true
		for i, start := range l.starts {
			if start > 0 {
				counts[i] = 0
			}
		}
	}
	for i := 0; i <= r.at; i++ {
		if counts[i] == 0 { // not met yet: it begins, and a level above counts as its first
			counts[i] = beginning(l, levels, i)
		} else if i == r.at {
			counts[i]++
		}
	}
	for i := r.at + 1; i < len(counts); i++ {
		counts[i] = 0
	}
	if !r.numbers.worded() {
		return ""
	}
	text := r.numbers.text
	for i := range r.at + 1 {
		format := "decimal"
		if levels[i] != nil {
			format = levels[i].format
		}
		text = strings.ReplaceAll(text, "%"+itoa(i+1), numeral(counts[i], format))
	}
	return text
}

// beginning is the first number of a level.
func beginning(l *list, levels *[9]*level, i int) int {
	switch {
	case l.starts[i] > 0:
		return l.starts[i]
	case levels[i] != nil:
		return max(levels[i].start, 1)
	}
	return 1
}

// numeral writes a number in one of Word's formats; those that are not known are
// written in digits.
func numeral(n int, format string) string {
	switch format {
	case "lowerLetter":
		return letter(n)
	case "upperLetter":
		return strings.ToUpper(letter(n))
	case "lowerRoman":
		return roman(n)
	case "upperRoman":
		return strings.ToUpper(roman(n))
	case "decimalZero":
		if n < 10 {
			return "0" + itoa(n)
		}
	}
	return itoa(n)
}

// letter counts as Word does: a … z, aa, bb …
func letter(n int) string {
	return strings.Repeat(string(rune('a'+(n-1)%26)), min(1+(n-1)/26, 8))
}

func roman(n int) string {
	if n > 3999 {
		return itoa(n)
	}
	var b strings.Builder
	for _, sign := range [...]struct {
		value int
		text  string
	}{{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}} {
		for ; n >= sign.value; n -= sign.value {
			b.WriteString(sign.text)
		}
	}
	return b.String()
}
