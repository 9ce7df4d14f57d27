package strategy

import (
	"slices"
	"strings"

	"synlig/data/document"
)

// PasteText puts text in the place of the bytes [from, to) of a block. One line
// looks like what is typed there; several become blocks as document.FromText
// reads them.
func (e *Editor) PasteText(id string, from, to int, text string) Effect {
	line := strings.TrimRight(text, "\r\n")
	if strings.ContainsAny(line, "\r\n") {
		return e.PasteBlocks(id, from, to, document.FromText(strings.ReplaceAll(line, "\r\n", "\n")))
	}
	i := e.Index(id)
	if i < 0 {
		return e.nothing()
	}
	b := e.blocks[i]
	from, to = rangeOf(b.Text, from, to)
	line, _ = oneLine(line, 0)
	style := e.typedStyle(b, edit{from: from, to: to})
	now := around(b, from, to, document.Run{Text: line, Style: style})
	at := onLetter(now.Text, len(now.Text)-(len(b.Text)-to))
	return e.do(Pasted, Caret{id, at, at}, e.put(i, now))
}

// PasteBlocks puts blocks in the place of the bytes [from, to) of a block, with
// their marks: a single one into its text; several so that the first goes on
// with the text before the caret and the last with the text behind it. An
// empty block gives way to what is pasted. A block that was cut out of this
// text keeps its id; others get new ones.
//
// When no block has that id, the blocks are pasted behind all others.
func (e *Editor) PasteBlocks(id string, from, to int, blocks []document.Block) Effect {
	pasted := e.cleaned(blocks)
	i := e.Index(id)
	if len(pasted) == 0 {
		return e.nothing()
	}
	if i < 0 {
		return e.do(Pasted, endOf(pasted), e.swap(len(e.blocks), 0, pasted...))
	}
	b := e.blocks[i]
	from, to = rangeOf(b.Text, from, to)
	head, tail := before(b, from), after(b, to)
	first := &pasted[0]
	if len(pasted) == 1 && (len(head)+len(tail) > 0 || first.Kind == document.Paragraph) {
		now := around(b, from, to, before(*first, len(first.Text))...)
		at := onLetter(now.Text, len(now.Text)-(len(b.Text)-to))
		return e.do(Pasted, Caret{id, at, at}, e.put(i, now))
	}
	caret := endOf(pasted)
	if len(head) > 0 {
		*first = withRuns(b, slices.Concat(head, before(*first, len(first.Text)))...)
	} else {
		first.ID = b.ID
	}
	if last := &pasted[len(pasted)-1]; len(tail) > 0 {
		end := len(last.Text)
		*last = withRuns(*last, slices.Concat(before(*last, end), tail)...)
		caret = Caret{last.ID, end, end}
	} else {
		caret.Block = last.ID
	}
	return e.do(Pasted, caret, e.swap(i, 1, pasted...))
}

// endOf is the end of the last of blocks.
func endOf(blocks []document.Block) Caret {
	last := blocks[len(blocks)-1]
	return Caret{last.ID, len(last.Text), len(last.Text)}
}

// cleaned makes blocks from anywhere what the model allows, with ids that no
// block of the text has. Empty ones are left out.
func (e *Editor) cleaned(blocks []document.Block) []document.Block {
	taken := make(map[string]bool, len(e.blocks))
	for _, b := range e.blocks {
		taken[b.ID] = true
	}
	var clean []document.Block
	for _, b := range blocks {
		kind := b.Kind
		if kind > document.Quote {
			kind = document.Paragraph
		}
		id := b.ID
		if b = formed(document.NewBlock(kind, b.Level, b.Runs(0, len(b.Text))...)); b.Text != "" {
			b.ID = id
			clean = append(clean, b)
		}
	}
	return e.named(clean, taken)
}
