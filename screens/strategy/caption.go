package strategy

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"synlig/screens/kit"
)

// fieldName is the name of the field below it, in line with the words in that.
func fieldName(text string) fyne.CanvasObject {
	return kit.Padded(0, kit.Between, kit.NewCaption(text))
}

// captionOf is a caption as wide as that, at scale 1.
func captionOf(text string, width float32) fyne.CanvasObject {
	return kit.Slim(width, 36, kit.NewCaption(text))
}

// framed puts a line round a list to choose from, as there is round a field to
// write in.
func framed(o fyne.CanvasObject) fyne.CanvasObject {
	return container.NewStack(kit.NewPanel(kit.ColorSurface, kit.ColorOutline, 6), kit.Padded(1, 1, o))
}
