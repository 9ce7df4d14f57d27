package pdfua

import "synlig/data/bilag/pdfua/rawpdf"

// maxColumns bounds ColSpan; paper holds no more.
const maxColumns = 1000

// checkTables wants every row of a table to fill the same columns, spans counted,
// and every header cell to say what it heads.
func (c *checker) checkTables() {
	for _, e := range c.tree.all {
		if e.kind == "Table" {
			c.checkTable(e)
		}
	}
}

func (c *checker) checkTable(table *element) {
	rows := table.rows()
	var hang []int // rows that a cell above still reaches into, by column
	want, headers := -1, 0
	for i, row := range rows {
		width := 0
		for _, k := range row.kids {
			cell := k.element
			if cell == nil || cell.kind != "TH" && cell.kind != "TD" {
				continue
			}
			if cell.kind == "TH" {
				headers++
				c.checkHeader(cell)
			}
			for width < len(hang) && hang[width] > 0 {
				width++
			}
			down := c.span(cell, "RowSpan")
			for range c.span(cell, "ColSpan") {
				for len(hang) <= width {
					hang = append(hang, 0)
				}
				if hang[width] > 0 {
					c.flag("UA 7.2", "table-overlap", cell.String(), "the cell lies over one that spans from above")
				}
				hang[width] = down
				width++
			}
		}
		for width < len(hang) && hang[width] > 0 {
			width++
		}
		if want < 0 {
			want = width
		} else if width != want {
			c.flag("UA 7.2", "table-columns", row.String(), "row %d has %d columns, the first has %d", i+1, width, want)
		}
		for column := range hang {
			hang[column] = max(0, hang[column]-1)
		}
	}
	for _, left := range hang {
		if left > 0 {
			c.flag("UA 7.2", "table-rows", table.String(), "a cell spans beyond the last row")
			break
		}
	}
	if len(rows) == 0 || headers == 0 {
		c.flag("UA 7.5", "table-header", table.String(), "%d rows and no TH", len(rows))
	}
}

// rows are a table's rows, those in THead, TBody and TFoot too.
func (e *element) rows() []*element {
	var out []*element
	for _, k := range e.kids {
		if k.element == nil {
			continue
		}
		switch k.element.kind {
		case "TR":
			out = append(out, k.element)
		case "THead", "TBody", "TFoot":
			for _, inner := range k.element.kids {
				if inner.element != nil && inner.element.kind == "TR" {
					out = append(out, inner.element)
				}
			}
		}
	}
	return out
}

func (c *checker) checkHeader(cell *element) {
	switch scope := c.name(c.attribute(cell, "Table", "Scope")); scope {
	case "Row", "Column", "Both":
	default:
		c.flag("UA 7.5", "th-scope", cell.String(), "Scope is %q", string(scope))
	}
}

func (c *checker) span(cell *element, key rawpdf.Name) int {
	n, ok := c.integer(c.attribute(cell, "Table", key))
	if !ok {
		return 1
	}
	if n < 1 || n > maxColumns {
		c.flag("UA 7.2", "table-span", cell.String(), "%s is %d", key, n)
		return 1
	}
	return n
}
