package survey

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// newIcon is an icon that fills the room it is given.
func newIcon(icon fyne.Resource) fyne.CanvasObject {
	picture := canvas.NewImageFromResource(icon)
	picture.FillMode = canvas.ImageFillContain
	return picture
}
