package posts

import (
	"context"
	"net/url"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"synlig/data/fault"
	"synlig/data/links"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// linkPart is the post's link: one address, from the library, by paste, or by
// one click on a page that fits the words.
type linkPart struct {
	page    *Page
	content *fyne.Container
	field   *kit.Entry
	library *kit.Button
	fetch   *kit.Button
	remove  *kit.Button
	told    *widget.Label
	row     *fyne.Container
	offers  *fyne.Container
	filling bool
	asking  bool
	offered string // the text the offers were made for
}

func newLinkPart(p *Page) *linkPart {
	l := &linkPart{page: p}
	l.field = kit.NewEntry(words.Text("posts.link-hint"))
	l.field.OnChanged = func(string) {
		if !l.filling {
			l.complain("")
		}
	}
	l.field.OnSubmitted = func(string) { l.take() }
	l.field.OnFocus = func(has bool) {
		p.inSight(l.row)(has) // the buttons under it too
		if !has {
			l.take()
		}
	}
	l.library = kit.NewButton(words.Text("posts.link-library"), theme.SearchIcon(), p.openLibrary)
	l.fetch = kit.NewButton(words.Text("posts.link-fetch"), theme.DownloadIcon(), l.fetchCard)
	l.remove = kit.NewQuietButton(words.Text("posts.link-remove"), theme.CancelIcon(), func() { l.set("", links.Card{}) })
	l.told = kit.NewQuiet("")
	l.told.SizeName = theme.SizeNameCaptionText
	l.row = kit.Flow(kit.Within, l.library, l.fetch, l.remove)
	l.offers = kit.Flow(kit.Within)
	l.content = kit.Column(kit.Within, heading("posts.link"), l.field, l.row, l.told, l.offers)
	return l
}

// dress shows the link of the post.
func (l *linkPart) dress() {
	d := &l.page.draft
	l.filling = true
	l.field.SetText(links.Shown(d.content.Link.Address))
	if d.content.Link.Address == "" {
		l.field.SetText("")
	}
	l.filling = false
	writable, has := d.writable(), d.content.Link.Address != ""
	if writable {
		l.field.Enable()
	} else {
		l.field.Disable()
	}
	setVisible(l.library, writable)
	setVisible(l.fetch, writable && has)
	setVisible(l.remove, writable && has)
	card := d.content.Link.Card
	switch {
	case !has:
		l.complain("")
	case card.Fetched.IsZero():
		l.complain(words.Text("posts.card-missing"))
		l.fetch.SetText(words.Text("posts.link-fetch"))
	default:
		l.complain(words.Text("posts.card-fetched", "title", cut(card.Title, 60), "when", dayText(l.page.local(card.Fetched), l.page.today())))
		l.fetch.SetText(words.Text("posts.link-fetch-again"))
	}
	l.warn(d.content.Link.Address)
	l.offered = "-"
	l.suggest()
}

func (l *linkPart) complain(text string) {
	if l.told.Text != text {
		l.told.SetText(text)
	}
	setVisible(l.told, text != "")
}

// warn says what is odd about an address.
func (l *linkPart) warn(address string) {
	if address == "" {
		return
	}
	warnings := links.Warnings(address, l.page.ground.sites)
	if len(warnings) == 0 {
		return
	}
	var pairs []string
	for name, value := range warnings[0].Args {
		pairs = append(pairs, name, value)
	}
	l.complain(words.Text("links.warn-"+warnings[0].Code, pairs...))
}

// take makes what stands in the field the post's link, cleaned. What was taken
// off can be put back.
func (l *linkPart) take() {
	d := &l.page.draft
	raw := strings.TrimSpace(l.field.Text)
	if !d.writable() || raw == links.Shown(d.content.Link.Address) || raw == "" && d.content.Link.Address == "" {
		return
	}
	if raw == "" {
		l.set("", links.Card{})
		return
	}
	clean, err := links.Clean(raw)
	if err != nil {
		l.complain(words.Fault(err))
		return
	}
	l.page.useLink(clean.Address)
	if clean.Changed() {
		l.page.host.Say(cleanedText(clean), words.Text("posts.undo"), func() {
			if whole, err := links.Normal(raw); err == nil {
				l.set(whole, links.Card{})
			}
		})
	}
}

// cleanedText says what was taken off an address.
func cleanedText(c links.Cleaned) string {
	var names []string
	for _, p := range c.Removed {
		names = append(names, p.Name)
	}
	if len(names) == 0 {
		return words.Text("posts.link-unwrapped", "host", strings.Join(c.Unwrapped, ", "))
	}
	return words.Text("posts.link-cleaned", "names", cut(strings.Join(names, ", "), 60))
}

// useLink makes an address the post's link, with its card where one is kept.
func (p *Page) useLink(address string) {
	if !p.draft.writable() {
		return
	}
	clean, err := links.Clean(address)
	if err != nil {
		p.host.Fail(err)
		return
	}
	p.writing.link.set(clean.Address, links.Card{})
	p.readPages()
	version := p.draft.version
	var card links.Card
	var found bool
	p.start(func() { card, found, err = p.office.Card(context.Background(), clean.Address) }, func() {
		if err == nil && found && p.draft.version == version {
			p.writing.link.set(clean.Address, card)
		}
	})
}

// readPages reads the library again: pages may have come while it was open.
func (p *Page) readPages() {
	var pages []links.Page
	var index *links.Index
	var err error
	p.start(func() {
		if pages, err = p.office.Links(context.Background()); err == nil {
			index = links.NewIndex(pages)
		}
	}, func() {
		if err == nil {
			p.ground.pages, p.ground.index = pages, index
			p.checker.soon()
		}
	})
}

// set makes address and card those of the post.
func (l *linkPart) set(address string, card links.Card) {
	d := &l.page.draft
	d.content.Link.Address, d.content.Link.Card = address, card
	d.changed()
	l.dress()
	l.page.side.show()
}

// fetchCard asks for the page's card, because somebody pressed the button.
func (l *linkPart) fetchCard() {
	p, address := l.page, l.page.draft.content.Link.Address
	if l.asking || address == "" {
		return
	}
	if p.options.Web == nil || !p.office.NetAllowed() {
		l.complain(words.Text("posts.no-network"))
		return
	}
	l.asking = true
	l.fetch.Disable()
	l.complain(words.Text("posts.card-asking", "host", hostOf(address)))
	id := p.draft.post.ID
	var card links.Card
	p.host.Work(words.Text("posts.card-work"), func(ctx context.Context, _ func(float64)) (err error) {
		if card, err = p.options.Web.Card(ctx, address); err != nil {
			return err
		}
		return p.office.KeepCard(ctx, card)
	}, func(err error) {
		l.asking = false
		l.fetch.Enable()
		switch {
		case p.draft.post.ID != id || p.draft.content.Link.Address != address:
		case fault.Is(err, "cancelled"):
			l.dress()
		case err != nil:
			l.complain(words.Fault(err))
		default:
			l.set(address, card)
		}
	})
}

// mostOffers is how many pages are offered under the field.
const mostOffers = 3

// suggest offers pages of the library that fit the words, where the post has no
// link yet.
func (l *linkPart) suggest() {
	d, g := &l.page.draft, &l.page.ground
	text := d.content.Text + " " + d.subject
	if !d.writable() || d.content.Link.Address != "" || g.index == nil {
		text = ""
	}
	if text == l.offered {
		return
	}
	l.offered = text
	l.offers.Objects = nil
	if strings.TrimSpace(text) != "" {
		for _, fits := range g.index.Suggest(text, 2*mostOffers) {
			if links.IsFrontPage(fits.Page.Address) || len(l.offers.Objects) == mostOffers {
				continue // from a front page the reader must search
			}
			b := kit.NewButton(cut(fits.Page.Title, 44), theme.ContentAddIcon(), func() { l.page.useLink(fits.Page.Address) })
			l.offers.Add(b)
		}
	}
	if len(l.offers.Objects) > 0 {
		said := kit.NewCaption(words.Text("posts.link-offers"))
		l.offers.Objects = append([]fyne.CanvasObject{container.New(whole{said}, said)}, l.offers.Objects...)
	}
	l.offers.Refresh()
	l.page.writing.content.Refresh()
}

// openAddress opens an address in the browser, because somebody pressed for it.
func (p *Page) openAddress(address string) {
	u, err := url.Parse(address)
	if err == nil {
		err = p.options.Open(u)
	}
	if err != nil {
		p.host.Say(words.Text("posts.no-browser", "address", address), "", nil)
	}
}
