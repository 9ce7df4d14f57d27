package moderation

import "strings"

// Answer is what a person says to a question. Nothing but a person's choice
// makes one: hints never do.
type Answer uint8

// The answers. The keys j, n and t give them.
const (
	Unanswered Answer = iota
	Yes               // ja
	No                // nej
	Doubt             // i tvivl
)

const answerLetters = "-jnt"

// String is the answer's letter in the database and on the keyboard: "j", "n",
// "t", and "-" for none.
func (a Answer) String() string { return answerLetters[a : a+1] }

// AnswerOf is the answer with that letter; false for any other.
func AnswerOf(letter rune) (Answer, bool) {
	i := strings.IndexRune(answerLetters, letter)
	return Answer(max(i, 0)), i >= 0
}

// Questions is how many questions the checklist has, always in the same order.
const Questions = 18

// Answers are a person's answers to the whole checklist. The zero value has
// none.
type Answers struct {
	given   [Questions]Answer
	details [Questions]bool
}

// Of is the answer to question number n, counted from 1.
func (a Answers) Of(n int) Answer {
	if n < 1 || n > Questions {
		return Unanswered
	}
	return a.given[n-1]
}

// Detailed tells whether the question's detail ("Er det meget groft?") was
// affirmed too.
func (a Answers) Detailed(n int) bool { return n >= 1 && n <= Questions && a.details[n-1] }

// With is a with another answer to question n. The detail goes when the answer
// changes.
func (a Answers) With(n int, answer Answer) Answers {
	if n >= 1 && n <= Questions && a.given[n-1] != answer {
		a.given[n-1], a.details[n-1] = answer, false
	}
	return a
}

// WithDetail is a with the detail of question n affirmed or not.
func (a Answers) WithDetail(n int, affirmed bool) Answers {
	if n >= 1 && n <= Questions {
		a.details[n-1] = affirmed
	}
	return a
}

// RestNo answers every question among asked that has no answer with No: the
// button "Resten: nej" of a plain case. It is a person's choice, made with one
// click.
func (a Answers) RestNo(asked []int) Answers {
	for _, n := range asked {
		if a.Of(n) == Unanswered {
			a = a.With(n, No)
		}
	}
	return a
}

// Empty tells whether nothing was answered.
func (a Answers) Empty() bool { return a == Answers{} }

// Letters are the answers as eighteen letters: "nnjn-…".
func (a Answers) Letters() string {
	var b strings.Builder
	for _, answer := range a.given {
		b.WriteString(answer.String())
	}
	return b.String()
}

// Details are the details as eighteen letters, "x" where affirmed and "-" else.
func (a Answers) Details() string {
	var b strings.Builder
	for _, affirmed := range a.details {
		b.WriteByte(map[bool]byte{true: 'x', false: '-'}[affirmed])
	}
	return b.String()
}

// ReadAnswers reads what Letters and Details wrote; false when it is nothing of
// theirs.
func ReadAnswers(letters, details string) (Answers, bool) {
	var a Answers
	if len(letters) != Questions || len(details) != Questions {
		return a, false
	}
	for i := range Questions {
		answer, ok := AnswerOf(rune(letters[i]))
		if !ok || details[i] != 'x' && details[i] != '-' {
			return Answers{}, false
		}
		a.given[i], a.details[i] = answer, details[i] == 'x'
	}
	return a, true
}
