package console

import (
	"fmt"
	"io"
	"math"

	"synlig/data/bilag"
	"synlig/data/survey"
	"synlig/data/survey/disclosure"
	"synlig/screens/words"
)

// crosstab tells of one cross-tab. Where a cell is hidden its tests are too:
// chi-square beside all other cells gives the hidden one.
func (r *surveyRun) crosstab(t *survey.Crosstab, report *surveyReport) crosstabReport {
	w := r.first.view.Wave
	name := axisName(w, t.Row) + " × " + axisName(w, t.Column)
	one := crosstabReport{
		Row: axisName(w, t.Row), Column: axisName(w, t.Column),
		Rows: codesOf(w, t.Row, t.Rows), Columns: codesOf(w, t.Column, t.Columns),
		N: shown(t.N, t.Marks[len(t.Rows)][len(t.Columns)]), DF: t.DF, Withheld: t.Hidden() > 0,
	}
	hidden := one.Withheld
	for i, row := range t.Counts {
		counts, residuals := make([]*int, len(row)), make([]figure, len(row))
		for j, n := range row {
			counts[j] = shown(n, t.Marks[i][j])
			residuals[j] = withheld(t.Residuals[i][j], hidden)
		}
		one.Counts, one.Residuals = append(one.Counts, counts), append(one.Residuals, residuals)
	}
	one.ChiSquare, one.P, one.V = withheld(t.ChiSquare, hidden), withheld(t.P, hidden), withheld(t.V, hidden)
	one.Corrected, one.Few, one.Least = withheld(t.Corrected, hidden), withheld(t.FewExpected, hidden), withheld(t.MinExpected, hidden)
	if !hidden {
		one.tests(t)
	}
	for _, h := range disclosureRanges(t, r.first.view.Threshold) {
		report.Suppressed = append(report.Suppressed, suppressedOf(name, placeIn(one.Rows, h.Row), placeIn(one.Columns, h.Column), h))
	}
	if !r.want.all {
		for _, leak := range r.session.ShowCross(r.first.view, t, name) {
			r.warn(leak)
		}
	}
	return one
}

// tests are those that not every table has.
func (c *crosstabReport) tests(t *survey.Crosstab) {
	if !math.IsNaN(t.Fisher) {
		p := figure(t.Fisher)
		c.Fisher = &p
	}
	if t.Design != nil {
		c.RaoScott = &designTest{figure(t.Design.F), figure(t.Design.DF1), figure(t.Design.DF2), figure(t.Design.P)}
	}
	if t.Ranks != nil {
		c.Kruskal = &ranksReport{figure(t.Ranks.H), t.Ranks.DF, figure(t.Ranks.P)}
	}
	if t.Gamma != nil {
		g := figure(*t.Gamma)
		c.Gamma = &g
	}
}

func withheld(v float64, hidden bool) figure {
	if hidden {
		return unknown
	}
	return figure(v)
}

func disclosureRanges(t *survey.Crosstab, threshold int) []disclosure.Range {
	table := disclosure.New(t.Counts, threshold)
	table.Marks = t.Marks
	return table.Audit()
}

// placeIn names a row or column, the total after the last.
func placeIn(names []string, at int) string {
	if at < len(names) {
		return names[at]
	}
	return words.Text("survey.all")
}

// waves compares the second file with the first.
func (r *surveyRun) waves(report *surveyReport) {
	if r.second == nil {
		return
	}
	earlier, later := r.first.view, r.second.view
	for _, pair := range (survey.Mapping{}).Pairs(earlier.Wave, later.Wave) {
		q := &later.Wave.Questions[pair.Later]
		if pair.Reason != "" {
			report.NotCompared = append(report.NotCompared, notCompared{q.ID, string(pair.Reason), r.say.Text("reason-" + string(pair.Reason))})
			continue
		}
		base := survey.DefaultBase(q.Kind)
		changes, shown := survey.SafeChanges(earlier, later, pair, base)
		for i, change := range changes {
			one := waveReport{Question: q.ID, Code: q.Answers[i].Code, Label: q.Answers[i].Label, Difference: unknown, P: unknown}
			if shown[i] {
				one.Difference, one.Interval, one.P = figure(change.Difference), pairOf(change.Interval.Low, change.Interval.High), figure(change.P)
				if earlier.Weighted() && later.Weighted() {
					weighted := figure(change.Weighted)
					one.Weighted, one.WeightedInterval = &weighted, pairOf(change.WeightedInterval.Low, change.WeightedInterval.High)
				}
			}
			one.ByDepartment = r.departmentWaves(pair, base, i)
			report.Waves = append(report.Waves, one)
		}
	}
}

// departmentWaves is the change of one answer in every department.
func (r *surveyRun) departmentWaves(pair survey.Pair, base survey.Base, answer int) []partWave {
	earlier, later := r.first.view, r.second.view
	if earlier.Wave.Department < 0 || later.Wave.Department < 0 {
		return nil
	}
	safe := survey.SafeDepartments(earlier, later, survey.Mapping{}, pair, base, answer)
	var all []partWave
	for _, d := range survey.DepartmentChanges(earlier, later, survey.Mapping{}, pair, base, answer) {
		one := partWave{Department: d.Department, Only: d.Only, Difference: unknown, P: unknown, HolmP: unknown, BHP: unknown}
		if d.Only == "" && safe[d.Department] {
			one.Difference, one.Interval = figure(d.Difference), pairOf(d.Interval.Low, d.Interval.High)
			one.P, one.HolmP, one.BHP = figure(d.P), figure(d.Holm), figure(d.Discovery)
		}
		all = append(all, one)
	}
	return all
}

func pairOf(low, high float64) *[2]float64 {
	if math.IsNaN(low) || math.IsNaN(high) {
		return nil
	}
	return &[2]float64{low, high}
}

// keys tells the key figures, of the later wave where there are two.
func (r *surveyRun) keys(report *surveyReport) {
	paper := r.seen()
	for _, k := range paper.Keys {
		key := r.say.Key(paper.Earlier, paper.Later, paper.Mapping, k)
		q := &paper.Later.Wave.Questions[k.Question]
		one := keyReport{ID: k.ID, Name: key.Name, Question: q.ID, Base: k.Base.String(), P: unknown, Since: key.Since}
		for _, i := range k.Answers {
			one.Codes = append(one.Codes, q.Answers[i].Code)
		}
		if !key.Hidden {
			n := key.N
			one.N, one.P, one.Finite, one.Worst = &n, figure(key.P), pairOf(key.Finite.Low, key.Finite.High), pairOf(key.Worst.Low, key.Worst.High)
			if key.Weighted {
				p, se := figure(key.Figure.Share.Weighted.P), figure(key.Figure.Share.Weighted.SE)
				one.Weighted, one.SE = &p, &se
			}
		}
		report.Keys = append(report.Keys, one)
	}
}

// print tells the figures to a person.
func (r *surveyRun) print(out io.Writer, report surveyReport) {
	paper := r.seen()
	fmt.Fprintln(out, r.say.Response(paper.Later))
	for _, table := range bilag.SurveyTables(paper, r.say) {
		fmt.Fprintln(out)
		fmt.Fprintln(out, table.Caption)
		printTable(out, table)
	}
	for _, g := range report.Guesses {
		fmt.Fprintln(out, "·", g)
	}
	if n := len(report.Suppressed); n > 0 {
		fmt.Fprintln(out, r.say.HiddenCount(n)+".")
	}
	fmt.Fprintln(out, r.say.Caveat())
}
