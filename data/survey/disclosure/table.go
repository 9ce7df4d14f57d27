// Package disclosure keeps people anonymous in tables of counts: it hides small
// cells, hides further ones so that the small ones cannot be worked out by
// subtraction, and then proves it, by finding the least and the greatest value
// that every hidden cell could have. It also remembers what a session has shown,
// and finds what several tables with different filters give away together. It
// knows counts and sets of people, but no questions and no words.
//
// What everybody may know: counts are whole numbers, not below 0; a cell hidden
// for being small is at least 1 and below the threshold; and everything shown.
package disclosure

// Threshold is the least count that is shown. 0 is always shown: it tells of
// nobody.
const Threshold = 5

// least is the lowest threshold that hides anything: below 3, a hidden cell
// could only be 1.
const least = 3

// Mark is what becomes of one figure.
type Mark uint8

// The marks.
const (
	Shown     Mark = iota
	Primary        // hidden for being small
	Secondary      // hidden to protect another
	Absent         // not printed in this table at all
)

// Hidden tells whether the figure is kept from the reader.
func (m Mark) Hidden() bool { return m == Primary || m == Secondary }

// Table is a table of counts with its totals. Counts are the true ones; Marks
// has a row and a column more, for the totals of rows (last column), of columns
// (last row) and of all (the corner).
type Table struct {
	Counts    [][]int
	Marks     [][]Mark
	Threshold int

	known map[[2]int]bool // figures that are printed elsewhere too
}

// Know says that a figure is printed elsewhere, too: to hide it here would
// protect nothing, so Protect hides others. One that is small is hidden all the
// same.
func (t *Table) Know(row, column int) {
	if t.known == nil {
		t.known = map[[2]int]bool{}
	}
	t.known[[2]int{row, column}] = true
}

// New is a table of counts whose totals are all shown, with nothing hidden yet.
// All rows must be of one length.
func New(counts [][]int, threshold int) *Table {
	columns := 0
	if len(counts) > 0 {
		columns = len(counts[0])
	}
	t := &Table{Counts: counts, Threshold: threshold, Marks: make([][]Mark, len(counts)+1)}
	for i := range t.Marks {
		t.Marks[i] = make([]Mark, columns+1)
	}
	return t
}

// NewLine is a table of one row, a distribution: it prints its own total and no
// totals of columns, which would be the row once more.
func NewLine(counts []int, threshold int) *Table {
	t := New([][]int{counts}, threshold)
	for j := range t.Marks[1] {
		t.Marks[1][j] = Absent
	}
	return t
}

// size is the number of rows and columns without totals.
func (t *Table) size() (rows, columns int) { return len(t.Marks) - 1, len(t.Marks[0]) - 1 }

// Value is the true figure at a place, totals included.
func (t *Table) Value(row, column int) int {
	rows, columns := t.size()
	from, to := row, row+1
	if row == rows {
		from, to = 0, rows
	}
	left, right := column, column+1
	if column == columns {
		left, right = 0, columns
	}
	sum := 0
	for _, counts := range t.Counts[from:to] {
		for _, n := range counts[left:right] {
			sum += n
		}
	}
	return sum
}

// small tells whether a count is so small that it is hidden.
func (t *Table) small(n int) bool { return n > 0 && n < t.Threshold }

// HiddenCells is how many figures are hidden, totals included.
func (t *Table) HiddenCells() int {
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

// Protect hides what must be hidden, beside what is marked already, until no
// hidden figure can be worked out from the table. A threshold below 3 hides
// nothing.
//
// A small total hides its whole row or column, zeros too: few people's answers
// are not to be read off as "none of them". What is hidden to protect another is
// chosen so that as few and as small figures as possible go, a total last of
// all. Source: Hundepool et al., Statistical Disclosure Control (2012), 4.3 and
// 4.4.
func (t *Table) Protect() {
	if t.Threshold < least || len(t.Counts) == 0 {
		return
	}
	t.hideSmall()
	n := newNetwork(t)
	for {
		found := false
		for e := range n.edges {
			if n.edges[e].mark.Hidden() && !n.movable(e) {
				found = true
				n.protect(e)
			}
		}
		if !found {
			break
		}
	}
	n.store(t)
}

// hideSmall marks the small figures, and the rows and columns whose total is
// small.
func (t *Table) hideSmall() {
	rows, columns := t.size()
	for i := range rows + 1 {
		for j := range columns + 1 {
			if t.Marks[i][j] == Shown && t.small(t.Value(i, j)) {
				t.Marks[i][j] = Primary
			}
		}
	}
	for i := range rows {
		if t.Marks[i][columns] == Primary || t.Marks[rows][columns] == Primary {
			t.hideLine(i, -1)
		}
	}
	for j := range columns {
		if t.Marks[rows][j] == Primary || t.Marks[rows][columns] == Primary {
			t.hideLine(-1, j)
		}
	}
}

// hideLine hides the zeros of a row or a column.
func (t *Table) hideLine(row, column int) {
	rows, columns := t.size()
	for i := range rows {
		for j := range columns {
			if (i == row || j == column) && t.Marks[i][j] == Shown {
				t.Marks[i][j] = Secondary
			}
		}
	}
}
