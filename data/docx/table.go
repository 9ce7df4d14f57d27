package docx

// table is the table being read. Its rows become paragraphs, with a bar
// between the cells. A table of one column is only a frame around paragraphs,
// which stay what they are.
type table struct {
	row    bool // within a row that becomes a paragraph
	single bool
	met    bool // it is counted among what was left out
	depth  int  // tables within the row
	cells  int  // met in the row
	from   int  // where in the row's pieces the cell begins
}

// tableOf walks through a table.
func (b *body) tableOf() error {
	if b.open != nil { // a table in a cell
		b.table.depth++
		err := b.inside()
		b.table.depth--
		return err
	}
	before := b.table
	b.table = table{}
	err := b.inside()
	b.table = before
	return err
}

// layout reads what a table, a row or a section says of itself.
func (b *body) layout(t token) error {
	columns := 0
	err := b.each(func(inner token) error {
		switch {
		case t.name == "tblGrid" && inner.name == "gridCol":
			columns++
		case t.name == "trPr" && (inner.name == "ins" || inner.name == "del"):
			b.enter(revisions[inner.name], b.origin(inner))
			if b.table.row && b.table.depth == 0 {
				b.open.fate |= revisions[inner.name].fate()
				b.open.op, b.open.author = b.innermost()
			}
		case inner.name == "cellIns":
			b.enter(Inserted, b.origin(inner))
		case inner.name == "cellDel":
			b.enter(Deleted, b.origin(inner))
		case inner.name == "headerReference":
			b.left.add(Headers, 1)
		case inner.name == "footerReference":
			b.left.add(Footers, 1)
		}
		return b.skip()
	})
	if columns == 1 && b.table.depth == 0 && !b.table.row {
		b.table.single = true
	}
	return err
}

// row reads a row: in a table of several columns it is one paragraph.
func (b *body) row() error {
	before := len(b.stack)
	defer func() { b.leave(before) }()
	if b.open != nil || b.table.single {
		return b.inside()
	}
	if !b.table.met {
		b.table.met = true
		b.left.add(Tables, 1)
	}
	p := paragraph{now: plainForm, old: plainForm, fate: b.fate()}
	b.open, b.table.row, b.table.cells = &p, true, 0
	b.tracked.paragraph()
	if err := b.inside(); err != nil {
		return err
	}
	b.open, b.table.row = nil, false
	return b.hand(&p, role{}, role{})
}

// cell walks through a cell.
func (b *body) cell() error {
	before := len(b.stack)
	defer func() { b.leave(before) }()
	if !b.table.row {
		return b.inside()
	}
	if b.table.depth > 0 {
		b.separate(" ")
		return b.inside()
	}
	if b.table.cells++; b.table.cells > 1 {
		b.separate(" | ")
	}
	b.table.from = len(b.open.pieces)
	return b.inside()
}

// cellParagraph reads a paragraph of a cell; a space parts it from the one
// before.
func (b *body) cellParagraph() error {
	if len(b.open.pieces) > b.table.from {
		b.separate(" ")
	}
	from := len(b.open.pieces)
	b.role = b.styles.role(plainForm, b.numbering)
	if err := b.inside(); err != nil {
		return err
	}
	b.endFields(from)
	b.settle(from, b.role, b.role)
	return nil
}

func (b *body) separate(by string) {
	b.open.pieces = append(b.open.pieces, piece{text: by, separator: true, fate: b.fate()})
}
