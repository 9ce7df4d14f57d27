package sheet

import (
	"strconv"

	"synlig/data/bilag/tags"
	"synlig/data/bilag/typeset"
)

// A paper gets contents when it is longer than longPaper pages and has
// manyHeadings or more.
const (
	longPaper    = 6
	manyHeadings = 6
)

const (
	entryIndent = 20.0 // of each level
	pageColumn  = 40.0 // room for the page number
)

// contents is where the table of contents goes.
type contents struct {
	at      int // index of the block it comes before
	title   string
	level   int
	style   Style
	section int
	says    func(heading string) string
	toc     *tags.Elem
	deepest int
}

// Contents lets the table of contents stand here if the paper turns out long
// enough for one. title is its heading at that level; says names where a line
// leads, for those who do not see it. deepest is the deepest level listed.
func (s *Sheet) Contents(level int, style Style, title string, deepest int, says func(heading string) string) {
	s.lists = nil
	s.contents = &contents{at: len(s.blocks), title: title, level: level, style: style, section: len(s.formats) - 1, says: says, deepest: deepest}
}

// listed are the headings of the contents, in order.
func (s *Sheet) listed() []*block {
	var found []*block
	for _, b := range s.blocks[s.contents.at:] {
		if b.outline != "" && b.depth < s.contents.deepest {
			found = append(found, b)
		}
	}
	return found
}

// insertContents puts the contents in when pages are many, and tells whether
// it did. The page numbers come when the pages are known.
func (s *Sheet) insertContents(pages []typeset.Page, setter *typeset.Setter) bool {
	if s.contents == nil || len(pages) <= longPaper {
		return false
	}
	headings := s.listed()
	if len(headings) < manyHeadings {
		return false
	}
	before, after, formats := s.blocks[:s.contents.at:s.contents.at], s.blocks[s.contents.at:], s.formats
	s.blocks, s.formats = nil, s.formats[:s.contents.section+1] // the lines are as wide as their page
	s.Heading(s.contents.level, s.contents.style, Piece{}, "", Text(s.contents.title))
	s.blocks[0].outline = ""
	s.contents.toc = s.tree.Root.Child(tags.Contents)
	for i, h := range headings {
		if h.anchor == "" {
			h.anchor = "heading " + strconv.Itoa(i)
		}
		s.contentsLine(h)
	}
	var scratch []typeset.Run
	for _, b := range s.blocks {
		scratch = b.set(setter, scratch)
	}
	s.blocks[len(s.blocks)-1].After = 12
	// Rows of tables point at their header by index.
	for _, b := range after {
		if b.Repeat >= 0 {
			b.Repeat += len(s.blocks)
		}
	}
	s.blocks, s.formats = append(append(before, s.blocks...), after...), formats
	return true
}

// contentsLine adds the line of a heading.
func (s *Sheet) contentsLine(h *block) {
	style := Entry
	style.Left = entryIndent * float64(max(h.depth-(s.contents.level-1), 0))
	b := s.add(style)
	link := &Link{Anchor: h.anchor, Says: s.contents.says(h.outline)}
	elem := s.contents.toc.Child(tags.Entry).Child(tags.Link)
	indent := 0.0
	if h.number != "" {
		indent = max(s.labelWidth(h.number, style), entryIndent)
		b.cells = append(b.cells, s.textCell(style, 0, elem, []Piece{{Text: h.number + " ", Link: link}}))
	}
	title := s.textCell(style, indent, elem, []Piece{{Text: h.title + " ", Link: link}})
	title.width -= pageColumn
	number := s.textCell(style, 0, elem, nil)
	number.right = true
	b.cells = append(b.cells, title, number)
	b.entryOf = h
}

// fillContents writes the page numbers.
func (s *Sheet) fillContents(places map[string]spot, setter *typeset.Setter) {
	for _, b := range s.blocks {
		if b.entryOf == nil {
			continue
		}
		link := b.cells[0].paras[0].leaves[0].Link
		place := places[b.entryOf.anchor]
		c := &b.cells[len(b.cells)-1]
		c.paras = []para{{leaves: []leaf{{Piece{Text: strconv.Itoa(place.page + 1), Link: link}, c.elem}}}}
		c.lines = nil
		for _, line := range setter.Set(runs(c.paras[0].leaves, false, nil), typeset.Shape{Size: b.style.Size, Width: c.width}) {
			c.lines = append(c.lines, setLine{line, c.paras[0].leaves})
		}
	}
}
