package sheet

import "synlig/data/bilag/tags"

// Column is a column of a table.
type Column struct {
	Title string
	Share float64 // of the table's width
	Right bool    // numbers: set flush right
}

// Row is a row: for each column its paragraphs. The first cell names the row.
type Row struct {
	Cells  [][][]Piece
	Anchor string
	// Outline is the row's line in the outline, under the heading before the
	// table; "" for none.
	Outline  string
	KeepNext bool // stays on the page of the row after it
}

// wholeRow is how many lines a row may have and still never be broken.
const wholeRow = 12

// outlineDepth is the depth of rows in the outline: a table stands under a
// heading of level 2.
const outlineDepth = 2

// Table adds a table. Its header stands again on every page it goes on to.
func (s *Sheet) Table(style Style, columns []Column, rows []Row) {
	s.lists = nil
	table := s.tree.Root.Child(tags.Table)
	titles := make([][][]Piece, len(columns))
	for i, c := range columns {
		titles[i] = [][]Piece{{{Text: c.Title, Bold: true}}}
	}
	header := len(s.blocks)
	b := s.row(style, table, columns, titles, func(int) (tags.Type, []tags.Attribute) {
		return tags.HeaderCell, []tags.Attribute{tags.ColumnScope}
	})
	b.KeepNext, b.Whole, b.ruleTop, b.ruleFoot = true, true, 0.9, 0.9
	for _, r := range rows {
		b := s.row(style, table, columns, r.Cells, bodyCell)
		b.Repeat, b.ruleFoot, b.anchor = header, 0.4, r.Anchor
		b.KeepNext, b.outline, b.depth = r.KeepNext, s.readable.Text(r.Outline), outlineDepth
	}
}

func bodyCell(column int) (tags.Type, []tags.Attribute) {
	if column == 0 {
		return tags.HeaderCell, []tags.Attribute{tags.RowScope}
	}
	return tags.DataCell, nil
}

// row adds a row whose cells are elements of their own.
func (s *Sheet) row(style Style, table *tags.Elem, columns []Column, cells [][][]Piece, kind func(int) (tags.Type, []tags.Attribute)) *block {
	b := s.add(style)
	b.row = table.Child(tags.Row)
	pad := style.Pad
	if pad == 0 {
		pad = cellPadding
	}
	b.PadTop, b.PadBottom = pad, pad
	x, measure := 0.0, s.format().measure()
	for i, column := range columns {
		name, attributes := kind(i)
		width := column.Share * measure
		c := cell{x: x, width: width - columnGutter, elem: b.row.Child(name, attributes...)}
		if i == len(columns)-1 {
			c.width = width
		}
		c.right = column.Right
		for _, pieces := range cells[i] {
			owner := c.elem
			if list := len(pieces) > 0 && pieces[0].Tag == tags.List; len(cells[i]) > 1 && !list {
				owner = c.elem.Child(tags.Paragraph)
			}
			c.paras = append(c.paras, s.para(style, owner, pieces))
		}
		b.cells = append(b.cells, c)
		x += width
	}
	return b
}
