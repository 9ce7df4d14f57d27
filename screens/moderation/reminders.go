package moderation

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"synlig/data/moderation"
	"synlig/data/store"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// reminders are what the day brings, over the queue: blocks that have come to
// their end, days that have come, and contents whose time is up. A line is a
// way to what it is about. On a day that brings nothing there is nothing.
type reminders struct {
	page    *Page
	content *fyne.Container
	due     store.Due
	asked   int // generation: an older answer must not overwrite a newer one
}

func newReminders(p *Page) *reminders {
	return &reminders{page: p, content: kit.Column(kit.Within)}
}

// read asks the office anew.
func (r *reminders) read() {
	p := r.page
	r.asked++
	mine := r.asked
	var due store.Due
	var err error
	p.start(func() { due, err = p.office.Due(context.Background()) }, func() {
		if mine != r.asked || err != nil {
			return // the queue says what cannot be read
		}
		r.due = due
		r.show()
		p.host.Refresh()
	})
}

// needs is how many things wait for somebody today that the queue does not count
// already.
func (r *reminders) needs() int {
	n := len(r.due.Blocks)
	for _, item := range r.due.Deadlines {
		if item.State == moderation.StateWorking || item.State == moderation.StateDecided {
			n++
		}
	}
	return n
}

// show says what there is, the most pressing first.
func (r *reminders) show() {
	r.content.Objects = nil
	if r.page.host.Person().ID == 0 {
		r.add(words.Text("moderation.remind_person"), words.Text("moderation.choose_person"), r.page.host.SwitchPerson)
	}
	open := words.Text("moderation.remind_open")
	for _, b := range r.due.Blocks {
		r.add(words.Text("moderation.remind_block", "alias", b.Alias, "day", r.page.dayText(b.Until)), open, func() { r.page.desk.open(b.Case) })
	}
	if n := len(r.due.Deadlines); n > 0 {
		first := r.due.Deadlines[0].ID
		r.add(words.Count("moderation.remind_deadline", n), open, func() {
			r.page.shelf.look(store.ViewDeadlines)
			r.page.desk.open(first)
		})
	}
	if n := len(r.due.Forget); n > 0 {
		r.add(words.Count("moderation.remind_forget", n), open, func() { r.page.parts.choose(partReport) })
	}
	r.content.Hidden = len(r.content.Objects) == 0
	r.content.Refresh()
	r.page.queue.content.Refresh()
}

func (r *reminders) add(text, verb string, open func()) {
	label := kit.NewText(text)
	label.Importance = widget.WarningImportance
	icon := widget.NewIcon(theme.NewWarningThemedResource(theme.HistoryIcon()))
	there := kit.NewQuietButton(verb, nil, open)
	r.content.Add(kit.Wide(queueWidth-2*kit.Between, paper(container.NewBorder(nil, nil, kit.Padded(0, kit.Within, icon), there, label))))
}

// blockOver is the block of a case that has come to its end, if there is one.
func (r *reminders) blockOver(id int64) (moderation.Block, bool) {
	for _, b := range r.due.Blocks {
		if b.Case == id {
			return b, true
		}
	}
	return moderation.Block{}, false
}
