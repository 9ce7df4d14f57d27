// Package document holds what a text is made of here: blocks with stable ids,
// marks inside them, versions, and the readers that turn Markdown and plain
// text into blocks. It is pure: no files, no database, no window, and nothing
// about comparing (that is data/redline).
package document

import "slices"

// Kind is the role of a block in the text.
type Kind uint8

// The kinds of blocks. Numbers of headings and list items are computed by
// Labels and never stored in the text.
const (
	Paragraph Kind = iota
	Heading1
	Heading2
	Heading3
	Bullet
	Numbered
	Quote
)

var kindNames = [...]string{"paragraph", "heading1", "heading2", "heading3", "bullet", "numbered", "quote"}

// String is the kind's name in JSON and in the database.
func (k Kind) String() string { return kindNames[k] }

// KindNamed is the kind with that name.
func KindNamed(name string) (Kind, bool) {
	i := slices.Index(kindNames[:], name)
	return Kind(max(i, 0)), i >= 0
}

// HeadingLevel is 1–3 for headings and 0 for all else.
func (k Kind) HeadingLevel() int {
	if k >= Heading1 && k <= Heading3 {
		return int(k)
	}
	return 0
}

// IsList tells whether the block is a list item.
func (k Kind) IsList() bool { return k == Bullet || k == Numbered }

// Style is how a stretch of text stands out.
type Style struct {
	Bold   bool   `json:"bold,omitempty"`
	Italic bool   `json:"italic,omitempty"`
	Link   string `json:"link,omitempty"` // the address, "" for none
}

// Span gives the bytes [Start, End) of a block's text a style.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
	Style
}

// Block is one paragraph, heading, list item or quotation.
type Block struct {
	// ID stays with the block from save to save, so that a paragraph that was
	// rewritten in twenty saves still pairs with its origin. It is unique in
	// its document. Text read from a file has none ("").
	ID   string
	Kind Kind
	// Level is how deep a list item stands: 0 outermost, at most MaxLevel. A
	// Paragraph with a level belongs to the item before it and stands under it.
	Level int
	// Text is one line: no line breaks, NFC, no control characters.
	Text string
	// Spans are in order, do not overlap, are not empty, and neighbours that
	// touch differ in style (see NewBlock).
	Spans []Span
}

// MaxLevel is the deepest list level.
const MaxLevel = 2

// StyleAt is the style of the byte at offset.
func (b Block) StyleAt(offset int) Style {
	for _, s := range b.Spans {
		if offset >= s.Start && offset < s.End {
			return s.Style
		}
	}
	return Style{}
}

// Run is a stretch of text in one style.
type Run struct {
	Text string
	Style
}

// Runs cuts the bytes [start, end) of the block's text where the style changes.
func (b Block) Runs(start, end int) []Run {
	var runs []Run
	add := func(from, to int, style Style) {
		if from < to {
			runs = append(runs, Run{b.Text[from:to], style})
		}
	}
	at := start
	for _, s := range b.Spans {
		from, to := max(s.Start, at), min(s.End, end)
		if from >= to {
			continue
		}
		add(at, from, Style{})
		add(from, to, s.Style)
		at = to
	}
	add(at, end, Style{})
	return runs
}

// Equal tells whether two blocks have the same kind, level, text and styles.
// Ids are not compared.
func (b Block) Equal(c Block) bool {
	return b.Kind == c.Kind && b.Level == c.Level && b.Text == c.Text && slices.Equal(b.Spans, c.Spans)
}
