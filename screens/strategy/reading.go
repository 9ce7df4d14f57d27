package strategy

import (
	"unicode"
	"unicode/utf8"

	"synlig/data/document"
	"synlig/data/redline"
	"synlig/screens/kit"
)

// reading is a comparison made ready to be shown: every view's paragraphs, the
// outline and where each change stands. It is plain data, made beside the UI
// goroutine.
type reading struct {
	comparison redline.Comparison
	marked     []paragraph // both texts, with marks
	clean      []paragraph // the draft as it would read
	pairs      []pair      // touched blocks, base and draft side by side
	outline    []heading
	places     []string            // by change number − 1: "afsnit 3.2 Facebook"
	first      []int               // by change number − 1: its first paragraph in marked
	clashes    []redline.Collision // what decision points want with the same words
	pending    []int               // the last meeting's suggestions that the draft has not got
}

// paragraph is one block of a view. block is its index in Comparison.Blocks,
// or, in the clean view, that of the block it comes from; draft is the id of the
// draft's block that it shows, "" for what is not in the draft.
type paragraph struct {
	block int
	text  kit.MarkedBlock
	draft string
	look  look
}

// pair is a touched block with the base at the left and the draft at the right.
type pair struct {
	block    int
	old, new kit.MarkedBlock
}

// heading is a line of the outline.
type heading struct {
	label, text string
	level       int
	paragraph   [2]int // where it stands in marked and in clean
	changes     int    // how many changes its section has
}

func read(c redline.Comparison) *reading {
	r := &reading{comparison: c, clashes: redline.Collisions(c), places: make([]string, len(c.Changes)), first: make([]int, len(c.Changes))}
	m := newMarker(c)
	for i := range c.Blocks {
		start := len(r.marked)
		r.marked = append(r.marked, m.block(i, bothTexts)...)
		for _, d := range c.Blocks[i].Draft {
			r.clean = append(r.clean, paragraph{block: i, text: m.plain(d), draft: m.c.Draft[d].ID})
		}
		r.note(m, i, start)
	}
	r.place(m)
	for _, list := range [][]paragraph{r.marked, r.clean} {
		for i := range list {
			list[i].look = lookOf(list[i].text)
		}
	}
	return r
}

// note adds a block's headings to the outline and its changes to the section.
func (r *reading) note(m *marker, i, start int) {
	b := &r.comparison.Blocks[i]
	for n, d := range b.Draft {
		block := m.c.Draft[d]
		if block.Kind.HeadingLevel() == 0 {
			continue
		}
		r.outline = append(r.outline, heading{
			label: m.draftLabels[d], text: block.Text, level: block.Kind.HeadingLevel(),
			paragraph: [2]int{min(start+n, len(r.marked)-1), len(r.clean) - len(b.Draft) + n},
		})
	}
	for _, number := range b.Changes {
		if c := r.comparison.Changes[number-1]; len(c.Blocks) == 0 || c.Blocks[0] != i {
			continue
		}
		r.first[number-1] = paragraphOf(r.marked, start, number)
		if len(r.outline) > 0 {
			r.outline[len(r.outline)-1].changes++
		}
	}
	r.pairs = append(r.pairs, m.pairs(i)...)
}

// paragraphOf is the first paragraph from start on that shows a change.
func paragraphOf(paragraphs []paragraph, start, change int) int {
	for n := start; n < len(paragraphs); n++ {
		for _, number := range paragraphs[n].text.Changes() {
			if number == change {
				return n
			}
		}
	}
	return start
}

// place says in words where each change stands.
func (r *reading) place(m *marker) {
	for i, c := range r.comparison.Changes {
		if len(c.Blocks) == 0 {
			continue
		}
		r.places[i] = m.where(c.Blocks[0])
	}
}

// capital is text with a large first letter, for the start of a line.
func capital(text string) string {
	r, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(r)) + text[size:]
}

// kindOf is how a block of a document is shown, without its words.
func kindOf(b document.Block, label string) kit.MarkedBlock {
	shown := kit.MarkedBlock{Label: label, Heading: b.Kind.HeadingLevel(), Quote: b.Kind == document.Quote}
	if b.Kind.IsList() {
		shown.Indent = min(max(b.Level, 0), document.MaxLevel) + 1
	}
	return shown
}
