package survey

import (
	"slices"

	"synlig/data/fault"
)

// Filter is who counts. There is one for all figures on the screen, and it is
// printed with every one of them. The zero value lets everybody through; a
// respondent must pass every condition.
type Filter struct {
	Conditions []Condition
}

// Condition lets through those who gave one of the answers to a question, or,
// with Not, those who answered it and gave none of them.
type Condition struct {
	Question string   // ID
	Codes    []string // of the answers, any of them
	Not      bool
}

// Empty tells whether everybody passes.
func (f Filter) Empty() bool { return len(f.Conditions) == 0 }

// Equal tells whether two filters say the same in the same order.
func (f Filter) Equal(other Filter) bool {
	return slices.EqualFunc(f.Conditions, other.Conditions, func(a, b Condition) bool {
		return a.Question == b.Question && a.Not == b.Not && slices.Equal(a.Codes, b.Codes)
	})
}

// Select gives the respondents of a wave who pass.
//
// Errors: "survey-filter-question" when the wave lacks a question of the
// filter, "survey-filter-answer" when it lacks the answer, or the question has
// no list of answers.
func (f Filter) Select(w *Wave) (Bits, error) {
	selected := AllBits(w.Respondents)
	for _, c := range f.Conditions {
		passing, err := c.passing(w)
		if err != nil {
			return nil, err
		}
		for i := range selected {
			selected[i] &= passing[i]
		}
	}
	return selected, nil
}

// passing are the respondents who pass one condition.
func (c Condition) passing(w *Wave) (Bits, error) {
	at := w.Find(c.Question)
	if at < 0 {
		return nil, fault.New("survey-filter-question", "question", c.Question)
	}
	q, column := &w.Questions[at], &w.Columns[at]
	named := make([]bool, len(q.Answers))
	for _, code := range c.Codes {
		i := q.AnswerCoded(code)
		if i < 0 || !q.Kind.Listed() {
			return nil, fault.New("survey-filter-answer", "question", c.Question, "answer", code)
		}
		named[i] = true
	}
	passing := NewBits(w.Respondents)
	if q.Kind == Multi {
		c.passingMulti(column, named, passing)
		return passing, nil
	}
	for r := range w.Respondents {
		if i := column.Answer(r); i >= 0 && i < len(named) && named[i] != c.Not {
			passing.Set(r)
		}
	}
	return passing, nil
}

func (c Condition) passingMulti(column *Column, named []bool, passing Bits) {
	for i, ticks := range column.Ticks {
		if named[i] {
			for k := range passing {
				passing[k] |= ticks[k]
			}
		}
	}
	if !c.Not {
		return
	}
	for r := range column.Len() {
		if column.State(r) == Answered && !passing.Has(r) {
			passing.Set(r)
		} else if passing.Has(r) {
			passing[r/64] &^= 1 << (r % 64)
		}
	}
}
