package bilag

import (
	"synlig/data/bilag/sheet"
	"synlig/data/document"
	"synlig/data/redline"
)

// row adds one row of the comparison to the paper.
func (m *marked) row(row redline.Block) {
	switch row.Status {
	case redline.Inserted:
		m.whole(row, added())
	case redline.Deleted:
		m.whole(row, removed())
	case redline.MovedFrom:
		m.whole(row, m.movedAway(row))
	case redline.MovedTo:
		m.movedHere(row)
	default:
		if rewritten(row, m.comparison) {
			m.rewritten(row)
			return
		}
		m.edited(row)
	}
}

// edited lays a row whose words partly stay; a split is laid as several
// paragraphs, a merge as one.
func (m *marked) edited(row redline.Block) {
	in := m.inline(row, sheet.Piece{})
	m.wholeForms(row, in)
	if len(row.Segments) == 0 { // nothing is said about its words: they stay
		at := m.at(row, 0)
		m.lay(at, append(in.take(), plainPieces(at.block)...))
		return
	}
	k := 0
	for _, seg := range row.Segments {
		switch {
		case seg.Text == "\n" && seg.Op == redline.Delete:
			in.pilcrow(seg, removed())
		case seg.Text == "\n":
			if seg.Op == redline.Insert {
				in.pilcrow(seg, added())
			}
			m.lay(m.at(row, k), in.take())
			k++
		case seg.Op == redline.Delete:
			in.mark(seg, removed())
		case seg.Op == redline.Insert:
			in.mark(seg, added())
		default:
			in.keep(seg)
		}
	}
	m.lay(m.at(row, k), in.take())
}

// wholeForms numbers changes of a block's kind or level at its beginning.
func (m *marked) wholeForms(row redline.Block, in *inliner) {
	for _, f := range row.Formats {
		if wholeBlock(f.Aspect) {
			in.form(f.Change)
		}
	}
}

// whole lays a row that came, went or was moved away as it is.
func (m *marked) whole(row redline.Block, c change) {
	in := m.inline(row, sheet.Piece{})
	for _, at := range m.sides(row) {
		for _, n := range row.Changes {
			in.numbered[n] = false
			in.number(n)
		}
		in.pieces = append(in.pieces, m.allOf(at, c))
		in.pieces = append(in.pieces, m.note(row, c)...)
		m.lay(at, in.take())
	}
}

// allOf is all the words of a block under one mark.
func (m *marked) allOf(at side, c change) sheet.Piece {
	words := stylePieces(at.block.Runs(0, len(at.block.Text)), sheet.Piece{Mark: c.mark, Bar: true})
	return spoken(c, false, m.options.Brackets, words)
}

// note says where a moved block went or came from.
func (m *marked) note(row redline.Block, c change) []sheet.Piece {
	if row.Twin < 0 || row.Status != redline.MovedFrom && row.Status != redline.MovedTo {
		return nil
	}
	return []sheet.Piece{{Text: " (" + c.says + ")", Italic: true, Bar: true}}
}

// movedHere lays a moved block at its new place, with the edits in it.
func (m *marked) movedHere(row redline.Block) {
	c := m.movedTo(row)
	in := m.inline(row, sheet.Piece{Mark: sheet.MovedHere, Bar: true})
	for _, n := range row.Changes {
		if m.action(n) == redline.Move {
			in.number(n)
		}
	}
	m.wholeForms(row, in)
	heads := in.take()
	k := 0
	finish := func() {
		pieces := append(heads, spoken(c, false, false, in.take()))
		heads = nil
		m.lay(m.at(row, k), append(pieces, m.note(row, c)...))
	}
	for _, seg := range row.Segments {
		switch {
		case seg.Text == "\n" && seg.Op == redline.Delete:
			in.pilcrow(seg, removed())
		case seg.Text == "\n":
			in.pilcrow(seg, added())
			finish()
			k++
		case seg.Op == redline.Delete:
			in.mark(seg, removed())
		case seg.Op == redline.Insert:
			in.mark(seg, added())
		default:
			in.keep(seg)
		}
	}
	finish()
}

func (m *marked) action(n int) redline.Action { return m.comparison.Changes[n-1].Action }

// rewritten lays a block that is mostly new as the old one struck and the new
// one after it: word by word it could not be read.
func (m *marked) rewritten(row redline.Block) {
	sides := []struct {
		at side
		c  change
	}{{m.baseSide(row.Base[0]), removed()}, {m.draftSide(row.Draft[0]), added()}}
	for _, s := range sides {
		in := m.inline(row, sheet.Piece{})
		for _, n := range row.Changes {
			in.number(n)
		}
		in.pieces = append(in.pieces, m.allOf(s.at, s.c))
		s.at.mark = s.c.mark
		m.lay(s.at, in.take())
	}
}

// mostlyNew is the share of a block's words that must differ on both sides for
// the block to be shown as replaced.
const mostlyNew = 0.6

// rewritten tells whether more than mostlyNew of both the old and the new text
// differ. Only a block that faces a single other one is meant: in a split or
// merge, words that survive are never marked.
func rewritten(row redline.Block, c redline.Comparison) bool {
	if row.Status != redline.Changed || len(row.Base) != 1 || len(row.Draft) != 1 {
		return false
	}
	removed, added := 0, 0
	for _, seg := range row.Segments {
		switch seg.Op {
		case redline.Delete:
			removed += len(seg.Text)
		case redline.Insert:
			added += len(seg.Text)
		}
	}
	old, new := len(c.Base[row.Base[0]].Text), len(c.Draft[row.Draft[0]].Text)
	return float64(removed) > mostlyNew*float64(old) && float64(added) > mostlyNew*float64(new)
}

// side is a block of one side, as it will stand in the paper.
type side struct {
	block document.Block
	label string
	mark  sheet.Mark // of its number
}

func (m *marked) draftSide(i int) side {
	return side{block: m.comparison.Draft[i], label: m.draftLabels[i]}
}

func (m *marked) baseSide(i int) side {
	return side{block: m.comparison.Base[i], label: m.baseLabels[i]}
}

// at is the k-th block that the row becomes.
func (m *marked) at(row redline.Block, k int) side {
	s := m.draftSide(row.Draft[min(k, len(row.Draft)-1)])
	if row.Status == redline.MovedTo {
		s.mark = sheet.MovedHere
	}
	return s
}

// sides are the blocks of a row that stands on one side only.
func (m *marked) sides(row redline.Block) []side {
	var found []side
	for _, i := range row.Base {
		s := m.baseSide(i)
		s.mark = sheet.Removed
		if row.Status == redline.MovedFrom {
			s.mark = sheet.MovedAway
		}
		found = append(found, s)
	}
	for _, i := range row.Draft {
		s := m.draftSide(i)
		s.mark = sheet.Added
		found = append(found, s)
	}
	return found
}

// lay adds one paragraph of the text.
func (m *marked) lay(at side, pieces []sheet.Piece) {
	lay(m.sheet, paragraph{
		kind: at.block.Kind, level: at.block.Level,
		label: sheet.Piece{Text: at.label, Mark: at.mark}, pieces: pieces,
	}, &m.depth, textLevel)
}
