package moderation

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"synlig/data/moderation"
	"synlig/data/store"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// queue is the list of comments at the left, with the choice of which.
type queue struct {
	page    *Page
	views   *kit.Select
	rows    *kit.Rows
	content *fyne.Container
	spare   []*kit.ListRow
	none    fyne.CanvasObject
	seen    int64 // the open case that was scrolled to
	// reminders stand over the list: what the day brings.
	reminders *reminders
}

func newQueue(p *Page) *queue {
	q := &queue{page: p}
	q.views = kit.NewSelect(nil, func(index int) { p.shelf.look(views[index]) })
	q.rows = kit.NewRows(q)
	q.rows.OnKey = q.key
	q.rows.OnScrolled = q.scrolled
	q.none = container.NewCenter(kit.NewQuiet(words.Text("moderation.queue_none")))
	paste := kit.NewButton(words.Text("moderation.paste_new"), theme.ContentPasteIcon(), p.askComment)
	q.reminders = newReminders(p)
	head := kit.Padded(kit.Between, kit.Between, kit.Column(kit.Between, paste, q.reminders.content, q.views))
	q.content = container.NewBorder(head, nil, nil, nil, container.NewStack(q.rows, q.none))
	q.name()
	return q
}

// name writes the number beside each part of the queue.
func (q *queue) name() {
	labels := make([]string, len(views))
	chosen := 0
	for i, v := range views {
		labels[i] = words.Text("moderation.view_" + string(v))
		if n := q.page.shelf.counts[v]; n > 0 {
			labels[i] += " · " + strconv.Itoa(n)
		}
		if v == q.page.shelf.view {
			chosen = i
		}
	}
	q.views.SetLabels(labels, chosen)
}

// show shows the queue anew.
func (q *queue) show() {
	q.name()
	q.none.Hide()
	if len(q.page.shelf.items) == 0 {
		q.none.Show()
	}
	q.rows.Reset()
	q.content.Refresh()
	q.reveal()
}

// mark shows which case is open.
func (q *queue) mark() {
	q.rows.Redress()
	q.reveal()
}

// reveal scrolls to the open case once, as soon as it lies in the queue: who
// scrolls on afterwards is left alone.
func (q *queue) reveal() {
	id := q.page.desk.c.ID
	if at := q.page.shelf.index(id); at >= 0 && id != q.seen && q.rows.Count() > at {
		q.seen = id
		q.rows.Reveal(at)
	}
}

func (q *queue) scrolled() {
	if _, end := q.rows.InSight(); end >= len(q.page.shelf.items) && len(q.page.shelf.items) > 0 {
		q.page.shelf.further()
	}
}

// key goes from case to case.
func (q *queue) key(key *fyne.KeyEvent) bool {
	by := 0
	switch key.Name {
	case fyne.KeyUp:
		by = -1
	case fyne.KeyDown:
		by = 1
	case fyne.KeyReturn, fyne.KeyEnter:
		q.page.sheet.begin()
		return true
	default:
		return false
	}
	items := q.page.shelf.items
	if at := q.page.shelf.index(q.page.desk.c.ID) + by; at >= 0 && at < len(items) {
		q.page.desk.open(items[at].ID)
	}
	return true
}

// Heights are all the same.
func (q *queue) Heights(float32) []float32 {
	heights := make([]float32, len(q.page.shelf.items))
	for i := range heights {
		heights[i] = kit.ListRowHeight()
	}
	return heights
}

// Take is the widget for a row.
func (q *queue) Take(row int) fyne.CanvasObject {
	var r *kit.ListRow
	if n := len(q.spare); n > 0 {
		r, q.spare = q.spare[n-1], q.spare[:n-1]
	} else {
		r = kit.NewListRow()
	}
	item := q.page.shelf.items[row]
	r.OnTapped = func() {
		q.page.host.Canvas().Focus(q.rows)
		q.page.desk.open(item.ID)
	}
	r.Dress(q.page.face(item), item.ID == q.page.desk.c.ID)
	return r
}

// Give takes a widget back.
func (q *queue) Give(object fyne.CanvasObject) { q.spare = append(q.spare, object.(*kit.ListRow)) }

// face is what a row says of a comment: where it stands, its first words, who
// has it, and its state – or its day, when one is set.
func (p *Page) face(item store.Item) kit.ListFace {
	f := kit.ListFace{
		Above: item.Alias + " · " + item.Post,
		Text:  strings.Join(strings.Fields(item.Excerpt), " "),
		Below: p.dayText(item.Received),
		Right: stateText(item.State),
	}
	if item.Owner.ID != 0 {
		f.Below += " · " + item.Owner.Initials
	}
	switch item.State {
	case moderation.StateNew, moderation.StateWaiting, moderation.StateObjection:
		f.RightInk = kit.ColorCare
	case moderation.StateDone:
		f.RightInk = kit.ColorGood
		f.Right = words.Text("moderation.short_" + string(item.Outcome))
	}
	if !item.Deadline.IsZero() && item.State != moderation.StateDone {
		f.Right, f.RightInk = words.Text("moderation.by_day", "day", p.dayText(item.Deadline)), kit.ColorCare
	}
	return f
}
