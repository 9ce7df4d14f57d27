package survey

import "synlig/data/survey/disclosure"

// DepartmentTable is a question by department.
type DepartmentTable struct {
	Question int
	Base     Base
	Rows     []DepartmentRow // in the order of the departments, those of nobody too
	Total    DepartmentRow   // of all within the filter, unknown departments too
}

// DepartmentRow is one department's answers.
type DepartmentRow struct {
	Department string
	Merged     []string // the departments in it, where small ones were put together
	Staff      int      // N, 0 where unknown
	Took       int      // how many took part and pass the filter
	N          int      // how many belong to the base
	Mark       disclosure.Mark
	Answers    []Share

	answered []int // indexes of the departments in the row
}

// ResponseRate is the share of the department's staff who took part. It is of
// the whole department only where no filter stands.
func (r DepartmentRow) ResponseRate() float64 { return ratio(r.Took, r.Staff) }

// ByDepartment counts a question in every department. Without a department
// question it has only the total.
func (v *View) ByDepartment(question int, b Base) DepartmentTable {
	q, g := &v.Wave.Questions[question], v.grid(question)
	t := DepartmentTable{Question: question, Base: b}
	for i, d := range v.Wave.Departments() {
		t.Rows = append(t.Rows, v.departmentRow(q, g, b, d.Name, d.Staff, []int{i}))
	}
	f := v.Frequency(question, b)
	t.Total = DepartmentRow{Staff: v.Population(), Took: v.n, N: f.N, Answers: f.Answers}
	return t
}

func (v *View) departmentRow(q *Question, g *grid, b Base, name string, staff int, departments []int) DepartmentRow {
	row := DepartmentRow{Department: name, Staff: staff, Answers: make([]Share, len(q.Answers)), answered: departments}
	for _, d := range departments {
		row.Took += g.base(q, d+1, TookPart)
		row.N += g.base(q, d+1, b)
	}
	population := staff
	if !v.departmentsOnly() {
		population = 0 // how many of the department would pass is not known
	}
	for i := range row.Answers {
		x := 0
		for _, d := range departments {
			x += v.given(q, g, d+1, b, i)
		}
		row.Answers[i] = v.share(x, row.N, population)
	}
	return row
}

// departmentsOnly tells whether the filter leaves departments whole.
func (v *View) departmentsOnly() bool {
	for _, c := range v.Filter.Conditions {
		if v.Wave.Department < 0 || c.Question != v.Wave.Questions[v.Wave.Department].ID {
			return false
		}
	}
	return true
}

// Merge puts the departments with fewer than least in the base together into one
// row named name, last. A single small department takes the smallest other with
// it, for it would be itself. Departments of nobody are left out.
func (v *View) Merge(t DepartmentTable, least int, name string) DepartmentTable {
	q, g := &v.Wave.Questions[t.Question], v.grid(t.Question)
	var kept, small []DepartmentRow
	for _, r := range t.Rows {
		switch {
		case r.N == 0:
		case r.N < least:
			small = append(small, r)
		default:
			kept = append(kept, r)
		}
	}
	for n := total(small); len(small) > 0 && (len(small) == 1 || n < least) && len(kept) > 0; n = total(small) {
		at := 0
		for i := range kept {
			if kept[i].N < kept[at].N {
				at = i
			}
		}
		small = append(small, kept[at])
		kept = append(kept[:at], kept[at+1:]...)
	}
	t.Rows = kept
	if len(small) == 0 {
		return t
	}
	var departments []int
	var names []string
	staff := 0
	for _, r := range small {
		departments = append(departments, r.answered...)
		names = append(names, r.Department)
		staff += r.Staff
	}
	row := v.departmentRow(q, g, t.Base, name, staff, departments)
	row.Merged = names
	t.Rows = append(t.Rows, row)
	return t
}

func total(rows []DepartmentRow) int {
	n := 0
	for _, r := range rows {
		n += r.N
	}
	return n
}

// RowBox is a row's share of some answers together, by index, with its intervals.
// Of a Multi it is only right for one answer.
func (v *View) RowBox(r DepartmentRow, answers ...int) Share {
	x := 0
	for _, i := range answers {
		x += r.Answers[i].X
	}
	population := r.Staff
	if !v.departmentsOnly() {
		population = 0
	}
	return v.share(x, r.N, population)
}
