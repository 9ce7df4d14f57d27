package settings

import (
	"slices"

	"synlig/screens/kit"
	"synlig/screens/words"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// card is what stands in a section.
type card interface {
	content() fyne.CanvasObject
	refresh() // shows what is kept now
}

// section is one line of the list at the left and what it opens. Its name
// stands in the words under "settings.<key>".
type section struct {
	key  string
	icon fyne.Resource
	make func(p *Page) card
}

// group is sections for the same people, under one word.
type group struct {
	key      string
	sections []section
}

func groups() []group {
	return []group{
		{"for-you", []section{
			{"look", theme.ColorPaletteIcon(), func(p *Page) card { return newLookCard(p) }},
			{"person", kit.Icon("person"), func(p *Page) card { return newPersonCard(p) }},
		}},
		{"for-file", []section{
			{"file", theme.FolderIcon(), func(p *Page) card { return newFileCard(p) }},
			{"copies", theme.HistoryIcon(), func(p *Page) card { return newCopiesCard(p) }},
		}},
		{"for-all", []section{
			{"net", theme.DownloadIcon(), func(p *Page) card { return newNetCard(p) }},
			{"sites", theme.HomeIcon(), func(p *Page) card { return newSitesCard(p) }},
			{"words", theme.ListIcon(), func(p *Page) card { return newWordsCard(p) }},
			{"templates", theme.FileTextIcon(), func(p *Page) card { return newTemplatesCard(p) }},
		}},
	}
}

// prefSection is the key of the section that was open last: another file, or
// another language, makes the room anew.
const prefSection = "settings.section"

// sections is the room: the list at the left, or above where the window is
// narrow, and the section that is chosen.
type sections struct {
	page   *Page
	object fyne.CanvasObject

	all    []section
	lines  []*kit.Button // one for each section
	list   fyne.CanvasObject
	choice *kit.Select // the list where there is no room for it
	stack  *fyne.Container
	cards  []card // nil until first shown
	panes  []*container.Scroll
	chosen int
}

func newSections(p *Page) *sections {
	s := &sections{page: p, stack: container.NewStack(), chosen: -1}
	list := kit.Column(2)
	var names []string
	for i, g := range groups() {
		if i > 0 {
			list.Add(kit.Tall(kit.Between, container.NewWithoutLayout()))
		}
		list.Add(quietLine(words.Text("settings." + g.key)))
		for _, one := range g.sections {
			at := len(s.all)
			name := words.Text("settings." + one.key)
			line := kit.NewQuietButton(name, one.icon, func() { s.choose(at) })
			line.Alignment = widget.ButtonAlignLeading
			s.all, s.lines, names = append(s.all, one), append(s.lines, line), append(names, name)
			list.Add(line)
		}
	}
	s.cards, s.panes = make([]card, len(s.all)), make([]*container.Scroll, len(s.all))
	s.list = container.NewVScroll(kit.Padded(kit.Around, kit.Between, list))
	s.choice = kit.NewSelect(names, s.choose)
	s.object = container.New(&beside{s}, s.list, inset(s.choice), s.stack)
	s.choose(max(0, s.find(fyne.CurrentApp().Preferences().String(prefSection))))
	return s
}

// quietLine is the word over a group.
func quietLine(text string) fyne.CanvasObject {
	l := kit.NewQuiet(text)
	l.SizeName = theme.SizeNameCaptionText
	l.Wrapping = fyne.TextWrapOff
	return l
}

func (s *sections) find(key string) int {
	return slices.IndexFunc(s.all, func(one section) bool { return one.key == key })
}

// choose shows a section, which is made the first time.
func (s *sections) choose(at int) {
	if at == s.chosen {
		return
	}
	s.chosen = at
	if s.cards[at] == nil {
		s.cards[at] = s.all[at].make(s.page)
		s.panes[at] = container.NewVScroll(kit.Padded(kit.Around, kit.Around, kit.AtMost(720, kit.Column(0, s.cards[at].content()))))
	} else {
		s.cards[at].refresh()
	}
	for i, line := range s.lines {
		line.Importance = widget.LowImportance
		if i == at {
			line.Importance = widget.MediumImportance
		}
		line.Refresh()
	}
	s.choice.SetLabels(s.choice.Options, at)
	s.stack.Objects = []fyne.CanvasObject{s.panes[at]}
	s.stack.Refresh()
	fyne.CurrentApp().Preferences().SetString(prefSection, s.all[at].key)
}

// refresh shows what is kept now, in every section that was made.
func (s *sections) refresh() {
	for _, c := range s.cards {
		if c != nil {
			c.refresh()
		}
	}
}

// Widths at scale 1.
const (
	listWidth = 220 // the list of sections
	narrowest = 640 // a room with the list at its left
)

// beside puts the list at the left of the section, or a list that folds out
// above it.
type beside struct{ s *sections }

func (l *beside) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	list, choice, pane := objects[0], objects[1], objects[2]
	if size.Width >= kit.Scaled(narrowest) {
		choice.Hide()
		list.Show()
		width := kit.Scaled(listWidth)
		place(list, 0, 0, width, size.Height)
		place(pane, width, 0, size.Width-width, size.Height)
		return
	}
	list.Hide()
	choice.Show()
	height := choice.MinSize().Height
	place(choice, 0, 0, size.Width, height)
	place(pane, 0, height, size.Width, size.Height-height)
}

func place(o fyne.CanvasObject, x, y, width, height float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(width, height))
}

// MinSize leaves the rest to scrolling.
func (l *beside) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(objects[2].MinSize().Width, kit.Scaled(240))
}
