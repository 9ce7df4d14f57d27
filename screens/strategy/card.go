package strategy

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"synlig/data/redline"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// Measures of a card at scale 1.
const (
	cardGap   = 8  // between cards
	cardSide  = 12 // beside them
	cardInner = 12 // within, on all sides
	headLine  = 22
	pillLine  = 22
	lineGap   = 6
)

// cardRoom is the width of the words in a list of that width.
func cardRoom(width float32) float32 { return width - kit.Scaled(2*(cardSide+cardInner)) }

// briefHeight is the height of a card in a list: head, one line of words,
// class and point, and the reason in one line where there is one to show.
func briefHeight(ruler *kit.Ruler, reason bool) float32 {
	height := kit.Scaled(2*cardInner+headLine+lineGap+lineGap+pillLine) + ruler.Line()
	if reason {
		height += kit.Scaled(headLine)
	}
	return height
}

// fullHeight is that of a card's head, words in full, class and point.
func (f face) fullHeight(ruler *kit.Ruler, room float32) float32 {
	text := ruler.Prepare(f.text(0))
	return briefHeight(ruler, false) - ruler.Line() + text.AppendHeights(nil, room)[0]
}

// prepared is the face's words, measured: all of them, or as many letters as
// one line takes.
func (f face) prepared(ruler *kit.Ruler, room float32, full bool) kit.MarkedText {
	if full {
		return ruler.Prepare(f.text(0))
	}
	for letters := int(room / kit.Scaled(6)); ; letters -= 2 {
		text := ruler.Prepare(f.text(max(letters, 4)))
		if letters <= 4 || text.Width() <= room {
			return text
		}
	}
}

// reasonLine is the reason in one line, or that there is none yet.
func (f face) reasonLine() string {
	if f.reason == "" && f.reasons {
		return words.Text("strategy.no_reason")
	}
	return f.reason
}

// card shows a change in brief. A click opens it.
type card struct {
	widget.BaseWidget
	cards   *cards
	item    cardItem
	face    face
	hovered bool
}

func newCard(c *cards) *card {
	w := &card{cards: c}
	w.ExtendBaseWidget(w)
	return w
}

func (c *card) dress(item cardItem, f face) {
	c.item, c.face, c.hovered = item, f, false
	c.Refresh()
}

// Tapped chooses the change.
func (c *card) Tapped(*fyne.PointEvent) {
	defer kit.Catch()
	change := c.item.change // the card may be dressed for another when the list gets the keyboard
	c.cards.page.host.Canvas().Focus(c.cards.rows)
	if change > 0 {
		c.cards.page.choose(change)
	}
}

// MouseIn shows that the card can be clicked.
func (c *card) MouseIn(*desktop.MouseEvent) { c.hover(c.item.change > 0) }

// MouseMoved does nothing.
func (c *card) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the hint away.
func (c *card) MouseOut() { c.hover(false) }

func (c *card) hover(on bool) {
	c.hovered = on
	c.Refresh()
}

