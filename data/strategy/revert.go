package strategy

import (
	"slices"

	"synlig/data/document"
	"synlig/data/redline"
)

// Revert puts the approved text back in the place of the changes with those
// numbers ("fortryd denne ændring"), as one step. c must compare with the text
// as it stands now; when it does not, nothing is done and ok is false.
func (e *Editor) Revert(c redline.Comparison, numbers ...int) (effect Effect, ok bool) {
	if !slices.EqualFunc(c.Draft, e.blocks, same) {
		return e.nothing(), false
	}
	kept := redline.Apply(c, func(number int) bool { return !slices.Contains(numbers, number) })
	return e.replaceAll(Reverted, kept), true
}

// TakeIn makes blocks the whole text, as one step: a colleague's words merged
// in, or a conflict resolved. The caret stays in its block.
func (e *Editor) TakeIn(blocks []document.Block) Effect {
	return e.replaceAll(TakenIn, blocks)
}

// replaceAll makes blocks the text by touching only those that differ.
func (e *Editor) replaceAll(deed Deed, blocks []document.Block) Effect {
	blocks = e.named(blocks, nil)
	for i, b := range blocks {
		if len(b.Spans) > 0 { // texts put together may have parted a letter from its accent
			blocks[i] = withRuns(b, b.Runs(0, len(b.Text))...)
		}
	}
	head := 0
	for head < min(len(e.blocks), len(blocks)) && same(e.blocks[head], blocks[head]) {
		head++
	}
	tail := 0
	for tail < min(len(e.blocks), len(blocks))-head && same(e.blocks[len(e.blocks)-1-tail], blocks[len(blocks)-1-tail]) {
		tail++
	}
	was, now := e.blocks[head:len(e.blocks)-tail], blocks[head:len(blocks)-tail]
	var splices []splice
	if slices.EqualFunc(was, now, func(a, b document.Block) bool { return a.ID == b.ID }) {
		for k := range now {
			splices = append(splices, e.put(head+k, now[k]))
		}
	} else {
		splices = append(splices, e.swap(head, len(was), slices.Clone(now)...))
	}
	return e.do(deed, e.caretAmong(blocks), splices...)
}

// caretAmong is where the caret stands once blocks are the text.
func (e *Editor) caretAmong(blocks []document.Block) Caret {
	i := slices.IndexFunc(blocks, func(b document.Block) bool { return b.ID == e.caret.Block })
	if i < 0 {
		return Caret{}
	}
	old, _ := e.Block(e.caret.Block)
	text := blocks[i].Text
	follow := func(at int) int {
		change := difference(old.Text, text, -1)
		if at >= change.to { // behind what differs it moves along
			return onLetter(text, at+len(text)-len(old.Text))
		}
		return onLetter(text, min(at, change.from+len(change.text)))
	}
	return Caret{e.caret.Block, follow(e.caret.From), follow(e.caret.To)}
}
