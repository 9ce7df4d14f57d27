package typeset

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// chance is a place inside a word where a line may end.
type chance struct {
	at     int  // byte offset in the word
	hyphen bool // a hyphen is shown when the line ends here
}

// chances are the places where word may be broken, ascending.
func (l *Language) chances(word string) []chance {
	if isAddress(word) {
		return addressChances(word)
	}
	var found []chance
	for from := 0; from < len(word); {
		r, size := utf8.DecodeRuneInString(word[from:])
		if !unicode.IsLetter(r) {
			from += size
			if breaksAfter(r, word, from) {
				found = append(found, chance{from, false})
			}
			continue
		}
		end := len(word)
		if i := strings.IndexFunc(word[from:], notLetter); i >= 0 {
			end = from + i
		}
		if !isAcronym(word[from:end]) {
			for _, p := range l.Hyphens.Points(word[from:end]) {
				found = append(found, chance{from + p, true})
			}
		}
		from = end
	}
	return found
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) }

// isAcronym tells whether a word is all capitals; such words are not broken.
func isAcronym(word string) bool { return strings.IndexFunc(word, unicode.IsLower) < 0 }

// breaksAfter tells whether a line may end after a hyphen or slash that stands
// between two words of at least two letters ("borger-nær", "og/eller").
func breaksAfter(r rune, word string, end int) bool {
	if r != '-' && r != '/' && r != '‐' {
		return false
	}
	return lettersBefore(word[:end-utf8.RuneLen(r)]) >= 2 && lettersAfter(word[end:]) >= 2
}

func lettersBefore(s string) (n int) {
	for n < 2 {
		r, size := utf8.DecodeLastRuneInString(s)
		if size == 0 || !unicode.IsLetter(r) {
			return n
		}
		s, n = s[:len(s)-size], n+1
	}
	return n
}

func lettersAfter(s string) (n int) {
	for _, r := range s {
		if n == 2 || !unicode.IsLetter(r) {
			break
		}
		n++
	}
	return n
}

// addressChances breaks an address only after a stroke and the like, without a
// hyphen, and leaves at least four characters on each side.
func addressChances(word string) []chance {
	const margin = 4
	var found []chance
	for i := margin; i <= len(word)-margin; i++ {
		if strings.IndexByte("/?&=@", word[i-1]) >= 0 && word[i] != '/' {
			found = append(found, chance{i, false})
		}
	}
	return found
}

// box is an unbreakable piece of a word, measured.
type box struct {
	from, to    int // bytes of the word
	width       int // Units
	first, last rune
	after       byte // what may happen after it: spaceNone, hyphenAfter, gapAfter
}

const (
	nothingAfter byte = iota
	hyphenAfter
	gapAfter
)

// cut splits word at its chances and at the extra offsets (borders of runs),
// which must be ascending, and measures each piece in face.
func cut(word string, chances []chance, face *Face) []box {
	boxes := make([]box, 0, len(chances)+1)
	from := 0
	add := func(to int, after byte) {
		if from == to {
			return
		}
		text := word[from:to]
		first, _ := utf8.DecodeRuneInString(text)
		last, _ := utf8.DecodeLastRuneInString(text)
		boxes = append(boxes, box{from, to, face.Measure(text), first, last, after})
		from = to
	}
	for _, c := range chances {
		if c.hyphen {
			add(c.at, hyphenAfter)
		} else {
			add(c.at, gapAfter)
		}
	}
	add(len(word), nothingAfter)
	return boxes
}

// chop splits a piece wider than width into pieces that fit, between
// characters, so that a million letters without a space still stay on paper.
func chop(word string, b box, width int, face *Face) []box {
	var pieces []box
	piece := box{from: b.from, to: b.from}
	for at, r := range word[b.from:b.to] {
		at += b.from
		advance := face.Width(r)
		if piece.to > piece.from {
			advance += face.Kern(piece.last, r)
			if piece.width+advance > width {
				piece.after = gapAfter
				pieces = append(pieces, piece)
				piece = box{from: at, to: at}
				advance = face.Width(r)
			}
		}
		if piece.to == piece.from {
			piece.first = r
		}
		piece.width += advance
		piece.last = r
		piece.to = at + utf8.RuneLen(r)
	}
	piece.after = b.after
	return append(pieces, piece)
}
