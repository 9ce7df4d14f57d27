package settings

import (
	"synlig/screens/kit"
	"synlig/screens/words"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// personCard is who works here, and that choosing them is no login.
type personCard struct {
	page   *Page
	object fyne.CanvasObject
	who    *widget.Label
}

func newPersonCard(p *Page) *personCard {
	c := &personCard{page: p, who: kit.NewText("")}
	c.object = kit.NewCard(kit.Column(kit.Within,
		kit.NewSection(words.Text("settings.person")),
		c.who,
		kit.NewQuiet(words.Text("settings.no-login")),
		buttons(
			kit.NewButton(words.Text("settings.edit-person"), nil, p.host.EditPerson),
			kit.NewButton(words.Text("settings.switch-person"), kit.Icon("person"), p.host.SwitchPerson))))
	c.refresh()
	return c
}

func (c *personCard) content() fyne.CanvasObject { return c.object }

func (c *personCard) refresh() {
	p := c.page.host.Person()
	text := words.Text("settings.nobody")
	if p.Name != "" {
		text = p.Name + " (" + p.Initials + ")"
	}
	if p.Role != "" {
		text += ", " + p.Role
	}
	c.who.SetText(text)
}
