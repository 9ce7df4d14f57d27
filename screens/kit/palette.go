package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// The house's own colours, beside the ones Fyne knows. A widget asks for them
// by name, so that light and dark come by themselves.
const (
	ColorGround                       = theme.ColorNameBackground          // behind everything
	ColorSurface  fyne.ThemeColorName = "synlig.surface"                   // cards, paper, the rail
	ColorLine                         = theme.ColorNameSeparator           // between things
	ColorText                         = theme.ColorNameForeground          // what is read
	ColorQuiet    fyne.ThemeColorName = "synlig.quiet"                     // what stands beside it
	ColorAccent                       = theme.ColorNamePrimary             // action and selection
	ColorOnAccent                     = theme.ColorNameForegroundOnPrimary // text on the accent
	ColorAdded    fyne.ThemeColorName = "synlig.added"                     // with bold and underline
	ColorRemoved  fyne.ThemeColorName = "synlig.removed"                   // with a line through
	ColorCare     fyne.ThemeColorName = "synlig.care"                      // needs care
	ColorDanger   fyne.ThemeColorName = "synlig.danger"                    // acute danger, personal data
	ColorGood     fyne.ThemeColorName = "synlig.good"                      // in order
	ColorChosen   fyne.ThemeColorName = "synlig.chosen"                    // ground of what is chosen
	ColorRing     fyne.ThemeColorName = "synlig.ring"                      // round what has the keyboard
	ColorOutline                      = theme.ColorNameInputBorder         // round what is written in
)

// palette is one look's colours; every other colour is derived from these.
type palette struct {
	ground, surface, line       color.NRGBA
	text, quiet                 color.NRGBA
	accent, onAccent            color.NRGBA
	added, removed              color.NRGBA
	care, danger, good          color.NRGBA
	chosen, outline             color.NRGBA
	button, disabledButton      color.NRGBA
	hover, pressed, focus, veil color.NRGBA // laid over something, so with alpha
}

var light = palette{
	ground: rgb(0xF7F7F5), surface: rgb(0xFFFFFF), line: rgb(0xE1E4E8),
	text: rgb(0x1B1F24), quiet: rgb(0x56606C),
	accent: rgb(0x1F5C9E), onAccent: rgb(0xFFFFFF),
	added: rgb(0x0B3D91), removed: rgb(0x595959),
	care: rgb(0x8A5200), danger: rgb(0xA8201A), good: rgb(0x1E6B3A),
	chosen: rgb(0xDFEAF6), outline: rgb(0x808A96),
	button: rgb(0xE8ECF1), disabledButton: rgb(0xEFF1F3),
	hover: alpha(0x1B1F24, 0x0F), pressed: alpha(0x1B1F24, 0x22),
	focus: alpha(0x1F5C9E, 0x18), veil: alpha(0x14181D, 0x3D),
}

var dark = palette{
	ground: rgb(0x14181D), surface: rgb(0x1B2027), line: rgb(0x2C333C),
	text: rgb(0xE8EBEF), quiet: rgb(0x9AA4B0),
	accent: rgb(0x7FB2E5), onAccent: rgb(0x10151B),
	added: rgb(0x9CC3FF), removed: rgb(0x9AA0A6),
	care: rgb(0xF0B65A), danger: rgb(0xFF8A80), good: rgb(0x7FCB98),
	chosen: rgb(0x1C2937), outline: rgb(0x727E8B),
	button: rgb(0x2A313A), disabledButton: rgb(0x20262D),
	hover: alpha(0xFFFFFF, 0x0C), pressed: alpha(0xFFFFFF, 0x22),
	focus: alpha(0x7FB2E5, 0x16), veil: alpha(0x000000, 0x80),
}

// named is the colour of that name, false when the palette leaves it to Fyne.
func (p *palette) named(name fyne.ThemeColorName) (color.Color, bool) {
	switch name {
	case ColorGround, theme.ColorNameScrollBarBackground:
		return p.ground, true
	case ColorSurface, theme.ColorNameInputBackground, theme.ColorNameMenuBackground,
		theme.ColorNameOverlayBackground, theme.ColorNameHeaderBackground:
		return p.surface, true
	case ColorLine, theme.ColorNameInnerWindowBorder, theme.ColorNameInnerWindowBorderInactive:
		return p.line, true
	case ColorText:
		return p.text, true
	case ColorQuiet, theme.ColorNamePlaceHolder, theme.ColorNameDisabled:
		return p.quiet, true
	case ColorAccent, theme.ColorNameHyperlink, ColorRing:
		return p.accent, true
	case ColorOnAccent, theme.ColorNameForegroundOnError,
		theme.ColorNameForegroundOnSuccess, theme.ColorNameForegroundOnWarning:
		return p.onAccent, true
	case ColorAdded:
		return p.added, true
	case ColorRemoved:
		return p.removed, true
	case ColorCare, theme.ColorNameWarning:
		return p.care, true
	case ColorDanger, theme.ColorNameError:
		return p.danger, true
	case ColorGood, theme.ColorNameSuccess:
		return p.good, true
	case ColorChosen, theme.ColorNameSelection:
		return p.chosen, true
	case ColorOutline, theme.ColorNameScrollBar:
		return p.outline, true
	case theme.ColorNameButton:
		return p.button, true
	case theme.ColorNameDisabledButton:
		return p.disabledButton, true
	case theme.ColorNameHover:
		return p.hover, true
	case theme.ColorNamePressed:
		return p.pressed, true
	case theme.ColorNameFocus:
		return p.focus, true
	case theme.ColorNameShadow:
		return p.veil, true
	}
	return nil, false
}

func rgb(v uint32) color.NRGBA { return alpha(v, 0xFF) }

func alpha(v uint32, a uint8) color.NRGBA {
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: a}
}
