package strategy

import (
	"strings"
	"unicode"

	"synlig/data/redline"
)

// around is the word before and the word after a change, for a card whose own
// words say little: a comma alone is nowhere to be found again.
func around(c *redline.Comparison, change redline.Change) (before, after string) {
	if telling(change.Old + change.New) {
		return "", ""
	}
	return neighbours(c, change)
}

// neighbours are the word before and the word after a change of words.
func neighbours(c *redline.Comparison, change redline.Change) (before, after string) {
	if change.Action != redline.Edit || len(change.Blocks) == 0 {
		return "", ""
	}
	segments := c.Blocks[change.Blocks[0]].Segments
	for i, s := range segments {
		if s.Change != change.Number {
			continue
		}
		if before == "" && i > 0 && segments[i-1].Op == redline.Equal {
			before = lastWord(segments[i-1].Text)
		}
		if i+1 < len(segments) && segments[i+1].Op == redline.Equal {
			after = firstWord(segments[i+1].Text)
		}
	}
	return before, after
}

// telling tells whether a text has a word of its own.
func telling(text string) bool {
	letters := 0
	for _, r := range text {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			letters++
		}
	}
	return letters > 1
}

// lastWord is the last word of a text with the spaces behind it.
func lastWord(text string) string {
	i := strings.LastIndexByte(strings.TrimRight(text, " \n"), ' ')
	return strings.ReplaceAll(text[i+1:], "\n", "")
}

// firstWord is the first word of a text with the spaces before it.
func firstWord(text string) string {
	core := strings.TrimLeft(text, " \n")
	lead := text[:len(text)-len(core)]
	if i := strings.IndexByte(core, ' '); i >= 0 {
		core = core[:i]
	}
	return strings.ReplaceAll(lead, "\n", "") + core
}
