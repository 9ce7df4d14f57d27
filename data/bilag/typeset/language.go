package typeset

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Language is what line breaking needs to know of a language.
type Language struct {
	Hyphens *Hyphenator
	// Before are words that stay with the number after them ("stk.", "§"),
	// After words that stay with the number before them ("kr.", "pct."), and
	// Months the names that stay with their day ("22. august").
	Before, After, Months map[string]bool
}

// Words makes a set of the words in a list, separated by spaces.
func Words(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}

// binds tells whether the space between two words must not end a line.
func (l *Language) binds(left, right string) bool {
	if left == "" || right == "" {
		return false
	}
	if right == "–" || right == "—" {
		return true // a dash never begins a line
	}
	first, _ := utf8.DecodeRuneInString(right)
	left = strings.TrimLeftFunc(left, isOpening)
	if l.Before[strings.ToLower(left)] {
		return unicode.IsDigit(first) || first == '§' || utf8.RuneCountInString(trimEnd(right)) == 1
	}
	if !endsInNumber(left) {
		return false
	}
	right = strings.ToLower(right)
	return l.After[right] || l.After[trimEnd(right)] ||
		strings.HasSuffix(left, ".") && l.Months[trimEnd(right)]
}

func isOpening(r rune) bool { return strings.ContainsRune("(»“\"[", r) }

func trimEnd(word string) string { return strings.TrimRight(word, ".,;:)»”\"]") }

// endsInNumber tells whether a word ends in a digit, or in a digit and a stop.
func endsInNumber(word string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimSuffix(word, "."))
	return unicode.IsDigit(r)
}

// isAddress tells whether a word is a web or mail address. Such a word is
// never hyphenated: a hyphen in it would read as part of the address.
func isAddress(word string) bool {
	if strings.Contains(word, "@") || strings.Contains(word, "://") || strings.HasPrefix(strings.TrimLeftFunc(word, isOpening), "www.") {
		return true
	}
	// A stop between letters ("borgerraadgiver.example/klage"), but not the end of a sentence.
	for i := 1; i < len(word)-2; i++ {
		if word[i] == '.' && isWordByte(word[i-1]) && word[i+1] >= 'a' && word[i+1] <= 'z' && isWordByte(word[i+2]) {
			return true
		}
	}
	return false
}

func isWordByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-'
}
