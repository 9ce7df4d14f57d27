package pdf

import (
	"math"
	"math/bits"
	"strconv"

	"synlig/data/bilag/tags"
)

// Color is a colour on paper, sRGB.
type Color struct{ R, G, B uint8 }

// Artifact is a kind of content that is no part of the text.
type Artifact string

// The kinds of artifacts.
const (
	HeaderArtifact Artifact = "/Type/Pagination/Subtype/Header/Attached[/Top]"
	FooterArtifact Artifact = "/Type/Pagination/Subtype/Footer/Attached[/Bottom]"
	// PaginationArtifact is what a page break repeats, such as table headers.
	PaginationArtifact Artifact = "/Type/Pagination"
	// LayoutArtifact is rules, underlines, bars and dots.
	LayoutArtifact Artifact = "/Type/Layout"
)

// content is the drawing of one page.
type content struct {
	buf   []byte
	elem  *tags.Elem // owner of the open marked content, nil for none
	face  int
	size  float64
	color Color
	ready bool // face and size are set
}

func (c *content) reset() {
	*c = content{buf: make([]byte, 0, 24<<10)}
}

// Begin makes e the owner of what is drawn from now on. Drawing goes on in the
// same piece of marked content as long as the owner stays.
func (w *Writer) Begin(e *tags.Elem) {
	if w.elem == e {
		return
	}
	w.End()
	mark := w.tree.Mark(e)
	w.buf = append(w.buf, '/')
	w.buf = append(w.buf, e.Type...)
	w.buf = append(w.buf, "<</MCID "...)
	w.buf = strconv.AppendInt(w.buf, int64(mark), 10)
	w.buf = append(w.buf, ">>BDC\n"...)
	w.elem = e
}

// End closes the open piece of marked content.
func (w *Writer) End() {
	if w.elem != nil {
		w.buf = append(w.buf, "EMC\n"...)
		w.elem = nil
	}
}

// Artifact draws what is no part of the text. It closes the open piece of
// marked content: neither may stand inside the other.
func (w *Writer) Artifact(kind Artifact, draw func()) {
	w.End()
	w.buf = append(w.buf, "/Artifact<<"...)
	w.buf = append(w.buf, kind...)
	w.buf = append(w.buf, ">>BDC\n"...)
	draw()
	w.buf = append(w.buf, "EMC\n"...)
}

// Type is how text looks.
type Type struct {
	Face  int // regular, bold, italic, bold italic
	Size  float64
	Color Color
}

// Text draws one line of text with its baseline at y, kerned as measured.
func (w *Writer) Text(t Type, x, y float64, text string) {
	w.open(t, x, y)
	w.show(t.Face, text)
	w.buf = append(w.buf, "ET\n"...)
}

// open begins a text object at a place.
func (w *Writer) open(t Type, x, y float64) {
	if t.Color != w.color {
		w.setColor(t.Color)
	}
	w.buf = append(w.buf, "BT "...)
	if !w.ready || t.Face != w.face || t.Size != w.size {
		w.buf = append(w.buf, '/', 'F', byte('0'+t.Face), ' ')
		w.buf = appendPoints(w.buf, t.Size)
		w.buf = append(w.buf, " Tf "...)
		w.face, w.size, w.ready = t.Face, t.Size, true
	}
	w.buf = appendPoints(w.buf, x)
	w.buf = append(w.buf, ' ')
	w.buf = appendPoints(w.buf, w.current().height-y)
	w.buf = append(w.buf, " Td "...)
}

// show writes text as codes, which are UTF-16 units, with kerning between.
func (w *Writer) show(face int, text string) {
	f, previous := w.faces[face], rune(-1)
	b := append(w.buf, "[("...)
	for _, r := range text {
		r = w.use(face, r)
		if previous >= 0 {
			if k := f.Kern(previous, r); k != 0 {
				b = append(b, ')')
				b = strconv.AppendInt(b, int64(-k), 10)
				b = append(b, '(')
			}
		}
		b = appendEscaped(b, byte(r>>8))
		b = appendEscaped(b, byte(r))
		previous = r
	}
	w.buf = append(b, ")]TJ "...)
}

// use notes that r is shown. A rune that the font lacks becomes a question mark:
// callers have made the text readable, and a slip must not be an empty box.
func (w *Writer) use(face int, r rune) rune {
	if !w.faces[face].Has(r) {
		r = '?'
	}
	w.used[face].add(r)
	return r
}

// appendEscaped writes a byte of a string. A bare carriage return would be read
// as a line feed (ISO 32000-1, 7.3.4.2).
func appendEscaped(b []byte, c byte) []byte {
	switch c {
	case '(', ')', '\\':
		return append(b, '\\', c)
	case '\r':
		return append(b, '\\', 'r')
	}
	return append(b, c)
}

// Rect fills a rectangle.
func (w *Writer) Rect(a Area, c Color) {
	if c != w.color {
		w.setColor(c)
	}
	for _, v := range [...]float64{a.X, w.current().height - a.Y - a.Height, a.Width, a.Height} {
		w.buf = appendPoints(w.buf, v)
		w.buf = append(w.buf, ' ')
	}
	w.buf = append(w.buf, "re f\n"...)
}

// Line draws a straight line of that weight.
func (w *Writer) Line(x1, y1, x2, y2, weight float64, c Color) {
	w.buf = appendColor(w.buf, c)
	w.buf = append(w.buf, "RG "...)
	w.buf = appendPoints(w.buf, weight)
	w.buf = append(w.buf, " w "...)
	height := w.current().height
	for i, v := range [...]float64{x1, height - y1, x2, height - y2} {
		w.buf = appendPoints(w.buf, v)
		w.buf = append(w.buf, [...]string{" ", " m ", " ", " l S\n"}[i]...)
	}
}

func (w *Writer) setColor(c Color) {
	w.buf = appendColor(w.buf, c)
	w.buf = append(w.buf, "rg\n"...)
	w.color = c
}

// appendColor writes a colour's three parts.
func appendColor(b []byte, c Color) []byte {
	for _, v := range [...]uint8{c.R, c.G, c.B} {
		b = strconv.AppendFloat(b, math.Round(float64(v)/255*1000)/1000, 'f', -1, 64)
		b = append(b, ' ')
	}
	return b
}

// appendPoints writes v with at most two decimals.
func appendPoints(b []byte, v float64) []byte {
	n := int64(math.Round(v * 100))
	if n < 0 {
		b, n = append(b, '-'), -n
	}
	b = strconv.AppendInt(b, n/100, 10)
	if n %= 100; n > 0 {
		b = append(b, '.', byte('0'+n/10))
		if n%10 > 0 {
			b = append(b, byte('0'+n%10))
		}
	}
	return b
}

func lowestBit(v uint64) int { return bits.TrailingZeros64(v) }
