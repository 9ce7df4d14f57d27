package strategy

import (
	"path/filepath"

	"synlig/data/document"
	"synlig/data/docx"
	"synlig/data/example"
	"synlig/data/strategy"
	"synlig/screens/words"
)

// comparedFiles are two texts that are looked at instead of the strategy.
type comparedFiles struct {
	old, new string // their names
	revision strategy.Revision
	whatIf   *whatIf // set when it is the strategy itself with some points adopted
}

// shownRevision is what is shown, as a revision that can be printed.
func (p *Page) shownRevision() strategy.Revision {
	if p.compared != nil {
		return p.compared.revision
	}
	return p.revision
}

// compareFiles asks for two files to compare.
func (p *Page) compareFiles() {
	c := newChooser(p)
	p.frame.cover(c.content)
	p.host.Canvas().Focus(c.buttons[0])
}

// dropped compares two files that were dropped on the window; one alone is
// taken as the new one and the old is asked for.
func (p *Page) dropped(paths []string) {
	switch len(paths) {
	case 1:
		c := newChooser(p)
		c.take(1, paths[0])
		p.frame.cover(c.content)
		p.host.Canvas().Focus(c.buttons[0])
	case 2:
		p.chooseAgain(paths[0], paths[1])
	default:
		p.host.Say(words.Text("strategy.drop_two"), "", nil)
	}
}

// chooseAgain shows two files that were chosen, to be compared or swapped.
func (p *Page) chooseAgain(oldPath, newPath string) {
	c := newChooser(p)
	c.take(0, oldPath)
	c.take(1, newPath)
	p.frame.cover(c.content)
	p.host.Canvas().Focus(c.compare)
}

// readFiles reads two files and shows what differs. Where a Word file carries
// tracked changes it asks first what becomes of them.
func (p *Page) readFiles(oldPath, newPath string, done func()) {
	var with string
	var err error
	p.ask(func() { with, err = tracked(oldPath, newPath) }, func() {
		switch {
		case err != nil:
			p.unread(err, done)
		case with == "":
			p.readBoth(oldPath, newPath, docx.New, done)
		default:
			p.askTracked(with, "compare", func(way docx.Revisions) { p.readBoth(oldPath, newPath, way, done) },
				func() { p.chooseAgain(oldPath, newPath) })
		}
	})
}

// unread says why the files could not be read.
func (p *Page) unread(err error, done func()) {
	p.host.Fail(err)
	if p.reloading { // its answer was thrown away for this one
		p.Reload()
	}
	if done != nil {
		done()
	}
}

// readBoth reads both files, their tracked changes as way says: as changes, the
// old file is read as it was before them and the new one as it is with them.
func (p *Page) readBoth(oldPath, newPath string, way docx.Revisions, done func()) {
	var result *reading
	var old, new docx.Result
	var err error
	compared := &comparedFiles{old: filepath.Base(oldPath), new: filepath.Base(newPath)}
	p.ask(func() {
		oldWay, newWay := way, way
		if way == docx.AsChanges {
			oldWay, newWay = docx.Old, docx.New
		}
		if old, err = readFile(oldPath, oldWay); err != nil {
			return
		}
		if new, err = readFile(newPath, newWay); err != nil {
			return
		}
		compared.revision = strategy.Revision{
			Title: words.Text("strategy.compared", "old", compared.old, "new", compared.new),
			Base:  document.Version{Number: 1, Blocks: old.Blocks},
			Draft: document.Version{Number: 2, BasedOn: 1, Blocks: new.Blocks},
		}
		result = read(compared.revision.Compare(p.options.Weighty))
	}, func() {
		if err != nil {
			p.unread(err, done)
			return
		}
		p.look(compared, result)
		p.tellLeftOut([]string{oldPath, newPath}, []docx.Result{old, new})
		if done != nil {
			done()
		}
	})
}

// seeExample shows the example's revision, without putting it in the workspace.
func (p *Page) seeExample() {
	var result *reading
	compared := &comparedFiles{}
	p.ask(func() {
		compared.revision = example.Revision()
		compared.old = words.Text("strategy.version", "n", number(compared.revision.Base.Number))
		compared.new = words.Text("strategy.version", "n", number(compared.revision.Draft.Number))
		result = read(compared.revision.Compare(p.options.Weighty))
	}, func() { p.look(compared, result) })
}

// look shows a comparison that is not the workspace's.
func (p *Page) look(compared *comparedFiles, result *reading) {
	p.notes.flush()
	p.editing.leave()
	p.compared, p.chosen = compared, 0
	p.paper.rows.ScrollTo(0)
	p.cards.rows.ScrollTo(0)
	p.put(result)
	p.host.Canvas().Focus(p.paper.rows)
}

// backToStrategy shows the workspace's strategy again.
func (p *Page) backToStrategy() {
	p.compared, p.chosen = nil, 0
	p.Reload()
}
