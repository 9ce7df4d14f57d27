package settings

import (
	"context"

	"synlig/screens/kit"
	"synlig/screens/words"

	"fyne.io/fyne/v2"
)

// netCard is whether the program may use the network at all. It is the
// office's choice and stands in the workspace.
type netCard struct {
	page   *Page
	object fyne.CanvasObject
	choice *kit.Choice
}

// The places of the two choices.
const (
	netOpen = iota
	netClosed
)

func newNetCard(p *Page) *netCard {
	c := &netCard{page: p}
	c.choice = kit.NewChoice([]string{words.Text("settings.net-open"), words.Text("settings.net-closed")}, netOpen, c.set)
	c.object = kit.NewCard(kit.Column(kit.Within,
		kit.NewSection(words.Text("settings.net")),
		kit.NewQuiet(words.Text("settings.net-text")),
		inset(c.choice),
		kit.NewQuiet(words.Text("settings.net-all"))))
	c.refresh()
	return c
}

func (c *netCard) content() fyne.CanvasObject { return c.object }

// set keeps the choice; where that fails, the old one is shown again.
func (c *netCard) set(choice int) {
	if err := c.page.desk.Store().SetNoNetwork(context.Background(), choice == netClosed); err != nil {
		c.page.host.Fail(err)
	}
	c.refresh()
}

// refresh shows what is chosen; a colleague may have changed it.
func (c *netCard) refresh() {
	chosen := netOpen
	if !c.page.desk.Store().NetAllowed() {
		chosen = netClosed
	}
	c.choice.SetChosen(chosen)
}
