package survey

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"

	"synlig/data/survey"
)

// large is a wave of 45,000 respondents and 80 questions: the department, scales
// with "Ved ikke", and single choices.
func large() *survey.Wave {
	const n = 45_000
	random := rand.New(rand.NewPCG(1, 2))
	w := survey.NewWave("stor", n)
	var frame []survey.Department
	for q := range 80 {
		question := survey.Question{ID: fmt.Sprintf("q%d", q), Text: fmt.Sprintf("Spørgsmål %d?", q), Kind: survey.Scale}
		answers := 5
		if q == 0 {
			question.Kind, question.Background, answers = survey.Single, true, 7
		}
		for a := range answers {
			question.Answers = append(question.Answers, survey.Answer{Code: fmt.Sprint(a + 1), Label: fmt.Sprintf("Svar %d", a+1), Order: a + 1})
			if q == 0 {
				frame = append(frame, survey.Department{Name: fmt.Sprintf("Svar %d", a+1), Staff: 10_000})
			}
		}
		if q > 0 {
			question.Answers = append(question.Answers, survey.Answer{Code: "9", Label: "Ved ikke", DontKnow: true})
		}
		column := survey.NewColumn(question, n)
		for r := range n {
			if random.IntN(20) == 0 {
				column.SetState(r, survey.NoAnswer)
			} else {
				column.Choose(r, random.IntN(len(question.Answers)))
			}
		}
		w.Add(question, column)
	}
	w.Department = 0
	w.SetFrame(frame)
	return w
}

// A change of filter: both views of the waves anew, and all that the view in
// front shows.
func BenchmarkFilter45000x80(b *testing.B) {
	r := newRoom(b, false)
	if _, err := r.store.SaveWave(context.Background(), 0, large()); err != nil {
		b.Fatal(err)
	}
	r.Reload()
	filters := []survey.Filter{
		{Conditions: []survey.Condition{{Question: "q0", Codes: []string{"1", "2"}}}},
		{Conditions: []survey.Condition{{Question: "q5", Codes: []string{"4", "5"}}, {Question: "q7", Codes: []string{"1"}, Not: true}}},
	}
	for view, key := range viewKeys {
		b.Run(key, func(b *testing.B) {
			r.look(view)
			for n := 0; b.Loop(); n++ {
				l, err := r.lens.with(filters[n%2])
				if err != nil {
					b.Fatal(err)
				}
				r.views[view].prepare(l)()
			}
		})
	}
}
