package survey

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"synlig/data/survey/present"
	"synlig/screens/kit"
)

// newKeyCard is a key figure: large, as a bar with its interval, and in words.
func newKeyCard(p *Page, k present.Key, waves bool, open func()) fyne.CanvasObject {
	name := kit.NewText(k.Name)
	name.TextStyle.Bold = true
	parts := kit.Column(0, name, kit.Padded(0, kit.Between, newBig(figureText(p, k))))
	if !k.Hidden {
		parts.Add(kit.Padded(kit.Within, kit.Between, newGauge(k.Share, k.Low, k.High)))
		parts.Add(kit.NewText(meaning(k)))
		interval := text("between", "low", p.say.Percent(k.Low), "high", p.say.Percent(k.High))
		if waves && k.Since != "" {
			since := kit.NewText(text("since", "change", k.Since))
			since.TextStyle.Bold = k.Change != nil && k.Change.Clear()
			parts.Add(kit.NewQuiet(interval))
			parts.Add(since)
		} else {
			parts.Add(kit.NewQuiet(interval))
		}
		base := kit.NewQuiet(k.BaseWords)
		base.SizeName = theme.SizeNameCaptionText
		parts.Add(base)
	} else {
		parts.Add(kit.NewQuiet(text("hidden_why")))
	}
	foot := kit.Row(0, kit.NewQuietButton(text("see_answers"), nil, open), layout.NewSpacer())
	return container.NewStack(kit.NewPanel(kit.ColorSurface, kit.ColorLine, 6),
		kit.Padded(kit.Between, kit.Between, container.NewBorder(parts, foot, nil, nil)))
}

// figureText is the figure: "38,3 %".
func figureText(p *Page, k present.Key) string {
	if k.Hidden {
		return p.say.Hidden()
	}
	return p.say.Percent(k.Share)
}

// meaning says a share as people do: "Omkring 4 ud af 10".
func meaning(k present.Key) string {
	tenths := int(math.Round(10 * k.Share))
	switch {
	case math.IsNaN(k.Share):
		return ""
	case k.Share < 0.005:
		return text("means_none")
	case k.Share < 0.05:
		return text("means_hundred", "n", number(int(math.Round(100*k.Share))))
	case k.Share > 0.95:
		return text("means_nearly")
	}
	return text("means_ten", "n", number(tenths))
}

// big is a figure in large type.
type big struct {
	widget.BaseWidget
	text string
}

// bigSize is its type at scale 1.
const bigSize = 36

func newBig(text string) *big {
	b := &big{text: text}
	b.ExtendBaseWidget(b)
	return b
}

// CreateRenderer draws the figure.
func (b *big) CreateRenderer() fyne.WidgetRenderer {
	r := &bigRenderer{big: b, text: canvas.NewText(b.text, nil)}
	r.Refresh()
	return r
}

type bigRenderer struct {
	big  *big
	text *canvas.Text
}

func (r *bigRenderer) Destroy()                     {}
func (r *bigRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.text} }
func (r *bigRenderer) Layout(size fyne.Size)        { r.text.Resize(size) }
func (r *bigRenderer) MinSize() fyne.Size           { return r.text.MinSize() }
func (r *bigRenderer) Refresh() {
	r.text.Text, r.text.TextSize, r.text.TextStyle.Bold = r.big.text, kit.Scaled(bigSize), true
	r.text.Color = theme.Color(kit.ColorText)
	r.text.Refresh()
}

// gauge is a share as a bar from 0 to 100 per cent, with its interval as a
// lighter line through its end.
type gauge struct {
	widget.BaseWidget
	share, low, high float64
}

func newGauge(share, low, high float64) *gauge {
	g := &gauge{share: share, low: low, high: high}
	g.ExtendBaseWidget(g)
	return g
}

// CreateRenderer draws the bar.
func (g *gauge) CreateRenderer() fyne.WidgetRenderer {
	r := &gaugeRenderer{gauge: g}
	for i := range r.parts {
		r.parts[i] = canvas.NewRectangle(nil)
	}
	r.Refresh()
	return r
}

// gaugeHeight at scale 1.
const gaugeHeight = 10

type gaugeRenderer struct {
	gauge *gauge
	parts [4]*canvas.Rectangle // the whole, the share, the interval's light edge, the interval
}

func (r *gaugeRenderer) Destroy() {}
func (r *gaugeRenderer) Objects() []fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, len(r.parts))
	for i, p := range r.parts {
		objects[i] = p
	}
	return objects
}

func (r *gaugeRenderer) MinSize() fyne.Size {
	return fyne.NewSize(kit.Scaled(60), kit.Scaled(gaugeHeight))
}

func (r *gaugeRenderer) Layout(size fyne.Size) {
	put := func(o fyne.CanvasObject, from, to float64, y, height float32) {
		o.Move(fyne.NewPos(size.Width*float32(from), y))
		o.Resize(fyne.NewSize(max(size.Width*float32(to-from), 0), height))
	}
	g := r.gauge
	put(r.parts[0], 0, 1, 0, size.Height)
	put(r.parts[1], 0, g.share, 0, size.Height)
	middle, line := size.Height/2, kit.Scaled(2)
	put(r.parts[2], g.low, g.high, middle-line, 2*line)
	put(r.parts[3], g.low, g.high, middle-line/2, line)
}

func (r *gaugeRenderer) Refresh() {
	colors := []fyne.ThemeColorName{kit.ColorLine, kit.ColorAccent, kit.ColorSurface, kit.ColorText}
	for i, p := range r.parts {
		p.FillColor = theme.Color(colors[i])
		p.Hidden = i > 0 && math.IsNaN(r.gauge.share) || i > 1 && math.IsNaN(r.gauge.low)
		p.Refresh()
	}
	r.parts[0].CornerRadius = kit.Scaled(3)
	r.parts[1].CornerRadius = kit.Scaled(3)
	r.Layout(r.gauge.Size())
}
