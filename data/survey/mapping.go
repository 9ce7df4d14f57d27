package survey

import (
	"strings"
	"unicode"
)

// Mapping says what in two waves is the same. Questions are paired by their
// wording; a person may pair others, but only what was worded alike, on the same
// scale, is ever compared. Departments are paired by name, and a reorganisation
// is told by giving those of both waves a common name.
type Mapping struct {
	// Questions are pairs by hand: ID in the later wave → ID in the earlier, ""
	// for none.
	Questions map[string]string
	// Departments: name in either wave → the name they are compared under.
	Departments map[string]string
}

// Pair is a question of the later wave and its like in the earlier one.
type Pair struct {
	Earlier, Later int // Earlier is −1 where there is none
	// Reason is why they cannot be compared; "" where they can.
	Reason Reason
	// Answers are, for each answer of the later question, its like in the earlier.
	Answers []int
}

// Reason is a code for what keeps two questions apart.
type Reason string

// The reasons.
const (
	OnlyLater   Reason = "only-later"   // the earlier wave lacks the question
	OtherWords  Reason = "other-words"  // it was worded otherwise
	OtherKind   Reason = "other-kind"   // one choice then, several now
	OtherScale  Reason = "other-scale"  // the answers are others, or in another order
	NotCounted  Reason = "not-counted"  // numbers, texts and days have no shares to compare
	OtherAsked  Reason = "other-asked"  // another answer led to it: the base is another
	NotRecorded Reason = "not-recorded" // one file does not tell who was asked
)

// Pairs pairs every question of the later wave that is no background.
func (m Mapping) Pairs(earlier, later *Wave) []Pair {
	wordings := map[string]int{}
	for i := range earlier.Questions {
		text := Plain(earlier.Questions[i].Text)
		if _, twice := wordings[text]; !twice {
			wordings[text] = i
		}
	}
	var pairs []Pair
	for i := range later.Questions {
		q := &later.Questions[i]
		if q.Background || i == later.Department {
			continue
		}
		at, ok := wordings[Plain(q.Text)]
		if id, by := m.Questions[q.ID]; by {
			at = earlier.Find(id)
			ok = at >= 0
		}
		if !ok {
			pairs = append(pairs, Pair{Earlier: -1, Later: i, Reason: OnlyLater})
			continue
		}
		pair := Pair{Earlier: at, Later: i}
		pair.Reason, pair.Answers = Comparable(&earlier.Questions[at], q)
		pairs = append(pairs, pair)
	}
	return pairs
}

// Comparable tells why two questions cannot be compared, or "" and, for each
// answer of the later, its like in the earlier.
func Comparable(earlier, later *Question) (Reason, []int) {
	switch {
	case Plain(earlier.Text) != Plain(later.Text):
		return OtherWords, nil
	case !later.Kind.Listed() || !earlier.Kind.Listed():
		return NotCounted, nil
	case (earlier.Kind == Multi) != (later.Kind == Multi):
		return OtherKind, nil
	case earlier.Unclear != later.Unclear:
		return NotRecorded, nil
	case earlier.Route.Question != "" && later.Route.Question != "" &&
		strings.Join(earlier.Route.Codes, "\n") != strings.Join(later.Route.Codes, "\n"):
		return OtherAsked, nil
	case len(earlier.Answers) != len(later.Answers):
		return OtherScale, nil
	}
	like := make([]int, len(later.Answers))
	for i := range later.Answers {
		at := i
		if Plain(earlier.Answers[i].Name()) != Plain(later.Answers[i].Name()) {
			// Boxes to tick may change places; the steps of a scale may not.
			at = answerPlain(earlier, later.Answers[i].Name())
			if later.Kind != Multi || at < 0 {
				return OtherScale, nil
			}
		}
		like[i] = at
	}
	return "", like
}

func answerPlain(q *Question, name string) int {
	name = Plain(name)
	for i := range q.Answers {
		if Plain(q.Answers[i].Name()) == name {
			return i
		}
	}
	return -1
}

// Plain is a wording without what does not change its meaning: capitals, spaces,
// and signs at the ends ("Har du hørt om os ?" is "har du hørt om os").
func Plain(text string) string {
	text = strings.Join(strings.Fields(strings.ToLower(text)), " ")
	return strings.TrimFunc(text, func(r rune) bool { return unicode.IsPunct(r) || unicode.IsSpace(r) })
}

// group is the name under which a department is compared.
func (m Mapping) group(name string) string {
	if to, ok := m.Departments[name]; ok {
		return to
	}
	return strings.TrimSpace(name)
}
