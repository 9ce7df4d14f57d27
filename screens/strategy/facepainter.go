package strategy

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"synlig/data/redline"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// facePainter draws a face: number and place, words, class and point, reason.
type facePainter struct {
	objects []fyne.CanvasObject
	words   *kit.Marked
	text    kit.MarkedText
}

func newFacePainter() *facePainter { return &facePainter{words: kit.NewMarked()} }

// paint draws the face in a row of that size and tells where what is below it
// begins.
func (p *facePainter) paint(ruler *kit.Ruler, f face, size fyne.Size, full, chosen, hovered bool) float32 {
	s := kit.Scaled
	p.objects = p.objects[:0]
	p.ground(fyne.NewSize(size.Width-s(2*cardSide), size.Height-s(cardGap)), chosen, hovered)
	left, top, room := s(cardSide+cardInner), s(cardInner), cardRoom(size.Width)
	p.head(f, left, top, room)
	top += s(headLine + lineGap)

	p.text = f.prepared(ruler, room, full)
	width := max(room, p.text.Width()+1)
	if full {
		width = room
	}
	height := p.text.AppendHeights(nil, width)[0]
	p.words.Set(kit.MarkedView{Text: &p.text, Width: width})
	p.words.Refresh()
	p.words.Move(fyne.NewPos(left, top))
	p.words.Resize(fyne.NewSize(room, height))
	p.objects = append(p.objects, p.words)
	top += height + s(lineGap)

	x := left
	if f.class != "" {
		x = p.pill(className(f.class), classInk(f.class), x, top)
	}
	if len(f.points) > 0 {
		ink := kit.ColorText
		if f.clash != "" {
			ink = kit.ColorCare
		}
		p.pill(words.Text("strategy.point", "n", enumerate(f.points)), ink, x, top)
	}
	top += s(pillLine)
	if line := f.reasonLine(); !full && line != "" {
		style, ink := fyne.TextStyle{Italic: f.reason == "" && f.clash == ""}, kit.ColorQuiet
		if f.clash != "" {
			ink = kit.ColorCare
		}
		size := theme.Size(theme.SizeNameCaptionText)
		p.write(kit.Fit(line, room, size, style), left, top+s(4), size, style, ink)
	}
	return top
}

func (p *facePainter) ground(size fyne.Size, chosen, hovered bool) {
	g := canvas.NewRectangle(theme.Color(kit.ColorSurface))
	g.CornerRadius = theme.Size(theme.SizeNameCardRadius)
	g.StrokeColor, g.StrokeWidth = theme.Color(kit.ColorLine), 1
	if hovered {
		g.StrokeColor = theme.Color(kit.ColorOutline)
	}
	if chosen {
		g.StrokeColor, g.StrokeWidth = theme.Color(kit.ColorAccent), 2
	}
	g.Move(fyne.NewPos(kit.Scaled(cardSide), 0))
	g.Resize(size)
	p.objects = append(p.objects, g)
}

func (p *facePainter) head(f face, left, top, room float32) {
	size := theme.Size(theme.SizeNameText)
	if f.number > 0 {
		number := p.write(strconv.Itoa(f.number), left, top, size, fyne.TextStyle{Bold: true}, kit.ColorText)
		gap := number.MinSize().Width + kit.Scaled(8)
		left, room = left+gap, room-gap
	}
	size = theme.Size(theme.SizeNameCaptionText)
	p.write(kit.Fit(f.place, room, size, fyne.TextStyle{}), left, top+kit.Scaled(2), size, fyne.TextStyle{}, kit.ColorQuiet)
}

// classInk is a class's colour; its name says the same.
func classInk(c redline.Class) fyne.ThemeColorName {
	switch c {
	case redline.Substantive:
		return kit.ColorCare
	case redline.Structural:
		return kit.ColorAccent
	}
	return kit.ColorQuiet
}

// pill is a word with a line round it; it tells where the next one may begin.
func (p *facePainter) pill(text string, ink fyne.ThemeColorName, left, top float32) float32 {
	s := kit.Scaled
	t := canvas.NewText(text, theme.Color(ink))
	t.TextSize = theme.Size(theme.SizeNameCaptionText)
	size := t.MinSize()
	g := canvas.NewRectangle(nil)
	g.StrokeColor, g.StrokeWidth = theme.Color(kit.ColorLine), 1
	if ink != kit.ColorText {
		g.StrokeColor = theme.Color(ink)
	}
	g.CornerRadius = s(pillLine / 2)
	g.Move(fyne.NewPos(left, top))
	g.Resize(fyne.NewSize(size.Width+s(16), s(pillLine)))
	t.Move(fyne.NewPos(left+s(8), top+(s(pillLine)-size.Height)/2))
	p.objects = append(p.objects, g, t)
	return left + g.Size().Width + s(6)
}

func (p *facePainter) write(text string, left, top, size float32, style fyne.TextStyle, ink fyne.ThemeColorName) *canvas.Text {
	t := canvas.NewText(text, theme.Color(ink))
	t.TextSize, t.TextStyle = size, style
	t.Move(fyne.NewPos(left, top))
	p.objects = append(p.objects, t)
	return t
}