// Cursor is a hand where a click does something.
func (c *card) Cursor() desktop.Cursor {
	if c.item.change > 0 {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// CreateRenderer draws the card.
func (c *card) CreateRenderer() fyne.WidgetRenderer {
	r := &cardRenderer{card: c, painter: newFacePainter()}
	return r
}

type cardRenderer struct {
	card    *card
	painter *facePainter
}

func (r *cardRenderer) MinSize() fyne.Size           { return fyne.Size{} }
func (r *cardRenderer) Destroy()                     {}
func (r *cardRenderer) Objects() []fyne.CanvasObject { return r.painter.objects }
func (r *cardRenderer) Layout(size fyne.Size) {
	r.painter.paint(r.card.cards.ruler, r.card.face, size, false, false, r.card.hovered)
}

func (r *cardRenderer) Refresh() {
	if r.card.Size().Width > 0 {
		r.Layout(r.card.Size())
		canvas.Refresh(r.card)
	}
}

// facePainter draws a face: number and place, words, class and point, reason.
type facePainter struct {
	objects []fyne.CanvasObject
	words   *kit.Marked
	text    kit.MarkedText
}

func newFacePainter() *facePainter { return &facePainter{words: kit.NewMarked()} }

// paint draws the face in a row of that size and tells where what is below it
// begins.
func (p *facePainter) paint(ruler *kit.Ruler, f face, size fyne.Size, full, chosen, hovered bool) float32 {
	s := kit.Scaled
	p.objects = p.objects[:0]
	p.ground(fyne.NewSize(size.Width-s(2*cardSide), size.Height-s(cardGap)), chosen, hovered)
	left, top, room := s(cardSide+cardInner), s(cardInner), cardRoom(size.Width)
	p.head(f, left, top, room)
	top += s(headLine + lineGap)

	p.text = f.prepared(ruler, room, full)
	width := max(room, p.text.Width()+1)
	if full {
		width = room
	}
	height := p.text.AppendHeights(nil, width)[0]
	p.words.Set(kit.MarkedView{Text: &p.text, Width: width})
	p.words.Refresh()
	p.words.Move(fyne.NewPos(left, top))
	p.words.Resize(fyne.NewSize(room, height))
	p.objects = append(p.objects, p.words)
	top += height + s(lineGap)

	x := left
	if f.class != "" {
		x = p.pill(className(f.class), classInk(f.class), x, top)
	}
	if f.point > 0 {
		p.pill(words.Text("strategy.point", "n", strconv.Itoa(f.point)), kit.ColorText, x, top)
	}
	top += s(pillLine)
	if line := f.reasonLine(); !full && line != "" {
		style := fyne.TextStyle{Italic: f.reason == ""}
		size := theme.Size(theme.SizeNameCaptionText)
		p.write(fit(line, room, size, style), left, top+s(4), size, style, kit.ColorQuiet)
	}
	return top
}

func (p *facePainter) ground(size fyne.Size, chosen, hovered bool) {
	g := canvas.NewRectangle(theme.Color(kit.ColorSurface))
	g.CornerRadius = theme.Size(theme.SizeNameCardRadius)
	g.StrokeColor, g.StrokeWidth = theme.Color(kit.ColorLine), 1
	if hovered {
		g.StrokeColor = theme.Color(kit.ColorOutline)
	}
	if chosen {
		g.StrokeColor, g.StrokeWidth = theme.Color(kit.ColorAccent), 2
	}
	g.Move(fyne.NewPos(kit.Scaled(cardSide), 0))
	g.Resize(size)
	p.objects = append(p.objects, g)
}

func (p *facePainter) head(f face, left, top, room float32) {
	size := theme.Size(theme.SizeNameText)
	if f.number > 0 {
		number := p.write(strconv.Itoa(f.number), left, top, size, fyne.TextStyle{Bold: true}, kit.ColorText)
		gap := number.MinSize().Width + kit.Scaled(8)
		left, room = left+gap, room-gap
	}
	size = theme.Size(theme.SizeNameCaptionText)
	p.write(fit(f.place, room, size, fyne.TextStyle{}), left, top+kit.Scaled(2), size, fyne.TextStyle{}, kit.ColorQuiet)
}

// classInk is a class's colour; its name says the same.
func classInk(c redline.Class) fyne.ThemeColorName {
	switch c {
	case redline.Substantive:
		return kit.ColorCare
	case redline.Structural:
		return kit.ColorAccent
	}
	return kit.ColorQuiet
}

// pill is a word with a line round it; it tells where the next one may begin.
func (p *facePainter) pill(text string, ink fyne.ThemeColorName, left, top float32) float32 {
	s := kit.Scaled
	t := canvas.NewText(text, theme.Color(ink))
	t.TextSize = theme.Size(theme.SizeNameCaptionText)
	size := t.MinSize()
	g := canvas.NewRectangle(nil)
	g.StrokeColor, g.StrokeWidth = theme.Color(kit.ColorLine), 1
	if ink != kit.ColorText {
		g.StrokeColor = theme.Color(ink)
	}
	g.CornerRadius = s(pillLine / 2)
	g.Move(fyne.NewPos(left, top))
	g.Resize(fyne.NewSize(size.Width+s(16), s(pillLine)))
	t.Move(fyne.NewPos(left+s(8), top+(s(pillLine)-size.Height)/2))
	p.objects = append(p.objects, g, t)
	return left + g.Size().Width + s(6)
}

func (p *facePainter) write(text string, left, top, size float32, style fyne.TextStyle, ink fyne.ThemeColorName) *canvas.Text {
	t := canvas.NewText(text, theme.Color(ink))
	t.TextSize, t.TextStyle = size, style
	t.Move(fyne.NewPos(left, top))
	p.objects = append(p.objects, t)
	return t
}

const lapsedHeight = 40

// lapsedHeading stands over the notes whose change is gone.
type lapsedHeading struct{ widget.Label }

func newLapsedHeading() *lapsedHeading {
	h := &lapsedHeading{}
	h.Text, h.TextStyle.Bold = words.Text("strategy.lapsed"), true
	h.ExtendBaseWidget(h)
	return h
}
