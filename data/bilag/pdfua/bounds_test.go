package pdfua

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestBounds: files made to be endless work come to an end, with a finding that
// says why. Each would run for minutes or take all memory without its bound.
func TestBounds(t *testing.T) {
	bounds := []struct {
		name, code string
		make       func(*sample)
	}{
		{"a bomb", "stream-filter", func(s *sample) {
			s.raw["bomb"] = true
			s.addStream("bomb", "<</Filter/FlateDecode>>", deflate(make([]byte, 40<<20)))
			s.edit("page2", "@content2", "[@content2 @bomb]")
		}},
		{"a bomb on every page", "stream-filter", func(s *sample) {
			s.raw["bomb"] = true
			s.addStream("bomb", "<</Filter/FlateDecode>>", deflate(bytes.Repeat([]byte(" "), 1<<20)))
			s.edit("page2", "@content2", "["+strings.Repeat("@bomb ", 60)+"@content2]")
		}},
		{"a deep array", "syntax", func(s *sample) { s.add("deep", strings.Repeat("[", 100_000)) }},
		{"objects inside each other", "syntax", func(s *sample) {
			for i := range 300 {
				s.add(fmt.Sprintf("open%d", i), "[(")
			}
		}},
		{"a page tree in a circle", "page-tree", func(s *sample) { s.edit("pages", "@page2]", "@page2 @pages]") }},
		{"a structure in a circle", "element-twice", func(s *sample) { s.edit("item", "@lbody]", "@lbody @list]") }},
		{"a deep structure", "tree-depth", func(s *sample) {
			s.edit("document", "@enote]", "@enote @deep0]")
			for i := range 400 {
				s.add(fmt.Sprintf("deep%d", i), fmt.Sprintf("<</Type/StructElem/S/Div/K @deep%d/P @deep%d>>", i+1, max(0, i-1)))
			}
			s.add("deep400", "<</Type/StructElem/S/Div/P @deep399>>")
		}},
		{"forms that multiply", "form-depth", func(s *sample) {
			s.addStream("form", "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]>>", bytes.Repeat([]byte("/Fm Do "), 50))
			s.edit("resources", "<</Font", "<</XObject<</Fm @form>>/Font")
			s.edit("content2", "/H2 <<", "/Fm Do /H2 <<")
		}},
		{"a reference to itself", "kid-unknown", func(s *sample) {
			s.edit("document", "@enote]", "@enote @self]")
			s.add("self", "@self")
		}},
		{"ranges over each other", "to-unicode-range", func(s *sample) {
			s.edit("unicode", "endcmap", strings.Repeat("1 beginbfrange <0000> <FFFF> <0000> endbfrange\n", 5000)+"endcmap")
		}},
		{"widths over each other", "glyph-width", func(s *sample) {
			s.edit("cidfont", "/W[", "/W["+strings.Repeat("0 2000000000 5 ", 5000))
			s.edit("cidfont", "]78[", "]78[9")
		}},
		{"a wide table", "table-span", func(s *sample) { s.edit("td", "/K 6", "/K 6/A<</O/Table/ColSpan 2000000000>>") }},
	}
	for _, b := range bounds {
		t.Run(b.name, func(t *testing.T) {
			s := newSample(t)
			b.make(s)
			if r := Check(s.bytes()); !slices.Contains(r.Codes(), b.code) {
				t.Errorf("found %v, expected %s among them", r.Codes(), b.code)
			}
		})
	}
}

// TestCutShort: every beginning of a file is answered.
func TestCutShort(t *testing.T) {
	for _, packed := range []bool{false, true} {
		s := newSample(t)
		s.packed = packed
		pdf := s.bytes()
		for n := 0; n < len(pdf)-2; n += 97 {
			if r := Check(pdf[:n]); r.OK() {
				t.Fatalf("packed %t: nothing found in the first %d of %d bytes", packed, n, len(pdf))
			}
		}
	}
}
