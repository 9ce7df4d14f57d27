package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
)

// Column puts things under each other, gap apart at scale 1 (Within, Between,
// Around or Groups).
func Column(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&scaled{func() fyne.Layout { return layout.NewCustomPaddedVBoxLayout(Scaled(gap)) }}, objects...)
}

// Row puts things beside each other, gap apart at scale 1.
func Row(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&scaled{func() fyne.Layout { return layout.NewCustomPaddedHBoxLayout(Scaled(gap)) }}, objects...)
}

// Padded leaves space around an object: above and below, left and right, at
// scale 1.
func Padded(vertical, horizontal float32, object fyne.CanvasObject) *fyne.Container {
	return container.New(&scaled{func() fyne.Layout {
		v, h := Scaled(vertical), Scaled(horizontal)
		return layout.NewCustomPaddedLayout(v, v, h, h)
	}}, object)
}

// scaled is one of Fyne's layouts, made anew with the text size in use, so
// that spacing follows when a person changes it.
type scaled struct{ make func() fyne.Layout }

func (s *scaled) Layout(objects []fyne.CanvasObject, size fyne.Size) { s.make().Layout(objects, size) }
func (s *scaled) MinSize(objects []fyne.CanvasObject) fyne.Size      { return s.make().MinSize(objects) }

// AtMost keeps one object no wider than width at scale 1, at the left of the
// space there is: lines that are easy to read in a wide window.
func AtMost(width float32, object fyne.CanvasObject) *fyne.Container {
	return container.New(&atMost{width}, object)
}

type atMost struct{ width float32 }

func (l *atMost) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(fyne.NewSize(min(size.Width, max(Scaled(l.width), o.MinSize().Width)), size.Height))
		o.Move(fyne.Position{})
	}
}

func (l *atMost) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var least fyne.Size
	for _, o := range objects {
		least = least.Max(o.MinSize())
	}
	return least
}

// Wide gives one object exactly width at scale 1, and its own height.
func Wide(width float32, object fyne.CanvasObject) *fyne.Container {
	return container.New(&wide{width}, object)
}

type wide struct{ width float32 }

func (l *wide) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(size)
		o.Move(fyne.Position{})
	}
}

// MinSize asks for the height after giving the width: text that wraps knows
// its height only then.
func (l *wide) MinSize(objects []fyne.CanvasObject) fyne.Size {
	least := fyne.NewSize(Scaled(l.width), 0)
	for _, o := range objects {
		if o.Size().Width != least.Width {
			o.Resize(fyne.NewSize(least.Width, o.MinSize().Height))
		}
		least.Height = max(least.Height, o.MinSize().Height)
	}
	return least
}

// Slim gives one object exactly that width and height at scale 1, whatever it
// would take itself: a thin bar.
func Slim(width, height float32, object fyne.CanvasObject) *fyne.Container {
	return container.New(&slim{width, height}, object)
}

type slim struct{ width, height float32 }

func (l *slim) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(size)
		o.Move(fyne.Position{})
	}
}

func (l *slim) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(Scaled(l.width), Scaled(l.height))
}

// Tall gives one object at least that height at scale 1.
func Tall(height float32, object fyne.CanvasObject) *fyne.Container {
	return container.New(&tall{height}, object)
}

type tall struct{ height float32 }

func (l *tall) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(size)
		o.Move(fyne.Position{})
	}
}

func (l *tall) MinSize(objects []fyne.CanvasObject) fyne.Size {
	least := fyne.NewSize(0, Scaled(l.height))
	for _, o := range objects {
		least = least.Max(o.MinSize())
	}
	return least
}
