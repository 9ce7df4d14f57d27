package moderation

import (
	"fyne.io/fyne/v2"

	"synlig/screens/kit"
	"synlig/screens/words"
)

// MenuItems are the room's own lines of the main menu: the parts of the room,
// the way in for comments, what can be done with the open case, and the lines of
// the document in front.
func (p *Page) MenuItems() []*fyne.MenuItem {
	items := []*fyne.MenuItem{
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
	if d := p.parts.desk(); d != nil {
		return append(append(items, fyne.NewMenuItemSeparator()), d.MenuItems()...)
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
