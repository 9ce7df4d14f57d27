package survey

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"synlig/screens/kit"
	"synlig/screens/words"
)

// frame lays the page out: the filter bar and the views' names above, the view
// below; over all of it what is shown when there is nothing, when something went
// wrong, or when a file is taken in.
type frame struct {
	widget.BaseWidget
	page    *Page
	bar     *bar
	tabs    *tabs
	scrolls []*scrolled       // of each view, so that each keeps its place
	slots   []*fyne.Container // where the head goes in each view when it scrolls along
	head    fyne.CanvasObject
	above   *fyne.Container // where it stands otherwise
	middle  *fyne.Container
	state   *fyne.Container
	all     *fyne.Container
	along   bool // the head scrolls with the view: it takes too much of a small window
}

// viewWidth is how wide a view may be, at scale 1.
const viewWidth = 1080

func newFrame(p *Page) *frame {
	f := &frame{page: p, bar: newBar(p), middle: container.NewStack(), state: container.NewStack()}
	labels := make([]string, len(p.views))
	for i := range p.views {
		labels[i] = text("view_" + viewKeys[i])
		content := kit.Padded(kit.Around, kit.Around, kit.AtMost(viewWidth, p.views[i].content()))
		f.slots = append(f.slots, container.NewStack())
		f.scrolls = append(f.scrolls, newScrolled(kit.Column(0, f.slots[i], content)))
	}
	f.tabs = newTabs(labels, p.look)
	head := kit.Padded(kit.Between, kit.Around, kit.Column(kit.Within, f.bar.content, f.tabs))
	line := kit.Slim(1, 1, kit.NewPanel(kit.ColorLine, "", 0))
	f.head = container.NewBorder(nil, line, nil, nil, head)
	f.above = container.NewStack(f.head)
	f.all = container.New(&frameLayout{f}, f.above, f.middle)
	f.state.Hide()
	f.ExtendBaseWidget(f)
	f.showView()
	return f
}

// showView shows the view that was chosen.
func (f *frame) showView() {
	f.tabs.setChosen(f.page.at)
	f.middle.Objects = []fyne.CanvasObject{f.scrolls[f.page.at]}
	f.place()
	f.middle.Refresh()
}

// place puts the head above the view, or into it.
func (f *frame) place() {
	f.above.Objects = nil
	for _, slot := range f.slots {
		slot.Objects = nil
	}
	if f.along {
		f.slots[f.page.at].Objects = []fyne.CanvasObject{f.head}
	} else {
		f.above.Objects = []fyne.CanvasObject{f.head}
	}
}

// frameLayout puts the head above the view, as high as it is in the width there
// is; in large type in a small window it scrolls along instead.
type frameLayout struct{ frame *frame }

// headShare is how much of the room's height the head may take.
const headShare = 0.45

func (l *frameLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(1, 1) }

func (l *frameLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	f := l.frame
	height := settle(f.head, size.Width)
	if along := height > headShare*size.Height; along != f.along {
		f.along = along
		f.place()
	}
	if f.along {
		height = 0
	}
	objects[0].Move(fyne.Position{})
	objects[0].Resize(fyne.NewSize(size.Width, height))
	objects[1].Move(fyne.NewPos(0, height))
	objects[1].Resize(fyne.NewSize(size.Width, max(size.Height-height, 0)))
}

// showWork shows the survey, or what the room is for when there is none.
func (f *frame) showWork() {
	if f.page.intake != nil {
		f.cover(f.page.intake.content)
		return
	}
	there := f.page.lens != nil
	if !there && f.page.at != viewQuestionnaire {
		f.cover(kit.NewEmpty(f.page.Icon(), text("empty"),
			kit.NewMainButton(text("import"), nil, f.page.askFile),
			kit.NewButton(text("see_example"), nil, f.page.addExample)))
		return
	}
	f.cover(nil)
	setVisible(f.bar.content, there) // the questionnaire comes before there is a survey
	if there {
		f.bar.show()
	}
	f.all.Refresh()
}

// showCounts says for the view how many answered its question.
func (f *frame) showCounts() {
	f.bar.showCounts()
	f.all.Layout.Layout(f.all.Objects, f.all.Size())
	f.scrolls[f.page.at].settle()
}

// showFault says what went wrong with the reading and offers to read again.
func (f *frame) showFault(err error) {
	f.cover(kit.NewEmpty(f.page.Icon(), words.Fault(err), kit.NewMainButton(text("again"), nil, f.page.Reload), nil))
}

func (f *frame) cover(o fyne.CanvasObject) {
	f.state.Objects = nil
	if o != nil {
		f.state.Objects = []fyne.CanvasObject{kit.On(kit.ColorGround, o)}
	}
	f.state.Hidden = o == nil
	f.all.Hidden = o != nil
	f.Refresh()
}

// top scrolls the view to its beginning.
func (f *frame) top() { f.scrolls[f.page.at].scroll.ScrollToTop() }

func (f *frame) dressed() {
	f.Refresh()
	f.page.figures()
}

// CreateRenderer shows the parts.
func (f *frame) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(modest{}, f.all, f.state))
}

// modest gives everything the whole room and asks for little: what does not fit
// scrolls rather than pushing the window.
type modest struct{}

func (modest) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 200) }
func (modest) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.Position{})
		o.Resize(size)
	}
}
