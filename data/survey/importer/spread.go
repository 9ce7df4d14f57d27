package importer

import "slices"

// The headings of the column that tells how many people a row stands for.
var (
	spreadHeadings = set("antal", "count", "n", "frekvens", "frequency", "freq", "hyppighed", "value", "personer", "respondenter", "antal respondenter", "antal svar", "antal personer", "besvarelser")
	// tableHeadings are those of ready-made tables, which are read as such.
	tableHeadings = []map[string]bool{questionHeadings, answerHeadings, shareHeadings, baseHeadings}
)

const (
	mostSpread   = 20_000 // rows of such a table
	leastSpread  = 4
	mostCategory = 50 // answers in one of its columns
)

// spread makes a row for each person of a table that counts how many gave the
// same answers: "køn;parti;antal". It is taken for one where a column is named
// after a count and the others cross each other, each pair at most once; a file
// of respondents has the same answers again and again, or a number for each.
func (r *Raw) spread() {
	at := r.countColumn()
	if at < 0 {
		return
	}
	counts, people := make([]int, r.Rows), 0
	for row := range counts {
		n, ok := number(trimmed(r.Columns[at].Cell(row)), false)
		if !ok || n < 0 || n != float64(int(n)) || int(n) > maxCells/len(r.Columns)-people {
			return
		}
		counts[row] = int(n)
		people += int(n)
	}
	if people <= r.Rows {
		return
	}
	rows := r.Rows
	r.Columns = slices.Delete(r.Columns, at, at+1)
	for i := range r.Columns {
		r.Columns[i].repeat(counts, people)
	}
	r.Rows = people
	r.uniqueNames()
	r.note(true, "spread", "rows", itoa(rows), "count", itoa(people))
}

// countColumn is the column of counts, -1 where the file is no such table.
func (r *Raw) countColumn() int {
	if r.Rows < leastSpread || r.Rows > mostSpread || len(r.Columns) < 3 {
		return -1
	}
	at, crossings := -1, 1
	for i := range r.Columns {
		c := &r.Columns[i]
		name := plain(c.Name)
		if spreadHeadings[name] && at < 0 {
			at = i
			continue
		}
		if slices.ContainsFunc(tableHeadings, func(all map[string]bool) bool { return all[name] }) || c.Counts[0] > 0 {
			return -1
		}
		distinct := len(c.Values) - 1
		if distinct < 2 || distinct > mostCategory || distinct == r.Rows {
			return -1
		}
		crossings *= distinct
		if crossings > 2*r.Rows {
			return -1
		}
	}
	if at < 0 || r.twice(at) {
		return -1
	}
	return at
}

// twice tells whether two rows have the same in all columns but one.
func (r *Raw) twice(but int) bool {
	seen := make(map[string]bool, r.Rows)
	for row := range r.Rows {
		key := ""
		for i := range r.Columns {
			if i != but {
				key += itoa(int(r.Columns[i].Cells[row])) + " "
			}
		}
		if seen[key] {
			return true
		}
		seen[key] = true
	}
	return false
}

// repeat writes each row's cell as often as counts says, people in all.
func (c *Column) repeat(counts []int, people int) {
	cells := make([]uint32, 0, people)
	clear(c.Counts)
	for row, at := range c.Cells {
		for range counts[row] {
			cells = append(cells, at)
		}
		c.Counts[at] += counts[row]
	}
	c.Cells = cells
}
