package survey

import (
	"context"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"synlig/data/chart"
	"synlig/data/survey"
	"synlig/data/survey/disclosure"
	"synlig/screens/kit"
)

// anonymity says what is hidden and why, holds every table to what could be
// worked out of it, and tells what has been given out.
type anonymity struct {
	page      *Page
	threshold *kit.Entry
	result    *widget.Label
	table     *table
	more      *widget.Label
	hidden    *table
	hiddenBox fyne.CanvasObject
	given     *widget.Label
	all       *fyne.Container
}

func newAnonymity(p *Page) *anonymity {
	a := &anonymity{page: p, threshold: kit.NewEntry("5"), result: kit.NewText(""), given: kit.NewText(""), more: kit.NewQuiet("")}
	a.result.TextStyle.Bold = true
	a.threshold.OnSubmitted = func(string) { a.keep() }
	a.threshold.OnFocus = func(has bool) {
		if !has {
			a.keep()
		}
	}
	var audit fyne.CanvasObject
	a.table, audit = newTable()
	var list fyne.CanvasObject
	a.hidden, list = newTable()
	a.hidden.left = true
	a.hiddenBox = kit.NewCard(kit.Column(kit.Between, kit.NewSection(text("hidden_list")), kit.NewQuiet(text("hidden_list_help")), list, a.more))
	a.all = kit.Column(kit.Around,
		kit.NewCard(kit.Column(kit.Between, kit.NewSection(text("threshold_title")), kit.NewQuiet(text("threshold_help")),
			kit.AtMost(200, field(text("threshold"), a.threshold)))),
		kit.NewCard(kit.Column(kit.Between, kit.NewSection(text("audit_title")), a.result, kit.NewQuiet(text("audit_help")), audit)),
		a.hiddenBox,
		kit.NewCard(kit.Column(kit.Between, kit.NewSection(text("given_title")), a.given)))
	return a
}

func (a *anonymity) content() fyne.CanvasObject { return a.all }

// keep keeps another threshold, and counts anew.
func (a *anonymity) keep() {
	p := a.page
	n, err := strconv.Atoi(strings.TrimSpace(a.threshold.Text))
	if p.lens == nil || err != nil || n == p.lens.threshold {
		return
	}
	p.change(func(ctx context.Context) error { return p.store.SetSurveyThreshold(ctx, n) }, nil)
}

// mostHidden is how many hidden figures are listed.
const mostHidden = 100

// prepare proves every table.
func (a *anonymity) prepare(l *lens) func() func() {
	p := a.page
	return func() func() {
		audit := chart.Table{Columns: []string{p.say.Text("column-question"), text("hidden_figures"), text("audit_result")}}
		list := chart.Table{Columns: []string{p.say.Text("column-question"), p.say.Text("column-department"), p.say.Text("column-answer"), text("why"), text("worked_out")}}
		hidden, exposed, more := 0, 0, 0
		for _, at := range l.listed(true) {
			q := l.question(at)
			t := l.later.Safe(at, survey.DefaultBase(q.Kind))
			figures := l.later.Audit(t)
			bad := 0
			for _, h := range figures {
				if h.Exposed() {
					bad++
				}
				if len(list.Rows) < mostHidden {
					list.Rows = append(list.Rows, hiddenRow(p, q, h))
				} else {
					more++
				}
			}
			n := t.Hidden()
			hidden, exposed = hidden+n, exposed+bad
			verdict := text("audit_safe")
			if n == 0 {
				verdict = text("audit_nothing")
			}
			if bad > 0 {
				verdict = count("audit_exposed", bad)
			}
			audit.Rows = append(audit.Rows, []string{q.Text, p.say.Number(n), verdict})
		}
		names := p.given.names()
		return func() {
			a.more.SetText("")
			if more > 0 {
				a.more.SetText(count("leak_more", more))
			}
			a.show(l, audit, list, hidden, exposed, names)
		}
	}
}

// hiddenRow is a hidden figure: why, and how far a reader can narrow it down.
func hiddenRow(p *Page, q *survey.Question, h survey.HiddenFigure) []string {
	department, answer := h.Department, text("all_answers")
	if department == "" {
		department = p.say.Text("all")
	}
	if h.Answer != "" {
		answer = h.Answer
		if at := q.AnswerCoded(h.Answer); at >= 0 {
			answer = q.Answers[at].Name()
		}
	}
	why := text("why_secondary")
	if h.Primary {
		why = text("why_primary")
	}
	span := text("span_open", "low", p.say.Number(h.Min))
	if h.Max != disclosure.NoLimit {
		span = text("span", "low", p.say.Number(h.Min), "high", p.say.Number(h.Max))
	}
	return []string{q.Text, department, answer, why, span}
}

func (a *anonymity) show(l *lens, audit, list chart.Table, hidden, exposed int, names []string) {
	p := a.page
	a.threshold.SetText(number(l.threshold))
	switch {
	case exposed > 0:
		a.result.SetText(count("audit_bad", exposed))
	case hidden == 0:
		a.result.SetText(text("audit_none"))
	default:
		a.result.SetText(text("audit_good", "hidden", p.say.HiddenCount(hidden)))
	}
	a.table.show(audit)
	a.hidden.show(list)
	setVisible(a.hiddenBox, len(list.Rows) > 0)
	if len(names) == 0 {
		a.given.SetText(text("given_none"))
	} else {
		a.given.SetText(text("given_some", "names", "»"+strings.Join(names, "«, »")+"«"))
	}
	a.all.Refresh()
}
