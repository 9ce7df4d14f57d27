package bilag

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"synlig/data/bilag/sheet"
	"synlig/data/redline"
)

// contextLetters is about how many letters of the words around a change are
// shown on each side of it: "skal" alone says nothing.
const contextLetters = 48

// stretch is text on one side of a row, and whether the change is in it.
type stretch struct {
	text    string
	changed bool
}

// inContext shows the words of a change within a paragraph among the words
// that stand around them, on the old or on the new side. It gives nil for a
// change that is not within one row.
func (m *marked) inContext(c redline.Change, old bool) []sheet.Piece {
	if len(c.Blocks) != 1 {
		return nil
	}
	switch c.Action {
	case redline.Edit, redline.Split, redline.Merge:
	default:
		return nil
	}
	before, words, after := around(stretches(m.comparison.Blocks[c.Blocks[0]], c.Number, old))
	before, after = lastLetters(before), firstLetters(after)
	var pieces []sheet.Piece
	alone := before == "" && after == ""
	if before != "" {
		pieces = append(pieces, sheet.Piece{Text: before, Quiet: true})
	}
	if words != "" {
		pieces = append(pieces, sheet.Piece{Text: words, Bold: !alone})
	}
	if after != "" {
		pieces = append(pieces, sheet.Piece{Text: after, Quiet: true})
	}
	return pieces
}

// stretches are one side of a row, in order. A place where the change has no
// words on this side is an empty stretch.
func stretches(row redline.Block, number int, old bool) []stretch {
	other := redline.Delete
	if old {
		other = redline.Insert
	}
	var found []stretch
	for _, seg := range row.Segments {
		text := seg.Text
		switch {
		case seg.Op == other:
			text = ""
		case text == "\n":
			text = " ¶ "
		case old && seg.Op == redline.Equal && seg.Old != "":
			text = seg.Old
		}
		mine := seg.Op != redline.Equal && seg.Change == number
		if text != "" || mine {
			found = append(found, stretch{text, mine})
		}
	}
	return found
}

// around puts together what stands before, in and after the change.
func around(all []stretch) (before, words, after string) {
	first, last := -1, -1
	for i, s := range all {
		if s.changed {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	for i, s := range all {
		switch {
		case i < first:
			before += s.text
		case i <= last:
			words += s.text
		default:
			after += s.text
		}
	}
	return before, words, after
}

// lastLetters are the last words of text, from a sentence's beginning when one
// is near.
func lastLetters(text string) string {
	cut := len(text)
	for n := 0; cut > 0 && n < contextLetters; n++ {
		_, size := utf8.DecodeLastRuneInString(text[:cut])
		cut -= size
	}
	if cut == 0 {
		return text
	}
	if i := sentenceEnds(text[cut:], true); i >= 0 {
		return text[cut+i+2:]
	}
	if i := strings.IndexByte(text[cut:], ' '); i >= 0 {
		return "…\u00a0" + text[cut+i+1:]
	}
	return "…\u00a0" + text[cut:]
}

// firstLetters are the first words of text, to a sentence's end when one is
// near.
func firstLetters(text string) string {
	cut, n := len(text), 0
	for i := range text {
		if n++; n > contextLetters {
			cut = i
			break
		}
	}
	if i := sentenceEnds(text[:cut], false); i >= 0 {
		return text[:i+1]
	}
	if cut == len(text) {
		return text
	}
	if i := strings.LastIndexByte(text[:cut], ' '); i >= 0 {
		return text[:i] + "\u00a0…"
	}
	return text[:cut] + "…"
}

// sentenceEnds is where the last or first sentence in text ends: at a full stop
// after a word too long for an abbreviation, before a capital. -1 when none does.
func sentenceEnds(text string, last bool) int {
	const abbreviation = 4
	found := -1
	for i := abbreviation; i+2 < len(text); i++ {
		if text[i] != '.' || text[i+1] != ' ' || strings.ContainsAny(text[i-abbreviation:i], " .") {
			continue
		}
		if next, _ := utf8.DecodeRuneInString(text[i+2:]); unicode.IsUpper(next) {
			if found = i; !last {
				return found
			}
		}
	}
	return found
}
