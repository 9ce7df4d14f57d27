package shell

import (
	"strings"

	"synlig/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// walk visits an object and all that is drawn for it, hidden ones left out.
func walk(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	if !o.Visible() {
		return
	}
	visit(o)
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			walk(child, visit)
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			walk(child, visit)
		}
	}
}

// top is the content of the dialog on top.
func top(w *Window) fyne.CanvasObject { return w.sheets[len(w.sheets)-1].popup.Content }

// sheetText is all that can be read in the dialog on top.
func sheetText(w *Window) string {
	var text strings.Builder
	walk(top(w), func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *widget.Label:
			text.WriteString(o.Text + "\n")
		case *kit.Button:
			text.WriteString(o.Text + "\n")
		}
	})
	return text.String()
}

// button is the button with that verb in the dialog on top, nil when none.
func button(w *Window, verb string) (found *kit.Button) {
	walk(top(w), func(o fyne.CanvasObject) {
		if b, ok := o.(*kit.Button); ok && b.Text == verb {
			found = b
		}
	})
	return found
}

// fields are the text fields of the dialog on top, in order.
func fields(w *Window) (list []*kit.Entry) {
	walk(top(w), func(o fyne.CanvasObject) {
		if e, ok := o.(*kit.Entry); ok {
			list = append(list, e)
		}
	})
	return list
}

func fileURI(path string) fyne.URI { return storage.NewFileURI(path) }
