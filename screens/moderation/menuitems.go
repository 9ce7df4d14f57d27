package moderation

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"synlig/screens/kit"
	"synlig/screens/words"
)

// MenuItems are the room's own lines of the main menu: the parts of the room,
// the way in for comments, what can be done with the open case, and the lines of
// the document in front.
func (p *Page) MenuItems() []*fyne.MenuItem {
	with := func(modifier fyne.KeyModifier, key string, name fyne.KeyName, run func()) *fyne.MenuItem {
		line := p.line(key, run)
		line.Shortcut = &desktop.CustomShortcut{KeyName: name, Modifier: modifier}
		return line
	}
	items := []*fyne.MenuItem{
		with(fyne.KeyModifierShortcutDefault, "next_step", fyne.KeyReturn, p.doNext),
		with(fyne.KeyModifierAlt, "next_case", fyne.KeyDown, func() { p.walk(1) }),
		with(fyne.KeyModifierAlt, "previous_case", fyne.KeyUp, func() { p.walk(-1) }),
		with(fyne.KeyModifierAlt, "to_checklist", fyne.KeyT, p.sheet.begin),
		fyne.NewMenuItemSeparator(),
		p.line("paste_new", p.New),
		p.line("import", p.askImport),
		fyne.NewMenuItemSeparator(),
		p.line(partKeys[partComments], func() { p.parts.choose(partComments) }),
		p.line(partKeys[partRules], func() { p.parts.choose(partRules) }),
		p.line(partKeys[partReport], func() { p.parts.choose(partReport) }),
		fyne.NewMenuItemSeparator(),
		p.line("verify", func() {
			p.parts.choose(partReport)
			p.parts.report.verify()
		}),
	}
	if d := p.parts.desk(); d != nil { // whose keys those of the queue would be
		return append(append(items[5:], fyne.NewMenuItemSeparator()), d.MenuItems()...)
	}
	if p.parts.shown == partComments && p.desk.c.ID != 0 {
		items = append(append(items, fyne.NewMenuItemSeparator()), p.caseItems()...)
	}
	return items
}

// line is a line of a menu.
func (p *Page) line(key string, run func()) *fyne.MenuItem {
	return fyne.NewMenuItem(words.Text("moderation."+key), func() {
		defer kit.Catch()
		run()
	})
}

// walk opens the case that many further down the queue.
func (p *Page) walk(by int) {
	if p.parts.shown != partComments || len(p.shelf.items) == 0 {
		return
	}
	at := p.shelf.index(p.desk.c.ID)
	if at < 0 && by < 0 {
		at = 0
	}
	at = min(max(at+by, 0), len(p.shelf.items)-1)
	p.desk.open(p.shelf.items[at].ID)
	p.frame.top()
}
