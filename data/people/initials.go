package people

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Initials are the capitals of a name. Every part counts, also behind a hyphen
// ("Anna-Lise Østergård" → "ALØ"); words in small letters do not ("Peter van
// der Berg" → "PB") unless there are no others. Of more than four parts the
// first three and the last are kept; a name of one word gives its first two
// letters ("Mette" → "ME"). A name without letters gives "".
func Initials(name string) string {
	parts := strings.FieldsFunc(norm.NFC.String(name), func(r rune) bool {
		return unicode.IsSpace(r) || r == '-' || r == '‐' || r == '‑' || r == '–' || r == '.'
	})
	var all, capitals []rune
	var first string // the only word, when there is but one
	for _, part := range parts {
		letters := onlyLetters(part)
		if letters == "" {
			continue
		}
		r := []rune(letters)[0]
		if all = append(all, r); unicode.IsUpper(r) {
			capitals = append(capitals, r)
		}
		first = letters
	}
	chosen := capitals
	if len(chosen) == 0 {
		chosen = all
	}
	switch {
	case len(all) == 1:
		chosen = []rune(first)[:min(2, len([]rune(first)))]
	case len(chosen) > 4:
		chosen = append(chosen[:3:3], chosen[len(chosen)-1])
	}
	return strings.ToUpper(string(chosen))
}

func onlyLetters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return r
		}
		return -1
	}, s)
}
