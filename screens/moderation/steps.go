package moderation

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"synlig/data/moderation"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// showSteps shows what was decided, and the steps in their fixed order with
// those that are done.
func (a *advice) showSteps() {
	p, c := a.page, a.page.desk.c
	a.steps.Objects = nil
	add := func(o ...fyne.CanvasObject) { a.steps.Objects = append(a.steps.Objects, o...) }
	last, ok := c.Current()
	if !ok {
		return
	}
	said := kit.Column(-kit.Between, caption(words.Text("moderation.decided_by", "name", last.By.Name, "when", p.momentText(last.At))), kit.NewSection(outcomeText(last.Outcome)))
	add(said)
	if rule, found := p.sets.rules.Rule(last.Rule); found {
		said.Add(kit.NewText(words.Text("moderation.rule", "number", number(rule.Number), "title", rule.Title)))
	}
	if !last.Until.IsZero() {
		who := ""
		if last.Profile != "" {
			who = " · " + last.Profile
		}
		said.Add(kit.NewText(words.Text("moderation.block_until", "day", words.LongDate(last.Until)) + who))
	}
	if last.Reason != "" {
		said.Add(kit.NewQuiet("»" + last.Reason + "«"))
	}
	add(a.order(c, last))
	if last.Reply != "" {
		add(kit.Column(kit.Within, caption(words.Text("moderation.reply")), paper(kit.NewText(last.Reply))))
	}
	if c.Next() == moderation.StepSecond && last.By.ID == p.host.Person().ID {
		add(kit.NewText(words.Text("moderation.waits_own")))
	}
	if c.Next() == moderation.StepSecond && last.By.ID != p.host.Person().ID {
		add(kit.NewText(words.Text("moderation.waits_other", "name", last.By.Name)), container.NewHBox(kit.NewButton(words.Text("moderation.refuse"), nil, func() { p.agree(false) })))
	}
	if last.Overruled {
		gone := kit.NewText(words.Text("moderation.overruled"))
		gone.Importance = widget.WarningImportance
		add(gone)
	}
	a.steps.Refresh()
}

// order is the fixed order: copy kept, noted, agreed to, copied, sent, done.
func (a *advice) order(c moderation.Case, last moderation.Action) fyne.CanvasObject {
	list := kit.Column(-kit.Between)
	step := func(key string, done bool, next moderation.Step) {
		icon, text := theme.NewThemedResource(theme.RadioButtonIcon()), kit.NewText(words.Text("moderation.step_"+key))
		if done {
			icon = theme.NewSuccessThemedResource(theme.ConfirmIcon())
		} else if c.Next() == next {
			text.TextStyle.Bold = true
		}
		list.Add(container.NewBorder(nil, nil, widget.NewIcon(icon), nil, text))
	}
	step("kept", true, "")
	step("noted", true, "")
	if last.NeedsSecond {
		step("second", last.Second.ID != 0, moderation.StepSecond)
	}
	if last.Template != "" {
		step("copied", !last.CopiedAt.IsZero(), moderation.StepCopy)
	}
	if last.Outcome == moderation.Exclude {
		step("sent", !last.SentAt.IsZero(), moderation.StepSend)
	}
	step("done", !last.DoneAt.IsZero(), moderation.StepDone)
	return list
}

// showDeeds shows the notes, objections and pictures of the case.
func (s *casePage) showDeeds() {
	p, c := s.page, s.page.desk.c
	s.deeds.Objects = nil
	for i, a := range c.Actions {
		s.deeds.Add(s.decided(a, i < len(c.Actions)-1 || p.desk.asking()))
	}
	for _, n := range c.Notes {
		s.deeds.Add(kit.NewText(words.Text("moderation.note_by", "name", n.By, "when", p.momentText(n.At), "text", n.Text)))
	}
	for _, o := range c.Objections {
		lines := []string{words.Text("moderation.objection_by", "when", p.momentText(o.Received), "text", o.Text)}
		if o.Open() {
			lines = append(lines, words.Text("moderation.objection_open"))
		} else {
			key := "moderation.objection_upheld"
			if !o.Upheld {
				key = "moderation.objection_overruled"
			}
			lines = append(lines, words.Text(key, "name", o.DecidedBy.Name, "when", p.momentText(o.DecidedAt), "reason", o.Reason))
		}
		s.deeds.Add(kit.NewCard(kit.NewText(strings.Join(lines, "\n"))))
	}
	s.deeds.Hidden = len(s.deeds.Objects) == 0
	s.deeds.Refresh()
}

// showAround shows the record of the case, its end, and who else is here.
func (s *casePage) showAround() {
	p := s.page
	s.showHead()
	s.checklist.show()
	s.record.Objects = nil
	if len(p.desk.log) > 0 {
		s.record.Add(kit.NewSection(words.Text("moderation.record")))
		lines := make([]string, len(p.desk.log))
		for i, e := range p.desk.log {
			lines[i] = words.Text("moderation.record_line", "when", p.momentText(e.At), "event", words.Text("moderation.event_"+string(e.Event)), "name", e.Actor)
		}
		s.record.Add(kit.NewText(strings.Join(lines, "\n")))
		s.record.Add(kit.NewQuiet(words.Text("moderation.record_proves")))
	}
	s.record.Refresh()
	p.frame.middle.Refresh()
}

// decided is a decision as it was made: the answers it rests on, the editions,
// and, for an earlier one, what it was and what became of it.
func (s *casePage) decided(a moderation.Action, earlier bool) fyne.CanvasObject {
	p := s.page
	var lines []string
	if earlier {
		lines = append(lines, words.Text("moderation.earlier", "outcome", outcomeText(a.Outcome), "name", a.By.Name, "when", p.momentText(a.At)))
	}
	for _, answer := range []moderation.Answer{moderation.Yes, moderation.Doubt} {
		var names []string
		for n := 1; n <= moderation.Questions; n++ {
			if a.Answers.Of(n) == answer {
				names = append(names, p.sets.checklist.Question(n).Short)
			}
		}
		if len(names) > 0 {
			lines = append(lines, words.Text("moderation.answered_"+answer.String(), "questions", strings.Join(names, ", ")))
		}
	}
	if len(lines) == 0 || earlier && len(lines) == 1 {
		lines = append(lines, words.Text("moderation.answered_no"))
	}
	if a.Refused {
		lines = append(lines, words.Text("moderation.refused_by", "name", a.Second.Name, "when", p.momentText(a.SecondAt), "line", a.Answer))
	}
	if earlier && a.Reason != "" {
		lines = append(lines, "»"+a.Reason+"«")
	}
	cites := p.editionText(a.Sources.Checklist) + " (" + strings.ToLower(words.Text("moderation.checklist")) + ")"
	return kit.Column(-kit.Between, kit.NewText(strings.Join(lines, "\n")), kit.NewQuiet(cites))
}
