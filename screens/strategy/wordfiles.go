package strategy

import (
	"context"
	"path/filepath"

	"synlig/data/docx"
	"synlig/data/redline"
	"synlig/data/strategy"
	"synlig/screens/words"
)

// wordPrinters make Word files of the two papers.
var wordPrinters = printers{
	clean: func(r strategy.Revision) func(context.Context, func(float64)) ([]byte, error) {
		return stoppable(func() ([]byte, error) { return docx.Clean(r) })
	},
	marked: func(r strategy.Revision, c redline.Comparison) func(context.Context, func(float64)) ([]byte, error) {
		return stoppable(func() ([]byte, error) { return docx.Marked(r, c) })
	},
}

// stoppable is work that can be stopped before it begins: a Word file is made in
// a moment.
func stoppable(work func() ([]byte, error)) func(context.Context, func(float64)) ([]byte, error) {
	return func(ctx context.Context, _ func(float64)) ([]byte, error) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		return work()
	}
}

// SaveWord writes the clean and the marked text as Word files into a folder, or,
// when two files are compared, the marked one.
func (p *Page) SaveWord() { p.papers(asWord) }

// fetchWord takes a Word file's text into the draft.
func (p *Page) fetchWord() {
	if !p.ownDraft() {
		return
	}
	p.editing.leave()
	p.host.PickFile(words.Text("strategy.fetch_word_pick"), docx.Extensions, func(path string) {
		var with string
		var err error
		p.start(func() { with, err = tracked(path) }, func() {
			switch {
			case err != nil:
				p.host.Fail(err)
			case with == "":
				p.fetch(path, docx.New)
			default:
				p.askTracked(path, "fetch", func(way docx.Revisions) { p.fetch(path, way) }, p.frame.showWork)
			}
		})
	})
}

// ownDraft tells whether the draft is shown and can be written in, and says so
// where it lies before a meeting.
func (p *Page) ownDraft() bool {
	if p.submitted() && p.compared == nil {
		p.host.Say(words.Text("strategy.is_submitted"), words.Text("strategy.withdraw"), p.withdraw)
		return false
	}
	return p.editing.editor != nil && p.reading != nil && p.compared == nil && !p.disputed()
}

// fetch puts a Word file's text in the place of the draft's, or, as changes,
// what the file has tracked into it; as one step that can be undone.
func (p *Page) fetch(path string, way docx.Revisions) {
	revision, version := p.revision, p.editing.version
	revision.Draft.Blocks = p.editing.editor.Blocks()
	var result docx.Result
	var merged redline.Merged
	var err error
	p.ask(func() {
		if result, err = readFile(path, way); err != nil {
			return
		}
		if way == docx.AsChanges {
			merged = revision.TakeTracked(result.Base, result.Blocks)
		} else {
			merged.Blocks = revision.Adopt(result.Blocks)
		}
	}, func() {
		switch {
		case err != nil:
			p.frame.showWork()
			p.host.Fail(err)
		case version != p.editing.version: // somebody wrote on meanwhile
			p.fetch(path, way)
		default:
			p.frame.showWork()
			p.takeIn(merged, rivalWord, words.Text("strategy.fetched", "file", filepath.Base(path)))
			p.tellLeftOut([]string{path}, []docx.Result{result})
		}
	})
}

// takeIn makes a text that was put together the draft's, and asks about the
// places where it is at odds with what is written here.
func (p *Page) takeIn(merged redline.Merged, rival, said string) {
	if len(merged.Conflicts) > 0 {
		p.merged, p.rival = merged, rival
		p.askDispute()
		return
	}
	effect := p.editing.editor.TakeIn(merged.Blocks)
	if !effect.Changed() {
		p.host.Say(words.Text("strategy.nothing_new"), "", nil)
		return
	}
	p.editing.did(effect)
	p.editing.compare()
	p.drafts.flush()
	p.host.Say(said, words.Text("strategy.undo"), p.Undo)
}
