// Package kit holds the look of the house and the widgets that several screens
// share. It has no words but those that its own widgets need everywhere (a date
// field's), no rules, and knows nothing of what the office works with.
package kit

import (
	"image/color"
	"sync"

	"synlig/assets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Appearance is the look a person chose.
type Appearance string

// The looks there are. System follows the machine's own setting.
const (
	System Appearance = "system"
	Light  Appearance = "light"
	Dark   Appearance = "dark"
)

// The text size a person may choose, as a share of the ordinary one, and the
// step that Ctrl++ and Ctrl+- take.
const (
	MinScale  = 0.8
	MaxScale  = 2.0
	ScaleStep = 0.1
)

// Spacing in steps of four, at scale 1.
const (
	Within  float32 = 4  // between parts of one thing
	Between float32 = 8  // between things
	Around  float32 = 16 // around things
	Groups  float32 = 24 // between groups
)

// Text sizes at scale 1, in Fyne's device-independent pixels.
const (
	textSize    float32 = 15
	titleSize   float32 = 22
	sectionSize float32 = 17
	smallSize   float32 = 13
	corner      float32 = 6
)

// Theme is the look of the house. It is a value: another look is another Theme.
type Theme struct {
	appearance Appearance
	scale      float32
}

// NewTheme is the look at a text size. scale is kept between MinScale and
// MaxScale; spacing, icons and rows grow with the text, so nothing is cut.
func NewTheme(appearance Appearance, scale float32) *Theme {
	return &Theme{appearance: appearance, scale: min(max(scale, MinScale), MaxScale)}
}

// Appearance is the look that was chosen.
func (t *Theme) Appearance() Appearance { return t.appearance }

// Scale is the text size in use, from MinScale to MaxScale.
func (t *Theme) Scale() float32 { return t.scale }

// Color is the colour of that name in the look that was chosen.
func (t *Theme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	look := &light
	if t.appearance == Dark || t.appearance != Light && variant == theme.VariantDark {
		look = &dark
	}
	if c, ok := look.named(name); ok {
		return c
	}
	return theme.DefaultTheme().Color(name, variant)
}

// Font is Source Sans 3, the face of the office's papers too.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	if style.Monospace || style.Symbol {
		return theme.DefaultTheme().Font(style)
	}
	face := 0
	if style.Bold {
		face |= 1
	}
	if style.Italic {
		face |= 2
	}
	return faces()[face]
}

var faces = sync.OnceValue(func() (faces [4]fyne.Resource) {
	for i, data := range assets.Fonts() {
		faces[i] = fyne.NewStaticResource([4]string{"regular.ttf", "bold.ttf", "italic.ttf", "bolditalic.ttf"}[i], data)
	}
	return faces
})

// Icon is Fyne's own icon of that name.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(name) }

// Size is the size of that name at the text size in use.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case theme.SizeNameSeparatorThickness, theme.SizeNameInputBorder:
		return 1 // a line stays a line; what has the keyboard shows it by the kit's ring
	case theme.SizeNameModalBlurRadius:
		return 0 // costs a whole frame in software rendering and tells nothing
	}
	return sizeAtOne(name) * t.scale
}

func sizeAtOne(name fyne.ThemeSizeName) float32 {
	switch name {
	case theme.SizeNameText:
		return textSize
	case theme.SizeNameHeadingText:
		return titleSize
	case theme.SizeNameSubHeadingText:
		return sectionSize
	case theme.SizeNameCaptionText:
		return smallSize
	case theme.SizeNamePadding:
		return Within
	case theme.SizeNameInnerPadding:
		return Between
	case theme.SizeNameLineSpacing:
		return 0 // Source Sans 3 brings its own 1.4
	case theme.SizeNameInlineIcon:
		return 20
	case theme.SizeNameScrollBar:
		return 12
	case theme.SizeNameScrollBarSmall:
		return 4
	case theme.SizeNameInputRadius, theme.SizeNameButtonRadius, theme.SizeNameSelectionRadius,
		theme.SizeNameCardRadius, theme.SizeNameDialogRadius, theme.SizeNamePopupRadius,
		theme.SizeNameMenuRadius:
		return corner
	}
	return theme.DefaultTheme().Size(name)
}

// Scaled is a length at scale 1 brought to the text size in use.
func Scaled(length float32) float32 { return length * theme.Size(theme.SizeNameText) / textSize }
