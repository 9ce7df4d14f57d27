package settings

import (
	"context"
	"slices"
	"strings"

	"synlig/data/fault"
	"synlig/data/links"
	"synlig/screens/kit"
	"synlig/screens/words"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// sitesCard is the office's own websites: where its posts should lead.
type sitesCard struct {
	page   *Page
	object fyne.CanvasObject
	sites  links.Sites
	list   *fyne.Container
	field  *kit.Entry
	put    *kit.Button
	cancel *kit.Button
	wrong  *widget.Label
	reset  *kit.Button
	edited int // the site that is being written on, -1 for a new one
}

// SiteTaken is the code for a site that stands there already; argument "site".
const SiteTaken fault.Code = "site-taken"

func newSitesCard(p *Page) *sitesCard {
	c := &sitesCard{page: p, list: kit.Column(kit.Within), field: kit.NewEntry(words.Text("settings.site-hint")), wrong: kit.NewText(""), edited: -1}
	c.wrong.Importance = widget.DangerImportance
	c.wrong.Hide()
	c.put = kit.NewButton("", nil, c.keep)
	c.cancel = kit.NewQuietButton(words.Text("shell.cancel"), nil, func() { c.edit(-1) })
	c.reset = kit.NewButton(words.Text("settings.sites-reset"), nil, func() {
		c.set(slices.Clone(links.BuiltIn), words.Text("settings.sites-were-reset"))
	})
	c.field.OnSubmitted = func(string) { c.keep() }
	c.field.OnEscape = func() bool {
		was := c.edited >= 0
		c.edit(-1)
		return was
	}
	c.object = kit.NewCard(kit.Column(kit.Within,
		kit.NewSection(words.Text("settings.sites")),
		kit.NewQuiet(words.Text("settings.sites-text")),
		c.list,
		widget.NewLabel(words.Text("settings.site-new")),
		inset(c.field), c.wrong, buttons(c.put, c.cancel, c.reset),
		kit.NewQuiet(words.Text("settings.sites-when"))))
	c.refresh()
	return c
}

func (c *sitesCard) content() fyne.CanvasObject { return c.object }

// refresh lists the sites. What stands in the field stays.
func (c *sitesCard) refresh() {
	sites, err := c.page.desk.Store().Sites(context.Background())
	if err != nil {
		c.page.host.Fail(err)
		return
	}
	if c.edited >= 0 && !slices.Equal(sites, c.sites) {
		c.edited = -1 // a colleague moved what was being edited
	}
	c.sites = sites
	c.list.RemoveAll()
	if len(sites) == 0 {
		c.list.Add(kit.NewText(words.Text("settings.sites-none")))
	}
	for i, site := range sites {
		c.list.Add(c.row(i, site))
	}
	able(c.reset, !slices.Equal(sites, links.BuiltIn))
	c.label()
}

func (c *sitesCard) row(i int, site links.Site) fyne.CanvasObject {
	name := kit.NewText(site.String())
	if slices.Contains(links.BuiltIn, site) {
		name.SetText(words.Text("settings.site-builtin", "site", site.String()))
	}
	return container.NewBorder(nil, nil, nil, kit.Row(kit.Within,
		kit.NewQuietButton(words.Text("settings.site-edit"), theme.DocumentCreateIcon(), func() { c.edit(i) }),
		kit.NewQuietButton(words.Text("settings.site-remove"), theme.DeleteIcon(), func() { c.remove(i) })), name)
}

// edit puts a site in the field; -1 makes room for a new one.
func (c *sitesCard) edit(i int) {
	c.edited = i
	c.wrong.Hide()
	text := ""
	if i >= 0 {
		text = c.sites[i].String()
		if canvas := fyne.CurrentApp().Driver().CanvasForObject(c.field); canvas != nil {
			canvas.Focus(c.field)
		}
	}
	c.field.SetText(text)
	c.label()
}

// label says what the button under the field does.
func (c *sitesCard) label() {
	verb, icon := words.Text("settings.site-add"), theme.ContentAddIcon()
	if c.edited >= 0 {
		verb, icon = words.Text("settings.site-keep"), theme.ConfirmIcon()
	}
	c.put.SetIcon(icon)
	c.put.SetText(verb)
	c.cancel.Hidden = c.edited < 0
	c.cancel.Refresh()
}

// keep keeps what stands in the field, as a new site or in an old one's place.
func (c *sitesCard) keep() {
	site, err := links.ParseSite(strings.TrimSpace(c.field.Text))
	if at := slices.Index(c.sites, site); err == nil && at >= 0 && at != c.edited {
		err = fault.New(SiteTaken, "site", site.String())
	}
	if err != nil {
		c.wrong.SetText(words.Fault(err))
		c.wrong.Show()
		return
	}
	sites := slices.Clone(c.sites)
	if c.edited >= 0 {
		sites[c.edited] = site
	} else {
		sites = append(sites, site)
	}
	c.edit(-1)
	c.set(sites, words.Text("settings.site-kept", "site", site.String()))
}

func (c *sitesCard) remove(i int) {
	c.edit(-1)
	c.set(slices.Delete(slices.Clone(c.sites), i, i+1), words.Text("settings.site-removed", "site", c.sites[i].String()))
}

// set keeps the sites; that can be taken back.
func (c *sitesCard) set(sites links.Sites, said string) {
	before := c.sites
	if !c.store(sites) {
		return
	}
	c.page.host.Say(said, words.Text("shell.undo"), func() { c.store(before) })
}

func (c *sitesCard) store(sites links.Sites) bool {
	if err := c.page.desk.Store().SetSites(context.Background(), sites); err != nil {
		c.page.host.Fail(err)
		return false
	}
	c.page.changed()
	c.refresh()
	return true
}
