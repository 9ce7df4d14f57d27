package pdfua

import (
	"reflect"
	"regexp"
	"strings"

	"synlig/data/bilag/pdfua/rawpdf"
)

// font is one font dictionary and what is shown with it.
type font struct {
	where     string
	dict      rawpdf.Dict
	composite bool
	unicode   *unicodeMap
	widths    glyphWidths  // of a composite font; of another all are 0
	shown     map[int]*use // by code
}

// use tells where a code was first shown, and whether ever visibly.
type use struct {
	where   string
	visible bool
}

// font gives the font of a resource, made once for each.
func (c *checker) font(o rawpdf.Object, at string) *font {
	d := c.dict(o)
	if d == nil {
		return nil
	}
	key := reflect.ValueOf(d).Pointer() // a resource is read once, so it has one map
	if f := c.fontOf[key]; f != nil {
		return f
	}
	f := &font{where: where(o), dict: d, composite: c.name(d["Subtype"]) == "Type0", shown: map[int]*use{}}
	if _, indirect := o.(rawpdf.Ref); !indirect {
		f.where = "font of " + at
	}
	f.unicode = c.readUnicode(d["ToUnicode"], f.where)
	if list := c.array(d["DescendantFonts"]); len(list) > 0 {
		f.widths = c.readWidths(c.dict(list[0]))
	}
	c.fonts = append(c.fonts, f)
	c.fontOf[key] = f
	return f
}

// show notes the codes of a string and gives their text, their count and their
// width in thousandths of the type size.
func (f *font) show(c *checker, s rawpdf.String, visible bool, at string) (text string, n int, width float64) {
	size := 1
	if f.composite {
		size = 2
	}
	if len(s)%size != 0 {
		c.flag("own 5", "code-length", at, "a string of %d bytes in a font of two-byte codes", len(s))
	}
	var b strings.Builder
	for i := 0; i+size <= len(s); i += size {
		code := int(s[i])
		if size == 2 {
			code = code<<8 | int(s[i+1])
		}
		u := f.shown[code]
		if u == nil {
			u = &use{where: at}
			f.shown[code] = u
		}
		u.visible = u.visible || visible
		b.WriteString(f.unicode.text[code])
		width += f.widths.of(code)
		n++
	}
	return b.String(), n, width
}

// checkFonts holds the rules of fonts, of those used and those only named.
func (c *checker) checkFonts() {
	seen := map[uintptr]bool{}
	for _, p := range c.pages {
		named := c.dict(p.resources["Font"])
		if key := reflect.ValueOf(named).Pointer(); !seen[key] {
			seen[key] = true
			for _, name := range sortedKeys(named) {
				c.font(named[name], p.String())
			}
		}
	}
	for _, f := range c.fonts {
		c.checkFont(f)
	}
}

var subsetName = regexp.MustCompile(`^[A-Z]{6}\+.`)

func (c *checker) checkFont(f *font) {
	if !f.composite {
		c.checkSimpleFont(f)
		return
	}
	descendants := c.array(f.dict["DescendantFonts"])
	if len(descendants) != 1 || c.dict(descendants[0]) == nil {
		c.flag("own 5", "font-descendant", f.where, "a composite font with %d descendants", len(descendants))
		return
	}
	d := c.dict(descendants[0])
	descriptor := c.dict(d["FontDescriptor"])
	base := c.name(f.dict["BaseFont"])
	if !subsetName.MatchString(string(base)) {
		c.flag("own 5", "subset-name", f.where, "%q is no name of a subset, ABCDEF+Name", string(base))
	}
	if a, b := c.name(d["BaseFont"]), c.name(descriptor["FontName"]); a != base || b != base {
		c.flag("own 5", "font-name", f.where, "named %q, %q and %q", string(base), string(a), string(b))
	}
	if e := c.name(f.dict["Encoding"]); e != "Identity-H" {
		c.flag("own 5", "font-encoding", f.where, "encoding %.40s, where Identity-H is expected", describe(c.get(f.dict["Encoding"])))
	}
	if c.name(d["Subtype"]) != "CIDFontType2" {
		c.flag("own 5", "font-kind", f.where, "%q, where CIDFontType2 is expected", string(c.name(d["Subtype"])))
		return
	}
	info := c.dict(d["CIDSystemInfo"])
	if _, ok := c.integer(info["Supplement"]); !ok || c.text(info["Registry"]) == "" || c.text(info["Ordering"]) == "" {
		c.flag("A 6.2.11.3.1", "cid-system", f.where, "no CIDSystemInfo with Registry, Ordering and Supplement")
	}
	c.wantType(f.dict, "Font", f.where)
	c.wantType(d, "Font", f.where)
	c.checkDescriptor(f, descriptor)
	c.checkUnicode(f)
	program := c.stream(descriptor["FontFile2"])
	if program == nil {
		c.flag("UA 7.21.4.1", "font-not-embedded", f.where, "no FontFile2")
		return
	}
	outlines, err := readOutlines(c.data(program, where(descriptor["FontFile2"])))
	if err != nil {
		c.flag("own 5", "font-file", f.where, "%v", err)
		return
	}
	c.checkGlyphs(f, d, outlines)
}

// checkSimpleFont reports every font that is not composite: one that is not
// embedded breaks both standards, another is only beyond this check.
func (c *checker) checkSimpleFont(f *font) {
	descriptor := c.dict(f.dict["FontDescriptor"])
	if descriptor["FontFile"] == nil && descriptor["FontFile2"] == nil && descriptor["FontFile3"] == nil && c.name(f.dict["Subtype"]) != "Type3" {
		c.flag("UA 7.21.4.1", "font-not-embedded", f.where, "%s has no font file", c.name(f.dict["BaseFont"]))
		return
	}
	c.flag("own 5", "font-kind", f.where, "a %s font, where the papers have composite TrueType", c.name(f.dict["Subtype"]))
}

// toGlyph maps codes to glyph numbers by CIDToGIDMap; nil when it is missing.
func (c *checker) toGlyph(o rawpdf.Object, at string) func(int) int {
	switch v := c.get(o).(type) {
	case rawpdf.Name:
		if v == "Identity" {
			return func(code int) int { return code }
		}
	case *rawpdf.Stream:
		data := c.data(v, at)
		return func(code int) int {
			if 2*code+1 < len(data) {
				return int(data[2*code])<<8 | int(data[2*code+1])
			}
			return 0
		}
	}
	return nil
}
