package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
)

// NewEmpty is what a room shows before there is anything in it: its icon, one
// sentence of what it is for, one main button and perhaps a quiet one beside
// it ("Se eksempel"). Either button may be nil.
func NewEmpty(icon fyne.Resource, sentence string, action, example *Button) fyne.CanvasObject {
	picture := canvas.NewImageFromResource(icon)
	picture.FillMode = canvas.ImageFillContain
	text := NewQuiet(sentence)
	text.Alignment = fyne.TextAlignCenter
	buttons := Row(Between, layout.NewSpacer())
	for _, b := range []*Button{action, example} {
		if b != nil {
			buttons.Add(b)
		}
	}
	buttons.Add(layout.NewSpacer())
	return container.NewCenter(Wide(420, Column(Around,
		container.New(&square{48}, picture), text, buttons)))
}

// square keeps one object square, in the middle of the width there is.
type square struct{ side float32 }

func (l *square) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	side := Scaled(l.side)
	for _, o := range objects {
		o.Resize(fyne.NewSquareSize(side))
		o.Move(fyne.NewPos((size.Width-side)/2, (size.Height-side)/2))
	}
}

func (l *square) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSquareSize(Scaled(l.side)) }
