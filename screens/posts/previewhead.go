package posts

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"synlig/screens/kit"
)

// previewHead is the top of a post: the page's initials in a circle, its name,
// and when.
type previewHead struct {
	widget.BaseWidget
	name, when string
}

func newPreviewHead() *previewHead {
	h := &previewHead{}
	h.ExtendBaseWidget(h)
	return h
}

func (h *previewHead) set(name, when string) {
	if h.name != name || h.when != when {
		h.name, h.when = name, when
		h.Refresh()
	}
}

// CreateRenderer draws it.
func (h *previewHead) CreateRenderer() fyne.WidgetRenderer {
	r := &headRenderer{head: h, circle: canvas.NewCircle(nil), letters: canvas.NewText("", nil),
		name: kit.NewCaption(""), when: kit.NewCaption("")}
	r.name.Ink, r.name.Letters, r.name.Bold = kit.ColorText, theme.SizeNameText, true
	r.Refresh()
	return r
}

type headRenderer struct {
	head       *previewHead
	circle     *canvas.Circle
	letters    *canvas.Text
	name, when *kit.Caption
}

func (r *headRenderer) Destroy() {}
func (r *headRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.circle, r.letters, r.name, r.when}
}

func (r *headRenderer) side() float32      { return kit.Scaled(38) }
func (r *headRenderer) MinSize() fyne.Size { return fyne.NewSize(kit.Scaled(120), r.side()) }

func (r *headRenderer) Layout(size fyne.Size) {
	side := r.side()
	r.circle.Resize(fyne.NewSquareSize(side))
	least := r.letters.MinSize()
	r.letters.Move(fyne.NewPos((side-least.Width)/2, (side-least.Height)/2))
	left, width := side+kit.Scaled(10), max(size.Width-side-kit.Scaled(10), 0)
	name, when := r.name.MinSize().Height, r.when.MinSize().Height
	top := (side - name - when) / 2
	r.name.Move(fyne.NewPos(left, top))
	r.name.Resize(fyne.NewSize(width, name))
	r.when.Move(fyne.NewPos(left, top+name))
	r.when.Resize(fyne.NewSize(width, when))
}

func (r *headRenderer) Refresh() {
	r.circle.FillColor = theme.Color(kit.ColorAccent)
	r.letters.Text, r.letters.Color = firstLetters(r.head.name), theme.Color(kit.ColorOnAccent)
	r.letters.TextSize, r.letters.TextStyle.Bold = theme.Size(theme.SizeNameText), true
	r.name.Text, r.when.Text = r.head.name, r.head.when
	r.Layout(r.head.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}

// firstLetters are the initials of a page: "Borgerrådgiveren København" is BK.
func firstLetters(name string) string {
	var letters []rune
	for _, word := range strings.Fields(name) {
		if r := []rune(word)[0]; unicode.IsLetter(r) && len(letters) < 2 {
			letters = append(letters, unicode.ToUpper(r))
		}
	}
	return string(letters)
}
