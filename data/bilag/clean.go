package bilag

import (
	"context"
	"strings"

	"synlig/data/bilag/sheet"
	"synlig/data/document"
	"synlig/data/strategy"
)

// Clean is Bilag 1: the draft as it would read, without marks. Removed text is
// nowhere in it, not even in its metadata. It returns ctx.Err() when ctx is
// cancelled.
func Clean(ctx context.Context, revision strategy.Revision, options Options) ([]byte, error) {
	s, err := cleanSheet(ctx, revision)
	if err != nil {
		return nil, err
	}
	return render(ctx, s, options)
}

func cleanSheet(ctx context.Context, r strategy.Revision) (*sheet.Sheet, error) {
	s, err := newSheet(r, cleanNumber, word("cleanSubject"))
	if err != nil {
		return nil, failed(err)
	}
	titleArea(s, r, cleanNumber, word("cleanSubtitle"))
	s.Contents(2, sheet.Part, word("contents"), 3, leadsTo)
	if err := plainText(ctx, s, r, r.Draft.Blocks); err != nil {
		return nil, err
	}
	return s, nil
}

// plainText lays a text as it reads.
func plainText(ctx context.Context, s *sheet.Sheet, r strategy.Revision, blocks []document.Block) error {
	labels := document.Labels(blocks)
	var depth depths
	for i, b := range blocks {
		if err := ctx.Err(); err != nil {
			return err
		}
		if i == 0 && repeatsTitle(r, blocks) {
			continue
		}
		lay(s, paragraph{kind: b.Kind, level: b.Level, label: sheet.Text(labels[i]), pieces: plainPieces(b)}, &depth, 1)
	}
	return nil
}

// titleArea begins the paper: what it is, of what, for which meeting.
func titleArea(s *sheet.Sheet, r strategy.Revision, number int, subtitle string) {
	if r.Example {
		s.Paragraph(sheet.Badge, sheet.Text(word("example")))
	}
	s.Heading(1, sheet.Title, sheet.Piece{}, "", sheet.Text(heading(r, number)))
	s.Paragraph(sheet.Subtitle, sheet.Text(subtitle))
	if about := strings.Join(known(meeting(r.Draft.Meeting), caseNumber(r)), ". "); about != "" {
		s.Paragraph(sheet.Note, sheet.Piece{Text: about + ".", Quiet: true})
	}
}

// repeatsTitle tells whether the first block only says the paper's title again.
func repeatsTitle(r strategy.Revision, blocks []document.Block) bool {
	return document.HasTitle(blocks) && strings.EqualFold(strings.TrimSpace(blocks[0].Text), strings.TrimSpace(r.Title))
}

func leadsTo(heading string) string { return text("leadsTo", "heading", heading) }
