package docx

// inside walks through what is in the element just opened, to its end.
func (b *body) inside() error { return b.each(b.element) }

// element reads one element of the text. What is not known is walked through,
// so that its words are kept.
func (b *body) element(t token) error {
	switch t.space {
	case compat:
		if t.name == "AlternateContent" {
			return b.alternate()
		}
	case math:
		if t.name == "t" {
			return b.words()
		}
	case wml:
		return b.wordElement(t)
	}
	return b.inside()
}

func (b *body) wordElement(t token) error {
	switch t.name {
	case "p":
		return b.paragraph()
	case "pPr":
		return b.paragraphProperties()
	case "r":
		b.looks = looks{}
		return b.inside()
	case "rPr":
		err := b.looks.properties(b.markup)
		b.revised = b.revised || b.looks.reformed
		return err
	case "t", "delText":
		return b.words()
	case "tab", "br", "cr", "ptab":
		b.add(" ")
		return b.skip()
	case "noBreakHyphen":
		b.add("\u2011")
		return b.skip()
	case "softHyphen":
		b.add("\u00ad")
		return b.skip()
	case "sym":
		return b.symbol(t)
	case "hyperlink":
		return b.hyperlink(t)
	case "fldChar":
		return b.fieldMark(t)
	case "instrText", "delInstrText":
		return b.instruction()
	case "fldSimple":
		return b.simpleField(t)
	case "ins":
		return b.within(Inserted, t)
	case "del":
		return b.within(Deleted, t)
	case "moveFrom":
		return b.within(MovedFrom, t)
	case "moveTo":
		return b.within(MovedTo, t)
	case "tbl":
		return b.tableOf()
	case "tblGrid", "tblPr", "tblPrEx", "sectPr", "trPr", "tcPr":
		return b.layout(t)
	case "tr":
		return b.row()
	case "tc":
		return b.cell()
	case "sdt":
		return b.control()
	case "commentRangeStart", "commentRangeEnd", "commentReference":
		return b.comment(t)
	}
	return b.aside(t)
}
