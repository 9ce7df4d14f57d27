package survey

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"synlig/data/survey"
	"synlig/screens/kit"
)

// questions is the view of one question at a time: the list at the left, how it
// was answered at the right, in whatever base is asked for.
type questions struct {
	page   *Page
	rows   *kit.Rows
	spare  []*kit.ListRow
	none   fyne.CanvasObject
	listed []int // questions, by what is searched for
	at     int   // the question shown, −1 for none yet
	words  string
	bases  []survey.Base // offered
	base   survey.Base
	figure *figure
	all    fyne.CanvasObject
	n      string // how many answered, for the bar
}

func newQuestions(p *Page) *questions {
	q := &questions{page: p, at: -1, figure: newFigure(p)}
	q.rows = kit.NewRows(q)
	q.rows.OnKey = q.key
	q.none = kit.NewQuiet(text("questions_none"))
	q.none.Hide()
	list := container.NewStack(kit.NewPanel(kit.ColorSurface, kit.ColorLine, 6), container.NewStack(q.rows, q.none))
	q.all = container.New(&beside{list: 300, least: 460, high: 620}, list, q.figure.card)
	return q
}

func (q *questions) content() fyne.CanvasObject { return q.all }

// find lists the questions whose words have been searched for.
func (q *questions) find(words string) {
	q.words = strings.ToLower(strings.TrimSpace(words))
	q.list(q.page.lens)
}

// open shows a question, in this view.
func (q *questions) open(question int) {
	q.choose(question)
	q.page.look(viewQuestions)
	q.rows.Reveal(q.row())
	q.page.frame.top()
}

// choose takes another question, on the house's base for it.
func (q *questions) choose(question int) {
	q.at = question
	q.base = survey.DefaultBase(q.page.lens.question(question).Kind)
	for _, k := range q.page.lens.keys {
		if k.Question == question {
			q.base = k.Base
		}
	}
}

// list fills the list.
func (q *questions) list(l *lens) {
	q.listed = nil
	for i := range l.wave().Questions {
		one := l.question(i)
		hay := strings.ToLower(one.Text)
		for _, a := range one.Answers {
			hay += "\n" + strings.ToLower(a.Name())
		}
		if strings.Contains(hay, q.words) {
			q.listed = append(q.listed, i)
		}
	}
	if len(q.listed) == 0 {
		q.none.Show()
	} else {
		q.none.Hide()
	}
	q.rows.Reset()
}

// row is where the question stands in the list, −1 when it does not.
func (q *questions) row() int {
	for i, at := range q.listed {
		if at == q.at {
			return i
		}
	}
	return -1
}

// prepare works the question's figures out.
func (q *questions) prepare(l *lens) func() func() {
	if q.at < 0 || q.at >= len(l.wave().Questions) {
		q.at = 0
		if listed := l.listed(false); len(listed) > 0 {
			q.choose(listed[0])
		}
	}
	p, at, base := q.page, q.at, q.base
	return func() func() {
		s, n := questionFigure(p, l, at, base)
		return func() {
			q.n = n
			q.list(l)
			q.showBases(l.question(at))
			q.figure.show(s)
		}
	}
}

// showBases offers the bases that differ for the question.
func (q *questions) showBases(one *survey.Question) {
	q.figure.above.Objects = nil
	q.bases = basesOf(one)
	if len(q.bases) > 1 {
		q.figure.above.Add(baseChoice(q.bases, q.base, func(b survey.Base) {
			q.base = b
			q.page.figures()
		}))
	}
	q.figure.above.Refresh()
}

// basesOf are the bases a question can be shown on.
func basesOf(q *survey.Question) []survey.Base {
	if !q.Kind.Listed() {
		return nil
	}
	bases := []survey.Base{survey.Replied, survey.Asked, survey.TookPart}
	if q.Kind == survey.Multi {
		return bases
	}
	for _, a := range q.Answers {
		if a.DontKnow {
			return append([]survey.Base{survey.Substantive}, bases...)
		}
	}
	return bases
}

// baseChoice is the switch between bases.
func baseChoice(bases []survey.Base, chosen survey.Base, picked func(survey.Base)) *kit.Choice {
	labels := make([]string, len(bases))
	at := 0
	for i, b := range bases {
		labels[i] = text("choose_base-" + b.String())
		if b == chosen {
			at = i
		}
	}
	return kit.NewChoice(labels, at, func(i int) { picked(bases[i]) })
}

// counted is how many answered the question, for the line above.
func (q *questions) counted() (string, bool) { return q.n, q.n != "" }

// questionFigure is a question's answers, and how many belong to the base.
func questionFigure(p *Page, l *lens, at int, base survey.Base) (shown, string) {
	one := l.question(at)
	s := shown{name: fileName(l.title() + " " + one.ID), title: one.Text, filter: p.say.Filter(l.later)}
	if !one.Kind.Listed() || len(one.Answers) == 0 {
		return openFigure(p, l, at, s)
	}
	t := l.later.Safe(at, base)
	s.base = p.say.BaseOf(one, t)
	n := text("count_question", "n", p.say.Number(t.Total.N))
	if t.Total.Mark.Hidden() {
		n = text("count_question", "n", p.say.Hidden())
	}
	bars := p.say.Distribution(l.later, t)
	s.chart, s.table = bars, bars.Table
	s.note = p.say.HiddenCount(hiddenIn(&t.Total))
	if one.Kind == survey.Multi {
		s.note = join(s.note, text("multi_note"))
	}
	s.give = ofQuestion(l.later, at, base)
	return s, n
}

// hiddenIn is how many figures of a row are kept back.
func hiddenIn(r *survey.DepartmentRow) int {
	n := 0
	if r.Mark.Hidden() {
		n++
	}
	for _, a := range r.Answers {
		if a.Mark.Hidden() {
			n++
		}
	}
	return n
}

// join puts two notes after each other.
func join(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return strings.TrimRight(a, ".") + ". " + b
}
