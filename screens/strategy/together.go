package strategy

import (
	"synlig/data/redline"
	"synlig/data/strategy"
)

// together puts what is written here and not saved yet into a revision that was
// read, and tells whether there was any.
func (p *Page) together(revision *strategy.Revision) (mine bool) {
	d := &p.drafts
	if !d.dirty() {
		return false
	}
	blocks, theirs := p.editing.editor.Blocks(), revision.Draft.Blocks
	if sameText(theirs, d.common) || d.sending != nil && sameText(theirs, d.sending) {
		revision.Draft.Blocks = blocks
		return true
	}
	p.merged, p.rival = redline.Combine(d.common, blocks, theirs), rivalColleague
	revision.Draft.Blocks = p.merged.Blocks
	return true
}

// disputed tells whether two people changed the same words and nobody has said
// yet what is to stand. Nothing is saved or read until then, or one of the two
// texts would be forgotten.
func (p *Page) disputed() bool { return len(p.merged.Conflicts) > 0 }

// askDispute asks what is to stand at the first place that both have changed.
func (p *Page) askDispute() {
	p.editing.leave()
	d := newDispute(p, p.merged.Conflicts[0], len(p.merged.Conflicts))
	p.frame.cover(d.content)
	p.host.Canvas().Focus(d.field)
}

// settle makes a text the one that stands at the first disputed place.
func (p *Page) settle(d *dispute) {
	p.merged = redline.Resolve(p.merged, 0, d.blocks())
	if p.disputed() {
		p.askDispute()
		return
	}
	p.frame.showWork()
	p.editing.did(p.editing.editor.TakeIn(p.merged.Blocks))
	p.merged = redline.Merged{}
	p.editing.compare()
	p.drafts.flush()
}
