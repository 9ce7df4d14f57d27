package kit

import "strings"

// Mark is what became of a stretch of text. On screen it looks as on paper:
// the shape carries the meaning, the colour is extra.
type Mark uint8

// The marks. Added is bold and underlined, removed is struck through; moved
// text has two lines: through it at its old place, under it at its new one.
const (
	MarkNone Mark = iota
	MarkAdded
	MarkRemoved
	MarkMovedFrom
	MarkMovedTo
	// MarkRemark is the program's own words, "(flyttet til afsnit 5)".
	MarkRemark
)

// MarkedPiece is a stretch of text with one look and one fate.
type MarkedPiece struct {
	Text         string // without line breaks
	Bold, Italic bool
	Link         bool
	Mark         Mark
	Change       int // the number it belongs to, 0 for none
}

// MarkedBlock is one paragraph, heading or list item with its marks, ready to
// be measured and shown.
type MarkedBlock struct {
	Label   string // "2.1", "•": computed, no part of the text
	Heading int    // 1–3; 0 for all else
	Indent  int    // list items: 1 for the outermost level; 0 for all else
	Quote   bool
	Pieces  []MarkedPiece
	// Whole is the change that concerns the block as a whole (its kind or
	// level); it is numbered at the first line and barred at all. 0 for none.
	Whole int
}

// Text is the block's text with all marks taken away: what stands and what was
// removed, in the order they are shown.
func (b MarkedBlock) Text() string {
	var s strings.Builder
	for _, p := range b.Pieces {
		s.WriteString(p.Text)
	}
	return s.String()
}

// Spoken is the block as plain text for the clipboard. say puts the words for
// a mark around a text ("[indsat: …]"); pieces without a mark stay as they are.
func (b MarkedBlock) Spoken(say func(mark Mark, text string) string) string {
	var s strings.Builder
	if b.Label != "" {
		s.WriteString(b.Label + " ")
	}
	for i := 0; i < len(b.Pieces); {
		mark, text := b.Pieces[i].Mark, ""
		for ; i < len(b.Pieces) && b.Pieces[i].Mark == mark; i++ {
			text += b.Pieces[i].Text
		}
		core := strings.TrimSpace(text)
		if mark == MarkNone || mark == MarkRemark || core == "" {
			s.WriteString(text)
			continue
		}
		start := strings.Index(text, core)
		s.WriteString(text[:start] + say(mark, core) + text[start+len(core):])
	}
	return s.String()
}

// Changes are the numbers seen in the block in the order they appear.
func (b MarkedBlock) Changes() []int {
	var numbers []int
	last := 0
	if b.Whole != 0 {
		numbers, last = append(numbers, b.Whole), b.Whole
	}
	for _, p := range b.Pieces {
		if p.Change != 0 && p.Change != last {
			numbers, last = append(numbers, p.Change), p.Change
		}
	}
	return numbers
}
