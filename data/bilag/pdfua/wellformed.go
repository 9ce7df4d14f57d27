package pdfua

import (
	"slices"
	"strings"
	"unicode/utf8"

	"synlig/data/bilag/pdfua/rawpdf"
)

// wantType wants a dictionary to say what it is, where ISO 32000-1 requires it;
// strict readers refuse one that does not.
func (c *checker) wantType(d rawpdf.Dict, want rawpdf.Name, at string) {
	if got := c.name(d["Type"]); d != nil && got != want {
		c.flag("own 6", "type", at, "Type is %q, not %s", string(got), want)
	}
}

// attributeValues are the attributes of ISO 32000-1, 14.8.5, by owner; a list of
// names is all that may stand there, an empty one allows any value.
var attributeValues = map[rawpdf.Name]map[rawpdf.Name]string{
	"Layout": {
		"Placement": "Block Inline Before Start End", "WritingMode": "LrTb RlTb TbRl",
		"TextAlign": "Start Center End Justify", "BlockAlign": "Before Middle After Justify", "InlineAlign": "Start Center End",
		"TextDecorationType": "None Underline Overline LineThrough",
		"BackgroundColor":    "", "BorderColor": "", "BorderStyle": "", "BorderThickness": "", "Padding": "", "Color": "",
		"SpaceBefore": "", "SpaceAfter": "", "StartIndent": "", "EndIndent": "", "TextIndent": "", "BBox": "", "Width": "",
		"Height": "", "TBorderStyle": "", "TPadding": "", "LineHeight": "", "BaselineShift": "", "TextDecorationColor": "",
		"TextDecorationThickness": "", "RubyAlign": "", "RubyPosition": "", "GlyphOrientationVertical": "",
		"ColumnCount": "", "ColumnGap": "", "ColumnWidths": "",
	},
	"List":       {"ListNumbering": "None Disc Circle Square Decimal UpperRoman LowerRoman UpperAlpha LowerAlpha"},
	"Table":      {"RowSpan": "", "ColSpan": "", "Headers": "", "Scope": "Row Column Both", "Summary": ""},
	"PrintField": {"Role": "rb cb pb tv", "checked": "on off neutral", "Desc": ""},
}

// checkAttributes wants attributes that readers know: a misspelt one is silently
// no attribute at all.
func (c *checker) checkAttributes() {
	for _, e := range c.tree.all {
		if !utf8.ValidString(e.role) {
			c.flag("A 6.1.8", "name-utf8", e.ref.String(), "the type's name %q is not UTF-8", e.role)
		}
		for _, d := range c.attributes(e) {
			known, ok := attributeValues[c.name(d["O"])]
			if !ok {
				c.flag("own 3", "attribute-owner", e.String(), "attributes of the owner %q", string(c.name(d["O"])))
				continue
			}
			for _, key := range sortedKeys(d) {
				allowed, ok := known[key]
				value, isName := c.get(d[key]).(rawpdf.Name)
				if key != "O" && (!ok || allowed != "" && (!isName || !slices.Contains(strings.Fields(allowed), string(value)))) {
					c.flag("own 3", "attribute", e.String(), "%s is no attribute of %s with the value %s", key, c.name(d["O"]), describe(c.get(d[key])))
				}
			}
		}
	}
}

// checkDescriptor wants the keys that ISO 32000-1, 9.8.1, requires.
func (c *checker) checkDescriptor(f *font, d rawpdf.Dict) {
	c.wantType(d, "FontDescriptor", f.where)
	for _, key := range []rawpdf.Name{"Flags", "ItalicAngle", "Ascent", "Descent", "CapHeight", "StemV"} {
		if _, ok := c.number(d[key]); !ok {
			c.flag("own 5", "font-descriptor", f.where, "the descriptor has no %s", key)
		}
	}
	if len(c.array(d["FontBBox"])) != 4 {
		c.flag("own 5", "font-descriptor", f.where, "the descriptor has no FontBBox")
	}
}

// checkRect wants an annotation to have an area on its page.
func (c *checker) checkRect(p *page, d rawpdf.Dict, at string) {
	var r [4]float64
	list := c.array(d["Rect"])
	for i := range min(4, len(list)) {
		r[i], _ = c.number(list[i])
	}
	left, right := min(r[0], r[2]), max(r[0], r[2])
	low, high := min(r[1], r[3]), max(r[1], r[3])
	if len(list) != 4 || right-left <= 0 || high-low <= 0 || right <= p.box[0] || left >= p.box[2] || high <= p.box[1] || low >= p.box[3] {
		c.flag("own 4", "annotation-rect", at, "Rect %.1f has no area on the page", r)
	}
}
