// Package bilag prints the office's papers: tagged PDF that a screen reader
// can read (PDF/UA-1) and an archive can keep (PDF/A-2a). It holds the papers,
// one file per paper; typeset, tags, pdf and sheet below it hold layout, the
// structure tree, the file format and how things look, and gofpdf is known to
// one file alone. It decides nothing about the texts and writes no files:
// papers come back as bytes, the same bytes for the same input.
package bilag

import (
	"context"
	"errors"
	"strings"

	"synlig/data/bilag/pdf"
	"synlig/data/bilag/sheet"
	"synlig/data/danish"
	"synlig/data/document"
	"synlig/data/fault"
	"synlig/data/strategy"
)

// NameProgram gives the name and version that papers carry as their maker. It
// is called once, by main, which alone knows the version.
func NameProgram(name string) { pdf.NameProgram(name) }

// Options are what a person may choose about a paper.
type Options struct {
	// Brackets prints the spoken marks too: [+ … +] and [– … –].
	Brackets bool
	// Progress, when set, is told how much is done, from 0 to 1. It is never
	// called by two goroutines at once.
	Progress func(share float64)
}

// FileNames are the names of the two papers as the committee's paper names them.
// What Windows allows in no file name becomes a hyphen.
func FileNames(title string) (clean, marked string) {
	title = fileTitle(title)
	return "Bilag 1 - " + title + " (revideret).pdf",
		"Bilag 2 - " + title + " (revideret - med synlige opmærkninger af tilføjelser og rettelser).pdf"
}

// ParallelFileName is the name of the paralleltekst.
func ParallelFileName(title string) string {
	return word("parallel") + " - " + fileTitle(title) + ".pdf"
}

// ApprovedFileName is the name of the approved text: "TITEL (godkendt 22.
// august 2014).pdf".
func ApprovedFileName(title string, version document.Version) string {
	name := word("approvedName")
	if d := version.Meeting.Date; !d.IsZero() {
		name = text("approved", "date", danish.Date(d))
	}
	return fileTitle(title) + " (" + name + ").pdf"
}

// fileTitle is a title without what Windows allows in no file name.
func fileTitle(title string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`<>:"/\|?*`, r) {
			return '-'
		}
		return r
	}, title)
}

// Missing are the characters of a revision that the papers' fonts lack,
// ascending. The papers show them by a likeness ("->" for an arrow) or by name
// and code ("[emoji: 1F600]").
func Missing(revision strategy.Revision) ([]rune, error) {
	s, err := cleanSheet(context.Background(), revision)
	if err != nil {
		return nil, err
	}
	for _, b := range revision.Base.Blocks {
		s.Paragraph(sheet.Body, plainPieces(b)...)
	}
	for _, p := range revision.Points {
		s.Paragraph(sheet.Body, sheet.Text(p.Text))
	}
	for _, n := range revision.Notes {
		s.Paragraph(sheet.Body, sheet.Text(n.Reason))
	}
	return s.Missing(), nil
}

// render draws the sheet. A cancelled context comes back as it is; all else
// that can go wrong is a fault of the program.
func render(ctx context.Context, s *sheet.Sheet, options Options) ([]byte, error) {
	file, err := s.Render(ctx, options.Progress)
	if err != nil {
		return nil, failed(err)
	}
	return file, nil
}

func failed(err error) error {
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return fault.Wrap(err, "paper-failed")
}
