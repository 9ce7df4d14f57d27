package moderation

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"synlig/data/moderation"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// advice is the right side while the checklist is answered: what is
// recommended by which rule, what happens now, what the person chooses, the
// reply, and what was done with comments like it. Once it is decided, it shows
// what is to be done in which order.
type advice struct {
	page    *Page
	content *fyne.Container
	verdict *fyne.Container
	choosing
	reply *reply
	steps *fyne.Container
	alike *fyne.Container
}

func newAdvice(p *Page) *advice {
	a := &advice{page: p, verdict: kit.Column(0), steps: kit.Column(kit.Between), alike: kit.Column(kit.Between)}
	a.choosing.build(a)
	a.reply = newReply(p)
	a.content = kit.Column(kit.Around, a.verdict, a.choosing.content, a.reply.content, a.noting, a.steps, a.alike)
	return a
}

// fresh forgets what was chosen for another case.
func (a *advice) fresh() {
	a.choosing.clear()
	a.reply.clear()
}

// show shows what belongs to the step the case is at.
func (a *advice) show() {
	d := &a.page.desk
	asking := d.asking()
	a.verdict.Hidden, a.choosing.content.Hidden, a.reply.content.Hidden, a.noting.Hidden = !asking, !asking, !asking, !asking
	a.steps.Hidden = d.c.ID == 0 || asking
	a.alike.Hidden = d.c.ID == 0
	if asking {
		a.showVerdict()
		a.choosing.show()
		a.reply.offer(d.advised, a.outcome())
		a.noting.Hidden = a.outcome() == ""
		a.reply.content.Hidden = a.noting.Hidden || a.outcome().Open() // nothing to reply yet
	} else {
		a.showSteps()
	}
	a.settle()
}

// settle gives every part the height it wants now: text that wraps knows its
// height only in its width.
func (a *advice) settle() {
	for range 2 {
		a.content.Refresh()
		if f := a.page.frame; f != nil && f.right.Content != nil {
			f.right.Content.Refresh()
			f.right.Refresh()
		}
	}
}

// outcome is what would be done: what the person chose, else what is
// recommended.
func (a *advice) outcome() moderation.Outcome {
	if a.chosen != "" {
		return a.chosen
	}
	if o := a.page.desk.advised.Outcome; slices.Contains(moderation.Choices(), o) {
		return o
	}
	return ""
}

// showVerdict says what the checklist recommends, by which rule, and what
// happens now.
func (a *advice) showVerdict() {
	r, p := a.page.desk.advised, a.page
	a.verdict.Objects = []fyne.CanvasObject{caption(words.Text("moderation.recommended"))}
	add := func(o ...fyne.CanvasObject) { a.verdict.Objects = append(a.verdict.Objects, o...) }
	if r.Outcome == "" {
		add(kit.NewQuiet(words.Text("moderation.recommended_none")))
		return
	}
	outcome := kit.NewSection(outcomeText(r.Outcome))
	if r.Stopped {
		outcome.Importance = widget.DangerImportance
		add(container.NewBorder(nil, nil, widget.NewIcon(theme.NewErrorThemedResource(theme.WarningIcon())), nil, outcome))
	} else {
		add(outcome)
	}
	if r.Main.Question != 0 {
		add(kit.NewQuiet(words.Text("moderation.because", "question", p.sets.checklist.Question(r.Main.Question).Short, "answer", strings.ToLower(answerText(r.Main.Answer)))))
	}
	if len(r.Rules) > 0 {
		lines := make([]string, len(r.Rules))
		for i, rule := range r.Rules {
			lines[i] = words.Text("moderation.rule", "number", number(rule.Number), "title", rule.Title)
		}
		add(kit.Column(-kit.Between, kit.NewText(strings.Join(lines, "\n")), kit.NewQuiet(p.editionText(p.sets.rules.Edition))))
	}
	if text := equalityText(r.Equality); text != "" {
		note := kit.NewText(text)
		if r.Equality == moderation.EqualityFailed {
			note.Importance = widget.WarningImportance
		}
		add(note)
	}
	if len(r.Do) > 0 {
		add(doList(r.Do))
	}
	if also := a.alsoText(r); also != "" {
		add(kit.NewQuiet(also))
	}
	if !r.Complete() {
		add(kit.NewQuiet(words.Count("moderation.left", a.left())))
	}
}

// left is how many questions have no answer yet.
func (a *advice) left() (n int) {
	for _, q := range a.page.sets.checklist.Asked(a.page.desk.answers, a.chosen) {
		if a.page.desk.answers.Of(q) == moderation.Unanswered {
			n++
		}
	}
	return n
}

func equalityText(e moderation.Equality) string {
	if e == moderation.EqualityNone {
		return ""
	}
	return words.Text("moderation.equality_" + string(e))
}

// doList is what happens now, in order.
func doList(codes []string) fyne.CanvasObject {
	lines := make([]string, len(codes))
	for i, code := range codes {
		lines[i] = number(i+1) + ". " + words.Text("moderation.do_"+code)
	}
	return kit.Padded(kit.Within, 0, kit.Column(0, caption(words.Text("moderation.now")), kit.NewText(strings.Join(lines, "\n"))))
}

// alsoText names the later questions that were hit.
func (a *advice) alsoText(r moderation.Recommendation) string {
	var names []string
	for _, h := range r.Also {
		names = append(names, a.page.sets.checklist.Question(h.Question).Short)
	}
	if len(names) == 0 {
		return ""
	}
	return words.Text("moderation.also", "questions", strings.Join(names, ", "))
}

// showAlike shows what was done with comments like this one.
func (a *advice) showAlike() {
	a.alike.Objects = nil
	if len(a.page.desk.alike) > 0 {
		a.alike.Add(caption(words.Text("moderation.alike")))
	}
	for _, e := range a.page.desk.alike {
		said := words.Text("moderation.alike_line", "outcome", outcomeText(e.Outcome), "day", a.page.dayText(e.At))
		if e.Overruled {
			said += " " + words.Text("moderation.alike_overruled")
		}
		open := kit.NewQuietButton(words.Text("moderation.alike_open"), nil, func() { a.page.desk.open(e.Case) })
		text := kit.NewQuiet("»" + excerpt(e.Text, 120) + "«")
		a.alike.Add(kit.NewCard(kit.Column(kit.Within, kit.NewText(said), text, container.NewHBox(open))))
	}
	a.settle()
}

// excerpt is the beginning of a text in one line.
func excerpt(text string, letters int) string {
	runes := []rune(strings.Join(strings.Fields(text), " "))
	if len(runes) <= letters {
		return string(runes)
	}
	return strings.TrimRight(string(runes[:letters]), " ") + "…"
}

// begin puts the keyboard where the decision is made: in the first field that
// needs words. It tells whether there is one; else the main action is what is
// left.
func (a *advice) begin() bool {
	field := a.reply.first()
	if field == nil || !a.page.desk.asking() {
		return false
	}
	a.page.host.Canvas().Focus(field)
	return true
}
