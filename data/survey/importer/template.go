package importer

import (
	"slices"

	"synlig/data/survey"
)

// FollowTemplate sets right what the office's own questionnaire knows better
// than a guess: how a question is answered, the order of its answers and their
// places on a scale, who is led to it. Questions are found by their wording, and
// answers by theirs; what the file has beside them stays. It gives how many
// questions were found.
func (p *Profile) FollowTemplate(template []survey.Question) (known int) {
	byText := map[string]*survey.Question{}
	for i := range template {
		byText[plain(template[i].Text)] = &template[i]
	}
	ids := map[string]string{} // the template's to the profile's
	for i := range p.Questions {
		q := &p.Questions[i]
		t := byText[plain(q.Text)]
		if t == nil || !q.takes(t.Kind) {
			continue
		}
		known++
		ids[t.ID] = q.ID
		q.Kind, q.Background = t.Kind.String(), t.Background
		if t.Kind.Listed() {
			q.order(t)
		} else {
			q.Answers = nil
		}
	}
	for i := range p.Questions {
		q := &p.Questions[i]
		if t := byText[plain(q.Text)]; t != nil && q.Route == nil && q.Kind == t.Kind.String() && t.Kind != survey.Text {
			q.Route = p.route(t, template, ids[t.Route.Question])
			q.Unclear = q.Unclear && q.Route == nil
		}
	}
	return known
}

// takes tells whether what stands in the file can be of that kind.
func (q *Question) takes(kind survey.Kind) bool {
	switch kind {
	case survey.Multi:
		return q.Kind == "multi"
	case survey.Single, survey.Scale:
		return q.Kind == "single" || q.Kind == "scale"
	case survey.Text:
		return q.Kind == "text" || q.Kind == "single"
	}
	return q.Kind == kind.String()
}

// order puts the answers in the template's order, those it does not know last.
func (q *Question) order(t *survey.Question) {
	place := func(a Answer) int {
		at := slices.IndexFunc(t.Answers, func(b survey.Answer) bool { return plain(b.Label) == plain(a.name()) })
		if at < 0 {
			return len(t.Answers)
		}
		return at
	}
	columns := map[string]string{}
	boxes := q.Kind == "multi" && q.Separator == "" && len(q.Columns) == len(q.Answers)
	for i, a := range q.Answers {
		if boxes {
			columns[a.Code] = q.Columns[i]
		}
		if at := place(a); at < len(t.Answers) {
			q.Answers[i].DontKnow, q.Answers[i].Order = t.Answers[at].DontKnow, t.Answers[at].Order
		}
	}
	slices.SortStableFunc(q.Answers, func(a, b Answer) int { return place(a) - place(b) })
	for i, a := range q.Answers {
		if boxes {
			q.Columns[i] = columns[a.Code]
		}
	}
}

func (a Answer) name() string {
	if a.Label != "" {
		return a.Label
	}
	return a.Code
}

// route is the template's route in the profile's own codes, nil where the
// question it comes from is not there.
func (p *Profile) route(t *survey.Question, template []survey.Question, from string) *Route {
	at := slices.IndexFunc(p.Questions, func(q Question) bool { return q.ID == from })
	source := slices.IndexFunc(template, func(q survey.Question) bool { return q.ID == t.Route.Question })
	if at < 0 || source < 0 || from == "" {
		return nil
	}
	var codes []string
	for _, code := range t.Route.Codes {
		i := template[source].AnswerCoded(code)
		if i < 0 {
			return nil
		}
		for _, a := range p.Questions[at].Answers {
			if plain(a.name()) == plain(template[source].Answers[i].Label) {
				codes = append(codes, a.Code)
			}
		}
	}
	if codes == nil {
		return nil
	}
	return &Route{from, codes}
}
