package survey

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"synlig/data/survey"
	"synlig/screens/kit"
)

// conditionForm asks who counts: a question and some of its answers.
type conditionForm struct {
	page      *Page
	questions []int
	at        int // in questions, −1 for none
	pick      *kit.Select
	not       *kit.Choice
	checks    []*widget.Check
	answers   *fyne.Container
	start     survey.Condition
}

// askCondition asks for one more condition.
func (p *Page) askCondition() {
	if p.lens == nil {
		return
	}
	f := p.lens.later.Filter
	p.openCondition(survey.Condition{}, func(c survey.Condition) {
		p.filter(survey.Filter{Conditions: append(append([]survey.Condition(nil), f.Conditions...), c)})
	})
}

// editCondition asks for one of them anew.
func (p *Page) editCondition(i int) {
	f := p.lens.later.Filter
	p.openCondition(f.Conditions[i], func(c survey.Condition) {
		other := survey.Filter{Conditions: append([]survey.Condition(nil), f.Conditions...)}
		other.Conditions[i] = c
		p.filter(other)
	})
}

func (p *Page) openCondition(start survey.Condition, done func(survey.Condition)) {
	f := &conditionForm{page: p, at: -1, start: start, answers: kit.Column(0)}
	f.questions = p.lens.listed(true)
	if d := p.lens.wave().Department; d >= 0 { // where somebody works is asked for most
		f.questions = append([]int{d}, remove(f.questions, d)...)
		if p.lens.wave().Aggregated { // who gave which two answers is not known
			f.questions = []int{d}
		}
	}
	var labels []string
	chosen := 0
	for i, q := range f.questions {
		labels = append(labels, p.lens.question(q).Text)
		if p.lens.question(q).ID == start.Question {
			chosen = i
		}
	}
	f.pick = kit.NewSelect(labels, f.choose)
	f.pick.SetLabels(labels, chosen)
	not := 0
	if start.Not {
		not = 1
	}
	f.not = kit.NewChoice([]string{text("condition_is"), text("condition_not")}, not, func(int) {})
	f.choose(chosen)
	body := kit.Column(kit.Between, boxed(f.pick), f.not, f.answers)
	p.host.Sheet(text("add_filter"), 520, body,
		kit.NewButton(text("cancel"), nil, nil),
		kit.NewMainButton(text("use_filter"), nil, func() {
			if c := f.condition(); len(c.Codes) > 0 {
				done(c)
			}
		}))
	p.host.Canvas().Focus(f.pick)
}

// choose shows the answers to a question.
func (f *conditionForm) choose(index int) {
	if index >= len(f.questions) || index == f.at {
		return
	}
	f.at = index
	q := f.page.lens.question(f.questions[index])
	f.checks, f.answers.Objects = nil, nil
	for _, a := range q.Answers {
		check := widget.NewCheck(strings.TrimSpace(a.Name()), nil)
		for _, code := range f.start.Codes {
			check.Checked = check.Checked || q.ID == f.start.Question && code == a.Code
		}
		f.checks = append(f.checks, check)
		f.answers.Add(check)
	}
	f.answers.Refresh()
}

// condition is what was ticked.
func (f *conditionForm) condition() survey.Condition {
	if f.at < 0 {
		return survey.Condition{}
	}
	q := f.page.lens.question(f.questions[f.at])
	c := survey.Condition{Question: q.ID, Not: f.not.Chosen() == 1}
	for i, check := range f.checks {
		if check.Checked {
			c.Codes = append(c.Codes, q.Answers[i].Code)
		}
	}
	return c
}

func remove(list []int, v int) []int {
	var rest []int
	for _, other := range list {
		if other != v {
			rest = append(rest, other)
		}
	}
	return rest
}
