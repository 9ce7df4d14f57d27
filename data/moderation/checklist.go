package moderation

import (
	"slices"
	"strconv"

	"synlig/data/fault"
)

// Checklist is an edition of the eighteen questions. Texts, outcomes, rules and
// templates may be edited; the order and the hard rules may not.
type Checklist struct {
	Edition
	Questions []Question
}

// Question is the question with that number; the zero Question when there is
// none.
func (c Checklist) Question(n int) Question {
	if n < 1 || n > len(c.Questions) {
		return Question{}
	}
	return c.Questions[n-1]
}

// The codes of what Check refuses. All carry "number", the question's.
const (
	ChecklistLength  fault.Code = "checklist-length" // not eighteen questions, or not in order
	ChecklistText    fault.Code = "checklist-text"   // a question without text
	ChecklistOutcome fault.Code = "checklist-outcome"
	ChecklistCPR     fault.Code = "checklist-cpr" // question 2 leads to something else than deleting
	ChecklistStays   fault.Code = "checklist-criticism"
)

// Check tells what is wrong with an edited checklist: what would break its
// order or one of the hard rules. Nothing else is refused.
func (c Checklist) Check() error {
	if len(c.Questions) != Questions {
		return fault.New(ChecklistLength, "number", strconv.Itoa(len(c.Questions)))
	}
	for i, q := range c.Questions {
		number := strconv.Itoa(i + 1)
		switch {
		case q.Number != i+1:
			return fault.New(ChecklistLength, "number", number)
		case q.Text == "":
			return fault.New(ChecklistText, "number", number)
		}
		for _, advice := range q.all() {
			if advice.Outcome != "" && (!advice.Outcome.Known() || advice.Outcome == Exclude) {
				return fault.New(ChecklistOutcome, "number", number)
			}
			if q.Number == QCPR && advice.Outcome != Delete {
				return fault.New(ChecklistCPR, "number", number)
			}
			if q.Number == QCriticism && !advice.Outcome.Stays() {
				return fault.New(ChecklistStays, "number", number)
			}
		}
	}
	return nil
}

// all are the question's advices, those that say nothing left out – but for
// Yes and Doubt, which have to be there where a hard rule asks for them.
func (q Question) all() []Advice {
	advices := []Advice{q.Yes, q.Doubt}
	if q.Again != nil {
		advices = append(advices, *q.Again)
	}
	if q.Detail != nil {
		advices = append(advices, q.Detail.Then)
	}
	return advices
}

// breach tells whether a rule seems broken, so that question 16 makes sense.
func breach(a Answers) bool {
	return slices.ContainsFunc(breaching, func(n int) bool { return a.Of(n) == Yes || a.Of(n) == Doubt })
}

// Criticism tells whether the answers make the comment decent criticism:
// question 8 is Yes and 1–7 are No. It always stays; to remove it takes a
// written reason and a second person.
func Criticism(a Answers) bool {
	for n := QDanger; n < QCriticism; n++ {
		if a.Of(n) != No {
			return false
		}
	}
	return a.Of(QCriticism) == Yes
}

// Protects tells whether protection goes before equality: one of questions
// 1–4, 6 and 14 is Yes, or is in doubt and the checklist removes then too. The
// equality test is not asked.
func (c Checklist) Protects(a Answers) bool {
	return slices.ContainsFunc(protecting, func(n int) bool {
		return a.Of(n) == Yes || a.Of(n) == Doubt && c.Question(n).advice(a).Outcome.Removes()
	})
}

// Asked are the numbers of the questions these answers leave to be asked, in
// order, the answered ones among them. chosen is what the person means to do,
// empty when that is what is recommended: to remove what the checklist lets
// stand brings up the equality test too.
//
// Question 9 is not asked of what is criticism by question 8; 16 only where a
// rule seems broken; 17 only before a removal where protection does not go
// first. After a question that stops, what is left is for the record and
// nothing more has to be asked.
func (c Checklist) Asked(a Answers, chosen Outcome) []int {
	var asked []int
	for n := 1; n <= len(c.Questions); n++ {
		switch {
		case n == QAbuse && a.Of(QCriticism) == Yes:
			continue
		case n == QAgain && !breach(a):
			continue
		case n == QEquality && !c.equalityAsked(a, chosen):
			continue
		}
		asked = append(asked, n)
		if c.Question(n).Stop && a.Of(n) == Yes {
			break
		}
	}
	return asked
}

// equalityAsked tells whether question 17 has to be asked.
func (c Checklist) equalityAsked(a Answers, chosen Outcome) bool {
	if c.Protects(a) {
		return false
	}
	if chosen.Removes() {
		return true
	}
	return slices.ContainsFunc(c.hits(a), func(h Hit) bool { return h.Outcome.Removes() || h.Outcome == WeighBlock })
}

// Next is the first question still to be answered, 0 when there is none.
func (c Checklist) Next(a Answers, chosen Outcome) int {
	for _, n := range c.Asked(a, chosen) {
		if a.Of(n) == Unanswered {
			return n
		}
	}
	return 0
}
