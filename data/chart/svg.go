package chart

import (
	"fmt"
	"html"
	"math"
	"strconv"
	"strings"
)

// SVG writes the scene as a picture that keeps its lines at any size, described
// for those who do not see it. The type is named by family, with a common one to
// fall back on; nothing is fetched.
func (s Scene) SVG() []byte {
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="%[1]s" height="%[2]s" viewBox="0 0 %[1]s %[2]s" role="img" font-family="'Source Sans 3','Source Sans Pro','Segoe UI',Arial,sans-serif">`+"\n",
		number(s.Width), number(s.Height))
	if s.Alt != "" {
		fmt.Fprintf(&b, "<title>%s</title>\n", html.EscapeString(s.Alt))
	}
	fmt.Fprintf(&b, `<rect width="%s" height="%s" fill="#ffffff"/>`+"\n", number(s.Width), number(s.Height))
	for _, shape := range s.Shapes {
		shape.svg(&b)
	}
	for _, a := range s.Areas {
		fmt.Fprintf(&b, `<rect %s fill="none" pointer-events="all"><title>%s</title></rect>`+"\n", a.svg(), html.EscapeString(a.Says))
	}
	b.WriteString("</svg>\n")
	return []byte(b.String())
}

func (x Box) svg() string {
	return fmt.Sprintf(`x="%s" y="%s" width="%s" height="%s"`, number(x.X), number(x.Y), number(x.Width), number(x.Height))
}

func (s Shape) svg(b *strings.Builder) {
	switch s.Kind {
	case Rectangle:
		fill := s.Fill.String()
		if s.NoFill {
			fill = "none"
		}
		fmt.Fprintf(b, `<rect %s fill="%s"`, s.Box.svg(), fill)
		if s.Weight > 0 {
			fmt.Fprintf(b, ` stroke="%s" stroke-width="%s"`, s.Stroke, number(s.Weight))
		}
		b.WriteString("/>\n")
	case Line:
		line(b, s, s.X, s.Y, s.X+s.Width, s.Y+s.Height)
	case Hatch:
		fmt.Fprintf(b, `<rect %s fill="#ffffff" stroke="%s" stroke-width="%s"/>`+"\n", s.Box.svg(), s.Stroke, number(s.Weight))
		for _, l := range s.Diagonals() {
			line(b, s, l[0], l[1], l[2], l[3])
		}
	case Text:
		fmt.Fprintf(b, `<text x="%s" y="%s" font-size="%s" fill="%s"`, number(s.X), number(s.Y), number(s.Size), s.Fill)
		if s.Align != Left {
			fmt.Fprintf(b, ` text-anchor="%s"`, [...]string{"start", "middle", "end"}[s.Align])
		}
		if s.Bold {
			b.WriteString(` font-weight="bold"`)
		}
		fmt.Fprintf(b, ">%s</text>\n", html.EscapeString(s.Text))
	}
}

func line(b *strings.Builder, s Shape, x1, y1, x2, y2 float64) {
	fmt.Fprintf(b, `<line x1="%s" y1="%s" x2="%s" y2="%s" stroke="%s" stroke-width="%s"/>`+"\n",
		number(x1), number(y1), number(x2), number(y2), s.Stroke, number(s.Weight))
}

// number writes a length with at most two decimals.
func number(v float64) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return "0"
	}
	return strconv.FormatFloat(math.Round(v*100)/100, 'f', -1, 64)
}

// hatchStep is how far the diagonals of a Hatch stand apart.
const hatchStep = 5

// Diagonals are the lines of a Hatch, cut to its box: x1, y1, x2, y2.
func (s Shape) Diagonals() [][4]float64 {
	var lines [][4]float64
	for d := float64(hatchStep); d < s.Width+s.Height; d += hatchStep {
		x1, y1 := s.X+min(d, s.Width), s.Y+max(0, d-s.Width)
		x2, y2 := s.X+max(0, d-s.Height), s.Y+min(d, s.Height)
		lines = append(lines, [4]float64{x1, y1, x2, y2})
	}
	return lines
}
