package bilag

import (
	"strconv"
	"strings"

	"synlig/data/bilag/sheet"
	"synlig/data/bilag/tags"
	"synlig/data/document"
	"synlig/data/redline"
)

// parallelRow is one row of the comparison in two columns: what goes is struck
// in the left one, what comes is marked in the right one.
func (m *marked) parallelRow(row redline.Block) sheet.Row {
	name := unseen("unchangedRow")
	if len(row.Changes) > 0 {
		numbers := make([]string, len(row.Changes))
		for i, n := range row.Changes {
			numbers[i] = strconv.Itoa(n)
		}
		name = [][]sheet.Piece{{{Text: strings.Join(numbers, ", "), Bold: true}}}
	}
	r := sheet.Row{Cells: [][][]sheet.Piece{name, m.column(row, true), m.column(row, false)}}
	if m.headingLevel(row) > 0 {
		at := m.facing(row)[0]
		r.KeepNext, r.Outline = true, strings.TrimSpace(at.label+" "+at.block.Text)
	}
	return r
}

// facing are the blocks of a row as they will stand or, for what goes, stood.
func (m *marked) facing(row redline.Block) []side {
	if len(row.Draft) > 0 {
		return m.sidesOf(row, false)
	}
	return m.sidesOf(row, true)
}

// sidesOf are the blocks of one side of a row.
func (m *marked) sidesOf(row redline.Block, old bool) []side {
	var found []side
	if old {
		for _, i := range row.Base {
			found = append(found, m.baseSide(i))
		}
		return found
	}
	for _, i := range row.Draft {
		found = append(found, m.draftSide(i))
	}
	return found
}

// column is one side of a row: a paragraph for each block.
func (m *marked) column(row redline.Block, old bool) [][]sheet.Piece {
	sides := m.sidesOf(row, old)
	var cell [][]sheet.Piece
	switch {
	case row.Status == redline.MovedTo && old:
		return m.movedFrom(row)
	case len(sides) == 0:
		return [][]sheet.Piece{{{Text: m.nothing(row, old), Italic: true, Quiet: true}}}
	case row.Status == redline.Inserted:
		cell = m.wholeColumn(row, sides, added())
	case row.Status == redline.Deleted:
		cell = m.wholeColumn(row, sides, removed())
	case row.Status == redline.MovedFrom:
		cell = m.wholeColumn(row, sides, m.movedAway(row))
	case rewritten(row, m.comparison) && old:
		cell = m.wholeColumn(row, sides, removed())
	case rewritten(row, m.comparison):
		cell = m.wholeColumn(row, sides, added())
	default:
		cell = m.wordsColumn(row, sides, old)
	}
	for _, n := range row.Changes {
		if c := m.comparison.Changes[n-1]; c.Action == redline.Reform {
			cell = append(cell, forms(c, old)...)
		}
	}
	return cell
}

// nothing is what stands on the side where a row has no text.
func (m *marked) nothing(row redline.Block, old bool) string {
	switch {
	case row.Status == redline.MovedFrom:
		return capital(m.movedAway(row).says)
	case old:
		return word("nothingOld")
	}
	return word("nothingNew")
}

// movedFrom is the left side of a block at its new place: where it came from
// and, when words in it changed, how it read.
func (m *marked) movedFrom(row redline.Block) [][]sheet.Piece {
	cell := [][]sheet.Piece{{{Text: capital(m.movedTo(row).says), Italic: true, Quiet: true}}}
	twin, ok := m.twin(row)
	if !ok || len(row.Changes) < 2 {
		return cell
	}
	return append(cell, m.wordsColumn(row, m.sidesOf(twin, true), true)...)
}

// wholeColumn is a side under one mark.
func (m *marked) wholeColumn(row redline.Block, sides []side, c change) [][]sheet.Piece {
	var cell [][]sheet.Piece
	for _, at := range sides {
		at.mark = c.mark
		in := m.inline(row, sheet.Piece{})
		for _, n := range row.Changes {
			in.number(n)
		}
		cell = append(cell, m.cellParagraph(at, append(in.take(), m.allOf(at, c))))
	}
	return cell
}

