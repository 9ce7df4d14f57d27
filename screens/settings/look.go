package settings

import (
	"fmt"
	"math"
	"slices"

	"synlig/screens/kit"
	"synlig/screens/words"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

var (
	appearances = []kit.Appearance{kit.System, kit.Light, kit.Dark}
	languages   = []string{words.Danish, words.English}
)

// lookCard is how the window looks: light or dark, text size, language.
type lookCard struct {
	page       *Page
	object     fyne.CanvasObject
	appearance *kit.Choice
	language   *kit.Choice
	size       *widget.Label
	smaller    *kit.Button
	larger     *kit.Button
}

func newLookCard(p *Page) *lookCard {
	c := &lookCard{page: p, size: widget.NewLabel("")}
	c.appearance = kit.NewChoice([]string{
		words.Text("settings.look-system"), words.Text("settings.look-light"), words.Text("settings.look-dark"),
	}, 0, func(i int) { p.host.SetAppearance(appearances[i]) })
	c.smaller = kit.NewButton(words.Text("settings.smaller"), theme.ContentRemoveIcon(), func() { c.resize(-kit.ScaleStep) })
	c.larger = kit.NewButton(words.Text("settings.larger"), theme.ContentAddIcon(), func() { c.resize(kit.ScaleStep) })
	// The languages keep their own names, so that each is found by those who read it.
	c.language = kit.NewChoice([]string{"Dansk", "English"}, 0, func(i int) {
		p.host.SetLanguage(languages[i])
		c.refresh() // the window may have said no
	})
	c.object = kit.NewCard(kit.Column(kit.Within,
		kit.NewSection(words.Text("settings.look")),
		widget.NewLabel(words.Text("settings.colours")), inset(c.appearance),
		widget.NewLabel(words.Text("settings.text-size")), buttons(c.smaller, c.size, c.larger),
		widget.NewLabel(words.Text("settings.language")), inset(c.language),
		kit.NewQuiet(words.Text("settings.language-only"))))
	c.refresh()
	return c
}

func (c *lookCard) content() fyne.CanvasObject { return c.object }

func (c *lookCard) resize(by float32) {
	c.page.host.SetTextScale(c.page.host.TextScale() + by)
	c.refresh()
}

// refresh shows what is chosen; the main menu changes it too.
func (c *lookCard) refresh() {
	c.appearance.SetChosen(slices.Index(appearances, c.page.host.Appearance()))
	c.language.SetChosen(slices.Index(languages, c.page.host.Language()))
	scale := c.page.host.TextScale()
	c.size.SetText(words.Text("settings.percent", "n", fmt.Sprint(math.Round(float64(scale)*100))))
	able(c.smaller, scale > kit.MinScale)
	able(c.larger, scale < kit.MaxScale)
}

func able(b *kit.Button, can bool) {
	if can {
		b.Enable()
	} else {
		b.Disable()
	}
}
