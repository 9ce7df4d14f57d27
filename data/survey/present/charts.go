package present

import (
	"math"

	"synlig/data/chart"
	"synlig/data/survey"
	"synlig/data/survey/disclosure"
	"synlig/data/survey/stats"
)

// stackable is how many answers a stacked bar can show in colours that can be
// told apart, "Ved ikke" not counted.
const stackable = 5

// Stackable tells whether a question's answers can be stacked: each respondent
// gave one of a few. Others are shown by Distribution.
func Stackable(q *survey.Question) bool {
	n := 0
	for _, a := range q.Answers {
		if !a.DontKnow {
			n++
		}
	}
	return (q.Kind == survey.Single || q.Kind == survey.Scale) && n > 0 && n <= stackable
}

// stackOrder are the answers from the left: a scale from its highest, other
// answers as they are asked, "Ved ikke" last.
func stackOrder(q *survey.Question, b survey.Base) []int {
	order := q.Top(len(q.Answers))
	if q.Kind != survey.Scale {
		order = nil
	}
	for _, dontKnow := range []bool{false, true} {
		for i, a := range q.Answers {
			if a.DontKnow != dontKnow || b == survey.Substantive && a.DontKnow || among(order, i) {
				continue
			}
			order = append(order, i)
		}
	}
	return order
}

func among(list []int, v int) bool {
	for _, other := range list {
		if other == v {
			return true
		}
	}
	return false
}

// DepartmentChart is a question stacked by department. key are the answers that
// the bars are sorted by; they stand first, so that their interval can be drawn
// where they end.
func (p Presenter) DepartmentChart(v *survey.View, t *survey.DepartmentTable, key ...int) chart.Stack {
	q := &v.Wave.Questions[t.Question]
	order := keyFirst(stackOrder(q, t.Base), key)
	c := chart.Stack{Alt: p.Text("alt-departments", "question", q.Text, "base", p.BaseOf(q, t), "total", p.describe(q, &t.Total, order)), Table: p.DepartmentTable(v, t, order)}
	for _, i := range order {
		c.Keys = append(c.Keys, chart.Key{Label: q.Answers[i].Name(), DontKnow: q.Answers[i].DontKnow})
	}
	for i := range t.Rows {
		if r := &t.Rows[i]; r.N > 0 {
			c.Bars = append(c.Bars, p.stackBar(v, t, r, order, key))
		}
	}
	if t.Total.N > 0 {
		total := p.stackBar(v, t, &t.Total, order, key)
		total.Total, total.Name.Name = true, p.Text("all")
		c.Bars = append(c.Bars, total)
	}
	return c
}

// keyFirst moves the answers of the key figure to the front, if they are not
// there already.
func keyFirst(order, key []int) []int {
	var first, rest []int
	for _, i := range order {
		if among(key, i) {
			first = append(first, i)
		} else {
			rest = append(rest, i)
		}
	}
	return append(first, rest...)
}

func (p Presenter) stackBar(v *survey.View, t *survey.DepartmentTable, r *survey.DepartmentRow, order, key []int) chart.StackBar {
	q := &v.Wave.Questions[t.Question]
	bar := chart.StackBar{Name: chart.Name{Name: r.Department, Count: p.count(r)}, Key: math.NaN(), Low: math.NaN(), High: math.NaN()}
	if r.Mark.Hidden() {
		bar.Hidden, bar.Note = true, p.Text("hidden-why")
		bar.Says = p.Text("says-hidden", "department", p.departmentName(r))
		return bar
	}
	if len(key) > 0 && r.SafeBox(key...) {
		box := v.RowBox(*r, key...)
		bar.Key, bar.Low, bar.High = box.P, box.Finite.Low, box.Finite.High
	}
	// Hidden parts share what is left over evenly: their lengths tell nothing.
	left, hidden := 1.0, 0
	for _, i := range order {
		if a := r.Answers[i]; a.Mark.Hidden() {
			hidden++
		} else {
			left -= a.P
		}
	}
	for _, i := range order {
		a := r.Answers[i]
		s := chart.Segment{Share: a.P, Hidden: a.Mark.Hidden(), Says: p.says(r, q.Answers[i].Name(), a)}
		if s.Hidden {
			s.Share = left / float64(hidden)
		}
		bar.Segments = append(bar.Segments, s)
	}
	return bar
}

// count is "n = 1.283", or "n skjult".
func (p Presenter) count(r *survey.DepartmentRow) string {
	if r.Mark.Hidden() {
		return p.Text("n-hidden")
	}
	return p.Text("n", "n", p.Number(r.N))
}

// departmentName is the row's name, "alle forvaltninger" for the total.
func (p Presenter) departmentName(r *survey.DepartmentRow) string {
	if r.Department == "" {
		return p.Text("all-departments")
	}
	return r.Department
}

