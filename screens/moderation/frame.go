package moderation

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"synlig/screens/kit"
	"synlig/screens/words"
)

// frame lays the page out: queue, case, and at the right what is recommended.
// Where there is no room for all, the right side goes under the checklist, and
// then the queue goes away while a case is open.
type frame struct {
	widget.BaseWidget
	page   *Page
	queue  *fyne.Container
	middle *container.Scroll
	right  *container.Scroll
	below  *fyne.Container // where the right side goes when it goes under
	state  *fyne.Container // over all: empty, fault
	lines  [2]*kit.Panel
	under  bool
}

// Widths at scale 1.
const (
	queueWidth  = 280
	adviceWidth = 368
	readable    = 380 // the case needs this much beside the others
	caseWidth   = 720 // and is no wider than this
)

func newFrame(p *Page) *frame {
	f := &frame{page: p, state: container.NewStack(), below: container.NewStack()}
	f.queue = kit.On(kit.ColorSurface, p.queue.content)
	f.middle = container.NewVScroll(kit.Padded(kit.Around, kit.Around, kit.AtMost(caseWidth, p.sheet.build(f.below))))
	f.right = container.NewVScroll(nil)
	f.lines = [2]*kit.Panel{kit.NewPanel(kit.ColorLine, "", 0), kit.NewPanel(kit.ColorLine, "", 0)}
	f.state.Hide()
	f.ExtendBaseWidget(f)
	f.place(false)
	return f
}

// place puts the right side where there is room for it.
func (f *frame) place(under bool) {
	side := kit.Padded(kit.Around, kit.Around, f.page.advice.content)
	if f.under = under; under {
		f.right.Content = container.NewStack()
		f.below.Objects = []fyne.CanvasObject{f.page.advice.content}
	} else {
		f.below.Objects = nil
		f.right.Content = side
	}
	f.right.Refresh()
	f.below.Refresh()
}

// showWork shows the queue, or what the room is for when there is nothing.
func (f *frame) showWork() {
	if f.page.shelf.empty() {
		f.cover(kit.NewEmpty(f.page.Icon(), words.Text("moderation.empty"),
			kit.NewMainButton(words.Text("moderation.paste_new"), nil, f.page.askComment), nil))
		return
	}
	f.cover(nil)
}

// showFault says what went wrong with the reading and offers to read again.
func (f *frame) showFault(err error) {
	f.cover(kit.NewEmpty(f.page.Icon(), words.Fault(err),
		kit.NewMainButton(words.Text("moderation.again"), nil, f.page.Reload), nil))
}

func (f *frame) cover(o fyne.CanvasObject) {
	f.state.Objects = nil
	if o != nil {
		f.state.Objects = []fyne.CanvasObject{kit.On(kit.ColorGround, o)}
	}
	f.state.Hidden = o == nil
	f.Refresh()
}

// top scrolls the case to its beginning.
func (f *frame) top() { f.middle.ScrollToTop() }

// CreateRenderer lays the parts out.
func (f *frame) CreateRenderer() fyne.WidgetRenderer { return &frameRenderer{f} }

type frameRenderer struct{ frame *frame }

func (r *frameRenderer) MinSize() fyne.Size { return fyne.NewSize(200, 200) }
func (r *frameRenderer) Destroy()           {}
func (r *frameRenderer) Objects() []fyne.CanvasObject {
	f := r.frame
	return []fyne.CanvasObject{f.queue, f.middle, f.right, f.lines[0], f.lines[1], f.state}
}

func (r *frameRenderer) Refresh() {
	r.Layout(r.frame.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}

func (r *frameRenderer) Layout(size fyne.Size) {
	f, units := r.frame, size.Width/kit.Scaled(1)
	beside := units >= queueWidth+readable+adviceWidth
	listed := beside || units >= queueWidth+readable || f.page.desk.c.ID == 0
	if f.under == beside {
		f.place(!beside)
	}
	x, end := float32(0), size.Width
	setVisible(f.queue, listed)
	setVisible(f.lines[0], listed)
	setVisible(f.right, beside)
	setVisible(f.lines[1], beside)
	if listed {
		width := kit.Scaled(queueWidth)
		if units < queueWidth+readable {
			width = size.Width
		}
		put(f.queue, 0, width, size.Height)
		put(f.lines[0], width, 1, size.Height)
		x = width + 1
	}
	if beside {
		end -= kit.Scaled(adviceWidth)
		put(f.right, end, size.Width-end, size.Height)
		put(f.lines[1], end-1, 1, size.Height)
		end--
	}
	setVisible(f.middle, x < end)
	put(f.middle, x, max(end-x, 0), size.Height)
	f.state.Resize(size)
}

// setVisible shows or hides. Show draws anew, so it is called only where
// something changes.
func setVisible(o fyne.CanvasObject, visible bool) {
	switch {
	case visible && !o.Visible():
		o.Show()
	case !visible && o.Visible():
		o.Hide()
	}
}

func put(o fyne.CanvasObject, x, width, height float32) {
	o.Move(fyne.NewPos(x, 0))
	o.Resize(fyne.NewSize(width, height))
}
