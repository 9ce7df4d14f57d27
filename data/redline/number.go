package redline

import (
	"strings"
	"unicode/utf8"
)

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
