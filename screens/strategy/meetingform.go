package strategy

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"synlig/data/decision"
	"synlig/data/document"
	"synlig/data/strategy"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// purpose is what a meeting is asked about for: the keys of its words.
type purpose struct{ title, text, verb, body, date string }

var (
	submitting = purpose{"strategy.submit_title", "strategy.submit_text", "strategy.submit", "strategy.meeting_body", "strategy.meeting_date"}
	deciding   = purpose{"strategy.decide_title", "strategy.decide_text", "strategy.decide", "strategy.meeting_body", "strategy.meeting_date"}
	adopting   = purpose{"strategy.adopt_title", "strategy.adopt_text", "strategy.adopt", "strategy.adopt_by", "strategy.adopt_date"}
)

// meetingForm asks about a meeting, and, after it, what became of each point; or,
// for a text that no meeting decides, from when it is in force.
type meetingForm struct {
	page     *Page
	purpose  purpose
	body     *kit.Entry
	date     *kit.DateField
	item     *kit.Entry
	wrong    *widget.Label
	outcomes []*kit.Choice // by index in the revision's points; nil before the meeting
	clashes  *fyne.Container
}

var outcomes = []decision.Outcome{decision.Adopted, decision.Rejected, decision.Postponed}

func newMeetingForm(p *Page, purpose purpose) *meetingForm {
	f := &meetingForm{page: p, purpose: purpose, body: kit.NewEntry(""), date: kit.NewDateField(p.now), item: kit.NewEntry(""),
		wrong: kit.NewText(""), clashes: kit.Column(kit.Between)}
	f.wrong.Importance = widget.DangerImportance
	f.wrong.Hide()
	f.fill()
	if purpose != deciding {
		return f
	}
	names := make([]string, len(outcomes))
	for i, o := range outcomes {
		names[i] = words.Text("strategy.outcome_" + string(o))
	}
	for range p.revision.Points {
		f.outcomes = append(f.outcomes, kit.NewChoice(names, -1, func(int) { f.wrong.Hide() }))
	}
	f.showClashes()
	return f
}

// fill writes what is known of the meeting.
func (f *meetingForm) fill() {
	r := f.page.revision
	meeting := r.Draft.Meeting
	if meeting.Body == "" {
		meeting.Body = r.Base.Meeting.Body
	}
	if f.purpose == adopting && meeting.Date.IsZero() {
		meeting.Date = f.page.now()
	}
	f.body.SetText(meeting.Body)
	f.date.SetDate(meeting.Date)
	f.item.SetText(meeting.Item)
}

// showClashes tells of what several points want with the same words, before
// anybody decides, with the way to settle it.
func (f *meetingForm) showClashes() {
	f.clashes.RemoveAll()
	for _, k := range f.page.clashes() {
		box := newClashBox(f.page)
		box.set(&k, f.showClashes)
		f.clashes.Add(box.content)
	}
	f.clashes.Hidden = len(f.clashes.Objects) == 0
}

// askMeeting shows the form over the page; run gets it when it is filled.
func (p *Page) askMeeting(purpose purpose, run func(*meetingForm, document.Meeting)) {
	if !p.settledAll() {
		return
	}
	p.editing.leave()
	f := newMeetingForm(p, purpose)
	cancel := kit.NewButton(words.Text("strategy.cancel"), nil, p.frame.showWork)
	done := kit.NewMainButton(words.Text(purpose.verb), nil, func() { f.take(run) })
	fields := append(f.fields(), cancel, done)
	lines := f.lines()
	lines.Add(f.wrong)
	lines.Add(kit.Row(kit.Between, layout.NewSpacer(), cancel, done))
	p.frame.cover(p.form(600, lines, fields...))
	p.host.Canvas().Focus(f.body)
}

// fields are what the keyboard goes through.
func (f *meetingForm) fields() []fyne.CanvasObject {
	fields := []fyne.CanvasObject{f.body, f.date, f.item}
	for _, choice := range f.outcomes {
		fields = append(fields, choice)
	}
	return fields
}

// lines are the fields under their names, and each point over its outcomes.
func (f *meetingForm) lines() *fyne.Container {
	lines := kit.Column(kit.Within, kit.NewSection(words.Text(f.purpose.title)), kit.NewQuiet(words.Text(f.purpose.text)))
	add := func(label string, field fyne.CanvasObject) {
		lines.Add(fieldName(label))
		lines.Add(field)
	}
	add(words.Text(f.purpose.body), f.body)
	add(words.Text(f.purpose.date), f.date)
	if f.purpose != adopting {
		add(words.Text("strategy.meeting_item"), f.item)
	}
	lines.Add(f.clashes)
	for i, choice := range f.outcomes {
		point := f.page.revision.Points[i]
		lines.Add(kit.Padded(kit.Between, 0, kit.Column(0,
			kit.NewText(words.Text("strategy.point_text", "n", number(point.Number), "text", point.Text)), choice)))
	}
	return lines
}

// take goes on when the form is filled.
func (f *meetingForm) take(run func(*meetingForm, document.Meeting)) {
	date, err := f.date.Date()
	switch {
	case err != nil:
		f.page.focus(f.date.Field()) // the field has said what is wrong
	case date.IsZero():
		f.date.Complain(words.Text("strategy.date_missing"))
		f.page.focus(f.date.Field())
	case slices.ContainsFunc(f.outcomes, func(c *kit.Choice) bool { return c.Chosen() < 0 }):
		f.tell("strategy.outcome_missing")
	case f.purpose == deciding && len(strategy.Disputed(f.page.reading.comparison, f.chosen())) > 0:
		f.tell("strategy.clash_decide")
	default:
		f.wrong.Hide()
		run(f, document.Meeting{Body: strings.TrimSpace(f.body.Text), Date: date, Item: strings.TrimSpace(f.item.Text)})
	}
}

// focus gives something the keyboard where it is on the canvas.
func (p *Page) focus(o fyne.Focusable) {
	if fyne.CurrentApp().Driver().CanvasForObject(o.(fyne.CanvasObject)) != nil {
		p.host.Canvas().Focus(o)
	}
}

func (f *meetingForm) tell(key string) {
	f.wrong.SetText(words.Text(key))
	f.wrong.Show()
}

// chosen are the outcomes by point.
func (f *meetingForm) chosen() decision.Outcomes {
	o := decision.Outcomes{}
	for i, c := range f.outcomes {
		o[f.page.revision.Points[i].Number] = outcomes[c.Chosen()]
	}
	return o
}
