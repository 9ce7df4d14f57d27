package strategy

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"synlig/data/redline"
	"synlig/data/strategy"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// openCard is the card of the chosen change: there is one, so that a list of
// thousands holds only one field to write in.
type openCard struct {
	widget.BaseWidget
	cards   *cards
	number  int
	about   redline.Anchor // of the change whose author is asked for
	face    face
	painter *facePainter
	reason  *kit.Entry
	class   *widget.Select
	point   *widget.Select
	by      *kit.Caption // who made the change, once that is known
	clash   *clashBox
	form    *fyne.Container
	revert  *kit.Button
	lines   int  // that the field shows
	filling bool // the fields are being filled, nobody chose anything
}

func newOpenCard(c *cards) *openCard {
	o := &openCard{cards: c, painter: newFacePainter()}
	o.reason = kit.NewTextEntry(words.Text("strategy.reason_hint"))
	o.reason.SetMinRowsVisible(3)
	o.reason.OnChanged = func(text string) {
		if !o.filling {
			c.page.notes.write(o.number, text)
			if o.size() {
				c.rows.Reset()
			}
		}
	}
	o.reason.OnFocus = func(has bool) {
		if !has {
			c.page.notes.flush()
		}
	}
	o.reason.OnEscape = func() bool {
		c.page.host.Canvas().Focus(c.rows)
		return true
	}
	o.class = widget.NewSelect(nil, func(string) { o.judged() })
	o.point = widget.NewSelect(nil, func(string) { o.judged() })
	o.revert = kit.NewQuietButton(words.Text("strategy.revert"), theme.ContentUndoIcon(), func() { c.page.revertChange(o.number) })
	o.by, o.clash = kit.NewCaption(""), newClashBox(c.page)
	o.form = kit.Column(kit.Within, o.by, o.clash.content,
		label("strategy.reason"), o.reason,
		label("strategy.class"), framed(o.class),
		label("strategy.decision_point"), framed(o.point), container.NewHBox(o.revert))
	o.ExtendBaseWidget(o)
	return o
}

// label names the field below it.
func label(key string) fyne.CanvasObject { return kit.NewCaption(words.Text(key)) }

// open fills the card with a change; 0 closes it.
func (o *openCard) open(number int) {
	c := o.cards.page.change(number)
	o.number = 0
	if c == nil {
		return
	}
	o.filling = true
	defer func() { o.filling = false }()
	o.number = number
	o.face = changeFace(o.cards.page.reading, number, o.cards.page.compared == nil)
	if o.reason.Text != c.Note.Reason {
		o.reason.SetText(c.Note.Reason)
	}
	own := redline.Class("")
	if c.Note.Class != "" {
		own = c.Note.Class
	}
	o.class.Options = []string{
		words.Text("strategy.class_judged", "class", className(c.Class)),
		className(redline.Editorial), className(redline.Substantive), className(redline.Structural),
	}
	if own != "" {
		o.class.Options[0] = words.Text("strategy.class_by_program")
	}
	o.class.SetSelectedIndex(classIndex(own))
	o.offerPoints(c.Note.Point)
	o.askAuthor(*c)
	o.clash.set(o.cards.page.reading.clashOf(number), nil)
	o.size()
	o.form.Hidden = o.cards.page.compared != nil
	o.Refresh()
}

// askAuthor says who made the change, when that is found out.
func (o *openCard) askAuthor(c redline.Change) {
	page := o.cards.page
	o.by.Hidden = !page.past.can()
	if c.Anchor != o.about {
		o.about = c.Anchor
		o.by.Set("")
	}
	if n := c.Note; n.Author != "" && n.Reason == "" && n.Class == "" && n.Point == 0 {
		o.by.Set(words.Text("strategy.made_in_word", "name", n.Author, "moment", momentOf(n.At)))
		return
	}
	page.past.about(c, func(by strategy.Origin) {
		if o.about == c.Anchor && by != (strategy.Origin{}) {
			o.by.Set(words.Text("strategy.written_by", "name", nameOf(by.Author), "moment", momentOf(by.At)))
		}
	})
}

