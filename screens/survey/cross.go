package survey

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"synlig/data/survey"
	"synlig/data/survey/disclosure"
	"synlig/screens/kit"
)

// cross is any two questions, or a background, against each other.
type cross struct {
	page    *Page
	rows    *kit.Select
	columns *kit.Select
	percent *kit.Choice
	control *kit.Choice
	opinion *widget.Check
	figure  *figure
	tests   *widget.Label
	care    *fyne.Container
	none    *widget.Label
	parts   *fyne.Container
	all     *fyne.Container

	wave        *survey.Wave
	axes        []survey.Axis
	row, column int // in axes
	n           string
}

// Of whom the per cents are.
const (
	ofRows = iota
	ofColumns
)

func newCross(p *Page) *cross {
	c := &cross{page: p, figure: newFigure(p), tests: kit.NewText(""), care: kit.Column(0), none: kit.NewText(text("cross_none"))}
	c.rows = kit.NewSelect(nil, func(i int) { c.row = i; p.figures() })
	c.columns = kit.NewSelect(nil, func(i int) { c.column = i; p.figures() })
	again := func(int) { p.figures() }
	c.percent = kit.NewChoice([]string{text("of_rows"), text("of_columns")}, ofRows, again)
	c.control = kit.NewChoice([]string{text("control_holm"), text("control_bh"), text("control_none")}, controlHolm, again)
	c.opinion = widget.NewCheck(text("without_dont_know"), func(bool) { p.figures() })
	turn := kit.NewQuietButton(text("turn"), nil, func() {
		c.row, c.column = c.column, c.row
		p.figures()
	})
	c.figure.above.Add(c.percent)
	c.figure.above.Add(c.opinion)
	c.parts = kit.Column(kit.Around,
		kit.Flow(kit.Around, wide(400, text("in_rows"), c.rows), wide(400, text("in_columns"), c.columns), turn),
		c.figure.card,
		kit.NewCard(kit.Column(kit.Within, kit.NewSection(text("cross_tests")), c.tests, c.care, caption(text("control")), c.control)))
	c.all = kit.Column(0, c.none, c.parts)
	return c
}

func (c *cross) content() fyne.CanvasObject { return c.all }

func (c *cross) counted() (string, bool) { return c.n, c.n != "" }

// prepare counts the table.
func (c *cross) prepare(l *lens) func() func() {
	c.offer(l)
	if len(c.axes) < 2 || l.wave().Aggregated {
		return func() func() {
			return func() {
				setVisible(c.none, true)
				setVisible(c.parts, false)
			}
		}
	}
	p := c.page
	want := crossWish{c.axes[c.row], c.axes[c.column], c.percent.Chosen(), c.control.Chosen(), survey.Replied}
	if c.opinion.Checked {
		want.base = survey.Substantive
	}
	return func() func() {
		t := l.later.Cross(want.row, want.column, want.base)
		l.later.SafeCross(&t)
		s := crossFigure(p, l, &t, want)
		tests, warnings := crossTests(p, &t)
		return func() {
			setVisible(c.none, false)
			setVisible(c.parts, true)
			c.n = text("count_both", "n", p.say.Number(t.N))
			if grand := t.Marks[len(t.Marks)-1]; grand[len(grand)-1].Hidden() {
				c.n = text("count_both", "n", p.say.Hidden())
			}
			c.figure.show(s)
			c.tests.SetText(tests)
			c.care.Objects = nil
			for _, w := range warnings {
				c.care.Add(careLine(w))
			}
			c.all.Refresh()
		}
	}
}

// crossWish is which table is asked for.
type crossWish struct {
	row, column      survey.Axis
	percent, control int
	base             survey.Base
}

// offer fills the lists. At first the first key figure stands against the
// departments.
func (c *cross) offer(l *lens) {
	if c.wave != l.wave() {
		c.wave = l.wave()
		c.axes = nil
		for _, q := range l.listed(true) {
			c.axes = append(c.axes, l.wave().Axes(q)...)
		}
		c.row, c.column = 0, min(1, len(c.axes)-1)
		if d := c.find(l.wave().Department); d >= 0 {
			c.row = d
		}
		if len(l.keys) > 0 {
			if k := c.find(l.keys[0].Question); k >= 0 && k != c.row {
				c.column = k
			}
		}
	}
	labels := make([]string, len(c.axes))
	for i, a := range c.axes {
		labels[i] = axisName(l, a)
	}
	c.rows.SetLabels(labels, c.row)
	c.columns.SetLabels(labels, c.column)
}

func (c *cross) find(question int) int {
	return slices.IndexFunc(c.axes, func(a survey.Axis) bool { return a.Question == question })
}

// axisName is a question, or a question and one of its boxes.
func axisName(l *lens, a survey.Axis) string {
	q := l.question(a.Question)
	if a.Answer < 0 {
		return q.Text
	}
	return text("axis_box", "question", q.Text, "answer", q.Answers[a.Answer].Name())
}

// axisAnswers are the names of an axis' rows.
func axisAnswers(l *lens, a survey.Axis, given []int) []string {
	if a.Answer >= 0 {
		return []string{text("ticked"), text("unticked")}
	}
	names := make([]string, len(given))
	for i, at := range given {
		names[i] = l.question(a.Question).Answers[at].Name()
	}
	return names
}

// ofCross is the release of a cross-tab.
func ofCross(l *lens, t *survey.Crosstab) release {
	return func(s *survey.Session, name string) []disclosure.Leak { return s.ShowCross(l.later, t, name) }
}
