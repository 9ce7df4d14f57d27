package strategy

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"synlig/data/redline"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// cards is the list of changes at the right. The chosen one is open: its words
// in full, its reason to be written and its decision point to be chosen.
type cards struct {
	page    *Page
	rows    *kit.Rows
	filter  *filter
	listed  []cardItem
	ruler   *kit.Ruler
	opened  *openCard
	spare   []*card
	heading []*fyne.Container
	offered *offerCard // the last meeting's suggestions
	waiting *offerCard // places that were put off
}

// cardItem is a row: a change by number, a lapsed note by index, the last
// meeting's suggestions, what waits to be settled, or, with none of them, the
// heading over the lapsed.
type cardItem struct {
	change    int
	lapsed    int // index + 1 in Comparison.Lapsed
	suggested bool
	waiting   bool
}

func newCards(p *Page) *cards {
	c := &cards{page: p}
	c.rows = kit.NewRows(c)
	c.rows.OnKey, c.rows.OnShortcut = c.key, p.listShortcut
	c.filter = newFilter(p)
	c.opened = newOpenCard(c)
	c.offered = newOfferCard("strategy.suggested_text", "strategy.take_up", p.takeUp)
	c.waiting = newOfferCard("strategy.waiting_text", "strategy.waiting_choose", p.askWaiting)
	c.waiting.counted.Importance = widget.WarningImportance
	return c
}

// show lists the changes of another reading.
func (c *cards) show() {
	c.filter.offer()
	c.list()
}

// list puts the changes that pass the filter in the list, then what lapsed.
func (c *cards) list() {
	c.listed = c.listed[:0]
	if r := c.page.reading; r != nil {
		if n := len(c.page.revision.Disputes); n > 0 && c.page.compared == nil {
			c.waiting.counted.SetText(words.Count("strategy.waiting", n))
			c.listed = append(c.listed, cardItem{waiting: true})
		}
		first := len(c.listed)
		for _, change := range r.comparison.Changes {
			if c.filter.passes(change) {
				c.listed = append(c.listed, cardItem{change: change.Number})
			}
		}
		c.filter.count(len(c.listed)-first, len(r.comparison.Changes))
		if len(r.comparison.Lapsed) > 0 && c.filter.all() {
			c.listed = append(c.listed, cardItem{})
			for i := range r.comparison.Lapsed {
				c.listed = append(c.listed, cardItem{lapsed: i + 1})
			}
		}
		if c.page.offersSuggestions() && c.filter.all() {
			c.offered.counted.SetText(words.Count("strategy.suggested", len(r.pending)))
			c.listed = append(c.listed, cardItem{suggested: true})
		}
	}
	c.opened.open(c.page.chosen)
	c.rows.Reset()
	c.filter.fit()
}

// change is a change by its number; nil when there is none.
func (p *Page) change(number int) *redline.Change {
	if p.reading == nil || number < 1 || number > len(p.reading.comparison.Changes) {
		return nil
	}
	return &p.reading.comparison.Changes[number-1]
}

// row is the row of a change, -1 when the filter hides it.
func (c *cards) row(change int) int {
	for i, item := range c.listed {
		if item.change == change && change > 0 {
			return i
		}
	}
	return -1
}

// reveal opens the card of the chosen change and brings it into sight.
func (c *cards) reveal() {
	if c.page.chosen > 0 && c.row(c.page.chosen) < 0 {
		c.filter.clear()
		c.list()
	}
	c.opened.open(c.page.chosen)
	c.rows.Reset()
	c.rows.Reveal(c.row(c.page.chosen))
}

// write puts the keyboard into the reason of the chosen change.
func (c *cards) write() {
	if c.row(c.page.chosen) < 0 || c.page.compared != nil {
		return
	}
	c.rows.Reveal(c.row(c.page.chosen))
	c.page.host.Canvas().Focus(c.opened.reason)
	for _, key := range []fyne.KeyName{fyne.KeyPageDown, fyne.KeyEnd} { // one goes on writing at the end
		c.opened.reason.TypedKey(&fyne.KeyEvent{Name: key})
	}
}

// key moves from change to change; Enter writes the reason.
func (c *cards) key(key *fyne.KeyEvent) bool {
	switch key.Name {
	case fyne.KeyUp:
		c.step(-1)
	case fyne.KeyDown:
		c.step(1)
	case fyne.KeyReturn, fyne.KeyEnter:
		c.write()
	default:
		return c.page.stepKey(key)
	}
	return true
}

// step chooses the next change that passes the filter, or the one before.
func (c *cards) step(by int) {
	at := c.row(c.page.chosen)
	if at < 0 && by < 0 {
		at = len(c.listed)
	}
	for at += by; at >= 0 && at < len(c.listed); at += by {
		if n := c.listed[at].change; n > 0 {
			c.page.choose(n)
			return
		}
	}
}

// Heights are those of the cards; all are known without making them.
func (c *cards) Heights(width float32) []float32 {
	if c.ruler == nil || c.ruler.Stale() {
		c.ruler = kit.NewRuler()
	}
	heights := make([]float32, len(c.listed), len(c.listed)+1)
	for i, item := range c.listed {
		heights[i] = c.height(item, width) + kit.Scaled(cardGap)
	}
	if n := len(heights); n > 0 {
		heights[n-1] += kit.Scaled(kit.Around)
	}
	return heights
}

func (c *cards) height(item cardItem, width float32) float32 {
	switch {
	case item == cardItem{}:
		return kit.Scaled(lapsedHeight)
	case item.suggested:
		return c.offered.height(width)
	case item.waiting:
		return c.waiting.height(width)
	case item.change > 0 && item.change == c.page.chosen:
		return c.opened.height(width)
	}
	if item.lapsed > 0 {
		return briefHeight(c.ruler, true)
	}
	reasons := c.page.compared == nil // where none is written yet, the card says so
	return briefHeight(c.ruler, reasons || c.page.change(item.change).Note.Reason != "")
}

// face is what a card says.
func (c *cards) face(item cardItem) face {
	r := c.page.reading
	if item.lapsed > 0 {
		return lapsedFace(&r.comparison, r.comparison.Lapsed[item.lapsed-1])
	}
	return changeFace(r, item.change, c.page.compared == nil)
}

// Take is the card for a row.
func (c *cards) Take(row int) fyne.CanvasObject {
	item := c.listed[row]
	switch {
	case item == cardItem{}:
		if n := len(c.heading); n > 0 {
			h := c.heading[n-1]
			c.heading = c.heading[:n-1]
			return h
		}
		return newLapsedHeading()
	case item.suggested:
		return c.offered.content
	case item.waiting:
		return c.waiting.content
	case item.change > 0 && item.change == c.page.chosen:
		return c.opened
	}
	var shown *card
	if n := len(c.spare); n > 0 {
		shown, c.spare = c.spare[n-1], c.spare[:n-1]
	} else {
		shown = newCard(c)
	}
	shown.dress(item, c.face(item))
	return shown
}

// Give takes a card back.
func (c *cards) Give(object fyne.CanvasObject) {
	switch o := object.(type) {
	case *card:
		c.spare = append(c.spare, o)
	case *fyne.Container:
		if o != c.offered.content && o != c.waiting.content {
			c.heading = append(c.heading, o)
		}
	}
}
