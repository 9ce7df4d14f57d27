package moderation

import (
	"strings"

	"synlig/data/moderation"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// copyReply puts the recorded reply on the clipboard. The first name is asked
// for here, put in, and forgotten; without one the greeting goes without.
func (p *Page) copyReply() {
	a, ok := p.desk.c.Current()
	if !ok || a.Reply == "" {
		return
	}
	if !strings.Contains(a.Reply, "{"+moderation.FirstName+"}") {
		p.copied(a.Reply, "")
		return
	}
	name := kit.NewEntry(words.Text("moderation.first_name_hint"))
	said := kit.NewQuiet(words.Text("moderation.first_name_why"))
	var close func()
	copying := func() {
		if p.copied(a.Reply, name.Text) {
			close()
		}
	}
	name.OnSubmitted = func(string) { copying() }
	close = p.host.Sheet(words.Text("moderation.copy"), 420,
		kit.Column(kit.Between, caption(words.Text("moderation.first_name")), name, said),
		kit.NewButton(words.Text("moderation.without_name"), nil, func() { p.copied(greetless(a.Reply), "") }),
		kit.NewMainButton(words.Text("moderation.copy"), nil, func() {
			if !p.copied(a.Reply, name.Text) {
				p.copyReply() // what is wrong was said; here it is put right
			}
		}))
	p.host.Canvas().Focus(name)
}

// copyWith copies the recorded reply with that first name, or without any.
func (p *Page) copyWith(name string) {
	a, ok := p.desk.c.Current()
	switch {
	case !ok || a.Reply == "":
	case strings.TrimSpace(name) == "":
		p.copied(greetless(a.Reply), "")
	default:
		p.copied(a.Reply, name)
	}
}

// copied fills the first name in, looks at the whole once more, copies, and
// keeps that it was copied – not the name.
func (p *Page) copied(recorded, name string) bool {
	filled := moderation.Template{Text: recorded}.Fill(map[string]string{moderation.FirstName: name}, "", p.office.ReplyRules())
	if !filled.Ready() {
		problem := filled.Problems[0]
		p.host.Say(words.Text("moderation.problem_"+problem.Code, "slot", problem.Slot, "words", strings.Join(problem.Words, ", ")), "", nil)
		return false
	}
	p.options.Copy(filled.Copy)
	p.step(p.office.Copied)
	p.host.Say(words.Text("moderation.copied"), "", nil)
	return true
}

// greetless is a reply whose greeting names nobody: "Hej {fornavn}." → "Hej.".
func greetless(reply string) string {
	return strings.ReplaceAll(strings.ReplaceAll(reply, " {"+moderation.FirstName+"}", ""), "{"+moderation.FirstName+"}", "")
}
