package survey

import (
	"math"
	"strconv"
	"strings"

	"synlig/data/chart"
	"synlig/data/survey"
	"synlig/data/survey/stats"
)

// How it is kept in hand that some of many cells stand out by chance.
const (
	controlHolm = iota
	controlBH
	controlNone
)

// certainty is the level at which a cell is marked.
const certainty = 0.05

// marks tells of every cell whether it stands out: 1 for more than expected, −1
// for fewer. The p-value of an adjusted residual is that of the normal
// distribution (Agresti 2013, sec. 3.3), corrected for all cells of the table.
func marks(t *survey.Crosstab, control int) [][]int {
	var p []float64
	for _, row := range t.Residuals {
		for _, r := range row {
			p = append(p, math.Erfc(math.Abs(r)/math.Sqrt2))
		}
	}
	switch control {
	case controlHolm:
		p = stats.Holm(p)
	case controlBH:
		p = stats.BenjaminiHochberg(p)
	}
	out := make([][]int, len(t.Residuals))
	at := 0
	for i, row := range t.Residuals {
		for _, r := range row {
			sign := 0
			if p[at] < certainty && r != 0 {
				sign = int(math.Copysign(1, r))
			}
			out[i] = append(out[i], sign)
			at++
		}
	}
	return out
}

// crossFigure is the table in words, and the rows as bars.
func crossFigure(p *Page, l *lens, t *survey.Crosstab, want crossWish) shown {
	q := l.question(t.Column.Question)
	rowNames, columnNames := axisAnswers(l, t.Row, t.Rows), axisAnswers(l, t.Column, t.Columns)
	s := shown{
		name:  fileName(l.title() + " " + l.question(t.Row.Question).ID + " " + q.ID),
		title: text("cross_title", "row", axisName(l, t.Row), "column", axisName(l, t.Column)), filter: p.say.Filter(l.later),
		give: ofCross(l, t), table: crossTable(p, t, want, rowNames, columnNames),
	}
	s.base = text("cross_base_"+strconv.Itoa(want.percent), "n", p.say.Number(t.N))
	if last := t.Marks[len(t.Marks)-1]; last[len(last)-1].Hidden() {
		s.base = p.say.Text("hidden-why")
	}
	s.note = p.say.HiddenCount(t.Hidden())
	if strings.ContainsAny(tabbed(s.table), "▲▼") {
		s.note = join(s.note, text("marks_mean"))
	}
	if want.percent == ofRows && stackableAxis(l, t) {
		s.chart = crossChart(p, l, t, rowNames, columnNames, s)
	}
	return s
}

// crossTable has a row for each answer, per cents with n, and a mark where a
// cell stands out.
func crossTable(p *Page, t *survey.Crosstab, want crossWish, rowNames, columnNames []string) chart.Table {
	table := chart.Table{Columns: append([]string{""}, columnNames...)}
	table.Columns = append(table.Columns, p.say.Text("column-n"))
	stand := marks(t, want.control)
	rowSum, columnSum := sums(t.Counts)
	last := len(columnNames)
	for i, name := range rowNames {
		row := []string{name}
		for j := range columnNames {
			of, hidden := rowSum[i], t.Marks[i][last].Hidden()
			if want.percent == ofColumns {
				of, hidden = columnSum[j], t.Marks[len(rowNames)][j].Hidden()
			}
			row = append(row, crossCell(p, t.Counts[i][j], of, hidden || t.Marks[i][j].Hidden(), stand[i][j]))
		}
		table.Rows = append(table.Rows, append(row, shownCount(p, rowSum[i], t.Marks[i][last].Hidden())))
	}
	totals := []string{text("all")}
	foot := t.Marks[len(rowNames)]
	for j := range columnNames {
		if want.percent == ofRows {
			totals = append(totals, crossCell(p, columnSum[j], t.N, foot[j].Hidden() || foot[last].Hidden(), 0))
		} else {
			totals = append(totals, shownCount(p, columnSum[j], foot[j].Hidden()))
		}
	}
	table.Rows = append(table.Rows, append(totals, shownCount(p, t.N, foot[last].Hidden())))
	return table
}

func sums(counts [][]int) (rows, columns []int) {
	rows = make([]int, len(counts))
	for i, row := range counts {
		if columns == nil {
			columns = make([]int, len(row))
		}
		for j, n := range row {
			rows[i] += n
			columns[j] += n
		}
	}
	return rows, columns
}

func crossCell(p *Page, x, of int, hidden bool, mark int) string {
	switch {
	case hidden:
		return p.say.Hidden()
	case of == 0:
		return "–"
	}
	cell := p.say.Percent(float64(x) / float64(of))
	switch mark {
	case 1:
		return cell + " ▲"
	case -1:
		return cell + " ▼"
	}
	return cell
}

