package survey

import (
	"slices"

	"synlig/data/survey/disclosure"
)

// Safe is a question by department with what must be hidden marked: the only
// table of a question that may leave the office, on paper, in a file or in a
// shared picture. The total row is its distribution, so that what is hidden in
// one place is not shown in another. What is hidden is decided once for a
// question, on the base of all who answered (of a Multi: were asked), whichever
// base its shares are of.
func (v *View) Safe(question int, b Base) *DepartmentTable {
	key := safeKey{question, b}
	v.mu.Lock()
	table := v.safe[key]
	v.mu.Unlock()
	if table != nil {
		return table
	}
	t := v.ByDepartment(question, b)
	if own := DefaultBase(v.Wave.Questions[question].Kind); b == own {
		v.protectDepartments(&t)
	} else {
		v.copyMarks(&t, v.Safe(question, own))
	}
	v.softenTotal(&t)
	v.mu.Lock()
	v.safe[key] = &t
	v.mu.Unlock()
	return &t
}

// copyMarks takes the marks of a table on another base. Where "Ved ikke" is
// hidden, the number that had an opinion is too: the two differ by it.
func (v *View) copyMarks(t, from *DepartmentTable) {
	q := &v.Wave.Questions[t.Question]
	row := func(r, from *DepartmentRow) {
		r.Mark = from.Mark
		for i := range r.Answers {
			r.Answers[i].Mark = from.Answers[i].Mark
			if t.Base == Substantive && q.Answers[i].DontKnow && from.Answers[i].Mark.Hidden() {
				r.Mark = disclosure.Secondary
			}
		}
		if r.Mark.Hidden() {
			for i := range r.Answers {
				if r.Answers[i].Mark == disclosure.Shown {
					r.Answers[i].Mark = disclosure.Secondary
				}
			}
		}
	}
	for i := range t.Rows {
		row(&t.Rows[i], &from.Rows[i])
	}
	row(&t.Total, &from.Total)
}

// SafeBox tells whether a row's share of some answers together may be shown: only
// where each of them may, so that it tells nothing they do not.
func (r *DepartmentRow) SafeBox(answers ...int) bool {
	return !r.Mark.Hidden() && !slices.ContainsFunc(answers, func(i int) bool { return r.Answers[i].Mark.Hidden() })
}

// SafeCross marks the figures of a cross-tab that may not leave the office. A
// question against the department hides what its own table hides. Rows and
// columns of nobody are left out: it is known that they are empty.
func (v *View) SafeCross(t *Crosstab) {
	rows, columns := t.filled()
	counts := make([][]int, len(rows))
	for i, row := range rows {
		for _, column := range columns {
			counts[i] = append(counts[i], t.Counts[row][column])
		}
	}
	t.Marks = disclosure.New(t.Counts, v.Threshold).Marks
	if len(counts) == 0 {
		return
	}
	v.marksOfDepartments(t)
	table := disclosure.New(counts, v.Threshold)
	each := func(f func(small, large *disclosure.Mark)) {
		for i := range len(rows) + 1 {
			for j := range len(columns) + 1 {
				f(&table.Marks[i][j], &t.Marks[placeOf(rows, i, len(t.Rows))][placeOf(columns, j, len(t.Columns))])
			}
		}
	}
	each(func(small, large *disclosure.Mark) { *small = *large })
	table.Protect()
	each(func(small, large *disclosure.Mark) { *large = *small })
}

// placeOf is the row of the whole table that row i of the filled ones is; the
// total stays last.
func placeOf(filled []int, i, total int) int {
	if i < len(filled) {
		return filled[i]
	}
	return total
}

// filled are the rows and columns that somebody is in.
func (t *Crosstab) filled() (rows, columns []int) {
	sums := make([]int, len(t.Columns))
	for i, row := range t.Counts {
		sum := 0
		for j, n := range row {
			sum += n
			sums[j] += n
		}
		if sum > 0 {
			rows = append(rows, i)
		}
	}
	for j, sum := range sums {
		if sum > 0 {
			columns = append(columns, j)
		}
	}
	return rows, columns
}

// marksOfDepartments takes over the marks of a question's own table by
// department.
func (v *View) marksOfDepartments(t *Crosstab) {
	if t.Base != Replied {
		return
	}
	switch w := v.Wave; {
	case t.Row.Question == w.Department && t.Column.Answer < 0:
		for i, r := range v.Safe(t.Column.Question, Replied).Rows {
			for j, a := range r.Answers {
				t.Marks[i][j] = a.Mark
			}
		}
	case t.Column.Question == w.Department && t.Row.Answer < 0:
		for i, r := range v.Safe(t.Row.Question, Replied).Rows {
			for j, a := range r.Answers {
				t.Marks[j][i] = a.Mark
			}
		}
	}
}

// Hidden is how many figures of the cross-tab are kept back, totals included.
func (t *Crosstab) Hidden() int {
	n := 0
	for _, row := range t.Marks {
		for _, m := range row {
			if m.Hidden() {
				n++
			}
		}
	}
	return n
}

// HiddenFigure is a figure that Safe hides, and how far a reader can narrow it
// down.
type HiddenFigure struct {
	Department string // "" for the total
	Answer     string // its code; "" for the number of answers
	disclosure.Range
}

// Audit proves a table of Safe: the exact range of every hidden figure, from all
// that the table shows.
func (v *View) Audit(t *DepartmentTable) []HiddenFigure {
	q := &v.Wave.Questions[t.Question]
	own := v.Safe(t.Question, DefaultBase(q.Kind))
	var found []HiddenFigure
	for _, table := range v.protectedTables(own) {
		for _, r := range table.Audit() {
			h := HiddenFigure{Range: r}
			switch {
			case r.Row == table.total():
			case r.Row < len(table.rows):
				h.Department = own.Rows[table.rows[r.Row]].Department
			default:
				continue // those of no known department stand in no row
			}
			switch {
			case r.Column < len(table.answers):
				h.Answer = q.Answers[table.answers[r.Column]].Code
			case r.Column < len(table.Marks[0])-1:
				continue // those who did not tick stand in no column
			}
			found = append(found, h)
		}
	}
	return found
}
