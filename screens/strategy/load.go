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
	pending := merge(p.notes.sending, p.notes.waiting) // may not have arrived when the workspace is read
	p.reloading = true
	stop := p.after(loadingAfter, func() {
		if p.reading == nil && p.reloading {
			p.frame.showLoading()
		}
	})
	var revision strategy.Revision
	var result *reading
	var err error
	p.ask(func() {
		if revision, err = p.office.Revision(context.Background()); err == nil {
			revision.Notes = merge(revision.Notes, pending)
			result = read(revision.Compare(p.options.Weighty))
		}
	}, func() {
		stop()
		p.reloading = false
		p.loaded(revision, result, err)
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

func (p *Page) loaded(revision strategy.Revision, result *reading, err error) {
	switch {
	case fault.Is(err, store.StrategyMissing):
		p.reading = nil
		p.frame.showEmpty()
	case err != nil:
		p.reading = nil
		p.frame.showFault(err)
	case p.compared == nil:
		p.revision = revision
		p.put(result)
	default:
		p.revision = revision // the files that are compared stay in front
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
	revision := p.revision
	revision.Notes = append([]redline.Note(nil), revision.Notes...)
	var result *reading
	p.ask(
		func() { result = read(revision.Compare(p.options.Weighty)) },
		func() { p.put(result) })
}

// put shows a reading. The chosen change stays chosen where it is known again.
func (p *Page) put(result *reading) {
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
	p.frame.showWork() // last: rows that still show the old reading must not be dressed anew
	p.followed()
	p.host.Refresh()
}
