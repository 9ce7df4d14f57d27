package moderation

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"synlig/data/fault"
	"synlig/data/moderation"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// choosing is what the person decides: the outcome – what is recommended, or
// another with a line of why – and, for a block, until when and whom.
type choosing struct {
	advice   *advice
	content  *fyne.Container
	chosen   moderation.Outcome // "" for what is recommended
	outcomes []moderation.Outcome
	list     *kit.Select
	why      *fyne.Container
	reason   *kit.Entry
	block    *fyne.Container
	until    *kit.DateField
	profile  *kit.Entry
	note     *kit.Entry
	noting   *fyne.Container // the note, or the button that unfolds it
	second   fyne.CanvasObject
}

func (c *choosing) build(a *advice) {
	c.advice = a
	c.list = kit.NewSelect(nil, func(index int) { c.choose(c.outcomes[index]) })
	c.reason = kit.NewTextEntry(words.Text("moderation.reason_hint"))
	c.reason.SetMinRowsVisible(2)
	c.why = kit.Column(kit.Within, caption(words.Text("moderation.reason")), c.reason)
	c.until = kit.NewDateField(a.page.now)
	c.profile = kit.NewEntry(words.Text("moderation.profile_hint"))
	c.block = kit.Column(kit.Within, caption(words.Text("moderation.until")), c.until,
		caption(words.Text("moderation.profile")), c.profile)
	c.note = kit.NewTextEntry(words.Text("moderation.note_hint"))
	c.note.SetMinRowsVisible(2)
	c.noting = container.NewStack()
	c.foldNote()
	c.second = kit.NewText(words.Text("moderation.second_needed"))
	c.content = kit.Column(kit.Between, caption(words.Text("moderation.your_choice")), c.list, c.second, c.why, c.block)
}

// foldNote hides the field of the note behind its name: most comments need none.
func (c *choosing) foldNote() {
	button := kit.NewQuietButton(words.Text("moderation.note"), theme.ContentAddIcon(), func() {
		c.noting.Objects = []fyne.CanvasObject{kit.Column(kit.Within, caption(words.Text("moderation.note")), c.note)}
		c.noting.Refresh()
		c.advice.page.host.Canvas().Focus(c.note)
	})
	c.noting.Objects = []fyne.CanvasObject{container.NewHBox(button)}
	c.noting.Refresh()
}

// clear forgets what was put in.
func (c *choosing) clear() {
	c.chosen = ""
	c.reason.SetText("")
	c.note.SetText("")
	c.foldNote()
	c.profile.SetText("")
	c.until.SetText("")
}

// choose takes another outcome. To remove what the checklist lets stand brings
// up the equality test, so the questions are asked anew.
func (c *choosing) choose(o moderation.Outcome) {
	p := c.advice.page
	if c.chosen = o; o == p.desk.advised.Outcome {
		c.chosen = ""
	}
	p.desk.weigh()
	p.sheet.checklist.show()
	p.advice.show()
	p.host.Refresh()
}

// show offers the outcomes, those that need no line of why first.
func (c *choosing) show() {
	r := c.advice.page.desk.advised
	c.outcomes = nil
	for _, o := range r.Offered {
		if slices.Contains(moderation.Choices(), o) {
			c.outcomes = append(c.outcomes, o)
		}
	}
	easy := len(c.outcomes)
	for _, o := range moderation.Choices() {
		if !slices.Contains(c.outcomes, o) {
			c.outcomes = append(c.outcomes, o)
		}
	}
	labels := make([]string, len(c.outcomes))
	for i, o := range c.outcomes {
		labels[i] = outcomeText(o)
		if o == r.Outcome {
			labels[i] = words.Text("moderation.as_recommended", "outcome", labels[i])
		}
	}
	outcome := c.advice.outcome()
	chosen := slices.Index(c.outcomes, outcome)
	c.list.SetLabels(labels, chosen)
	needs := c.needs(chosen >= easy)
	c.why.Hidden = !needs.reason
	c.second.Hide()
	if needs.second {
		c.second.Show()
	}
	c.block.Hidden = outcome != moderation.Exclude
	c.content.Refresh()
}

// demands is what a choice takes before it can be noted.
type demands struct{ reason, second bool }

// needs asks the rules themselves: the decision is tried without a line, and
// what it is refused for is what it needs.
func (c *choosing) needs(otherwise bool) demands {
	p := c.advice.page
	trial := moderation.Choice{Outcome: c.advice.outcome(), Until: p.now().AddDate(0, 0, 7), Template: "-"}
	trial.Reply.Recorded = "-"
	try := func() (moderation.Decision, error) {
		return p.sets.checklist.Decide(p.sets.rules, p.desk.answers, trial, today(p.now()))
	}
	_, err := try()
	if err != nil && !fault.Is(err, moderation.ReasonMissing) { // too early to tell: questions are left
		return demands{reason: otherwise, second: trial.Outcome == moderation.Exclude}
	}
	trial.Reason = "-"
	d, _ := try()
	return demands{reason: err != nil, second: d.NeedsSecond}
}
