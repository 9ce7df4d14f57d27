package strategy

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"synlig/screens/kit"
	"synlig/screens/words"
)

// paperRow is a row of the sheet: one text, or two beside each other.
type paperRow struct {
	widget.BaseWidget
	paper       *paper
	slab        slab
	left, right *kit.Marked
}

func newPaperRow(s *paper) *paperRow {
	r := &paperRow{paper: s, left: kit.NewMarked(), right: kit.NewMarked()}
	for _, m := range []*kit.Marked{r.left, r.right} {
		m.OnTapped = func(change int) { r.tapped(m, change) }
		m.OnMenu = func(at fyne.Position) { s.menu(r.slab, at) }
	}
	r.ExtendBaseWidget(r)
	return r
}

// dress puts a slab into the row.
func (r *paperRow) dress(slab slab) {
	s := r.paper
	r.slab = slab
	t := &s.texts[slab.text]
	view := kit.MarkedView{
		Text: &t.left, Slab: slab.index, Margin: s.margin(), Width: s.column(),
		Lit: s.page.chosen, Find: s.page.find,
	}
	if slab.index == 0 {
		view.Above = s.above(slab.text)
	}
	r.left.Set(view)
	view.Text, view.Margin = &t.right, 0
	r.right.Set(view)
	r.right.Hidden = s.view != inParallel
}

// tapped chooses the change under the pointer, and opens the block for writing
// unless it was its margin that was tapped.
func (r *paperRow) tapped(m *kit.Marked, change int) {
	defer kit.Catch()
	p, t := r.paper.page, r.paper.texts[r.slab.text]
	piece, offset, inWords := m.Letter()
	p.editing.leave()
	p.host.Canvas().Focus(r.paper.rows)
	if change > 0 {
		p.choose(change)
	}
	if inWords && m == r.left && t.draft != "" {
		p.editing.open(t.draft, caretAt(t.left.Block, p.editing.text(t.draft), piece, offset))
	}
}

// CreateRenderer shows both columns.
func (r *paperRow) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(&columns{r.paper}, r.left, r.right))
}

// columns lays a row's texts beside each other.
type columns struct{ paper *paper }

func (c *columns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if c.paper.view != inParallel {
		objects[0].Move(fyne.Position{})
		objects[0].Resize(size)
		return
	}
	right := c.paper.margin() + c.paper.column() + kit.Scaled(columnGap)
	objects[0].Move(fyne.Position{})
	objects[0].Resize(fyne.NewSize(right, size.Height))
	objects[1].Move(fyne.NewPos(right, 0))
	objects[1].Resize(fyne.NewSize(size.Width-right, size.Height))
}

// newHead is the name of a column.
func newHead(key string) *kit.Caption {
	c := kit.NewCaption(words.Text(key))
	c.Bold, c.Ink, c.Letters = true, kit.ColorText, theme.SizeNameText
	return c
}

// headLayout puts the names over their columns.
type headLayout struct{ paper *paper }

func (l *headLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for i, o := range objects {
		left := l.paper.margin() + float32(i)*(l.paper.column()+kit.Scaled(columnGap))
		o.Move(fyne.NewPos(left, 0))
		o.Resize(fyne.NewSize(l.paper.column(), size.Height))
	}
}

func (l *headLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(1, 1) }

func (c *columns) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }
