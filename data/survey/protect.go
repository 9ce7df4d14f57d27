package survey

import "synlig/data/survey/disclosure"

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
			v.marksOfTook(t, table)
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

// marksOfTook hides the numbers of the departments where the response rates hide
// them, and takes the others as known: where everybody who took part is in the
// base, the number of answers is the number who took part. The distribution of
// the departments is those numbers once more.
func (v *View) marksOfTook(t *DepartmentTable, table protectedTable) {
	if table.total() == 0 {
		return
	}
	rates := v.ResponseRates()
	last := len(table.Marks[0]) - 1
	mark := func(row, column int, m disclosure.Mark) {
		if table.Marks[row][column] = m; !m.Hidden() {
			table.Know(row, column)
		}
	}
	for at, i := range table.rows {
		if r := &t.Rows[i]; len(r.answered) == 1 && r.N == r.Took {
			mark(at, last, rates[r.answered[0]].Mark)
		}
	}
	if t.Question == v.Wave.Department && t.Total.N == v.n {
		for k, i := range table.answers {
			mark(table.total(), k, rates[i].Mark)
		}
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
