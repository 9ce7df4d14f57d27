package strategy

import (
	"context"
	"slices"

	"synlig/data/redline"
	"synlig/data/strategy"
	"synlig/screens/words"
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

// disputed tells whether two people changed the same words and somebody is asked
// what is to stand. Nothing is saved or read until that is answered or put off,
// or one of the two texts would be forgotten.
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
	p.endDisputes(nil)
}

// putOff leaves what is disputed for later: the text of here stands, and both
// are kept in the workspace.
func (p *Page) putOff() {
	if !p.disputed() {
		return
	}
	var left []strategy.Dispute
	for _, c := range p.merged.Conflicts {
		left = append(left, strategy.Dispute{Conflict: c, Rival: p.rival})
	}
	if p.endDisputes(left) {
		p.host.Say(words.Text("strategy.put_off"), "", nil)
	}
}

// endDisputes takes the text that was put together into the draft. What is left
// goes to the workspace first: until it is there the other texts are nowhere
// else, and the question stays. It tells whether that went well.
func (p *Page) endDisputes(left []strategy.Dispute) bool {
	left = append(slices.Clone(p.waiting()), left...)
	if err := p.keepDisputes(left); err != nil {
		p.host.Fail(err)
		return false
	}
	p.frame.showWork()
	merged := p.merged
	p.merged, p.fromWaiting = redline.Merged{}, false
	p.editing.did(p.editing.editor.TakeIn(merged.Blocks))
	p.editing.compare()
	p.drafts.flush()
	return true
}

// waiting are the places that were put off, without those that are asked about
// right now.
func (p *Page) waiting() []strategy.Dispute {
	if !p.fromWaiting {
		return p.revision.Disputes
	}
	return slices.DeleteFunc(slices.Clone(p.revision.Disputes), func(d strategy.Dispute) bool { return d.Rival == p.rival })
}

// keepDisputes makes disputes all that waits to be settled.
func (p *Page) keepDisputes(disputes []strategy.Dispute) error {
	if len(disputes) == 0 && len(p.revision.Disputes) == 0 {
		return nil
	}
	if err := p.office.SaveDisputes(context.Background(), disputes); err != nil {
		return err
	}
	p.revision.Disputes = disputes
	return nil
}

// askWaiting asks about what was put off, as the text stands now.
func (p *Page) askWaiting() {
	if len(p.revision.Disputes) == 0 || !p.ownDraft() {
		return
	}
	p.editing.leave()
	p.merged = redline.Merged{Blocks: p.editing.editor.Blocks()}
	p.rival, p.fromWaiting = p.revision.Disputes[0].Rival, true
	for _, d := range p.revision.Disputes {
		if d.Rival == p.rival {
			p.merged.Conflicts = append(p.merged.Conflicts, d.Conflict.Now(p.merged.Blocks))
		}
	}
	p.askDispute()
}

// settledAll tells whether nothing waits to be settled, and asks about it else.
func (p *Page) settledAll() bool {
	if len(p.revision.Disputes) == 0 {
		return true
	}
	p.host.Say(words.Text("strategy.settle_before"), words.Text("strategy.waiting_choose"), p.askWaiting)
	return false
}
