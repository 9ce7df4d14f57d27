package moderation

import (
	"context"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"synlig/data/moderation"
	"synlig/data/people"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// dutyList is who looks after the page, and when.
type dutyList struct {
	page    *Page
	content fyne.CanvasObject
	rows    *fyne.Container
	duties  []moderation.Duty
	staff   []people.Person
	asked   int
}

func newDutyList(p *Page) *dutyList {
	l := &dutyList{page: p, rows: kit.Column(kit.Within)}
	body := kit.Column(kit.Around, kit.NewQuiet(words.Text("moderation.duties_are")), l.rows)
	l.content = container.NewVScroll(kit.Padded(kit.Around, kit.Around, kit.AtMost(760, body)))
	return l
}

func (l *dutyList) object() fyne.CanvasObject { return l.content }

func (l *dutyList) action() (string, func()) {
	return words.Text("moderation.new_duty"), func() { l.ask(moderation.Duty{}) }
}

func (l *dutyList) print() {}

// read reads the duties of the last month and of those to come.
func (l *dutyList) read() {
	p := l.page
	l.asked++
	mine := l.asked
	var duties []moderation.Duty
	var staff []people.Person
	var err error
	now := today(p.now())
	p.start(func() {
		ctx := context.Background()
		if duties, err = p.office.Duties(ctx, now.AddDate(0, -1, 0), now.AddDate(10, 0, 0)); err == nil {
			staff, err = p.store.People(ctx)
		}
	}, func() {
		switch {
		case mine != l.asked:
		case err != nil:
			p.host.Fail(err)
		default:
			l.duties = duties
			l.staff = slices.DeleteFunc(staff, func(s people.Person) bool { return !s.Active })
			l.show()
		}
	})
}

// show lists the duties, that of today first in bold.
func (l *dutyList) show() {
	l.rows.Objects = nil
	on := moderation.OnDuty(l.duties, today(l.page.now()))
	for _, d := range l.duties {
		line := kit.NewText(dutyText(d))
		line.TextStyle.Bold = slices.ContainsFunc(on, func(o moderation.Duty) bool { return o.ID == d.ID })
		if line.TextStyle.Bold {
			line.SetText(words.Text("moderation.duty_now", "duty", dutyText(d)))
		}
		edit := kit.NewQuietButton(words.Text("moderation.edit"), theme.DocumentCreateIcon(), func() { l.ask(d) })
		l.rows.Add(kit.NewCard(container.NewBorder(nil, nil, nil, container.NewVBox(edit), line)))
	}
	if len(l.duties) == 0 {
		l.rows.Add(kit.NewQuiet(words.Text("moderation.no_duties")))
	}
	l.rows.Refresh()
	l.content.Refresh()
}

// dutyText is a duty in a line.
func dutyText(d moderation.Duty) string {
	text := words.Text("moderation.duty_line", "name", d.Person.Name, "from", words.LongDate(d.From), "to", words.LongDate(d.To))
	if d.Hours != "" {
		text += ", " + words.Text("moderation.duty_hours_line", "hours", d.Hours)
	}
	if d.StandIn.ID != 0 {
		text += " · " + words.Text("moderation.duty_stand_in_line", "name", d.StandIn.Name)
	}
	if d.Note != "" {
		text += " · " + d.Note
	}
	return text
}

// ask asks for a duty, new or changed.
func (l *dutyList) ask(d moderation.Duty) {
	p := l.page
	names := []string{words.Text("moderation.nobody")}
	chosen, standIn := 0, 0
	for i, s := range l.staff {
		names = append(names, s.Name)
		if s.ID == d.Person.ID {
			chosen = i + 1
		}
		if s.ID == d.StandIn.ID {
			standIn = i + 1
		}
	}
	person := func(i int) people.Person {
		if i < 1 {
			return people.Person{}
		}
		return l.staff[i-1]
	}
	who := kit.NewSelect(names, func(i int) { d.Person = person(i) })
	who.SetLabels(names, chosen)
	stand := kit.NewSelect(names, func(i int) { d.StandIn = person(i) })
	stand.SetLabels(names, standIn)
	from, to := kit.NewDateField(p.now), kit.NewDateField(p.now)
	from.SetDate(d.From)
	to.SetDate(d.To)
	hours, note := kit.NewEntry(words.Text("moderation.duty_hours_hint")), kit.NewEntry("")
	hours.SetText(d.Hours)
	note.SetText(d.Note)
	body := kit.Column(kit.Within, caption(words.Text("moderation.duty_who")), who, caption(words.Text("moderation.duty_stand_in")), stand,
		container.NewGridWithColumns(2, kit.Column(0, caption(words.Text("moderation.from")), from), kit.Column(0, caption(words.Text("moderation.to")), to)),
		caption(words.Text("moderation.duty_hours")), hours, caption(words.Text("moderation.duty_note")), note)
	buttons := []*kit.Button{kit.NewButton(words.Text("moderation.cancel"), nil, nil)}
	if d.ID != 0 {
		buttons = append(buttons, kit.NewButton(words.Text("moderation.duty_remove"), nil, func() {
			l.do(func(ctx context.Context) error { return p.office.RemoveDuty(ctx, d.ID) })
		}))
	}
	p.host.Sheet(words.Text("moderation.duty"), 460, body, append(buttons, kit.NewMainButton(words.Text("moderation.keep"), nil, func() {
		d.From, d.To = dayIn(from), dayIn(to)
		d.Hours, d.Note = hours.Text, note.Text
		l.do(func(ctx context.Context) error {
			_, err := p.office.SaveDuty(ctx, d)
			return err
		})
	}))...)
	p.host.Canvas().Focus(who)
}

// dayIn is the day in a field, the zero time where none can be read.
func dayIn(field *kit.DateField) time.Time {
	day, _ := field.Date()
	return day
}

func (l *dutyList) do(step func(ctx context.Context) error) {
	p := l.page
	var err error
	p.start(func() { err = step(context.Background()) }, func() {
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.host.Saved(p.now())
		l.read()
	})
}
