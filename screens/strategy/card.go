package strategy

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

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

// reasonLine is the reason in one line, or that there is none yet; of a change
// that collides it is why.
func (f face) reasonLine() string {
	if f.clash != "" {
		return f.clash
	}
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
	c.cards.page.editing.leave()
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

const lapsedHeight = 40

// newLapsedHeading stands over the notes whose change is gone.
func newLapsedHeading() *fyne.Container {
	c := kit.NewCaption(words.Text("strategy.lapsed"))
	c.Bold, c.Ink = true, kit.ColorText
	return kit.Padded(0, cardSide, c)
}