// says is the sentence of one answer's part: "Af 1.283 svar fra
// Økonomiforvaltningen er 60,1 % »Ja«, mellem 58,0 og 62,0 %."
func (p Presenter) says(r *survey.DepartmentRow, answer string, a survey.Share) string {
	if a.Mark.Hidden() {
		return p.Text("says-cell-hidden", "department", p.departmentName(r), "answer", answer)
	}
	return p.Text("says", "n", p.Number(r.N), "department", p.departmentName(r), "answer", answer,
		"share", p.Percent(a.P), "low", p.Percent(a.Finite.Low), "high", p.Percent(a.Finite.High))
}

// describe is a row in words: "Ja 60,1 %, Nej 39,9 %".
func (p Presenter) describe(q *survey.Question, r *survey.DepartmentRow, order []int) string {
	var parts []string
	for _, i := range order {
		share := p.Hidden()
		if !r.Answers[i].Mark.Hidden() && !r.Mark.Hidden() {
			share = p.Percent(r.Answers[i].P)
		}
		parts = append(parts, q.Answers[i].Name()+" "+share)
	}
	return p.And(parts)
}

// Distribution is a question's answers as bars with their intervals: the total
// row of a table of Safe.
func (p Presenter) Distribution(v *survey.View, t *survey.DepartmentTable) chart.Bars {
	q := &v.Wave.Questions[t.Question]
	order := stackOrder(q, t.Base)
	c := chart.Bars{Alt: p.Text("alt-question", "question", q.Text, "base", p.BaseOf(q, t), "total", p.describe(q, &t.Total, order))}
	c.Table = chart.Table{Caption: q.Text, Columns: []string{p.Text("column-answer"), p.Text("column-count"), p.Text("column-share"), p.Text("column-interval")}}
	weighted := v.Weighted() || v.FileWeighted()
	if weighted {
		c.Table.Columns = append(c.Table.Columns, p.Text("column-weighted"))
	}
	for _, i := range order {
		a, name := t.Total.Answers[i], q.Answers[i].Name()
		hidden := a.Mark.Hidden() || t.Total.Mark.Hidden()
		c.Rows = append(c.Rows, chart.BarRow{Name: chart.Name{Name: name}, Bars: []chart.BarValue{p.barOf(a, hidden, p.says(&t.Total, name, a))}})
		row := []string{name, p.cell(p.Number(a.X), hidden), p.cell(p.Percent(a.P), hidden), p.cell(p.Range(a.Finite), hidden)}
		if weighted {
			row = append(row, p.cell(p.Percent(a.Weighted.P), hidden))
		}
		c.Table.Rows = append(c.Table.Rows, row)
	}
	return c
}

// barOf is a share as a bar.
func (p Presenter) barOf(a survey.Share, hidden bool, says string) chart.BarValue {
	if hidden {
		return chart.BarValue{Share: math.NaN(), Low: math.NaN(), High: math.NaN(), Hidden: true, Label: p.Hidden(), Says: says}
	}
	return chart.BarValue{Share: a.P, Low: a.Finite.Low, High: a.Finite.High, Says: says}
}

// cell is a figure, or what stands for a hidden one.
func (p Presenter) cell(text string, hidden bool) string {
	if hidden {
		return p.Hidden()
	}
	return text
}

// BoxChart is some answers together by department, as bars with intervals,
// highest first.
func (p Presenter) BoxChart(v *survey.View, t *survey.DepartmentTable, name string, answers ...int) chart.Bars {
	q := &v.Wave.Questions[t.Question]
	c := chart.Bars{Sorted: true, Alt: p.Text("alt-box", "name", name, "base", p.BaseOf(q, t))}
	c.Table = chart.Table{Caption: name, Columns: []string{p.Text("column-department"), p.Text("column-n"), p.Text("column-share"), p.Text("column-interval")}}
	add := func(r *survey.DepartmentRow, total bool) {
		if r.N == 0 {
			return
		}
		a, hidden := v.RowBox(*r, answers...), !r.SafeBox(answers...)
		shown := chart.Name{Name: r.Department, Count: p.count(r), Total: total}
		if total {
			shown.Name = p.Text("all")
		}
		if hidden {
			a.Mark = disclosure.Secondary
		}
		c.Rows = append(c.Rows, chart.BarRow{Name: shown, Bars: []chart.BarValue{p.barOf(a, hidden, p.says(r, name, a))}})
		c.Table.Rows = append(c.Table.Rows, []string{
			shown.Name, p.cell(p.Number(r.N), r.Mark.Hidden()), p.cell(p.Percent(a.P), hidden), p.cell(p.Range(a.Finite), hidden),
		})
	}
	for i := range t.Rows {
		add(&t.Rows[i], false)
	}
	add(&t.Total, true)
	return c
}

// best is a share and its interval as they are printed: weighted where there is
// a frame.
func best(s survey.Share) (float64, stats.Interval) {
	if !math.IsNaN(s.Weighted.P) {
		return s.Weighted.P, s.Weighted.Interval()
	}
	return s.P, s.Finite
}
