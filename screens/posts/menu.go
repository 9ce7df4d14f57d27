package posts

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"synlig/data/posts"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// MenuItems are the lines of the main menu that belong to this room.
func (p *Page) MenuItems() []*fyne.MenuItem {
	ctrl := func(key fyne.KeyName, shift bool) fyne.Shortcut {
		m := fyne.KeyModifierShortcutDefault
		if shift {
			m |= fyne.KeyModifierShift
		}
		return &desktop.CustomShortcut{KeyName: key, Modifier: m}
	}
	item := func(key string, shortcut fyne.Shortcut, run func()) *fyne.MenuItem {
		i := fyne.NewMenuItem(words.Text(key), run)
		i.Shortcut = shortcut
		return i
	}
	items := []*fyne.MenuItem{
		item("posts.menu-next", ctrl(fyne.KeyReturn, false), p.doNext),
		item("posts.menu-links", ctrl(fyne.KeyL, false), p.openLibrary),
		item("posts.menu-acts", ctrl(fyne.KeyE, false), func() { p.showMenuAt(p.writing.more) }),
		fyne.NewMenuItemSeparator(),
		item("posts.menu-text", ctrl(fyne.KeyT, false), func() { p.show(viewWriting); p.focus(p.writing.text.Field()) }),
		item("posts.menu-list", ctrl(fyne.KeyO, false), p.focusList),
		item("posts.menu-plan", ctrl(fyne.KeyD, false), func() { p.show(viewWriting); p.focus(p.writing.plan.day.Field()) }),
		item("posts.menu-mend", ctrl(fyne.KeyM, false), p.mendFirst),
		item("posts.menu-writing", nil, func() { p.show(viewWriting) }),
		item("posts.menu-calendar", ctrl(fyne.KeyD, true), func() { p.show(viewCalendar); p.host.Canvas().Focus(p.schedule.view.calendar) }),
		item("posts.menu-figures", nil, func() { p.show(viewFigures) }),
		fyne.NewMenuItemSeparator(),
	}
	return append(items, p.roomItems()...)
}

// focus gives a field the keyboard where a post is open.
func (p *Page) focus(field fyne.Focusable) {
	if p.draft.open {
		p.host.Canvas().Focus(field)
	}
}

func (p *Page) focusList() {
	if p.frame.plan(p.frame.Size().Width).list == 0 {
		p.frame.toggle()
		return
	}
	p.host.Canvas().Focus(p.list.rows)
}

// doNext does the main action, as its button does.
func (p *Page) doNext() {
	if label, run := p.Action(); label != "" && run != nil {
		run()
	}
}

// mendFirst follows the first hint that can be followed with one click.
func (p *Page) mendFirst() {
	if !p.checker.current() {
		p.checker.then = p.mendFirst
		p.checker.now()
		return
	}
	for _, hint := range p.checker.verdict.hints {
		if p.draft.writable() && len(hint.Mends) > 0 {
			p.mend(hint, hint.Mends[0])
			return
		}
	}
}

// roomItems are what is rarely needed: files in and out, the trash.
func (p *Page) roomItems() []*fyne.MenuItem {
	trash := words.Text("posts.show-trash")
	if p.shelf.filter.Trash {
		trash = words.Text("posts.leave-trash")
	}
	return []*fyne.MenuItem{
		fyne.NewMenuItem(words.Text("posts.print-plan"), p.Print),
		fyne.NewMenuItem(words.Text("posts.export-csv"), func() { p.exportTable(".csv") }),
		fyne.NewMenuItem(words.Text("posts.export-xlsx"), func() { p.exportTable(".xlsx") }),
		fyne.NewMenuItem(words.Text("posts.export-ics"), p.exportCalendar),
		fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(words.Text("posts.figures-take"), p.pickFigures),
		fyne.NewMenuItem(trash, p.showTrash),
		fyne.NewMenuItem(words.Text("posts.limits"), p.askLimits),
	}
}

// showRoomMenu opens them under their button.
func (p *Page) showRoomMenu(under fyne.CanvasObject) { p.popUp(under, p.roomItems()) }

// actItems are what can be done with the open post, beside the main action.
func (p *Page) actItems() (items []*fyne.MenuItem) {
	d := &p.draft
	if !d.open {
		return nil
	}
	add := func(key string, run func()) {
		items = append(items, fyne.NewMenuItem(words.Text(key), func() {
			defer kit.Catch()
			run()
		}))
	}
	main := d.post.Next(p.who()).Act
	for _, act := range d.post.Acts(p.who()) {
		if act == main {
			continue
		}
		switch act {
		case posts.Return:
			key := "posts.return"
			if d.post.Author.Same(p.who()) {
				key = "posts.take-back"
			}
			add(key, p.askReturn)
		case posts.Unplan:
			add("posts.unplan", p.unplan)
		case posts.Copy:
			add("posts.act-copy", p.copyAndOpen)
		case posts.Publish:
			add("posts.act-publish", p.askPublish)
		case posts.Amend:
			add("posts.amend", p.askAmend)
		case posts.Archive:
			add("posts.act-archive", func() { p.step(posts.Step{Act: posts.Archive}, nil) })
		case posts.Unstore:
			add("posts.unstore", func() { p.step(posts.Step{Act: posts.Unstore}, nil) })
		}
	}
	if d.post.ID != 0 {
		add("posts.reuse", p.reuse)
		add("posts.history", p.showHistory)
		add("posts.minutes-add", p.askMinutes)
	}
	if d.post.Trashed.IsZero() && (d.post.ID == 0 || d.post.Published.IsZero() && d.post.State != posts.Approved && d.post.State != posts.Planned) {
		add("posts.trash", p.trash)
	}
	return items
}

// showMenu opens them where the pointer is.
func (p *Page) showMenu(at fyne.Position) {
	if items := p.actItems(); len(items) > 0 {
		widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), p.host.Canvas(), at)
	}
}

// showMenuAt opens them under their button.
func (p *Page) showMenuAt(under fyne.CanvasObject) { p.popUp(under, p.actItems()) }

func (p *Page) popUp(under fyne.CanvasObject, items []*fyne.MenuItem) {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(under)
	menu := widget.NewPopUpMenu(fyne.NewMenu("", items...), p.host.Canvas())
	menu.ShowAtPosition(fyne.NewPos(max(at.X+under.Size().Width-menu.MinSize().Width, 0), at.Y+under.Size().Height))
	p.host.Canvas().Focus(menu)
}

// showHistory tells what happened to the open post, newest first.
func (p *Page) showHistory() {
	id := p.draft.post.ID
	var events []posts.Event
	var err error
	p.start(func() { events, err = p.office.PostHistory(context.Background(), id) }, func() {
		if err != nil {
			p.host.Fail(err)
			return
		}
		lines := kit.Column(kit.Between)
		for i := len(events) - 1; i >= 0; i-- {
			e := events[i]
			lines.Add(kit.Column(2, kit.NewCaption(joined([]string{momentText(p.local(e.At), p.today()), e.By.Name, actText(e)}))))
			if text := beginning(e); text != "" {
				lines.Add(kit.NewText(text))
			}
		}
		p.host.Sheet(words.Text("posts.history"), 560, lines, kit.NewMainButton(words.Text("posts.close"), nil, nil))
	})
}

// actText is what was done, in a word or two.
func actText(e posts.Event) string {
	if e.Act == "" {
		return words.Text("posts.did-write")
	}
	return words.Text("posts.did-" + string(e.Act))
}

// beginning is the beginning of the words an event holds.
func beginning(e posts.Event) string { return cut(e.Content.Text, 300) }
