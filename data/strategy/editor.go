package strategy

import (
	"crypto/rand"
	"slices"
	"strings"
	"time"

	"synlig/data/clock"
	"synlig/data/document"
)

// Editor is the draft while somebody writes in it. It keeps the ids of its
// blocks, so that a paragraph still pairs with its origin after any number of
// edits, and it can take back and redo everything, across blocks.
//
// Every operation says in an Effect which blocks it touched and where the
// caret stands now. An operation on a block that is not there, or one that
// changes nothing, changes nothing and is no step to undo. Places in a text
// are bytes; one that lies outside or within a letter is moved to the nearest
// letter before it.
//
// An Editor belongs to one goroutine. What Blocks gave stays as it is while
// the Editor goes on, and may be read by others.
type Editor struct {
	blocks  []document.Block
	options Options
	done    []step
	undone  []step
	caret   Caret
	typing  typing
	pending pending
	last    int // where a block was found last
}

// Options are what an Editor takes from outside. The zero value is good.
type Options struct {
	// Clock tells how long somebody has paused between two keys. Nil is the
	// machine's own.
	Clock clock.Clock
	// Pause is how long one may wait between two keys of what is undone as
	// one; 0 means one second.
	Pause time.Duration
	// NewID gives an id that no block has had yet. Nil draws ten letters and
	// digits by chance.
	NewID func() string
}

// Caret is where somebody writes.
type Caret struct {
	Block string // the block's id; "" before anybody has written
	// From and To are bytes of the block's text. They are the same for a
	// caret and apart for a selection.
	From, To int
}

// Effect is what an operation did: the blocks [At, At+Out) became the blocks
// [At, At+In). All else stands as it did, moved along by In-Out.
type Effect struct {
	Caret       Caret
	At, Out, In int
}

// Changed tells whether any block was touched.
func (e Effect) Changed() bool { return e.Out > 0 || e.In > 0 }

// NewEditor begins to edit blocks, which it does not change. A block without
// an id, or with one that stands earlier, is given a new one.
func NewEditor(blocks []document.Block, options Options) *Editor {
	if options.Clock == nil {
		options.Clock = clock.System
	}
	if options.Pause == 0 {
		options.Pause = time.Second
	}
	if options.NewID == nil {
		options.NewID = func() string { return strings.ToLower(rand.Text()[:10]) }
	}
	e := &Editor{options: options}
	e.blocks = e.named(blocks, nil)
	return e
}

// named gives ids to those of blocks that have none, or one that taken or an
// earlier block has.
func (e *Editor) named(blocks []document.Block, taken map[string]bool) []document.Block {
	all := slices.Clone(blocks)
	seen := make(map[string]bool, len(blocks))
	for _, b := range blocks {
		seen[b.ID] = false
	}
	for i := range all {
		for id := all[i].ID; id == "" || seen[id] || taken[id]; all[i].ID = id {
			id = e.newID(seen, taken)
		}
		seen[all[i].ID] = true
	}
	return all
}

// newID is an id that no block has.
func (e *Editor) newID(more ...map[string]bool) string {
	for {
		id := e.options.NewID()
		known := func(ids map[string]bool) bool { _, ok := ids[id]; return ok }
		if id != "" && e.Index(id) < 0 && !slices.ContainsFunc(more, known) {
			return id
		}
	}
}

// Blocks are the text as it stands now.
func (e *Editor) Blocks() []document.Block { return slices.Clone(e.blocks) }

// Len is the number of blocks.
func (e *Editor) Len() int { return len(e.blocks) }

// At is block i.
func (e *Editor) At(i int) document.Block { return e.blocks[i] }

// Index is where the block with that id stands, -1 when there is none.
func (e *Editor) Index(id string) int {
	if id == "" {
		return -1
	}
	if e.last < len(e.blocks) && e.blocks[e.last].ID == id {
		return e.last
	}
	i := slices.IndexFunc(e.blocks, func(b document.Block) bool { return b.ID == id })
	if i >= 0 {
		e.last = i
	}
	return i
}

// Block is the block with that id.
func (e *Editor) Block(id string) (document.Block, bool) {
	if i := e.Index(id); i >= 0 {
		return e.blocks[i], true
	}
	return document.Block{}, false
}

// Caret is where the caret stands as far as the Editor knows.
func (e *Editor) Caret() Caret { return e.caret }

// Place tells that somebody put the caret elsewhere, by mouse or arrow keys.
// What is typed next is undone by itself.
func (e *Editor) Place(c Caret) {
	if c == e.caret {
		return
	}
	e.Boundary()
	if e.Index(c.Block) >= 0 {
		e.caret = e.onLetters(c)
	}
}

// Boundary ends what is undone as one: a pause, another entry, a save.
func (e *Editor) Boundary() {
	e.typing.open = false
	e.pending = pending{}
}

// nothing is the effect of an operation that could not be done.
func (e *Editor) nothing() Effect { return Effect{Caret: e.caret} }
