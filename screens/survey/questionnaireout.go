package survey

import (
	"context"
	"strings"

	"synlig/data/document"
	"synlig/data/docx"
	"synlig/data/strategy"
	"synlig/data/survey"
)

// whole is the questionnaire and both letters as blocks.
func (q *questionnaire) whole() []document.Block {
	blocks := q.form.Blocks()
	for _, part := range []struct {
		title  string
		letter survey.Letter
	}{{text("form_invitation"), q.form.Invitation}, {text("form_reminder"), q.form.Reminder}} {
		blocks = append(blocks, document.NewBlock(document.Heading1, 0, document.Run{Text: part.title}))
		blocks = append(blocks, part.letter.Blocks()...)
	}
	return blocks
}

// save writes the questionnaire with its letters.
func (q *questionnaire) save(ending string) {
	form, blocks := cloneForm(q.form), q.whole()
	invitation, reminder := text("form_invitation"), text("form_reminder")
	q.page.write(form.Title+ending, nil, func(context.Context, string) ([]byte, error) {
		switch ending {
		case ".docx":
			return docx.Clean(strategy.Revision{Title: form.Title, Draft: document.Version{Blocks: blocks}})
		case ".md":
			return []byte(form.Markdown() + "\n# " + invitation + "\n\n" + form.Invitation.Markdown() + "\n# " + reminder + "\n\n" + form.Reminder.Markdown()), nil
		}
		return []byte(strings.Join([]string{form.PlainText(), invitation + "\n\n" + form.Invitation.PlainText(), reminder + "\n\n" + form.Reminder.PlainText()}, "\n\n")), nil
	})
}

// copy puts the open letter, or the whole questionnaire, on the clipboard.
func (q *questionnaire) copy() {
	p := q.page
	switch n := q.at - len(q.form.Items); {
	case n == 0:
		p.options.Copy(q.form.Invitation.PlainText())
	case n == 1:
		p.options.Copy(q.form.Reminder.PlainText())
	default:
		p.options.Copy(q.form.PlainText())
	}
	p.host.Say(text("form_copied"), "", nil)
}
