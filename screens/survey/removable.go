package survey

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"synlig/screens/kit"
)

// newRemovable is a condition on a ground of its own: a press opens it, the
// cross takes it away. Both are buttons, so that the keyboard reaches them.
func newRemovable(label string, remove, open func()) fyne.CanvasObject {
	const longest = 420 // at scale 1; the full words stand in the report and behind the press
	size := theme.TextSize()
	shown := kit.Fit(label, kit.Scaled(longest), size, fyne.TextStyle{})
	words := kit.NewQuietButton(shown, nil, open)
	cross := kit.NewQuietButton("", theme.CancelIcon(), remove)
	return container.NewStack(kit.NewPanel(kit.ColorChosen, kit.ColorOutline, 6), kit.Row(0, words, cross))
}
