package bilag

import (
	"math"

	"synlig/data/chart"
	"synlig/data/survey"
	"synlig/data/survey/present"
	"synlig/data/survey/stats"
	"synlig/data/tabular"
)

// SurveyTables are all tables of the survey in words, small figures hidden: key
// figures, who answered, and every question's distribution and departments.
func SurveyTables(r SurveyReport, p present.Presenter) []chart.Table {
	var keys []present.Key
	for _, k := range r.Keys {
		keys = append(keys, p.Key(r.Earlier, r.Later, r.Mapping, k))
	}
	var tables []chart.Table
	if len(keys) > 0 {
		tables = append(tables, p.KeyTable(r.Earlier != nil, keys))
	}
	if r.Later.Wave.Department >= 0 {
		tables = append(tables, p.ResponseTable(r.Later))
	}
	for i, q := range r.Later.Wave.Questions {
		if q.Kind.Listed() && len(q.Answers) > 0 && i != r.Later.Wave.Department {
			base := survey.DefaultBase(q.Kind)
			safe := r.Later.Safe(i, base)
			table := p.Distribution(r.Later, safe).Table
			table.Caption += " " + p.BaseOf(&q, safe)
			tables = append(tables, table)
		}
	}
	return tables
}

// SurveySheets are all tables of the survey as a workbook, in full precision,
// small figures hidden.
func SurveySheets(r SurveyReport) []tabular.Sheet {
	b := bookkeeper{SurveyReport: r, Presenter: present.Presenter{Words: surveyWords{}}}
	sheets := []tabular.Sheet{b.about(), b.keySheet(), b.responses(), b.distributions(), b.departments()}
	if r.Earlier != nil {
		sheets = append(sheets, b.changes())
	}
	return sheets
}

// bookkeeper writes the tables of a report with numbers for numbers.
type bookkeeper struct {
	SurveyReport
	present.Presenter
}

// value is a number, an empty cell where there is none, "skjult" where it is
// hidden.
func (b bookkeeper) value(v any, hidden bool) any {
	if hidden {
		return b.Hidden()
	}
	switch n := v.(type) {
	case tabular.Percent:
		if math.IsNaN(float64(n)) {
			return nil
		}
	case float64:
		if math.IsNaN(n) {
			return nil
		}
	}
	return v
}

func (b bookkeeper) about() tabular.Sheet {
	s := tabular.Sheet{Name: word("surveySheetAbout"), Header: []string{b.title()}}
	hidden := 0
	for i, q := range b.Later.Wave.Questions {
		if q.Kind.Listed() {
			hidden += b.Later.Safe(i, survey.DefaultBase(q.Kind)).Hidden()
		}
	}
	for _, line := range append(b.Method(b.Earlier, b.Later, hidden), b.Caveat()) {
		s.Rows = append(s.Rows, []any{line})
	}
	return s
}

func (b bookkeeper) keySheet() tabular.Sheet {
	s := tabular.Sheet{Name: word("surveyKeys"), Header: []string{
		b.Text("column-key"), b.Text("column-n"), b.Text("column-unweighted"), b.Text("column-low"), b.Text("column-high"),
		b.Text("column-weighted"), b.Text("column-low"), b.Text("column-high"), b.Text("column-change"), b.Text("column-base"),
	}}
	for _, k := range b.Keys {
		key := b.Key(b.Earlier, b.Later, b.Mapping, k)
		weighted := key.Figure.Share.Weighted
		interval := stats.Interval{Low: math.NaN(), High: math.NaN()}
		if key.Weighted {
			interval = weighted.Interval()
		}
		row := []any{key.Name, b.value(key.N, key.Hidden)}
		row = append(row, b.shares(key.P, key.Finite, key.Hidden)...)
		row = append(row, b.shares(weighted.P, interval, key.Hidden)...)
		s.Rows = append(s.Rows, append(row, key.Since, key.BaseWords))
	}
	return s
}

// shares are a share and its interval as cells.
func (b bookkeeper) shares(p float64, i stats.Interval, hidden bool) []any {
	return []any{b.value(tabular.Percent(p), hidden), b.value(tabular.Percent(i.Low), hidden), b.value(tabular.Percent(i.High), hidden)}
}

