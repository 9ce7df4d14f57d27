package strategy

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"synlig/screens/kit"
	"synlig/screens/words"
)

// choose lights a change in the text and opens its card.
func (p *Page) choose(number int) {
	if p.change(number) == nil {
		return
	}
	if number != p.chosen {
		p.notes.flush()
	}
	p.chosen = number
	p.paper.reveal(number)
	p.cards.reveal()
}

// step chooses the next change that is listed, or the one before.
func (p *Page) step(by int) {
	if p.reading != nil {
		p.cards.step(by)
	}
}

// stepKey takes F7 and Shift+F7, which Fyne gives to the widget with the
// keyboard and to no menu.
func (p *Page) stepKey(key *fyne.KeyEvent) bool {
	if key.Name != fyne.KeyF7 {
		return false
	}
	by := 1
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok && d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0 {
		by = -1
	}
	p.step(by)
	return true
}

// listShortcut takes undo and redo while a list of the page has the keyboard.
func (p *Page) listShortcut(s fyne.Shortcut) bool {
	switch s.(type) {
	case *fyne.ShortcutUndo:
		p.Undo()
	case *fyne.ShortcutRedo:
		p.Redo()
	default:
		return false
	}
	return true
}

// followed lets the outline follow the text.
func (p *Page) followed() {
	if block := p.paper.blockInSight(); block >= 0 {
		p.outline.follow(block)
	}
}

// setView shows the text in another way, from the same place.
func (p *Page) setView(v view) {
	block := p.paper.blockInSight()
	p.editing.leave()
	p.paper.show(v)
	if p.compared == nil && p.editing.editor != nil && !p.editing.current() {
		p.editing.compare()
	}
	for i := range p.paper.texts {
		if p.paper.texts[i].block >= block {
			p.paper.rows.ScrollTo(p.paper.rows.Top(p.paper.row[i]))
			break
		}
	}
	p.frame.Refresh()
}

// Search lights words in the text and shows the next place that has them.
func (p *Page) Search(text string) {
	find := strings.ToLower(strings.TrimSpace(text))
	from := 0
	if find == p.find {
		from = p.found + 1
	}
	p.find = find
	p.paper.rows.Redress()
	if find == "" {
		return
	}
	for n := range p.paper.texts {
		i := (from + n) % len(p.paper.texts)
		t := &p.paper.texts[i]
		if strings.Contains(strings.ToLower(t.left.Block.Text()+"\n"+t.right.Block.Text()), find) {
			p.found = i
			p.paper.rows.ScrollTo(p.paper.rows.Top(p.paper.row[i]) - kit.Scaled(kit.Groups))
			return
		}
	}
	p.host.Say(words.Text("strategy.not_found", "text", strings.TrimSpace(text)), "", nil)
}
