package survey

import (
	"strings"

	"synlig/data/bilag"
	"synlig/data/fault"
	"synlig/data/store"
	"synlig/data/survey"
)

// lens is what is looked at: a wave through a filter, and perhaps the wave it is
// compared with. Every figure of the room comes from one. It is not changed once
// it is shown; another filter is another lens.
type lens struct {
	kept       store.KeptSurvey
	waves      []*survey.Wave // of the survey, in the order of kept.Waves
	at, before int            // which of them; before is −1 for none
	threshold  int
	mapping    survey.Mapping
	keys       []survey.KeyFigure

	later, earlier *survey.View // earlier is nil for none
	// alone tells why there is no comparison though there is an earlier wave: it
	// lacks what the filter asks for.
	alone bool
}

// filtered puts a filter on both waves.
func (l *lens) filtered(f survey.Filter) (err error) {
	if l.later, err = survey.NewView(l.waves[l.at], f); err != nil {
		// A filter from another wave that this one knows nothing of is let go.
		if !fault.Is(err, "survey-filter-question") && !fault.Is(err, "survey-filter-answer") {
			return err
		}
		if l.later, err = survey.NewView(l.waves[l.at], survey.Filter{}); err != nil {
			return err
		}
	}
	l.later.Threshold = l.threshold
	l.earlier, l.alone = nil, false
	if l.before < 0 {
		return nil
	}
	then, ok := sameFilter(l.waves[l.before], l.waves[l.at], l.later.Filter)
	if l.alone = !ok; l.alone {
		return nil
	}
	if l.earlier, err = survey.NewView(l.waves[l.before], then); err == nil {
		l.earlier.Threshold = l.threshold
	}
	return err
}

// with is the same through another filter.
func (l *lens) with(f survey.Filter) (*lens, error) {
	other := *l
	err := other.filtered(f)
	return &other, err
}

// sameFilter is a filter of the later wave in the words of the earlier: its
// codes may stand for other answers.
func sameFilter(earlier, later *survey.Wave, f survey.Filter) (survey.Filter, bool) {
	var then survey.Filter
	for _, c := range f.Conditions {
		q := later.Questions[later.Find(c.Question)]
		at := earlier.Find(c.Question)
		if at < 0 || survey.Plain(earlier.Questions[at].Text) != survey.Plain(q.Text) {
			if at = worded(earlier, q.Text); at < 0 {
				return then, false
			}
		}
		old := earlier.Questions[at]
		condition := survey.Condition{Question: old.ID, Not: c.Not}
		for _, code := range c.Codes {
			same := named(&old, q.Answers[q.AnswerCoded(code)].Name())
			if same < 0 {
				return then, false
			}
			condition.Codes = append(condition.Codes, old.Answers[same].Code)
		}
		then.Conditions = append(then.Conditions, condition)
	}
	return then, true
}

// worded is the question of that wording, −1 for none.
func worded(w *survey.Wave, wording string) int {
	for i := range w.Questions {
		if survey.Plain(w.Questions[i].Text) == survey.Plain(wording) {
			return i
		}
	}
	return -1
}

// named is the answer of that name, −1 for none.
func named(q *survey.Question, name string) int {
	for i := range q.Answers {
		if survey.Plain(q.Answers[i].Name()) == survey.Plain(name) {
			return i
		}
	}
	return -1
}

// wave is the wave that is looked at.
func (l *lens) wave() *survey.Wave { return l.waves[l.at] }

// question is one of its questions.
func (l *lens) question(i int) *survey.Question { return &l.wave().Questions[i] }

// listed are the questions with answers to count, the background among them.
func (l *lens) listed(background bool) []int {
	var all []int
	for i := range l.wave().Questions {
		q := l.question(i)
		if q.Kind.Listed() && len(q.Answers) > 0 && (background || !q.Background && i != l.wave().Department) {
			all = append(all, i)
		}
	}
	return all
}

// report is the paper of what is looked at.
func (l *lens) report(title string) bilag.SurveyReport {
	return bilag.SurveyReport{
		Title: title, Example: l.kept.Example, Later: l.later, Earlier: l.earlier, Mapping: l.mapping, Keys: l.keys,
	}
}

// title is the survey and the wave: "Kendskab 2026".
func (l *lens) title() string {
	survey, wave := strings.TrimSpace(l.kept.Title), strings.TrimSpace(l.wave().Title)
	if strings.Contains(survey, wave) {
		return survey
	}
	if at := strings.LastIndex(wave, " ("); at > 0 { // what both say at their ends is said once
		survey = strings.TrimSuffix(survey, wave[at:])
	}
	return survey + " " + wave
}

// take shows what was read.
func (p *Page) take(l *lens) {
	p.lens = l
	if l != nil {
		p.wish.survey, p.wish.wave, p.wish.filter = l.kept.ID, l.kept.Waves[l.at].ID, l.later.Filter
	}
	p.frame.showWork()
	p.figures()
	p.host.Refresh()
}

// filter looks through another filter.
func (p *Page) filter(f survey.Filter) {
	if p.lens == nil {
		return
	}
	s := &p.shelf
	s.asked++
	mine := s.asked
	from := p.lens
	var l *lens
	var err error
	p.start(func() { l, err = from.with(f) }, func() {
		if mine != s.asked {
			return
		}
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.take(l)
	})
}
