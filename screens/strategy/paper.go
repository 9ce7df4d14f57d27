package strategy

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"synlig/screens/kit"
)

// view is how the document is shown.
type view int

const (
	withMarks view = iota
	asClean
	inParallel
)

// paper is the document in the middle: a sheet no wider than a page, scrolled
// as one long text.
type paper struct {
	page  *Page
	rows  *kit.Rows
	view  view
	ruler *kit.Ruler
	texts []paperText
	slabs []slab // by row
	row   []int  // by index in texts: its first row
	width float32
	spare []*paperRow
	head  *fyne.Container     // over the two columns of parallel reading
	known map[look]*paperText // what is measured in this size
	// measured gathers what is in use while texts are prepared; it is known then.
	measured map[look]*paperText
}

// paperText is a paragraph of the view, or a pair of them in parallel reading.
// draft is the id of the draft's block that a click opens, "" for none.
type paperText struct {
	block       int
	left, right kit.MarkedText
	draft       string
	look        look      // 0 for what is shown only until all is compared
	high        []float32 // of the slabs of left, at the width wide
	wide        float32
}

// slab is what one row shows: a text, or a part of a very long one.
type slab struct{ text, index int }

// Measures of the sheet at scale 1: the page as on paper, the longest line that
// reads well (about 75 letters), and the room for bars and numbers.
const (
	sheetWidth  = 720
	lineWidth   = 540
	marginWidth = 64
	sheetRight  = 28
	columnGap   = 66 // holds the right column's bars and numbers
)

func newPaper(p *Page) *paper {
	s := &paper{page: p}
	s.rows = kit.NewRows(s)
	s.rows.OnKey = s.key
	s.rows.OnShortcut = s.shortcut
	s.rows.OnScrolled = p.followed
	s.head = container.New(&headLayout{s}, newHead("strategy.in_force"), newHead("strategy.proposed"))
	return s
}

// show puts a reading on the sheet, in the view in use, at the same place.
func (s *paper) show(v view) {
	s.remember()
	s.view = v
	if s.ruler == nil || s.ruler.Stale() {
		s.ruler, s.known = kit.NewRuler(), nil
	}
	s.texts = s.texts[:0]
	if r := s.page.reading; r != nil {
		s.prepare(r)
	}
	s.rows.Reset()
}

// prepare measures the words of the view.
func (s *paper) prepare(r *reading) {
	if s.view == inParallel {
		for _, p := range r.pairs {
			s.texts = append(s.texts, paperText{block: p.block, left: s.ruler.Prepare(p.old), right: s.ruler.Prepare(p.new)})
		}
		return
	}
	list := r.marked
	if s.view == asClean {
		list = r.clean
	}
	s.measured = make(map[look]*paperText, len(list))
	for _, p := range list {
		s.texts = append(s.texts, s.measure(p))
	}
	s.known = s.measured
}

// Take dresses a row.
func (s *paper) Take(row int) fyne.CanvasObject {
	if s.writes(s.slabs[row].text) {
		s.page.editing.row.dress(s.slabs[row].text)
		return s.page.editing.row
	}
	var r *paperRow
	if n := len(s.spare); n > 0 {
		r, s.spare = s.spare[n-1], s.spare[:n-1]
	} else {
		r = newPaperRow(s)
	}
	r.dress(s.slabs[row])
	return r
}

// Give takes a row's widget back.
func (s *paper) Give(object fyne.CanvasObject) {
	if r, ok := object.(*paperRow); ok {
		s.spare = append(s.spare, r)
	}
}

// writes tells whether text i is the one that is open for writing.
func (s *paper) writes(i int) bool { return s.page.editing.shows(i) }

// reveal scrolls to a change and shows it lit.
func (s *paper) reveal(change int) {
	s.rows.Redress()
	if i := s.textOf(change); i >= 0 {
		s.rows.Reveal(s.row[i])
	}
}

// textOf is the first text of the view that shows a change, -1 for none.
func (s *paper) textOf(change int) int {
	r := s.page.reading
	if r == nil || change < 1 || change > len(r.first) || len(s.row) == 0 {
		return -1
	}
	if s.view == withMarks {
		return min(r.first[change-1], len(s.texts)-1)
	}
	block := r.marked[r.first[change-1]].block
	for i := range s.texts {
		if s.texts[i].block >= block {
			return i
		}
	}
	return len(s.texts) - 1
}

// jump puts a heading of the outline at the top.
func (s *paper) jump(h heading) {
	i := h.paragraph[0]
	switch s.view {
	case asClean:
		i = h.paragraph[1]
	case inParallel:
		block := s.page.reading.marked[i].block
		for i = 0; i < len(s.texts)-1 && s.texts[i].block < block; i++ {
		}
	}
	if i >= 0 && i < len(s.row) {
		s.rows.ScrollTo(s.rows.Top(s.row[i]))
	}
}

// blockInSight is the comparison's block at the top of the view, -1 for none.
func (s *paper) blockInSight() int {
	if len(s.slabs) == 0 {
		return -1
	}
	row, _ := s.rows.At(s.rows.Offset() + kit.Scaled(kit.Groups))
	return s.texts[s.slabs[row].text].block
}
