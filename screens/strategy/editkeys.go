package strategy

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"synlig/data/strategy"
)

// key takes a key of the open block that concerns more than its words, and
// tells whether it did.
func (e *editing) key(key *fyne.KeyEvent) bool {
	f := e.row.field
	from, to := f.selection()
	switch key.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		e.split()
	case fyne.KeyTab:
		e.next(shifted())
	case fyne.KeyBackspace:
		if from != to || to > 0 {
			return false
		}
		e.did(e.editor.MergeWithPrevious(e.block))
	case fyne.KeyDelete:
		if from != to || to < len(f.Text) {
			return false
		}
		e.did(e.editor.MergeWithNext(e.block))
	case fyne.KeyUp, fyne.KeyLeft, fyne.KeyDown, fyne.KeyRight:
		return e.walk(key, from, to)
	default:
		return e.page.stepKey(key)
	}
	return true
}

// split divides the block at the caret.
func (e *editing) split() {
	from, to := e.row.field.selection()
	if from < to {
		e.did(e.editor.PasteText(e.block, from, to, ""))
	}
	e.did(e.editor.Split(e.block, from))
}

// walk goes on in the block before or behind, where the caret can go no further.
func (e *editing) walk(key *fyne.KeyEvent, from, to int) bool {
	f := e.row.field
	if from != to || shifted() {
		return false
	}
	switch {
	case key.Name == fyne.KeyUp && f.CursorRow == 0, key.Name == fyne.KeyLeft && to == 0:
		return e.step(-1, true)
	case key.Name == fyne.KeyDown && f.CursorRow == f.Lines()-1, key.Name == fyne.KeyRight && to == len(f.Text):
		return e.step(1, false)
	}
	return false
}

// next opens the block behind, or the one before; beyond the ends it leaves.
func (e *editing) next(back bool) {
	by := 1
	if back {
		by = -1
	}
	if e.step(by, false) {
		return
	}
	e.page.host.Canvas().Focus(e.page.paper.rows)
	e.leave()
}

// step opens a neighbour of the open block, and tells whether there is one.
func (e *editing) step(by int, atEnd bool) bool {
	i := e.editor.Index(e.block) + by
	if i < 0 || i >= e.editor.Len() {
		return false
	}
	b, at := e.editor.At(i), 0
	if atEnd {
		at = len(b.Text)
	}
	e.open(b.ID, at)
	return true
}

// shortcut takes a shortcut of the open block, and tells whether it did.
func (e *editing) shortcut(s fyne.Shortcut) bool {
	switch s := s.(type) {
	case *fyne.ShortcutUndo:
		e.page.Undo()
	case *fyne.ShortcutRedo:
		e.page.Redo()
	case *fyne.ShortcutPaste:
		from, to := e.row.field.selection()
		e.did(e.editor.PasteText(e.block, from, to, s.Clipboard.Content()))
	case *desktop.CustomShortcut:
		switch {
		case s.Modifier != fyne.KeyModifierShortcutDefault:
			return false
		case s.KeyName == fyne.KeyUp:
			e.move((*strategy.Editor).MoveUp)
		case s.KeyName == fyne.KeyDown:
			e.move((*strategy.Editor).MoveDown)
		default:
			return false
		}
	default:
		return false
	}
	return true
}

// move moves the open block; the caret goes with it.
func (e *editing) move(by func(*strategy.Editor, string) strategy.Effect) {
	if e.block == "" {
		return
	}
	e.place()
	e.did(by(e.editor, e.block))
}

// place tells the Editor where the caret stands, for what keeps it there.
func (e *editing) place() {
	from, to := e.row.field.selection()
	e.editor.Place(strategy.Caret{Block: e.block, From: from, To: to})
}
