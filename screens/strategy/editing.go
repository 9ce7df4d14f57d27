package strategy

import (
	"time"

	"fyne.io/fyne/v2"

	"synlig/data/redline"
	"synlig/data/strategy"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// comparePause is how long a person stops writing before the whole text is
// compared again. The block that is written in is marked at once.
const comparePause = 120 * time.Millisecond

// editing is the draft while somebody writes in it: which block is open, and
// what was written since the text was last compared. What an edit does is
// decided by the Editor; here it is shown.
type editing struct {
	page   *Page
	editor *strategy.Editor // nil until a draft was read
	base   map[string]int   // where a base block stands, by id
	row    *editRow
	block  string // id of the open block, "" for none

	version   int    // counts everything that was written
	shape     int    // counts what changed which blocks there are, and in which order
	comparing bool   // a comparison is on its way
	again     bool   // and what was written since wants another
	wait      func() // stops the waiting for a pause; nil when nothing waits
	then      func() // what waits for the changes to be those of the text
}

// take makes a revision that was read the one that is edited. What is to be
// undone stays, as long as it is the same draft.
func (e *editing) take(r *strategy.Revision) {
	e.base = make(map[string]int, len(r.Base.Blocks))
	for i, b := range r.Base.Blocks {
		e.base[b.ID] = i
	}
	if e.editor == nil || e.page.revision.Draft.Number != r.Draft.Number {
		e.editor = strategy.NewEditor(r.Draft.Blocks, strategy.Options{Clock: e.page.now})
		e.shut()
	} else {
		e.editor.TakeIn(r.Draft.Blocks)
	}
	e.version++
	e.shape++
	r.Draft.Blocks = e.editor.Blocks()
	if e.block != "" {
		e.refill(e.editor.Caret())
	}
}

// can tells whether the draft can be written in as it is shown.
func (e *editing) can() bool {
	p := e.page
	return e.editor != nil && p.reading != nil && p.compared == nil && p.paper.view != inParallel && !p.submitted()
}

// text is the text of a block of the draft, "" when there is none.
func (e *editing) text(id string) string {
	if e.editor == nil {
		return ""
	}
	b, _ := e.editor.Block(id)
	return b.Text
}

// shows tells whether text i of the sheet is the block that is open.
func (e *editing) shows(i int) bool {
	return e.block != "" && e.page.paper.texts[i].draft == e.block
}

// open opens a block for writing where it stands, with the caret before a byte
// of its text.
func (e *editing) open(id string, at int) {
	if !e.can() || e.editor.Index(id) < 0 {
		if p := e.page; p.submitted() && p.compared == nil {
			p.host.Say(words.Text("strategy.is_submitted"), words.Text("strategy.withdraw"), p.withdraw)
		}
		return
	}
	e.editor.Place(strategy.Caret{Block: id, From: at, To: at})
	e.put(strategy.Caret{Block: id, From: at, To: at})
}

// put opens the block of a caret and gives it the keyboard.
func (e *editing) put(c strategy.Caret) {
	b, ok := e.editor.Block(c.Block)
	if !ok {
		e.leave()
		return
	}
	e.block = c.Block
	e.row.fill(b)
	e.page.paper.rows.Reset()
	e.row.field.put(c)
	e.keepInSight()
	e.page.host.Canvas().Focus(e.row.field)
}

// refill shows the open block as it became by other means than writing in it.
func (e *editing) refill(c strategy.Caret) {
	b, ok := e.editor.Block(e.block)
	if !ok {
		e.shut()
		return
	}
	e.row.fill(b)
	if c.Block == e.block {
		e.row.field.put(c)
	}
}

// leave closes the open block: it is marked as all the others.
func (e *editing) leave() {
	if e.block == "" {
		return
	}
	e.editor.Boundary()
	e.shut()
	e.page.paper.rows.Reset()
	e.page.drafts.flush()
}

// shut forgets the open block.
func (e *editing) shut() { e.block = "" }

// typed takes what the field holds after a key.
func (e *editing) typed(text string, caret int) {
	if e.block == "" {
		return
	}
	effect := e.editor.Type(e.block, text, caret)
	if !effect.Changed() {
		return
	}
	e.written(effect)
	if e.editor.At(effect.At).Text != text { // what cannot stand in a block was taken out
		e.refill(effect.Caret)
	}
	e.keepInSight()
}

// did shows what an operation on blocks did, and goes on where it left the caret.
func (e *editing) did(effect strategy.Effect) {
	if !effect.Changed() {
		return
	}
	e.shape++
	e.written(effect)
	switch {
	case e.block == "":
		e.page.paper.revealBlock(effect.Caret.Block)
	case effect.Caret.Block == "":
		e.leave()
	default:
		e.put(effect.Caret)
	}
}

// written shows blocks that were touched, and sees to it that they are saved
// and the whole text compared.
func (e *editing) written(effect strategy.Effect) {
	e.version++
	e.page.paper.patch(effect)
	e.page.drafts.touched()
	e.compareSoon()
}

// keepInSight scrolls so that the line that is written in can be seen.
func (e *editing) keepInSight() {
	if i := e.page.paper.openText(); i >= 0 {
		top := e.page.paper.rows.Top(e.page.paper.row[i])
		from, to := e.row.line()
		room := kit.Scaled(kit.Groups) // the field's own edge with it
		e.page.paper.rows.Keep(top+from-room, top+to+room)
	}
}

// compareSoon compares the whole text when writing has paused.
func (e *editing) compareSoon() {
	if e.wait != nil {
		e.wait()
	}
	e.wait = e.page.after(comparePause, e.compare)
}

// compare derives all changes anew, beside the UI goroutine.
func (e *editing) compare() {
	if e.wait != nil {
		e.wait()
		e.wait = nil
	}
	if e.comparing {
		e.again = true
		return
	}
	p := e.page
	e.comparing = true
	revision := p.revision
	revision.Draft.Blocks = e.editor.Blocks()
	revision.Notes = append([]redline.Note(nil), revision.Notes...)
	asked, version, shape := p.asked, e.version, e.shape
	var result *reading
	p.start(
		func() { result = readOwn(revision, p.options.Weighty) },
		func() {
			e.comparing = false
			if asked == p.asked && p.compared == nil && shape == e.shape {
				p.revision.Draft.Blocks = revision.Draft.Blocks
				p.renew(result)
				if version != e.version {
					e.patchOpen()
				}
			}
			if e.again {
				e.again = false
				e.compare()
			} else if then := e.then; then != nil && e.current() {
				e.then = nil
				then()
			}
		})
}

// patchOpen marks the open block as it became while the text was compared.
func (e *editing) patchOpen() {
	if i := e.editor.Index(e.block); i >= 0 {
		e.page.paper.patch(strategy.Effect{At: i, Out: 1, In: 1})
	}
}

// current tells whether the changes that are shown are those of the text.
func (e *editing) current() bool { return !e.comparing && e.wait == nil }

// Undo takes back what was written last, wherever that was.
func (p *Page) Undo() {
	if p.editing.can() {
		p.editing.did(p.editing.editor.Undo())
	}
}

// Redo does again what was taken back.
func (p *Page) Redo() {
	if p.editing.can() {
		p.editing.did(p.editing.editor.Redo())
	}
}

var _ fyne.Focusable = (*blockEntry)(nil)
