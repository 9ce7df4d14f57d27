package moderation

import (
	"context"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"synlig/data/moderation"
	"synlig/data/people"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// showMenu offers what can be done with the case besides the next step.
func (p *Page) showMenu(under fyne.CanvasObject) {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(under)
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", p.caseItems()...), p.host.Canvas(), at.AddXY(0, under.Size().Height))
}

// caseItems are the lines of that menu.
func (p *Page) caseItems() []*fyne.MenuItem {
	item := p.line
	items := []*fyne.MenuItem{
		item("take_it", func() { p.assign(p.host.Person()) }),
		item("give_it", p.askOwner),
		item("set_deadline", p.askDeadline),
		item("add_note", p.askNote),
		item("add_minutes", p.askMinutes),
		item("add_picture", p.askPicture),
		item("export", p.exportCase),
	}
	c := p.desk.c
	if a, ok := c.Current(); ok && a.Effective() && !a.DoneAt.IsZero() && c.State != moderation.StateObjection {
		items = append(items, item("object", p.askObjection))
		if a.Outcome == moderation.Exclude && a.LiftedAt.IsZero() {
			items = append(items, item("lift", p.lift))
		}
	}
	return items
}

func (p *Page) assign(to people.Person) {
	by := p.host.Person()
	p.do(func(ctx context.Context, c moderation.Case) (moderation.Case, error) {
		return p.office.Assign(ctx, c.ID, c.Revision, to, by)
	}, nil)
}

// askOwner gives the case to a colleague.
func (p *Page) askOwner() {
	var all []people.Person
	var err error
	p.start(func() { all, err = p.store.People(context.Background()) }, func() {
		if err != nil {
			p.host.Fail(err)
			return
		}
		var close func()
		list := kit.Column(kit.Within)
		for _, person := range all {
			if person.Active {
				list.Add(kit.NewQuietButton(person.Name, nil, func() {
					close()
					p.assign(person)
				}))
			}
		}
		close = p.host.Sheet(words.Text("moderation.give_it"), 360, list, kit.NewButton(words.Text("moderation.cancel"), nil, nil))
	})
}

// askDeadline sets the day something has to be done by.
func (p *Page) askDeadline() {
	field := kit.NewDateField(p.now)
	field.SetDate(p.desk.c.Deadline)
	by := p.host.Person()
	keep := func(day time.Time) {
		p.do(func(ctx context.Context, c moderation.Case) (moderation.Case, error) {
			return p.office.SetDeadline(ctx, c.ID, c.Revision, day, by)
		}, nil)
	}
	p.host.Sheet(words.Text("moderation.set_deadline"), 360, field,
		kit.NewButton(words.Text("moderation.no_deadline"), nil, func() { keep(time.Time{}) }),
		kit.NewMainButton(words.Text("moderation.keep"), nil, func() {
			if day, err := field.Date(); err != nil {
				p.host.Fail(err)
			} else {
				keep(day)
			}
		}))
	p.host.Canvas().Focus(field.Field())
}

// askLine asks for a line of words and hands it on; an empty one is no line.
func (p *Page) askLine(title, hint, verb string, send func(line string)) {
	field := kit.NewTextEntry(hint)
	field.SetMinRowsVisible(3)
	p.host.Sheet(title, 460, field, kit.NewButton(words.Text("moderation.cancel"), nil, nil),
		kit.NewMainButton(verb, nil, func() {
			if line := strings.TrimSpace(field.Text); line != "" {
				send(line)
			}
		}))
	p.host.Canvas().Focus(field)
}

// askNote keeps a note; personal data in it is masked as in a comment.
func (p *Page) askNote() {
	by := p.host.Person()
	p.askLine(words.Text("moderation.add_note"), words.Text("moderation.note_hint"), words.Text("moderation.keep"), func(line string) {
		p.do(func(ctx context.Context, c moderation.Case) (moderation.Case, error) {
			return p.office.AddNote(ctx, c.ID, c.Revision, line, by)
		}, nil)
	})
}

// askMinutes counts time spent.
func (p *Page) askMinutes() {
	by := p.host.Person()
	p.askLine(words.Text("moderation.add_minutes"), words.Text("moderation.minutes_hint"), words.Text("moderation.keep"), func(line string) {
		minutes, err := strconv.Atoi(line)
		if err != nil || minutes == 0 || minutes > 24*60 || minutes < -24*60 {
			p.host.Say(words.Text("moderation.minutes_wrong"), "", nil)
			return
		}
		p.do(func(ctx context.Context, c moderation.Case) (moderation.Case, error) {
			return p.office.Spend(ctx, c.ID, c.Revision, minutes, by)
		}, nil)
	})
}

// askObjection keeps a citizen's objection.
func (p *Page) askObjection() {
	by := p.host.Person()
	p.askLine(words.Text("moderation.object"), words.Text("moderation.object_hint"), words.Text("moderation.keep"), func(line string) {
		p.do(func(ctx context.Context, c moderation.Case) (moderation.Case, error) {
			return p.office.Object(ctx, c.ID, c.Revision, line, by)
		}, nil)
	})
}

// askSettle decides the open objection: somebody else than those who acted.
func (p *Page) askSettle() {
	by := p.host.Person()
	reason := kit.NewTextEntry(words.Text("moderation.settle_hint"))
	reason.SetMinRowsVisible(3)
	settle := func(upheld bool) func() {
		return func() {
			p.do(func(ctx context.Context, c moderation.Case) (moderation.Case, error) {
				return p.office.Settle(ctx, c.ID, c.Revision, upheld, reason.Text, by)
			}, nil)
		}
	}
	p.host.Sheet(words.Text("moderation.settle"), 480, kit.Column(kit.Between, kit.NewText(words.Text("moderation.settle_who")), reason),
		kit.NewButton(words.Text("moderation.cancel"), nil, nil),
		kit.NewButton(words.Text("moderation.uphold"), nil, settle(true)),
		kit.NewButton(words.Text("moderation.overrule"), nil, settle(false))) // neither is the one to choose
	p.host.Canvas().Focus(reason)
}
