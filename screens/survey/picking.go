package survey

import (
	"slices"

	"fyne.io/fyne/v2"

	"synlig/data/survey"
	"synlig/screens/kit"
)

// picking is the choice of a figure: a question, which of its answers count, and
// of whom. Several views ask for one.
type picking struct {
	page    *Page
	changed func()

	questions *kit.Select
	counts    *kit.Select
	bases     *fyne.Container
	content   *fyne.Container

	lens    *lens
	wave    *survey.Wave
	listed  []pickable // as the lists show them
	boxes   [][]int
	at      int // the question; −1 for none
	base    survey.Base
	answers []int
	key     string // the key figure's name, where it is one
}

// pickable is a line of the list of questions: a key figure, or a question.
type pickable struct {
	question int
	key      *survey.KeyFigure
}

func newPicking(p *Page, changed func()) *picking {
	k := &picking{page: p, changed: changed, at: -1, bases: kit.Column(0)}
	k.questions = kit.NewSelect(nil, func(i int) {
		k.take(k.listed[i])
		k.changed()
	})
	k.counts = kit.NewSelect(nil, func(i int) {
		k.answers, k.key = k.boxes[i], ""
		k.changed()
	})
	k.content = kit.Column(kit.Within, kit.Flow(kit.Around,
		wide(430, text("pick_question"), k.questions), wide(330, text("pick_answers"), k.counts)), k.bases)
	return k
}

// take chooses a line of the list.
func (k *picking) take(line pickable) {
	q := k.lens.question(line.question)
	k.at, k.base, k.key = line.question, survey.DefaultBase(q.Kind), ""
	k.answers = boxesOf(q)[0]
	if line.key != nil {
		k.base, k.answers, k.key = line.key.Base, line.key.Answers, k.page.say.KeyName(k.lens.wave(), *line.key)
	}
}

// offer fills the lists from what is looked at, and keeps the choice where it is
// there still.
func (k *picking) offer(l *lens) {
	k.lens = l
	k.listed = nil
	var labels []string
	for i := range l.keys {
		k.listed = append(k.listed, pickable{l.keys[i].Question, &l.keys[i]})
		labels = append(labels, text("key_line", "name", k.page.say.KeyName(l.wave(), l.keys[i])))
	}
	for _, at := range l.listed(false) {
		k.listed = append(k.listed, pickable{question: at})
		labels = append(labels, l.question(at).Text)
	}
	if len(k.listed) == 0 {
		k.at = -1
		return
	}
	if k.wave != l.wave() || k.at < 0 {
		k.wave = l.wave()
		k.take(k.listed[0])
	}
	chosen := slices.IndexFunc(k.listed, func(line pickable) bool {
		return line.question == k.at && (line.key != nil) == (k.key != "") &&
			(line.key == nil || k.page.say.KeyName(l.wave(), *line.key) == k.key)
	})
	if chosen < 0 {
		chosen = slices.IndexFunc(k.listed, func(line pickable) bool { return line.question == k.at && line.key == nil })
	}
	k.questions.SetLabels(labels, chosen)
	k.offerAnswers()
}

func (k *picking) offerAnswers() {
	q := k.lens.question(k.at)
	k.boxes = boxesOf(q)
	chosen := slices.IndexFunc(k.boxes, func(b []int) bool { return slices.Equal(b, k.answers) })
	if chosen < 0 {
		k.boxes = append([][]int{k.answers}, k.boxes...)
		chosen = 0
	}
	labels := make([]string, len(k.boxes))
	for i, b := range k.boxes {
		labels[i] = boxName(k.page, q, b)
	}
	k.counts.SetLabels(labels, chosen)
	k.bases.Objects = nil
	if bases := basesOf(q); len(bases) > 1 {
		k.bases.Add(baseChoice(bases, k.base, func(b survey.Base) {
			k.base = b
			k.changed()
		}))
	}
	k.bases.Refresh()
}

// boxesOf are the answers that can be counted together: the two highest of a
// scale, then each for itself.
func boxesOf(q *survey.Question) [][]int {
	var boxes [][]int
	if top := q.Top(2); q.Kind == survey.Scale && len(top) == 2 && len(q.Answers) > 3 {
		boxes = append(boxes, top)
	}
	for i := range q.Answers {
		boxes = append(boxes, []int{i})
	}
	return boxes
}

// boxName is the answers in words.
func boxName(p *Page, q *survey.Question, box []int) string {
	var names []string
	for _, i := range box {
		names = append(names, q.Answers[i].Name())
	}
	return p.say.Or(names)
}

// name is what the figure is called.
func (k *picking) name(l *lens) string {
	if k.at < 0 {
		return ""
	}
	if k.key != "" {
		return k.key
	}
	return k.page.say.KeyName(l.wave(), survey.KeyFigure{Question: k.at, Answers: k.answers, Base: k.base})
}

// counted is how many belong to the base, for the line above.
func (k *picking) counted(l *lens) (string, bool) {
	if k.at < 0 || l == nil || k.wave != l.wave() {
		return "", false
	}
	t := l.later.Safe(k.at, k.base)
	n := k.page.say.Number(t.Total.N)
	if t.Total.Mark.Hidden() {
		n = k.page.say.Hidden()
	}
	return text("count_question", "n", n), true
}
