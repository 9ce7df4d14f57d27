package strategy

import (
	"context"
	"errors"
	"slices"
	"sync"
	"time"

	"synlig/data/redline"
)

// savePause is how long a person stops writing before a reason is saved.
const savePause = 800 * time.Millisecond

// notes saves what is said about changes: a while after the last key, when the
// field is left, and before the page goes. Nobody presses save.
type notes struct {
	page    *Page
	waiting []redline.Note // not saved yet, the newest of each place
	sending []redline.Note // on its way; nil when nothing is
	writer  sync.Mutex     // held while notes go to the workspace, in order
	pause   func()         // stops the waiting for a pause; nil when nothing waits
}

// write takes a new reason for a change.
func (n *notes) write(number int, reason string) {
	c := n.page.change(number)
	if c == nil || c.Note.Reason == reason {
		return
	}
	c.Note.Reason = reason
	n.keep(c)
	n.rest()
	n.pause = n.page.after(savePause, n.flush)
}

// rest stops the waiting for a pause.
func (n *notes) rest() {
	if n.pause != nil {
		n.pause()
		n.pause = nil
	}
}

// judge takes a class and a decision point for a change. What belongs together
// may be another then, so the texts are compared anew.
func (n *notes) judge(number int, class redline.Class, point int) {
	c := n.page.change(number)
	if c == nil {
		return
	}
	c.Note.Class, c.Note.Point = class, point
	n.keep(c)
	n.flush()
	n.page.compare()
}

// keep notes that a change's note is to be saved, and puts it in the revision,
// from which the next comparison takes it.
func (n *notes) keep(c *redline.Change) {
	if c.Note.Anchor == (redline.Anchor{}) {
		c.Note.Anchor = c.Anchor
	}
	c.Note.Author, c.Note.At = n.page.host.Person().Name, n.page.now()
	if c.Note.Reason == "" && c.Note.Class == "" && c.Note.Point == 0 {
		c.Note.Author = "" // nothing is said any more
	}
	n.waiting = put(n.waiting, c.Note)
	n.page.revision.Notes = put(append([]redline.Note(nil), n.page.revision.Notes...), c.Note)
}

// add keeps notes that were said before, where nothing else is said already.
func (n *notes) add(said []redline.Note) {
	known := n.page.revision.Notes
	n.page.revision.Notes = merge(said, known)
	for _, note := range said {
		if !slices.ContainsFunc(known, func(k redline.Note) bool { return k.Anchor == note.Anchor }) {
			n.waiting = put(n.waiting, note)
		}
	}
	n.flush()
}

// take keeps notes in the place of what was said at the same places.
func (n *notes) take(said []redline.Note) {
	if len(said) == 0 {
		return
	}
	n.page.revision.Notes = merge(n.page.revision.Notes, said)
	n.waiting = merge(n.waiting, said)
	n.flush()
}

// put replaces the note of the same place, or adds one.
func put(notes []redline.Note, note redline.Note) []redline.Note {
	for i := range notes {
		if notes[i].Anchor == note.Anchor {
			notes[i] = note
			return notes
		}
	}
	return append(notes, note)
}

// merge is the older notes with the newer over them.
func merge(older, newer []redline.Note) []redline.Note {
	notes := append([]redline.Note(nil), older...)
	for _, note := range newer {
		notes = put(notes, note)
	}
	return notes
}

// flush saves what waits, beside the UI goroutine.
func (n *notes) flush() {
	n.rest()
	if len(n.waiting) == 0 || n.sending != nil {
		return // what waits goes when the batch on its way has arrived
	}
	batch := n.waiting
	n.sending, n.waiting = batch, nil
	var rest []redline.Note
	var err error
	n.page.start(
		func() { rest, err = n.send(batch) },
		func() { n.sent(rest, err) })
}

// send saves a batch and gives what could not be saved, with the reason why.
func (n *notes) send(batch []redline.Note) (rest []redline.Note, err error) {
	n.writer.Lock()
	defer n.writer.Unlock()
	for i, note := range batch {
		if err := n.page.office.SaveNote(context.Background(), note); err != nil {
			return batch[i:], err
		}
	}
	return nil, nil
}

// sent takes note of how a batch went. What failed waits again, unless it was
// written anew meanwhile.
func (n *notes) sent(rest []redline.Note, err error) {
	n.sending = nil
	n.waiting = merge(rest, n.waiting)
	if err != nil {
		n.page.host.Fail(err)
		return
	}
	n.page.host.Saved(n.page.now())
	if len(n.waiting) > 0 {
		n.flush()
	}
}

// Unsaved tells whether something written is not in the workspace yet.
func (p *Page) Unsaved() bool {
	return len(p.notes.waiting) > 0 || p.notes.sending != nil || p.drafts.dirty()
}

// Save saves at once and tells how it went. What is on its way is saved once
// more, since nobody knows yet whether it will arrive.
func (p *Page) Save() error {
	n := &p.notes
	n.rest()
	batch := merge(n.sending, n.waiting)
	rest, err := n.send(batch)
	n.sending, n.waiting = nil, rest
	if err == nil && len(batch) > 0 {
		p.host.Saved(p.now())
	}
	return errors.Join(err, p.drafts.save())
}
