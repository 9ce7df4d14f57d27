package survey

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"synlig/data/chart"
	"synlig/data/survey"
	"synlig/data/survey/present"
	"synlig/screens/kit"
)

// waves compares two waves: the key figures, every answer of a question, one
// figure by department, and what cannot be compared and why.
type waves struct {
	page   *Page
	pick   *picking
	keys   *figure
	answer *figure
	where  *figure
	apart  *table
	list   fyne.CanvasObject
	none   *widget.Label
	parts  *fyne.Container
	all    *fyne.Container
}

func newWaves(p *Page) *waves {
	w := &waves{page: p, keys: newFigure(p), answer: newFigure(p), where: newFigure(p), none: kit.NewText("")}
	w.pick = newPicking(p, p.figures)
	var apart fyne.CanvasObject
	w.apart, apart = newTable()
	w.apart.left = true
	edit := kit.Flow(kit.Between,
		kit.NewButton(text("map_questions"), theme.DocumentCreateIcon(), p.askQuestionMapping),
		kit.NewButton(text("map_departments"), theme.DocumentCreateIcon(), p.askDepartmentMapping))
	w.list = kit.NewCard(kit.Column(kit.Between, kit.NewSection(text("not_compared")), apart, edit))
	w.parts = kit.Column(kit.Around, w.keys.card, w.pick.content, w.answer.card, w.where.card, w.list, kit.NewQuiet(p.say.Caveat()))
	w.all = kit.Column(0, w.none, w.parts)
	return w
}

func (w *waves) content() fyne.CanvasObject { return w.all }

func (w *waves) counted() (string, bool) {
	if w.page.lens == nil || w.page.lens.earlier == nil {
		return "", false
	}
	return w.pick.counted(w.page.lens)
}

// prepare compares.
func (w *waves) prepare(l *lens) func() func() {
	if l.earlier == nil {
		why := text("waves_one")
		if l.alone {
			why = text("against_filter")
		} else if len(l.waves) > 1 {
			why = text("waves_choose")
		}
		return func() func() {
			return func() {
				w.none.SetText(why)
				setVisible(w.none, true)
				setVisible(w.parts, false)
			}
		}
	}
	p := w.page
	w.pick.offer(l)
	at, base, answers, name := w.pick.at, w.pick.base, w.pick.answers, w.pick.name(l)
	return func() func() {
		keys := keysFigure(p, l)
		var answer, where shown
		if at >= 0 {
			answer = answersFigure(p, l, at, base)
			where = whereFigure(p, l, survey.KeyFigure{Question: at, Answers: answers, Base: base}, name)
		}
		apart := apartTable(p, l)
		return func() {
			setVisible(w.none, false)
			setVisible(w.parts, true)
			w.keys.show(keys)
			setVisible(w.answer.card, answer.title != "")
			if answer.title != "" {
				w.answer.show(answer)
			}
			setVisible(w.where.card, where.title != "")
			if where.title != "" {
				w.where.show(where)
			}
			w.apart.show(apart)
			w.all.Refresh()
		}
	}
}

// keysFigure is the key figures of both waves.
func keysFigure(p *Page, l *lens) shown {
	var keys []present.Key
	var parts []release
	for _, k := range l.keys {
		key := p.say.Key(l.earlier, l.later, l.mapping, k)
		keys = append(keys, key)
		parts = append(parts, ofPair(l, k.Question, key.Then.Earlier, k.Base))
	}
	c := p.say.KeyChart(l.earlier, l.later, keys)
	return shown{
		name: fileName(l.title() + " " + c.Table.Caption), title: text("keys_compared", "earlier", l.earlier.Wave.Title, "later", l.later.Wave.Title),
		base: text("keys_base"), filter: p.say.Filter(l.later), chart: c, table: c.Table, give: both(parts...),
	}
}

// ofPair is the release of a question in both waves; the earlier is −1 where it
// has no like.
func ofPair(l *lens, later, earlier int, b survey.Base) release {
	tables := []func() (*survey.View, *survey.DepartmentTable){
		func() (*survey.View, *survey.DepartmentTable) { return l.later, l.later.Safe(later, b) },
	}
	if earlier >= 0 && l.earlier != nil {
		tables = append(tables, func() (*survey.View, *survey.DepartmentTable) { return l.earlier, l.earlier.Safe(earlier, b) })
	}
	return ofTables(tables...)
}

// pairOf is a question and its like in the earlier wave.
func pairOf(l *lens, question int) (survey.Pair, bool) {
	for _, pair := range l.mapping.Pairs(l.earlier.Wave, l.later.Wave) {
		if pair.Later == question {
			return pair, true
		}
	}
	return survey.Pair{}, false
}

