package posts

import (
	"context"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"synlig/data/links"
	"synlig/data/posts"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// outcomePart is what became of a published post: where it stands, what
// Facebook told of it, what was edited there, the step back from the website,
// and the minutes it took.
type outcomePart struct {
	page    *Page
	content *fyne.Container
	shown   int64 // the post whose figures are shown
	figures []posts.Figures
}

func newOutcomePart(p *Page) *outcomePart {
	return &outcomePart{page: p, content: kit.Column(kit.Between)}
}

// dress shows it for a post that is published, and nothing else.
func (o *outcomePart) dress() {
	d := &o.page.draft
	published := d.open && !d.post.Published.IsZero()
	o.content.Objects = nil
	o.content.Hidden = !published
	if !published {
		return
	}
	if o.shown != d.post.ID {
		o.read(d.post.ID)
	}
	o.content.Objects = []fyne.CanvasObject{kit.NewCard(kit.Column(kit.Between,
		o.place(), o.chart(), o.amendments(), o.snippet(), o.minutes()))}
	o.content.Refresh()
}

// read reads what Facebook told of the post.
func (o *outcomePart) read(id int64) {
	o.shown, o.figures = id, nil
	p := o.page
	var figures []posts.Figures
	var err error
	p.start(func() { figures, err = p.office.PostFigures(context.Background(), id) }, func() {
		if err == nil && o.shown == id && len(figures) > 0 {
			o.figures = figures
			o.dress()
			p.writing.content.Refresh()
		}
	})
}

// place is where the post stands.
func (o *outcomePart) place() fyne.CanvasObject {
	p := o.page
	post := p.draft.post
	text := words.Text("posts.published-at", "when", momentText(p.local(post.Published), p.today()))
	if post.Address == "" {
		return kit.Column(kit.Within, kit.NewText(text), kit.NewQuiet(words.Text("posts.no-address")))
	}
	open := kit.NewButton(words.Text("posts.open-on-facebook"), nil, func() { p.openAddress(post.Address) })
	copied := kit.NewQuietButton(words.Text("posts.copy-address"), theme.ContentCopyIcon(), func() {
		fyne.CurrentApp().Clipboard().SetContent(post.Address)
		p.host.Say(words.Text("posts.address-copied"), "", nil)
	})
	return kit.Column(kit.Within, kit.NewText(text), kit.Flow(kit.Within, open, copied))
}

// chart is what Facebook told, link clicks first and large.
func (o *outcomePart) chart() fyne.CanvasObject {
	p := o.page
	heading := heading("posts.figures")
	if len(o.figures) == 0 {
		take := kit.NewQuietButton(words.Text("posts.figures-take"), theme.DownloadIcon(), p.pickFigures)
		return kit.Column(kit.Within, heading, kit.NewQuiet(words.Text("posts.figures-none")), container.NewHBox(take))
	}
	last := o.figures[len(o.figures)-1]
	clicks := last.Values[posts.LinkClicks]
	big := kit.NewSection(words.Count("posts.clicks", clicks))
	lines := kit.Column(kit.Within, heading, big)
	if middle, ok := middleClicks(p.shelf.briefs); ok {
		lines.Add(kit.NewText(words.Text("posts.clicks-middle", "n", numberText(middle))))
	}
	lines.Add(kit.NewQuiet(joined([]string{figuresLine(last), words.Text("posts.figures-day", "day", words.LongDate(last.Taken))})))
	if len(o.figures) > 1 {
		lines.Add(kit.NewChart(postScene(o.figures)))
	}
	return lines
}

// amendments are the edits made on Facebook since, and the way to record one.
func (o *outcomePart) amendments() fyne.CanvasObject {
	p := o.page
	lines := kit.Column(kit.Within)
	if len(p.draft.post.Amendments) > 0 {
		lines.Add(heading("posts.amendments"))
	}
	for _, a := range p.draft.post.Amendments {
		who := joined([]string{momentText(p.local(a.At), p.today()), a.By.Name, a.Why})
		lines.Add(kit.NewCaption(strings.TrimSuffix(who, " · ")))
		lines.Add(kit.NewText(a.Text))
	}
	lines.Add(container.NewHBox(kit.NewQuietButton(words.Text("posts.amend"), theme.DocumentCreateIcon(), p.askAmend)))
	return lines
}

// askAmend asks what the text is on Facebook now.
func (p *Page) askAmend() {
	post := p.draft.post
	text, why := kit.NewTextEntry(""), kit.NewEntry(words.Text("posts.amend-why-hint"))
	now := post.Text
	if n := len(post.Amendments); n > 0 {
		now = post.Amendments[n-1].Text
	}
	text.SetText(now)
	text.SetMinRowsVisible(8)
	body := kit.Column(kit.Within, kit.NewText(words.Text("posts.amend-text")), text, kit.NewCaption(words.Text("posts.amend-why")), why)
	p.host.Sheet(words.Text("posts.amend-title"), 560, body, kit.NewButton(words.Text("posts.cancel"), nil, nil),
		kit.NewMainButton(words.Text("posts.amend-verb"), nil, func() {
			p.step(posts.Step{Act: posts.Amend, Text: text.Text, Why: why.Text}, nil)
		}))
	p.host.Canvas().Focus(text)
}

// snippet is the link back: a line for the website's editor.
func (o *outcomePart) snippet() fyne.CanvasObject {
	p := o.page
	address := p.draft.post.Address
	lines := kit.Column(kit.Within, heading("posts.snippet"))
	markup, plain, err := links.Snippet(address, words.Text("posts.snippet-words"))
	if address == "" || err != nil {
		lines.Add(kit.NewQuiet(words.Text("posts.snippet-later")))
		return lines
	}
	copier := func(key, text string) *kit.Button {
		return kit.NewQuietButton(words.Text(key), theme.ContentCopyIcon(), func() {
			fyne.CurrentApp().Clipboard().SetContent(text)
			p.host.Say(words.Text("posts.snippet-copied"), "", nil)
		})
	}
	lines.Add(kit.NewQuiet(words.Text("posts.snippet-about")))
	lines.Add(kit.Flow(kit.Within, copier("posts.snippet-html", markup), copier("posts.snippet-plain", plain)))
	return lines
}

// minutes counts the work on the post.
func (o *outcomePart) minutes() fyne.CanvasObject {
	p := o.page
	spent := kit.NewText(words.Count("posts.minutes", p.draft.post.Minutes))
	if p.draft.post.Minutes == 0 {
		spent.SetText(words.Text("posts.minutes-none"))
	}
	add := kit.NewQuietButton(words.Text("posts.minutes-add"), theme.ContentAddIcon(), p.askMinutes)
	return kit.Column(kit.Within, heading("posts.minutes-spent"), container.NewBorder(nil, nil, nil, add, spent))
}

// askMinutes asks how long somebody worked on the open post.
func (p *Page) askMinutes() {
	p.draft.whenSaved(func() {
		field := kit.NewEntry("15")
		told := kit.NewQuiet(words.Text("posts.minutes-about"))
		var shut func()
		count := func() {
			n, err := strconv.Atoi(strings.TrimSpace(field.Text))
			if err != nil || n == 0 || n < -1440 || n > 1440 {
				told.SetText(words.Text("posts.minutes-wrong"))
				told.Importance = widget.WarningImportance
				told.Refresh()
				p.host.Canvas().Focus(field)
				return
			}
			shut()
			p.addMinutes(n)
		}
		keep := kit.NewMainButton(words.Text("posts.minutes-add"), nil, count)
		field.OnSubmitted = func(string) { count() }
		body := kit.Column(kit.Within, told, kit.Row(kit.Within, kit.Wide(92, field), keep))
		shut = p.host.Sheet(words.Text("posts.minutes-title"), sheetWidth, body, kit.NewButton(words.Text("posts.cancel"), nil, nil))
		p.host.Canvas().Focus(field)
	})
}

// addMinutes counts minutes on the open post; they can be taken off again.
func (p *Page) addMinutes(n int) {
	id := p.draft.post.ID
	p.countMinutes(id, n, func() {
		p.undoing.push(func() { p.countMinutes(id, -n, nil) }, func() { p.countMinutes(id, n, nil) })
		if n > 0 {
			p.host.Say(words.Count("posts.minutes-added", n), words.Text("posts.undo"), p.undoing.Undo)
		}
	})
}

func (p *Page) countMinutes(id int64, n int, then func()) {
	by := p.who()
	var err error
	p.start(func() { err = p.office.AddPostMinutes(context.Background(), id, by, n) }, func() {
		if err != nil {
			p.host.Fail(err)
			return
		}
		if p.draft.post.ID == id {
			p.refetch()
		}
		callAny(then)
	})
}
