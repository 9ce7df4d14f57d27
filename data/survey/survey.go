// Package survey is the awareness survey: questions, answers, one filter, the
// tables, the statistics with their sources, what must be hidden to keep people
// anonymous, and the comparison of waves. It reads no files (survey/importer
// does), keeps nothing (store does), draws nothing (chart and bilag do) and
// knows no Danish sentence: bases, warnings and reasons are codes.
package survey

import "time"

// Survey is one questionnaire asked once or several times.
type Survey struct {
	Title string
	Waves []*Wave // in the order they were asked, oldest first
}

// Wave is one round: the questions as they were worded then, and everybody who
// counts as having taken part. Data lie column by column, one or two bytes for
// each respondent and question (45,000 × 80 is 3.6 MB).
type Wave struct {
	Title string
	Date  time.Time // when it was asked; only the day means something

	// Rows is how many rows the file had, Invited how many were asked to take
	// part: those rows, where people who never answered are among them, or the
	// frame's sum. 0 is unknown: a file of answers alone does not tell.
	Rows, Invited int
	// Respondents is how many took part and are counted.
	Respondents int

	Questions []Question
	Columns   []Column // Columns[i] holds the answers to Questions[i]

	// Department is the index of the question that says where a respondent
	// works, -1 for none. Staff are the sizes N of the departments in the order
	// of that question's answers, 0 where unknown; nil where there is no frame.
	Department int
	Staff      []int

	// Weights are the weights that came with the file, one for each respondent;
	// nil for none. Weights from Staff are worked out when they are needed.
	Weights []float64

	// Aggregated tells that the wave was put together from ready-made tables
	// (question × answer × department). Each question's own figures and those by
	// department are right; who gave which two answers is not known, so there
	// is no cross-tab of two questions and no filter but by department.
	Aggregated bool
}

// NewWave is a wave of n respondents without questions.
func NewWave(title string, n int) *Wave {
	return &Wave{Title: title, Rows: n, Respondents: n, Department: -1}
}

// Add adds a question and its answers; the column must have a cell for every
// respondent. It gives the question's index.
func (w *Wave) Add(q Question, c Column) int {
	if c.Len() != w.Respondents {
		panic("survey: a column needs a cell for every respondent")
	}
	w.Questions, w.Columns = append(w.Questions, q), append(w.Columns, c)
	return len(w.Questions) - 1
}

// Find is the index of the question with that ID, -1 for none.
func (w *Wave) Find(id string) int {
	for i := range w.Questions {
		if w.Questions[i].ID == id {
			return i
		}
	}
	return -1
}

// Department is the name of a part of the organisation and how many work there.
type Department struct {
	Name  string
	Staff int // N, 0 where unknown
}

// Departments are the departments in the order of their question's answers.
func (w *Wave) Departments() []Department {
	if w.Department < 0 {
		return nil
	}
	answers := w.Questions[w.Department].Answers
	all := make([]Department, len(answers))
	for i, a := range answers {
		all[i].Name = a.Name()
		if i < len(w.Staff) {
			all[i].Staff = w.Staff[i]
		}
	}
	return all
}

// SetFrame gives the departments their staff numbers. A name is matched with an
// answer's label or code, capitals and spaces aside. Departments that nobody
// answered from are added as answers, for they belong to the population; the
// result names them, so that a misspelt name is seen. It sets Invited to the
// frame's sum. A wave without a department question takes only the sum.
func (w *Wave) SetFrame(frame []Department) (unseen []string) {
	w.Invited = 0
	for _, d := range frame {
		w.Invited += d.Staff
	}
	if w.Department < 0 {
		return nil
	}
	q := &w.Questions[w.Department]
	w.Staff = make([]int, len(q.Answers), len(q.Answers)+len(frame))
	for _, d := range frame {
		i := q.answerNamed(d.Name)
		if i < 0 {
			q.Answers = append(q.Answers, Answer{Code: d.Name, Label: d.Name})
			w.Staff = append(w.Staff, 0)
			i = len(q.Answers) - 1
			unseen = append(unseen, d.Name)
		}
		w.Staff[i] += d.Staff
	}
	return unseen
}
