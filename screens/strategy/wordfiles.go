package strategy

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

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
	var in brought
	var err error
	p.ask(func() { in, err = bring(revision, path, way) }, func() {
		switch {
		case err != nil:
			p.frame.showWork()
			p.host.Fail(err)
		case version != p.editing.version: // somebody wrote on meanwhile
			p.fetch(path, way)
		default:
			p.frame.showWork()
			p.notes.take(append(in.placed, in.lost...))
			p.takeIn(in.merged, rivalWord, in.said(path))
			p.tellLeftOut([]string{path}, []docx.Result{in.file})
		}
	})
}

// brought is what a Word file brings into the draft.
type brought struct {
	file   docx.Result
	merged redline.Merged
	placed []redline.Note // who made which change, and why
	lost   []redline.Note // said about what is no change of the draft's
}

// bring works out what the file at path brings. When its new text is taken, its
// tracked changes still tell who made which change, and why.
func bring(revision strategy.Revision, path string, way docx.Revisions) (in brought, err error) {
	reading := way
	if way == docx.New {
		reading = docx.AsChanges
	}
	if in.file, err = readFile(path, reading); err != nil {
		return in, err
	}
	if way == docx.AsChanges {
		in.merged = revision.TakeTracked(in.file.Base, in.file.Blocks)
	} else {
		in.merged.Blocks = revision.Adopt(in.file.Blocks)
	}
	if in.file.HasRevisions && way != docx.Old {
		notes := in.file.Notes(redline.Compare(in.file.Base, in.file.Blocks, redline.Options{}))
		in.placed, in.lost = revision.NotesFrom(in.file.Base, in.file.Blocks, notes, in.merged.Blocks)
		in.lost = slices.DeleteFunc(in.lost, func(n redline.Note) bool { return n.Reason == "" })
	}
	return in, nil
}

// said tells what came in, and what was said about no change.
func (in brought) said(path string) string {
	said := []string{words.Text("strategy.fetched", "file", beginning(filepath.Base(path), 36))}
	reasons := 0
	for _, n := range in.placed {
		if n.Reason != "" {
			reasons++
		}
	}
	if reasons > 0 {
		said = append(said, words.Count("strategy.fetched_reasons", reasons))
	}
	if len(in.lost) > 0 {
		said = append(said, words.Count("strategy.fetched_lost", len(in.lost)))
	}
	return strings.Join(said, " ")
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
