package typeset

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A hyphen leaves at least minLeft letters before it and minRight after it, as
// the Danish patterns ask; shorter words than minWord are never broken.
const (
	minLeft  = 2
	minRight = 3
	minWord  = 7
)

// Hyphenator finds where words may be broken, by Liang's method (Word
// Hy-phen-a-tion by Com-put-er, Stanford 1983) over TeX patterns. It never
// changes after it was made and may be shared.
type Hyphenator struct {
	patterns map[string][]byte // letters → levels before, between and after them
	longest  int               // runes in the longest pattern
}

// NewHyphenator reads TeX patterns, one on a line ("bi4tr", ".ove4").
func NewHyphenator(patterns []string) *Hyphenator {
	h := &Hyphenator{patterns: make(map[string][]byte, len(patterns))}
	for _, p := range patterns {
		var letters []rune
		levels := []byte{0}
		for _, c := range p {
			if c >= '0' && c <= '9' {
				levels[len(levels)-1] = byte(c - '0')
				continue
			}
			letters = append(letters, c)
			levels = append(levels, 0)
		}
		h.patterns[string(letters)] = levels
		h.longest = max(h.longest, len(letters))
	}
	return h
}

// Points are the byte offsets in word before which a hyphen may stand,
// ascending; none for short words and for what is not all letters.
func (h *Hyphenator) Points(word string) []int {
	if h == nil || utf8.RuneCountInString(word) < minWord || len(word) > maxWordBytes {
		return nil
	}
	framed := make([]rune, 0, len(word)+2)
	framed = append(framed, '.')
	for _, r := range word {
		if !unicode.IsLetter(r) {
			return nil
		}
		framed = append(framed, unicode.ToLower(r))
	}
	framed = append(framed, '.')
	levels := h.levels(framed)
	var points []int
	at, letters := 0, len(framed)-2
	for offset := range word {
		if at >= minLeft && at <= letters-minRight && levels[at+1]%2 == 1 {
			// A piece without a vowel belongs to the syllable before it: the
			// patterns say rå-d-giver, Danish says råd-giver.
			if n := len(points); n > 0 && !hasVowel(word[points[n-1]:offset]) {
				points[n-1] = offset
			} else {
				points = append(points, offset)
			}
		}
		at++
	}
	return points
}

func hasVowel(piece string) bool {
	return strings.ContainsAny(strings.ToLower(piece), "aeiouyæøåéáíóúöäü")
}

// maxWordBytes keeps a megabyte without spaces from being treated as a word.
const maxWordBytes = 400

// levels are the highest pattern levels before each rune; odd ones may break.
func (h *Hyphenator) levels(framed []rune) []byte {
	levels := make([]byte, len(framed)+1)
	text := string(framed)
	offsets := make([]int, 0, len(framed)+1)
	for i := range text {
		offsets = append(offsets, i)
	}
	offsets = append(offsets, len(text))
	for i := range framed {
		for j := i + 1; j < len(offsets) && j-i <= h.longest; j++ {
			for k, level := range h.patterns[text[offsets[i]:offsets[j]]] {
				levels[i+k] = max(levels[i+k], level)
			}
		}
	}
	return levels
}

// Hyphenate writes word with its break points shown by mark.
func (h *Hyphenator) Hyphenate(word, mark string) string {
	var b strings.Builder
	from := 0
	for _, p := range h.Points(word) {
		b.WriteString(word[from:p])
		b.WriteString(mark)
		from = p
	}
	b.WriteString(word[from:])
	return b.String()
}
