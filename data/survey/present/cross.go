package present

import (
	"math"

	"synlig/data/chart"
	"synlig/data/survey"
)

// Shares is what the per cents of a cross-tab are of.
type Shares uint8

// The shares.
const (
	OfRow Shares = iota
	OfColumn
	OfAll
)

// standsOut is the adjusted residual beyond which a cell is marked: one in
// twenty cells would be by chance alone.
const standsOut = 1.96

// Axis is what a side of a cross-tab is called: the question, for one box of
// several with the answer.
func (p Presenter) Axis(w *survey.Wave, a survey.Axis) string {
	q := &w.Questions[a.Question]
	if a.Answer >= 0 {
		return p.Text("key-other", "question", q.Text, "answers", q.Answers[a.Answer].Name())
	}
	return q.Text
}

// names are the rows or columns of a cross-tab in words.
func (p Presenter) names(w *survey.Wave, a survey.Axis, given []int) []string {
	names := make([]string, len(given))
	for i, answer := range given {
		switch {
		case a.Answer < 0:
			names[i] = w.Questions[a.Question].Answers[answer].Name()
		case answer == 0:
			names[i] = p.Text("ticked")
		default:
			names[i] = p.Text("unticked")
		}
	}
	return names
}

// CrossTable is a cross-tab of SafeCross in words: per cent and count in each
// cell, "↑" or "↓" where it stands out from what chance would give, and n of
// every row and column.
func (p Presenter) CrossTable(v *survey.View, t *survey.Crosstab, of Shares) chart.Table {
	rows, columns := p.names(v.Wave, t.Row, t.Rows), p.names(v.Wave, t.Column, t.Columns)
	last := len(columns)
	table := chart.Table{Caption: p.Text("cross-caption", "row", p.Axis(v.Wave, t.Row), "column", p.Axis(v.Wave, t.Column))}
	table.Columns = append(append([]string{""}, columns...), p.Text("column-n"))
	sums := make([]int, last)
	for i, row := range t.Counts {
		sum := 0
		cells := []string{rows[i]}
		for j, n := range row {
			sum += n
			sums[j] += n
		}
		for j := range row {
			cells = append(cells, p.crossCell(t, i, j, of))
		}
		table.Rows = append(table.Rows, append(cells, p.cell(p.Number(sum), t.Marks[i][last].Hidden())))
	}
	foot := []string{p.Text("column-n")}
	for j, sum := range sums {
		foot = append(foot, p.cell(p.Number(sum), t.Marks[len(rows)][j].Hidden()))
	}
	table.Rows = append(table.Rows, append(foot, p.cell(p.Number(t.N), t.Marks[len(rows)][last].Hidden())))
	return table
}

// crossCell is one cell: "60,1 % (767) ↑". Marks are left out where anything of
// the table is hidden, for residuals would tell of it.
func (p Presenter) crossCell(t *survey.Crosstab, i, j int, of Shares) string {
	total, mark := 0, t.Marks[len(t.Rows)][len(t.Columns)]
	switch of {
	case OfRow:
		for _, n := range t.Counts[i] {
			total += n
		}
		mark = t.Marks[i][len(t.Columns)]
	case OfColumn:
		for _, row := range t.Counts {
			total += row[j]
		}
		mark = t.Marks[len(t.Rows)][j]
	case OfAll:
		total = t.N
	}
	if t.Marks[i][j].Hidden() {
		return p.Hidden()
	}
	text := "(" + p.Number(t.Counts[i][j]) + ")"
	if total > 0 && !mark.Hidden() {
		text = p.Percent(float64(t.Counts[i][j])/float64(total)) + " " + text
	}
	if r := t.Residuals[i][j]; t.Hidden() == 0 && math.Abs(r) >= standsOut {
		text += map[bool]string{true: " ↑", false: " ↓"}[r > 0]
	}
	return text
}

// CrossSentences tell what a cross-tab's tests found, and what they are worth.
// adjusted is the p-value adjusted for all cross-tabs on the page, NaN for one
// alone. Where figures are hidden there are no tests: they would give them away.
func (p Presenter) CrossSentences(t *survey.Crosstab, adjusted float64) []string {
	if t.Hidden() > 0 {
		return []string{p.Text("cross-withheld")}
	}
	if t.DF == 0 {
		return []string{p.Text("cross-nothing")}
	}
	sentences := []string{p.Text("cross-"+strength(t.V), "v", p.decimal(t.V, 2), "p", p.P(t.P), "chi", p.decimal(t.ChiSquare, 1), "df", p.Number(t.DF))}
	if !math.IsNaN(adjusted) {
		sentences = append(sentences, p.Text("cross-adjusted", "p", p.P(adjusted)))
	}
	if t.Doubtful() {
		sentences = append(sentences, p.Text("cross-doubtful", "share", p.Percent(t.FewExpected)))
		if !math.IsNaN(t.Fisher) {
			sentences = append(sentences, p.Text("cross-fisher", "p", p.P(t.Fisher)))
		}
	}
	if t.Design != nil {
		sentences = append(sentences, p.Text("cross-design", "f", p.decimal(t.Design.F, 1), "p", p.P(t.Design.P)))
	}
	if t.Ranks != nil {
		sentences = append(sentences, p.Text("cross-ranks", "h", p.decimal(t.Ranks.H, 1), "p", p.P(t.Ranks.P)))
	}
	if t.Gamma != nil && !math.IsNaN(*t.Gamma) {
		sentences = append(sentences, p.Text("cross-gamma", "gamma", p.decimal(*t.Gamma, 2)))
	}
	return sentences
}

// strength names Cramér's V. Source: Cohen, Statistical Power Analysis (1988),
// 7.2, for a table with two rows or columns.
func strength(v float64) string {
	switch {
	case v < 0.1:
		return "none"
	case v < 0.3:
		return "weak"
	case v < 0.5:
		return "medium"
	}
	return "strong"
}
