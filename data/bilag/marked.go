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
	s, err := newSheet(revision, markedNumber, word("markedSubject"))
	if err != nil {
		return nil, failed(err)
	}
	m := &marked{sheet: s, revision: revision, comparison: comparison, options: options}
	m.baseLabels, m.draftLabels = document.Labels(comparison.Base), document.Labels(comparison.Draft)
	m.baseSections = sections(comparison.Base, m.baseLabels)
	m.draftSections = sections(comparison.Draft, m.draftLabels)
	m.frontPage()
	if err := m.text(ctx); err != nil {
		return nil, err
	}
	m.table()
	return render(ctx, s, options)
}

// text lays the marked text.
func (m *marked) text(ctx context.Context) error {
	m.sheet.NewPage()
	m.sheet.Heading(textLevel, sheet.Part, sheet.Piece{}, "", sheet.Text(word("textHeading")))
	for i, row := range m.comparison.Blocks {
		if err := ctx.Err(); err != nil {
			return err
		}
		if i == 0 && row.Status == redline.Same && len(row.Draft) == 1 && row.Draft[0] == 0 && repeatsTitle(m.revision, m.comparison.Draft) {
			continue
		}
		m.row(row)
	}
	return nil
}
