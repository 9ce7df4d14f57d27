package moderation

import (
	"strings"

	"synlig/data/moderation"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// copyReply puts the recorded reply on the clipboard. The first name is asked
// for, put in, and forgotten.
func (p *Page) copyReply() {
	a, ok := p.desk.c.Current()
	if !ok || a.Reply == "" {
		return
	}
	if !strings.Contains(a.Reply, "{"+moderation.FirstName+"}") {
		p.copied(a.Reply, "")
		return
	}
	p.askName("")
}

// askName asks for the first name; without one the greeting goes without.
func (p *Page) askName(typed string) {
	name := kit.NewEntry(words.Text("moderation.first_name_hint"))
	name.SetText(typed)
	said := kit.NewQuiet(words.Text("moderation.first_name_why"))
	var close func()
	copying := func() {
		if !p.copyWith(name.Text) {
			p.askName(name.Text) // what is wrong was said; here it is put right
		}
	}
	name.OnSubmitted = func(string) {
		close()
		copying()
	}
	close = p.host.Sheet(words.Text("moderation.copy"), 420,
		kit.Column(kit.Between, caption(words.Text("moderation.first_name_free")), name, said),
		kit.NewButton(words.Text("moderation.cancel"), nil, nil),
		kit.NewMainButton(words.Text("moderation.copy"), nil, copying))
	p.host.Canvas().Focus(name)
}

// copyWith copies the recorded reply with that first name, or without any.
// It tells whether nothing was in the way.
func (p *Page) copyWith(name string) bool {
	a, ok := p.desk.c.Current()
	switch {
	case !ok || a.Reply == "":
		return true
	case strings.TrimSpace(name) == "":
		return p.copied(greetless(a.Reply), "")
	}
	return p.copied(a.Reply, name)
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
