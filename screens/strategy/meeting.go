package strategy

import (
	"context"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"synlig/data/decision"
	"synlig/data/document"
	"synlig/data/strategy"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// decider is a workspace in which a draft can be put before a meeting and be
// decided. See data/store for the codes of its errors.
type decider interface {
	Submit(ctx context.Context, meeting document.Meeting) error
	Withdraw(ctx context.Context) error
	Decide(ctx context.Context, outcomes decision.Outcomes, meeting document.Meeting) (strategy.Decided, error)
}

// submitted tells whether the draft lies before a meeting: nobody writes in it
// then.
func (p *Page) submitted() bool { return p.revision.Draft.Status == document.Submitted }

// meetingForm asks about a meeting, and, after it, what became of each point.
type meetingForm struct {
	page     *Page
	body     *kit.Entry
	date     *kit.Entry
	item     *kit.Entry
	wrong    *widget.Label
	outcomes []*widget.Select // by index in the revision's points; nil before the meeting
}

// dayForm is how a day is written.
const dayForm = "2.1.2006"

var outcomes = []decision.Outcome{decision.Adopted, decision.Rejected, decision.Postponed}

// askSubmit asks for the meeting that the draft is put before.
func (p *Page) askSubmit() {
	if p.canDecide() && !p.submitted() {
		p.askMeeting("strategy.submit_title", "strategy.submit_text", "strategy.submit", false, p.submit)
	}
}

// askDecide asks what the meeting decided.
func (p *Page) askDecide() {
	if p.canDecide() {
		p.askMeeting("strategy.decide_title", "strategy.decide_text", "strategy.decide", true, p.confirm)
	}
}

// canDecide tells whether the strategy itself is shown and can be decided.
func (p *Page) canDecide() bool {
	_, ok := p.office.(decider)
	return ok && p.reading != nil && p.compared == nil
}

func (p *Page) askMeeting(title, text, verb string, after bool, run func(*meetingForm, document.Meeting)) {
	p.editing.leave()
	f := newMeetingForm(p, after)
	lines := kit.Column(kit.Within, kit.NewSection(words.Text(title)), kit.NewQuiet(words.Text(text)),
		label("strategy.meeting_body"), f.body, label("strategy.meeting_date"), f.date, label("strategy.meeting_item"), f.item)
	for i, s := range f.outcomes {
		point := p.revision.Points[i]
		lines.Add(kit.NewText(words.Text("strategy.point_text", "n", number(point.Number), "text", point.Text)))
		lines.Add(framed(s))
	}
	lines.Add(f.wrong)
	lines.Add(kit.Row(kit.Between, layout.NewSpacer(),
		kit.NewButton(words.Text("strategy.cancel"), nil, p.frame.showWork),
		kit.NewMainButton(words.Text(verb), nil, func() { f.take(run) })))
	p.frame.cover(p.question(560, lines))
	p.host.Canvas().Focus(f.body)
}

func newMeetingForm(p *Page, after bool) *meetingForm {
	f := &meetingForm{page: p, body: kit.NewEntry(""), date: kit.NewEntry(words.Text("strategy.meeting_date_hint")), item: kit.NewEntry(""), wrong: kit.NewText("")}
	f.wrong.Importance = widget.DangerImportance
	f.wrong.Hide()
	meeting := p.revision.Draft.Meeting
	f.body.SetText(meeting.Body)
	if meeting.Body == "" {
		f.body.SetText(p.revision.Base.Meeting.Body)
	}
	if !meeting.Date.IsZero() {
		f.date.SetText(meeting.Date.Format(dayForm))
	}
	f.item.SetText(meeting.Item)
	if after {
		for range p.revision.Points {
			var names []string
			for _, o := range outcomes {
				names = append(names, words.Text("strategy.outcome_"+string(o)))
			}
			s := widget.NewSelect(names, nil)
			s.PlaceHolder = words.Text("strategy.outcome_choose")
			f.outcomes = append(f.outcomes, s)
		}
	}
	return f
}

// take goes on when the form is filled.
func (f *meetingForm) take(run func(*meetingForm, document.Meeting)) {
	date, err := time.Parse(dayForm, strings.TrimSpace(f.date.Text))
	switch {
	case err != nil:
		f.tell("strategy.meeting_date_wrong")
	case slices.ContainsFunc(f.outcomes, func(s *widget.Select) bool { return s.SelectedIndex() < 0 }):
		f.tell("strategy.outcome_missing")
	default:
		f.wrong.Hide()
		run(f, document.Meeting{Body: strings.TrimSpace(f.body.Text), Date: date, Item: strings.TrimSpace(f.item.Text)})
	}
}

func (f *meetingForm) tell(key string) {
	f.wrong.SetText(words.Text(key))
	f.wrong.Show()
}

// chosen are the outcomes by point.
func (f *meetingForm) chosen() decision.Outcomes {
	o := decision.Outcomes{}
	for i, s := range f.outcomes {
		o[f.page.revision.Points[i].Number] = outcomes[s.SelectedIndex()]
	}
	return o
}
