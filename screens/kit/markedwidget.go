package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Marked shows a marked block, or one slab of a very long one. It is made to
// be used again for the next block, as rows of a list are.
type Marked struct {
	widget.BaseWidget

	// OnTapped is told the change under the pointer, 0 for none.
	OnTapped func(change int)
	// OnMenu is told where, on the canvas, a menu is asked for.
	OnMenu func(at fyne.Position)

	view     MarkedView
	runs     []run
	pointing bool
	tapped   fyne.Position
}

// MarkedView is what a Marked shows.
type MarkedView struct {
	Text *MarkedText
	Slab int
	// Margin is the room for numbers and change bars left of the text, and
	// Width the text's own.
	Margin, Width float32
	Above         float32 // space above the first line
	Lit           int     // the change that is lit, 0 for none
	Find          string  // lower-case words that are lit, "" for none
}

var (
	_ fyne.Tappable          = (*Marked)(nil)
	_ fyne.SecondaryTappable = (*Marked)(nil)
	_ desktop.Hoverable      = (*Marked)(nil)
	_ desktop.Cursorable     = (*Marked)(nil)
)

// NewMarked is a widget that shows nothing yet.
func NewMarked() *Marked {
	m := &Marked{}
	m.ExtendBaseWidget(m)
	return m
}

// Set puts another view into the widget.
func (m *Marked) Set(view MarkedView) {
	if view == m.view {
		return
	}
	m.view = view
	m.Refresh()
}

// View is what the widget shows.
func (m *Marked) View() MarkedView { return m.view }

// Tapped finds the change under the pointer.
func (m *Marked) Tapped(e *fyne.PointEvent) {
	m.tapped = e.Position
	if m.OnTapped != nil {
		m.OnTapped(m.changeAt(e.Position))
	}
}

// TappedSecondary asks for the block's menu.
func (m *Marked) TappedSecondary(e *fyne.PointEvent) {
	if m.OnMenu != nil {
		m.OnMenu(e.AbsolutePosition)
	}
}

// MouseIn follows the pointer.
func (m *Marked) MouseIn(e *desktop.MouseEvent) { m.MouseMoved(e) }

// MouseMoved notes whether the pointer is on a change.
func (m *Marked) MouseMoved(e *desktop.MouseEvent) { m.pointing = m.changeAt(e.Position) != 0 }

// MouseOut forgets the pointer.
func (m *Marked) MouseOut() { m.pointing = false }

// Cursor is a hand over a change.
func (m *Marked) Cursor() desktop.Cursor {
	if m.pointing {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// changeAt is the change at a place of the widget: the one of the words there,
// or, in the margin, the first one of the line.
func (m *Marked) changeAt(at fyne.Position) int {
	for _, r := range m.runs {
		if at.Y < r.top || at.Y >= r.top+m.view.Text.line || r.change == 0 {
			continue
		}
		if at.X < m.view.Margin || at.X >= r.left && at.X < r.left+r.width {
			return r.change
		}
	}
	if m.view.Text != nil {
		return m.view.Text.Block.Whole
	}
	return 0
}

// CreateRenderer draws the block.
func (m *Marked) CreateRenderer() fyne.WidgetRenderer {
	r := &markedRenderer{marked: m}
	r.draw()
	return r
}

type markedRenderer struct {
	marked  *Marked
	objects []fyne.CanvasObject
}

func (r *markedRenderer) Layout(fyne.Size)             {}
func (r *markedRenderer) MinSize() fyne.Size           { return fyne.Size{} } // the list decides
func (r *markedRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *markedRenderer) Destroy()                     {}

// Refresh draws again: another view, or another theme.
func (r *markedRenderer) Refresh() { r.draw() }

func (r *markedRenderer) draw() {
	r.objects, r.marked.runs = nil, nil
	if r.marked.view.Text == nil {
		return
	}
	p := newMarkedPainter(r.marked.view)
	p.paint()
	r.objects, r.marked.runs = p.objects(), p.runs
}
