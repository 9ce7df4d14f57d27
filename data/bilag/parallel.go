package bilag

import (
	"context"

	"synlig/data/bilag/sheet"
	"synlig/data/document"
	"synlig/data/redline"
	"synlig/data/strategy"
)

// Parallel is the paralleltekst: the text in force beside the text proposed, on
// lying pages. It holds the sections that the draft touches, whole, and the
// headings they stand under. comparison is revision's own, of revision.Compare.
// It returns ctx.Err() when ctx is cancelled.
func Parallel(ctx context.Context, revision strategy.Revision, comparison redline.Comparison, options Options) ([]byte, error) {
	m, err := newMarked(revision, comparison, options, parallelNumber, word("parallelSubject"))
	if err != nil {
		return nil, failed(err)
	}
	m.sheet.Section(sheet.Landscape)
	titleArea(m.sheet, revision, parallelNumber, word("parallelSubtitle"))
	m.sheet.Paragraph(sheet.Lead, sheet.Text(m.counts()))
	if len(comparison.Changes) > 0 {
		m.parallelGuide()
		if err := m.parallelText(ctx); err != nil {
			return nil, err
		}
	}
	return render(ctx, m.sheet, options)
}

// parallelGuide tells how to read the two columns.
func (m *marked) parallelGuide() {
	m.sheet.Heading(2, sheet.Chapter, sheet.Piece{}, "", sheet.Text(word("parallelGuideHeading")))
	guide := sheet.Brief
	guide.Right = sheet.Landscape.Width / 3 // a line across a lying page is too long to read
	m.sheet.Paragraph(guide, sheet.Text(word("parallelGuide")))
	m.legend(append(m.markLegend(),
		legend([]sheet.Piece{{Text: "[1]", Quiet: true}}, "meansNumber"),
		legend([]sheet.Piece{sheet.Text(word("leftOut"))}, "meansLeftOut")))
}

// parallelText lays the two columns. The first, narrow one names the row: the
// changes in it, or that it has none.
func (m *marked) parallelText(ctx context.Context) error {
	m.sheet.NewPage()
	m.sheet.Heading(textLevel, sheet.Part, sheet.Piece{}, "", sheet.Text(word("parallelHeading")))
	shown := m.touched()
	var rows []sheet.Row
	left := false // something was left out since the last row
	for i, row := range m.comparison.Blocks {
		if err := ctx.Err(); err != nil {
			return err
		}
		switch {
		case shown[i]:
			if left {
				rows = append(rows, leftOut())
			}
			rows, left = append(rows, m.parallelRow(row)), false
		case !m.isTitle(i):
			left = true
		}
	}
	if left {
		rows = append(rows, leftOut())
	}
	m.sheet.Table(sheet.Parallel, []sheet.Column{
		{Title: word("columnNumber"), Share: 0.06},
		{Title: word("columnOld"), Share: 0.47},
		{Title: word("columnNew"), Share: 0.47},
	}, rows)
	return nil
}

// leftOut is the row between two parts of the text that do not follow each
// other.
func leftOut() sheet.Row {
	gap := [][]sheet.Piece{{{Text: word("leftOut"), Quiet: true}}}
	return sheet.Row{Cells: [][][]sheet.Piece{unseen("leftOutRow"), gap, gap}}
}

// unseen is a cell that is read out and not printed.
func unseen(key string) [][]sheet.Piece {
	return [][]sheet.Piece{{{Text: word(key), Hidden: true}}}
}

// touched tells which rows are shown: all rows of a section in which something
// changed, and the headings above it. A section is a heading and what stands
// under it until the next heading.
func (m *marked) touched() []bool {
	rows := m.comparison.Blocks
	shown := make([]bool, len(rows))
	var above []int // the rows of the open headings, outermost first
	for from := 0; from < len(rows); {
		to, changed := from+1, len(rows[from].Changes) > 0
		for to < len(rows) && m.headingLevel(rows[to]) == 0 {
			changed = changed || len(rows[to].Changes) > 0
			to++
		}
		if level := m.headingLevel(rows[from]); level > 0 {
			for len(above) > 0 && m.headingLevel(rows[above[len(above)-1]]) >= level {
				above = above[:len(above)-1]
			}
			above = append(above, from)
		}
		if changed {
			for _, i := range above {
				shown[i] = true
			}
			for i := from; i < to; i++ {
				shown[i] = true
			}
		}
		from = to
	}
	if len(shown) > 0 && m.isTitle(0) {
		shown[0] = false
	}
	return shown
}

// headingLevel is the level of the heading that a row is on either side, 0 for
// none.
func (m *marked) headingLevel(row redline.Block) int {
	for _, side := range [...]struct {
		text []document.Block
		at   []int
	}{{m.comparison.Draft, row.Draft}, {m.comparison.Base, row.Base}} {
		if len(side.at) > 0 {
			if level := side.text[side.at[0]].Kind.HeadingLevel(); level > 0 {
				return level
			}
		}
	}
	return 0
}
