package strategy

import (
	"strconv"

	"synlig/data/redline"
	"synlig/screens/words"
)

// revert puts the approved text back in the place of changes. When the numbers
// are not those of the text as it stands, it is compared first.
func (e *editing) revert(changes []redline.Change, said string) {
	if !e.can() || len(changes) == 0 {
		return
	}
	if !e.current() {
		e.then = func() { e.revert(e.known(changes), said) }
		e.compare()
		return
	}
	numbers := make([]int, len(changes))
	for i, c := range changes {
		numbers[i] = c.Number
	}
	effect, ok := e.editor.Revert(e.page.reading.comparison, numbers...)
	if !ok || !effect.Changed() {
		return
	}
	e.did(effect)
	e.compare()
	e.page.host.Say(said, words.Text("strategy.undo"), e.page.Undo)
}

// known are the changes of the newest comparison at the places of others.
func (e *editing) known(changes []redline.Change) (found []redline.Change) {
	for _, c := range e.page.reading.comparison.Changes {
		for _, old := range changes {
			if c.Anchor == old.Anchor {
				found = append(found, c)
				break
			}
		}
	}
	return found
}

// revertChange puts the approved text back for the change of the open card.
func (p *Page) revertChange(number int) {
	if c := p.change(number); c != nil {
		p.editing.revert([]redline.Change{*c}, words.Text("strategy.reverted", "n", strconv.Itoa(number)))
	}
}

// revertPoint puts the approved text back for all changes of a decision point.
func (p *Page) revertPoint(point int) {
	if p.reading == nil {
		return
	}
	var changes []redline.Change
	for _, c := range p.reading.comparison.Changes {
		if c.Note.Point == point {
			changes = append(changes, c)
		}
	}
	p.editing.revert(changes, words.Count("strategy.reverted_point", len(changes), "point", number(point)))
}
