package survey

import (
	"fyne.io/fyne/v2"

	"synlig/screens/kit"
)

// beside puts a list left of what is chosen in it, or above it where there is no
// room beside. All lengths at scale 1.
type beside struct {
	list  float32 // the list's width
	least float32 // what the other needs beside it
	high  float32 // the list's height
	width float32 // the width last given
}

func (l *beside) narrow(width float32) bool {
	return width > 0 && width < kit.Scaled(l.list+l.least+kit.Around)
}

func (l *beside) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	list, other := objects[0], objects[1]
	gap := kit.Scaled(kit.Around)
	if l.narrow(size.Width) {
		high := kit.Scaled(l.high) / 2.5
		list.Move(fyne.Position{})
		list.Resize(fyne.NewSize(size.Width, high))
		other.Move(fyne.NewPos(0, high+gap))
		other.Resize(fyne.NewSize(size.Width, other.MinSize().Height))
		return
	}
	width := kit.Scaled(l.list)
	other.Move(fyne.NewPos(width+gap, 0))
	other.Resize(fyne.NewSize(size.Width-width-gap, other.MinSize().Height))
	list.Move(fyne.Position{})
	list.Resize(fyne.NewSize(width, kit.Scaled(l.high)))
}

func (l *beside) MinSize(objects []fyne.CanvasObject) fyne.Size {
	other := objects[1]
	if l.narrow(l.width) {
		return fyne.NewSize(kit.Scaled(200), kit.Scaled(l.high)/2.5+kit.Scaled(kit.Around)+other.MinSize().Height)
	}
	return fyne.NewSize(kit.Scaled(200), max(kit.Scaled(l.high), other.MinSize().Height))
}
