package shell

import (
	"math"

	"synlig/screens/kit"

	"fyne.io/fyne/v2"
)

// What a person chose for this machine. It may be lost when the program is
// killed at the wrong moment, so nothing of worth is kept there.
const (
	prefLanguage   = "language"
	prefAppearance = "appearance"
	prefScale      = "text.scale"
	prefWidth      = "window.width"
	prefHeight     = "window.height"
	prefPerson     = "person"
	prefRoom       = "room" // the one that was in front last
	prefFolder     = "folder"
)

// Appearance is the look that was chosen: light, dark or the system's.
func (w *Window) Appearance() kit.Appearance {
	switch a := kit.Appearance(w.app.Preferences().String(prefAppearance)); a {
	case kit.Light, kit.Dark:
		return a
	}
	return kit.System
}

// SetAppearance changes the look at once and for the next start.
func (w *Window) SetAppearance(a kit.Appearance) {
	w.app.Preferences().SetString(prefAppearance, string(a))
	w.dress()
}

// TextScale is the text size as a share of the ordinary one, 0.8 to 2.
func (w *Window) TextScale() float32 {
	scale := w.app.Preferences().FloatWithFallback(prefScale, 1)
	if math.IsNaN(scale) {
		scale = 1
	}
	return float32(min(max(scale, kit.MinScale), kit.MaxScale))
}

// SetTextScale changes the text size at once and for the next start. Spacing,
// icons and rows follow.
func (w *Window) SetTextScale(scale float32) {
	rounded := math.Round(float64(scale)*10) / 10
	w.app.Preferences().SetFloat(prefScale, min(max(rounded, kit.MinScale), kit.MaxScale))
	w.dress()
}

func (w *Window) larger()     { w.SetTextScale(w.TextScale() + kit.ScaleStep) }
func (w *Window) smaller()    { w.SetTextScale(w.TextScale() - kit.ScaleStep) }
func (w *Window) normalSize() { w.SetTextScale(1) }

// dress puts the chosen look on everything there is.
func (w *Window) dress() {
	w.app.Settings().SetTheme(w.chosenTheme())
	for _, r := range w.rooms {
		if d, ok := r.page.(Dresser); ok && r.content != nil {
			d.Dressed()
		}
	}
	w.Refresh()
	w.window.SetMainMenu(w.mainMenu())
}

func (w *Window) chosenTheme() *kit.Theme { return kit.NewTheme(w.Appearance(), w.TextScale()) }

// The window's size at the first start, and the least that is believed of what
// is remembered.
const (
	firstWidth, firstHeight = 1240, 740
	leastWidth, leastHeight = 640, 400
)

func (w *Window) rememberedSize() fyne.Size {
	p := w.app.Preferences()
	width := p.FloatWithFallback(prefWidth, firstWidth)
	height := p.FloatWithFallback(prefHeight, firstHeight)
	if !(width >= leastWidth && height >= leastHeight && width < 20000 && height < 20000) {
		width, height = firstWidth, firstHeight
	}
	return fyne.NewSize(float32(width), float32(height))
}

func (w *Window) rememberSize() {
	size := w.Canvas().Size()
	w.app.Preferences().SetFloat(prefWidth, float64(size.Width))
	w.app.Preferences().SetFloat(prefHeight, float64(size.Height))
}
