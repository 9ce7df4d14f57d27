package shell

import (
	"synlig/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// sheet is a dialog of the house: a title, a body that scrolls when the window
// is small, and buttons at the bottom right, the main one last. Esc is its
// cancel.
type sheet struct {
	w      *Window
	popup  *widget.PopUp
	fault  string // what a fault dialog says, else ""
	locked bool   // Esc does not close it: something is being done that cannot be stopped
}

// openSheet shows a dialog. The buttons close it before they do what they do.
func (w *Window) openSheet(title string, width float32, body fyne.CanvasObject, buttons ...*kit.Button) *sheet {
	s := &sheet{w: w}
	heading := kit.NewSection(title)
	row := container.New(&buttonRow{})
	for _, b := range buttons {
		if run := b.OnTapped; run != nil {
			b.OnTapped = func() {
				s.close()
				run()
			}
		} else {
			b.OnTapped = s.close
		}
		row.Add(b)
	}
	body = kit.Padded(2, 2, body) // or the scroll cuts the outline of a field
	l := &sheetLayout{canvas: w.Canvas(), width: width, heading: heading, body: body, buttons: row}
	content := container.New(l, heading, container.NewVScroll(body), row)
	s.popup = widget.NewModalPopUp(content, w.Canvas())
	w.sheets = append(w.sheets, s)
	s.popup.Show()
	if len(buttons) > 0 {
		w.Canvas().Focus(buttons[len(buttons)-1])
	}
	return s
}

// close takes the sheet away.
func (s *sheet) close() {
	for i, other := range s.w.sheets {
		if other == s {
			s.w.sheets = append(s.w.sheets[:i], s.w.sheets[i+1:]...)
			s.popup.Hide()
			return
		}
	}
}

// escape is Esc.
func (s *sheet) escape() {
	if !s.locked {
		s.close()
	}
}

// sheetLayout makes a sheet as high as its text needs, but never larger than
// the window.
type sheetLayout struct {
	canvas  fyne.Canvas
	width   float32 // at scale 1
	heading *widget.Label
	body    fyne.CanvasObject
	buttons *fyne.Container
}

func (l *sheetLayout) inner() float32 {
	return min(kit.Scaled(l.width), l.canvas.Size().Width-kit.Scaled(4*kit.Around))
}

// heights of heading, body and buttons in the width there is; text that wraps
// knows its height only when it has been given a width.
func (l *sheetLayout) heights() (heading, body, buttons float32) {
	fit := func(o fyne.CanvasObject) float32 {
		if o.Size().Width != l.inner() {
			o.Resize(fyne.NewSize(l.inner(), o.MinSize().Height))
		}
		return o.MinSize().Height
	}
	return fit(l.heading), fit(l.body), l.buttons.Layout.(*buttonRow).heightFor(l.buttons.Objects, l.inner())
}

func (l *sheetLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	heading, body, buttons := l.heights()
	pad := kit.Scaled(kit.Around)
	height := heading + body + buttons + 3*pad
	return fyne.NewSize(l.inner()+2*pad, min(height, l.canvas.Size().Height-2*pad))
}

func (l *sheetLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	heading, _, buttons := l.heights()
	pad, width := kit.Scaled(kit.Around), size.Width-2*kit.Scaled(kit.Around)
	place(objects[0], pad, pad/2, width, heading)
	place(objects[1], pad, pad/2+heading, width, max(size.Height-heading-buttons-2.5*pad, 0))
	place(objects[2], pad, size.Height-pad-buttons, width, buttons)
}

// buttonRow puts buttons at the right, or under each other where they do not
// fit beside each other.
type buttonRow struct{}

func (buttonRow) rowWidth(objects []fyne.CanvasObject) (width float32) {
	for _, o := range objects {
		width += o.MinSize().Width + kit.Scaled(kit.Between)
	}
	return width - kit.Scaled(kit.Between)
}

func (r buttonRow) heightFor(objects []fyne.CanvasObject, width float32) (height float32) {
	for _, o := range objects {
		if r.rowWidth(objects) <= width {
			height = max(height, o.MinSize().Height)
		} else {
			height += o.MinSize().Height + kit.Scaled(kit.Between)
		}
	}
	return height
}

func (r buttonRow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	gap := kit.Scaled(kit.Between)
	if r.rowWidth(objects) > size.Width {
		for i, y := len(objects)-1, float32(0); i >= 0; i-- { // the main one first
			height := objects[i].MinSize().Height
			place(objects[i], 0, y, size.Width, height)
			y += height + gap
		}
		return
	}
	x := size.Width - r.rowWidth(objects)
	for _, o := range objects {
		least := o.MinSize()
		place(o, x, 0, least.Width, least.Height)
		x += least.Width + gap
	}
}

func (r buttonRow) MinSize(objects []fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// Sheet shows a dialog with a body of a room's own between the title and the
// buttons, the main one last. width is that of the body at scale 1. The buttons
// close it before they do what they do, a button without OnTapped is its cancel,
// and so is Esc. close takes it away. Give a field the keyboard afterwards.
func (w *Window) Sheet(title string, width float32, body fyne.CanvasObject, buttons ...*kit.Button) (close func()) {
	return w.openSheet(title, width, body, buttons...).close
}
