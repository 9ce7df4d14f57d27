package strategy

import (
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"synlig/screens/kit"
)

// rows is a list of rows whose heights are known before they are shown, so that
// a jump lands where it should in a text of any length. Only the rows in sight
// have widgets. (Fyne's List learns heights row by row and refreshes at each.)
type rows struct {
	widget.BaseWidget
	source rowSource
	tops   []float32 // where each row begins, and where the last ends
	scroll *container.Scroll
	body   *rowsBody
	shown  map[int]fyne.CanvasObject
	width  float32
	size   float32 // the text size the rows were measured for
	focus  bool
	ringed bool // only the ring is to be drawn anew

	keyed    func(*fyne.KeyEvent) bool // asked first; tells whether it used the key
	shortcut func(fyne.Shortcut) bool
	scrolled func()
	focused  func(bool)
}

// rowSource gives rows their widgets.
type rowSource interface {
	// heights are those of all rows at a width.
	heights(width float32) []float32
	// take is the widget for a row.
	take(row int) fyne.CanvasObject
	// give takes a widget back that is out of sight.
	give(object fyne.CanvasObject)
}

var _ fyne.Focusable = (*rows)(nil)

func newRows(source rowSource) *rows {
	r := &rows{source: source, tops: []float32{0}, shown: map[int]fyne.CanvasObject{}}
	r.body = &rowsBody{rows: r}
	r.body.ExtendBaseWidget(r.body)
	r.scroll = container.NewVScroll(r.body)
	r.scroll.OnScrolled = func(fyne.Position) { r.moved() }
	r.ExtendBaseWidget(r)
	return r
}

// reset measures all rows anew and shows them from the same place: the row at
// the top stays there.
func (r *rows) reset() {
	if r.width <= 0 {
		return
	}
	row, within := r.at(r.scroll.Offset.Y)
	r.size = theme.TextSize()
	heights := r.source.heights(r.width)
	r.tops = make([]float32, len(heights)+1)
	for i, h := range heights {
		r.tops[i+1] = r.tops[i] + h
	}
	r.clear()
	row = min(row, max(len(heights)-1, 0))
	r.offset(r.tops[row] + within)
}

// clear gives all widgets back, so that the rows in sight are dressed anew.
func (r *rows) clear() {
	for i, o := range r.shown {
		r.source.give(o)
		delete(r.shown, i)
	}
}

// redress shows the rows in sight anew where their heights stayed.
func (r *rows) redress() {
	r.clear()
	r.place()
	r.body.Refresh()
}

// count is the number of rows.
func (r *rows) count() int { return len(r.tops) - 1 }

// at is the row at a height and how far into it that is.
func (r *rows) at(y float32) (row int, within float32) {
	row = sort.Search(r.count(), func(i int) bool { return r.tops[i+1] > y })
	row = min(row, max(r.count()-1, 0))
	return row, y - r.tops[row]
}

// offset scrolls to a height, as far as there is text.
func (r *rows) offset(y float32) {
	limit := max(r.tops[r.count()]-r.scroll.Size().Height, 0)
	r.scroll.Offset.Y = min(max(y, 0), limit)
	r.body.Resize(fyne.NewSize(r.scroll.Size().Width, r.tops[r.count()]))
	r.place()
	r.scroll.Refresh()
	if r.scrolled != nil {
		r.scrolled()
	}
}

// reveal shows a row in full, with some room around it: a third down the view,
// or higher when it is a high one. A row that is in sight stays where it is.
func (r *rows) reveal(row int) {
	if row < 0 || row >= r.count() {
		return
	}
	top, end, height := r.tops[row], r.tops[row+1], r.scroll.Size().Height
	room := kit.Scaled(kit.Around)
	if y := r.scroll.Offset.Y; top-room >= y && end+room <= y+height {
		return
	}
	r.offset(min(max(top-height/3, end+room-height), top-room))
}

// keep scrolls no further than it must to bring a stretch into sight.
func (r *rows) keep(from, to float32) {
	y, height := r.scroll.Offset.Y, r.scroll.Size().Height
	switch {
	case from < y:
		r.offset(from)
	case to > y+height:
		r.offset(min(from, to-height))
	}
}

func (r *rows) moved() {
	r.place()
	if r.scrolled != nil {
		r.scrolled()
	}
}

