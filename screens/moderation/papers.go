package moderation

import (
	"context"
	"path/filepath"

	"synlig/data/bilag"
	"synlig/data/files"
	"synlig/data/moderation"
	"synlig/screens/words"
)

// office is the name of the office as it stands on papers.
func (p *Page) officeName(ctx context.Context) string {
	r, err := p.store.Revision(ctx)
	if err != nil {
		return "" // a paper without a name in its head
	}
	return r.Office
}

// write asks where a paper is to be, makes it, writes it and offers to open it.
// then, which may be nil, is called when it was written.
func (p *Page) write(title, name string, make func(ctx context.Context, progress func(float64)) ([]byte, error), then func()) {
	p.host.SaveFile(title, name, func(path string) {
		p.host.Work(words.Text("moderation.writing"), func(ctx context.Context, progress func(float64)) error {
			paper, err := make(ctx, progress)
			if err == nil {
				err = ctx.Err()
			}
			if err != nil {
				return err
			}
			return files.Write(path, paper, true) // the dialog has asked
		}, func(err error) {
			if err != nil {
				p.host.Fail(err)
				return
			}
			p.host.Say(words.Text("moderation.written", "file", filepath.Base(path)), words.Text("moderation.open_file"), func() { p.host.OpenPath(path) })
			if then != nil {
				then()
			}
		})
	})
}

// exportCase writes the open case as one paper for the filing system, and keeps
// that it was made.
func (p *Page) exportCase() {
	c, by := p.desk.c, p.host.Person()
	if c.ID == 0 {
		return
	}
	checklist := p.sets.checklist
	p.write(words.Text("moderation.export"), bilag.CaseFileName(c), func(ctx context.Context, progress func(float64)) ([]byte, error) {
		log, err := p.office.Log(ctx, c.ID, 0)
		if err != nil {
			return nil, err
		}
		return bilag.CasePaper(ctx, p.officeName(ctx), c, log, checklist, bilag.Options{Progress: progress})
	}, func() {
		if by.ID == 0 || p.desk.c.ID != c.ID {
			return
		}
		p.do(func(ctx context.Context, c moderation.Case) (moderation.Case, error) {
			return p.office.Exported(ctx, c.ID, c.Revision, by)
		}, nil)
	})
}
