package survey

import "strings"

// Kind is how a question is answered.
type Kind uint8

// The kinds of questions.
const (
	Single Kind = iota // one of the answers
	Multi              // any number of the answers
	Scale              // one of the answers, which have an order
	Number             // a number
	Text               // free text
	Date               // a day
)

var kindNames = [...]string{"single", "multi", "scale", "number", "text", "date"}

// String is the kind as profiles and JSON name it.
func (k Kind) String() string { return kindNames[k] }

// KindNamed is the kind of that name.
func KindNamed(name string) (Kind, bool) {
	for i, n := range kindNames {
		if n == name {
			return Kind(i), true
		}
	}
	return 0, false
}

// Listed tells whether the answers are chosen from a list, so that they can be
// counted one by one.
func (k Kind) Listed() bool { return k <= Scale }

// Question is one question as it was worded.
type Question struct {
	ID      string // short and unique in the wave: "know"
	Text    string // as the respondent read it
	Kind    Kind
	Answers []Answer // of Single, Multi and Scale, in the order they are shown
	// Route is whom it was asked; the zero value is everybody. It only tells:
	// who was asked stands in the column.
	Route Route
	// Background marks what is known of a respondent rather than asked
	// (department, length of service): it is no row of its own in the report.
	Background bool
	// Unclear tells that the file's shape does not keep "asked, nothing ticked"
	// apart from "not asked" (only ticked boxes are written). The base is then
	// those who ticked something, and every figure says so.
	Unclear bool
}

// Route is the answer that leads to a question.
type Route struct {
	Question string   // ID
	Codes    []string // the answers that lead here
}

// Answer is one answer that can be chosen.
type Answer struct {
	Code  string // in the file
	Label string // as the respondent read it; "" where the file has codes alone
	// DontKnow is an answer that says nothing of the matter ("Ved ikke",
	// "Ikke relevant"). It stays in the base unless Substantive is asked for.
	DontKnow bool
	// Order is the place on the scale, 1 the lowest; 0 where it has none.
	Order int
}

// Name is the label, or the code where there is none.
func (a Answer) Name() string {
	if a.Label != "" {
		return a.Label
	}
	return a.Code
}

// AnswerCoded is the index of the answer with that code, -1 for none.
func (q *Question) AnswerCoded(code string) int {
	for i := range q.Answers {
		if q.Answers[i].Code == code {
			return i
		}
	}
	return -1
}

// answerNamed is the answer with that label or code, capitals and outer spaces
// aside; -1 for none.
func (q *Question) answerNamed(name string) int {
	name = strings.TrimSpace(name)
	for i := range q.Answers {
		a := &q.Answers[i]
		if strings.EqualFold(strings.TrimSpace(a.Label), name) || strings.EqualFold(strings.TrimSpace(a.Code), name) {
			return i
		}
	}
	return -1
}