// answersFigure is every answer of a question in both waves.
func answersFigure(p *Page, l *lens, at int, base survey.Base) shown {
	pair, ok := pairOf(l, at)
	if !ok {
		return shown{}
	}
	q := l.question(at)
	s := shown{name: fileName(l.title() + " " + q.ID), title: q.Text, filter: p.say.Filter(l.later), give: ofPair(l, at, pair.Earlier, base)}
	if pair.Reason != "" {
		s.base = p.say.Text("reason-" + string(pair.Reason))
		return s
	}
	s.base = p.say.BaseOf(q, l.later.Safe(at, base)) + " " + text("then_base", "wave", l.earlier.Wave.Title,
		"base", p.say.BaseOf(&l.earlier.Wave.Questions[pair.Earlier], l.earlier.Safe(pair.Earlier, base)))
	c := chart.Bars{Keys: []string{l.earlier.Wave.Title, l.later.Wave.Title}, Alt: p.say.Text("alt-change", "name", q.Text, "earlier", l.earlier.Wave.Title, "later", l.later.Wave.Title)}
	c.Table = chart.Table{Caption: q.Text, Columns: []string{p.say.Text("column-answer"), l.earlier.Wave.Title, l.later.Wave.Title,
		p.say.Text("column-change-points"), p.say.Text("column-change-interval"), text("more_than_chance")}}
	changes, may := survey.SafeChanges(l.earlier, l.later, pair, base)
	hidden := 0
	for i, change := range changes {
		if base == survey.Substantive && q.Answers[i].DontKnow {
			continue
		}
		if !may[i] {
			hidden++
		}
		row, cells := changeRow(p, q.Answers[i].Name(), change, !may[i])
		c.Rows, c.Table.Rows = append(c.Rows, row), append(c.Table.Rows, cells)
	}
	s.note = p.say.HiddenCount(hidden)
	s.chart, s.table = c, c.Table
	return s
}

// changeRow is an answer in both waves, as bars and as a row of the table:
// weighted where there are frames.
func changeRow(p *Page, name string, c survey.Change, hidden bool) (chart.BarRow, []string) {
	row := chart.BarRow{Name: chart.Name{Name: name}}
	if hidden {
		nothing := chart.BarValue{Share: math.NaN(), Low: math.NaN(), High: math.NaN(), Hidden: true, Label: p.say.Hidden()}
		row.Bars = []chart.BarValue{nothing, nothing}
		h := p.say.Hidden()
		return row, []string{name, h, h, h, h, h}
	}
	then := chart.BarValue{Share: c.Earlier.P, Low: c.Earlier.Finite.Low, High: c.Earlier.Finite.High}
	now := chart.BarValue{Share: c.Later.P, Low: c.Later.Finite.Low, High: c.Later.Finite.High}
	difference, interval := c.Difference, c.Interval
	if !math.IsNaN(c.Weighted) {
		a, b := c.Earlier.Weighted.Interval(), c.Later.Weighted.Interval()
		then = chart.BarValue{Share: c.Earlier.Weighted.P, Low: a.Low, High: a.High}
		now = chart.BarValue{Share: c.Later.Weighted.P, Low: b.Low, High: b.High}
		difference, interval = c.Weighted, c.WeightedInterval
	}
	now.Says = p.say.Text("says-change", "department", name, "earlier", p.say.Percent(then.Share), "later", p.say.Percent(now.Share), "range", p.say.PointRange(interval))
	then.Says = now.Says
	row.Bars, row.Note = []chart.BarValue{then, now}, p.say.Text("points", "points", p.say.Points(difference))
	certain := p.say.Text("no")
	if c.Clear() {
		certain = p.say.Text("yes")
	}
	return row, []string{name, p.say.Percent(then.Share), p.say.Percent(now.Share), p.say.Points(difference), p.say.PointRange(interval), certain}
}

// whereFigure is one figure in both waves by department.
func whereFigure(p *Page, l *lens, k survey.KeyFigure, name string) shown {
	key := p.say.Key(l.earlier, l.later, l.mapping, k)
	if key.Change == nil || l.wave().Department < 0 || l.earlier.Wave.Department < 0 {
		return shown{}
	}
	key.Name = name
	c := p.say.ChangeChart(l.earlier, l.later, l.mapping, key)
	return shown{
		name: fileName(l.title() + " " + name), title: text("change_where", "name", name), base: key.BaseWords,
		filter: p.say.Filter(l.later), note: text("certain_holm"), chart: c, table: c.Table, give: ofPair(l, k.Question, key.Then.Earlier, k.Base),
	}
}

// apartTable is what cannot be compared, and why.
func apartTable(p *Page, l *lens) chart.Table {
	t := chart.Table{Columns: []string{p.say.Text("column-question"), text("why")}}
	for _, pair := range l.mapping.Pairs(l.earlier.Wave, l.later.Wave) {
		if pair.Reason != "" {
			t.Rows = append(t.Rows, []string{l.question(pair.Later).Text, p.say.Text("reason-" + string(pair.Reason))})
		}
	}
	if len(t.Rows) == 0 {
		t.Rows = [][]string{{text("all_compared"), ""}}
	}
	return t
}
