package bilag

import (
	"context"

	"synlig/data/bilag/sheet"
	"synlig/data/document"
	"synlig/data/redline"
	"synlig/data/strategy"
)

// textLevel is the level of the heading that the marked text stands under.
const textLevel = 2

// marked is Bilag 2 being put together.
type marked struct {
	sheet                       *sheet.Sheet
	revision                    strategy.Revision
	comparison                  redline.Comparison
	options                     Options
	depth                       depths
	baseLabels, draftLabels     []string
	baseSections, draftSections []string
}

// Marked is Bilag 2: the draft with every addition and removal visible, and the
// table of changes. comparison is revision's own, of revision.Compare. It
// returns ctx.Err() when ctx is cancelled.
func Marked(ctx context.Context, revision strategy.Revision, comparison redline.Comparison, options Options) ([]byte, error) {
	m, err := newMarked(revision, comparison, options, markedNumber, word("markedSubject"))
	if err != nil {
		return nil, failed(err)
	}
	m.frontPage()
	if err := m.text(ctx); err != nil {
		return nil, err
	}
	m.table()
	return render(ctx, m.sheet, options)
}

// newMarked is an empty paper about a comparison.
func newMarked(r strategy.Revision, c redline.Comparison, o Options, number int, subject string) (*marked, error) {
	s, err := newSheet(r, number, subject)
	if err != nil {
		return nil, err
	}
	m := &marked{sheet: s, revision: r, comparison: c, options: o}
	m.baseLabels, m.draftLabels = document.Labels(c.Base), document.Labels(c.Draft)
	m.baseSections = sections(c.Base, m.baseLabels)
	m.draftSections = sections(c.Draft, m.draftLabels)
	return m, nil
}

// text lays the marked text.
func (m *marked) text(ctx context.Context) error {
	m.sheet.NewPage()
	m.sheet.Heading(textLevel, sheet.Part, sheet.Piece{}, "", sheet.Text(word("textHeading")))
	for i, row := range m.comparison.Blocks {
		if err := ctx.Err(); err != nil {
			return err
		}
		if m.isTitle(i) {
			continue
		}
		m.row(row)
	}
	return nil
}

// isTitle tells whether a row only says the paper's title again, unchanged.
func (m *marked) isTitle(i int) bool {
	row := m.comparison.Blocks[i]
	return i == 0 && row.Status == redline.Same && len(row.Draft) == 1 && row.Draft[0] == 0 && repeatsTitle(m.revision, m.comparison.Draft)
}
