package strategy

import (
	"synlig/data/redline"
	"synlig/data/strategy"
	"synlig/screens/words"
)

// readOwn is the reading of a revision of the strategy itself, with what of the
// last meeting's suggestions is not in it.
func readOwn(r strategy.Revision, weighty []string) *reading {
	result := read(r.Compare(weighty))
	result.pending = r.Pending(result.comparison)
	return result
}

// offersSuggestions tells whether the card has something to offer.
func (p *Page) offersSuggestions() bool {
	return p.compared == nil && !p.submitted() && p.reading != nil && len(p.reading.pending) > 0
}

// takeUp puts the last meeting's suggestions into the draft as one step, and
// gives their changes the reasons they had.
func (p *Page) takeUp() {
	if !p.ownDraft() {
		return
	}
	p.editing.leave()
	if !p.editing.current() {
		p.editing.then = p.takeUp
		p.editing.compare()
		return
	}
	pending := p.reading.pending
	if len(pending) == 0 {
		p.host.Say(words.Text("strategy.no_suggestions"), "", nil)
		return
	}
	revision, version := p.revision, p.editing.version
	revision.Draft.Blocks = p.editing.editor.Blocks()
	var merged redline.Merged
	var said []redline.Note
	p.ask(func() { merged, said = revision.TakeUp(pending...) }, func() {
		if version != p.editing.version { // somebody wrote on meanwhile
			p.takeUp()
			return
		}
		p.notes.add(said)
		p.takeIn(merged, rivalSuggested, words.Count("strategy.taken_up", len(pending)))
	})
}
