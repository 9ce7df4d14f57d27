package kit

import (
	"iter"
	"maps"
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Rows is a list of any length whose heights are known before its rows are
// shown, so that a jump lands where it should. Only the rows in sight have
// widgets, and those are worn again by the rows that come. (Fyne's List learns
// heights row by row and refreshes at each.)
//
// The owner gives a RowSource, calls Reset whenever there are other rows or
// other heights, and Redress where only what the rows say is another. All of it
// belongs to the UI goroutine.
type Rows struct {
	widget.BaseWidget
	source RowSource
	tops   []float32 // where each row begins, and where the last ends
	scroll *container.Scroll
	body   *rowsBody
	shown  map[int]fyne.CanvasObject
	width  float32
	size   float32 // the text size the rows were measured for
	focus  bool
	ringed bool // only the ring is to be drawn anew

	// OnKey, when set, is asked before the list scrolls by a key; it tells
	// whether it used the key.
	OnKey func(*fyne.KeyEvent) bool
	// OnShortcut, when set, is asked before the window about a shortcut; it tells
	// whether it used it. Copy, undo and redo come here and nowhere else while
	// the list has the keyboard.
	OnShortcut func(fyne.Shortcut) bool
	// OnScrolled, when set, is told whenever other rows may be in sight.
	OnScrolled func()
	// OnFocus, when set, is told when the list gets (true) or loses the keyboard.
	OnFocus func(has bool)
}

// RowSource gives Rows their heights and widgets.
type RowSource interface {
	// Heights are those of all rows at a width, in the window's units.
	Heights(width float32) []float32
	// Take is the widget for a row, from 0. Rows moves and resizes it.
	Take(row int) fyne.CanvasObject
	// Give takes a widget back that is out of sight, to be worn by another row.
	Give(object fyne.CanvasObject)
}

var _ fyne.Focusable = (*Rows)(nil)

// NewRows is a list of what source has. It is empty until it has a width.
func NewRows(source RowSource) *Rows {
	r := &Rows{source: source, tops: []float32{0}, shown: map[int]fyne.CanvasObject{}}
	r.body = &rowsBody{rows: r}
	r.body.ExtendBaseWidget(r.body)
	r.scroll = container.NewVScroll(r.body)
	r.scroll.OnScrolled = func(fyne.Position) { r.moved() }
	r.ExtendBaseWidget(r)
	return r
}

// Reset measures all rows anew and shows them from the same place: the row at
// the top stays there.
func (r *Rows) Reset() {
	if r.width <= 0 {
		return
	}
	row, within := r.At(r.Offset())
	r.size = theme.TextSize()
	heights := r.source.Heights(r.width)
	r.tops = make([]float32, len(heights)+1)
	for i, h := range heights {
		r.tops[i+1] = r.tops[i] + h
	}
	r.clear()
	row = min(row, max(len(heights)-1, 0))
	r.ScrollTo(r.tops[row] + within)
}

// Redress shows the rows in sight anew where their heights stayed.
func (r *Rows) Redress() {
	r.clear()
	r.place()
	r.body.Refresh()
}

// clear gives all widgets back, so that the rows in sight are dressed anew.
func (r *Rows) clear() {
	for i, o := range r.shown {
		r.source.Give(o)
		delete(r.shown, i)
	}
}

// Count is the number of rows.
func (r *Rows) Count() int { return len(r.tops) - 1 }

// Width is the width the rows are measured for, 0 before the first layout.
func (r *Rows) Width() float32 { return r.width }

// Top is how far down a row begins; that of Count is where the last one ends.
func (r *Rows) Top(row int) float32 { return r.tops[row] }

// Offset is how far down the list is scrolled.
func (r *Rows) Offset() float32 { return r.scroll.Offset.Y }

// At is the row at a height and how far into it that is. Above the first row it
// is the first, below the last the last.
func (r *Rows) At(y float32) (row int, within float32) {
	row = sort.Search(r.Count(), func(i int) bool { return r.tops[i+1] > y })
	row = min(row, max(r.Count()-1, 0))
	return row, y - r.tops[row]
}

// InSight are the first row in sight and the one behind the last.
func (r *Rows) InSight() (first, end int) {
	first, _ = r.At(r.Offset())
	end, _ = r.At(r.Offset() + r.scroll.Size().Height)
	return first, end + 1
}

// Shown are the rows that have widgets, in no order.
func (r *Rows) Shown() iter.Seq2[int, fyne.CanvasObject] { return maps.All(r.shown) }

// Row is the widget of a row, nil when it is out of sight.
func (r *Rows) Row(row int) fyne.CanvasObject { return r.shown[row] }

// ScrollTo scrolls to a height, as far as there are rows.
func (r *Rows) ScrollTo(y float32) {
	limit := max(r.tops[r.Count()]-r.scroll.Size().Height, 0)
	r.scroll.Offset.Y = min(max(y, 0), limit)
	r.body.Resize(fyne.NewSize(r.scroll.Size().Width, r.tops[r.Count()]))
	r.place()
	r.scroll.Refresh()
	if r.OnScrolled != nil {
		r.OnScrolled()
	}
}

// Reveal shows a row in full, with some room around it: a third down the view,
// or higher when it is a high one. A row that is in sight stays where it is; one
// that does not exist is none.
func (r *Rows) Reveal(row int) {
	if row < 0 || row >= r.Count() {
		return
	}
	top, end, height := r.tops[row], r.tops[row+1], r.scroll.Size().Height
	room := Scaled(Around)
	if y := r.Offset(); top-room >= y && end+room <= y+height {
		return
	}
	r.ScrollTo(min(max(top-height/3, end+room-height), top-room))
}

// Keep scrolls no further than it must to bring a stretch into sight.
func (r *Rows) Keep(from, to float32) {
	y, height := r.Offset(), r.scroll.Size().Height
	switch {
	case from < y:
		r.ScrollTo(from)
	case to > y+height:
		r.ScrollTo(min(from, to-height))
	}
}

func (r *Rows) moved() {
	r.place()
	if r.OnScrolled != nil {
		r.OnScrolled()
	}
}

// place gives the rows in sight their widgets and takes them from the others.
func (r *Rows) place() {
	y, height := r.Offset(), r.scroll.Size().Height
	first, _ := r.At(y)
	end := first
	for end < r.Count() && r.tops[end] < y+height {
		end++
	}
	for i, o := range r.shown {
		if i < first || i >= end {
			r.source.Give(o)
			delete(r.shown, i)
		}
	}
	objects := make([]fyne.CanvasObject, 0, end-first)
	for i := first; i < end; i++ {
		o := r.shown[i]
		if o == nil {
			o = r.source.Take(i)
			r.shown[i] = o
		}
		o.Move(fyne.NewPos(0, r.tops[i]))
		o.Resize(fyne.NewSize(r.width, r.tops[i+1]-r.tops[i]))
		objects = append(objects, o)
	}
	r.body.objects = objects
}

// FocusGained shows the ring.
func (r *Rows) FocusGained() { r.setFocus(true) }

// FocusLost hides the ring.
func (r *Rows) FocusLost() { r.setFocus(false) }

func (r *Rows) setFocus(has bool) {
	r.focus = has
	if r.OnFocus != nil {
		r.OnFocus(has)
	}
	r.ringed = true
	r.Refresh()
	r.ringed = false
}

// TypedRune does nothing: one does not write in a list.
func (r *Rows) TypedRune(rune) {}

// TypedShortcut asks the list's owner, then the window.
func (r *Rows) TypedShortcut(s fyne.Shortcut) {
	defer Catch()
	if r.OnShortcut != nil && r.OnShortcut(s) {
		return
	}
	handOnShortcut(fyne.CurrentApp().Driver().CanvasForObject(r), s)
}

// TypedKey scrolls, where the list's owner has no other use for the key.
func (r *Rows) TypedKey(key *fyne.KeyEvent) {
	defer Catch()
	if r.OnKey != nil && r.OnKey(key) || HandOn(r, key) {
		return
	}
	y, page := r.Offset(), r.scroll.Size().Height*0.9
	switch key.Name {
	case fyne.KeyUp:
		r.ScrollTo(y - 3*theme.TextSize())
	case fyne.KeyDown:
		r.ScrollTo(y + 3*theme.TextSize())
	case fyne.KeyPageUp:
		r.ScrollTo(y - page)
	case fyne.KeyPageDown, fyne.KeySpace:
		r.ScrollTo(y + page)
	case fyne.KeyHome:
		r.ScrollTo(0)
	case fyne.KeyEnd:
		r.ScrollTo(r.tops[r.Count()])
	}
}
