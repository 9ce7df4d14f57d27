package bilag

import (
	"strconv"
	"strings"

	"synlig/data/bilag/sheet"
	"synlig/data/bilag/tags"
	"synlig/data/document"
	"synlig/data/redline"
)

// inliner turns the segments of one row of the comparison into the pieces of
// one paragraph after the other.
type inliner struct {
	m        *marked
	row      redline.Block
	equal    sheet.Piece  // how words that stay look: plain, or moved
	numbered map[int]bool // changes whose number already stands in the paragraph
	pieces   []sheet.Piece
	spaced   bool // the text so far ends in a space, or there is none
}

func (m *marked) inline(row redline.Block, equal sheet.Piece) *inliner {
	return &inliner{m: m, row: row, equal: equal, numbered: map[int]bool{}, spaced: true}
}

// take gives the pieces of the paragraph and begins the next.
func (in *inliner) take() []sheet.Piece {
	pieces := in.pieces
	in.pieces, in.spaced = nil, true
	return pieces
}

// number puts the change's number into the margin, once in each paragraph.
func (in *inliner) number(n int) {
	if n == 0 || in.numbered[n] {
		return
	}
	in.numbered[n] = true
	in.pieces = append(in.pieces, in.m.marginNumber(n))
}

// keep adds words that stay, with the forms that changed in them.
func (in *inliner) keep(seg redline.Segment) {
	block, at := in.m.source(in.row, seg)
	if block == nil {
		in.plain(seg.Text)
		return
	}
	for from := at.Start; from < at.End; {
		to := at.End
		piece := in.equal
		for _, f := range in.row.Formats {
			if !in.m.inDraft(in.row) || f.Draft.Block != at.Block || wholeBlock(f.Aspect) {
				continue
			}
			switch {
			case f.Draft.Start > from:
				to = min(to, f.Draft.Start)
			case f.Draft.End > from:
				to = min(to, f.Draft.End)
				piece.Bar = true
				in.form(f.Change)
			}
		}
		in.pieces = append(in.pieces, stylePieces(block.Runs(from, to), piece)...)
		from = to
	}
	in.spaced = strings.HasSuffix(seg.Text, " ")
}

// form marks the beginning of words whose form changed.
func (in *inliner) form(n int) {
	if n == 0 || in.numbered[n] {
		return
	}
	in.number(n)
	in.pieces = append(in.pieces, sheet.Piece{Tag: tags.Span, Kids: []sheet.Piece{
		{Text: "[" + word("reformed") + "] ", Hidden: true, Bar: true},
	}})
}

func (in *inliner) plain(text string) {
	piece := in.equal
	piece.Text = text
	in.pieces = append(in.pieces, piece)
	in.spaced = strings.HasSuffix(text, " ")
}

// mark adds words that came or went. Spaces at their ends stand outside the
// mark, and a removal and what replaces it never run together.
func (in *inliner) mark(seg redline.Segment, c change) {
	block, at := in.m.source(in.row, seg)
	text := seg.Text
	lead := len(text) - len(strings.TrimLeft(text, " "))
	tail := len(strings.TrimRight(text, " "))
	if lead >= tail {
		in.plain(text) // a space that came or went is not worth a mark
		return
	}
	if lead > 0 || c.mark == sheet.Added && in.afterRemoval() {
		in.plain(" ")
	}
	template := sheet.Piece{Mark: c.mark, Bar: true}
	var inside []sheet.Piece
	if block != nil && at.End-at.Start == len(text) {
		inside = stylePieces(block.Runs(at.Start+lead, at.Start+tail), template)
	} else {
		template.Text = text[lead:tail]
		inside = []sheet.Piece{template}
	}
	after := !in.spaced
	in.number(seg.Change)
	in.pieces = append(in.pieces, spoken(c, after, in.m.options.Brackets, inside))
	in.spaced = false
	if tail < len(text) {
		in.plain(" ")
	}
}

// afterRemoval tells whether the last piece is removed text without a space
// after it.
func (in *inliner) afterRemoval() bool {
	n := len(in.pieces)
	return n > 0 && in.pieces[n-1].Tag == tags.Deleted
}

// pilcrow marks a paragraph border that came or went.
func (in *inliner) pilcrow(seg redline.Segment, c change) {
	if !in.spaced {
		in.plain(" ")
	}
	in.number(seg.Change)
	c.says += ": " + word("border")
	in.pieces = append(in.pieces, spoken(c, false, in.m.options.Brackets, []sheet.Piece{
		{Text: "¶", Mark: c.mark, Bar: true},
	}))
	in.spaced = false
	if c.mark == sheet.Removed {
		in.plain(" ")
	}
}

// source is the block a segment's words stand in, and where.
func (m *marked) source(row redline.Block, seg redline.Segment) (*document.Block, redline.Piece) {
	blocks, at := m.comparison.Draft, seg.Draft
	if seg.Op == redline.Delete || !m.inDraft(row) {
		blocks, at = m.comparison.Base, seg.Base
	}
	if at.Block < 0 || at.Block >= len(blocks) || at.End > len(blocks[at.Block].Text) || at.Start >= at.End {
		return nil, at
	}
	return &blocks[at.Block], at
}

// inDraft tells whether the row stands in the draft.
func (m *marked) inDraft(row redline.Block) bool { return len(row.Draft) > 0 }

func wholeBlock(a redline.Aspect) bool {
	return a == redline.AspectKind || a == redline.AspectLevel
}

// marginNumber is "[3]" outside the change bar: a link to the change's row in
// the table. The first one of a change is where the table's row leads back to.
func (m *marked) marginNumber(n int) sheet.Piece {
	number := strconv.Itoa(n)
	link := &sheet.Link{Anchor: "row " + number, Says: text("toRow", "number", number)}
	return sheet.Piece{Tag: tags.Link, Kids: []sheet.Piece{
		{Text: "[" + number + "] ", Margin: true, Bar: true, Link: link, Anchor: "change " + number},
	}}
}
