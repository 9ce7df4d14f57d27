package links

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

var danish = strings.NewReplacer("æ", "ae", "ø", "oe", "å", "aa", "ß", "ss", "ð", "d", "þ", "th", "œ", "oe", "ł", "l", "đ", "d")

// fold writes text so that two spellings of a word are the same: small letters,
// æ, ø and å as ae, oe and aa, other letters without their accents.
func fold(text string) string {
	text = strings.ToLower(norm.NFC.String(strings.ToValidUTF8(text, " ")))
	text = danish.Replace(text)
	plain := true
	for i := range len(text) {
		plain = plain && text[i] < 0x80
	}
	if plain {
		return text
	}
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(text))
}

// terms are the folded words of text: letters and digits, with what stands
// between them left out.
func terms(text string) []string {
	return strings.FieldsFunc(fold(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}
