package bilag

import (
	"synlig/data/bilag/sheet"
	"synlig/data/bilag/tags"
	"synlig/data/document"
)

// paragraph is a block of text ready for the sheet.
type paragraph struct {
	kind   document.Kind
	level  int
	label  sheet.Piece
	anchor string
	pieces []sheet.Piece
}

// lay adds a paragraph to the sheet. above is the level of the heading that
// the text stands under.
func lay(s *sheet.Sheet, p paragraph, depth *depths, above int) {
	switch {
	case p.kind.HeadingLevel() > 0:
		d := depth.of(p.kind.HeadingLevel())
		s.Heading(above+d, sheet.HeadingStyle(d), p.label, p.anchor, p.pieces...)
	case p.kind.IsList():
		s.Item(sheet.ListItem, p.level, p.label, p.kind == document.Numbered, p.pieces...)
	case p.kind == document.Quote:
		s.Quotation(p.pieces...)
	default:
		s.Paragraph(sheet.Body, p.pieces...)
	}
}

// depths maps the levels of a text's headings to depths without gaps: a
// heading is one deeper than the nearest one before it of a higher level.
type depths struct{ open []int }

func (d *depths) of(level int) int {
	for len(d.open) > 0 && d.open[len(d.open)-1] >= level {
		d.open = d.open[:len(d.open)-1]
	}
	d.open = append(d.open, level)
	return len(d.open)
}

// plainPieces are a block's words in their styles.
func plainPieces(b document.Block) []sheet.Piece {
	return stylePieces(b.Runs(0, len(b.Text)), sheet.Piece{})
}

// longestAddress is how many bytes of address a program still opens.
const longestAddress = 2000

// stylePieces are runs as pieces that look like template otherwise. Runs of
// one address become one link, unless template is removed text: what is gone
// leads nowhere.
func stylePieces(runs []document.Run, template sheet.Piece) []sheet.Piece {
	var pieces []sheet.Piece
	for i := 0; i < len(runs); {
		if runs[i].Link == "" || len(runs[i].Link) > longestAddress || template.Mark == sheet.Removed || template.Mark == sheet.MovedAway {
			pieces = append(pieces, stylePiece(runs[i], template, nil))
			i++
			continue
		}
		link := &sheet.Link{Address: runs[i].Link, Says: text("link", "address", runs[i].Link)}
		group := sheet.Piece{Tag: tags.Link}
		for ; i < len(runs) && runs[i].Link == link.Address; i++ {
			group.Kids = append(group.Kids, stylePiece(runs[i], template, link))
		}
		pieces = append(pieces, group)
	}
	return pieces
}

func stylePiece(run document.Run, template sheet.Piece, link *sheet.Link) sheet.Piece {
	p := template
	p.Text, p.Bold, p.Italic, p.Link = run.Text, template.Bold || run.Bold, template.Italic || run.Italic, link
	return p
}
