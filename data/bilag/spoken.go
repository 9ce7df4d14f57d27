package bilag

import (
	"synlig/data/bilag/sheet"
	"synlig/data/bilag/tags"
)

// change is how a stretch of text is marked and spoken.
type change struct {
	mark  sheet.Mark
	says  string // "indsat", "slettet", "flyttet fra afsnit 5"
	open  string // visible brackets, when they are asked for
	close string
}

// The changes of words. They are functions because words are looked up.
func added() change {
	return change{sheet.Added, word("inserted"), "[+\u00a0", "\u00a0+]"}
}

func removed() change {
	return change{sheet.Removed, word("deleted"), "[–\u00a0", "\u00a0–]"}
}

// element is the structure element of the change: what it is and how it looks.
func (c change) element() (tags.Type, []tags.Attribute) {
	if c.mark == sheet.Removed || c.mark == sheet.MovedAway {
		return tags.Deleted, []tags.Attribute{tags.StruckThrough}
	}
	return tags.Inserted, []tags.Attribute{tags.Underlined}
}

// spoken wraps pieces in the element of the change, with marks that are read
// out and copied but not printed, or with brackets that are all three. after
// tells that the text before it ends without a space.
func spoken(c change, after bool, brackets bool, pieces []sheet.Piece) sheet.Piece {
	kind, attributes := c.element()
	group := sheet.Piece{Tag: kind, Attributes: attributes}
	begin, end := "["+c.says+": ", "]"
	bar := len(pieces) > 0 && pieces[0].Bar
	if after {
		begin = " " + begin
	}
	if brackets && c.open != "" {
		group.Kids = append(group.Kids, bracket(c, bar, c.open, begin))
		group.Kids = append(group.Kids, pieces...)
		group.Kids = append(group.Kids, bracket(c, bar, c.close, end))
		return group
	}
	group.Kids = append(group.Kids, sheet.Piece{Text: begin, Hidden: true, Bar: bar})
	group.Kids = append(group.Kids, pieces...)
	group.Kids = append(group.Kids, sheet.Piece{Text: end, Hidden: true, Bar: bar})
	return group
}

// bracket is a printed mark that a reader speaks as words.
func bracket(c change, bar bool, printed, says string) sheet.Piece {
	return sheet.Piece{Tag: tags.Span, Actual: says, Kids: []sheet.Piece{
		{Text: printed, Bar: bar, Quiet: c.mark == sheet.Removed},
	}}
}
