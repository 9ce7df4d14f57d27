package survey

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"synlig/data/survey/importer"
	"synlig/screens/kit"
)

// What a code can stand for.
const (
	meansAnswer = iota
	meansDontKnow
	meansMissing
	meansNotAsked
)

// mostForms is how many answers are shown with fields; more than that are not
// corrected by hand.
const mostForms = 40

// answers shows each code with how often it comes, what it is called, and what
// it means.
func (s *questionStep) answers(q *importer.Question) {
	if q.Kind == "text" {
		return
	}
	labels := []string{text("means_answer"), text("means_dont_know"), text("means_missing"), text("means_not_asked")}
	single := q.Kind == "single" || q.Kind == "scale"
	if q.Kind == "number" || q.Kind == "date" {
		labels = nil
	}
	if len(q.Answers) > 0 {
		s.form.Add(caption(text("answers_help")))
	}
	for n := range q.Answers[:min(len(q.Answers), mostForms)] {
		s.form.Add(s.answerLine(q, n, labels, single))
	}
	for _, code := range append(slices.Clone(q.Missing), q.NotAsked...) {
		s.form.Add(s.codeLine(q, code))
	}
}

// timesOf is how many rows have a code.
func (s *questionStep) timesOf(q *importer.Question, code string) int {
	times := 0
	for _, name := range q.Columns {
		c := s.intake.raw.Column(name)
		if c == nil {
			continue
		}
		for at, value := range c.Values {
			if strings.TrimSpace(value) == code {
				times += c.Counts[at]
			}
		}
	}
	return times
}

// answerLine is one answer: its code with how often, its label, its meaning.
func (s *questionStep) answerLine(q *importer.Question, n int, labels []string, single bool) fyne.CanvasObject {
	i := s.intake
	a := &q.Answers[n]
	label := kit.NewEntry(a.Code)
	label.SetText(a.Label)
	label.OnChanged = func(words string) { a.Label = words }
	label.OnFocus = func(has bool) {
		if !has {
			i.touched()
		}
	}
	code := a.Code
	if single {
		times := s.timesOf(q, a.Code)
		code = count("code_times", times, "code", a.Code, "count", i.page.say.Number(times))
	}
	name := kit.NewText(code)
	if !single {
		check := widget.NewCheck(text("means_dont_know"), nil)
		check.Checked = a.DontKnow
		check.OnChanged = func(on bool) {
			a.DontKnow = on
			i.touched()
		}
		return newTiles(150, 3, name, label, check)
	}
	means := kit.NewSelect(nil, func(at int) { s.mean(q, n, at) })
	chosen := meansAnswer
	if a.DontKnow {
		chosen = meansDontKnow
	}
	means.SetLabels(labels, chosen)
	return newTiles(150, 3, name, label, boxed(means))
}

// codeLine is a code that stands for no answer, asked in words: "0 (312 gange) –
// betyder ikke besvaret?".
func (s *questionStep) codeLine(q *importer.Question, code string) fyne.CanvasObject {
	times := s.timesOf(q, code)
	check := widget.NewCheck("", nil)
	key := "code_missing"
	if slices.Contains(q.NotAsked, code) {
		key = "code_not_asked"
	}
	check.Text = count(key, times, "code", code, "count", s.intake.page.say.Number(times))
	check.Checked = true
	check.OnChanged = func(bool) { // it is an answer after all
		drop := func(list []string) []string {
			return slices.DeleteFunc(slices.Clone(list), func(other string) bool { return other == code })
		}
		q.Missing, q.NotAsked = drop(q.Missing), drop(q.NotAsked)
		if q.Kind == "single" || q.Kind == "scale" {
			label, _ := s.intake.raw.Column(q.Columns[0]).LabelOf(code)
			q.Answers = append(slices.Clone(q.Answers), importer.Answer{Code: code, Label: label})
		}
		s.intake.changed()
	}
	return check
}

// mean says what an answer's code stands for.
func (s *questionStep) mean(q *importer.Question, n, means int) {
	a := q.Answers[n]
	switch means {
	case meansAnswer, meansDontKnow:
		q.Answers[n].DontKnow = means == meansDontKnow
		if means == meansDontKnow {
			q.Answers[n].Order = 0
		} else if q.Kind == "scale" && a.Order == 0 {
			q.Answers[n].Order = n + 1
		}
	case meansMissing:
		q.Missing = append(slices.Clone(q.Missing), a.Code)
		q.Answers = slices.Delete(slices.Clone(q.Answers), n, n+1)
	case meansNotAsked:
		q.NotAsked = append(slices.Clone(q.NotAsked), a.Code)
		q.Answers = slices.Delete(slices.Clone(q.Answers), n, n+1)
	}
	s.intake.changed()
}
