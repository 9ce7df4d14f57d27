package kit

import "unicode/utf8"

// Letter is the place in the words that was tapped last: the piece, the byte of
// its text before which a caret would stand, and whether it was in the words at
// all and not in the margin.
func (m *Marked) Letter() (piece, offset int, ok bool) {
	if m.view.Text == nil || m.tapped.X < m.view.Margin {
		return 0, 0, false
	}
	r, ok := m.runUnder()
	if !ok {
		return 0, 0, true
	}
	p := m.view.Text.Block.Pieces[r.piece]
	return r.piece, r.start + r.letter(m.view.Text.face(p), m.tapped.X), true
}

// runUnder is the run nearest to the tap on its line, or on the line above it.
func (m *Marked) runUnder() (nearest run, ok bool) {
	for _, r := range m.runs {
		if r.top > m.tapped.Y {
			break
		}
		if !ok || r.top > nearest.top || r.left <= m.tapped.X {
			nearest, ok = r, true
		}
	}
	return nearest, ok
}

// letter is the byte of a run's text that is nearest to x.
func (r run) letter(f *face, x float32) int {
	at := 0
	for at < len(r.text) {
		_, size := utf8.DecodeRuneInString(r.text[at:])
		middle := (f.width(r.text[:at]) + f.width(r.text[:at+size])) / 2
		if r.left+middle >= x {
			break
		}
		at += size
	}
	return at
}

// Left is where the words begin, behind the number, bullet or quotation line.
func (t *MarkedText) Left() float32 { return t.left }

// LetterSize is the size of the letters of a heading of that level, 0 for all
// else, as marked text has them.
func LetterSize(heading int) float32 { return Scaled(headingSizes[heading]) }
