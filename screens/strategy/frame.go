package strategy

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"synlig/screens/kit"
	"synlig/screens/words"
)

// frame lays the page out: toolbar, outline, document, changes. Where there is
// no room for all, the document stays and the toolbar has a button for what is
// hidden.
type frame struct {
	widget.BaseWidget
	page    *Page
	side    side // what a person opened where not all fits
	outline *fyne.Container
	paper   *fyne.Container
	changes *fyne.Container
	bar     *fyne.Container
	done    *fyne.Container // what was just written, and the way to it; hidden else
	strip   *fyne.Container // the switches of what if; hidden else
	state   *fyne.Container // over all: loading, empty, fault, choosing files
	lines   [2]*kit.Panel
}

// side is a panel beside the document.
type side int

const (
	sideNone side = iota
	sideOutline
	sideChanges
)

// Widths at scale 1.
const (
	outlineWidth = 220
	changesWidth = 320
	doneHeight   = 42  // height of the line that says what was written
	readable     = 400 // the document needs this much beside a panel
)

func newFrame(p *Page) *frame {
	f := &frame{page: p, state: container.NewStack(), done: container.NewStack(), strip: container.NewStack()}
	f.done.Hide()
	f.strip.Hide()
	f.outline = container.NewBorder(kit.Padded(kit.Between+2, kit.Around, kit.NewCaption(words.Text("strategy.outline"))), nil, nil, nil, p.outline.rows)
	f.paper = container.New(&sheetLayout{p.paper}, kit.NewPanel(kit.ColorSurface, kit.ColorLine, 0), p.paper.rows, p.paper.head)
	f.changes = container.NewBorder(p.cards.filter.content, nil, nil, nil, p.cards.rows)
	f.bar = kit.On(kit.ColorGround, p.bar.content)
	f.lines = [2]*kit.Panel{kit.NewPanel(kit.ColorLine, "", 0), kit.NewPanel(kit.ColorLine, "", 0)}
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
	for _, part := range []fyne.CanvasObject{f.outline, f.paper, f.changes, f.bar, f.done, f.strip, f.lines[0], f.lines[1]} {
		if o != nil {
			part.Hide()
		}
	}
	f.Refresh()
}

// showWork shows the document.
func (f *frame) showWork() { f.cover(nil) }

// showLoading says that the text is on its way.
func (f *frame) showLoading() {
	f.cover(container.NewCenter(kit.NewQuiet(f.page.about("strategy.loading"))))
}

// showEmpty says what the room is for and what to do first.
func (f *frame) showEmpty() {
	f.cover(kit.NewEmpty(f.page.Icon(), f.page.about("strategy.empty"),
		kit.NewMainButton(words.Text("strategy.compare_files"), nil, f.page.compareFiles),
		kit.NewButton(words.Text("strategy.see_example"), nil, f.page.seeExample)))
}

// showFault says what went wrong with the reading and offers to read again.
func (f *frame) showFault(err error) {
	f.cover(kit.NewEmpty(f.page.Icon(), words.Fault(err),
		kit.NewMainButton(words.Text("strategy.again"), nil, f.page.Reload), nil))
}

// showDone says what was written, with buttons that lead to it.
func (f *frame) showDone(text string, actions ...*kit.Button) {
	words := kit.NewCaption(text)
	words.Ink, words.Letters = kit.ColorText, theme.SizeNameText
	buttons := kit.Row(kit.Within)
	for _, b := range actions {
		buttons.Add(b)
	}
	buttons.Add(kit.NewQuietButton("", theme.CancelIcon(), f.hideDone))
	line := container.NewBorder(nil, nil, nil, buttons, words)
	f.tell(line)
}

// showTold says something of any length in the line, which is then as high as
// the words.
func (f *frame) showTold(text string) {
	line := container.NewBorder(nil, nil, nil, kit.Row(0, kit.NewQuietButton("", theme.CancelIcon(), f.hideDone)), kit.NewQuiet(text))
	f.tell(line)
}

// showAsk asks for a line of text, with the button that takes it.
func (f *frame) showAsk(field fyne.CanvasObject, take *kit.Button) {
	buttons := kit.Row(kit.Within, take, kit.NewQuietButton("", theme.CancelIcon(), f.hideDone))
	line := container.NewBorder(nil, nil, nil, buttons, field)
	f.tell(line)
}

// tell puts a line of words and buttons under the toolbar.
func (f *frame) tell(line fyne.CanvasObject) {
	f.done.Objects = []fyne.CanvasObject{kit.On(kit.ColorChosen, kit.Padded(2, kit.Around, line))}
	f.done.Resize(fyne.Size{}) // it is laid out anew, also where its size stays
	f.done.Show()
	f.Refresh()
}

// hideDone takes the line away.
func (f *frame) hideDone() {
	f.done.Hide()
	f.Refresh()
}

// toggle opens or closes a panel where not all fits.
func (f *frame) toggle(s side) {
	if f.side == s {
		s = sideNone
	}
	f.side = s
	f.Refresh()
	f.page.cards.rows.Reveal(f.page.cards.row(f.page.chosen))
}

