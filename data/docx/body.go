package docx

import (
	"strings"

	"synlig/data/fault"
)

// body walks through the text's part and hands each paragraph, as soon as it is
// whole, to the views that are asked for.
type body struct {
	*markup
	*references
	choice    Revisions
	views     []*view
	left      tally
	tracked   tracker
	around    // the revisions around this place
	fields    []*field
	links     []string
	looks     looks      // of the run being read
	noted     int        // comments met
	tocStyled bool       // a paragraph looked like a table of contents
	open      *paragraph // the paragraph, or row of a table, being read
	role      role       // of that paragraph
	table     table      // the table being read
	buffer    []byte     // lent to each piece of text in turn
	plain     paragraph  // lent to each paragraph in turn
	limit     int        // paragraphs that may still come
}

// maxBlocks is the largest number of paragraphs, some 15,000 pages.
const maxBlocks = 500_000

func newBody(book *references, choice Revisions) *body {
	b := &body{references: book, choice: choice, limit: maxBlocks}
	b.tracked = tracker{active: choice == AsChanges, attached: map[string]bool{}}
	switch choice {
	case Old:
		b.views = []*view{{gone: inserted}}
	case AsChanges:
		b.views = []*view{{gone: deleted, places: &b.tracked}, {gone: inserted, places: &b.tracked}}
	default:
		b.views = []*view{{gone: deleted}}
	}
	return b
}

// read reads the text's part.
func (b *body) read(file *archive) error {
	data, _, err := file.part(b.main, maxText)
	if err != nil {
		return err
	}
	b.markup = newMarkup(data)
	if err := b.root("document"); err != nil {
		return err
	}
	if err := b.inside(); err != nil {
		return err
	}
	for _, v := range b.views {
		v.flush()
	}
	b.left.add(Comments, b.noted-b.tracked.commented())
	return b.rest()
}

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

// paragraph reads one paragraph.
func (b *body) paragraph() error {
	if b.table.row {
		return b.cellParagraph()
	}
	if b.open != nil { // a paragraph within a paragraph: no word of it is lost
		b.add(" ")
		return b.inside()
	}
	b.plain = paragraph{now: plainForm, old: plainForm, pieces: b.plain.pieces[:0], fate: b.fate()}
	b.open = &b.plain
	if b.open.fate != 0 {
		b.open.op, b.open.author = b.innermost()
	}
	b.tracked.paragraph()
	b.role = b.styles.role(plainForm, b.numbering)
	if err := b.inside(); err != nil {
		return err
	}
	b.endFields(0)
	now, old := b.role, b.role
	if b.open.reformed {
		old = b.styles.role(b.open.old, b.numbering)
	}
	b.settle(0, now, old)
	if now.contents {
		b.tocStyled = b.tocStyled || len(b.open.pieces) > 0
		b.open.pieces = b.open.pieces[:0]
	}
	if err := b.hand(b.open, now, old); err != nil {
		return err
	}
	b.open = nil
	return nil
}

// paragraphProperties reads pPr of the open paragraph.
func (b *body) paragraphProperties() error {
	p := b.open
	if p == nil || b.table.row {
		p = &paragraph{now: plainForm, old: plainForm}
		defer func() { b.role = b.styles.role(p.now, b.numbering) }()
		return p.properties(b.markup, func(token) error { return b.skip() })
	}
	err := p.properties(b.markup, func(t token) error {
		if op, ok := revisions[t.name]; ok && t.space == wml {
			b.revised = true
			p.fate |= op.fate()
			p.op, p.author = op, b.origin(t)
		}
		return b.skip()
	})
	b.revised = b.revised || p.reformed
	b.role = b.styles.role(p.now, b.numbering)
	b.headingEndsContents()
	return err
}

// hand gives a paragraph to the views.
func (b *body) hand(p *paragraph, now, old role) error {
	if len(p.pieces) > 0 {
		if b.limit--; b.limit < 0 {
			return fault.New("word-too-large")
		}
	}
	if p.reformed && len(p.pieces) > 0 && (now.kind != old.kind || now.level != old.level) {
		b.reform(p)
	}
	if p.fate == inserted || p.fate == deleted {
		b.tracked.add(p.op, p.author, "\n")
	} else {
		b.tracked.apart()
	}
	for _, v := range b.views {
		r := now
		if v.gone == inserted {
			r = old
		}
		v.take(p, r)
	}
	return nil
}

// reform notes that the paragraph has another style or list.
func (b *body) reform(p *paragraph) {
	var all strings.Builder
	for _, piece := range p.pieces {
		all.WriteString(piece.text)
	}
	p.reform = b.tracked.reform(p.reformer, all.String())
}

// words reads the text of the element just opened.
func (b *body) words() error {
	b.buffer = b.buffer[:0]
	for {
		t, err := b.next()
		switch {
		case err != nil:
			return err
		case t.kind == chars:
			b.buffer = append(b.buffer, t.text...)
		case t.kind == opens:
			if err := b.skip(); err != nil {
				return err
			}
		default:
			if len(b.buffer) > 0 {
				b.add(string(b.buffer))
			}
			return nil
		}
	}
}

// add adds text to the open paragraph as things stand here.
func (b *body) add(text string) {
	if b.open == nil {
		return
	}
	if b.hidden() {
		b.left.add(Hidden, 1)
		return
	}
	p := piece{text: text, looks: b.looks, fate: b.fate()}
	if len(b.links) > 0 {
		p.now.Link = b.links[len(b.links)-1]
	}
	if len(b.fields) > 0 && !b.fieldText(&p) {
		return
	}
	b.track(&p)
	b.open.pieces = append(b.open.pieces, p)
}

// track notes the piece's revision.
func (b *body) track(p *piece) {
	switch {
	case p.hiding != nil:
	case p.fate == inserted || p.fate == deleted:
		op, origin := b.innermost()
		p.tracked = b.tracked.add(op, origin, p.text)
	case p.fate == 0 && p.looks.reformed && b.restyled(p):
		p.tracked = b.tracked.add(Reformed, p.looks.author, p.text)
	case p.fate == 0:
		b.tracked.apart()
	}
}

// restyled tells whether a change of form is one that a text of blocks shows.
func (b *body) restyled(p *piece) bool {
	now, old := p.looks.now.in(b.role, b.styles, ""), p.looks.old.in(b.role, b.styles, "")
	return now != old
}

// hidden tells whether text is set not to be seen.
func (b *body) hidden() bool {
	_, _, vanish := b.styles.run(b.looks.now.style)
	return b.looks.now.vanish.or(vanish) == on
}

// settle gives the pieces from a place on the styles they have in a paragraph
// of that role.
func (b *body) settle(from int, now, old role) {
	pieces := b.open.pieces
	for i := from; i < len(pieces); i++ {
		p := &pieces[i]
		link := p.now.Link
		p.now, p.old = p.looks.now.in(now, b.styles, link), p.looks.old.in(old, b.styles, link)
	}
}

// result is what was read.
func (b *body) result() Result {
	if b.tocStyled && !b.left.has(Contents) {
		b.left.add(Contents, 1)
	}
	below(b.views)
	r := Result{Blocks: b.views[0].blocks, HasRevisions: b.revised, LeftOut: b.left.all}
	if b.choice == AsChanges {
		r.Base = b.views[1].blocks
		r.Tracked = b.tracked.list(b.references.comments)
	}
	return r
}
