package strategy

import (
	"context"
	"time"

	"synlig/data/fault"
	"synlig/data/redline"
	"synlig/data/store"
	"synlig/data/strategy"
)

// loadingAfter is how long reading may last before the page says so.
const loadingAfter = 300 * time.Millisecond

// Reload reads the workspace anew, as after a colleague's saving. What is being
// written is saved first; the place in the text stays.
func (p *Page) Reload() { p.reload(nil) }

func (p *Page) reload(done func()) {
	p.notes.flush()
	if p.disputed() {
		return // what is read again when it is settled and saved
	}
	pending := merge(p.notes.sending, p.notes.waiting) // may not have arrived when the workspace is read
	p.reloading = true
	stop := p.after(loadingAfter, func() {
		if p.reading == nil && p.reloading {
			p.frame.showLoading()
		}
	})
	var revision strategy.Revision
	var result *reading
	var hash string
	var err error
	p.ask(func() {
		if revision, err = p.office.Revision(context.Background()); err == nil {
			revision.Notes = merge(revision.Notes, pending)
			result = readOwn(revision, p.options.Weighty)
			hash = revision.Draft.Hash()
		}
	}, func() {
		stop()
		p.reloading = false
		p.loaded(revision, result, hash, err)
		if done != nil {
			done()
		}
	})
}

// ask runs work beside the UI goroutine; done is called on it unless something
// newer was asked meanwhile.
func (p *Page) ask(work, done func()) {
	p.asked++
	mine := p.asked
	p.start(work, func() {
		if mine == p.asked {
			done()
		}
	})
}

func (p *Page) loaded(revision strategy.Revision, result *reading, hash string, err error) {
	switch {
	case fault.Is(err, store.DocumentMissing):
		p.reading = nil
		p.frame.showEmpty()
	case err != nil:
		p.reading = nil
		p.frame.showFault(err)
	default:
		p.arrived(revision, result, hash)
	}
}

// arrived takes a revision that was read. What is written here and not saved
// yet is put together with it.
func (p *Page) arrived(revision strategy.Revision, result *reading, hash string) {
	theirs := revision.Draft
	mine := p.together(&revision)
	p.editing.take(&revision)
	p.revision = revision
	p.drafts.read(theirs, hash)
	if p.submitted() { // by a colleague, while a block was open
		p.editing.shut()
	}
	if mine {
		p.editing.version++ // there is something to save
		p.drafts.touched()
	}
	if p.compared != nil {
		return // the files that are compared stay in front
	}
	p.put(result)
	if p.disputed() {
		p.askDispute()
	}
	if mine || !sameText(theirs.Blocks, revision.Draft.Blocks) {
		p.editing.compare()
	}
}

// compare derives the changes anew after a class or decision point changed.
func (p *Page) compare() {
	switch {
	case p.compared != nil:
		return
	case p.reloading: // its answer would be thrown away for this one
		p.Reload()
		return
	}
	p.editing.compare()
}

// put shows a reading over all that was there.
func (p *Page) put(result *reading) {
	p.renew(result)
	p.frame.showWork() // last: rows that still show the old reading must not be dressed anew
	p.followed()
	p.host.Refresh()
}

// renew shows another reading of the same text. The chosen change stays chosen
// where it is known again.
func (p *Page) renew(result *reading) {
	var anchor redline.Anchor
	if c := p.change(p.chosen); c != nil {
		anchor = c.Anchor
	}
	p.reading, p.chosen = result, 0
	for _, c := range result.comparison.Changes {
		if c.Anchor == anchor && anchor != (redline.Anchor{}) {
			p.chosen = c.Number
		}
	}
	p.bar.dress()
	p.outline.show()
	p.paper.show(p.bar.view)
	p.cards.show()
}
