package strategy

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"synlig/screens/kit"
)

// caption is a small quiet word over a field, or a line of figures, without the
// space that Fyne's Label puts around itself. It is cut rather than pushing.
type caption struct {
	widget.BaseWidget
	text string
	ink  fyne.ThemeColorName
	bold bool
	size fyne.ThemeSizeName
}

func newCaption(text string) *caption {
	c := &caption{text: text, ink: kit.ColorQuiet, size: theme.SizeNameCaptionText}
	c.ExtendBaseWidget(c)
	return c
}

func (c *caption) set(text string) {
	if c.text != text {
		c.text = text
		c.Refresh()
	}
}

// fieldName is the name of the field below it, in line with the words in that.
func fieldName(text string) fyne.CanvasObject { return kit.Padded(0, kit.Between, newCaption(text)) }

// framed puts a line round a list to choose from, as there is round a field to
// write in.
func framed(o fyne.CanvasObject) fyne.CanvasObject {
	return container.NewStack(kit.NewPanel(kit.ColorSurface, kit.ColorOutline, 6), kit.Padded(1, 1, o))
}

// CreateRenderer draws the words.
func (c *caption) CreateRenderer() fyne.WidgetRenderer {
	r := &captionRenderer{caption: c, text: canvas.NewText("", nil)}
	r.Refresh()
	return r
}

type captionRenderer struct {
	caption *caption
	text    *canvas.Text
}

func (r *captionRenderer) Layout(size fyne.Size) {
	r.text.Text = fit(r.caption.text, size.Width, r.text.TextSize, r.text.TextStyle)
	r.text.Move(fyne.NewPos(0, (size.Height-r.text.MinSize().Height)/2))
	r.text.Refresh()
}

func (r *captionRenderer) MinSize() fyne.Size {
	return fyne.NewSize(1, fyne.MeasureText("x", theme.Size(r.caption.size), fyne.TextStyle{}).Height)
}

func (r *captionRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.text} }
func (r *captionRenderer) Destroy()                     {}
func (r *captionRenderer) Refresh() {
	r.text.TextSize = theme.Size(r.caption.size)
	r.text.TextStyle.Bold = r.caption.bold
	r.text.Color = theme.Color(r.caption.ink)
	r.Layout(r.caption.Size())
}
