package kit

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// The least contrast WCAG 2.2 asks for: 1.4.3 for text, 1.4.11 for shapes.
const (
	textContrast  = 4.5
	shapeContrast = 3.0
)

func looks() map[string]*Theme {
	return map[string]*Theme{"light": NewTheme(Light, 1), "dark": NewTheme(Dark, 1)}
}

func TestTextCanBeReadOnItsGround(t *testing.T) {
	grounds := []fyne.ThemeColorName{ColorGround, ColorSurface, ColorChosen}
	texts := []fyne.ThemeColorName{ColorText, ColorQuiet, ColorAccent, ColorAdded, ColorRemoved,
		ColorCare, ColorDanger, ColorGood, theme.ColorNameHyperlink, theme.ColorNamePlaceHolder, theme.ColorNameDisabled}
	for name, look := range looks() {
		for _, ground := range grounds {
			for _, text := range texts {
				for _, over := range []fyne.ThemeColorName{"", theme.ColorNameHover, theme.ColorNameFocus} {
					want(t, name, look, text, blend(look, ground, over), textContrast)
				}
			}
		}
		for _, button := range []fyne.ThemeColorName{theme.ColorNameButton, theme.ColorNameDisabledButton} {
			for _, text := range []fyne.ThemeColorName{ColorText, theme.ColorNameDisabled} {
				want(t, name, look, text, blend(look, button, ""), textContrast)
			}
		}
		for _, full := range []fyne.ThemeColorName{ColorAccent, theme.ColorNameError, theme.ColorNameWarning, theme.ColorNameSuccess} {
			for _, over := range []fyne.ThemeColorName{"", theme.ColorNameHover, theme.ColorNameFocus} {
				want(t, name, look, ColorOnAccent, blend(look, full, over), textContrast)
			}
		}
	}
}

func TestShapesCanBeSeen(t *testing.T) {
	shapes := []fyne.ThemeColorName{ColorOutline, ColorRing, ColorAccent, theme.ColorNameScrollBar, ColorAdded, ColorRemoved, ColorCare, ColorDanger, ColorGood}
	for name, look := range looks() {
		for _, shape := range shapes {
			for _, ground := range []fyne.ThemeColorName{ColorGround, ColorSurface} {
				want(t, name, look, shape, blend(look, ground, ""), shapeContrast)
			}
		}
		want(t, name, look, ColorRing, blend(look, theme.ColorNameButton, ""), shapeContrast)
		want(t, name, look, ColorOnAccent, blend(look, ColorAccent, theme.ColorNameFocus), shapeContrast)
	}
}

// want compares a colour of the look with the ground it lies on.
func want(t *testing.T, name string, look *Theme, front fyne.ThemeColorName, ground color.NRGBA, least float64) {
	t.Helper()
	if got := contrast(nrgba(look.Color(front, theme.VariantLight)), ground); got < least {
		t.Errorf("%s: %s on %v has contrast %.2f, want at least %.1f", name, front, ground, got, least)
	}
}

// blend is ground with the half-transparent colour named over laid over it.
func blend(look *Theme, ground, over fyne.ThemeColorName) color.NRGBA {
	below := nrgba(look.Color(ground, theme.VariantLight))
	if over == "" {
		return below
	}
	top := nrgba(look.Color(over, theme.VariantLight))
	mix := func(a, b uint8) uint8 {
		share := float64(top.A) / 255
		return uint8(math.Round(float64(a)*(1-share) + float64(b)*share))
	}
	return color.NRGBA{R: mix(below.R, top.R), G: mix(below.G, top.G), B: mix(below.B, top.B), A: 255}
}

func nrgba(c color.Color) color.NRGBA { return color.NRGBAModel.Convert(c).(color.NRGBA) }

// contrast is WCAG's contrast ratio, 1 to 21.
func contrast(a, b color.NRGBA) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

