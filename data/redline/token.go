package redline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
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

// scanNumber reads a number, a date ("22. august 2014") or a word that begins
// with digits ("3-årig").
func scanNumber(text string, start int) scanned {
	end := numberEnd(text, start)
	t := scanned{start: start, end: end, sort: number, plain: ascii(text[start:end])}
	if end-start <= 2 && end < len(text) && text[end] == '.' {
		if date := dateEnd(text, end+1); date > 0 {
			t.end, t.plain = date, singleSpaces(text[end:date])
		}
	}
	return t
}

// numberEnd is where the number that begins at the byte at ends. Marks between
// digits belong to it: 1.234,5, 10:42, 22/8, 2014-0225711.
func numberEnd(text string, at int) int {
	for at < len(text) {
		c := text[at]
		switch byteClass[c] {
		case byteDigit, byteLetter:
			at++
			continue
		case byteMark:
			if strings.IndexByte(".,:/", c) >= 0 && at+1 < len(text) && byteClass[text[at+1]] == byteDigit ||
				(c == '-' || c == '\'') && wordAt(text, at+1) {
				at++
				continue
			}
		case byteHigh:
			r, size := utf8.DecodeRuneInString(text[at:])
			if wordRune(r) || r == softHyphen || joiner(r) && wordAt(text, at+size) {
				at += size
				continue
			}
		}
		break
	}
	return at
}

var months = [...]string{"januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november", "december"}

// dateEnd is where a date ends whose day and dot end at the byte at, 0 when no
// month follows.
func dateEnd(text string, at int) int {
	at = afterSpaces(text, at)
	for _, m := range months {
		end := at + len(m)
		if end > len(text) || !strings.EqualFold(text[at:end], m) || wordAt(text, end) {
			continue
		}
		year := afterSpaces(text, end)
		if y := numberEnd(text, year); year > end && y == year+4 && byteClass[text[year]] == byteDigit && byteClass[text[y-1]] == byteDigit {
			return y
		}
		return end
	}
	return 0
}

// scanParagraphSign reads "§ 5", "§§ 5" or a lone "§".
func scanParagraphSign(text string, start int) scanned {
	end := start
	for strings.HasPrefix(text[end:], "§") {
		end += len("§")
	}
	if n := afterSpaces(text, end); n < len(text) && byteClass[text[n]] == byteDigit {
		t := scanned{start: start, end: numberEnd(text, n), sort: number}
		t.plain = n == end+1 && text[end] == ' ' && ascii(text[n:t.end])
		return t
	}
	return scanned{start: start, end: end, sort: mark, plain: true}
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
