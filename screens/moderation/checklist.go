package moderation

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"synlig/data/moderation"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// checklist asks the questions: one at a time with the answered ones folded
// above, or all at once. j, n and t answer the question in front; Backspace
// goes back to the one before. Hints show words of the comment and answer
// nothing.
type checklist struct {
	widget.BaseWidget
	page    *Page
	body    *fyne.Container
	mode    *kit.Choice
	at      int // the question in front when a person went back to it; 0: the next one
	focused bool
	// unfolded shows each No by itself, so that one of them can be asked again.
	unfolded bool
}

var _ fyne.Focusable = (*checklist)(nil)

func newChecklist(p *Page) *checklist {
	c := &checklist{page: p, body: kit.Column(kit.Between)}
	c.mode = kit.NewChoice([]string{words.Text("moderation.one_at_a_time"), words.Text("moderation.all_at_once")}, 0, func(int) { c.show() })
	c.ExtendBaseWidget(c)
	return c
}

// answers are the three answers with the keys that give them.
var answers = []moderation.Answer{moderation.Yes, moderation.No, moderation.Doubt}

func answerText(a moderation.Answer) string { return words.Text("moderation.answer_" + a.String()) }

// show asks what comes next.
func (c *checklist) show() {
	d := &c.page.desk
	c.body.Objects = nil
	if d.c.ID == 0 || d.c.Next() != moderation.StepAnswer {
		c.Hide()
		return
	}
	c.Show()
	heading := kit.NewSection(words.Text("moderation.checklist"))
	edition := kit.NewQuiet(c.page.editionText(c.page.sets.checklist.Edition))
	c.body.Add(kit.Column(-kit.Between, container.NewBorder(nil, nil, nil, kit.Wide(230, c.mode), heading), edition))
	if c.mode.Chosen() == 1 {
		c.showAll()
	} else {
		c.showOne()
	}
	c.body.Refresh()
	c.Refresh()
	c.page.sheet.settle()
}

// asked are the questions that these answers leave to be asked.
func (c *checklist) asked() []int {
	return c.page.sets.checklist.Asked(c.page.desk.answers, c.page.advice.chosen)
}

// front is the question in front, 0 when all are answered.
func (c *checklist) front() int {
	if c.at != 0 {
		return c.at
	}
	return c.page.desk.advised.Next
}

func (c *checklist) showOne() {
	folded := kit.Flow(kit.Within)
	front, no := c.front(), 0
	for _, n := range c.asked() {
		switch a := c.page.desk.answers.Of(n); {
		case a == moderation.Unanswered || n == front:
		case a == moderation.No && !c.unfolded:
			no++
		default:
			folded.Add(c.folded(n, a))
		}
	}
	if no > 0 {
		folded.Add(kit.NewChip(words.Count("moderation.folded_no", no), false, func() {
			c.unfolded = true
			c.show()
		}))
	}
	c.body.Add(kit.Tall(26, folded)) // the buttons under it stay where they are
	if front == 0 {
		done := kit.NewText(words.Text("moderation.all_answered"))
		c.body.Add(container.NewBorder(nil, nil, widget.NewIcon(theme.ConfirmIcon()), nil, done))
		return
	}
	c.body.Add(kit.NewCard(c.question(front, true)))
	c.body.Add(container.NewHBox(kit.NewQuiet(words.Text("moderation.keys")), layout.NewSpacer(), c.restButton()))
}

func (c *checklist) showAll() {
	rows := kit.Column(kit.Around)
	for _, n := range c.asked() {
		rows.Add(c.question(n, false))
	}
	c.body.Add(kit.NewCard(rows))
	c.body.Add(container.NewHBox(layout.NewSpacer(), c.restButton()))
}

// restButton answers what is left with no: a person's choice, in one click.
func (c *checklist) restButton() *kit.Button {
	return kit.NewQuietButton(words.Text("moderation.rest_no"), nil, func() {
		d := &c.page.desk
		c.at = 0
		d.answered(d.answers.RestNo(c.asked()))
		c.page.advice.begin()
	})
}

// folded is an answered question in a few words; a click asks it again.
func (c *checklist) folded(n int, a moderation.Answer) fyne.CanvasObject {
	q := c.page.sets.checklist.Question(n)
	text := words.Text("moderation.folded", "number", number(n), "question", q.Short, "answer", answerText(a))
	return kit.NewChip(text, a != moderation.No, func() {
		c.at = n
		c.show()
		c.page.host.Canvas().Focus(c)
	})
}

// question is one question with its hints and its answers.
func (c *checklist) question(n int, large bool) fyne.CanvasObject {
	q, d := c.page.sets.checklist.Question(n), &c.page.desk
	text := kit.NewText(number(n) + ". " + c.filled(q.Text))
	if large {
		text.SizeName = theme.SizeNameSubHeadingText
	}
	box := kit.Column(kit.Within, text)
	for _, h := range d.hints {
		if h.Question == n {
			box.Add(kit.NewQuiet(words.Text("moderation.hint", "words", "»"+strings.Join(h.Words, "«, »")+"«")))
		}
	}
	buttons := container.NewGridWithColumns(len(answers))
	for _, a := range answers {
		b := kit.NewButton(words.Text("moderation.answer_key", "answer", answerText(a), "key", a.String()), nil, func() { c.answer(n, a) })
		if d.answers.Of(n) == a {
			b.Icon = theme.ConfirmIcon()
		}
		buttons.Add(b)
	}
	if large {
		box.Add(kit.Padded(kit.Between, 0, kit.Tall(44, buttons)))
	} else {
		box.Add(kit.AtMost(360, buttons))
	}
	if q.Detail != nil && d.answers.Of(n).String() == q.Detail.On {
		detail := widget.NewCheck(q.Detail.Text, func(yes bool) { d.answered(d.answers.WithDetail(n, yes)) })
		detail.Checked = d.answers.Detailed(n)
		box.Add(detail)
	}
	return box
}

// filled puts the office's own values into a question: "inden for {periode}".
func (c *checklist) filled(text string) string {
	for name, value := range c.page.sets.slots {
		if value != "" {
			text = strings.ReplaceAll(text, "{"+name+"}", value)
		}
	}
	return text
}

// answer takes an answer and asks on. A question with a further one stays in
// front until that is seen too.
func (c *checklist) answer(n int, a moderation.Answer) {
	q := c.page.sets.checklist.Question(n)
	c.at = 0
	if q.Detail != nil && q.Detail.On == a.String() && c.page.desk.answers.Of(n) != a {
		c.at = n
	}
	c.page.desk.answer(n, a)
	c.show()
	if c.mode.Chosen() == 0 {
		c.page.host.Canvas().Focus(c)
	}
	if c.front() == 0 {
		c.page.advice.begin()
	}
}

// CreateRenderer shows the questions and the ring of the keyboard.
func (c *checklist) CreateRenderer() fyne.WidgetRenderer {
	return kit.NewRinged(widget.NewSimpleRenderer(kit.Padded(kit.Between, kit.Between, c.body)), func() bool { return c.focused })
}
