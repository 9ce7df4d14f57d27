package posts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"synlig/screens/kit"
	"synlig/screens/words"
)

// frame lays the page out: toolbar, list, the post, and at its right how it
// will look and what there is to say about it. Where there is no room for all,
// the right side goes under the post, and then the list behind a button.
type frame struct {
	widget.BaseWidget
	page   *Page
	listed bool // the list was opened where it has no room of its own
	bar    *fyne.Container
	list   *fyne.Container
	middle *fyne.Container // the face that is shown
	scroll *container.Scroll
	right  *fyne.Container
	beside *fyne.Container // where the right side stands
	below  *fyne.Container // and where when it goes under the post
	state  *fyne.Container // over all: loading, empty, fault
	lines  [3]*kit.Panel
	wide   bool
}

// Widths at scale 1.
const (
	listWidth  = 280
	slimList   = 250
	sideWidth  = 320
	wideSide   = 360
	writeLeast = 390 // the post needs this much beside the others
	readable   = 720 // and is no wider than this
)

func newFrame(p *Page) *frame {
	f := &frame{page: p, state: container.NewStack(), below: container.NewStack(), beside: container.NewStack(), middle: container.NewStack()}
	f.bar = kit.On(kit.ColorGround, p.bar.content)
	f.list = kit.On(kit.ColorSurface, p.list.content)
	f.scroll = container.NewVScroll(kit.Padded(kit.Around, kit.Around, kit.AtMost(readable,
		kit.Column(kit.Groups, p.writing.content, f.below))))
	f.right = container.NewStack(f.beside)
	for i := range f.lines {
		f.lines[i] = kit.NewPanel(kit.ColorLine, "", 0)
	}
	f.ExtendBaseWidget(f)
	f.cover(container.NewStack())
	return f
}

// cover shows something over the whole page; nil shows the work.
func (f *frame) cover(o fyne.CanvasObject) {
	f.state.Objects = nil
	if o != nil {
		f.state.Objects = []fyne.CanvasObject{kit.On(kit.ColorGround, o)}
	}
	f.state.Hidden = o == nil
	f.Refresh()
}

func (f *frame) showWork() {
	if !f.state.Hidden {
		f.cover(nil)
	}
}

func (f *frame) showLoading() {
	f.cover(container.NewCenter(kit.NewQuiet(words.Text("posts.loading"))))
}

// showEmpty says what the room is for and what to do first.
func (f *frame) showEmpty() {
	p := f.page
	f.cover(kit.NewEmpty(p.Icon(), words.Text("posts.empty"),
		kit.NewMainButton(words.Text("posts.new"), nil, p.askNew),
		kit.NewButton(words.Text("posts.see-example"), nil, p.seeExample)))
}

// showFault says what went wrong with the reading and offers to read again.
func (f *frame) showFault(err error) {
	f.cover(kit.NewEmpty(f.page.Icon(), words.Fault(err),
		kit.NewMainButton(words.Text("posts.again"), nil, f.page.Reload), nil))
}

// toggle opens or shuts the list where it has no room of its own.
func (f *frame) toggle() {
	f.listed = !f.listed
	f.Refresh()
	if f.listed {
		f.page.host.Canvas().Focus(f.page.list.rows)
	}
}

func (f *frame) shut() {
	if f.listed {
		f.listed = false
		f.Refresh()
	}
}

// plan is what has room in a width.
type plan struct {
	list, side float32 // widths; 0 for none
	over       bool    // the list covers the rest
}

func (f *frame) plan(width float32) plan {
	units := width / kit.Scaled(1)
	switch {
	case units >= listWidth+writeLeast+sideWidth+120:
		return plan{list: kit.Scaled(listWidth), side: kit.Scaled(wideSide)}
	case units >= listWidth+writeLeast+sideWidth:
		return plan{list: kit.Scaled(listWidth), side: kit.Scaled(sideWidth)}
	case units >= slimList+writeLeast:
		return plan{list: kit.Scaled(slimList)}
	case f.listed:
		return plan{list: width, over: true}
	}
	return plan{}
}

