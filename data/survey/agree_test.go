package survey

import (
	"testing"

	"pgregory.net/rapid"
)

// TestTablesAgree: what one table hides no other shows, nor the other way round,
// where it would be the same number: how many took part in a department, and how
// many gave an answer.
func TestTablesAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v, err := NewView(drawn(t), Filter{})
		if err != nil {
			t.Fatal(err)
		}
		rates := v.ResponseRates()
		for q := range v.Wave.Questions {
			if !v.Wave.Questions[q].Kind.Listed() {
				continue
			}
			safe := v.Safe(q, DefaultBase(v.Wave.Questions[q].Kind))
			if q == v.Wave.Department && safe.Total.N != v.n {
				continue // how many are of no known department is nobody's answer
			}
			peopled := 0 // departments with somebody: the numbers of one alone are the question's own
			for _, r := range safe.Rows {
				peopled += min(1, r.N)
			}
			for i, r := range safe.Rows {
				if peopled > 1 && r.N > 0 && r.N == r.Took && rates[i].Mark.Hidden() && !r.Mark.Hidden() {
					t.Fatalf("question %d shows that %d took part in department %d", q, r.N, i)
				}
			}
			if q == v.Wave.Department {
				for i, a := range safe.Total.Answers {
					if a.X > 0 && rates[i].Mark.Hidden() && !a.Mark.Hidden() {
						t.Fatalf("the distribution shows that %d took part in department %d", a.X, i)
					}
				}
			}
		}
		for _, row := range v.Wave.Axes(1) {
			for _, column := range v.Wave.Axes(3) {
				c := v.Cross(row, column, Replied)
				v.SafeCross(&c)
				checkTotals(t, v, &c)
			}
		}
	})
}

// checkTotals: a total of a cross-tab is hidden where the question's own
// distribution hides it.
func checkTotals(t *rapid.T, v *View, c *Crosstab) {
	own := v.Safe(c.Row.Question, Replied).Total
	if c.Row.Answer >= 0 {
		return
	}
	for i, counts := range c.Counts {
		sum := 0
		for _, n := range counts {
			sum += n
		}
		a := own.Answers[c.Rows[i]]
		if sum > 0 && a.X == sum && a.Mark.Hidden() && !c.Marks[i][len(c.Columns)].Hidden() {
			t.Fatalf("%v shows that %d gave answer %d", c.Counts, sum, i)
		}
	}
}

// TestOneColumnGivesNothingAway: against a question that all answered alike the
// cells are the distribution once more.
func TestOneColumnGivesNothingAway(t *testing.T) {
	w := NewWave("w", 15)
	know := Question{ID: "know", Kind: Single, Answers: []Answer{{Code: "Ja"}, {Code: "Nej"}, {Code: "Ved ikke"}}}
	age := Question{ID: "age", Kind: Single, Answers: []Answer{{Code: "alle"}}}
	said, old := NewColumn(know, 15), NewColumn(age, 15)
	for r := range 15 {
		said.Choose(r, []int{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 2}[r])
		old.Choose(r, 0)
	}
	w.Add(know, said)
	w.Add(age, old)
	v := view(t, w)
	own := v.Safe(0, Replied).Total
	c := v.Cross(Axis{0, -1}, Axis{1, -1}, Replied)
	v.SafeCross(&c)
	for i, a := range own.Answers {
		if a.Mark.Hidden() && !(c.Marks[i][0].Hidden() && c.Marks[i][1].Hidden()) {
			t.Errorf("answer %d is hidden, and the cross-tab shows it: %v", i, c.Marks)
		}
	}
}
