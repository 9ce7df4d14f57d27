package posts

import (
	"fyne.io/fyne/v2"

	"synlig/screens/kit"
)

// libraryField is the search field: the arrows light the next page in the list
// while the words stay.
type libraryField struct {
	kit.Entry
	list *libraryList
}

func newLibraryField(list *libraryList, hint string) *libraryField {
	f := &libraryField{list: list}
	f.PlaceHolder = hint
	f.ExtendBaseWidget(f)
	return f
}

// TypedKey hands the arrows to the list.
func (f *libraryField) TypedKey(key *fyne.KeyEvent) {
	defer kit.Catch()
	switch key.Name {
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown:
		f.list.key(key)
	default:
		f.Entry.TypedKey(key)
	}
}
