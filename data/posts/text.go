package posts

import (
	"slices"
	"strings"
	"unicode"
)

// text is a text with what the checks ask of it again and again.
type text struct {
	runes []rune
	words []word
}

// word is a run of letters and digits, in small letters, with its place in
// runes. Hyphens within count as part of it.
type word struct {
	lower    string
	from, to int
}

func newText(s string) text {
	t := text{runes: []rune(s)}
	for at := 0; at < len(t.runes); {
		if !wordly(t.runes[at]) {
			at++
			continue
		}
		end := at
		for end < len(t.runes) && (wordly(t.runes[end]) ||
			t.runes[end] == '-' && end+1 < len(t.runes) && wordly(t.runes[end+1])) {
			end++
		}
		t.words = append(t.words, word{strings.ToLower(string(t.runes[at:end])), at, end})
		at = end
	}
	return t
}

func wordly(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}

// find gives the places of phrases, each place once, the longest that begins
// there. A phrase is words; "*" at the end of one stands for any ending, and
// "…" between two for up to three other words of the same sentence.
func (t text) find(phrases []string) (places [][2]int) {
	byFirst := map[string][][]string{}
	var open [][]string // phrases whose first word has any ending
	for _, phrase := range phrases {
		parts := strings.Fields(strings.ToLower(phrase))
		switch {
		case len(parts) == 0:
		case strings.HasSuffix(parts[0], "*"):
			open = append(open, parts)
		default:
			byFirst[parts[0]] = append(byFirst[parts[0]], parts)
		}
	}
	for i := 0; i < len(t.words); i++ {
		last := -1
		for _, parts := range slices.Concat(byFirst[t.words[i].lower], open) {
			last = max(last, t.match(parts, i))
		}
		if last >= 0 {
			places = append(places, [2]int{t.words[i].from, t.words[last].to})
			i = last
		}
	}
	return places
}

// match is the index of the last word of parts laid on the words from i on,
// and -1 when they do not fit.
func (t text) match(parts []string, i int) int {
	for n, part := range parts {
		switch {
		case part == "…":
			for skip := 0; skip <= 3 && i+skip < len(t.words); skip++ {
				if i > 0 && t.ends(i-1, i+skip) {
					return -1
				}
				if last := t.match(parts[n+1:], i+skip); last >= 0 {
					return last
				}
			}
			return -1
		case i >= len(t.words), n > 0 && t.ends(i-1, i):
			return -1
		case strings.HasSuffix(part, "*"):
			if !strings.HasPrefix(t.words[i].lower, strings.TrimSuffix(part, "*")) {
				return -1
			}
		case t.words[i].lower != part:
			return -1
		}
		i++
	}
	return i - 1
}

// ends tells whether a sentence ends between two words.
func (t text) ends(before, after int) bool {
	for _, r := range t.runes[t.words[before].to:t.words[after].from] {
		if r == '.' || r == '!' || r == '?' || r == '\n' || r == ':' || r == ';' {
			return true
		}
	}
	return false
}
