package posts

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"synlig/data/links"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// edit asks for a page's fields; complaint says why they could not be kept the
// last time.
func (l *library) edit(p links.Page, complaint string) {
	title, verb := words.Text("links.edit-title"), words.Text("links.save")
	if p.ID == 0 {
		title, verb = words.Text("links.add-title"), words.Text("links.add-verb")
	}
	field := func(key, value string) (*kit.Entry, []fyne.CanvasObject) {
		e := kit.NewEntry(words.Text("links." + key + "-hint"))
		e.SetText(value)
		return e, []fyne.CanvasObject{widget.NewLabel(words.Text("links." + key)), e}
	}
	name, nameRow := field("title", p.Title)
	address, addressRow := field("address", shownOrEmpty(p.Address))
	topic, topicRow := field("topic", p.Topic)
	other, otherRow := field("words", p.Words)
	told := kit.NewText(complaint)
	setShown(told, complaint != "")
	rows := append(append(append(addressRow, nameRow...), topicRow...), otherRow...)
	var close func()
	save := func() {
		close()
		l.save(p, links.Page{ID: p.ID, Title: name.Text, Address: address.Text, Topic: topic.Text, Words: other.Text})
	}
	for _, e := range []*kit.Entry{name, address, topic, other} {
		e.OnSubmitted = func(string) { save() }
	}
	close = l.host.Sheet(title, 460, kit.Column(kit.Within, append(rows, told)...),
		kit.NewButton(words.Text("shell.cancel"), nil, nil), kit.NewMainButton(verb, nil, save))
	l.host.Canvas().Focus(address)
}

func shownOrEmpty(address string) string {
	if address == "" {
		return ""
	}
	return links.Shown(address)
}

// save keeps a page; where that cannot be, the fields come back with the
// reason.
func (l *library) save(before, p links.Page) {
	cleaned, err := links.Clean(p.Address)
	if err == nil && p.Title == "" {
		p.Title = links.FromText(cleaned.Address)[0].Title
	}
	var kept links.Page
	l.options.Start(func() { kept, err = l.store.SaveLink(context.Background(), p) }, func() {
		if err != nil {
			l.edit(p, words.Fault(err))
			return
		}
		back := func() { l.restore(before) }
		if before.ID == 0 {
			back = func() { l.drop([]int64{kept.ID}, kept.ID) }
		}
		text := words.Text("links.saved", "title", kept.Title)
		if cleaned.Changed() {
			text += " " + words.Text("links.cleaned")
		}
		l.tell(text, back)
		l.search.SetText("")
		l.read(kept.ID)
	})
}

// move gives a page the address it stands at now.
func (l *library) move(p links.Page) {
	to := p
	to.Address = p.Answer.MovedTo
	l.save(p, to)
}

// remove takes a page out; it can be put back.
func (l *library) remove(p links.Page) {
	var removed links.Page
	var err error
	l.options.Start(func() { removed, err = l.store.RemoveLink(context.Background(), p.ID) }, func() {
		if err != nil {
			l.host.Fail(err)
			l.read(0)
			return
		}
		l.tell(words.Text("links.removed", "title", removed.Title), func() { l.restore(removed) })
		l.read(0)
	})
}

// restore puts a page back as it was.
func (l *library) restore(p links.Page) {
	var err error
	l.options.Start(func() { _, err = l.store.SaveLink(context.Background(), p) }, func() {
		if err != nil {
			l.host.Fail(err)
		}
		l.read(p.ID)
	})
}

// drop takes pages out again that came in by mistake.
func (l *library) drop(ids []int64, id int64) {
	var err error
	l.options.Start(func() {
		for _, id := range ids {
			if _, err = l.store.RemoveLink(context.Background(), id); err != nil {
				return
			}
		}
	}, func() {
		if err != nil {
			l.host.Fail(err)
		}
		l.read(id)
	})
}
