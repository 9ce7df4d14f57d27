package survey

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"synlig/data/survey"
	"synlig/screens/kit"
)

// questionnaire is the template with the office's corrections, and the letters
// that go with it. It needs no survey: it comes before one.
type questionnaire struct {
	page  *Page
	form  survey.Questionnaire
	own   bool
	read  bool
	at    int // the item that is open; after the items the invitation and the reminder
	rows  *kit.Rows
	spare []*kit.ListRow
	edit  *fyne.Container
	state *widget.Label
	all   *fyne.Container
	// What was written waits a moment before it is kept; stop ends the wait.
	waiting bool
	stop    func()
}

func newQuestionnaire(p *Page) *questionnaire {
	q := &questionnaire{page: p, edit: kit.Column(kit.Between), state: kit.NewQuiet("")}
	q.rows = kit.NewRows(q)
	q.rows.OnKey = q.key
	out := kit.Flow(kit.Within,
		kit.NewButton(text("form_word"), theme.DocumentSaveIcon(), func() { q.save(".docx") }),
		kit.NewButton(text("form_text"), theme.DocumentSaveIcon(), func() { q.save(".txt") }),
		kit.NewButton(text("form_markdown"), theme.DocumentSaveIcon(), func() { q.save(".md") }),
		kit.NewButton(text("form_copy"), theme.ContentCopyIcon(), q.copy),
		kit.NewQuietButton(text("form_reset"), theme.ContentUndoIcon(), q.reset))
	list := container.NewStack(kit.NewPanel(kit.ColorSurface, kit.ColorLine, 6), q.rows)
	q.all = kit.Column(kit.Around, kit.NewCard(kit.Column(kit.Between, kit.NewSection(text("form_title")), kit.NewQuiet(text("form_help")), q.state, out)),
		container.New(&beside{list: 300, least: 460, high: 600}, list, kit.NewCard(q.edit)))
	return q
}

func (q *questionnaire) content() fyne.CanvasObject { return q.all }

// prepare reads the office's edition.
func (q *questionnaire) prepare(*lens) func() func() {
	p := q.page
	if q.waiting { // what is being written is newer than what is kept
		return func() func() { return func() {} }
	}
	return func() func() {
		form, own, err := p.store.Questionnaire(context.Background())
		return func() {
			if err != nil {
				p.host.Fail(err)
				return
			}
			q.form, q.own, q.read = form, own, true
			q.show()
		}
	}
}

func (q *questionnaire) show() {
	q.tell()
	q.rows.Reset()
	q.showEdit()
	q.all.Refresh()
}

// tell says whose the text is, and how much is left to look at.
func (q *questionnaire) tell() {
	check := 0
	for _, item := range q.form.Items {
		if item.Check != "" {
			check++
		}
	}
	state := text("form_ours")
	if q.own {
		state = text("form_own")
	}
	if check > 0 {
		state += " " + count("form_check", check)
	}
	q.state.SetText(state)
}

// showEdit shows the open item's fields, or a letter's.
func (q *questionnaire) showEdit() {
	q.edit.Objects = nil
	switch n := q.at - len(q.form.Items); {
	case n < 0:
		q.editItem(&q.form.Items[q.at])
	case n == 0:
		q.editLetter(text("form_invitation"), &q.form.Invitation)
	default:
		q.editLetter(text("form_reminder"), &q.form.Reminder)
	}
	q.edit.Refresh()
}

// writing is a field whose words are kept a moment after the last key.
func (q *questionnaire) writing(label, words string, rows int, set func(string)) {
	entry := kit.NewTextEntry("")
	entry.SetMinRowsVisible(rows)
	entry.SetText(words)
	entry.OnChanged = func(words string) {
		set(words)
		q.later()
	}
	q.edit.Add(field(label, entry))
}

func (q *questionnaire) editItem(item *survey.Item) {
	q.edit.Add(kit.NewQuiet(text("form_kind", "kind", text("kind_"+item.Kind))))
	if item.Check != "" {
		done := kit.NewButton(text("form_checked"), theme.ConfirmIcon(), func() {
			item.Check = ""
			q.later()
			q.show()
		})
		q.edit.Add(careLine(item.Check))
		q.edit.Add(container.NewHBox(done))
	}
	q.writing(text("question_text"), item.Text, 2, func(s string) { item.Text = strings.TrimSpace(s) })
	q.writing(text("form_hint"), item.Hint, 1, func(s string) { item.Hint = strings.TrimSpace(s) })
	q.writing(text("form_only"), item.Only, 1, func(s string) { item.Only = strings.TrimSpace(s) })
	if len(item.Answers) > 0 {
		lines := make([]string, len(item.Answers))
		for i, a := range item.Answers {
			lines[i] = a.Text
		}
		q.writing(text("form_answers"), strings.Join(lines, "\n"), len(lines)+1, func(s string) { q.answers(item, s) })
	}
}

// answers takes the answers as lines; a line keeps what it was before where it
// stands in the same place, and another that led to a question still does.
func (q *questionnaire) answers(item *survey.Item, words string) {
	before := item.Answers
	item.Answers = nil
	for n, line := range slices.DeleteFunc(strings.Split(words, "\n"), func(s string) bool { return strings.TrimSpace(s) == "" }) {
		a := survey.ItemAnswer{Text: strings.TrimSpace(line)}
		if n < len(before) {
			was := before[n].Text
			a.DontKnow, a.Order, a.Right = before[n].DontKnow, before[n].Order, before[n].Right
			for k := range q.form.Items {
				if r := q.form.Items[k].Route; r != nil && r.Question == item.ID {
					for m := range r.Answers {
						if r.Answers[m] == was {
							r.Answers[m] = a.Text
						}
					}
				}
			}
		}
		item.Answers = append(item.Answers, a)
	}
}

func (q *questionnaire) editLetter(title string, l *survey.Letter) {
	q.edit.Add(kit.NewSection(title))
	q.edit.Add(kit.NewQuiet(text("form_letter_help")))
	q.writing(text("form_subject"), l.Subject, 1, func(s string) { l.Subject = strings.TrimSpace(s) })
	q.writing(text("form_body"), strings.Join(l.Body, "\n\n"), 14, func(s string) {
		l.Body = nil
		for part := range strings.SplitSeq(s, "\n\n") {
			if part = strings.TrimSpace(part); part != "" {
				l.Body = append(l.Body, part)
			}
		}
	})
}
