// Package tags is the structure tree of a tagged PDF: what each piece of a page
// is (heading, paragraph, cell, added text), in reading order. It knows PDF's
// structure types and how to write the tree's objects, but neither fonts nor
// layout nor any paper. Source: ISO 32000-1:2008, 14.7 and 14.8.
package tags

// Type is a structure type.
type Type string

// The structure types in use. Ins and Del are our own: PDF 1.7 has none for
// added and removed text, so the role map makes them Span.
const (
	Document   Type = "Document"
	Section    Type = "Sect"
	Division   Type = "Div"
	H1         Type = "H1"
	H2         Type = "H2"
	H3         Type = "H3"
	H4         Type = "H4"
	H5         Type = "H5"
	H6         Type = "H6"
	Paragraph  Type = "P"
	List       Type = "L"
	ListItem   Type = "LI"
	Label      Type = "Lbl"
	ListBody   Type = "LBody"
	BlockQuote Type = "BlockQuote"
	Table      Type = "Table"
	Row        Type = "TR"
	HeaderCell Type = "TH"
	DataCell   Type = "TD"
	Contents   Type = "TOC"
	Entry      Type = "TOCI"
	Link       Type = "Link"
	Span       Type = "Span"
	Figure     Type = "Figure"
	Inserted   Type = "Ins"
	Deleted    Type = "Del"
)

// roles says what our own types mean to a reader that does not know them.
var roles = [...]struct{ own, standard Type }{{Deleted, Span}, {Inserted, Span}}

// Heading is the heading type of that level, 1–6.
func Heading(level int) Type {
	return [...]Type{H1, H2, H3, H4, H5, H6}[min(max(level, 1), 6)-1]
}

// Attribute is one attribute of an element: /O owner /key value. The value is a
// name, or an array in brackets.
type Attribute struct{ Owner, Key, Value string }

// The attributes in use.
var (
	ColumnScope   = Attribute{"Table", "Scope", "Column"}
	RowScope      = Attribute{"Table", "Scope", "Row"}
	Ordered       = Attribute{"List", "ListNumbering", "Decimal"}
	Bulleted      = Attribute{"List", "ListNumbering", "Disc"}
	Underlined    = Attribute{"Layout", "TextDecorationType", "Underline"}
	StruckThrough = Attribute{"Layout", "TextDecorationType", "LineThrough"}
)

// Elem is one element of the tree.
type Elem struct {
	Type       Type
	Attributes []Attribute
	// Actual is the text that the element's content stands for, "" for itself.
	Actual string
	// Alt says what a Figure shows, for those who do not see it.
	Alt string

	parent   *Elem
	attached bool // stands in its parent's kids
	kids     []kid
	object   int // number in the file, given by Tree.Objects
}

// kid is an element, a piece of marked content, or an annotation.
type kid struct {
	elem       *Elem
	annotation *Annotation
	page, mark int
}

// Child makes a child that takes its place among the children when its first
// content is drawn, so that text drawn before it is read before it. A child
// that is neither drawn nor attached is never written.
func (e *Elem) Child(t Type, attributes ...Attribute) *Elem {
	return &Elem{Type: t, Attributes: attributes, parent: e}
}

// Attach puts e, and all above it, last among their parents' children unless
// they stand there already. It is for elements that may be empty (table cells).
func (e *Elem) Attach() {
	for ; !e.attached && e.parent != nil; e = e.parent {
		e.attached = true
		e.parent.kids = append(e.parent.kids, kid{elem: e})
	}
}

// Annotation is a link's active area on a page.
type Annotation struct {
	Elem *Elem
	Page int // index
	// Object and Key are its object number and its key in the parent tree,
	// given by Tree.Objects.
	Object, Key int
}
