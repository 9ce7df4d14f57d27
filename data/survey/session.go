package survey

import (
	"fmt"
	"strconv"

	"synlig/data/survey/disclosure"
)

// Session remembers what has been shown while the program was open, of every
// wave, and warns where two tables give away together what neither does. One
// person's screen is not shown to anybody; papers, files and copies are. It is not
// for several goroutines at once.
type Session struct {
	waves map[*Wave]*disclosure.Session
}

// NewSession begins with nothing shown.
func NewSession() *Session { return &Session{map[*Wave]*disclosure.Session{}} }

func (s *Session) of(v *View) *disclosure.Session {
	if s.waves[v.Wave] == nil {
		s.waves[v.Wave] = disclosure.NewSession(v.Wave.Respondents, v.Threshold)
	}
	return s.waves[v.Wave]
}

// ShowDepartments remembers a table of Safe under a name ("rapporten") and gives
// what it gives away beside those shown before.
func (s *Session) ShowDepartments(v *View, t *DepartmentTable, name string) []disclosure.Leak {
	q, c := &v.Wave.Questions[t.Question], &v.Wave.Columns[t.Question]
	var groups []disclosure.Set
	rows := append([]DepartmentRow(nil), t.Rows...)
	v.mu.Lock()
	for _, r := range rows {
		set := NewBits(v.Wave.Respondents)
		for _, d := range r.answered {
			for i, word := range v.sets()[d+1] {
				set[i] |= word
			}
		}
		groups = append(groups, disclosure.Set(set))
	}
	v.mu.Unlock()
	groups, rows = append(groups, disclosure.Set(v.selected)), append(rows, t.Total)
	var leaks []disclosure.Leak
	if q.Kind != Multi {
		marks := make([][]disclosure.Mark, len(rows))
		for i, r := range rows {
			for _, a := range r.Answers {
				marks[i] = append(marks[i], a.Mark)
			}
			marks[i] = append(marks[i], r.Mark)
		}
		return s.of(v).Show(v.release(q.ID, name, groups, marks, func(r int) int { return c.Answer(r) }))
	}
	for k := range q.Answers {
		ticked := c.Ticks[k]
		marks := make([][]disclosure.Mark, len(rows))
		for i, r := range rows {
			unticked := r.Answers[k].Mark
			if r.Mark.Hidden() {
				unticked = disclosure.Secondary // it stands nowhere, and cannot be worked out
			}
			marks[i] = []disclosure.Mark{r.Answers[k].Mark, unticked, r.Mark}
		}
		leaks = append(leaks, s.of(v).Show(v.release(q.ID+"/"+strconv.Itoa(k), name, groups, marks, func(r int) int {
			switch {
			case c.State(r) == NotAsked:
				return -1
			case ticked.Has(r):
				return 0
			}
			return 1
		}))...)
	}
	return leaks
}

// ShowCross remembers a cross-tab of SafeCross: as the row's question by the
// column's answers, and the other way round.
func (s *Session) ShowCross(v *View, t *Crosstab, name string) []disclosure.Leak {
	a, c := v.side(t.Row, t.Base), v.side(t.Column, t.Base)
	turned := make([][]disclosure.Mark, len(t.Columns)+1)
	for j := range turned {
		for i := range t.Marks {
			turned[j] = append(turned[j], t.Marks[i][j])
		}
	}
	leaks := s.showSide(v, name, t.Row, &a, &c, turned)
	return append(leaks, s.showSide(v, name, t.Column, &c, &a, t.Marks)...)
}

// showSide shows how subject was answered in the groups that by makes.
func (s *Session) showSide(v *View, name string, axis Axis, subject, by *side, marks [][]disclosure.Mark) []disclosure.Leak {
	groups := make([]disclosure.Set, by.size+1)
	for i := range groups {
		groups[i] = NewBits(v.Wave.Respondents)
	}
	v.selected.each(func(r int) {
		if at := by.of(r); at < by.size {
			Bits(groups[at]).Set(r)
			Bits(groups[by.size]).Set(r)
		}
	})
	id := v.Wave.Questions[axis.Question].ID
	if axis.Answer >= 0 {
		id += "/" + strconv.Itoa(axis.Answer)
	}
	return s.of(v).Show(v.release(id, name, groups, marks, func(r int) int {
		if at := subject.of(r); at < subject.size {
			return at
		}
		return -1
	}))
}

func (v *View) release(subject, name string, groups []disclosure.Set, marks [][]disclosure.Mark, answer func(int) int) disclosure.Release {
	return disclosure.Release{
		Subject: subject + "/" + strconv.Itoa(len(marks[0])), Name: name,
		Filter: fmt.Sprint(v.Filter.Conditions), Groups: groups, Answer: answer, Marks: marks,
	}
}
