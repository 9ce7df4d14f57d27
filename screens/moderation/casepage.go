package moderation

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"synlig/screens/kit"
	"synlig/screens/words"
)

// casePage is a case from top to bottom: the comment, the checklist, what was
// done, and the record.
type casePage struct {
	page      *Page
	content   *fyne.Container // everything of a case, under each other
	none      *fyne.Container // shown when no case is open
	head      *fyne.Container
	comment   *widget.Label
	checklist *checklist
	deeds     *fyne.Container
	pictures  *fyne.Container
	shots     map[int64]fyne.CanvasObject // of the open case, so that they are read once
	record    *fyne.Container
}

func newCasePage(p *Page) *casePage {
	s := &casePage{page: p, head: kit.Column(-kit.Within), deeds: kit.Column(kit.Between), record: kit.Column(kit.Within)}
	s.comment = kit.NewText("")
	s.comment.SizeName = theme.SizeNameSubHeadingText
	s.comment.Selectable = true
	s.checklist = newChecklist(p)
	s.none = kit.Column(kit.Between)
	s.pictures, s.shots = kit.Column(kit.Between), map[int64]fyne.CanvasObject{}
	return s
}

// build lays the parts under each other; below is where the advice goes when
// there is no room beside.
func (s *casePage) build(below fyne.CanvasObject) fyne.CanvasObject {
	card := kit.NewCard(s.comment)
	s.content = kit.Column(kit.Groups, kit.Column(kit.Between, s.head, card), s.checklist, below, s.deeds, s.pictures, s.record)
	s.content.Hide()
	s.none.Add(kit.NewQuiet(words.Text("moderation.choose")))
	return container.NewStack(s.none, s.content)
}

// show shows the open case, or that there is none.
func (s *casePage) show() {
	c := s.page.desk.c
	if s.content == nil {
		return
	}
	if c.ID == 0 {
		s.content.Hide()
		s.none.Show()
		return
	}
	s.none.Hide()
	s.content.Show()
	s.comment.SetText(c.Comment.Text())
	s.showHead()
	s.checklist.show()
	s.showDeeds()
	s.showPictures()
	s.showAround()
	s.page.frame.Refresh()
}

// showHead says where the comment stands, and whose case it is.
func (s *casePage) showHead() {
	p, c := s.page, s.page.desk.c
	parts := []string{words.Text("moderation.seen", "when", p.momentText(c.Seen))}
	if c.Post != "" {
		parts = append([]string{words.Text("moderation.under_post", "post", c.Post)}, parts...)
	}
	if c.Owner.ID != 0 {
		parts = append(parts, words.Text("moderation.owned", "name", c.Owner.Name))
	}
	if !c.Deadline.IsZero() {
		parts = append(parts, words.Text("moderation.deadline", "day", p.dayText(c.Deadline)))
	}
	title := widget.NewLabelWithStyle(c.Alias, fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	title.SizeName = theme.SizeNameSubHeadingText
	state := widget.NewLabel(stateText(c.State))
	state.SizeName = theme.SizeNameSubHeadingText // on one line with the name
	state.Importance = widget.HighImportance
	back := kit.NewQuietButton(words.Text("moderation.to_queue"), theme.NavigateBackIcon(), p.desk.clear)
	more := kit.NewQuietButton(words.Text("moderation.more"), theme.MenuDropDownIcon(), nil)
	more.OnTapped = func() { p.showMenu(more) }
	back.Hidden = p.frame.queue.Visible()
	cover := kit.NewQuietButton(words.Text("moderation.cover"), theme.VisibilityOffIcon(), s.cover)
	cover.Hidden = !p.desk.asking()
	line := container.NewHBox(back, title, state, layout.NewSpacer(), cover, more)
	s.head.Objects = []fyne.CanvasObject{line, kit.NewQuiet(strings.Join(parts, " · "))}
	if others := p.desk.others; len(others) > 0 {
		names := make([]string, len(others))
		for i, o := range others {
			names[i] = o.Name
		}
		here := kit.NewText(words.Text("moderation.others", "names", strings.Join(names, ", ")))
		here.Importance = widget.WarningImportance
		s.head.Objects = append(s.head.Objects, here)
	}
	s.head.Refresh()
}

// settle gives every part the height it wants now.
func (s *casePage) settle() {
	if s.content != nil {
		s.content.Refresh()
		s.page.frame.middle.Refresh()
	}
}

// begin puts the keyboard where the work goes on: at the checklist.
func (s *casePage) begin() {
	if s.page.desk.asking() {
		s.page.host.Canvas().Focus(s.checklist)
	}
}
