package moderation

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"synlig/data/moderation"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// questionList edits the checklist: the words of each question and what its
// answers lead to. The order is fixed, and the hard rules are the program's: an
// edition that breaks one is refused in words. Saving makes a new edition; the
// cases keep citing the one they were decided by.
type questionList struct {
	page     *Page
	content  fyne.CanvasObject
	rows     *fyne.Container
	editions *editions
	newest   moderation.Checklist
	edited   moderation.Checklist
	open     int // the question whose fields are shown; 0 for none
	asked    int
}

func newQuestionList(p *Page) *questionList {
	l := &questionList{page: p, rows: kit.Column(kit.Within)}
	l.editions = newEditions(p, func(ctx context.Context, number int, day time.Time) error {
		return p.office.AdoptChecklist(ctx, number, day, p.host.Person())
	}, l.changed)
	body := kit.Column(kit.Around, kit.NewQuiet(words.Text("moderation.checklist_is")), l.rows, l.editions.content)
	l.content = container.NewVScroll(kit.Padded(kit.Around, kit.Around, kit.AtMost(760, body)))
	return l
}

func (l *questionList) object() fyne.CanvasObject { return l.content }

func (l *questionList) action() (string, func()) {
	return words.Text("moderation.save_edition"), l.save
}

func (l *questionList) print() {}

// dirty tells whether something was written that no edition holds.
func (l *questionList) dirty() bool { return string(l.edited.Content()) != string(l.newest.Content()) }

// read shows the newest edition, unless something is being written.
func (l *questionList) read() {
	p := l.page
	l.asked++
	mine := l.asked
	var all []moderation.Checklist
	var err error
	p.start(func() { all, err = p.office.Checklists(context.Background()) }, func() {
		switch {
		case mine != l.asked:
			return
		case err != nil:
			p.host.Fail(err)
			return
		}
		list := make([]moderation.Edition, len(all))
		for i, c := range all {
			list[i] = c.Edition
		}
		l.editions.show(list)
		if len(l.edited.Questions) == 0 || !l.dirty() {
			l.newest, l.edited = all[0], all[0]
			l.edited.Questions = slices.Clone(all[0].Questions)
			l.show()
		}
	})
}

// changed reads what cases are decided by anew.
func (l *questionList) changed() {
	l.read()
	l.page.Reload()
}

// show lists the questions, one of them with its fields.
func (l *questionList) show() {
	l.rows.Objects = nil
	for i, q := range l.edited.Questions {
		if q.Number == l.open {
			l.rows.Add(kit.NewCard(l.fields(&l.edited.Questions[i])))
			continue
		}
		text := kit.NewText(number(q.Number) + ". " + q.Text)
		edit := kit.NewQuietButton(words.Text("moderation.edit"), theme.DocumentCreateIcon(), func() {
			l.open = q.Number
			l.show()
		})
		l.rows.Add(container.NewBorder(nil, nil, nil, container.NewVBox(edit), text))
	}
	l.rows.Refresh()
	l.content.Refresh()
}

// fields are those of one question.
func (l *questionList) fields(q *moderation.Question) fyne.CanvasObject {
	text := kit.NewTextEntry("")
	text.SetMinRowsVisible(2)
	text.SetText(q.Text)
	text.OnChanged = func(s string) { q.Text = strings.TrimSpace(s) }
	short := kit.NewEntry("")
	short.SetText(q.Short)
	short.OnChanged = func(s string) { q.Short = strings.TrimSpace(s) }
	box := kit.Column(kit.Within, kit.NewSection(words.Text("moderation.question", "number", number(q.Number))),
		caption(words.Text("moderation.question_text")), text, caption(words.Text("moderation.question_short")), short)
	if q.Number < moderation.QEquality {
		box.Add(l.adviceFields("moderation.on_yes", &q.Yes))
		box.Add(l.adviceFields("moderation.on_doubt", &q.Doubt))
	}
	box.Add(container.NewHBox(kit.NewButton(words.Text("moderation.close_question"), nil, func() {
		l.open = 0
		l.show()
	})))
	return box
}

// adviceFields are what an answer leads to: an outcome, rules, a reply, and
// whether a second person has to agree.
func (l *questionList) adviceFields(title string, a *moderation.Advice) fyne.CanvasObject {
	outcomes := append([]moderation.Outcome{""}, slices.DeleteFunc(moderation.AllOutcomes(), func(o moderation.Outcome) bool { return o == moderation.Exclude })...)
	labels := make([]string, len(outcomes))
	for i, o := range outcomes {
		labels[i] = words.Text("moderation.outcome_nothing")
		if o != "" {
			labels[i] = outcomeText(o)
		}
	}
	outcome := kit.NewSelect(labels, func(i int) { a.Outcome = outcomes[i] })
	outcome.SetLabels(labels, slices.Index(outcomes, a.Outcome))
	rules := kit.NewEntry("3, 4")
	rules.SetText(numbersText(a.Rules))
	rules.OnChanged = func(s string) { a.Rules = numbersOf(s) }
	templates := kit.NewEntry("T2")
	templates.SetText(strings.Join(a.Templates, ", "))
	templates.OnChanged = func(s string) { a.Templates = keysOf(s) }
	second := widget.NewCheck(words.Text("moderation.takes_two"), func(on bool) { a.Second = on })
	second.Checked = a.Second
	return kit.Column(kit.Within, caption(words.Text(title)), outcome,
		container.NewGridWithColumns(2, kit.Column(0, caption(words.Text("moderation.advice_rules")), rules),
			kit.Column(0, caption(words.Text("moderation.advice_templates")), templates)), second)
}

// save keeps what is written as a new edition.
func (l *questionList) save() {
	p, edited, by := l.page, l.edited, l.page.host.Person()
	var err error
	p.start(func() { _, err = p.office.SaveChecklist(context.Background(), edited, by) }, func() {
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.host.Saved(p.now())
		p.host.Say(words.Text("moderation.edition_saved"), "", nil)
		l.newest = edited
		l.open = 0
		l.show()
		l.changed()
	})
}

func numbersText(numbers []int) string {
	texts := make([]string, len(numbers))
	for i, n := range numbers {
		texts[i] = number(n)
	}
	return strings.Join(texts, ", ")
}

// numbersOf reads "3, 4"; what is no number is left out.
func numbersOf(text string) (numbers []int) {
	for _, key := range keysOf(text) {
		if n, err := strconv.Atoi(key); err == nil && n > 0 {
			numbers = append(numbers, n)
		}
	}
	return numbers
}

func keysOf(text string) (keys []string) {
	for part := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == ',' || r == ' ' || r == ';' || r == '/' }) {
		keys = append(keys, strings.ToUpper(part))
	}
	return keys
}
