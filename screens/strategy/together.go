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
	merged := redline.Combine(d.common, blocks, theirs)
	revision.Draft.Blocks = merged.Blocks
	p.disputed(merged.Conflicts)
	return true
}

// disputed takes the places where two people changed the same words.
func (p *Page) disputed(conflicts []redline.Conflict) {
}
