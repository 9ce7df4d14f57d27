package strategy

import (
	"strings"

	"synlig/screens/kit"
)

// caretAt is the byte of a draft's text that stands where somebody tapped its
// marked form: at a byte of one of its pieces. Words that are no longer in the
// draft give the place where they stood.
func caretAt(shown kit.MarkedBlock, text string, piece, offset int) int {
	at := 0
	for i, p := range shown.Pieces {
		from, in := placeOf(p, text, at)
		switch {
		case i == piece && in:
			return min(from+offset, len(text))
		case i == piece:
			return at
		case in:
			at = from + len(p.Text)
		}
	}
	return at
}

// placeOf is where a piece stands in the draft's text, looked for from at on;
// false for what only the marked form has. A space that nobody needs to see
// beside a border may be left out of the pieces.
func placeOf(p kit.MarkedPiece, text string, at int) (from int, in bool) {
	if p.Mark == kit.MarkRemoved || p.Mark == kit.MarkMovedFrom || p.Mark == kit.MarkRemark {
		return at, false
	}
	for from = at; from <= len(text); from++ {
		if strings.HasPrefix(text[from:], p.Text) {
			return from, true
		}
		if from == len(text) || text[from] != ' ' {
			break
		}
	}
	return at, false
}
