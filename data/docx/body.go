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
	now, old := &view{gone: deleted, lists: book.numbering}, &view{gone: inserted, lists: book.numbering}
	switch choice {
	case Old:
		b.views = []*view{old}
	case AsChanges:
		now.places, old.places = &b.tracked, &b.tracked
		b.views = []*view{now, old}
	default:
		b.views = []*view{now}
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
