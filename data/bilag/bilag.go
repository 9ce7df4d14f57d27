// Package bilag prints the office's papers: tagged PDF that a screen reader
// can read (PDF/UA-1) and an archive can keep (PDF/A-2a). It holds layout and
// papers, one file per paper; gofpdf is known to one file alone. It decides
// nothing about the texts and writes no files: papers come back as bytes, the
// same bytes for the same input.
package bilag

import (
	"context"

	"synlig/data/redline"
	"synlig/data/strategy"
)

// Options are what a person may choose about a paper.
type Options struct {
	// Brackets prints the spoken marks too: [+ … +] and [– … –].
	Brackets bool
	// Progress, when set, is told how much is done, from 0 to 1.
	Progress func(share float64)
}

// Clean is Bilag 1: the draft as it would read, without marks. Removed text is
// nowhere in it, not even in its metadata.
func Clean(ctx context.Context, revision strategy.Revision, options Options) ([]byte, error) {
	panic("not written yet")
}

// Marked is Bilag 2: the draft with every addition and removal visible, and the
// table of changes. comparison is revision's own, of revision.Compare.
func Marked(ctx context.Context, revision strategy.Revision, comparison redline.Comparison, options Options) ([]byte, error) {
	panic("not written yet")
}

// FileNames are the names of the two papers as the committee's paper names them.
func FileNames(title string) (clean, marked string) {
	return "Bilag 1 - " + title + " (revideret).pdf",
		"Bilag 2 - " + title + " (revideret - med synlige opmærkninger af tilføjelser og rettelser).pdf"
}
