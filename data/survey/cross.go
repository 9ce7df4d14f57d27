package survey

import (
	"synlig/data/survey/disclosure"
	"synlig/data/survey/stats"
)

// Axis is one side of a cross-tab: a question with one answer from each, or one
// answer of a Multi (ticked, not ticked).
type Axis struct {
	Question int
	Answer   int // of a Multi; −1 otherwise
}

// Axes are the sides that a question can be in a cross-tab: one, or one for each
// answer of a Multi, whose answers overlap and cannot share a table. None for
// numbers, texts and days.
func (w *Wave) Axes(question int) []Axis {
	q := &w.Questions[question]
	switch {
	case q.Kind == Multi:
		axes := make([]Axis, len(q.Answers))
		for i := range axes {
			axes[i] = Axis{question, i}
		}
		return axes
	case q.Kind.Listed():
		return []Axis{{question, -1}}
	}
	return nil
}

// Ordered tells whether the axis' answers have an order all through, which the
// tests for ordered answers need.
func (w *Wave) Ordered(a Axis) bool {
	q := &w.Questions[a.Question]
	if a.Answer >= 0 || q.Kind != Scale {
		return false
	}
	for _, answer := range q.Answers {
		if answer.Order == 0 && !answer.DontKnow {
			return false
		}
	}
	return true
}

// side is an axis made ready for counting: which row of the table a cell is.
type side struct {
	column *Column
	ticks  Bits   // of one answer of a Multi, which is row 0, and the rest row 1
	place  []int  // row of a cell, size for "not in the base"
	size   int    // rows
	given  []int  // the answers that are rows; Ticked and not for a Multi
	order  []int  // of the rows, for ordered tests; 0 for none
	dont   []bool // of the rows: "Ved ikke"
}

func (v *View) side(a Axis, b Base) side {
	q, c := &v.Wave.Questions[a.Question], &v.Wave.Columns[a.Question]
	if a.Answer >= 0 {
		s := side{column: c, ticks: c.Ticks[a.Answer], size: 2, given: []int{0, 1}, order: []int{0, 0}, dont: []bool{false, false}}
		s.place = []int{2, 2, 2, 1}
		if b >= Asked {
			s.place = []int{2, 1, 1, 1} // asked and left empty is not ticked
		}
		return s
	}
	s := side{column: c, place: make([]int, int(Answered)+len(q.Answers))}
	for i, answer := range q.Answers {
		if b == Substantive && answer.DontKnow {
			continue
		}
		s.place[int(Answered)+i] = s.size
		s.size++
		s.given, s.order, s.dont = append(s.given, i), append(s.order, answer.Order), append(s.dont, answer.DontKnow)
	}
	for cell := range s.place {
		if cell < int(Answered) || b == Substantive && q.Answers[cell-int(Answered)].DontKnow {
			s.place[cell] = s.size
		}
	}
	return s
}

// of is the row of respondent r, size for none.
func (s *side) of(r int) int {
	if s.column.Cells != nil {
		return s.at(int(s.column.Cells[r]), r)
	}
	return s.at(int(s.column.Wide[r]), r)
}

func (s *side) at(cell, r int) int {
	if cell >= len(s.place) {
		return s.size
	}
	place := s.place[cell]
	if s.ticks != nil && place == 1 && s.ticks.Has(r) {
		return 0
	}
	return place
}

// Crosstab is two questions against each other, of those who pass the filter and
// belong to the base of both.
type Crosstab struct {
	Row, Column Axis
	Base        Base
	N           int
	// Rows and Columns are the answers, by index, that stand in the table; for
	// one answer of a Multi 0 is ticked and 1 is not.
	Rows, Columns []int
	Counts        [][]int
	Marks         [][]disclosure.Mark // with totals, see disclosure.Table

	stats.Association
	// Design is the weighted test, where there is a frame.
	Design *stats.Design
	// Fisher is the exact p-value of a table of two by two; NaN otherwise.
	Fisher float64
	// Ranks is set where one axis is ordered: whether the other's groups answer
	// higher. Gamma where both are. "Ved ikke" has no order and is left out.
	Ranks *stats.Ranks
	Gamma *float64
}

// Cross makes a cross-tab. Suppression is up to Protect.
func (v *View) Cross(row, column Axis, b Base) Crosstab {
	a, c := v.side(row, b), v.side(column, b)
	t := Crosstab{Row: row, Column: column, Base: b, Rows: a.given, Columns: c.given}
	cells := v.tally(&a, &c)
	t.Counts = make([][]int, a.size)
	for i := range t.Counts {
		t.Counts[i] = make([]int, c.size)
		for j := range t.Counts[i] {
			for s := 1; s < v.strata; s++ {
				t.Counts[i][j] += cells.at(s, i, j)
			}
			t.N += t.Counts[i][j]
		}
	}
	t.Marks = disclosure.New(t.Counts, v.Threshold).Marks
	t.test(v, &a, &c, cells)
	return t
}

// tally holds counts by stratum, row and column; the row and the column after
// the last are those outside the base.
type tally struct {
	n             []uint32
	rows, columns int
}

func (t tally) at(s, i, j int) int { return int(t.n[(s*t.rows+i)*t.columns+j]) }

func (v *View) tally(a, c *side) tally {
	t := tally{rows: a.size + 1, columns: c.size + 1}
	t.n = make([]uint32, v.strata*t.rows*t.columns)
	if a.ticks == nil && c.ticks == nil && a.column.Cells != nil && c.column.Cells != nil {
		v.tallyBytes(a, c, t)
		return t
	}
	for r, s := range v.stratum {
		t.n[(int(s)*t.rows+a.of(r))*t.columns+c.of(r)]++
	}
	return t
}

// tallyBytes is the way of nearly all tables: two columns of bytes.
func (v *View) tallyBytes(a, c *side, t tally) {
	var place [2][256]int32
	for cell := range 256 { // a cell beyond the answers is outside the base
		place[0][cell], place[1][cell] = int32(a.size*t.columns), int32(c.size)
	}
	for cell, at := range a.place {
		place[0][cell] = int32(at * t.columns)
	}
	for cell, at := range c.place {
		place[1][cell] = int32(at)
	}
	size := int32(t.rows * t.columns)
	left, right := a.column.Cells[:len(v.stratum)], c.column.Cells[:len(v.stratum)]
	for r, s := range v.stratum {
		t.n[int32(s)*size+place[0][left[r]]+place[1][right[r]]]++
	}
}
