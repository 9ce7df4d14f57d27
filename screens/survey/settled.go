package survey

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Text that wraps, rows of buttons that flow and charts know their height only
// when they have been given a width. What stands around them here gives the
// width first, and asks for the height until it stays.

// rounds is how often the height is asked for: a card in a column in a scroll
// takes one for each.
const rounds = 3

// settle gives an object a width and the height it then takes.
func settle(o fyne.CanvasObject, width float32) float32 {
	for range rounds {
		o.Resize(fyne.NewSize(width, o.MinSize().Height))
	}
	return o.MinSize().Height
}

// scrolled is a view that scrolls up and down.
type scrolled struct {
	widget.BaseWidget
	inner  fyne.CanvasObject
	scroll *container.Scroll
}

func newScrolled(inner fyne.CanvasObject) *scrolled {
	s := &scrolled{inner: inner, scroll: container.NewVScroll(inner)}
	s.ExtendBaseWidget(s)
	return s
}

// settle takes the heights anew after what is shown changed.
func (s *scrolled) settle() {
	if width := s.Size().Width; width > 0 {
		settle(s.inner, width)
		s.scroll.Refresh()
	}
}

// CreateRenderer shows the scroll.
func (s *scrolled) CreateRenderer() fyne.WidgetRenderer {
	return &scrolledRenderer{widget.NewSimpleRenderer(s.scroll), s}
}

type scrolledRenderer struct {
	fyne.WidgetRenderer
	scrolled *scrolled
}

func (r *scrolledRenderer) Layout(size fyne.Size) {
	settle(r.scrolled.inner, size.Width)
	r.scrolled.scroll.Resize(size)
	r.scrolled.settle()
}

func (r *scrolledRenderer) MinSize() fyne.Size { return fyne.NewSize(1, 1) }

// headedLayout puts one object above another, as high as it is in the width there is.
type headedLayout struct{}

func (headedLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(1, 1) }

func (headedLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	height := settle(objects[0], size.Width)
	objects[0].Move(fyne.Position{})
	objects[1].Move(fyne.NewPos(0, height))
	objects[1].Resize(fyne.NewSize(size.Width, max(size.Height-height, 0)))
}
