package bilag

import (
	"strconv"
	"strings"

	"synlig/data/bilag/sheet"
	"synlig/data/bilag/tags"
	"synlig/data/redline"
)

// table is the last pages of Bilag 2: every change with its place, the text in
// force beside the text proposed (paralleltekst), its reason and its point.
func (m *marked) table() {
	if len(m.comparison.Changes) == 0 && len(m.comparison.Lapsed) == 0 {
		return
	}
	s := m.sheet
	s.Section(sheet.Landscape)
	s.Heading(2, sheet.Part, sheet.Piece{}, "", sheet.Text(word("tableHeading")))
	if len(m.comparison.Changes) > 0 {
		rows := make([]sheet.Row, len(m.comparison.Changes))
		for i, c := range m.comparison.Changes {
			rows[i] = m.tableRow(c)
		}
		s.Table(sheet.Small, []sheet.Column{
			{Title: word("columnNumber"), Share: 0.05},
			{Title: word("columnPlace"), Share: 0.125},
			{Title: word("columnOld"), Share: 0.275},
			{Title: word("columnNew"), Share: 0.275},
			{Title: word("columnReason"), Share: 0.175},
			{Title: word("columnPoint"), Share: 0.10},
		}, rows)
	}
	m.lapsed()
}

func (m *marked) tableRow(c redline.Change) sheet.Row {
	number := strconv.Itoa(c.Number)
	back := &sheet.Link{Anchor: "change " + number, Says: text("toChange", "number", number)}
	return sheet.Row{
		Anchor: "row " + number,
		Cells: [][][]sheet.Piece{
			{{{Tag: tags.Link, Kids: []sheet.Piece{{Text: number, Bold: true, Link: back}}}}},
			m.placeCell(c),
			m.oldCell(c),
			m.newCell(c),
			{reason(c)},
			{{sheet.Text(pointName(c))}},
		},
	}
}

// placeCell says where the change stands and of which class it is.
func (m *marked) placeCell(c redline.Change) [][]sheet.Piece {
	var cell [][]sheet.Piece
	if where := m.changePlace(c); where != "" {
		cell = append(cell, []sheet.Piece{sheet.Text(capital(where))})
	}
	return append(cell, []sheet.Piece{{Text: capital(string(c.Class)), Quiet: true}})
}

// changePlace is the place of a change's first row, and for a move also where
// it went.
func (m *marked) changePlace(c redline.Change) string {
	var from, to string
	for _, i := range c.Blocks {
		row := m.comparison.Blocks[i]
		if c.Action == redline.Move && row.Status == redline.MovedFrom {
			from = m.place(row)
		} else if to == "" {
			to = m.place(row)
		}
	}
	if from == to {
		return to
	}
	if from != "" && to != "" {
		return text("fromTo", "from", from, "to", to)
	}
	return from + to
}

// oldCell is the text in force, newCell the text proposed.
func (m *marked) oldCell(c redline.Change) [][]sheet.Piece {
	return m.wordsCell(c, c.Old, word("nothingOld"), true)
}

func (m *marked) newCell(c redline.Change) [][]sheet.Piece {
	return m.wordsCell(c, c.New, word("nothingNew"), false)
}

func (m *marked) wordsCell(c redline.Change, words, nothing string, old bool) [][]sheet.Piece {
	if pieces := m.inContext(c, old); len(pieces) > 0 {
		return append([][]sheet.Piece{pieces}, forms(c, old)...)
	}
	if words == "" {
		return [][]sheet.Piece{{{Text: nothing, Italic: true, Quiet: true}}}
	}
	return append(paragraphs(words), forms(c, old)...)
}

// paragraphs are the words of a change, a paragraph for each block.
func paragraphs(words string) [][]sheet.Piece {
	var cell [][]sheet.Piece
	for p := range strings.SplitSeq(words, "\n") {
		cell = append(cell, []sheet.Piece{sheet.Text(p)})
	}
	return cell
}

// reason is what was said about the change, earliest first.
func reason(c redline.Change) []sheet.Piece {
	var reasons []string
	for _, n := range append([]redline.Note{c.Note}, c.Others...) {
		if n.Reason != "" {
			reasons = append(reasons, n.Reason)
		}
	}
	if len(reasons) == 0 {
		return []sheet.Piece{sheet.Text("–")}
	}
	return []sheet.Piece{sheet.Text(strings.Join(reasons, " "))}
}

// pointName is the decision point of a change, or the points between which it
// must first be decided.
func pointName(c redline.Change) string {
	var points []string
	seen := map[int]bool{0: true}
	for _, n := range append([]redline.Note{c.Note}, c.Others...) {
		if !seen[n.Point] {
			seen[n.Point] = true
			points = append(points, strconv.Itoa(n.Point))
		}
	}
	switch {
	case len(points) == 0:
		return "–"
	case c.Conflicting():
		return capital(text("pointsClash", "points", join(points)))
	}
	return capital(text("point", "points", join(points)))
}

// lapsed lists what was said about changes that are gone.
func (m *marked) lapsed() {
	if len(m.comparison.Lapsed) == 0 {
		return
	}
	m.sheet.Heading(3, sheet.HeadingStyle(2), sheet.Piece{}, "", sheet.Text(word("lapsedHeading")))
	m.sheet.Paragraph(sheet.Note, sheet.Text(word("lapsed")))
	for _, n := range m.comparison.Lapsed {
		words := n.Reason
		if words == "" {
			words = word("noReason")
		}
		if n.Anchor.Text != "" {
			words = "»" + n.Anchor.Text + "«: " + words
		}
		m.sheet.Item(sheet.Brief, 0, sheet.Text("•"), false, sheet.Text(words))
	}
}

// capital writes a sentence's first letter large.
func capital(s string) string {
	for i, r := range s {
		if i == 0 {
			return strings.ToUpper(string(r)) + s[len(string(r)):]
		}
	}
	return s
}