func shownCount(p *Page, n int, hidden bool) string {
	if hidden {
		return p.say.Hidden()
	}
	return p.say.Number(n)
}

// stackableAxis tells whether the columns are few enough for colours.
func stackableAxis(l *lens, t *survey.Crosstab) bool {
	n := 0
	for _, at := range t.Columns {
		if t.Column.Answer >= 0 || !l.question(t.Column.Question).Answers[at].DontKnow {
			n++
		}
	}
	return n > 0 && n <= 5
}

// crossChart is the rows as stacked bars.
func crossChart(p *Page, l *lens, t *survey.Crosstab, rowNames, columnNames []string, s shown) chart.Stack {
	c := chart.Stack{Alt: text("alt_cross", "title", s.title, "base", s.base), Table: s.table}
	for j, name := range columnNames {
		dontKnow := t.Column.Answer < 0 && l.question(t.Column.Question).Answers[t.Columns[j]].DontKnow
		c.Keys = append(c.Keys, chart.Key{Label: name, DontKnow: dontKnow})
	}
	rowSum, _ := sums(t.Counts)
	last := len(columnNames)
	for i, name := range rowNames {
		if rowSum[i] == 0 {
			continue
		}
		bar := chart.StackBar{Name: chart.Name{Name: name, Count: p.say.Text("n", "n", p.say.Number(rowSum[i]))}, Key: math.NaN(), Low: math.NaN(), High: math.NaN()}
		if t.Marks[i][last].Hidden() {
			bar.Count, bar.Hidden, bar.Note = p.say.Text("n-hidden"), true, p.say.Text("hidden-why")
			bar.Says = text("says_cross_hidden", "row", name)
			c.Bars = append(c.Bars, bar)
			continue
		}
		left, hidden := rowSum[i], 0
		for j := range columnNames {
			if t.Marks[i][j].Hidden() {
				hidden++
			} else {
				left -= t.Counts[i][j]
			}
		}
		for j, column := range columnNames {
			share := float64(t.Counts[i][j]) / float64(rowSum[i])
			segment := chart.Segment{Share: share, Says: text("says_cross", "n", p.say.Number(rowSum[i]), "row", name, "column", column, "share", p.say.Percent(share))}
			if t.Marks[i][j].Hidden() { // their lengths tell nothing
				segment = chart.Segment{Share: float64(left) / float64(rowSum[i]) / float64(hidden), Hidden: true, Says: text("says_cross_hidden", "row", name)}
			}
			bar.Segments = append(bar.Segments, segment)
		}
		c.Bars = append(c.Bars, bar)
	}
	return c
}

// crossTests say what the tests say, and what to be careful with. Where a figure
// is hidden the tests are told roughly: in full they could tell it.
func crossTests(p *Page, t *survey.Crosstab) (said string, care []string) {
	if t.N == 0 || t.DF == 0 {
		return text("test_none"), nil
	}
	rough := t.Hidden() > 0
	strength := "weak"
	switch {
	case t.V < 0.1:
		strength = "slight"
	case t.V >= 0.5:
		strength = "strong"
	case t.V >= 0.3:
		strength = "clear"
	}
	value := t.P
	if t.Design != nil {
		value = t.Design.P
	}
	lines := []string{text("test_yes", "strength", text("strength_"+strength))}
	if value >= certainty {
		lines = []string{text("test_no")}
	}
	if rough {
		lines = append(lines, text("test_rough"))
	} else {
		lines = append(lines, text("test_v", "v", decimal(t.V), "chi", decimal(t.ChiSquare), "df", number(t.DF), "p", p.say.P(t.P)))
		if t.Design != nil {
			lines = append(lines, text("test_weighted", "f", decimal(t.Design.F), "p", p.say.P(t.Design.P)))
		}
		if !math.IsNaN(t.Fisher) && t.FewExpected > 0 {
			lines = append(lines, text("test_fisher", "p", p.say.P(t.Fisher)))
		}
		if t.Ranks != nil {
			lines = append(lines, text("test_ranks", "h", decimal(t.Ranks.H), "p", p.say.P(t.Ranks.P)))
		}
		if t.Gamma != nil {
			lines = append(lines, text("test_gamma", "gamma", decimal(*t.Gamma)))
		}
	}
	if t.FewExpected > 0.2 {
		care = append(care, text("care_few", "share", p.say.Percent(t.FewExpected)))
	}
	return strings.Join(lines, " "), care
}
