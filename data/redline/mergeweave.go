package redline

import "synlig/data/document"

// weaver writes the merged text of a node and cuts it into blocks again.
type weaver struct {
	t        *threads
	blocks   []document.Block
	open     document.Block
	conflict bool
}

// begin begins a block that comes from these blocks of the common text and of
// the two sides; -1 where one has no such border.
func (w *weaver) begin(core, mine, theirs int) {
	switch {
	case core >= 0:
		c, m, o := w.t.core.blocks[core], w.t.side[ours].blocks[mine], w.t.side[others].blocks[theirs]
		w.open = document.Block{ID: m.ID, Kind: three(w, c.Kind, m.Kind, o.Kind), Level: three(w, c.Level, m.Level, o.Level)}
		if m.ID == c.ID || o.ID != c.ID && o.ID < m.ID { // of two new names the first
			w.open.ID = o.ID
		}
	case mine >= 0:
		m := w.t.side[ours].blocks[mine]
		w.open = document.Block{ID: m.ID, Kind: m.Kind, Level: m.Level}
	default:
		o := w.t.side[others].blocks[theirs]
		w.open = document.Block{ID: o.ID, Kind: o.Kind, Level: o.Level}
	}
}

// three is what becomes of a value that each side may have changed.
func three[T comparable](w *weaver, core, mine, theirs T) T {
	if mine == core {
		return theirs
	}
	if theirs != core && theirs != mine {
		w.conflict = true
	}
	return mine
}

func (w *weaver) end() { w.blocks = append(w.blocks, w.open) }

// common writes bytes [from, to) of the common thread, which stand on all
// bothSides, with what each has made of their style.
func (w *weaver) common(from, to int) {
	t := w.t
	mine, theirs := t.follow(ours, from, true)-from, t.follow(others, from, true)-from
	for at := from; at < to; {
		if t.core.text[at] == '\n' {
			at++
			w.end()
			w.begin(t.core.block(at), t.side[ours].block(at+mine), t.side[others].block(at+theirs))
			continue
		}
		c, stop := t.core.style(at)
		m, stopMine := t.side[ours].style(at + mine)
		o, stopTheirs := t.side[others].style(at + theirs)
		stop = min(stop, stopMine-mine, stopTheirs-theirs, to)
		w.write(t.core.text[at:stop], document.Style{
			Bold: three(w, c.Bold, m.Bold, o.Bold), Italic: three(w, c.Italic, m.Italic, o.Italic), Link: three(w, c.Link, m.Link, o.Link),
		})
		at = stop
	}
}

// piece writes bytes [from, to) of a side.
func (w *weaver) piece(s, from, to int) {
	t := &w.t.side[s]
	for at := from; at < to; {
		if t.text[at] == '\n' {
			at++
			w.end()
			if s == ours {
				w.begin(-1, t.block(at), -1)
			} else {
				w.begin(-1, -1, t.block(at))
			}
			continue
		}
		style, stop := t.style(at)
		stop = min(stop, to)
		w.write(t.text[at:stop], style)
		at = stop
	}
}

// write adds text to the open block.
func (w *weaver) write(text string, style document.Style) {
	b := &w.open
	start := len(b.Text)
	b.Text += text
	if style == (document.Style{}) {
		return
	}
	if n := len(b.Spans); n > 0 && b.Spans[n-1].End == start && b.Spans[n-1].Style == style {
		b.Spans[n-1].End = len(b.Text)
		return
	}
	b.Spans = append(b.Spans, document.Span{Start: start, End: len(b.Text), Style: style})
}
