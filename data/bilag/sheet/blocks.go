package sheet

import (
	"strings"
	"unicode/utf8"

	"synlig/data/bilag/tags"
)

// Heading adds a heading. level is its level in the structure, 1–6, at most
// one deeper than the heading before it; label is its number, empty for none.
func (s *Sheet) Heading(level int, style Style, label Piece, anchor string, pieces ...Piece) {
	s.lists = nil
	elem := s.tree.Root.Child(tags.Heading(level))
	b := s.add(style)
	b.anchor, b.depth = anchor, level-1
	indent := 0.0
	if label.Text != "" {
		indent = s.labelWidth(label.Text, style)
		b.cells = append(b.cells, s.textCell(style, 0, elem, labelPieces(label)))
	}
	b.cells = append(b.cells, s.textCell(style, indent, elem, pieces))
	b.number, b.title = label.Text, titleText(b.cells[len(b.cells)-1].paras[0].leaves)
	b.outline = b.title
	if b.number != "" {
		b.outline = b.number + " " + b.title
	}
}

// labelPieces are a label and the space that keeps it from what follows when
// it is read or copied.
func labelPieces(label Piece) []Piece { return []Piece{label, Text(" ")} }

// labelWidth is the room for a heading's number.
func (s *Sheet) labelWidth(label string, style Style) float64 {
	face := 0
	if style.Bold {
		face = 1
	}
	width := float64(s.faces[face].Measure(s.readable.Text(label))) * style.Size / 1000
	return width + 0.6*style.Size
}

// titleText is a heading in the outline and the contents: what will stand there
// when the changes are adopted, without what is only spoken; for a heading that
// goes, what stood there.
func titleText(leaves []leaf) string {
	var stays, goes strings.Builder
	for _, l := range leaves {
		switch {
		case l.Hidden || l.Margin:
		case l.Mark == Removed || l.Mark == MovedAway:
			goes.WriteString(l.Text)
		default:
			stays.WriteString(l.Text)
		}
	}
	if title := strings.Join(strings.Fields(stays.String()), " "); title != "" {
		return title
	}
	return goes.String()
}

// Paragraph adds a paragraph.
func (s *Sheet) Paragraph(style Style, pieces ...Piece) {
	s.lists = nil
	elem := s.tree.Root.Child(tags.Paragraph)
	b := s.add(style)
	b.cells = []cell{s.textCell(style, 0, elem, pieces)}
}

// Quotation adds a block quotation.
func (s *Sheet) Quotation(pieces ...Piece) {
	s.lists = nil
	elem := s.tree.Root.Child(tags.BlockQuote).Child(tags.Paragraph)
	b := s.add(Quote)
	b.cells = []cell{s.textCell(Quote, 0, elem, pieces)}
}

// openList is a list that the next item may go on in.
type openList struct {
	elem    *tags.Elem // L
	body    *tags.Elem // LBody of its last item, for a list within
	ordered bool
}

// Item adds a list item. style is ListItem or like it; level 0 is the outermost; deeper ones stand in the
// item before them.
func (s *Sheet) Item(style Style, level int, label Piece, ordered bool, pieces ...Piece) {
	s.keepList()
	list := s.listAt(level, ordered)
	item := list.elem.Child(tags.ListItem)
	list.body = item.Child(tags.ListBody)
	style.Left = itemIndent * float64(level)
	b := s.add(style)
	b.listed = true
	number := item.Child(tags.Label)
	labelCell := s.textCell(style, 0, number, labelPieces(label))
	indent := max(itemIndent, s.labelWidth(label.Text, Style{Size: style.Size})-2)
	b.cells = []cell{labelCell, s.textCell(style, indent, list.body, pieces)}
}

// listAt is the open list of that level and kind; it is opened when needed.
// A list deeper than any item stands in the deepest there is.
func (s *Sheet) listAt(level int, ordered bool) *openList {
	level = min(level, len(s.lists))
	s.lists = s.lists[:min(len(s.lists), level+1)]
	if n := len(s.lists); n == level+1 && s.lists[level].ordered != ordered {
		s.lists = s.lists[:level]
	}
	if len(s.lists) == level {
		parent := s.tree.Root
		if level > 0 {
			parent = s.lists[level-1].body
		}
		kind := tags.Bulleted
		if ordered {
			kind = tags.Ordered
		}
		s.lists = append(s.lists, openList{elem: parent.Child(tags.List, kind), ordered: ordered})
	}
	return &s.lists[level]
}

// longIntroduction is how many letters a paragraph may have to be kept whole
// with the list that it introduces.
const longIntroduction = 240

// keepList keeps the beginning of a list together: what introduces it ("… to
// grunde:") and its first two items.
func (s *Sheet) keepList() {
	n := len(s.blocks)
	if n == 0 {
		return
	}
	last := s.blocks[n-1]
	switch {
	case last.listed:
		if n == 1 || !s.blocks[n-2].listed {
			last.KeepNext = true
		}
	case last.row == nil && len(last.cells) > 0:
		text := ""
		for _, p := range last.cells[len(last.cells)-1].paras {
			text += titleText(p.leaves)
		}
		if strings.HasSuffix(text, ":") && utf8.RuneCountInString(text) <= longIntroduction {
			last.KeepNext = true
		}
	}
}

// endList gives a finished list the room of a paragraph after it, and keeps its
// last two items together.
func (s *Sheet) endList() {
	n := len(s.blocks)
	s.blocks[n-1].After = Body.After
	if n > 1 && s.blocks[n-2].listed {
		s.blocks[n-2].KeepNext = true
	}
}
