package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Panel is a ground in the theme's colours that follows when the look changes:
// filled, perhaps with a line round it and with round corners.
type Panel struct {
	widget.BaseWidget
	fill, line fyne.ThemeColorName
	corner     float32
}

// NewPanel is a ground of fill; line is the colour round it, "" for none, and
// corner its radius at scale 1.
func NewPanel(fill, line fyne.ThemeColorName, corner float32) *Panel {
	p := &Panel{fill: fill, line: line, corner: corner}
	p.ExtendBaseWidget(p)
	return p
}

// CreateRenderer draws the ground.
func (p *Panel) CreateRenderer() fyne.WidgetRenderer {
	r := &panelRenderer{panel: p, ground: canvas.NewRectangle(nil)}
	r.dress()
	return r
}

type panelRenderer struct {
	panel  *Panel
	ground *canvas.Rectangle
}

func (r *panelRenderer) dress() {
	r.ground.FillColor = theme.Color(r.panel.fill)
	if r.panel.line != "" {
		r.ground.StrokeColor, r.ground.StrokeWidth = theme.Color(r.panel.line), 1
	}
	r.ground.CornerRadius = Scaled(r.panel.corner)
}

func (r *panelRenderer) Layout(size fyne.Size)        { r.ground.Resize(size) }
func (r *panelRenderer) MinSize() fyne.Size           { return fyne.Size{} }
func (r *panelRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.ground} }
func (r *panelRenderer) Destroy()                     {}
func (r *panelRenderer) Refresh() {
	r.dress()
	r.ground.Refresh()
}

// NewCard puts an object on a surface of its own, with a line round it and
// space within.
func NewCard(content fyne.CanvasObject) *fyne.Container {
	return container.NewStack(NewPanel(ColorSurface, ColorLine, corner), Padded(Around, Around, content))
}

// On puts an object on a ground of that colour, without line and corners.
func On(fill fyne.ThemeColorName, content fyne.CanvasObject) *fyne.Container {
	return container.NewStack(NewPanel(fill, "", 0), content)
}
