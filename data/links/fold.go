package links

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// spelled are letters as they are spelled where a keyboard lacks them.
var spelled = strings.NewReplacer("æ", "ae", "ø", "oe", "å", "aa", "ß", "ss", "ð", "d", "þ", "th", "œ", "oe", "ł", "l", "đ", "d")

// fold writes text so that two spellings of a word are the same: small letters,
// æ, ø and å as ae, oe and aa, other letters without their accents.
func fold(text string) string { return spelled.Replace(unaccented(text)) }

// unaccented writes text in small letters without accents; å is a letter, and
// its ring is none.
func unaccented(text string) string {
	text = strings.ToLower(norm.NFC.String(strings.ToValidUTF8(text, " ")))
	if isASCII(text) {
		return text
	}
	var b strings.Builder
	for _, r := range text {
		if r < utf8.RuneSelf || r == 'å' {
			b.WriteRune(r)
			continue
		}
		for _, part := range norm.NFD.String(string(r)) {
			if !unicode.Is(unicode.Mn, part) {
				b.WriteRune(part)
			}
		}
	}
	return b.String()
}

func isASCII(text string) bool {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// terms are the folded words of text: letters and digits, with what stands
// between them left out.
func terms(text string) []string {
	return strings.FieldsFunc(fold(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}
