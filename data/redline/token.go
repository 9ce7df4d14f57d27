package redline

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A token is a word, a number, a reference such as "§ 5", or one punctuation
// mark. Spaces are no tokens; they lie between them. Comparing never goes below
// a token, so no marked stretch ever begins or ends inside a word.

// sort tells what a token is.
type sort uint8

const (
	mark   sort = iota // punctuation or symbol
	word               // letters, perhaps with digits
	number             // digits, dates, references with a number
)

// Byte classes of the scanner's fast path.
const (
	byteMark uint8 = iota
	byteSpace
	byteHigh // the first byte of a character beyond ASCII
	byteLetter
	byteDigit // from byteLetter on: part of a word
)

var byteClass = func() (class [256]uint8) {
	for c := range class {
		switch {
		case c >= utf8.RuneSelf:
			class[c] = byteHigh
		case c == ' ' || c >= '\t' && c <= '\r':
			class[c] = byteSpace
		case c >= '0' && c <= '9':
			class[c] = byteDigit
		case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z':
			class[c] = byteLetter
		}
	}
	return class
}()

// scanned is one token found by scan.
type scanned struct {
	start, end int
	sort       sort
	// plain means that the bytes themselves are what is compared; otherwise
	// normal has to spell them out first.
	plain bool
}

// scan finds the first token of text at or after the byte at. ok is false when
// only spaces are left.
func scan(text string, at int) (t scanned, ok bool) {
	for at < len(text) {
		c := text[at]
		switch byteClass[c] {
		case byteSpace:
			at++
			continue
		case byteLetter:
			return scanWord(text, at, at), true
		case byteDigit:
			return scanNumber(text, at), true
		case byteMark:
			return scanMark(text, at, at+1, c != '\'' && c != '`' && c != '"'), true
		}
		r, size := utf8.DecodeRuneInString(text[at:])
		switch {
		case blank(r):
			at += size
		case r == '§':
			return scanParagraphSign(text, at), true
		case unicode.IsDigit(r):
			return scanNumber(text, at), true
		case wordRune(r):
			return scanWord(text, at, at), true
		default:
			return scanMark(text, at, at+size, quote(r) == 0 && r < 0x300), true
		}
	}
	return scanned{}, false
}

// scanWord reads a word from the byte at on; start is where its token begins.
// Hyphens and apostrophes between letters belong to it, and so do the dots and
// signs of a web or mail address.
func scanWord(text string, start, at int) scanned {
	t := scanned{start: start, sort: word, plain: true}
	address := false
	for {
		for at < len(text) && byteClass[text[at]] >= byteLetter {
			at++
		}
		if at == len(text) || text[at] == ' ' {
			t.end = at
			return t
		}
		c := text[at]
		switch {
		case c == 0xC3 && at+1 < len(text) && text[at+1] != 0x97 && text[at+1] != 0xB7 && text[at+1]&0xC0 == 0x80:
			at += 2 // À to ÿ without × and ÷
			continue
		case c >= utf8.RuneSelf:
			r, size := utf8.DecodeRuneInString(text[at:])
			if wordRune(r) || r == softHyphen || joiner(r) && wordAt(text, at+size) {
				t.plain = t.plain && r < 0x300 && r != softHyphen
				at += size
				continue
			}
		case (c == '-' || c == '\'') && wordAt(text, at+1):
			at++
			continue
		case c == '@' && wordAt(text, at+1), c == ':' && strings.HasPrefix(text[at:], "://") && wordAt(text, at+3):
			address = true
			at++
			continue
		case c == '.' && at == start+3 && strings.EqualFold(text[start:at], "www") && wordAt(text, at+1):
			address = true
			at++
			continue
		case address && addressByte(c) && addressGoesOn(text, at):
			at++
			continue
		}
		break
	}
	t.end = at
	if at < len(text) && text[at] == '.' && at-start <= 3 && reference(text[start:at]) {
		if n := afterSpaces(text, at+1); n < len(text) && byteClass[text[n]] == byteDigit {
			t.end, t.sort = numberEnd(text, n), number
			t.plain = n == at+2 && text[at+1] == ' ' && ascii(text[n:t.end])
		}
	}
	return t
}

// reference tells whether w. and a number are one token ("stk. 2").
func reference(w string) bool {
	switch len(w) {
	case 2:
		return strings.EqualFold(w, "nr")
	case 3:
		return strings.EqualFold(w, "stk") || strings.EqualFold(w, "pkt") || strings.EqualFold(w, "kap") || strings.EqualFold(w, "art")
	}
	return false
}

func addressByte(c byte) bool { return strings.IndexByte("./:?=&%#_~+@-", c) >= 0 }

// addressGoesOn tells whether the signs at the byte at are followed by more of
// the address, and do not end the sentence it stands in.
func addressGoesOn(text string, at int) bool {
	for at < len(text) && addressByte(text[at]) {
		at++
	}
	return wordAt(text, at)
}

// scanMark closes a mark's token, taking with it the signs that combine with it.
func scanMark(text string, start, end int, plain bool) scanned {
	for end < len(text) && text[end] >= utf8.RuneSelf {
		r, size := utf8.DecodeRuneInString(text[end:])
		if !unicode.IsMark(r) && r != zeroWidthJoiner && !unicode.Is(unicode.Sk, r) {
			break
		}
		end += size
		plain = false
		if r != zeroWidthJoiner {
			continue
		}
		if next, size := utf8.DecodeRuneInString(text[end:]); size > 1 && !blank(next) && !wordRune(next) {
			end += size
		}
	}
	return scanned{start: start, end: end, sort: mark, plain: plain}
}
