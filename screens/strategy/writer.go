package strategy

import (
	"strings"

	"synlig/data/redline"
	"synlig/screens/kit"
)

// writer puts the segments of one block together, paragraph by paragraph.
type writer struct {
	m      *marker
	index  int
	column column
	b      *redline.Block
	move   int // the number of the block's move, 0 for none
	n      int // paragraphs begun, less one
	last   redline.Op
	open   kit.MarkedBlock
	done   []paragraph
}

func (m *marker) begin(index int, column column) *writer {
	w := &writer{m: m, index: index, column: column, b: &m.c.Blocks[index], move: m.move(index)}
	w.open = w.kind(0)
	w.open.Whole = whole(w.b)
	return w
}

// kind is how the block's nth paragraph is shown: as in the draft where there
// is one, else as it stood in the base.
func (w *writer) kind(n int) kit.MarkedBlock {
	if draft := w.b.Draft; len(draft) > 0 && w.column != baseOnly {
		d := draft[min(n, len(draft)-1)]
		return kindOf(w.m.c.Draft[d], w.m.draftLabels[d])
	}
	if base := w.b.Base; len(base) > 0 {
		b := base[min(n, len(base)-1)]
		return kindOf(w.m.c.Base[b], w.m.baseLabels[b])
	}
	return kit.MarkedBlock{}
}

// segment adds words with one fate. An insertion behind a deletion gets a space
// before it, or the two would read as one word.
func (w *writer) segment(s redline.Segment) {
	if s.Op == redline.Insert && w.last == redline.Delete {
		w.space(s.Text)
	}
	w.last = s.Op
	mark, change := w.fate(s)
	c := w.m.c
	switch {
	case s.Op == redline.Delete || w.b.Status == redline.MovedFrom:
		w.open.Pieces = appendRuns(w.open.Pieces, c.Base[s.Base.Block], s.Base.Start, s.Base.End, mark, change)
	case s.Op == redline.Insert:
		w.open.Pieces = appendRuns(w.open.Pieces, c.Draft[s.Draft.Block], s.Draft.Start, s.Draft.End, mark, change)
	default:
		w.equal(s, mark, change)
	}
}

// equal adds words that stayed; where only their form changed they carry that
// change's number.
func (w *writer) equal(s redline.Segment, mark kit.Mark, change int) {
	block := s.Draft.Block
	at := cuts(w.b.Formats, block, s.Draft.Start, s.Draft.End)
	for i := 0; i+1 < len(at); i++ {
		number := change
		for _, f := range w.b.Formats {
			inside := f.Draft.Block == block && f.Draft.Start <= at[i] && at[i+1] <= f.Draft.End
			if inside && f.Aspect >= redline.AspectBold {
				number = f.Change
			}
		}
		w.open.Pieces = appendRuns(w.open.Pieces, w.m.c.Draft[block], at[i], at[i+1], mark, number)
	}
}

func (w *writer) fate(s redline.Segment) (kit.Mark, int) {
	switch {
	case s.Op == redline.Delete:
		return kit.MarkRemoved, s.Change
	case s.Op == redline.Insert:
		return kit.MarkAdded, s.Change
	case w.b.Status == redline.MovedFrom:
		return kit.MarkMovedFrom, w.move
	case w.b.Status == redline.MovedTo:
		return kit.MarkMovedTo, w.move
	}
	return kit.MarkNone, 0
}

// space keeps what stands open apart from the text that follows.
func (w *writer) space(next string) {
	n := len(w.open.Pieces)
	if n > 0 && !strings.HasSuffix(w.open.Pieces[n-1].Text, " ") && !strings.HasPrefix(next, " ") {
		w.open.Pieces = append(w.open.Pieces, kit.MarkedPiece{Text: " "})
	}
}

// border is a border between paragraphs: kept, new, or gone.
func (w *writer) border(s redline.Segment) {
	switch s.Op {
	case redline.Delete:
		w.open.Pieces = append(w.open.Pieces, kit.MarkedPiece{Text: "¶", Mark: kit.MarkRemoved, Change: s.Change})
		if w.column == baseOnly {
			w.close() // by itself the old text still has its two paragraphs
		} else {
			w.open.Pieces = append(w.open.Pieces, kit.MarkedPiece{Text: " "})
		}
	case redline.Insert:
		w.space("")
		w.open.Pieces = append(w.open.Pieces, kit.MarkedPiece{Text: "¶", Mark: kit.MarkAdded, Change: s.Change})
		w.close()
	default:
		w.close()
	}
	w.last = redline.Equal
}

// close ends the open paragraph and begins the next.
func (w *writer) close() {
	w.done = append(w.done, paragraph{block: w.index, text: w.open, draft: w.draft()})
	w.n++
	whole := w.open.Whole
	w.open = w.kind(w.n)
	w.open.Whole = whole
}

// remark ends the block, with the program's own words where there are any.
func (w *writer) remark(text string, change int) {
	if text != "" {
		w.space("")
		w.open.Pieces = append(w.open.Pieces, kit.MarkedPiece{Text: text, Mark: kit.MarkRemark, Change: change})
	}
	w.done = append(w.done, paragraph{block: w.index, text: w.open, draft: w.draft()})
}

// draft is the id of the draft's block that the open paragraph shows.
func (w *writer) draft() string {
	if w.column == baseOnly || w.n >= len(w.b.Draft) {
		return ""
	}
	return w.m.c.Draft[w.b.Draft[w.n]].ID
}
