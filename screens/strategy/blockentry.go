package strategy

import (
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"synlig/data/strategy"
	"synlig/screens/kit"
)

// blockEntry is the field in which a block is written. It holds one paragraph;
// the keys that lead out of it, divide it or join it are the page's.
type blockEntry struct {
	kit.Entry
	editing *editing
	filling bool // the page fills the field, nobody writes
	anchor  int  // where the caret stood when nothing was selected, in letters
}

func newBlockEntry(e *editing) *blockEntry {
	b := &blockEntry{editing: e}
	b.MultiLine = true
	b.Wrapping = fyne.TextWrapWord
	b.OnChanged = func(text string) {
		if !b.filling {
			e.typed(text, b.caret())
		}
	}
	b.OnCursorChanged = func() {
		if !b.filling && b.SelectedText() == "" {
			b.anchor = b.CursorTextOffset()
		}
	}
	b.OnEscape = func() bool {
		e.page.host.Canvas().Focus(e.page.paper.rows)
		e.leave()
		return true
	}
	b.OnFocus = func(has bool) {
		if !has {
			e.page.drafts.flush()
		}
	}
	b.ExtendBaseWidget(b)
	return b
}

// AcceptsTab says yes: Tab goes to the next block, which is no other field.
func (b *blockEntry) AcceptsTab() bool { return true }

// fill puts a text into the field.
func (b *blockEntry) fill(text string) {
	if b.Text == text {
		return
	}
	b.filling = true
	defer func() { b.filling = false }()
	b.SetText(text)
}

// caret is the byte of the text before which the caret stands.
func (b *blockEntry) caret() int { return byteOf(b.Text, b.CursorTextOffset()) }

// byteOf is where the letter with that number begins.
func byteOf(text string, letter int) int {
	at := 0
	for ; letter > 0 && at < len(text); letter-- {
		_, size := utf8.DecodeRuneInString(text[at:])
		at += size
	}
	return at
}

// selection are the bytes that are chosen; a caret where nothing is.
func (b *blockEntry) selection() (from, to int) {
	at := b.CursorTextOffset()
	n := utf8.RuneCountInString(b.SelectedText())
	letters := []rune(b.Text)
	switch fits := func(from int) bool {
		return from >= 0 && from+n <= len(letters) && string(letters[from:from+n]) == b.SelectedText()
	}; {
	case n == 0:
		return byteOf(b.Text, at), byteOf(b.Text, at)
	case fits(at-n) && (!fits(at) || b.anchor != at+n):
		return byteOf(b.Text, at-n), byteOf(b.Text, at)
	}
	return byteOf(b.Text, at), byteOf(b.Text, at+n)
}

// put moves the caret, and chooses what it spans.
func (b *blockEntry) put(c strategy.Caret) {
	b.filling = true
	defer func() { b.filling = false }()
	if b.SelectedText() != "" {
		b.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome}) // lets go of what was chosen
	}
	b.PutCaret(utf8.RuneCountInString(b.Text[:min(c.To, len(b.Text))]))
	b.anchor = b.CursorTextOffset()
	b.Refresh()
}

// TypedKey takes the keys that concern more than this block.
func (b *blockEntry) TypedKey(key *fyne.KeyEvent) {
	defer kit.Catch()
	if !b.editing.key(key) {
		b.Entry.TypedKey(key)
	}
}

// TypedShortcut takes back across blocks, and pastes paragraphs as blocks.
func (b *blockEntry) TypedShortcut(s fyne.Shortcut) {
	defer kit.Catch()
	if !b.editing.shortcut(s) {
		b.Entry.TypedShortcut(s)
	}
}

// shifted tells whether Shift is held.
func shifted() bool {
	d, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	return ok && d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0
}
