package sheet

import "synlig/data/bilag/pdf"

// Style is how a paragraph looks. Lengths in points.
type Style struct {
	Size, Lead    float64
	Before, After float64
	Left, Right   float64 // indents
	Bold          bool
	Hyphenate     bool
	KeepNext      bool
	Pad           float64 // room above and below a table's cells; 0 is the house's
}

// The styles of the office's papers.
var (
	Title    = Style{Size: 25, Lead: 30, After: 4, Bold: true, KeepNext: true}
	Subtitle = Style{Size: 13, Lead: 18, After: 4}
	Body     = Style{Size: 11.5, Lead: 16, After: 8, Hyphenate: true}
	Lead     = Style{Size: 11.5, Lead: 16, Before: 8, After: 6, Bold: true}
	Small    = Style{Size: 9.5, Lead: 13, Hyphenate: true}
	Parallel = Style{Size: 10.5, Lead: 14.5, Hyphenate: true}
	Legend   = Style{Size: 10.5, Lead: 14}
	Quote    = Style{Size: 11.5, Lead: 16, Before: 3, After: 11, Left: 22, Right: 22, Hyphenate: true}
	Badge    = Style{Size: 10, Lead: 14, After: 6, Bold: true}
	ListItem = Style{Size: 11.5, Lead: 16, After: 4, Hyphenate: true}
	Part     = Style{Size: 20, Lead: 25, Before: 22, After: 8, Bold: true, KeepNext: true}
	Chapter  = Style{Size: 14.5, Lead: 19, Before: 15, After: 5, Bold: true, KeepNext: true}
	Brief    = Style{Size: 11, Lead: 15, After: 5, Hyphenate: true}
	Note     = Style{Size: 10.5, Lead: 14.5, After: 3, Hyphenate: true}
	Entry    = Style{Size: 11, Lead: 16}
)

// HeadingStyle is the style of a heading by how deep it stands among the
// headings of the text, from 1.
func HeadingStyle(depth int) Style {
	switch depth {
	case 1:
		return Style{Size: 16.5, Lead: 21, Before: 22, After: 7, Bold: true, KeepNext: true}
	case 2:
		return Style{Size: 13.5, Lead: 18, Before: 17, After: 5, Bold: true, KeepNext: true}
	}
	return Style{Size: 11.5, Lead: 16, Before: 13, After: 4, Bold: true, KeepNext: true}
}

// The colours on paper.
var (
	ink          = pdf.Color{R: 0x1B, G: 0x1F, B: 0x24}
	quietInk     = pdf.Color{R: 0x4A, G: 0x53, B: 0x5E}
	addedInk     = pdf.Color{R: 0x0B, G: 0x3D, B: 0x91}
	removedInk   = pdf.Color{R: 0x59, G: 0x59, B: 0x59}
	linkInk      = pdf.Color{R: 0x1F, G: 0x5C, B: 0x9E}
	ruleInk      = pdf.Color{R: 0xB4, G: 0xBA, B: 0xC2}
	strongInk    = pdf.Color{R: 0x1B, G: 0x1F, B: 0x24}
	millimetre   = 72 / 25.4
	barWidth     = 0.7 * millimetre
	barGap       = 12.0 // between bar and text
	marginGap    = 5.0  // between bar and [n]
	marginSize   = 9.0  // of [n]
	marginLead   = 11.5
	barBridge    = 9.0 // bars closer than this are one
	itemIndent   = 22.0
	runningSize  = 9.0
	runningLead  = 12.0
	cellPadding  = 3.5
	columnGutter = 12.0
)

// Format is the size and margins of a page.
type Format struct {
	Width, Height            float64
	Left, Right, Top, Bottom float64
	HeaderY, FooterY         float64 // baselines of the running lines
}

// A4 pages: upright with 65–75 characters a line of Body, and lying for tables.
var (
	Portrait = Format{
		Width: 595.28, Height: 841.89, Left: 116, Right: 107, Top: 86, Bottom: 70,
		HeaderY: 44, FooterY: 841.89 - 40,
	}
	Landscape = Format{
		Width: 841.89, Height: 595.28, Left: 57, Right: 57, Top: 96, Bottom: 68,
		HeaderY: 42, FooterY: 595.28 - 36,
	}
)

func (f Format) measure() float64 { return f.Width - f.Left - f.Right }

func (m Mark) color() pdf.Color {
	switch m {
	case Added, MovedHere:
		return addedInk
	case Removed, MovedAway:
		return removedInk
	}
	return ink
}

func (l *leaf) color() pdf.Color {
	switch {
	case l.Mark != Plain:
		return l.Mark.color()
	case l.Quiet:
		return quietInk
	case l.Link != nil && !l.Margin:
		return linkInk
	}
	return ink
}
