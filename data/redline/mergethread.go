package redline

import (
	"slices"

	"synlig/data/document"
)

// thread is the text of blocks as one string, with "\n" between blocks.
type thread struct {
	blocks []document.Block
	text   string
	starts []int // where each block begins
}

func laid(blocks []document.Block) thread {
	t := thread{blocks: blocks}
	for i, b := range blocks {
		if i > 0 {
			t.text += "\n"
		}
		t.starts = append(t.starts, len(t.text))
		t.text += b.Text
	}
	return t
}

// block is the index of the block that byte at lies in.
func (t *thread) block(at int) int {
	i, found := slices.BinarySearch(t.starts, at)
	if !found {
		i--
	}
	return i
}

// style is the style of byte at, and up to where it reaches.
func (t *thread) style(at int) (document.Style, int) {
	i := t.block(at)
	start := t.starts[i]
	end := len(t.blocks[i].Text)
	for _, s := range t.blocks[i].Spans {
		if at-start < s.Start {
			end = s.Start
			break
		}
		if at-start < s.End {
			return s.Style, start + s.End
		}
	}
	return document.Style{}, max(start+end, at+1)
}

// stretch is bytes [from, to) of the common thread that became bytes
// [start, end) of a side's.
type stretch struct {
	from, to, start, end int
	spelling             bool // the same words, written in another way
}

// stretches are the places where a side differs from the common text, cut as
// Compare cuts them.
func stretches(core, side []document.Block) []stretch {
	var all []stretch
	at := stretch{}
	flush := func() {
		if at.from < at.to || at.start < at.end {
			all = append(all, at)
		}
	}
	for _, s := range compareRow(core, side) {
		switch s.Op {
		case Delete:
			at.to += len(s.Text)
		case Insert:
			at.end += len(s.Text)
		case Equal:
			flush()
			old := s.Text
			if s.Old != "" {
				old = s.Old
				all = append(all, spellings(old, s.Text, at.to, at.end)...)
			}
			at = stretch{from: at.to + len(old), to: at.to + len(old), start: at.end + len(s.Text), end: at.end + len(s.Text)}
		}
	}
	flush()
	return all
}

// spellings are the places in two equal texts, which begin at bytes a and b,
// that are written differently: tokens, and the spaces between them.
func spellings(old, now string, a, b int) []stretch {
	var all []stretch
	i, j := 0, 0
	upTo := func(endI, endJ int) {
		if old[i:endI] != now[j:endJ] {
			all = append(all, stretch{a + i, a + endI, b + j, b + endJ, true})
		}
		i, j = endI, endJ
	}
	for {
		s, okS := scan(old, i)
		t, okT := scan(now, j)
		if !okS || !okT {
			upTo(len(old), len(now))
			return all
		}
		upTo(s.start, t.start)
		upTo(s.end, t.end)
	}
}
