package moderation

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"synlig/data/moderation"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// editions shows how something the office edits came to be: each edition with
// who saved it and when it was adopted, and the way to adopt the newest.
type editions struct {
	page    *Page
	content *fyne.Container
	adopt   func(ctx context.Context, number int, day time.Time) error
	after   func()
}

func newEditions(p *Page, adopt func(ctx context.Context, number int, day time.Time) error, after func()) *editions {
	return &editions{page: p, content: kit.Column(kit.Within), adopt: adopt, after: after}
}

// most is how many editions are listed.
const most = 6

func (e *editions) show(all []moderation.Edition) {
	e.content.Objects = []fyne.CanvasObject{kit.NewSection(words.Text("moderation.editions"))}
	for i, edition := range all[:min(len(all), most)] {
		var right fyne.CanvasObject
		if i == 0 && edition.Number != 0 && edition.Proposal() {
			right = kit.NewButton(words.Text("moderation.adopt"), theme.ConfirmIcon(), func() { e.ask(edition) })
		}
		e.content.Add(container.NewBorder(nil, nil, nil, right, kit.NewText(e.said(edition))))
	}
	e.content.Refresh()
}

// said is an edition in a line.
func (e *editions) said(edition moderation.Edition) string {
	if edition.Number == 0 {
		return words.Text("moderation.edition_builtin")
	}
	status := words.Text("moderation.proposal")
	if !edition.Proposal() {
		status = words.Text("moderation.adopted_on", "day", words.LongDate(edition.Adopted))
	}
	return words.Text("moderation.edition_line", "number", number(edition.Number), "name", edition.Author, "when", e.page.momentText(edition.Changed), "status", status)
}

// ask asks for the day from which the edition is in force.
func (e *editions) ask(edition moderation.Edition) {
	p := e.page
	field := kit.NewDateField(p.now)
	field.SetDate(p.now())
	p.host.Sheet(words.Text("moderation.adopt_title", "number", number(edition.Number)), 400,
		kit.Column(kit.Between, kit.NewText(words.Text("moderation.adopt_text")), caption(words.Text("moderation.adopt_day")), field),
		kit.NewButton(words.Text("moderation.cancel"), nil, nil),
		kit.NewMainButton(words.Text("moderation.adopt_verb"), nil, func() {
			day, err := field.Date()
			if err != nil || day.IsZero() {
				p.host.Say(words.Text("moderation.adopt_no_day"), "", nil)
				return
			}
			p.start(func() { err = e.adopt(context.Background(), edition.Number, day) }, func() {
				if err != nil {
					p.host.Fail(err)
					return
				}
				p.host.Saved(p.now())
				e.after()
			})
		}))
	p.host.Canvas().Focus(field.Field())
}
