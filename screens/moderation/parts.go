package moderation

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"synlig/screens/kit"
	"synlig/screens/words"
)

// part is one of the three parts of the room.
type part int

// The parts, as they stand beside each other at the top.
const (
	partComments part = iota
	partRules
	partReport
)

// parts is the choice at the top of the room and what it shows. The rules and
// the report are made when they are first looked at.
type parts struct {
	page   *Page
	choice *kit.Choice
	shown  part
	stack  *fyne.Container
	rules  *rules
	report *report
}

var partKeys = []string{"part_comments", "part_rules", "part_report"}

// build is the whole room.
func (s *parts) build(p *Page, comments fyne.CanvasObject) fyne.CanvasObject {
	s.page = p
	labels := make([]string, len(partKeys))
	for i, key := range partKeys {
		labels[i] = words.Text("moderation." + key)
	}
	s.choice = kit.NewChoice(labels, 0, func(index int) { s.choose(part(index)) })
	s.stack = container.NewStack(comments)
	line := kit.NewPanel(kit.ColorLine, "", 0)
	bar := kit.On(kit.ColorSurface, container.NewBorder(nil, kit.Tall(1, line), nil, nil, kit.Padded(kit.Within, kit.Between, container.NewHBox(kit.Wide(480, s.choice)))))
	return container.NewBorder(bar, nil, nil, nil, s.stack)
}

// choose shows another part. What is being written in the one before is kept.
func (s *parts) choose(to part) {
	if to == s.shown {
		return
	}
	if s.shown == partRules {
		s.rules.settle()
	}
	s.shown = to
	s.choice.SetChosen(int(to))
	switch {
	case to == partRules && s.rules == nil:
		s.rules = newRules(s.page)
	case to == partReport && s.report == nil:
		s.report = newReport(s.page)
	}
	switch to {
	case partRules:
		s.stack.Objects = []fyne.CanvasObject{s.rules.content}
		s.rules.read()
	case partReport:
		s.stack.Objects = []fyne.CanvasObject{s.report.content}
		s.report.read()
	default:
		s.stack.Objects = []fyne.CanvasObject{s.page.frame}
		s.page.Reload()
	}
	s.stack.Refresh()
	s.page.host.Refresh()
}

// Print prints what is in front (Ctrl+P): the open case, the rules, the report.
func (p *Page) Print() {
	switch {
	case p.parts.shown == partRules:
		p.parts.rules.print()
	case p.parts.shown == partReport:
		p.parts.report.print()
	case p.desk.c.ID != 0:
		p.exportCase()
	default:
		p.parts.choose(partReport)
		p.parts.report.print()
	}
}

// Undo takes back in the rules that are being written.
func (p *Page) Undo() {
	if d := p.parts.desk(); d != nil {
		d.Undo()
	}
}

// Redo does it again.
func (p *Page) Redo() {
	if d := p.parts.desk(); d != nil {
		d.Redo()
	}
}

// Unsaved tells whether something is written in the rules that is not kept.
func (p *Page) Unsaved() bool { return p.parts.rules != nil && p.parts.rules.unsaved() }

// Save keeps it.
func (p *Page) Save() error {
	if p.parts.rules == nil {
		return nil
	}
	return p.parts.rules.save()
}

// desk is the document in front, nil for none.
func (s *parts) desk() Desk {
	if s.shown != partRules || s.rules == nil {
		return nil
	}
	return s.rules.front()
}

// reload reads the part in front again, after a colleague's saving.
func (s *parts) reload() {
	switch {
	case s.shown == partRules && s.rules != nil:
		s.rules.reload()
	case s.shown == partReport && s.report != nil:
		s.report.read()
	}
}
