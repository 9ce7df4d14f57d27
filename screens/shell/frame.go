package shell

import (
	"synlig/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Lengths of the frame at scale 1, from shared/screens.md.
const (
	railWidth   float32 = 200
	railNarrow  float32 = 56
	narrowBelow float32 = 1000
	helpWidth   float32 = 380
)

// frame lays the window out: rail at the left, title above the room, status
// line below, help over the room's right side.
type frame struct {
	w         *Window
	container *fyne.Container
	railLine  fyne.CanvasObject
	barLine   fyne.CanvasObject
	size      fyne.Size // as last laid out
}

func newFrame(w *Window) *frame {
	f := &frame{w: w,
		railLine: kit.NewPanel(kit.ColorLine, "", 0),
		barLine:  kit.NewPanel(kit.ColorLine, "", 0),
	}
	f.container = container.New(f, w.rail.object, f.railLine, w.bar.object, f.barLine,
		w.stack, w.status.object, w.help, w.tip)
	w.tip.in = f.container
	return f
}

// Layout gives every part its place. In a narrow window (measured in the text
// size in use) the rail keeps only its icons.
func (f *frame) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	if size != f.size {
		f.size = size
		f.w.tip.Hide() // what it stood beside has moved
	}
	narrow := size.Width < kit.Scaled(narrowBelow)
	f.w.rail.setNarrow(narrow)
	rail := kit.Scaled(railWidth)
	if narrow {
		rail = kit.Scaled(railNarrow)
	}
	place(f.w.rail.object, 0, 0, rail, size.Height)
	place(f.railLine, rail, 0, 1, size.Height)
	left := rail + 1
	width := size.Width - left
	bar := f.w.bar.heightFor(width)
	status := f.w.status.object.MinSize().Height
	place(f.w.bar.object, left, 0, width, bar)
	place(f.barLine, left, bar, width, 1)
	room := max(size.Height-bar-1-status, 0)
	place(f.w.stack, left, bar+1, width, room)
	place(f.w.status.object, left, bar+1+room, width, status)
	help := min(kit.Scaled(helpWidth), width)
	place(f.w.help, size.Width-help, bar+1, help, room)
}

// MinSize is small on purpose: at 200 % the rooms scroll rather than push the
// window over the screen's edge.
func (f *frame) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(640, 400) }

func place(o fyne.CanvasObject, x, y, width, height float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(width, height))
}
