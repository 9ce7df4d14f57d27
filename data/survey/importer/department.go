package importer

import (
	"slices"

	"synlig/data/survey"
)

// department finds the question that says where somebody works, by its heading.
func (e *examiner) department() {
	if e.profile.Department != "" {
		return
	}
	best, surest := -1, 0
	for i, q := range e.profile.Questions {
		yesNo := slices.ContainsFunc(q.Answers, func(a Answer) bool { return rank(a.Code) == 0 || rank(a.Label) == 0 })
		if (q.Kind != "single" && q.Kind != "scale") || yesNo || len(q.Answers) < 2 || len(q.Answers) > 200 {
			continue
		}
		if sure := max(asksWhere(q.Text), asksWhere(q.Columns[0])); sure > surest {
			best, surest = i, sure
		}
	}
	if best < 0 {
		e.found(false, "department-none")
		return
	}
	q := &e.profile.Questions[best]
	q.Kind, q.Background = "single", true
	for i := range q.Answers {
		q.Answers[i].Order = 0
	}
	e.profile.Department = q.ID
	e.found(surest > len(departmentHeadings), "department", "question", q.Text, "count", itoa(len(q.Answers)))
}

// SetFrame gives the profile the departments' staff numbers, and looks for the
// question that has these departments as answers where none was found. unseen
// are names in the frame that no answer has.
func (p *Profile) SetFrame(frame []survey.Department) (unseen []string) {
	p.Frame = frame
	names := map[string]bool{}
	for _, d := range frame {
		names[plain(d.Name)] = true
	}
	best, most := -1, 0
	for i, q := range p.Questions {
		n := 0
		for _, a := range q.Answers {
			if names[plain(a.Label)] || names[plain(a.Code)] {
				n++
			}
		}
		if q.Kind != "multi" && (n > most || n == most && n > 0 && q.ID == p.Department) {
			best, most = i, n
		}
	}
	if best < 0 || most*2 < len(p.Questions[best].Answers) {
		return nil
	}
	q := &p.Questions[best]
	p.Department, q.Background, q.Kind = q.ID, true, "single"
	seen := map[string]bool{}
	for _, a := range q.Answers {
		seen[plain(a.Label)], seen[plain(a.Code)] = true, true
	}
	for _, d := range frame {
		if !seen[plain(d.Name)] {
			unseen = append(unseen, d.Name)
		}
	}
	return unseen
}
