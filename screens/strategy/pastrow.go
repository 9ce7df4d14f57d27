package strategy

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"synlig/screens/kit"
)

// height is that of a row: head, a line for each change, and how many more.
func (i pastItem) height(ruler *kit.Ruler) float32 {
	height := kit.Scaled(2*cardInner+headLine+cardGap) + float32(len(i.lines))*(ruler.Line()+kit.Scaled(2))
	if len(i.lines) > 0 {
		height += kit.Scaled(lineGap)
	}
	if i.more != "" {
		height += kit.Scaled(headLine)
	}
	return height
}

// pastRow shows a step or a change. A click opens it in the text.
type pastRow struct {
	widget.BaseWidget
	view    *pastView
	row     int
	hovered bool
}

func newPastRow(v *pastView) *pastRow {
	r := &pastRow{view: v}
	r.ExtendBaseWidget(r)
	return r
}

// Tapped opens it in the text.
func (r *pastRow) Tapped(*fyne.PointEvent) {
	defer kit.Catch()
	if items := r.view.items(); r.row < len(items) {
		items[r.row].open()
	}
}

// MouseIn shows that the row can be clicked.
func (r *pastRow) MouseIn(*desktop.MouseEvent) { r.hover(true) }

// MouseMoved does nothing.
func (r *pastRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the hint away.
func (r *pastRow) MouseOut() { r.hover(false) }

func (r *pastRow) hover(on bool) {
	r.hovered = on
	r.Refresh()
}

// Cursor is a hand.
func (r *pastRow) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer draws the row.
func (r *pastRow) CreateRenderer() fyne.WidgetRenderer {
	return &pastRenderer{row: r, painter: newFacePainter()}
}

type pastRenderer struct {
	row     *pastRow
	painter *facePainter
	words   []*kit.Marked
	texts   [mostLines]kit.MarkedText
}

func (p *pastRenderer) MinSize() fyne.Size           { return fyne.Size{} }
func (p *pastRenderer) Destroy()                     {}
func (p *pastRenderer) Objects() []fyne.CanvasObject { return p.painter.objects }

func (p *pastRenderer) Refresh() {
	if p.row.Size().Width > 0 {
		p.Layout(p.row.Size())
		canvas.Refresh(p.row)
	}
}

// Layout draws the row in a card.
func (p *pastRenderer) Layout(size fyne.Size) {
	v := p.row.view
	if p.row.row >= len(v.items()) || v.ruler == nil {
		return
	}
	item, s := v.items()[p.row.row], kit.Scaled
	paint := p.painter
	paint.objects = paint.objects[:0]
	paint.ground(fyne.NewSize(size.Width-s(2*cardSide), size.Height-s(cardGap)), p.row.row == v.chosen, p.row.hovered)
	left, top, room := s(cardSide+cardInner), s(cardInner), cardRoom(size.Width)
	text, small := theme.Size(theme.SizeNameText), theme.Size(theme.SizeNameCaptionText)
	bold := fyne.TextStyle{Bold: true}
	head := paint.write(kit.Fit(item.head, room/2, text, bold), left, top, text, bold, kit.ColorText)
	gap := head.MinSize().Width + s(10)
	paint.write(kit.Fit(item.aside, room-gap, small, fyne.TextStyle{}), left+gap, top+s(2), small, fyne.TextStyle{}, kit.ColorQuiet)
	top += s(headLine + lineGap)
	for i, line := range item.lines {
		top += p.line(i, line, left, top, room) + s(2)
	}
	if item.more != "" {
		paint.write(item.more, left, top+s(2), small, fyne.TextStyle{}, kit.ColorQuiet)
	}
}

// line draws one change in as many letters as there is room for.
func (p *pastRenderer) line(i int, block kit.MarkedBlock, left, top, room float32) float32 {
	for len(p.words) <= i {
		p.words = append(p.words, kit.NewMarked())
	}
	t := &p.texts[i]
	*t = p.row.view.ruler.Prepare(block)
	for t.Width() > room && len(block.Pieces) > 0 {
		last := &block.Pieces[len(block.Pieces)-1]
		letters := []rune(last.Text)
		if len(letters) < 6 {
			block.Pieces = block.Pieces[:len(block.Pieces)-1]
		} else {
			block.Pieces = append([]kit.MarkedPiece(nil), block.Pieces...)
			block.Pieces[len(block.Pieces)-1].Text = string(letters[:len(letters)-4]) + "…"
		}
		*t = p.row.view.ruler.Prepare(block)
	}
	height := p.row.view.ruler.Line()
	p.words[i].Set(kit.MarkedView{Text: t, Width: max(room, t.Width()+1)})
	p.words[i].Refresh()
	show(p.words[i], left, top, room, height)
	p.painter.objects = append(p.painter.objects, p.words[i])
	return height
}
