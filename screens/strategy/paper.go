package strategy

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"synlig/screens/kit"
	"synlig/screens/words"
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

// Heights are those of all rows at a width.
func (s *paper) Heights(width float32) []float32 {
	if s.ruler == nil {
		return nil
	}
	if s.ruler.Stale() {
		s.ruler, s.known = kit.NewRuler(), nil
		for i := range s.texts {
			t := &s.texts[i]
			t.high = nil
			t.left, t.right = s.ruler.Prepare(t.left.Block), s.ruler.Prepare(t.right.Block)
		}
	}
	s.width = width
	s.slabs, s.row = s.slabs[:0], make([]int, len(s.texts))
	line := s.column()
	heights := make([]float32, 0, len(s.texts)+1)
	for i := range s.texts {
		t := &s.texts[i]
		first := len(heights)
		s.row[i] = first
		if s.writes(i) {
			heights = append(heights, s.page.editing.row.height(s, i))
			s.slabs = append(s.slabs, slab{i, 0})
			continue
		}
		heights = append(heights, t.highAt(line)...)
		if s.view == inParallel {
			heights = t.beside(heights, first, line)
		}
		for n := first; n < len(heights); n++ {
			s.slabs = append(s.slabs, slab{i, n - first})
		}
		heights[first] += s.above(i)
	}
	if n := len(heights); n > 0 {
		heights[n-1] += kit.Scaled(2 * kit.Groups)
	}
	return heights
}

// beside makes room for the right column where it is the higher one.
func (t *paperText) beside(heights []float32, first int, line float32) []float32 {
	for n, h := range t.right.AppendHeights(nil, line) {
		if first+n < len(heights) {
			heights[first+n] = max(heights[first+n], h)
		} else {
			heights = append(heights, h)
		}
	}
	return heights
}

// above is the space over a paragraph.
func (s *paper) above(i int) float32 {
	space := s.texts[i].left.Above()
	if s.view == inParallel {
		space = max(space, s.texts[i].right.Above()) + kit.Scaled(kit.Between)
	}
	if i == 0 {
		space += kit.Scaled(kit.Between)
	}
	return space
}

// sheet is where the sheet begins and how wide it is.
func (s *paper) sheet() (left, width float32) {
	width = min(s.width, kit.Scaled(sheetWidth))
	if s.view == inParallel {
		width = min(s.width, kit.Scaled(sheetWidth*1.5))
	}
	return (s.width - width) / 2, width
}

// column is the width of the text, or of each of its two columns.
func (s *paper) column() float32 {
	_, width := s.sheet()
	room := width - kit.Scaled(marginWidth+sheetRight)
	if s.view == inParallel {
		room = (room - kit.Scaled(columnGap)) / 2
	}
	return max(min(room, kit.Scaled(lineWidth)), kit.Scaled(60))
}

// margin is the room left of the text: bars and numbers, and what centres a
// line shorter than the sheet.
func (s *paper) margin() float32 {
	left, width := s.sheet()
	spare := width - kit.Scaled(marginWidth+sheetRight) - s.column()
	if s.view == inParallel {
		spare = 0
	}
	return left + kit.Scaled(marginWidth) + max(spare, 0)*0.4
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

// menu offers what can be done with a paragraph.
func (s *paper) menu(row slab, at fyne.Position) {
	c := s.page.host.Canvas()
	menu := fyne.NewMenu("", fyne.NewMenuItem(words.Text("strategy.copy"), func() { s.copy(row.text) }))
	if id := s.texts[row.text].draft; id != "" && s.page.editing.can() {
		menu.Items = append(menu.Items, fyne.NewMenuItem(words.Text("strategy.edit_block"), func() { s.page.editing.open(id, 0) }))
	}
	widget.ShowPopUpMenuAtPosition(menu, c, at)
}

// copy puts a paragraph on the clipboard, its marks said in words.
func (s *paper) copy(text int) {
	t := &s.texts[text]
	spoken := t.left.Block.Spoken(say)
	if s.view == inParallel {
		spoken += "\n" + t.right.Block.Spoken(say)
	}
	fyne.CurrentApp().Clipboard().SetContent(spoken)
	s.page.host.Say(words.Text("strategy.copied"), "", nil)
}

// say puts the words for a mark around a text.
func say(mark kit.Mark, text string) string {
	key := map[kit.Mark]string{
		kit.MarkAdded: "strategy.say_added", kit.MarkRemoved: "strategy.say_removed",
		kit.MarkMovedFrom: "strategy.say_moved_from", kit.MarkMovedTo: "strategy.say_moved_to",
	}[mark]
	return words.Text(key, "text", text)
}

func (s *paper) shortcut(shortcut fyne.Shortcut) bool {
	if _, ok := shortcut.(*fyne.ShortcutCopy); ok && len(s.slabs) > 0 {
		s.copy(s.pointed())
		return true
	}
	return false
}

// openFrom opens the first block of the draft from a text on, for writing.
func (s *paper) openFrom(text int) {
	for _, t := range s.texts[text:] {
		if t.draft != "" {
			s.page.editing.open(t.draft, 0)
			return
		}
	}
}

// pointed is the text a copy takes: that of the change that is lit, else the
// one at the top of the view.
func (s *paper) pointed() int {
	if i := s.textOf(s.page.chosen); i >= 0 {
		return i
	}
	row, _ := s.rows.At(s.rows.Offset())
	return s.slabs[row].text
}

// key takes Enter: it opens the block of the change that is lit, or the one at
// the top of the view.
func (s *paper) key(key *fyne.KeyEvent) bool {
	if s.page.stepKey(key) {
		return true
	}
	if (key.Name == fyne.KeyReturn || key.Name == fyne.KeyEnter) && len(s.slabs) > 0 {
		s.openFrom(s.pointed())
		return true
	}
	return false
}
