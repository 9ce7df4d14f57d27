package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Flow puts things beside each other, gap apart at scale 1, and goes on in the
// next line where they do not fit: buttons that are not cut at 200 %.
func Flow(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&flow{gap: gap}, objects...)
}

type flow struct {
	gap   float32
	width float32 // the width last given; the height follows from it
}

func (l *flow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.lines(objects, func(o fyne.CanvasObject, x, y float32, size fyne.Size) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(size)
	})
}

// MinSize is as wide as the widest thing, and as high as the lines are in the
// width last given; before the first Layout, as one line.
func (l *flow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var widest float32
	for _, o := range objects {
		if o.Visible() {
			widest = max(widest, o.MinSize().Width)
		}
	}
	return fyne.NewSize(widest, l.lines(objects, nil))
}

// lines goes through the lines and gives their height.
func (l *flow) lines(objects []fyne.CanvasObject, put func(fyne.CanvasObject, float32, float32, fyne.Size)) float32 {
	gap := Scaled(l.gap)
	var x, y, line float32
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		least := o.MinSize()
		if l.width > 0 {
			least.Width = min(least.Width, l.width)
		}
		if x > 0 && l.width > 0 && x+least.Width > l.width {
			x, y, line = 0, y+line+gap, 0
		}
		if put != nil {
			put(o, x, y, least)
		}
		x += least.Width + gap
		line = max(line, least.Height)
	}
	return y + line
}
