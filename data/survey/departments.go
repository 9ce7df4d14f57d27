package survey

import (
	"synlig/data/survey/disclosure"
)

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

// protectDepartments marks the figures of the table, its totals among them, that
// may not leave the office.
func (v *View) protectDepartments(t *DepartmentTable) {
	for _, table := range v.protectedTables(t) {
		table.store(t)
	}
}

// protectedTables are the tables of disclosureTables with what is hidden in
// them. A Multi's tables share the numbers asked: one that is hidden in one of
// them is hidden in all.
func (v *View) protectedTables(t *DepartmentTable) []protectedTable {
	var hidden map[int]bool // rows whose number is hidden
	for {
		tables := v.disclosureTables(t)
		found := map[int]bool{}
		for _, table := range tables {
			last := len(table.Marks[0]) - 1
			for i := range hidden {
				table.Marks[i][last] = disclosure.Secondary
			}
			table.Protect()
			for i := range table.Marks {
				if table.Marks[i][last].Hidden() {
					found[i] = true
				}
			}
		}
		if len(tables) < 2 || len(found) == len(hidden) {
			return tables
		}
		hidden = found
	}
}

// Hidden is how many figures of the table are kept back.
func (t *DepartmentTable) Hidden() (hidden int) {
	count := func(r *DepartmentRow) {
		if r.Mark.Hidden() {
			hidden++
		}
		for _, a := range r.Answers {
			if a.Mark.Hidden() {
				hidden++
			}
		}
	}
	for i := range t.Rows {
		count(&t.Rows[i])
	}
	count(&t.Total)
	return hidden
}

// protectedTable is a table to protect: a row for every department and, where
// there are any, one for those of no known department; a column for each of the
// answers and, of a Multi, one for those who did not tick.
type protectedTable struct {
	*disclosure.Table
	answers []int
	rows    []int // the departments in the table: those of nobody are known to be empty
	extra   int   // rows after them
}

// disclosureTables are the tables whose sums hold: one, or for a Multi one for
// each answer, ticked and not ticked. The table must be on the base that what is
// hidden is decided on: there everybody gave one of the answers.
func (v *View) disclosureTables(t *DepartmentTable) []protectedTable {
	q := &v.Wave.Questions[t.Question]
	if q.Kind == Multi {
		var tables []protectedTable
		for i := range q.Answers {
			tables = append(tables, v.disclosureTable(t, []int{i}, true))
		}
		return tables
	}
	all := make([]int, len(q.Answers))
	for i := range all {
		all[i] = i
	}
	return []protectedTable{v.disclosureTable(t, all, false)}
}

func (v *View) disclosureTable(t *DepartmentTable, answers []int, unticked bool) protectedTable {
	fill := func(r *DepartmentRow) []int {
		var row []int
		left := r.N
		for _, i := range answers {
			row = append(row, r.Answers[i].X)
			left -= r.Answers[i].X
		}
		if unticked {
			row = append(row, left)
		}
		return row
	}
	unknown, people := fill(&t.Total), t.Total.N
	var counts [][]int
	p := protectedTable{answers: answers}
	for i := range t.Rows {
		if t.Rows[i].N == 0 {
			continue
		}
		row := fill(&t.Rows[i])
		for k, n := range row {
			unknown[k] -= n
		}
		people -= t.Rows[i].N
		counts = append(counts, row)
		p.rows = append(p.rows, i)
	}
	if people > 0 || len(counts) == 0 {
		counts = append(counts, unknown)
		p.extra = 1
	}
	if len(counts) == 1 {
		p.Table = disclosure.NewLine(counts[0], v.Threshold)
		return p
	}
	p.Table = disclosure.New(counts, v.Threshold)
	return p
}

// total is the row of the total: the only one of a table of one row.
func (p protectedTable) total() int {
	if len(p.rows)+p.extra == 1 {
		return 0
	}
	return len(p.rows) + p.extra
}

// store copies the marks into the table of departments.
func (p protectedTable) store(t *DepartmentTable) {
	last := len(p.answers)
	if len(p.Marks[0])-1 > last {
		last++ // the column of those who did not tick
	}
	put := func(row *DepartmentRow, marks []disclosure.Mark) {
		for k, answer := range p.answers {
			row.Answers[answer].Mark = marks[k]
		}
		if m := marks[last]; m.Hidden() {
			row.Mark = m
		}
	}
	for at, i := range p.rows {
		put(&t.Rows[i], p.Marks[at])
	}
	put(&t.Total, p.Marks[p.total()])
}