// place gives the rows in sight their widgets and takes them from the others.
func (r *rows) place() {
	y, height := r.scroll.Offset.Y, r.scroll.Size().Height
	first, _ := r.at(y)
	end := first
	for end < r.count() && r.tops[end] < y+height {
		end++
	}
	for i, o := range r.shown {
		if i < first || i >= end {
			r.source.give(o)
			delete(r.shown, i)
		}
	}
	objects := make([]fyne.CanvasObject, 0, end-first)
	for i := first; i < end; i++ {
		o := r.shown[i]
		if o == nil {
			o = r.source.take(i)
			r.shown[i] = o
		}
		o.Move(fyne.NewPos(0, r.tops[i]))
		o.Resize(fyne.NewSize(r.width, r.tops[i+1]-r.tops[i]))
		objects = append(objects, o)
	}
	r.body.objects = objects
}

// inSight are the first row in sight and the one behind the last.
func (r *rows) inSight() (first, end int) {
	first, _ = r.at(r.scroll.Offset.Y)
	end, _ = r.at(r.scroll.Offset.Y + r.scroll.Size().Height)
	return first, end + 1
}

// CreateRenderer shows the scroll and the ring of the keyboard.
func (r *rows) CreateRenderer() fyne.WidgetRenderer {
	inner := widget.NewSimpleRenderer(r.scroll)
	return kit.NewRinged(&rowsRenderer{inner, r}, func() bool { return r.focus })
}

type rowsRenderer struct {
	fyne.WidgetRenderer
	rows *rows
}

// Layout measures anew when the width is another.
func (l *rowsRenderer) Layout(size fyne.Size) {
	l.rows.scroll.Resize(size)
	if width := size.Width; width != l.rows.width {
		l.rows.width = width
		l.rows.reset()
		return
	}
	l.rows.offset(l.rows.scroll.Offset.Y)
}

func (l *rowsRenderer) MinSize() fyne.Size { return fyne.NewSize(1, 1) }

// Refresh is called when the theme changes: colours may be others, and text may
// have another size.
func (l *rowsRenderer) Refresh() {
	switch {
	case l.rows.ringed:
	case l.rows.size != theme.TextSize():
		l.rows.reset()
	default:
		l.rows.redress()
	}
}

// FocusGained shows the ring.
func (r *rows) FocusGained() { r.setFocus(true) }

// FocusLost hides the ring.
func (r *rows) FocusLost() { r.setFocus(false) }

func (r *rows) setFocus(has bool) {
	r.focus = has
	if r.focused != nil {
		r.focused(has)
	}
	r.ringed = true
	r.Refresh()
	r.ringed = false
}

// TypedRune does nothing: one does not write in a list.
func (r *rows) TypedRune(rune) {}

// TypedShortcut asks the list's owner.
func (r *rows) TypedShortcut(s fyne.Shortcut) {
	defer kit.Catch()
	if r.shortcut != nil {
		r.shortcut(s)
	}
}

// TypedKey scrolls.
func (r *rows) TypedKey(key *fyne.KeyEvent) {
	defer kit.Catch()
	if r.keyed != nil && r.keyed(key) || kit.HandOn(r, key) {
		return
	}
	y, page := r.scroll.Offset.Y, r.scroll.Size().Height*0.9
	switch key.Name {
	case fyne.KeyUp:
		r.offset(y - 3*theme.TextSize())
	case fyne.KeyDown:
		r.offset(y + 3*theme.TextSize())
	case fyne.KeyPageUp:
		r.offset(y - page)
	case fyne.KeyPageDown, fyne.KeySpace:
		r.offset(y + page)
	case fyne.KeyHome:
		r.offset(0)
	case fyne.KeyEnd:
		r.offset(r.tops[r.count()])
	}
}

// rowsBody is what scrolls: as high as all rows, and holding those in sight.
type rowsBody struct {
	widget.BaseWidget
	rows    *rows
	objects []fyne.CanvasObject
}

// CreateRenderer shows the rows in sight.
func (b *rowsBody) CreateRenderer() fyne.WidgetRenderer { return &bodyRenderer{b} }

type bodyRenderer struct{ body *rowsBody }

func (b *bodyRenderer) Layout(fyne.Size)             {}
func (b *bodyRenderer) Objects() []fyne.CanvasObject { return b.body.objects }
func (b *bodyRenderer) Destroy()                     {}
func (b *bodyRenderer) MinSize() fyne.Size {
	return fyne.NewSize(1, b.body.rows.tops[b.body.rows.count()])
}

// Refresh refreshes the rows in sight.
func (b *bodyRenderer) Refresh() {
	for _, o := range b.body.objects {
		o.Refresh()
	}
	canvas.Refresh(b.body)
}
