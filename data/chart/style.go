package chart

import "strings"

// Style is how large a chart is drawn, and what it needs to know of the world.
type Style struct {
	Width   float64
	Size    float64 // of type; everything else follows from it. 10 on paper, 13 on screen
	Measure Measure
	// Percent writes a share as the language does: "60 %".
	Percent func(share float64) string
}

// Head is what stands around the picture when it leaves the program by itself;
// on a page and on screen it stands in the text instead. Empty lines are left
// out.
type Head struct {
	Title string
	Notes []string // base, filter, what is hidden: under the picture
}

// The proportions, in parts of the type's size.
const (
	barHeight  = 1.75
	barGap     = 0.7 // between bars
	pairHeight = 1.1 // of one of two bars
	lineHeight = 1.3
	swatch     = 0.9
	capHeight  = 0.66 // of digits and capitals, for centring
)

// sketch is a scene being drawn from the top down.
type sketch struct {
	Style
	scene Scene
	y     float64
}

func newSketch(s Style, head Head) *sketch {
	k := &sketch{Style: s, scene: Scene{Width: s.Width}}
	if head.Title != "" {
		for _, line := range k.wrap(head.Title, s.Width, 1.25*s.Size, true) {
			k.y += 1.25 * s.Size * lineHeight
			k.add(Shape{Kind: Text, Box: Box{X: 0, Y: k.y - 0.3*s.Size}, Fill: ink, Role: Ink, Text: line, Size: 1.25 * s.Size, Bold: true})
		}
		k.y += 0.5 * s.Size
	}
	return k
}

// finish writes the notes and closes the scene.
func (k *sketch) finish(head Head, alt string, table Table) Scene {
	if len(head.Notes) > 0 {
		k.y += 0.6 * k.Size
	}
	for _, note := range head.Notes {
		for _, line := range k.wrap(note, k.Width, 0.9*k.Size, false) {
			k.y += 0.9 * k.Size * lineHeight
			k.add(Shape{Kind: Text, Box: Box{Y: k.y - 0.3*k.Size}, Fill: quiet, Role: Quiet, Text: line, Size: 0.9 * k.Size})
		}
	}
	k.scene.Height = k.y
	k.scene.Alt, k.scene.Table = alt, table
	return k.scene
}

func (k *sketch) add(s Shape) { k.scene.Shapes = append(k.scene.Shapes, s) }

// text writes a line; y is the middle of its digits' height.
func (k *sketch) text(x, y float64, align Align, text string, role Role) {
	fill := ink
	if role == Quiet {
		fill = quiet
	}
	k.add(Shape{
		Kind: Text, Box: Box{X: x, Y: y + k.Size*capHeight/2}, Fill: fill, Role: role,
		Text: text, Size: k.Size, Align: align,
	})
}

// line draws a straight line.
func (k *sketch) line(x1, y1, x2, y2, weight float64, role Role) {
	color := ruleInk
	if role == Strong {
		color = strongInk
	}
	k.add(Shape{Kind: Line, Box: Box{x1, y1, x2 - x1, y2 - y1}, Stroke: color, Weight: weight, Role: role})
}

// bar draws a filled box; the outline is for white ones.
func (k *sketch) bar(b Box, c Color, outlined bool) {
	s := Shape{Kind: Rectangle, Box: b, Fill: c}
	if outlined {
		s.Stroke, s.Weight = outline, hair
	}
	k.add(s)
}

// hidden draws the place of a figure that is kept back.
func (k *sketch) hidden(b Box) {
	k.add(Shape{Kind: Hatch, Box: b, Stroke: outline, Weight: 0.5})
}

// whisker draws an interval as a thin line with a light edge, so that it shows
// on dark and light bars.
func (k *sketch) whisker(x1, x2, y float64) {
	if x2-x1 < 0.5 {
		return
	}
	tick := 0.22 * k.Size
	const edge = 0.9
	for _, b := range [...]Box{
		{x1, y - edge, x2 - x1, 2 * edge}, {x1 - edge, y - tick - edge/2, 2 * edge, 2*tick + edge}, {x2 - edge, y - tick - edge/2, 2 * edge, 2*tick + edge},
	} {
		k.add(Shape{Kind: Rectangle, Box: b, Fill: white, Role: Paper})
	}
	k.line(x1, y, x2, y, 0.8, Strong)
	k.line(x1, y-tick, x1, y+tick, 0.8, Strong)
	k.line(x2, y-tick, x2, y+tick, 0.8, Strong)
}

