package survey

import (
	"context"
	"slices"

	"synlig/data/survey"
	"synlig/data/survey/importer"
)

// left are the findings of a step that nobody has looked at yet.
func (i *intake) left(s step) int {
	n := 0
	for _, line := range i.unsure(s) {
		if !i.seen[line] {
			n++
		}
	}
	return n
}

// see notes that findings are in front of a person.
func (i *intake) see(lines []string) {
	if i.seen == nil {
		i.seen = map[string]bool{}
	}
	for _, line := range lines {
		i.seen[line] = true
	}
}

// unsure are the findings of a step that a person should look at, each once.
func (i *intake) unsure(s step) []string {
	var lines []string
	for _, f := range i.findings {
		if !f.Sure && s.about(f.Code) {
			lines = addLine(lines, findingText(f))
		}
	}
	return lines
}

// changed works out what the file comes to now, and shows the step anew.
func (i *intake) changed() { i.try(func() { i.show() }) }

// touched does so after a correction that changes nothing else on the step: the
// keyboard stays where it is.
func (i *intake) touched() {
	i.try(func() {
		if s, ok := i.steps[i.step].(interface{ told() }); ok {
			s.told()
		}
	})
}

// try imports by the corrections so far. The newest wins.
func (i *intake) try(shown func()) {
	p := i.page
	i.tried++
	mine, profile := i.tried, clone(i.profile)
	var wave *survey.Wave
	var summary importer.Summary
	var err error
	p.start(func() { wave, summary, err = importer.Import(context.Background(), i.raw, profile, nil) }, func() {
		if mine != i.tried {
			return
		}
		i.wave, i.summary, i.fault = wave, summary, err
		i.suggest()
		shown()
		p.host.Refresh()
	})
}

// clone is a profile that the fields of the assistant do not reach into.
func clone(p importer.Profile) importer.Profile {
	p.Questions = slices.Clone(p.Questions)
	for n := range p.Questions {
		q := &p.Questions[n]
		q.Answers, q.Columns = slices.Clone(q.Answers), slices.Clone(q.Columns)
	}
	p.Status.States, p.Status.Columns = slices.Clone(p.Status.States), slices.Clone(p.Status.Columns)
	p.Frame = slices.Clone(p.Frame)
	if p.Aggregate != nil {
		a := *p.Aggregate
		p.Aggregate = &a
	}
	return p
}

// suggest names the wave where nobody has.
func (i *intake) suggest() {
	if i.wave == nil {
		return
	}
	if i.title == "" {
		i.title = i.wave.Title
	}
	if i.survey == "" {
		i.survey = text("survey_title_new")
	}
	if !i.dayKept {
		i.day = i.wave.Date
		if i.day.IsZero() {
			i.day = i.page.now()
		}
	}
}