// wordsColumn is a side whose words partly stay.
func (m *marked) wordsColumn(row redline.Block, sides []side, old bool) [][]sheet.Piece {
	equal, c, other := sheet.Piece{}, added(), redline.Delete
	if old {
		row.Draft = nil // words that stay are read in the text in force
		c, other = removed(), redline.Insert
	} else if row.Status == redline.MovedTo {
		equal.Mark = sheet.MovedHere
	}
	in := m.inline(row, equal)
	if !old {
		m.wholeForms(row, in)
		if row.Status == redline.MovedTo {
			for _, n := range row.Changes {
				if m.action(n) == redline.Move {
					in.number(n)
				}
			}
		}
	}
	var cell [][]sheet.Piece
	k := 0
	finish := func() {
		at := sides[min(k, len(sides)-1)]
		at.mark = equal.Mark
		pieces := in.take()
		if equal.Mark == sheet.MovedHere {
			pieces = []sheet.Piece{spoken(m.movedTo(row), false, false, pieces)}
		}
		cell = append(cell, m.cellParagraph(at, pieces))
		k++
	}
	if len(row.Segments) == 0 { // nothing is said about its words: they stay
		for _, at := range sides {
			in.pieces = append(in.pieces, plainPieces(at.block)...)
			finish()
		}
		return cell
	}
	for _, seg := range row.Segments {
		switch {
		case seg.Op == other:
		case seg.Text == "\n":
			if seg.Op != redline.Equal {
				in.pilcrow(seg, c)
			}
			finish()
		case seg.Op != redline.Equal:
			in.mark(seg, c)
		default:
			in.keep(seg)
		}
	}
	finish()
	return cell
}

// cellParagraph is a block in a cell: its number or bullet before it, and bold
// when it is a heading. A list item is a list of its own: what stands before and
// behind it in the text stands in other rows.
func (m *marked) cellParagraph(at side, pieces []sheet.Piece) []sheet.Piece {
	pieces = inCell(pieces, at.block.Kind.HeadingLevel() > 0)
	if at.label == "" {
		return pieces
	}
	label := sheet.Piece{Text: at.label, Mark: at.mark, Bold: at.block.Kind.HeadingLevel() > 0}
	named := []sheet.Piece{label, sheet.Text("\u00a0 ")}
	if !at.block.Kind.IsList() {
		return append(named, pieces...)
	}
	kind := tags.Bulleted
	if at.block.Kind == document.Numbered {
		kind = tags.Ordered
	}
	return []sheet.Piece{{Tag: tags.List, Attributes: []tags.Attribute{kind}, Kids: []sheet.Piece{
		{Tag: tags.ListItem, Kids: []sheet.Piece{{Tag: tags.Label, Kids: named}, {Tag: tags.ListBody, Kids: pieces}}},
	}}}
}

// inCell fits pieces to a column. There is no margin beside it: numbers stand
// before the words they belong to, and no line has a bar.
func inCell(pieces []sheet.Piece, bold bool) []sheet.Piece {
	fitted := make([]sheet.Piece, len(pieces))
	for i, p := range pieces {
		if p.Tag == tags.Link && len(p.Kids) == 1 && p.Kids[0].Margin {
			fitted[i] = sheet.Piece{Text: strings.TrimSpace(p.Kids[0].Text), Quiet: true}
			if i == 0 || strings.HasSuffix(pieces[i-1].Text, " ") || pieces[i-1].Text == "" {
				fitted[i].Text += "\u00a0" // within a word or before a comma it stands close
			}
			continue
		}
		p.Bar, p.Bold = false, p.Bold || bold
		p.Kids = inCell(p.Kids, bold)
		fitted[i] = p
	}
	return fitted
}
