package strategy

import (
	"context"
	"slices"
	"sync"
	"time"

	"synlig/data/document"
	"synlig/data/fault"
	"synlig/data/people"
	"synlig/data/store"
)

// draftPause is how long what was written waits before it is saved, at most: a
// machine that stops loses less than a second of writing.
const draftPause = 700 * time.Millisecond

// drafts saves the draft: a moment after the first key, when the block is left,
// and before the page goes. Nobody presses save.
type drafts struct {
	page    *Page
	common  []document.Block // the text of the workspace that the draft goes on from
	from    string           // its document.Hash
	author  string           // who wrote it last
	changed time.Time        // and when
	kept    int              // editing.version of what is in the workspace
	sending []document.Block // on its way; nil when nothing is
	writer  sync.Mutex       // held while a draft goes to the workspace
	pause   func()           // stops the waiting; nil when nothing waits
}

// read takes note of the text that the workspace has, and of who wrote it.
func (d *drafts) read(draft document.Version, hash string) {
	d.common, d.from, d.kept = draft.Blocks, hash, d.page.editing.version
	d.author, d.changed = draft.Author, draft.Changed
}

// touched sees to it that what was written is saved soon.
func (d *drafts) touched() {
	if d.pause == nil {
		d.pause = d.page.after(draftPause, func() {
			d.pause = nil
			d.flush()
		})
	}
}

// dirty tells whether something is written that is not in the workspace.
func (d *drafts) dirty() bool {
	e := &d.page.editing
	return e.editor != nil && d.kept != e.version
}

// rest stops the waiting.
func (d *drafts) rest() {
	if d.pause != nil {
		d.pause()
		d.pause = nil
	}
}

// flush saves what was written, beside the UI goroutine.
func (d *drafts) flush() {
	if !d.dirty() || d.sending != nil || d.page.reloading || d.page.disputed() {
		return // what waits goes when what is on its way has arrived
	}
	d.rest()
	version, from := d.page.editing.version, d.from
	d.sending = d.page.editing.editor.Blocks()
	blocks, person := d.sending, d.page.host.Person()
	var hash string
	var err error
	d.page.start(
		func() { hash, err = d.send(from, blocks, person) },
		func() { d.sent(blocks, version, hash, err) })
}

// send saves a text that goes on from the one with that hash, and gives its own.
func (d *drafts) send(from string, blocks []document.Block, person people.Person) (hash string, err error) {
	d.writer.Lock()
	defer d.writer.Unlock()
	if _, err := d.page.office.SaveDraftBlocksFrom(context.Background(), from, blocks, person); err != nil {
		return "", err
	}
	return document.Hash(blocks), nil
}

// sent takes note of how it went. When a colleague has saved meanwhile, theirs
// is read and put together with what is written here.
func (d *drafts) sent(blocks []document.Block, version int, hash string, err error) {
	d.sending = nil
	switch {
	case fault.Is(err, store.DraftMovedOn):
		d.page.Reload()
	case err != nil:
		d.page.host.Fail(err)
	default:
		d.kept = version
		d.arrived(blocks, hash)
		if d.dirty() {
			d.touched()
		}
	}
}

// arrived takes note that a text of this person's is in the workspace.
func (d *drafts) arrived(blocks []document.Block, hash string) {
	d.common, d.from = blocks, hash
	d.author, d.changed = d.page.host.Person().Name, d.page.now()
	d.page.host.Saved(d.changed)
}

// save saves at once, for one who closes the window.
func (d *drafts) save() error {
	d.rest()
	if !d.dirty() {
		return nil
	}
	version, blocks := d.page.editing.version, d.page.editing.editor.Blocks()
	hash, err := d.send(d.from, blocks, d.page.host.Person())
	if err == nil {
		d.kept = version
		d.arrived(blocks, hash)
	}
	return err
}

// sameText tells whether two texts have the same blocks in the same order.
func sameText(a, b []document.Block) bool {
	return slices.EqualFunc(a, b, func(x, y document.Block) bool { return x.ID == y.ID && x.Equal(y) })
}
