package example

import (
	"context"
	"math"
	"math/rand/v2"
	"time"

	"synlig/assets"
	"synlig/data/survey"
)

// surveyFile is assets/examples/undersoegelse.json: how many work where, how
// many of them answer, and what those answer who know the office well (high)
// and those who do not (low).
type surveyFile struct {
	Title string `json:"title"`
	Waves []struct {
		Title string `json:"title"`
		Date  string `json:"date"`
		Seed  uint64 `json:"seed"`
	} `json:"waves"`
	Departments []struct {
		Name   string    `json:"name"`
		Staff  []int     `json:"staff"`  // in each wave
		Answer []float64 `json:"answer"` // the share that answers
		Known  []float64 `json:"known"`  // how well the office is known, 0 to 1
	} `json:"departments"`
	LeftOut float64 `json:"left_out"` // the share of answers that is left empty
	Answers map[string]struct {
		High []int `json:"high"`
		Low  []int `json:"low"`
	} `json:"answers"`
	Texts map[string]struct {
		Share float64  `json:"share"` // of those who know the office well
		Known []string `json:"known"` // what they write
		Other []string `json:"other"` // what the others write
		All   []string `json:"all"`   // what everybody may write
	} `json:"texts"`
}

// surveyWorkspace is what the example survey is written into.
type surveyWorkspace interface {
	SaveExampleSurvey(ctx context.Context, title string, waves []*survey.Wave) error
}

// Survey is the example office's survey: the office's own questionnaire asked
// twice of some 45,000 invented people, of whom a third to a quarter answer. It
// is the same every time.
func Survey() survey.Survey {
	file := read[surveyFile]("undersoegelse.json")
	questionnaire, err := survey.ReadQuestionnaire(assets.Read("survey/questionnaire.json"))
	if err != nil {
		panic("survey/questionnaire.json: " + err.Error())
	}
	s := survey.Survey{Title: file.Title}
	for i := range file.Waves {
		s.Waves = append(s.Waves, file.wave(questionnaire.Questions(), i))
	}
	return s
}

func writeSurvey(ctx context.Context, w surveyWorkspace) error {
	s := Survey()
	return w.SaveExampleSurvey(ctx, s.Title, s.Waves)
}

// respondents of one wave: where each works, and how well they know the office.
type respondents struct {
	*rand.Rand
	department []int
	knows      []float64
}

func (f surveyFile) wave(questions []survey.Question, number int) *survey.Wave {
	about := f.Waves[number]
	people := respondents{Rand: rand.New(rand.NewPCG(about.Seed, 1))}
	var frame []survey.Department
	for d, department := range f.Departments {
		frame = append(frame, survey.Department{Name: department.Name, Staff: department.Staff[number]})
		for range int(math.Round(float64(department.Staff[number]) * department.Answer[number])) {
			people.department = append(people.department, d)
			// Most are near what is usual where they work, and some are not.
			people.knows = append(people.knows, min(1, max(0, department.Known[number]+people.NormFloat64()/4)))
		}
	}
	w := survey.NewWave(about.Title, len(people.department))
	w.Date, _ = time.Parse(time.DateOnly, about.Date)
	for _, q := range questions {
		if len(w.Questions) == 0 { // the first asks where they work
			w.Department = w.Add(f.where(q, people))
			continue
		}
		column := survey.NewColumn(q, w.Respondents)
		f.fill(w, &q, &column, people)
		w.Add(q, column)
	}
	w.SetFrame(frame)
	w.Rows = w.Invited
	return w
}

// where is the question of the department, with the example's own departments.
func (f surveyFile) where(q survey.Question, people respondents) (survey.Question, survey.Column) {
	q.Answers = nil
	for _, d := range f.Departments {
		q.Answers = append(q.Answers, survey.Answer{Code: d.Name, Label: d.Name})
	}
	column := survey.NewColumn(q, len(people.department))
	for r, d := range people.department {
		column.Choose(r, d)
	}
	return q, column
}

// fill lets everybody answer a question who is led to it.
func (f surveyFile) fill(w *survey.Wave, q *survey.Question, column *survey.Column, people respondents) {
	asked := led(w, q)
	for r, knows := range people.knows {
		if !asked(r) {
			continue
		}
		column.SetState(r, survey.NoAnswer)
		switch {
		case q.Kind == survey.Text:
			f.write(q.ID, column, r, knows, people.Rand)
		case people.Float64() < f.LeftOut:
		case q.Kind == survey.Multi:
			f.tick(q.ID, column, r, knows, people.Rand)
		default:
			column.Choose(r, f.choose(q.ID, knows, people.Rand))
		}
	}
}

// led tells who is led to a question by what they answered before.
func led(w *survey.Wave, q *survey.Question) func(r int) bool {
	at := w.Find(q.Route.Question)
	if at < 0 {
		return func(int) bool { return true }
	}
	from, leads := &w.Columns[at], map[int]bool{}
	for _, code := range q.Route.Codes {
		leads[w.Questions[at].AnswerCoded(code)] = true
	}
	return func(r int) bool { return from.State(r) == survey.Answered && leads[from.Answer(r)] }
}

// chance is the weight of an answer for somebody who knows the office so well.
func (f surveyFile) chance(id string, answer int, knows float64) float64 {
	plan := f.Answers[id]
	return knows*float64(plan.High[answer]) + (1-knows)*float64(plan.Low[answer])
}

func (f surveyFile) choose(id string, knows float64, random *rand.Rand) int {
	answers := len(f.Answers[id].High)
	total := 0.0
	for a := range answers {
		total += f.chance(id, a, knows)
	}
	at := random.Float64() * total
	for a := range answers {
		if at -= f.chance(id, a, knows); at < 0 {
			return a
		}
	}
	return answers - 1
}

// tick ticks each box by its own chance in a hundred. The last one says that
// none of the others does, and stands alone.
func (f surveyFile) tick(id string, column *survey.Column, r int, knows float64, random *rand.Rand) {
	answers := len(f.Answers[id].High)
	column.SetState(r, survey.Answered)
	any := false
	for a := range answers - 1 {
		if random.Float64()*100 < f.chance(id, a, knows) {
			column.Tick(r, a)
			any = true
		}
	}
	if !any {
		column.Tick(r, answers-1)
	}
}

func (f surveyFile) write(id string, column *survey.Column, r int, knows float64, random *rand.Rand) {
	texts := f.Texts[id]
	if random.Float64() >= texts.Share {
		return
	}
	choice := texts.All
	if choice == nil {
		choice = texts.Other
		if random.Float64() < knows {
			choice = texts.Known
		}
	}
	column.Texts[r] = choice[random.IntN(len(choice))]
	column.SetState(r, survey.Answered)
}
