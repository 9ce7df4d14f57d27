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
	v.marksOfTotals(t, rows, columns)
	v.marksOfDepartments(t)
	table := disclosure.New(counts, v.Threshold)
	v.knownTotals(t, table, rows, columns)
	each := func(f func(small, large *disclosure.Mark)) {
		for i := range len(rows) + 1 {
			for j := range len(columns) + 1 {
				f(&table.Marks[i][j], &t.Marks[placeOf(rows, i, len(t.Rows))][placeOf(columns, j, len(t.Columns))])
			}
		}
	}
	each(func(small, large *disclosure.Mark) { *small = *large })
	for hidden := -1; table.HiddenCells() > hidden; hideLines(table) {
		table.Protect()
		hidden = table.HiddenCells()
	}
	each(func(small, large *disclosure.Mark) { *large = *small })
}

// hideLines hides all of a row or a column whose total is hidden, as a
// department's row does: what one table tells of such a total another could
// narrow down.
func hideLines(t *disclosure.Table) {
	rows, columns := len(t.Marks)-1, len(t.Marks[0])-1
	for i := range rows {
		for j := range columns {
			if t.Marks[i][j] == disclosure.Shown && (t.Marks[i][columns].Hidden() || t.Marks[rows][j].Hidden()) {
				t.Marks[i][j] = disclosure.Secondary
			}
		}
	}
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

// marksOfTotals hides the totals of the cross-tab that the questions' own
// distributions hide.
func (v *View) marksOfTotals(t *Crosstab, rows, columns []int) {
	for _, i := range rows {
		t.Marks[i][len(t.Columns)] = v.ownTotal(t.Row, t.Rows[i]).Mark
	}
	for _, j := range columns {
		t.Marks[len(t.Rows)][j] = v.ownTotal(t.Column, t.Columns[j]).Mark
	}
}

// knownTotals takes those totals as known that the questions' own distributions
// show, rows and columns being those of the table. Where not everybody answered
// both questions they differ, and are not.
func (v *View) knownTotals(t *Crosstab, table *disclosure.Table, rows, columns []int) {
	for i, row := range rows {
		if f := v.ownTotal(t.Row, t.Rows[row]); !f.Mark.Hidden() && f.X == table.Value(i, len(columns)) {
			table.Know(i, len(columns))
		}
	}
	for j, column := range columns {
		if f := v.ownTotal(t.Column, t.Columns[column]); !f.Mark.Hidden() && f.X == table.Value(len(rows), j) {
			table.Know(len(rows), j)
		}
	}
}

// ownTotal is the figure of an answer in its question's own distribution, which
// is the total of a row or a column of a cross-tab; of a Multi only for those who
// ticked, and hidden for the others where it is for them.
func (v *View) ownTotal(a Axis, answer int) Share {
	own := v.Safe(a.Question, DefaultBase(v.Wave.Questions[a.Question].Kind)).Total
	if a.Answer < 0 {
		return own.Answers[answer]
	}
	f := own.Answers[a.Answer]
	if answer == 1 {
		f.X = own.N - f.X
	}
	return f
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
			t.Marks[i][len(t.Columns)] = r.Mark
		}
	case t.Column.Question == w.Department && t.Row.Answer < 0:
		for i, r := range v.Safe(t.Row.Question, Replied).Rows {
			for j, a := range r.Answers {
				t.Marks[j][i] = a.Mark
			}
			t.Marks[len(t.Rows)][i] = r.Mark
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