var classes = []redline.Class{"", redline.Editorial, redline.Substantive, redline.Structural}

func classIndex(c redline.Class) int {
	for i, class := range classes {
		if class == c {
			return i
		}
	}
	return 0
}

// offerPoints lists the decision points; one that is gone stays on the list of
// the change that has it.
func (o *openCard) offerPoints(point int) {
	o.point.Options = []string{words.Text("strategy.no_point")}
	at := 0
	for i, p := range o.cards.page.revision.Points {
		o.point.Options = append(o.point.Options,
			words.Text("strategy.point_text", "n", strconv.Itoa(p.Number), "text", beginning(p.Text, 40)))
		if p.Number == point {
			at = i + 1
		}
	}
	if at == 0 && point > 0 {
		o.point.Options = append(o.point.Options, words.Text("strategy.point", "n", strconv.Itoa(point)))
		at = len(o.point.Options) - 1
	}
	o.point.SetSelectedIndex(at)
}

// judged takes another class or decision point.
func (o *openCard) judged() {
	if o.filling || o.number == 0 {
		return
	}
	c := o.cards.page.change(o.number)
	point := c.Note.Point
	if i := o.point.SelectedIndex(); i <= 0 {
		point = 0
	} else if points := o.cards.page.revision.Points; i <= len(points) {
		point = points[i-1].Number
	}
	class := classes[max(o.class.SelectedIndex(), 0)]
	if class == c.Note.Class && point == c.Note.Point {
		return
	}
	o.cards.page.notes.judge(o.number, class, point)
}

// size makes the field as high as the reason, within bounds, and tells whether
// it was another height before.
func (o *openCard) size() (changed bool) {
	width := o.cards.rows.Width()
	if width <= 0 || o.cards.ruler == nil {
		return false
	}
	reason := o.cards.ruler.Prepare(kit.MarkedBlock{Pieces: []kit.MarkedPiece{{Text: oneLine(o.reason.Text)}}})
	lines := reason.Count(cardRoom(width) - kit.Scaled(30))
	lines = min(max(lines, 3), 8)
	changed, o.lines = lines != o.lines, lines
	o.reason.SetMinRowsVisible(lines)
	return changed
}

// height is that of the open card in a list of that width.
func (o *openCard) height(width float32) float32 {
	height := o.face.fullHeight(o.cards.ruler, cardRoom(width))
	if !o.form.Hidden {
		// Text that wraps knows its height when it knows its width.
		o.form.Resize(fyne.NewSize(cardRoom(width), o.form.MinSize().Height))
		height += o.form.MinSize().Height + kit.Scaled(kit.Between)
	}
	return height
}

// CreateRenderer draws the face with the fields under it.
func (o *openCard) CreateRenderer() fyne.WidgetRenderer { return &openRenderer{o} }

type openRenderer struct{ card *openCard }

func (r *openRenderer) MinSize() fyne.Size { return fyne.Size{} }
func (r *openRenderer) Destroy()           {}
func (r *openRenderer) Objects() []fyne.CanvasObject {
	return append(r.card.painter.objects[:len(r.card.painter.objects):len(r.card.painter.objects)], r.card.form)
}

func (r *openRenderer) Layout(size fyne.Size) {
	o := r.card
	if o.number == 0 || o.cards.ruler == nil {
		return
	}
	top := o.painter.paint(o.cards.ruler, o.face, size, true, true, false)
	o.form.Move(fyne.NewPos(kit.Scaled(cardSide+cardInner), top+kit.Scaled(kit.Between)))
	o.form.Resize(fyne.NewSize(cardRoom(size.Width), o.form.MinSize().Height))
}

func (r *openRenderer) Refresh() {
	if r.card.Size().Width > 0 {
		r.Layout(r.card.Size())
	}
	r.card.form.Refresh()
}
