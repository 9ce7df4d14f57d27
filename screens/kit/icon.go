package kit

import (
	"synlig/assets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Icon is the house's own icon of that name (assets/icons/<name>.svg), in the
// colour of text. It panics when there is none: the name is the program's own.
func Icon(name string) fyne.Resource {
	file := name + ".svg"
	return theme.NewThemedResource(fyne.NewStaticResource(file, assets.Read("icons/"+file)))
}