// wrap breaks text into lines no wider than width; a word that is wider stands
// on a line of its own, shortened.
func (k *sketch) wrap(text string, width, size float64, bold bool) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		switch {
		case line == "":
			line = word
		case k.Measure(line+" "+word, size, bold) <= width:
			line += " " + word
		default:
			lines = append(lines, k.fit(line, width, size, bold))
			line = word
		}
	}
	return append(lines, k.fit(line, width, size, bold))
}

// fit shortens a text that is too wide: "Sundheds- og Omsorgsforv…".
func (k *sketch) fit(text string, width, size float64, bold bool) string {
	if k.Measure(text, size, bold) <= width {
		return text
	}
	runes := []rune(text)
	for n := len(runes) - 1; n > 0; n-- {
		if short := strings.TrimRight(string(runes[:n]), " ") + "…"; k.Measure(short, size, bold) <= width {
			return short
		}
	}
	return "…"
}

// Key is one colour of the legend.
type Key struct {
	Label string
	// DontKnow is "Ved ikke": white with a thin outline.
	DontKnow bool
	color    Color
}

// legend writes the colours and what they mean, in as many lines as it takes.
func (k *sketch) legend(keys []Key) {
	if len(keys) == 0 {
		return
	}
	x, box := 0.0, swatch*k.Size
	k.y += 0.75 * k.Size
	for _, key := range keys {
		width := box + 0.4*k.Size + k.Measure(key.Label, k.Size, false)
		if x > 0 && x+width > k.Width {
			x = 0
			k.y += 1.5 * k.Size
		}
		k.bar(Box{x, k.y - box/2, box, box}, key.color, key.DontKnow)
		k.text(x+box+0.4*k.Size, k.y, Left, k.fit(key.Label, k.Width-x-box-0.4*k.Size, k.Size, false), Ink)
		x += width + 1.4*k.Size
	}
	k.y += 1.35 * k.Size
}

// colored gives the keys their colours: the scale's from dark to light, white
// for "Ved ikke".
func colored(keys []Key) []Key {
	n, i := 0, 0
	for _, key := range keys {
		if !key.DontKnow {
			n++
		}
	}
	result := make([]Key, len(keys))
	for at, key := range keys {
		key.color = white
		if !key.DontKnow {
			key.color = ScaleColor(i, n)
			i++
		}
		result[at] = key
	}
	return result
}

// names is the column of names and counts at the left.
type names struct{ name, count, bars float64 } // width of names, right edge of counts, left edge of bars

// column measures the column: names get as much as they need, at most a good
// third of the chart.
func (k *sketch) column(rows []Name) names {
	var widest, counts float64
	for _, r := range rows {
		widest = max(widest, k.Measure(r.Name, k.Size, r.Total))
		counts = max(counts, k.Measure(r.Count, 0.9*k.Size, false))
	}
	gap := 0.8 * k.Size
	if counts == 0 {
		gap = 0
	}
	widest = min(widest, 0.42*k.Width-counts-gap)
	n := names{name: widest + 1, count: widest + gap + counts}
	n.bars = n.count + 0.9*k.Size
	return n
}

// Name is what stands at the left of a bar.
type Name struct {
	Name  string
	Count string // "n = 1.283"
	Total bool   // of all: stands last, under a heavier rule
}

// write writes a name in one line or two, and its count, around the middle y.
func (k *sketch) write(n Name, at names, y float64) {
	lines := k.wrap(n.Name, at.name, k.Size, n.Total)
	if len(lines) > 2 {
		lines = append(lines[:1], k.fit(strings.Join(lines[1:], " "), at.name, k.Size, n.Total))
	}
	step := 1.08 * k.Size
	top := y - step*float64(len(lines)-1)/2
	for i, line := range lines {
		k.add(Shape{
			Kind: Text, Box: Box{Y: top + step*float64(i) + k.Size*capHeight/2}, Fill: ink, Role: Ink,
			Text: line, Size: k.Size, Bold: n.Total,
		})
	}
	if n.Count != "" {
		k.add(Shape{
			Kind: Text, Box: Box{X: at.count, Y: y + k.Size*capHeight/2}, Fill: quiet, Role: Quiet,
			Text: n.Count, Size: 0.9 * k.Size, Align: Right,
		})
	}
}

// scale draws the percents under the bars and the lines behind them; it is
// called first, with the height the bars will have.
func (k *sketch) scale(left, right, top, height, most, step float64) {
	for i := 0; float64(i)*step <= most+1e-9; i++ {
		share := float64(i) * step
		x := left + (right-left)*share/most
		k.line(x, top, x, top+height, 0.5, Rule)
		k.add(Shape{
			Kind: Text, Box: Box{X: x, Y: top + height + 1.15*k.Size}, Fill: quiet, Role: Quiet,
			Text: k.Percent(share), Size: 0.85 * k.Size, Align: Middle,
		})
	}
}
