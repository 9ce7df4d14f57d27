package survey

import (
	"cmp"
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"synlig/data/chart"
	"synlig/data/survey"
	"synlig/data/survey/present"
	"synlig/screens/kit"
)

// departments is one figure in every department, highest first, with intervals,
// and the whole question below it.
type departments struct {
	page  *Page
	pick  *picking
	merge *widget.Check
	box   *figure
	stack *figure
	none  *widget.Label
	all   *fyne.Container
}

// fewAnswers is how many answers a department has at least to stand alone when
// small ones are put together.
const fewAnswers = 30

func newDepartments(p *Page) *departments {
	d := &departments{page: p, box: newFigure(p), stack: newFigure(p), none: kit.NewText(text("departments_none"))}
	d.pick = newPicking(p, p.figures)
	d.merge = widget.NewCheck(text("merge_small", "n", number(fewAnswers)), func(bool) { p.figures() })
	d.merge.Checked = true
	d.all = kit.Column(kit.Around, d.none, kit.Column(kit.Within, d.pick.content, d.merge), d.box.card, d.stack.card)
	return d
}

func (d *departments) content() fyne.CanvasObject { return d.all }

func (d *departments) counted() (string, bool) { return d.pick.counted(d.page.lens) }

func (d *departments) prepare(l *lens) func() func() {
	p := d.page
	d.pick.offer(l)
	at, base, answers, name := d.pick.at, d.pick.base, d.pick.answers, d.pick.name(l)
	merge := d.merge.Checked
	there := l.wave().Department >= 0 && at >= 0
	return func() func() {
		var box, stack shown
		if there {
			box = boxFigure(p, l, at, base, answers, name, merge)
			if q := l.question(at); present.Stackable(q) {
				t := l.later.Safe(at, base)
				c := p.say.DepartmentChart(l.later, t, answers...)
				stack = shown{name: fileName(l.title() + " " + q.ID), title: q.Text, base: p.say.BaseOf(q, t), filter: p.say.Filter(l.later),
					note: p.say.HiddenCount(t.Hidden()), chart: c, table: c.Table, give: ofQuestion(l.later, at, base)}
			}
		}
		return func() {
			setVisible(d.none, !there)
			setVisible(d.box.card, there)
			setVisible(d.merge, there)
			setVisible(d.stack.card, stack.chart != nil)
			if there {
				d.box.show(box)
			}
			if stack.chart != nil {
				d.stack.show(stack)
			}
			d.all.Refresh()
		}
	}
}

// boxFigure is some answers together by department.
func boxFigure(p *Page, l *lens, at int, base survey.Base, answers []int, name string, merge bool) shown {
	q, t := l.question(at), l.later.Safe(at, base)
	c := p.say.BoxChart(l.later, t, name, answers...)
	s := shown{name: fileName(l.title() + " " + name), title: name, base: p.say.BaseOf(q, t), filter: p.say.Filter(l.later), give: ofQuestion(l.later, at, base)}
	hidden := 0
	for i := range t.Rows {
		if t.Rows[i].N > 0 && !t.Rows[i].SafeBox(answers...) {
			hidden++
		}
	}
	s.note = p.say.HiddenCount(hidden)
	if merge {
		if names := mergeSmall(p, l, t, &c, answers, name); len(names) > 0 {
			s.note = text("merged_which", "names", p.say.And(names))
		}
	}
	sortRows(&c)
	s.chart, s.table = c, c.Table
	return s
}

// mergeSmall puts the departments with few answers, and those whose figure is
// hidden, into one row. It tells nothing that the table does not: what is put
// together is the total less the rows that are shown. Where some work nowhere
// known that is not so, and nothing is put together.
func mergeSmall(p *Page, l *lens, t *survey.DepartmentTable, c *chart.Bars, answers []int, name string) (names []string) {
	sum := survey.DepartmentRow{Department: text("merged"), Answers: make([]survey.Share, len(t.Total.Answers))}
	small := map[int]bool{}
	all, shown := 0, -1
	for i := range t.Rows {
		r := &t.Rows[i]
		if r.N == 0 {
			continue
		}
		shown++
		all += r.N
		if r.N >= fewAnswers && r.SafeBox(answers...) {
			continue
		}
		small[shown] = true
		names = append(names, r.Department)
		sum.N, sum.Staff = sum.N+r.N, sum.Staff+r.Staff
		for k := range r.Answers {
			sum.Answers[k].X += r.Answers[k].X
		}
	}
	if len(names) < 2 || all != t.Total.N || !t.Total.SafeBox(answers...) || sum.N < l.threshold {
		return nil
	}
	share := l.later.RowBox(sum, answers...)
	count := p.say.Text("n", "n", p.say.Number(sum.N))
	says := p.say.Text("says", "n", p.say.Number(sum.N), "department", sum.Department, "answer", name,
		"share", p.say.Percent(share.P), "low", p.say.Percent(share.Finite.Low), "high", p.say.Percent(share.Finite.High))
	row := chart.BarRow{Name: chart.Name{Name: sum.Department, Count: count}, Bars: []chart.BarValue{{Share: share.P, Low: share.Finite.Low, High: share.Finite.High, Says: says}}}
	cells := []string{sum.Department, p.say.Number(sum.N), p.say.Percent(share.P), p.say.Range(share.Finite)}
	var rows []chart.BarRow
	var table [][]string
	for i := range c.Rows {
		if c.Rows[i].Total {
			rows, table = append(rows, row), append(table, cells)
		}
		if !small[i] || c.Rows[i].Total {
			rows, table = append(rows, c.Rows[i]), append(table, c.Table.Rows[i])
		}
	}
	c.Rows, c.Table.Rows = rows, table
	return names
}

// sortRows puts rows and table in the same order: highest first, hidden ones
// after them, the total last.
func sortRows(c *chart.Bars) {
	order := make([]int, len(c.Rows))
	for i := range order {
		order[i] = i
	}
	rank := func(i int) (int, float64) {
		r := c.Rows[i]
		switch v := r.Bars[len(r.Bars)-1].Share; {
		case r.Total:
			return 2, 0
		case math.IsNaN(v):
			return 1, 0
		default:
			return 0, -v
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		ra, va := rank(a)
		rb, vb := rank(b)
		return cmp.Or(cmp.Compare(ra, rb), cmp.Compare(va, vb))
	})
	rows, table := make([]chart.BarRow, len(order)), make([][]string, len(order))
	for to, from := range order {
		rows[to], table[to] = c.Rows[from], c.Table.Rows[from]
	}
	c.Rows, c.Table.Rows = rows, table
}
