package shell

import (
	"synlig/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// tip is the word that comes up beside an icon that stands without one.
type tip struct {
	widget.BaseWidget
	in   fyne.CanvasObject // the container it stands in
	text string
}

func newTip() *tip {
	t := &tip{}
	t.ExtendBaseWidget(t)
	t.Hide()
	return t
}

// beside shows text at the right of an object.
func (t *tip) beside(o fyne.CanvasObject, text string) {
	t.text = text
	t.Refresh()
	driver := fyne.CurrentApp().Driver()
	at := driver.AbsolutePositionForObject(o).Subtract(driver.AbsolutePositionForObject(t.in))
	size := t.MinSize()
	t.Show()
	t.Resize(size)
	t.Move(at.AddXY(o.Size().Width+kit.Scaled(kit.Between), (o.Size().Height-size.Height)/2))
}

func (t *tip) CreateRenderer() fyne.WidgetRenderer {
	r := &tipRenderer{tip: t, ground: canvas.NewRectangle(nil), text: canvas.NewText("", nil)}
	r.Refresh()
	return r
}

type tipRenderer struct {
	tip    *tip
	ground *canvas.Rectangle
	text   *canvas.Text
}

func (r *tipRenderer) Destroy()                     {}
func (r *tipRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.ground, r.text} }

func (r *tipRenderer) MinSize() fyne.Size {
	return r.text.MinSize().AddWidthHeight(kit.Scaled(2*kit.Between), kit.Scaled(kit.Between))
}

func (r *tipRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	text := r.text.MinSize()
	place(r.text, kit.Scaled(kit.Between), (size.Height-text.Height)/2, text.Width, text.Height)
}

func (r *tipRenderer) Refresh() {
	r.text.Text = r.tip.text
	r.text.TextSize = theme.Size(theme.SizeNameText)
	r.text.Color = theme.Color(kit.ColorGround)
	r.ground.FillColor = theme.Color(kit.ColorText)
	r.ground.CornerRadius = kit.Scaled(4)
	canvas.Refresh(r.ground)
	canvas.Refresh(r.text)
}