// fits tells which panels have room in a width.
func (f *frame) fits(width float32) (outline, changes bool) {
	units := width / kit.Scaled(1)
	switch {
	case units >= outlineWidth+changesWidth+readable:
		return true, true
	case units >= changesWidth+readable && f.side != sideOutline:
		return false, true
	}
	return f.side == sideOutline, f.side == sideChanges
}

// CreateRenderer lays the parts out.
func (f *frame) CreateRenderer() fyne.WidgetRenderer { return &frameRenderer{f} }

type frameRenderer struct{ frame *frame }

func (r *frameRenderer) MinSize() fyne.Size { return fyne.NewSize(200, 200) }
func (r *frameRenderer) Destroy()           {}
func (r *frameRenderer) Objects() []fyne.CanvasObject {
	f := r.frame
	return []fyne.CanvasObject{f.bar, f.outline, f.paper, f.changes, f.done, f.strip, f.lines[0], f.lines[1], f.state}
}

func (r *frameRenderer) Layout(size fyne.Size) {
	f := r.frame
	f.state.Resize(size)
	if f.state.Visible() {
		return
	}
	outline, changes := f.fits(size.Width)
	f.dressToggles(size.Width)
	top := f.page.bar.layout().height(size.Width)
	f.bar.Resize(fyne.NewSize(size.Width, top))
	if f.done.Visible() {
		f.done.Resize(fyne.NewSize(size.Width, kit.Scaled(doneHeight))) // text that wraps knows its height only then
		height := max(kit.Scaled(doneHeight), f.done.MinSize().Height)
		show(f.done, 0, top, size.Width, height)
		top += height
	}
	top += f.layStrip(top, size.Width)
	left, right := float32(0), size.Width
	height := size.Height - top
	if outline {
		left = min(kit.Scaled(outlineWidth), size.Width)
		show(f.outline, 0, top, left, height)
	}
	if changes {
		right = max(size.Width-kit.Scaled(changesWidth), 0)
		show(f.changes, right, top, size.Width-right, height)
	}
	f.outline.Hidden, f.changes.Hidden = !outline, !changes
	f.bar.Hidden = false
	f.paper.Hidden = right-left < kit.Scaled(200)
	show(f.paper, left, top, max(right-left, 0), height)
	f.rule(0, outline, left, top, height)
	f.rule(1, changes, right, top, height)
}

// layStrip puts the switches of what if under the toolbar, and tells their height.
func (f *frame) layStrip(top, width float32) float32 {
	w := f.page.compared
	f.strip.Hidden = w == nil || w.whatIf == nil
	if f.strip.Hidden {
		return 0
	}
	f.strip.Objects = []fyne.CanvasObject{w.whatIf.content}
	w.whatIf.content.Resize(fyne.NewSize(width, w.whatIf.content.MinSize().Height))
	height := w.whatIf.content.MinSize().Height
	show(f.strip, 0, top, width, height)
	return height
}

func (f *frame) rule(i int, visible bool, x, top, height float32) {
	f.lines[i].Hidden = !visible
	show(f.lines[i], x, top, 1, height)
}

func show(o fyne.CanvasObject, x, y, width, height float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(width, height))
}

// dressToggles offers buttons for the panels that are hidden.
func (f *frame) dressToggles(width float32) {
	units := width / kit.Scaled(1)
	all := units >= outlineWidth+changesWidth+readable
	offer(f.page.bar.outline, !all)
	offer(f.page.bar.changes, !all && (units < changesWidth+readable || f.side == sideOutline))
}

// offer shows or hides a button. Show draws it anew, in the colours of a theme
// that came while it was hidden.
func offer(b *kit.Button, visible bool) {
	switch {
	case visible && b.Hidden:
		b.Show()
	case !visible && !b.Hidden:
		b.Hide()
	}
}

// Refresh lays out anew: a panel was opened, or the text size changed.
func (r *frameRenderer) Refresh() {
	f := r.frame
	if f.state.Hidden {
		f.outline.Hidden, f.paper.Hidden, f.changes.Hidden, f.bar.Hidden = false, false, false, false
	}
	r.Layout(f.Size())
	for _, o := range r.Objects() {
		if o.Visible() {
			o.Refresh()
		}
	}
}

// sheetLayout puts the sheet behind the text and, in parallel reading, the
// heads of the columns over it.
type sheetLayout struct{ paper *paper }

func (l *sheetLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	s := l.paper
	s.width = size.Width
	left, width := s.sheet()
	head := float32(0)
	if s.view == inParallel {
		head = kit.Scaled(40)
	}
	objects[0].Move(fyne.NewPos(left, -2))
	objects[0].Resize(fyne.NewSize(width, size.Height+4))
	objects[1].Move(fyne.NewPos(0, head))
	objects[1].Resize(fyne.NewSize(size.Width, size.Height-head))
	objects[2].Resize(fyne.NewSize(size.Width, head))
	objects[2].(*fyne.Container).Hidden = s.view != inParallel
}

func (l *sheetLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(1, 1) }
