package posts

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/rivo/uniseg"
)

// Limit is the most characters Facebook takes in one post.
const Limit = 63206

// Count is how many characters people count: grapheme clusters as of Unicode
// Standard Annex 29, so that a family emoji and an å with a loose ring are one.
func Count(text string) int { return uniseg.GraphemeClusterCount(text) }

// Fold is where Facebook stops showing text and writes "Se mere", as a number
// of runes, and whether it does. limit is in characters; see Settings. The cut
// falls after the last whole word, as Facebook's does.
func Fold(text string, limit int) (runes int, folded bool) {
	state, rest := -1, text
	seen, at, word := 0, 0, 0
	for len(rest) > 0 {
		var cluster string
		cluster, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		if seen == limit {
			if blank(rest) && blank(cluster) {
				return 0, false
			}
			if word > 0 && !blank(cluster) {
				at = word
			}
			return at, true
		}
		seen++
		at += len([]rune(cluster))
		if blank(cluster) {
			word = at
		}
	}
	return 0, false
}

func blank(s string) bool {
	return strings.TrimFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' || r == '\u2060'
	}) == ""
}

func number(n int) string { return strconv.Itoa(n) }
