package survey

import (
	"context"
	"slices"

	"synlig/data/survey"
	"synlig/screens/words"
)

// later keeps what was written a moment after the last key.
func (q *questionnaire) later() {
	q.rest()
	q.waiting = true
	q.stop = q.page.after(writeAfter, q.keep)
}

// rest ends the wait.
func (q *questionnaire) rest() {
	if q.stop != nil {
		q.stop()
	}
	q.stop, q.waiting = nil, false
}

// keep keeps the office's edition. One that cannot be asked yet (a choice with
// one answer, say) is told of, and kept when it can.
func (q *questionnaire) keep() {
	p := q.page
	q.rest()
	if err := q.form.Check(); err != nil {
		q.state.SetText(words.Fault(err))
		return
	}
	form := cloneForm(q.form)
	var err error
	p.start(func() { err = p.store.SaveQuestionnaire(context.Background(), form) }, func() {
		if err != nil {
			p.host.Fail(err)
			return
		}
		q.own = true
		q.tell()
		q.rows.Redress()
		p.host.Saved(p.now())
	})
}

// flush keeps what was written at once, before the window closes.
func (q *questionnaire) flush() error {
	if !q.waiting {
		return nil
	}
	q.rest()
	return q.page.store.SaveQuestionnaire(context.Background(), q.form)
}

// cloneForm is a questionnaire that the fields do not reach into.
func cloneForm(q survey.Questionnaire) survey.Questionnaire {
	q.Items = slices.Clone(q.Items)
	for n := range q.Items {
		if r := q.Items[n].Route; r != nil {
			q.Items[n].Route = &survey.ItemRoute{Question: r.Question, Answers: slices.Clone(r.Answers)}
		}
	}
	return q
}

// reset brings the program's text back.
func (q *questionnaire) reset() {
	p := q.page
	p.host.Ask(text("form_reset"), text("form_reset_text"), text("form_reset_verb"), func() {
		q.rest()
		p.change(p.store.ResetQuestionnaire, p.figures)
	})
}
