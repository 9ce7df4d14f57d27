package sheet

import (
	"synlig/data/bilag/pdf"
	"synlig/data/bilag/tags"
	"synlig/data/bilag/typeset"
)

// Setup is what a sheet is made with.
type Setup struct {
	Fonts    [4][]byte // TrueType: regular, bold, italic, bold italic
	Language *typeset.Language
	Names    typeset.Names // of what cannot be shown
	Meta     pdf.Meta
	Running  Running
}

// Running is the header and footer of every page. Empty texts are left out.
type Running struct {
	// HeadLeft and HeadRight are lines from the top; the first on the right is
	// bold.
	HeadLeft, HeadRight []string
	FootLeft            string
	// FootRight names the page: "Side 1 af 9".
	FootRight func(page, pages int) string
}

// Sheet is a paper being composed. Blocks are added in reading order; Render
// sets and draws them.
type Sheet struct {
	setup    Setup
	faces    [4]*typeset.Face
	readable *typeset.Readable
	tree     *tags.Tree
	blocks   []*block
	formats  []Format
	lists    []openList
	contents *contents
	newPage  bool // the next block begins a page
}

// block is one paragraph, heading, list item or table row.
type block struct {
	typeset.Block
	style    Style
	cells    []cell
	row      *tags.Elem // owner of the cells, nil for none
	listed   bool       // a list item
	anchor   string
	outline  string // the heading's line in the outline, "" for none
	number   string // the heading's number and
	title    string // words in it
	depth    int    // of the outline's line, from 0
	ruleTop  float64
	ruleFoot float64
	entryOf  *block // the heading that a line of the contents shows
	chart    *drawing
}

// cell is a column of set text in a block.
type cell struct {
	x, width float64 // from the left margin
	right    bool    // set flush right
	elem     *tags.Elem
	paras    []para
	lines    []setLine
}

// para is a paragraph of a cell.
type para struct {
	leaves    []leaf
	bold      bool
	hyphenate bool
}

// setLine is a line and the leaves its parts belong to.
type setLine struct {
	typeset.Line
	leaves []leaf
}

// New makes an empty sheet of upright pages.
func New(setup Setup) (*Sheet, error) {
	s := &Sheet{setup: setup, tree: tags.NewTree(), formats: []Format{Portrait}}
	for i, ttf := range setup.Fonts {
		face, err := typeset.NewFace(ttf)
		if err != nil {
			return nil, err
		}
		s.faces[i] = face
	}
	s.readable = typeset.NewReadable(s.faces, setup.Names)
	return s, nil
}

// Missing are the characters that the fonts lack and that were replaced in
// what has been added so far, ascending.
func (s *Sheet) Missing() []rune { return s.readable.MissingRunes() }

// Section goes on on new pages of another format.
func (s *Sheet) Section(f Format) {
	s.formats = append(s.formats, f)
	s.lists = nil
}

func (s *Sheet) format() Format { return s.formats[len(s.formats)-1] }

// add makes a block of that style, without cells.
func (s *Sheet) add(style Style) *block {
	b := &block{style: style}
	b.Lead, b.Before, b.After, b.KeepNext = style.Lead, style.Before, style.After, style.KeepNext
	b.Section, b.Repeat = len(s.formats)-1, -1
	b.NewPage, s.newPage = s.newPage, false
	if n := len(s.blocks); n > 0 && s.blocks[n-1].listed && s.lists == nil {
		s.endList()
	}
	s.blocks = append(s.blocks, b)
	return b
}

func (s *Sheet) para(style Style, elem *tags.Elem, pieces []Piece) para {
	return para{s.flatten(pieces, elem, nil), style.Bold, style.Hyphenate}
}

// textCell is a cell as wide as the page allows.
func (s *Sheet) textCell(style Style, left float64, elem *tags.Elem, pieces []Piece) cell {
	return cell{
		x: style.Left + left, width: s.format().measure() - style.Left - style.Right - left,
		elem: elem, paras: []para{s.para(style, elem, pieces)},
	}
}

// NewPage lets the next block begin a page.
func (s *Sheet) NewPage() { s.newPage = true }
