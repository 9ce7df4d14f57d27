// Package typeset turns runs of text into lines and lines into pages: widths
// and kerning, Danish hyphenation, total-fit line breaking ragged right, and
// page breaks without widows, orphans or stranded headings. It knows fonts and
// lengths, but neither PDF nor tags nor what a paper says; fonts, patterns and
// word lists come as arguments. The same input gives the same lines.
package typeset

import (
	"fmt"
	"math"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// Units is how many units of width make one em: lengths at size s points are
// units × s / Units.
const Units = 1000

// latin is how many low code points (Basic Latin to Latin Extended-B) are
// looked up in arrays; all others go through maps.
const latin = 0x250

// Face answers widths and kerning of one font. Answers are kept, so a Face is
// for one goroutine at a time; Clone gives another its own.
type Face struct {
	font     *sfnt.Font
	buf      sfnt.Buffer
	em       fixed.Int26_6
	glyphs   [latin]glyph
	others   map[rune]glyph
	kerns    [latin * latin]int8
	widePair map[[2]rune]int
}

type glyph struct {
	index sfnt.GlyphIndex
	width int
	known bool
}

// unknownKern marks a pair not yet looked up. Pairs whose kerning does not fit
// an int8 are cut to its range: no text font kerns by more than 127/1000 em.
const unknownKern = math.MinInt8

// NewFace reads a TrueType font.
func NewFace(ttf []byte) (*Face, error) {
	f, err := sfnt.Parse(ttf)
	if err != nil {
		return nil, fmt.Errorf("typeset: reading font: %w", err)
	}
	return newFace(f), nil
}

func newFace(f *sfnt.Font) *Face {
	face := &Face{
		font: f, em: fixed.Int26_6(f.UnitsPerEm()) << 6,
		others: map[rune]glyph{}, widePair: map[[2]rune]int{},
	}
	for i := range face.kerns {
		face.kerns[i] = unknownKern
	}
	return face
}

// Clone is a Face of the same font for another goroutine.
func (f *Face) Clone() *Face { return newFace(f.font) }

// Has tells whether the font can show r by itself. Runes without width of
// their own (combining marks) cannot stand in a line of single glyphs, and
// runes above U+FFFF cannot be addressed in the paper's fonts.
func (f *Face) Has(r rune) bool {
	if r < 0x20 || r > 0xFFFF {
		return false
	}
	g := f.glyph(r)
	return g.index != 0 && g.width > 0
}

// Width is the advance of r in Units.
func (f *Face) Width(r rune) int { return f.glyph(r).width }

func (f *Face) glyph(r rune) glyph {
	if r >= 0 && r < latin {
		if g := f.glyphs[r]; g.known {
			return g
		}
		g := f.load(r)
		f.glyphs[r] = g
		return g
	}
	g, ok := f.others[r]
	if !ok {
		g = f.load(r)
		f.others[r] = g
	}
	return g
}

func (f *Face) load(r rune) glyph {
	index, err := f.font.GlyphIndex(&f.buf, r)
	if err != nil {
		return glyph{known: true}
	}
	advance, err := f.font.GlyphAdvance(&f.buf, index, f.em, font.HintingNone)
	if err != nil {
		return glyph{known: true}
	}
	return glyph{index, f.units(advance), true}
}

// units rounds as the paper's font dictionaries do, so that a line is as long
// on paper as it was when it was measured.
func (f *Face) units(v fixed.Int26_6) int {
	return int(math.Round(float64(v) * Units / float64(f.em)))
}

// Kern is what to add between a and b, in Units (mostly negative).
func (f *Face) Kern(a, b rune) int {
	if a >= 0 && a < latin && b >= 0 && b < latin {
		i := int(a)*latin + int(b)
		if f.kerns[i] == unknownKern {
			f.kerns[i] = int8(min(max(f.loadKern(a, b), -127), 127))
		}
		return int(f.kerns[i])
	}
	pair := [2]rune{a, b}
	k, ok := f.widePair[pair]
	if !ok {
		k = f.loadKern(a, b)
		f.widePair[pair] = k
	}
	return k
}

func (f *Face) loadKern(a, b rune) int {
	ga, gb := f.glyph(a), f.glyph(b)
	if ga.index == 0 || gb.index == 0 {
		return 0
	}
	k, err := f.font.Kern(&f.buf, ga.index, gb.index, f.em, font.HintingNone)
	if err != nil { // sfnt.ErrNotFound: the pair has none
		return 0
	}
	return f.units(k)
}

// Measure is the width of text set in one line, in Units, kerning included.
func (f *Face) Measure(text string) int {
	width, previous := 0, rune(-1)
	for _, r := range text {
		if previous >= 0 {
			width += f.Kern(previous, r)
		}
		width += f.Width(r)
		previous = r
	}
	return width
}
