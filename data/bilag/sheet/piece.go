// Package sheet composes a paper of headings, paragraphs, lists, tables and
// contents: it sets them, puts them on pages, and draws them with their tags,
// running header and footer, change bars and links. It knows how things look
// on the office's paper, but not what any paper says; those are in data/bilag.
package sheet

import (
	"synlig/data/bilag/tags"
	"synlig/data/bilag/typeset"
)

// Mark is how a piece of text is marked. The shape carries the meaning; the
// colour is extra.
type Mark uint8

// The marks: added is bold and underlined, removed struck through; moved text
// has double lines, under it at its new place and through it at its old.
const (
	Plain Mark = iota
	Added
	Removed
	MovedHere
	MovedAway
)

// Piece is a stretch of text in a paragraph, or a group of pieces that is an
// element of its own.
type Piece struct {
	Text         string
	Bold, Italic bool
	Mark         Mark
	Bar          bool // the lines it stands on have a change bar
	Quiet        bool // in the quiet colour
	// Hidden is spoken and copied but not printed.
	Hidden bool
	// Margin is printed outside the change bar, at the line where it stands.
	Margin bool
	// Anchor names the place for links.
	Anchor string
	Link   *Link

	// Tag and Attributes make the piece an inline element. Kids stand in it
	// after Text.
	Tag        tags.Type
	Attributes []tags.Attribute
	Actual     string // what the element's content stands for, "" for itself
	Kids       []Piece
}

// Link is where a piece leads. One Link value is one link, however many lines
// it stands on.
type Link struct {
	Address string // a web or mail address, or
	Anchor  string // a place in the paper
	Says    string // where it leads, for those who do not see it
}

// Text is a piece of plain text.
func Text(text string) Piece { return Piece{Text: text} }

// leaf is a piece ready to be set: its runs of text and their owner.
type leaf struct {
	Piece
	elem *tags.Elem
}

func (l *leaf) face(bold bool) int {
	face := 0
	if l.Bold || bold || l.Mark == Added {
		face |= 1
	}
	if l.Italic {
		face |= 2
	}
	return face
}

// flatten gives the leaves of pieces in reading order, owned by elem and the
// elements inside it.
func (s *Sheet) flatten(pieces []Piece, elem *tags.Elem, leaves []leaf) []leaf {
	for _, p := range pieces {
		owner := elem
		if p.Tag != "" && elem != nil {
			owner = elem.Child(p.Tag, p.Attributes...)
			owner.Actual = p.Actual
		}
		if p.Text != "" {
			p.Text = s.readable.Text(p.Text)
			leaves = append(leaves, leaf{p, owner})
		}
		leaves = s.flatten(p.Kids, owner, leaves)
	}
	return leaves
}

// runs are the leaves as the setter takes them.
func runs(leaves []leaf, bold bool, into []typeset.Run) []typeset.Run {
	into = into[:0]
	for i := range leaves {
		l := &leaves[i]
		into = append(into, typeset.Run{Text: l.Text, Face: l.face(bold), Hidden: l.Hidden || l.Margin})
	}
	return into
}
