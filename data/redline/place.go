package redline

// Place says where a change stands, for the table of changes.
type Place struct {
	// InDraft tells that Heading and Block are indexes of the draft (for what
	// is added), otherwise of the base.
	InDraft bool
	Block   int // the first block concerned
	Heading int // the nearest heading at or before it, -1 when there is none
	// Paragraph counts the blocks since that heading: 1 is the first below it,
	// 0 the heading itself. Without a heading it counts from the top.
	Paragraph int
}

// PlaceOf is where a change of c stands: in the base, where the reader can look
// it up, or in the draft when it adds whole blocks. For a move it is where the
// text came from.
func PlaceOf(c Comparison, change Change) Place {
	p := Place{InDraft: change.Action == Add, Heading: -1}
	for _, r := range change.Blocks {
		row := &c.Blocks[r]
		base := row.Base
		if row.Status == MovedTo {
			base = c.Blocks[row.Twin].Base
		}
		if p.InDraft && len(row.Draft) > 0 {
			p.Block = row.Draft[0]
			break
		}
		if !p.InDraft && len(base) > 0 {
			p.Block = firstTouched(row, base[0], change.Number)
			break
		}
	}
	return p.count(c)
}

// Destination is where the text of a move goes, in the draft.
func Destination(c Comparison, change Change) Place {
	p := Place{InDraft: true, Heading: -1}
	for _, r := range change.Blocks {
		if row := &c.Blocks[r]; row.Status == MovedTo {
			p.Block = row.Draft[0]
			break
		}
	}
	return p.count(c)
}

// firstTouched is the base block of a row in which the change begins.
func firstTouched(row *Block, first, number int) int {
	at := first
	for _, s := range row.Segments {
		if s.Op != Insert && s.Base != (Piece{}) {
			at = s.Base.Block
		}
		if s.Change == number {
			return at
		}
	}
	for _, f := range row.Formats {
		if f.Change == number {
			return f.Base.Block
		}
	}
	return first
}

// count finds the heading above the place.
func (p Place) count(c Comparison) Place {
	blocks := c.Base
	if p.InDraft {
		blocks = c.Draft
	}
	for i := min(p.Block, len(blocks)-1); i >= 0; i-- {
		if blocks[i].Kind.HeadingLevel() > 0 {
			p.Heading, p.Paragraph = i, p.Block-i
			return p
		}
	}
	p.Paragraph = p.Block + 1
	return p
}
