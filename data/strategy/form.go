package strategy

import "synlig/data/document"

// Mark is what Toggle switches.
type Mark uint8

// The marks that are on or off. A link is set by SetLink.
const (
	Bold Mark = iota
	Italic
)

// SetKind makes a block a heading, an item, a paragraph or a quotation. The
// level stays only from item to item.
func (e *Editor) SetKind(id string, kind document.Kind) Effect {
	i := e.Index(id)
	if i < 0 || kind > document.Quote {
		return e.nothing()
	}
	b := e.blocks[i]
	if !b.Kind.IsList() || !kind.IsList() {
		b.Level = 0
	}
	if b.Kind == kind {
		b.Level = e.blocks[i].Level
	}
	b.Kind = kind
	return e.do(Formed, e.caretIn(id), e.put(i, formed(b)))
}

// SetLevel is how deep an item, or a paragraph below an item, stands: from 0 to
// document.MaxLevel. Nothing else has a level.
func (e *Editor) SetLevel(id string, level int) Effect {
	i := e.Index(id)
	if i < 0 {
		return e.nothing()
	}
	b := e.blocks[i]
	b.Level = level
	return e.do(Formed, e.caretIn(id), e.put(i, formed(b)))
}

// Indent puts an item or paragraph by levels further in, and makes a heading
// as many levels smaller; less than 0 is outward. A heading stays a heading.
func (e *Editor) Indent(id string, by int) Effect {
	b, ok := e.Block(id)
	if !ok {
		return e.nothing()
	}
	if level := b.Kind.HeadingLevel(); level > 0 {
		return e.SetKind(id, document.Kind(min(max(level+by, 1), 3)))
	}
	return e.SetLevel(id, b.Level+by)
}

// formed is b with a level that its kind allows.
func formed(b document.Block) document.Block {
	b.Level = min(max(b.Level, 0), document.MaxLevel)
	if b.Kind.HeadingLevel() > 0 || b.Kind == document.Quote {
		b.Level = 0
	}
	return b
}

// Toggle switches a mark on the bytes [from, to) of a block: off where all of
// them carry it, else on. With nothing selected it is what is typed next at
// that place that gets it, and no block is touched.
func (e *Editor) Toggle(id string, mark Mark, from, to int) Effect {
	i := e.Index(id)
	if i < 0 {
		return e.nothing()
	}
	b := e.blocks[i]
	from, to = rangeOf(b.Text, from, to)
	if from == to {
		style := e.typedStyle(b, edit{from: from, to: to})
		*field(&style, mark) = !*field(&style, mark)
		e.Boundary()
		e.caret = Caret{id, from, to}
		e.pending = pending{id, from, style, true}
		return e.nothing()
	}
	on := false
	runs := b.Runs(from, to)
	for _, run := range runs {
		on = on || !*field(&run.Style, mark)
	}
	for k := range runs {
		*field(&runs[k].Style, mark) = on
	}
	return e.do(Marked, Caret{id, from, to}, e.put(i, around(b, from, to, runs...)))
}

// Has tells whether all of the bytes [from, to) of a block carry a mark, or,
// with nothing selected, whether what is typed there would: what the buttons
// show as pressed.
func (e *Editor) Has(id string, mark Mark, from, to int) bool {
	b, ok := e.Block(id)
	if !ok {
		return false
	}
	from, to = rangeOf(b.Text, from, to)
	if from == to {
		style := e.typedStyle(b, edit{from: from, to: to})
		return *field(&style, mark)
	}
	for _, run := range b.Runs(from, to) {
		if !*field(&run.Style, mark) {
			return false
		}
	}
	return true
}

func field(style *document.Style, mark Mark) *bool {
	if mark == Bold {
		return &style.Bold
	}
	return &style.Italic
}

// SetLink makes the bytes [from, to) of a block a link, or no link when address
// is "". With nothing selected it is the link that the caret stands in.
func (e *Editor) SetLink(id string, from, to int, address string) Effect {
	i := e.Index(id)
	if i < 0 {
		return e.nothing()
	}
	b := e.blocks[i]
	from, to = rangeOf(b.Text, from, to)
	caret := Caret{id, from, to}
	if from == to {
		from, to = linkAt(b, from)
	}
	address, _ = oneLine(address, 0)
	runs := b.Runs(from, to)
	for k := range runs {
		runs[k].Link = address
	}
	return e.do(Marked, caret, e.put(i, around(b, from, to, runs...)))
}

// LinkAt is the address of the link that a byte of a block stands in or right
// behind, "" for none.
func (e *Editor) LinkAt(id string, at int) string {
	b, ok := e.Block(id)
	if !ok {
		return ""
	}
	if from, to := linkAt(b, onLetter(b.Text, at)); from < to {
		return b.StyleAt(from).Link
	}
	return ""
}

// linkAt is where the link around a place begins and ends. It may go through
// several spans, where parts of it are bold.
func linkAt(b document.Block, at int) (from, to int) {
	address := b.StyleAt(at).Link
	if address == "" && at > 0 {
		address = b.StyleAt(at - 1).Link
	}
	if address == "" {
		return at, at
	}
	from, to = -1, -1
	for _, s := range b.Spans {
		switch {
		case s.Link == address && s.Start == to:
			to = s.End
		case s.Link == address && to < at:
			from, to = s.Start, s.End
		}
	}
	return from, to
}