func luminance(c color.NRGBA) float64 {
	linear := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

func TestContrastIsMeasuredAsWCAGDoes(t *testing.T) {
	black, white := rgb(0), rgb(0xFFFFFF)
	if got := contrast(black, white); math.Abs(got-21) > 0.01 {
		t.Errorf("black on white is %.2f, want 21", got)
	}
	if got := contrast(rgb(0x777777), white); math.Abs(got-4.48) > 0.01 {
		t.Errorf("#777777 on white is %.2f, want 4.48", got)
	}
}

func TestTheOfficesColoursAreThoseOfItsTable(t *testing.T) {
	table := map[fyne.ThemeColorName][2]uint32{
		ColorGround: {0xF7F7F5, 0x14181D}, ColorSurface: {0xFFFFFF, 0x1B2027}, ColorLine: {0xE1E4E8, 0x2C333C},
		ColorText: {0x1B1F24, 0xE8EBEF}, ColorQuiet: {0x56606C, 0x9AA4B0},
		ColorAccent: {0x1F5C9E, 0x7FB2E5}, ColorOnAccent: {0xFFFFFF, 0x10151B},
		ColorAdded: {0x0B3D91, 0x9CC3FF}, ColorRemoved: {0x595959, 0x9AA0A6},
		ColorCare: {0x8A5200, 0xF0B65A}, ColorDanger: {0xA8201A, 0xFF8A80}, ColorGood: {0x1E6B3A, 0x7FCB98},
	}
	for name, pair := range table {
		for i, look := range []*Theme{NewTheme(Light, 1), NewTheme(Dark, 1)} {
			if got := nrgba(look.Color(name, theme.VariantLight)); got != rgb(pair[i]) {
				t.Errorf("%s in look %d is %v, want %v", name, i, got, rgb(pair[i]))
			}
		}
	}
}

func TestTheSystemsLookIsFollowedUnlessOneIsChosen(t *testing.T) {
	for _, c := range []struct {
		appearance Appearance
		variant    fyne.ThemeVariant
		want       uint32
	}{
		{System, theme.VariantLight, 0xF7F7F5}, {System, theme.VariantDark, 0x14181D},
		{Light, theme.VariantDark, 0xF7F7F5}, {Dark, theme.VariantLight, 0x14181D},
		{"", theme.VariantDark, 0x14181D},
	} {
		if got := nrgba(NewTheme(c.appearance, 1).Color(ColorGround, c.variant)); got != rgb(c.want) {
			t.Errorf("%q on variant %d: ground %v, want %v", c.appearance, c.variant, got, rgb(c.want))
		}
	}
}

func TestSizesGrowWithTheText(t *testing.T) {
	names := []fyne.ThemeSizeName{theme.SizeNameText, theme.SizeNameHeadingText, theme.SizeNamePadding,
		theme.SizeNameInnerPadding, theme.SizeNameInlineIcon, theme.SizeNameScrollBar, theme.SizeNameInputRadius}
	for _, name := range names {
		one := NewTheme(Light, 1).Size(name)
		if got := NewTheme(Light, 2).Size(name); got != 2*one {
			t.Errorf("%s at 200 %% is %g, want %g", name, got, 2*one)
		}
	}
	if got := NewTheme(Light, 1).Size(theme.SizeNameText); got != 15 {
		t.Errorf("text is %g, want 15", got)
	}
	for _, c := range [][2]float32{{0.1, MinScale}, {9, MaxScale}} {
		if got := NewTheme(Light, c[0]).Scale(); got != c[1] {
			t.Errorf("scale %g became %g, want %g", c[0], got, c[1])
		}
	}
}

func TestEveryFontAndColourIsThere(t *testing.T) {
	look := NewTheme(Dark, 1)
	seen := map[string]bool{}
	for _, style := range []fyne.TextStyle{{}, {Bold: true}, {Italic: true}, {Bold: true, Italic: true}, {Monospace: true}, {Symbol: true}} {
		font := look.Font(style)
		if font == nil || len(font.Content()) == 0 || seen[font.Name()] {
			t.Errorf("style %+v has no font of its own", style)
		}
		seen[font.Name()] = true
	}
	use(t, look)
	for name, c := range map[string]color.Color{"foreground": theme.Color(ColorText), "own": theme.Color(ColorAdded)} {
		if _, _, _, a := c.RGBA(); a == 0 {
			t.Errorf("colour %s cannot be seen", name)
		}
	}
}

func TestScaledFollowsTheTextSize(t *testing.T) {
	use(t, NewTheme(Light, 1.5))
	if got := Scaled(10); got != 15 {
		t.Errorf("10 at 150 %% is %g, want 15", got)
	}
}

// use puts a look on the test app for the length of a test.
func use(t *testing.T, look *Theme) {
	t.Helper()
	settings := fyne.CurrentApp().Settings()
	settings.SetTheme(look)
	t.Cleanup(func() { settings.SetTheme(NewTheme(Light, 1)) })
}
