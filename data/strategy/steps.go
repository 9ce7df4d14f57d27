package strategy

import (
	"slices"

	"synlig/data/document"
)

// Deed names what a step did, so that the menu can say what would be undone.
type Deed uint8

// The deeds of an Editor.
const (
	Nothing Deed = iota
	Typed
	Divided
	Joined
	Moved
	Formed // kind or level
	Marked // bold, italic or link
	Inserted
	Deleted
	Pasted
	Reverted // the approved text put back
	TakenIn  // what a colleague wrote, merged in
)

var deedNames = [...]string{"nothing", "typed", "divided", "joined", "moved", "formed", "marked", "inserted", "deleted", "pasted", "reverted", "taken_in"}

// String is the deed's name among the translations.
func (d Deed) String() string { return deedNames[d] }

// maxSteps is how many steps can be undone at least: some days of writing.
// Beyond that the oldest are forgotten, a tenth at a time.
const maxSteps = 20_000

// splice puts blocks in the place of others. It is the one way the text ever
// changes, and it can be turned round.
type splice struct {
	at      int
	out, in []document.Block
}

// step is what is undone as one.
type step struct {
	deed          Deed
	splices       []splice
	before, after Caret
}

// do carries out splices as one step. Those that change nothing are left out.
func (e *Editor) do(deed Deed, after Caret, splices ...splice) Effect {
	e.Boundary()
	splices = slices.DeleteFunc(splices, func(s splice) bool { return slices.EqualFunc(s.out, s.in, same) })
	if len(splices) == 0 {
		e.caret = e.onLetters(after)
		return e.nothing()
	}
	before := e.caret
	effect := e.apply(splices, after)
	e.remember(step{deed, splices, before, after})
	return effect
}

func (e *Editor) remember(s step) {
	e.undone = nil
	e.done = append(e.done, s)
	if len(e.done) > maxSteps+maxSteps/10 {
		e.done = slices.Delete(e.done, 0, len(e.done)-maxSteps)
	}
}

// apply changes the text and tells what was touched in all.
func (e *Editor) apply(splices []splice, caret Caret) Effect {
	effect := Effect{At: -1}
	for _, s := range splices {
		if len(s.out) == len(s.in) { // a key must not move all blocks behind it
			copy(e.blocks[s.at:], s.in)
		} else {
			e.blocks = slices.Replace(e.blocks, s.at, s.at+len(s.out), s.in...)
		}
		effect.grow(s)
	}
	e.caret = e.onLetters(caret)
	effect.Caret = e.caret
	return effect
}

// onLetters is c between two letters of its block.
func (e *Editor) onLetters(c Caret) Caret {
	if b, ok := e.Block(c.Block); ok {
		c.From, c.To = onLetter(b.Text, c.From), onLetter(b.Text, c.To)
	}
	return c
}

// grow widens what was touched by one more splice.
func (e *Effect) grow(s splice) {
	if e.At < 0 {
		e.At, e.Out, e.In = s.at, len(s.out), len(s.in)
		return
	}
	from, to := min(e.At, s.at), max(e.At+e.In, s.at+len(s.out))
	e.Out += to - from - e.In
	e.In = to - from + len(s.in) - len(s.out)
	e.At = from
}

// CanUndo is what Undo would take back, Nothing when there is nothing.
func (e *Editor) CanUndo() Deed { return lastDeed(e.done) }

// CanRedo is what Redo would do again, Nothing when there is nothing.
func (e *Editor) CanRedo() Deed { return lastDeed(e.undone) }

func lastDeed(steps []step) Deed {
	if len(steps) == 0 {
		return Nothing
	}
	return steps[len(steps)-1].deed
}

// Undo takes the last step back, and puts the caret where it stood before.
func (e *Editor) Undo() Effect {
	e.Boundary()
	if len(e.done) == 0 {
		return e.nothing()
	}
	s := e.done[len(e.done)-1]
	e.done = e.done[:len(e.done)-1]
	e.undone = append(e.undone, s)
	back := make([]splice, 0, len(s.splices))
	for _, p := range slices.Backward(s.splices) {
		back = append(back, splice{p.at, p.in, p.out})
	}
	return e.apply(back, s.before)
}

// Redo does again what Undo took back last.
func (e *Editor) Redo() Effect {
	e.Boundary()
	if len(e.undone) == 0 {
		return e.nothing()
	}
	s := e.undone[len(e.undone)-1]
	e.undone = e.undone[:len(e.undone)-1]
	e.done = append(e.done, s)
	return e.apply(s.splices, s.after)
}

// same tells whether two blocks are the same one with the same content.
func same(a, b document.Block) bool { return a.ID == b.ID && a.Equal(b) }

// put is the splice that makes block i be b.
func (e *Editor) put(i int, b document.Block) splice { return e.swap(i, 1, b) }

// swap is the splice that puts blocks in the place of n blocks from i on.
func (e *Editor) swap(i, n int, blocks ...document.Block) splice {
	return splice{i, slices.Clone(e.blocks[i : i+n]), blocks}
}