func (b bookkeeper) responses() tabular.Sheet {
	s := tabular.Sheet{Name: word("surveyResponse"), Header: []string{
		b.Text("column-department"), b.Text("column-staff"), b.Text("column-took"), b.Text("column-rate"), b.Text("column-weight"),
	}}
	for _, r := range b.Later.ResponseRates() {
		hidden := r.Mark.Hidden()
		s.Rows = append(s.Rows, []any{
			r.Name, b.value(r.Staff, false), b.value(r.Took, hidden), b.value(tabular.Percent(r.Rate()), hidden), b.value(r.Weight(), hidden),
		})
	}
	s.Rows = append(s.Rows, []any{b.Text("all"), b.Later.Wave.Invited, b.Later.Total(), b.value(tabular.Percent(b.Later.ResponseRate()), false), nil})
	return s
}

// each calls f with every question that is counted and its safe table.
func (b bookkeeper) each(f func(q *survey.Question, t *survey.DepartmentTable)) {
	for i := range b.Later.Wave.Questions {
		if q := &b.Later.Wave.Questions[i]; q.Kind.Listed() && len(q.Answers) > 0 {
			f(q, b.Later.Safe(i, survey.DefaultBase(q.Kind)))
		}
	}
}

func (b bookkeeper) distributions() tabular.Sheet {
	s := tabular.Sheet{Name: word("surveySheetAnswers"), Header: []string{
		b.Text("column-question"), b.Text("column-answer"), b.Text("column-count"), b.Text("column-n"), b.Text("column-share"),
		b.Text("column-low"), b.Text("column-high"), b.Text("column-weighted"), b.Text("column-base"),
	}}
	b.each(func(q *survey.Question, t *survey.DepartmentTable) {
		for i, a := range t.Total.Answers {
			hidden := a.Mark.Hidden() || t.Total.Mark.Hidden()
			row := []any{q.Text, q.Answers[i].Name(), b.value(a.X, hidden), b.value(t.Total.N, t.Total.Mark.Hidden())}
			row = append(row, b.shares(a.P, a.Finite, hidden)...)
			s.Rows = append(s.Rows, append(row, b.value(tabular.Percent(a.Weighted.P), hidden), b.BaseOf(q, t)))
		}
	})
	return s
}

func (b bookkeeper) departments() tabular.Sheet {
	s := tabular.Sheet{Name: word("surveySheetDepartments"), Header: []string{
		b.Text("column-question"), b.Text("column-department"), b.Text("column-answer"), b.Text("column-count"), b.Text("column-n"),
		b.Text("column-share"), b.Text("column-low"), b.Text("column-high"),
	}}
	b.each(func(q *survey.Question, t *survey.DepartmentTable) {
		if t.Question == b.Later.Wave.Department {
			return
		}
		for _, r := range t.Rows {
			for i, a := range r.Answers {
				hidden := a.Mark.Hidden() || r.Mark.Hidden()
				row := []any{q.Text, r.Department, q.Answers[i].Name(), b.value(a.X, hidden), b.value(r.N, r.Mark.Hidden())}
				s.Rows = append(s.Rows, append(row, b.shares(a.P, a.Finite, hidden)...))
			}
		}
	})
	return s
}

// changes are all answers in both waves.
func (b bookkeeper) changes() tabular.Sheet {
	s := tabular.Sheet{Name: word("surveySheetChanges"), Header: []string{
		b.Text("column-question"), b.Text("column-answer"), b.Earlier.Wave.Title, b.Later.Wave.Title,
		b.Text("column-change"), b.Text("column-low"), b.Text("column-high"), b.Text("column-note"),
	}}
	for _, pair := range b.Mapping.Pairs(b.Earlier.Wave, b.Later.Wave) {
		q := &b.Later.Wave.Questions[pair.Later]
		if pair.Reason != "" {
			s.Rows = append(s.Rows, []any{q.Text, nil, nil, nil, nil, nil, nil, b.Text("reason-" + string(pair.Reason))})
			continue
		}
		base := survey.DefaultBase(q.Kind)
		changes, shown := survey.SafeChanges(b.Earlier, b.Later, pair, base)
		for i, c := range changes {
			hidden := !shown[i]
			difference, interval := c.Weighted, c.WeightedInterval
			before, after := c.Earlier.Weighted.P, c.Later.Weighted.P
			if math.IsNaN(difference) {
				difference, interval, before, after = c.Difference, c.Interval, c.Earlier.P, c.Later.P
			}
			row := []any{q.Text, q.Answers[i].Name(), b.value(tabular.Percent(before), hidden), b.value(tabular.Percent(after), hidden)}
			s.Rows = append(s.Rows, append(row, append(b.shares(difference, interval, hidden), nil)...))
		}
	}
	return s
}
