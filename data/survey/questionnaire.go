package survey

import (
	"encoding/json"
	"strconv"

	"synlig/data/fault"
)

// Questionnaire is what is asked, before anybody has answered: the template
// with the office's corrections, and the letters that go with it.
type Questionnaire struct {
	Title      string   `json:"title"`
	Intro      []string `json:"intro"`
	Items      []Item   `json:"items"`
	Invitation Letter   `json:"invitation"`
	Reminder   Letter   `json:"reminder"`
}

// Letter is an invitation or a reminder. What stands in [brackets] is for the
// office to fill in.
type Letter struct {
	Subject string   `json:"subject"`
	Body    []string `json:"body"` // paragraphs
}

// Item is one question of a questionnaire.
type Item struct {
	Number int    `json:"number"` // as it is printed; 0 for what is asked of everybody first
	ID     string `json:"id"`
	Text   string `json:"text"`
	Kind   string `json:"kind"` // Kind's name
	// Hint tells the respondent how to answer, Only who should.
	Hint string `json:"hint,omitempty"`
	Only string `json:"only,omitempty"`
	// Check tells the office what to correct before it is used; it is not
	// printed for respondents.
	Check      string       `json:"check,omitempty"`
	Background bool         `json:"background,omitempty"`
	Route      *ItemRoute   `json:"route,omitempty"`
	Answers    []ItemAnswer `json:"answers,omitempty"`
}

// ItemRoute is the answers to an earlier item that lead to this one.
type ItemRoute struct {
	Question string   `json:"question"`
	Answers  []string `json:"answers"`
}

// ItemAnswer is an answer that can be chosen.
type ItemAnswer struct {
	Text     string `json:"text"`
	DontKnow bool   `json:"dontKnow,omitempty"`
	Order    int    `json:"order,omitempty"` // on a scale, 1 the lowest
	// Right is the answer that is right, for questions of knowledge; it is not
	// printed for respondents.
	Right bool `json:"right,omitempty"`
}

// ReadQuestionnaire reads a questionnaire from JSON.
//
// Errors: "questionnaire-unreadable", and those of Check.
func ReadQuestionnaire(data []byte) (Questionnaire, error) {
	var q Questionnaire
	if err := json.Unmarshal(data, &q); err != nil {
		return q, fault.Wrap(err, "questionnaire-unreadable")
	}
	return q, q.Check()
}

// Check tells whether the questionnaire can be asked: every item has a text and
// an ID of its own, choices have at least two answers, no two alike, and a route
// leads from an earlier item and its own answers.
//
// Errors, each with "number", the item's place from 1: "questionnaire-text",
// "questionnaire-id", "questionnaire-kind", "questionnaire-answers",
// "questionnaire-route".
func (q Questionnaire) Check() error {
	earlier := map[string]Item{}
	for i, item := range q.Items {
		code := item.fault(earlier)
		if code != "" {
			return fault.New(code, "number", strconv.Itoa(i+1))
		}
		earlier[item.ID] = item
	}
	return nil
}

func (i Item) fault(earlier map[string]Item) fault.Code {
	kind, known := KindNamed(i.Kind)
	_, twice := earlier[i.ID]
	switch {
	case i.Text == "":
		return "questionnaire-text"
	case i.ID == "" || twice:
		return "questionnaire-id"
	case !known:
		return "questionnaire-kind"
	case kind.Listed() == (len(i.Answers) < 2):
		return "questionnaire-answers"
	}
	seen := map[string]bool{}
	for _, a := range i.Answers {
		if a.Text == "" || seen[a.Text] {
			return "questionnaire-answers"
		}
		seen[a.Text] = true
	}
	if i.Route == nil {
		return ""
	}
	from, there := earlier[i.Route.Question]
	if !there || len(i.Route.Answers) == 0 {
		return "questionnaire-route"
	}
	for _, text := range i.Route.Answers {
		if from.answer(text) < 0 {
			return "questionnaire-route"
		}
	}
	return ""
}

// answer is the index of an answer, -1 for none.
func (i Item) answer(text string) int {
	for n, a := range i.Answers {
		if a.Text == text {
			return n
		}
	}
	return -1
}

// Questions are the items as questions of a wave; an answer's code is its
// number from 1.
func (q Questionnaire) Questions() []Question {
	var all []Question
	byID := map[string]Item{}
	for _, item := range q.Items {
		kind, _ := KindNamed(item.Kind)
		question := Question{ID: item.ID, Text: item.Text, Kind: kind, Background: item.Background}
		for n, a := range item.Answers {
			question.Answers = append(question.Answers, Answer{Code: strconv.Itoa(n + 1), Label: a.Text, DontKnow: a.DontKnow, Order: a.Order})
		}
		if item.Route != nil {
			question.Route.Question = item.Route.Question
			for _, text := range item.Route.Answers {
				question.Route.Codes = append(question.Route.Codes, strconv.Itoa(byID[item.Route.Question].answer(text)+1))
			}
		}
		byID[item.ID] = item
		all = append(all, question)
	}
	return all
}
