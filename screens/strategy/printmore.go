package strategy

import (
	"context"

	"synlig/data/bilag"
	"synlig/data/document"
	"synlig/screens/words"
)

// printParallel writes the text in force beside the text proposed.
func (p *Page) printParallel() {
	p.settled(func() {
		revision, comparison := p.shownRevision(), p.reading.comparison
		p.save("strategy.save_parallel", bilag.ParallelFileName(revision.Title),
			func(ctx context.Context, progress func(float64)) ([]byte, error) {
				return bilag.Parallel(ctx, revision, comparison, bilag.Options{Progress: progress})
			})
	})
}

// printApproved writes the text in force as it goes on the website.
func (p *Page) printApproved() {
	if p.reading == nil || p.compared != nil {
		return
	}
	revision := p.revision
	if revision.Base.Status != document.Approved {
		p.host.Say(words.Text("strategy.nothing_approved"), "", nil)
		return
	}
	p.save("strategy.save_approved", bilag.ApprovedFileName(revision.Title, revision.Base),
		func(ctx context.Context, progress func(float64)) ([]byte, error) {
			return bilag.Approved(ctx, revision, revision.Base, bilag.Options{Progress: progress})
		})
}

// save asks where one paper is to be, and writes it.
func (p *Page) save(title, name string, make func(context.Context, func(float64)) ([]byte, error)) {
	p.host.SaveFile(words.Text(title), name, func(path string) {
		p.write([]sheetOfPaper{{path, make}}, true) // the dialog has asked
	})
}
