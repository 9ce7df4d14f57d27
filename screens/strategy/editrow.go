package strategy

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"synlig/data/document"
	"synlig/screens/kit"
)

// editRow is the row of the block that is open: its number or bullet, the field
// it is written in, and under that its marked form, where that says more.
type editRow struct {
	widget.BaseWidget
	paper   *paper
	field   *blockEntry
	dressed *container.ThemeOverride
	letter  *letterTheme
	label   *kit.Marked
	marked  *kit.Marked
	text    int
	head    kit.MarkedText // the label alone
	body    kit.MarkedText // the marked form without it
	tall    float32        // the field's height
}

func newEditRow(p *Page) *editRow {
	r := &editRow{paper: p.paper, field: newBlockEntry(&p.editing), label: kit.NewMarked(), marked: kit.NewMarked()}
	r.letter = &letterTheme{Theme: theme.DefaultTheme()}
	r.letter.follow(0)
	r.dressed = container.NewThemeOverride(r.field, r.letter)
	r.marked.OnTapped = func(change int) {
		if change > 0 {
			p.choose(change)
		}
	}
	r.ExtendBaseWidget(r)
	return r
}

// letterTheme is the theme in use with the letters of a heading. What it has
// from the theme it keeps: while its field is drawn it is the theme in use itself.
type letterTheme struct {
	fyne.Theme
	heading int
	size    float32
}

// Size is that of the theme in use, but for the letters.
func (t *letterTheme) Size(n fyne.ThemeSizeName) float32 {
	if n == theme.SizeNameText {
		return t.size
	}
	return t.Theme.Size(n)
}

// follow takes the theme in use, and tells whether it is another.
func (t *letterTheme) follow(heading int) (changed bool) {
	inUse, ok := fyne.CurrentApp().Settings().Theme().(*kit.Theme)
	if !ok {
		return false
	}
	size := kit.LetterSize(heading)
	changed = t.Theme != fyne.Theme(inUse) || size != t.size || heading != t.heading
	t.Theme, t.heading, t.size = inUse, heading, size
	return changed
}

// fill puts a block into the field, in the letters of its kind.
func (r *editRow) fill(b document.Block) {
	heading := b.Kind.HeadingLevel()
	bold := r.field.TextStyle.Bold
	r.field.TextStyle.Bold = heading > 0
	if r.letter.follow(heading) || bold != r.field.TextStyle.Bold {
		r.redraw()
	}
	r.field.fill(b.Text)
}

// follow takes the theme in use.
func (r *editRow) follow() {
	if r.letter.follow(r.letter.heading) {
		r.redraw()
	}
}

// redraw draws the field in other letters. What it tells meanwhile nobody wrote.
func (r *editRow) redraw() {
	r.field.filling = true
	defer func() { r.field.filling = false }()
	r.dressed.Refresh()
}

// Measures of the row, at scale 1.
const (
	fieldPad    = 8 // of the field, within
	markedAbove = 6 // over the marked form
	editBelow   = 8
)

// height is that of the row which shows text i of the sheet.
func (r *editRow) height(s *paper, i int) float32 {
	t := &s.texts[i]
	r.follow()
	width := s.column() - t.left.Left() + 2*theme.InnerPadding()
	r.field.filling = true // what the field tells while it is laid out nobody wrote
	r.dressed.Resize(fyne.NewSize(width, max(r.tall, kit.Scaled(30))))
	r.field.filling = false
	line := fyne.MeasureText("M", r.letter.Size(theme.SizeNameText), r.field.TextStyle).Height
	r.tall = line*float32(r.field.Lines()) + 2*theme.InnerPadding() + 4
	height := s.above(i) + r.tall + kit.Scaled(editBelow)
	if telling := tells(t.left.Block); telling {
		for _, h := range t.left.AppendHeights(nil, s.column()) {
			height += h
		}
		height += kit.Scaled(markedAbove)
	}
	return height
}

// tells tells whether a marked form says more than the field does.
func tells(b kit.MarkedBlock) bool {
	for _, p := range b.Pieces {
		if p.Mark != kit.MarkNone || p.Bold || p.Italic || p.Link || p.Change != 0 {
			return true
		}
	}
	return b.Whole != 0
}

// dress shows text i of the sheet.
func (r *editRow) dress(i int) {
	r.text = i
	r.follow()
	t := &r.paper.texts[i]
	bare := t.left.Block
	bare.Pieces, bare.Whole = nil, 0
	r.head = r.paper.ruler.Prepare(bare)
	r.label.Set(kit.MarkedView{Text: &r.head, Margin: r.paper.margin(), Width: r.paper.column()})
	r.label.Refresh()
	r.marked.Hidden = !tells(t.left.Block)
	r.body = t.left
	r.body.Block.Label = "" // it stands beside the field
	r.marked.Set(kit.MarkedView{Text: &r.body, Margin: r.paper.margin(), Width: r.paper.column(), Lit: r.paper.page.chosen, Find: r.paper.page.find})
	r.marked.Refresh()
	r.Refresh()
}

// line is where the line that is written in stands, from the top of the row.
func (r *editRow) line() (from, to float32) {
	if r.text >= len(r.paper.texts) {
		return 0, 0
	}
	at := r.field.CursorPosition().Y + r.paper.above(r.text)
	return at - kit.Scaled(kit.Between), at + kit.Scaled(2*kit.Groups)
}

// CreateRenderer lays the parts out under each other.
func (r *editRow) CreateRenderer() fyne.WidgetRenderer { return &editRowRenderer{r} }

type editRowRenderer struct{ row *editRow }

func (e *editRowRenderer) MinSize() fyne.Size { return fyne.Size{} }
func (e *editRowRenderer) Destroy()           {}
func (e *editRowRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{e.row.label, e.row.dressed, e.row.marked}
}

func (e *editRowRenderer) Layout(size fyne.Size) {
	r := e.row
	if r.text >= len(r.paper.texts) {
		return
	}
	s, t := r.paper, &r.paper.texts[r.text]
	top, pad := s.above(r.text), theme.InnerPadding()
	show(r.label, 0, top+pad, size.Width, r.tall)
	show(r.dressed, s.margin()+t.left.Left()-pad, top, s.column()-t.left.Left()+2*pad, r.tall)
	below := top + r.tall + kit.Scaled(markedAbove)
	show(r.marked, 0, below, size.Width, max(size.Height-below, 0))
}

func (e *editRowRenderer) Refresh() {
	if e.row.Size().Width > 0 {
		e.Layout(e.row.Size())
	}
}
