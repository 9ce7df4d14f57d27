package bilag

import (
	"encoding/json"
	"strings"
	"sync"

	"synlig/assets"
	"synlig/data/bilag/sheet"
	"synlig/data/chart"
	"synlig/data/survey"
	"synlig/data/survey/present"
)

// surveyRules are the house's rules for finding key figures.
var surveyRules = sync.OnceValue(func() []survey.KeyRule {
	var rules []survey.KeyRule
	if err := json.Unmarshal(assets.Read("rules/survey/keyfigures.json"), &rules); err != nil {
		panic(err) // the program's own file
	}
	return rules
})

// figures is the first page: every key figure as a bar and in the table.
func (p *surveyPaper) figures() {
	s := p.sheet
	s.Heading(2, sheet.Chapter, sheet.Piece{}, "", sheet.Text(word("surveyKeys")))
	c := p.KeyChart(p.Earlier, p.Later, p.keys)
	s.Chart(c.Scene(p.chartStyle()), true)
	p.table(c.Table, 0.33)
	p.caveat()
	for _, base := range p.bases() {
		s.Paragraph(sheet.Note, sheet.Piece{Text: base, Quiet: true})
	}
}

// bases say whom the key figures are shares of; where there are several bases,
// each names the figures that have it. How many they are stands in the table.
func (p *surveyPaper) bases() []string {
	var order []survey.Base
	names := map[survey.Base][]string{}
	for _, k := range p.keys {
		if k.Hidden {
			continue
		}
		base := k.KeyFigure.Base
		if names[base] == nil {
			order = append(order, base)
		}
		names[base] = append(names[base], k.Name)
	}
	sentences := make([]string, len(order))
	for i, base := range order {
		sentences[i] = baseWords(base)
		if i > 0 {
			sentences[i] = text("surveyBaseOf", "names", p.And(names[base]), "base", lower(sentences[i]))
		}
	}
	return sentences
}

// baseWords say whom shares are of, without how many they are.
func baseWords(b survey.Base) string {
	switch b {
	case survey.Substantive:
		return word("surveyBaseOpinion")
	case survey.Replied:
		return word("surveyBaseReplied")
	case survey.Asked:
		return word("surveyBaseAsked")
	}
	return word("surveyBaseTookPart")
}

// lower writes a sentence's first letter small.
func lower(s string) string {
	for i, r := range s {
		if i == 0 {
			return strings.ToLower(string(r)) + s[len(string(r)):]
		}
	}
	return s
}

// departments tells of the first key figure in every department.
func (p *surveyPaper) departments() {
	if p.Later.Wave.Department < 0 || len(p.keys) == 0 {
		return
	}
	p.stacked(p.first())
}

// change tells how the first key figure moved in every department.
func (p *surveyPaper) change() {
	if p.Later.Wave.Department < 0 || len(p.keys) == 0 {
		return
	}
	if first := p.first(); p.Earlier != nil && first.Change != nil {
		p.sheet.Heading(2, sheet.Chapter, sheet.Piece{}, "", sheet.Text(text("surveySince", "name", first.Name, "earlier", p.Earlier.Wave.Title)))
		c := p.ChangeChart(p.Earlier, p.Later, p.Mapping, first)
		p.sheet.Chart(c.Scene(p.chartStyle()), true)
		p.table(c.Table, 0.3)
	}
}

// scale tells of the first scale among the other key figures by department.
func (p *surveyPaper) scale() {
	if p.Later.Wave.Department < 0 || len(p.keys) == 0 {
		return
	}
	first := p.first()
	for _, k := range p.keys[1:] {
		if q := &p.Later.Wave.Questions[k.Question]; q.Kind == survey.Scale && present.Stackable(q) && k.Question != first.Question {
			p.stacked(k)
			return
		}
	}
}

// stacked is a key figure's question by department: chart, base and table.
func (p *surveyPaper) stacked(k present.Key) {
	s := p.sheet
	q := &p.Later.Wave.Questions[k.Question]
	s.Heading(2, sheet.Chapter, sheet.Piece{}, "", sheet.Text(text("surveyByDepartment", "name", k.Name)))
	t := p.Later.Safe(k.Question, k.Base)
	s.Paragraph(quietBefore, sheet.Text(q.Text+" "), sheet.Piece{Text: p.BaseOf(q, t), Quiet: true})
	if present.Stackable(q) {
		c := p.DepartmentChart(p.Later, t, k.Answers...)
		s.Chart(c.Scene(p.chartStyle()), true)
		p.table(c.Table, 0.32)
		return
	}
	c := p.BoxChart(p.Later, t, k.Name, k.Answers...)
	s.Chart(c.Scene(p.chartStyle()), true)
	p.table(c.Table, 0.4)
}

