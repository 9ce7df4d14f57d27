package redline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

const (
	softHyphen      = '\u00AD'
	zeroWidthJoiner = '\u200D'
)

// blank tells whether r separates words without being seen.
func blank(r rune) bool {
	return unicode.IsSpace(r) || r == softHyphen || r == '\u200B' || r == '\uFEFF' || r == '\u2060'
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) }

// joiner tells whether r holds two halves of a word together.
func joiner(r rune) bool { return r == '‐' || r == '‑' || r == '’' || r == '‘' || r == 'ʼ' }

// quote is the sign that stands for r when texts are compared: " for every
// quotation mark that can stand alone, 0 for all else.
func quote(r rune) byte {
	switch r {
	case '"', '\'', '`', '´', '“', '”', '„', '‟', '‘', '’', '‚', '‛', '«', '»', '‹', '›', '″', '′', '＂':
		return '"'
	}
	return 0
}

func wordAt(text string, at int) bool {
	if at >= len(text) {
		return false
	}
	switch byteClass[text[at]] {
	case byteLetter, byteDigit:
		return true
	case byteHigh:
		r, _ := utf8.DecodeRuneInString(text[at:])
		return wordRune(r)
	}
	return false
}

func afterSpaces(text string, at int) int {
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		if !blank(r) {
			break
		}
		at += size
	}
	return at
}

// singleSpaces tells whether s is ASCII whose spaces stand alone and between
// words, so that it is spelled as it is compared.
func singleSpaces(s string) bool {
	for i := range len(s) {
		if c := s[i]; c >= utf8.RuneSelf || byteClass[c] == byteSpace && (c != ' ' || i > 0 && s[i-1] == ' ') {
			return false
		}
	}
	return len(s) > 1 && s[1] == ' '
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// normal spells a token as it is compared: NFC, one plain space after §, stk.
// and in dates, no soft hyphens, plain hyphens and quotation marks.
func normal(raw string, s sort) string {
	if s == mark {
		if r, size := utf8.DecodeRuneInString(raw); size == len(raw) && quote(r) != 0 {
			return `"`
		}
	}
	var b strings.Builder
	gap := false
	for _, r := range norm.NFC.String(raw) {
		switch {
		case r == softHyphen || r == '\u200B' || r == '\uFEFF' || r == '\u2060':
			continue
		case unicode.IsSpace(r):
			gap = true
			continue
		case r == '‐' || r == '‑':
			r = '-'
		case s == mark && quote(r) != 0:
			r = rune(quote(r))
		case r == '’' || r == '‘' || r == 'ʼ':
			r = '\''
		}
		if gap || s == number && b.Len() > 0 && digitAfterSign(b.String(), r) {
			b.WriteByte(' ')
			gap = false
		}
		b.WriteRune(r)
	}
	return b.String()
}

// digitAfterSign tells whether a space belongs between what is written and r,
// so that "§5" and "§ 5" or "stk.2" and "stk. 2" are the same.
func digitAfterSign(written string, r rune) bool {
	if r < '0' || r > '9' {
		return false
	}
	return strings.HasSuffix(written, "§") || strings.HasSuffix(written, ".") && reference(written[:len(written)-1])
}

// countTokens is the number of tokens in a text.
func countTokens(text string) int {
	n := 0
	for t, ok := scan(text, 0); ok; t, ok = scan(text, t.end) {
		n++
	}
	return n
}
