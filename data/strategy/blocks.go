package strategy

import (
	"strings"

	"synlig/data/document"
)

// Split divides a block at a byte of its text (Enter). The first half keeps the
// id; a block with all its text behind the caret keeps it, too, and gets an
// empty one before it. Spaces at the cut stay at the end of the first half, so
// that MergeWithPrevious brings back what was.
//
// Behind a heading comes a paragraph. In an empty item or quotation Enter
// divides nothing: it goes one level out, and at last back to a paragraph.
func (e *Editor) Split(id string, at int) Effect {
	i := e.Index(id)
	if i < 0 {
		return e.nothing()
	}
	b := e.blocks[i]
	at = onLetter(b.Text, at)
	rest := document.Block{ID: e.newID(), Kind: b.Kind, Level: b.Level}
	switch {
	case b.Text == "" && b.Kind != document.Paragraph:
		return e.do(Formed, Caret{Block: id}, e.put(i, outward(b)))
	case at == 0 && b.Text != "":
		if b.Kind.HeadingLevel() > 0 {
			rest.Kind = document.Paragraph
		}
		return e.do(Divided, Caret{Block: id}, e.swap(i, 1, rest, b))
	}
	for at < len(b.Text) && b.Text[at] == ' ' {
		at++
	}
	if at == len(b.Text) && b.Kind.HeadingLevel() > 0 {
		rest.Kind = document.Paragraph
	}
	first, rest := withRuns(b, before(b, at)...), withRuns(rest, after(b, at)...)
	return e.do(Divided, Caret{Block: rest.ID}, e.swap(i, 1, first, rest))
}

// outward is b one level further out, or a paragraph.
func outward(b document.Block) document.Block {
	if b.Kind.IsList() && b.Level > 0 {
		b.Level--
		return b
	}
	b.Kind, b.Level = document.Paragraph, 0
	return b
}

// MergeWithPrevious puts a block's text behind that of the block before it
// (Backspace at the start). The block before keeps its id and form, unless it
// is empty: then it goes. Between two sentences comes a space. The first block
// stays as it is.
func (e *Editor) MergeWithPrevious(id string) Effect {
	i := e.Index(id)
	if i < 1 {
		return e.nothing()
	}
	first, rest := e.blocks[i-1], e.blocks[i]
	if first.Text == "" && rest.Text != "" {
		return e.do(Joined, Caret{Block: id}, e.swap(i-1, 2, rest))
	}
	runs := before(first, len(first.Text))
	if sentenceEnd(first.Text) && rest.Text != "" && !strings.HasPrefix(rest.Text, " ") {
		runs = append(runs, document.Run{Text: " "})
	}
	both := withRuns(first, append(runs, before(rest, len(rest.Text))...)...)
	at := onLetter(both.Text, len(both.Text)-len(rest.Text))
	return e.do(Joined, Caret{first.ID, at, at}, e.swap(i-1, 2, both))
}

// MergeWithNext is MergeWithPrevious of the next block (Delete at the end).
func (e *Editor) MergeWithNext(id string) Effect {
	i := e.Index(id)
	if i < 0 || i+1 == len(e.blocks) {
		return e.nothing()
	}
	return e.MergeWithPrevious(e.blocks[i+1].ID)
}

// MoveUp moves a block before the one before it. The caret goes with it.
func (e *Editor) MoveUp(id string) Effect {
	i := e.Index(id)
	if i < 1 {
		return e.nothing()
	}
	return e.do(Moved, e.caretIn(id), e.swap(i-1, 2, e.blocks[i], e.blocks[i-1]))
}

// MoveDown moves a block behind the one behind it.
func (e *Editor) MoveDown(id string) Effect {
	i := e.Index(id)
	if i < 0 || i+1 == len(e.blocks) {
		return e.nothing()
	}
	return e.do(Moved, e.caretIn(id), e.swap(i, 2, e.blocks[i+1], e.blocks[i]))
}

// caretIn is the caret if it stands in that block, else the block's start.
func (e *Editor) caretIn(id string) Caret {
	if e.caret.Block == id {
		return e.caret
	}
	return Caret{Block: id}
}

// Insert adds a block behind the one with the id after, or before all others
// when after is "". Effect.Caret names it.
func (e *Editor) Insert(after string, kind document.Kind, level int, text string) Effect {
	at := 0
	if after != "" {
		i := e.Index(after)
		if i < 0 {
			return e.nothing()
		}
		at = i + 1
	}
	text, _ = oneLine(text, 0)
	b := formed(document.Block{ID: e.newID(), Kind: kind, Level: level, Text: text})
	return e.do(Inserted, Caret{b.ID, len(text), len(text)}, e.swap(at, 0, b))
}

// Delete takes a block out. The caret goes to the end of the block before it,
// or to the start of the one behind it.
func (e *Editor) Delete(id string) Effect {
	i := e.Index(id)
	if i < 0 {
		return e.nothing()
	}
	caret := Caret{}
	switch {
	case i > 0:
		end := len(e.blocks[i-1].Text)
		caret = Caret{e.blocks[i-1].ID, end, end}
	case i+1 < len(e.blocks):
		caret.Block = e.blocks[i+1].ID
	}
	return e.do(Deleted, caret, e.swap(i, 1))
}
