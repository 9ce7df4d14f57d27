package pdfua

import (
	"bytes"
	"math"
	"sort"
	"unicode"

	"synlig/data/bilag/pdfua/rawpdf"
)

// checkGlyphs looks at every code that was shown: that it has a glyph, that the
// glyph has a shape unless its character has none, and that its width in the PDF
// is the font's own. veraPDF passes a paper whose every glyph is an empty box;
// this does not.
func (c *checker) checkGlyphs(f *font, d rawpdf.Dict, outlines *outlines) {
	glyph := c.toGlyph(d["CIDToGIDMap"], f.where)
	if glyph == nil {
		c.flag("A 6.2.11.3.2", "cid-to-gid-map", f.where, "no CIDToGIDMap")
		return
	}
	missing := outlines.shape(0)
	letters := map[int]string{} // by glyph
	for _, code := range f.codes() {
		u, g := f.shown[code], glyph(code)
		text := f.unicode.text[code]
		if g <= 0 || g >= outlines.count || len(missing) > 0 && bytes.Equal(outlines.shape(g), missing) {
			c.flag("UA 7.21.8", "glyph-missing", f.where, "code %04X (%q, %s) has no glyph", code, text, u.where)
			continue
		}
		if !u.visible {
			continue
		}
		if other := letters[g]; letter(text) && other != "" && other != text {
			c.flag("own 5", "glyph-shared", f.where, "code %04X (%q, %s) has the glyph of %q", code, text, u.where, other)
		} else if letter(text) {
			letters[g] = text
		}
		if len(outlines.shape(g)) == 0 && !blank(text) {
			c.flag("own 5", "glyph-empty", f.where, "code %04X (%q, %s) has a glyph without a shape", code, text, u.where)
		}
		if want := outlines.advance(g); math.Abs(f.widths.of(code)-want) > 1 {
			c.flag("UA 7.21.5", "glyph-width", f.where, "code %04X (%q) is %.0f wide in W, %.1f in the font", code, text, f.widths.of(code), want)
		}
	}
}

// checkUnicode looks at every code that was shown: that it is mapped to text that
// can be read out.
func (c *checker) checkUnicode(f *font) {
	if f.dict["ToUnicode"] == nil {
		c.flag("UA 7.21.7", "to-unicode-missing", f.where, "no ToUnicode")
		return
	}
	for _, code := range f.codes() {
		text, ok := f.unicode.text[code]
		if !ok || text == "" {
			c.flag("UA 7.21.7", "to-unicode-code", f.where, "code %04X (%s) is not mapped", code, f.shown[code].where)
			continue
		}
		for _, r := range text {
			switch {
			case r == 0 || r == 0xFEFF || r == 0xFFFE || r == 0xFFFD:
				c.flag("UA 7.21.7", "to-unicode-value", f.where, "code %04X is mapped to %U", code, r)
			case unicode.Is(unicode.Co, r):
				c.flag("A 6.2.11.7.3", "to-unicode-private", f.where, "code %04X is mapped to private use %U", code, r)
			}
		}
	}
}

func (f *font) codes() []int {
	out := make([]int, 0, len(f.shown))
	for code := range f.shown {
		out = append(out, code)
	}
	sort.Ints(out)
	return out
}

// letter tells that a text is one letter or digit that no type draws like another
// one, so that two of them with one glyph are a mistake.
func letter(text string) bool {
	return len(text) == 1 && (text[0] >= '0' && text[0] <= '9' || text[0] >= 'A' && text[0] <= 'Z' || text[0] >= 'a' && text[0] <= 'z')
}

// blank tells that a text has nothing to draw.
func blank(text string) bool {
	for _, r := range text {
		invisible := unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) && r != '\u00ad'
		if !invisible {
			return false
		}
	}
	return true
}

// glyphWidths are W and DW of a CIDFont (ISO 32000-1, 9.7.4.3), in thousandths.
type glyphWidths struct {
	own   map[int]float64
	other float64
}

func (w glyphWidths) of(code int) float64 {
	if v, ok := w.own[code]; ok {
		return v
	}
	return w.other
}

func (c *checker) readWidths(d rawpdf.Dict) glyphWidths {
	w := glyphWidths{own: map[int]float64{}, other: 1000}
	if v, ok := c.number(d["DW"]); ok {
		w.other = v
	}
	list, entries := c.array(d["W"]), 0
	for i := 0; i+1 < len(list); {
		first, _ := c.integer(list[i])
		if each := c.array(list[i+1]); each != nil {
			for k, o := range each {
				w.own[first+k], _ = c.number(o)
			}
			i += 2
			continue
		}
		if i+2 >= len(list) {
			break
		}
		last, _ := c.integer(list[i+1])
		width, _ := c.number(list[i+2])
		for code := first; code <= last && entries < maxMapped; code++ {
			w.own[code] = width
			entries++
		}
		i += 3
	}
	return w
}
