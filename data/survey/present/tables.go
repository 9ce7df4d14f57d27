package present

import (
	"math"

	"synlig/data/chart"
	"synlig/data/survey"
)

// DepartmentTable is a question by department in words: staff, answers and per
// cent of each answer, in that order of the answers.
func (p Presenter) DepartmentTable(v *survey.View, t *survey.DepartmentTable, order []int) chart.Table {
	q := &v.Wave.Questions[t.Question]
	table := chart.Table{Caption: q.Text, Columns: []string{p.Text("column-department"), p.Text("column-n")}}
	for _, i := range order {
		table.Columns = append(table.Columns, q.Answers[i].Name())
	}
	add := func(r *survey.DepartmentRow, name string) {
		row := []string{name, p.cell(p.Number(r.N), r.Mark.Hidden())}
		for _, i := range order {
			a := r.Answers[i]
			row = append(row, p.cell(p.Percent(a.P), a.Mark.Hidden() || r.Mark.Hidden()))
		}
		table.Rows = append(table.Rows, row)
	}
	for i := range t.Rows {
		if t.Rows[i].N > 0 {
			add(&t.Rows[i], t.Rows[i].Department)
		}
	}
	add(&t.Total, p.Text("all"))
	return table
}

// ResponseTable is who answered: staff, answers and response rate by department,
// the filter aside.
func (p Presenter) ResponseTable(v *survey.View) chart.Table {
	table := chart.Table{Caption: p.Text("response-caption"), Columns: []string{
		p.Text("column-department"), p.Text("column-staff"), p.Text("column-took"), p.Text("column-rate"), p.Text("column-weight"),
	}}
	for _, r := range v.ResponseRates() {
		hidden := r.Mark.Hidden()
		weight, rate, staff := "–", "–", "–"
		if r.Staff > 0 {
			staff, rate = p.Number(r.Staff), p.Percent(r.Rate())
			if r.Took > 0 {
				weight = p.decimal(r.Weight(), 2)
			}
		}
		table.Rows = append(table.Rows, []string{r.Name, staff, p.cell(p.Number(r.Took), hidden), p.cell(rate, hidden), p.cell(weight, hidden)})
	}
	invited, rate := "–", "–"
	if v.Wave.Invited > 0 {
		invited, rate = p.Number(v.Wave.Invited), p.Percent(v.ResponseRate())
	}
	table.Rows = append(table.Rows, []string{p.Text("all"), invited, p.Number(v.Total()), rate, ""})
	return table
}

// Key is a key figure ready to be shown. Hidden figures are blank.
type Key struct {
	survey.Figure
	Name      string
	BaseWords string
	Hidden    bool
	Share     float64 // weighted where there is a frame
	Low       float64
	High      float64
	Weighted  bool
	// SafeSince tells whether the change may be shown; Since is it in words, "" where there is nothing to compare with.
	SafeSince bool
	Since     string
	Says      string // the figure in a full sentence
}

// Key presents a key figure of a view, with its change since an earlier wave
// where there is one.
func (p Presenter) Key(earlier, later *survey.View, m survey.Mapping, k survey.KeyFigure) Key {
	figure, shown, since := survey.SafeFigure(earlier, later, m, k)
	q := &later.Wave.Questions[k.Question]
	key := Key{Figure: figure, Name: p.KeyName(later.Wave, k), BaseWords: p.BaseOf(q, later.Safe(k.Question, k.Base))}
	key.Hidden, key.SafeSince = !shown, since
	if key.Hidden {
		key.Share, key.Low, key.High = math.NaN(), math.NaN(), math.NaN()
		key.Says = p.Text("says-key-hidden", "name", key.Name)
		return key
	}
	share, interval := best(figure.Share)
	key.Share, key.Low, key.High = share, interval.Low, interval.High
	key.Weighted = !math.IsNaN(figure.Share.Weighted.P)
	key.Since = p.since(earlier, figure, since)
	key.Says = p.Text("says-key", "name", key.Name, "share", p.Percent(share), "low", p.Percent(interval.Low), "high", p.Percent(interval.High), "base", key.BaseWords)
	return key
}

// since is how a key figure moved, "ikke sammenlignelig" with why, or "".
func (p Presenter) since(earlier *survey.View, f survey.Figure, safe bool) string {
	switch {
	case earlier == nil:
		return ""
	case f.Change == nil:
		return p.Text("reason-" + string(f.Reason))
	}
	if !safe {
		return p.Hidden()
	}
	difference, interval := f.Change.Weighted, f.Change.WeightedInterval
	if math.IsNaN(difference) {
		difference, interval = f.Change.Difference, f.Change.Interval
	}
	key := "change-unclear"
	if f.Change.Clear() {
		key = "change-clear"
	}
	return p.Text(key, "points", p.Points(difference), "range", p.PointRange(interval))
}
