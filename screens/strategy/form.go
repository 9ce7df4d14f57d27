package strategy

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"synlig/data/document"
	"synlig/data/strategy"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// kinds are the forms a block can have, in the order of the menu. The key of
// each is Alt with its digit: Ctrl+Alt writes letters on a Danish keyboard.
var kinds = []struct {
	kind document.Kind
	key  fyne.KeyName
}{
	{document.Paragraph, fyne.Key0},
	{document.Heading1, fyne.Key1}, {document.Heading2, fyne.Key2}, {document.Heading3, fyne.Key3},
	{document.Bullet, fyne.Key4}, {document.Numbered, fyne.Key5}, {document.Quote, fyne.Key6},
}

// command is a line of the menus that does something with the open block.
func (p *Page) command(label string, shortcut fyne.Shortcut, run func()) *fyne.MenuItem {
	item := fyne.NewMenuItem(label, func() {
		defer kit.Catch()
		if p.editing.block != "" && p.editing.can() && p.host.Canvas().Overlays().Top() == nil {
			run()
		}
	})
	item.Shortcut = shortcut
	return item
}

// formItems are the lines that say what kind of block the open one is.
func (p *Page) formItems() (items []*fyne.MenuItem) {
	for _, k := range kinds {
		alt := &desktop.CustomShortcut{KeyName: k.key, Modifier: fyne.KeyModifierAlt}
		items = append(items, p.command(words.Text("strategy.kind_"+k.kind.String()), alt, func() { p.editing.form(k.kind) }))
	}
	further := func(key fyne.KeyName) fyne.Shortcut {
		return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt | fyne.KeyModifierShift}
	}
	return append(items, fyne.NewMenuItemSeparator(),
		p.command(words.Text("strategy.further_in"), further(fyne.KeyRight), func() { p.editing.indent(1) }),
		p.command(words.Text("strategy.further_out"), further(fyne.KeyLeft), func() { p.editing.indent(-1) }))
}

// markItems are the lines that make words bold, italic or a link.
func (p *Page) markItems() []*fyne.MenuItem {
	ctrl := func(key fyne.KeyName) fyne.Shortcut {
		return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}
	}
	return []*fyne.MenuItem{
		p.command(words.Text("strategy.bold"), ctrl(fyne.KeyB), func() { p.editing.toggle(strategy.Bold) }),
		p.command(words.Text("strategy.italic"), ctrl(fyne.KeyI), func() { p.editing.toggle(strategy.Italic) }),
		p.command(words.Text("strategy.link"), ctrl(fyne.KeyL), p.editing.askLink),
	}
}

// moveItems are the lines that move the open block.
func (p *Page) moveItems() []*fyne.MenuItem {
	ctrl := func(key fyne.KeyName) fyne.Shortcut {
		return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}
	}
	return []*fyne.MenuItem{
		p.command(words.Text("strategy.move_up"), ctrl(fyne.KeyUp), func() { p.editing.move((*strategy.Editor).MoveUp) }),
		p.command(words.Text("strategy.move_down"), ctrl(fyne.KeyDown), func() { p.editing.move((*strategy.Editor).MoveDown) }),
	}
}

// writingItems are all the lines about writing, for the main menu.
func (p *Page) writingItems() []*fyne.MenuItem {
	form := fyne.NewMenuItem(words.Text("strategy.form"), nil)
	form.ChildMenu = fyne.NewMenu("", p.formItems()...)
	items := append([]*fyne.MenuItem{form}, p.markItems()...)
	return append(items, p.moveItems()...)
}

// form makes the open block a block of that kind.
func (e *editing) form(kind document.Kind) {
	e.place()
	e.did(e.editor.SetKind(e.block, kind))
}

// indent puts the open block further in, or out.
func (e *editing) indent(by int) {
	e.place()
	e.did(e.editor.Indent(e.block, by))
}

// toggle makes the chosen words bold or italic, or no longer so. They stay
// chosen: their letters are the same.
func (e *editing) toggle(mark strategy.Mark) {
	from, to := e.row.field.selection()
	if effect := e.editor.Toggle(e.block, mark, from, to); effect.Changed() {
		e.written(effect)
	}
}

// askLink asks where the chosen words lead.
func (e *editing) askLink() {
	from, to := e.row.field.selection()
	block, field := e.block, kit.NewEntry(words.Text("strategy.link_hint"))
	field.SetText(e.editor.LinkAt(block, from))
	if from == to && field.Text == "" {
		e.page.host.Say(words.Text("strategy.link_choose"), "", nil)
		return
	}
	line := newAskLine(e.page, field, words.Text("strategy.link_set"), func() {
		e.setLink(block, from, to, field.Text)
	})
	line.show()
}

func (e *editing) setLink(block string, from, to int, address string) {
	if effect := e.editor.SetLink(block, from, to, address); effect.Changed() {
		e.written(effect)
	}
	if e.block == block {
		e.page.host.Canvas().Focus(e.row.field)
	}
}

// askLine asks for one line of text under the toolbar.
type askLine struct {
	page  *Page
	field *kit.Entry
	done  func()
	verb  string
}

func newAskLine(p *Page, field *kit.Entry, verb string, done func()) *askLine {
	a := &askLine{page: p, field: field, done: done, verb: verb}
	field.OnSubmitted = func(string) { a.finish() }
	field.OnEscape = func() bool {
		p.frame.hideDone()
		if p.editing.block != "" {
			p.host.Canvas().Focus(p.editing.row.field)
		}
		return true
	}
	return a
}

func (a *askLine) show() {
	a.page.frame.showAsk(a.field, kit.NewMainButton(a.verb, nil, a.finish))
	a.page.host.Canvas().Focus(a.field)
}

func (a *askLine) finish() {
	a.page.frame.hideDone()
	a.done()
}

// TappedSecondary offers what can be done with the words and with the block.
func (b *blockEntry) TappedSecondary(at *fyne.PointEvent) {
	p := b.editing.page
	clipboard := fyne.CurrentApp().Clipboard()
	with := func(key string, s fyne.Shortcut) *fyne.MenuItem {
		return fyne.NewMenuItem(words.Text(key), func() { b.TypedShortcut(s) })
	}
	items := []*fyne.MenuItem{
		with("strategy.undo", &fyne.ShortcutUndo{}), with("strategy.redo", &fyne.ShortcutRedo{}),
		fyne.NewMenuItemSeparator(),
		with("strategy.cut", &fyne.ShortcutCut{Clipboard: clipboard}),
		with("strategy.copy_words", &fyne.ShortcutCopy{Clipboard: clipboard}),
		with("strategy.paste", &fyne.ShortcutPaste{Clipboard: clipboard}),
		fyne.NewMenuItemSeparator(),
	}
	items = append(items, p.writingItems()...)
	for _, item := range items {
		item.Shortcut = nil // the keys stand in the main menu
	}
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), p.host.Canvas(), at.AbsolutePosition)
}
