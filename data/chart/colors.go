package chart

import "fmt"

// The colours of the house's charts. They go from dark to light in one hue, so
// that a black-and-white printer keeps their order.
var (
	scale = [...]Color{{0x08, 0x30, 0x6b}, {0x2a, 0x6f, 0xb0}, {0x5f, 0xa2, 0xd0}, {0xa6, 0xcd, 0xe4}, {0xdb, 0xe9, 0xf6}}

	// Earlier and Later are two waves beside each other.
	Earlier = Color{0x9a, 0xa0, 0xa6}
	Later   = scale[0]

	white   = Color{0xff, 0xff, 0xff}
	black   = Color{0, 0, 0}
	outline = Color{0x80, 0x86, 0x8c} // of "Ved ikke"

	ink       = Color{0x1b, 0x1f, 0x24}
	quiet     = Color{0x4a, 0x53, 0x5e}
	ruleInk   = Color{0xc8, 0xcd, 0xd3}
	strongInk = Color{0x1b, 0x1f, 0x24}
)

// hair is the width of the outline around "Ved ikke": 0.15 mm.
const hair = 0.15 * 72 / 25.4

// String writes the colour as SVG and CSS do: "#08306b".
func (c Color) String() string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

// ScaleColor is the colour of answer i of n, the first being the darkest. With
// fewer than five answers the steps are wider.
func ScaleColor(i, n int) Color {
	if n <= 1 {
		return scale[0]
	}
	last := len(scale) - 1
	return scale[min(max((i*last+(n-1)/2)/(n-1), 0), last)]
}

// labelOn is the colour of text on a colour: white on the two darkest.
func labelOn(c Color) Color {
	if c == scale[0] || c == scale[1] {
		return white
	}
	return black
}