// quietBefore is a paragraph that stays with the chart after it.
var quietBefore = func() sheet.Style {
	style := sheet.Note
	style.KeepNext = true
	return style
}()

// response is who answered, and how much it means that others did not.
func (p *surveyPaper) response() {
	s := p.sheet
	if p.Later.Wave.Department < 0 {
		return
	}
	s.Heading(2, sheet.Chapter, sheet.Piece{}, "", sheet.Text(word("surveyResponse")))
	p.table(p.ResponseTable(p.Later), 0.36)
	if len(p.keys) == 0 {
		return
	}
	if k := p.first(); !k.Hidden && p.Later.Population() > 0 {
		s.Paragraph(afterTable, sheet.Text(text("surveyWorst", "name", k.Name, "low", p.Percent(k.Worst.Low), "high", p.Percent(k.Worst.High))))
	}
}

// afterTable is a paragraph with some room to the table before it.
var afterTable = func() sheet.Style {
	style := sheet.Brief
	style.Before = 10
	return style
}()

// method tells how the figures were made, with the sentence that every report
// bears.
func (p *surveyPaper) method() {
	s := p.sheet
	s.Heading(2, sheet.Chapter, sheet.Piece{}, "", sheet.Text(word("surveyMethod")))
	s.Paragraph(sheet.Brief, sheet.Text(strings.Join(p.Method(p.Earlier, p.Later, p.hidden), " ")))
	if len(p.keys) == 0 {
		p.caveat()
	}
}

// caveat is the fixed sentence.
func (p *surveyPaper) caveat() {
	p.sheet.Paragraph(afterTable, sheet.Piece{Text: p.Caveat(), Bold: true})
}

// table adds a table of a chart: names left, figures right, the total in bold.
// first is the first column's share of the width.
func (p *surveyPaper) table(t chart.Table, first float64) {
	columns := make([]sheet.Column, len(t.Columns))
	rest := (1 - first) / float64(max(1, len(columns)-1))
	for i, title := range t.Columns {
		columns[i] = sheet.Column{Title: title, Share: rest, Right: true}
	}
	columns[0].Share, columns[0].Right = first, false
	p.widen(t, columns, first)
	rows := make([]sheet.Row, len(t.Rows))
	for i, cells := range t.Rows {
		total := cells[0] == p.Text("all") && i == len(t.Rows)-1
		for _, cell := range cells {
			rows[i].Cells = append(rows[i].Cells, [][]sheet.Piece{{{Text: cell, Bold: total}}})
		}
		// A short table stands whole, under its chart; of a long one the total
		// at least stays with the row before it.
		rows[i].KeepNext = i < len(t.Rows)-1 && (len(t.Rows) <= shortTable || i == len(t.Rows)-2)
	}
	p.sheet.Table(figures, columns, rows)
}

// shortTable is how many rows a table may have to be kept on one page.
const shortTable = 14

// figures is the style of tables that are mostly numbers.
var figures = sheet.Style{Size: 9.2, Lead: 11.8, Pad: 2.6}

// widen gives the columns after the first room by what stands in them.
func (p *surveyPaper) widen(t chart.Table, columns []sheet.Column, first float64) {
	need := make([]float64, len(columns))
	sum := 0.0
	for i := 1; i < len(columns); i++ {
		// A heading may take three lines, but breaks no word.
		need[i] = 1.15 * p.sheet.Measure(t.Columns[i], figures.Size, true) / 3
		for _, word := range strings.Fields(t.Columns[i]) {
			need[i] = max(need[i], p.sheet.Measure(word, figures.Size, true))
		}
		for _, row := range t.Rows {
			need[i] = max(need[i], min(p.sheet.Measure(row[i], figures.Size, false), 92))
		}
		need[i] += 14
		sum += need[i]
	}
	for i := 1; i < len(columns) && sum > 0; i++ {
		columns[i].Share = (1 - first) * need[i] / sum
	}
}
