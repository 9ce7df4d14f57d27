package docx

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"synlig/data/document"
	"synlig/data/redline"
)

// view puts one of the two texts together: the new one, or the old one.
type view struct {
	gone    fate     // what is not in this text: deleted in the new, inserted in the old
	places  *tracker // is told where the words of revisions stand; may be nil
	blocks  []document.Block
	titles  []int // blocks that stand in the style for titles
	pending []piece
	whole   []int // revisions of the form of the paragraphs pending
	role    role
	some    bool // there are words among what is pending
	runs    []document.Run
	text    []byte // of the last run
	lists   *numbering
	counter counter
}

// take adds a paragraph. One whose mark is gone runs on into the next; what
// comes of them has the form of the last that brings words along.
func (v *view) take(p *paragraph, r role) {
	for i := range p.pieces {
		piece := &p.pieces[i]
		if piece.fate&v.gone != 0 {
			continue
		}
		if !piece.separator && strings.TrimSpace(piece.text) != "" {
			v.role, v.some = r, true
		}
		v.pending = append(v.pending, *piece)
	}
	if p.reform > 0 && v.gone == deleted {
		v.whole = append(v.whole, p.reform)
	}
	if p.fate&v.gone == 0 {
		v.flush()
	}
}

// flush ends the block.
func (v *view) flush() {
	if v.some {
		if label := v.counter.next(v.role, v.lists); label != "" {
			v.pending = slices.Insert(v.pending, 0, piece{text: label + " "})
		}
		v.join()
		block := document.NewBlock(v.role.kind, v.role.level, v.runs...)
		if block.Text != "" {
			if v.role.title {
				v.titles = append(v.titles, len(v.blocks))
			}
			v.blocks = append(v.blocks, block)
			if v.places != nil {
				v.locate(len(v.blocks) - 1)
			}
		}
	}
	v.pending, v.whole, v.some = v.pending[:0], v.whole[:0], false
}

// join makes runs of what is pending: neighbours of one style are one.
func (v *view) join() {
	v.runs, v.text = v.runs[:0], v.text[:0]
	for i := range v.pending {
		p := &v.pending[i]
		style := p.now
		if v.gone == inserted {
			style = p.old
		}
		if n := len(v.runs); n == 0 || v.runs[n-1].Style != style {
			v.end()
			v.runs = append(v.runs, document.Run{Style: style})
		}
		v.text = append(v.text, p.text...)
	}
	v.end()
}

// end gives the last run its text.
func (v *view) end() {
	if n := len(v.runs); n > 0 {
		v.runs[n-1].Text = string(v.text)
	}
	v.text = v.text[:0]
}

// locate tells the revisions where their words stand in block n. Spaces were
// made one and letters put together with their accents since the words were
// read, so places are counted in what counts: letters and signs.
func (v *view) locate(n int) {
	text := v.blocks[n].Text
	for _, tracked := range v.whole {
		v.places.place(tracked, redline.Piece{Block: n, End: len(text)})
	}
	at, counted := 0, 0
	goTo := func(count int) int { // the byte behind that many
		for i, r := range text[at:] {
			if counted == count {
				return at + i
			}
			if counts(r) {
				counted++
			}
		}
		return len(text)
	}
	sum := 0
	for i := range v.pending {
		p := &v.pending[i]
		from := sum
		for _, r := range norm.NFC.String(p.text) {
			if counts(r) {
				sum++
			}
		}
		if p.tracked == 0 || from == sum || !v.shows(p) {
			continue
		}
		at = goTo(from)
		for at < len(text) && text[at] == ' ' {
			at++
		}
		start := at
		at = goTo(sum)
		v.places.place(p.tracked, redline.Piece{Block: n, Start: start, End: at})
	}
}

// shows tells whether a revision's words are to be looked for in this text.
func (v *view) shows(p *piece) bool {
	return (v.gone == inserted) == v.places.all[p.tracked-1].Op.onBase()
}

// counts tells whether document.NewBlock keeps a sign as it is.
func counts(r rune) bool {
	return r == '\u00a0' || !unicode.IsSpace(r) && !unicode.IsControl(r) && r != '\ufeff' && r != unicode.ReplacementChar
}

// below sets headings one level down where a title of its own stands above
// first headings, so that the title is the only one of its kind.
func below(views []*view) {
	titled := false
	for _, v := range views {
		titled = titled || v.titled()
	}
	for _, v := range views {
		if !titled {
			break
		}
		for i := range v.blocks {
			level := v.blocks[i].Kind.HeadingLevel()
			if level > 0 && !v.isTitle(i) {
				v.blocks[i].Kind = document.Heading1 + document.Kind(min(level+1, 3)-1)
			}
		}
	}
}

// titled tells whether the text begins with a title and has first headings too.
func (v *view) titled() bool {
	if !v.isTitle(0) {
		return false
	}
	for i, b := range v.blocks {
		if b.Kind == document.Heading1 && !v.isTitle(i) {
			return true
		}
	}
	return false
}

func (v *view) isTitle(block int) bool {
	_, found := slices.BinarySearch(v.titles, block)
	return found
}