// CreateRenderer lays the parts out.
func (f *frame) CreateRenderer() fyne.WidgetRenderer { return &frameRenderer{f} }

type frameRenderer struct{ frame *frame }

func (r *frameRenderer) MinSize() fyne.Size { return fyne.NewSize(200, 200) }
func (r *frameRenderer) Destroy()           {}
func (r *frameRenderer) Objects() []fyne.CanvasObject {
	f := r.frame
	return []fyne.CanvasObject{f.bar, f.list, f.middle, f.right, f.lines[0], f.lines[1], f.lines[2], f.state}
}

func (r *frameRenderer) Layout(size fyne.Size) {
	f := r.frame
	f.state.Resize(size)
	if f.state.Visible() {
		for _, o := range []fyne.CanvasObject{f.bar, f.list, f.middle, f.right, f.lines[0], f.lines[1], f.lines[2]} {
			setVisible(o, false)
		}
		return
	}
	setVisible(f.bar, true)
	setVisible(f.lines[2], true)
	plan := f.plan(size.Width)
	setVisible(f.page.bar.lists, plan.list == 0 || plan.over)
	top := f.page.bar.height(size.Width)
	put(f.bar, 0, 0, size.Width, top)
	put(f.lines[2], 0, top, size.Width, 1)
	top++
	height := max(size.Height-top, 0)
	f.face(plan.side > 0)
	left, right := plan.list, size.Width
	if f.page.view == viewWriting && f.page.draft.open {
		right -= plan.side
	}
	setHidden(f.list, plan.list == 0)
	put(f.list, 0, top, plan.list, height)
	setHidden(f.lines[0], plan.list == 0)
	put(f.lines[0], left, top, 1, height)
	setHidden(f.middle, plan.over)
	put(f.middle, left+1, top, max(right-left-1, 0), height)
	setHidden(f.right, right == size.Width)
	put(f.right, right+1, top, max(size.Width-right-1, 0), height)
	setHidden(f.lines[1], right == size.Width)
	put(f.lines[1], right, top, 1, height)
}

// face puts the face that is chosen in the middle, and the post's right side
// where it belongs.
func (f *frame) face(beside bool) {
	var face fyne.CanvasObject
	switch p := f.page; {
	case p.view == viewCalendar:
		face = p.schedule.content
	case p.view == viewFigures:
		face = p.figures.content
	case p.draft.open:
		face = f.scroll
	default:
		face = p.writing.nothing
	}
	if len(f.middle.Objects) != 1 || f.middle.Objects[0] != face {
		f.middle.Objects = []fyne.CanvasObject{face}
		f.middle.Refresh()
	}
	if beside == f.wide && len(f.beside.Objects)+len(f.below.Objects) > 0 {
		return
	}
	f.wide = beside
	f.beside.Objects, f.below.Objects = nil, nil
	if side := f.page.side; beside {
		half := func(o fyne.CanvasObject) fyne.CanvasObject {
			return container.NewVScroll(kit.Padded(kit.Around-4, kit.Around, o))
		}
		f.beside.Objects = []fyne.CanvasObject{container.New(halves{}, half(side.upper), kit.NewPanel(kit.ColorLine, "", 0), half(side.lower))}
	} else {
		f.below.Objects = []fyne.CanvasObject{kit.Column(kit.Groups, side.lower, side.upper)}
	}
	f.right.Refresh()
	f.below.Refresh()
}

// Refresh lays out anew: another face, or another text size.
// Refresh waits for a size: before the window stands everything is laid out
// once, not at each thing that is read.
func (r *frameRenderer) Refresh() {
	if r.frame.Size().IsZero() {
		return
	}
	r.Layout(r.frame.Size())
	for _, o := range r.Objects() {
		if o.Visible() {
			o.Refresh()
		}
	}
}

func put(o fyne.CanvasObject, x, y, width, height float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(width, height))
}

func setHidden(o fyne.CanvasObject, hidden bool) { setVisible(o, !hidden) }
