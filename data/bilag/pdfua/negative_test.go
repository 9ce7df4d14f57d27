package pdfua

import (
	"bytes"
	"slices"
	"strings"
	"testing"
)

// fault breaks a good paper in one way; codes are all that may be found then.
type fault struct {
	name  string
	codes string
	make  func(*sample)
}

// swap replaces one piece of one object.
func swap(object, old, new string) func(*sample) {
	return func(s *sample) { s.t.Helper(); s.edit(object, old, new) }
}

// both makes one break of several edits.
func both(steps ...func(*sample)) func(*sample) {
	return func(s *sample) {
		for _, step := range steps {
			step(s)
		}
	}
}

// also adds an object that nothing leads to.
func also(name, body string) func(*sample) {
	return func(s *sample) { s.add(name, body) }
}

// afterwards changes the assembled bytes.
func afterwards(old, new string) func(*sample) {
	return func(s *sample) {
		s.after = func(pdf []byte) []byte {
			if !bytes.Contains(pdf, []byte(old)) {
				s.t.Fatalf("the file does not hold %q", old)
			}
			return bytes.Replace(pdf, []byte(old), []byte(new), 1)
		}
	}
}

// TestFaults is the other half of the check: it must see each fault, and must
// not take it for another one.
func TestFaults(t *testing.T) {
	for _, faults := range [][]fault{documentFaults, contentFaults, structureFaults, annotationFaults, fontFaults, fileFaults} {
		for _, f := range faults {
			t.Run(f.name, func(t *testing.T) {
				s := newSample(t)
				f.make(s)
				r := Check(s.bytes())
				want := strings.Fields(f.codes)
				slices.Sort(want)
				if got := r.Codes(); !slices.Equal(got, want) {
					t.Errorf("found %v, expected %v\n%s", got, want, r)
				}
				for _, finding := range r.Findings {
					if finding.Clause == "" || finding.Where == "" || finding.Detail == "" {
						t.Errorf("half a finding: %+v", finding)
					}
				}
			})
		}
	}
}

var documentFaults = []fault{
	{"no language", "lang-missing", swap("catalog", "/Lang(da-DK)", "")},
	{"language is a word", "lang-syntax", swap("catalog", "da-DK", "på dansk")},
	{"language of an element", "lang-syntax", swap("para", "/K[", "/Lang(dansk sprog)/K[")},
	{"not marked", "marked", swap("catalog", "/Marked true", "/Marked false")},
	{"suspects", "suspects", swap("catalog", "/Marked true", "/Marked true/Suspects true")},
	{"file name shown", "display-title", swap("catalog", "/DisplayDocTitle true", "")},
	{"no metadata", "metadata-missing", swap("catalog", "/Metadata @metadata", "")},
	{"metadata of no type", "metadata-type", swap("metadata", "/Subtype/XML", "")},
	{"metadata cut", "xmp-malformed", swap("metadata", "</x:xmpmeta>", "")},
	{"no packet end", "xmp-malformed", swap("metadata", `<?xpacket end="w"?>`, "")},
	{"titles differ", "title-mismatch", swap("metadata", "Prøve", "Prøven")},
	{"no title", "title-missing title-mismatch", swap("info", "/Title<FEFF0050007200F800760065>", "")},
	{"authors differ", "info-mismatch", swap("info", "(Kontoret)", "(En anden)")},
	{"dates differ", "date-mismatch", swap("info", "20260301110000Z", "20260301110001Z")},
	{"date without zone", "date", swap("info", "20260301110000Z", "20260301110000")},
	{"date that is none", "date", swap("info", "D:20260301110000Z", "D:20260231110000Z")},
	{"no XMP date", "date", swap("metadata", "<xmp:ModifyDate>2026-03-01T11:00:00Z</xmp:ModifyDate>", "")},
	{"other part of UA", "pdfua-id", swap("metadata", "<pdfuaid:part>1<", "<pdfuaid:part>2<")},
	{"lower level of A", "pdfa-id", swap("metadata", `conformance="A"`, `conformance="B"`)},
	{"UA not described", "extension-schema", swap("metadata", "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua", "<pdfaSchema:namespaceURI>http://www.aiim.org/other")},
	{"property not described", "extension-schema", swap("metadata", "<pdfaProperty:name>part", "<pdfaProperty:name>amd")},
	{"other prefix", "id-prefix extension-schema", func(s *sample) {
		s.edit("metadata", `xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part>`, `xmlns:ua="http://www.aiim.org/pdfua/ns/id/"><ua:part>1</ua:part>`)
	}},
	{"layers without name", "optional-content", swap("catalog", "/Lang", "/OCProperties<</OCGs[]/D<</Order[]>>>>/Lang")},
}

var fileFaults = []fault{
	{"older version", "header", afterwards("%PDF-1.7", "%PDF-1.4")},
	{"no binary comment", "header", afterwards("%\xe2\xe3\xcf\xd3", "%text")},
	{"something after the end", "file-end", afterwards("%%EOF\n", "%%EOF\nmore")},
	{"no ID", "id-missing", func(s *sample) { s.trailer = "/Info @info" }},
	{"other version in the catalog", "version", swap("catalog", "/Lang", "/Version/1.4/Lang")},
	{"no output intent", "output-intent", swap("catalog", "/S/GTS_PDFA1", "/S/GTS_PDFX")},
	{"grey profile", "icc", swap("icc", "RGB XYZ", "GRAYXYZ")},
	{"profile of four colours", "icc", swap("icc", "/N 3", "/N 4")},
	{"profile without red", "icc", swap("icc", "rXYZ", "xXYZ")},
	{"profile longer than it says", "icc", func(s *sample) { s.stream["icc"] = append(s.stream["icc"], 0, 0, 0, 0) }},
	{"JavaScript", "javascript", swap("catalog", "/Lang", "/OpenAction<</S/JavaScript/JS(app.alert)>>/Lang")},
	{"JavaScript by name", "javascript", swap("catalog", "/Lang", "/Names<</JavaScript<</Names[]>>>>/Lang")},
	{"launch", "action", swap("note1", "/S/URI/URI(https://eksempel.dk/)>>", "/S/URI/URI(https://eksempel.dk/)/Next<</S/Launch/F(x)>>>>")},
	{"named action", "action", also("spare", "<</Type/Action/S/Named/N/Print>>")},
	{"additional action", "action-additional", swap("page2", "/Tabs", "/AA<</O<</S/GoTo/D[@page1/Fit]>>>>/Tabs")},
	{"opens at no page", "destination", swap("catalog", "/Lang", "/OpenAction[@catalog/Fit]/Lang")},
	{"embedded files", "embedded-files", swap("catalog", "/Lang", "/Names<</EmbeddedFiles<</Names[]>>>>/Lang")},
	{"file in a dictionary", "embedded-files", also("spare", "<</Type/Filespec/F(a)/UF(a)/EF<</F @icc>>>>")},
	{"requirements", "requirements", swap("catalog", "/Lang", "/Requirements[]/Lang")},
	{"presentation", "presentation", swap("page1", "/Tabs", "/PresSteps<<>>/Tabs")},
	{"permissions", "permissions", swap("catalog", "/Lang", "/Perms<</XX<<>>>>/Lang")},
	{"dynamic form", "form-dynamic", swap("catalog", "/Lang", "/AcroForm<</NeedAppearances true>>/Lang")},
	{"LZW", "filter", func(s *sample) { s.raw["spare"] = true; s.addStream("spare", "<</Filter/LZWDecode>>", []byte("x")) }},
	{"stream elsewhere", "stream-external", func(s *sample) { s.addStream("spare", "<</F(other)>>", []byte("x")) }},
	{"damaged stream", "stream-filter", func(s *sample) {
		s.raw["spare"] = true
		s.addStream("spare", "<</N 3/Filter/FlateDecode>>", []byte("no zlib"))
		s.edit("page2", "/Contents @content2", "/Contents[@content2 @spare]")
	}},
	{"length too short", "stream-length", func(s *sample) { s.delta["content2"] = -1 }},
	{"length too long", "stream-length", func(s *sample) { s.delta["content1"] = 7 }},
	{"offset wrong", "xref-offset", func(s *sample) {
		s.after = func(pdf []byte) []byte {
			at := bytes.Index(pdf, []byte(" 65535 f \n")) + len(" 65535 f \n")
			pdf[at+9] ^= 1
			return pdf
		}
	}},
	{"startxref wrong", "xref", afterwards("startxref\n", "startxref\n9")},
	{"no startxref", "xref", afterwards("startxref", "startsomething")},
	{"size too small", "xref", afterwards("<</Size ", "<</Size 9/Older ")},
	{"named destination", "", both(swap("note2", "[@page2/XYZ 0 800 null]", "(afsnit)"), swap("catalog", "/Lang", "/Names<</Dests<</Names[(afsnit)<</D[@page2/Fit]>>]>>>>/Lang"))},
	{"encrypted", "encrypted", func(s *sample) { s.trailer += "/Encrypt<<>>" }},
	{"no PDF at all", "unreadable", func(s *sample) { s.after = func([]byte) []byte { return []byte("Kære borger") } }},
	{"empty file", "unreadable", func(s *sample) { s.after = func([]byte) []byte { return nil } }},
	{"odd hexadecimal", "hex-string", also("spare", "<ABC>")},
	{"a key twice", "duplicate-key", also("spare", "<</A 1/A 2>>")},
	{"bad syntax", "syntax", also("spare", "[1 2 what]")},
	{"string too long", "limit", also("spare", "("+strings.Repeat("a", 32768)+")")},
	{"name too long", "limit", also("spare", "/"+strings.Repeat("a", 128))},
	{"no line end", "object-spacing", afterwards("endobj\n2 0 obj\n", "endobj\n2 0 obj ")},
	{"page count", "page-count", swap("pages", "/Count 2", "/Count 3")},
	{"page twice", "page-tree page-count", swap("pages", "/Kids[@page1 @page2]/Count 2", "/Kids[@page1 @page2 @page1]/Count 3")},
	{"page too large", "page-size", swap("page2", "/Tabs", "/MediaBox[0 0 20000 842]/Tabs")},
	{"no resources", "page-resources font-missing heading-empty", func(s *sample) {
		s.edit("pages", "/Resources @resources", "")
		s.edit("page1", "/Tabs", "/Resources @resources/Tabs")
	}},
	{"group of other colours", "group-space", swap("page1", "/CS/DeviceRGB", "/CS/DeviceCMYK")},
	{"page of no type", "type", swap("page2", "/Type/Page", "")},
	{"page of other parents", "page-tree", swap("page2", "/Parent @pages", "/Parent @page1")},
	{"outline open without count", "outline-count", swap("outlines", "/Count 2", "")},
	{"outline count", "outline-count", swap("mark1", "/Count 1", "/Count 2")},
	{"outline count of all", "outline-count", swap("outlines", "/Count 2", "/Count 1")},
	{"outline zero count", "outline-count", swap("mark2", "/Dest", "/Count 0/Dest")},
	{"outline parent", "outline-links", swap("mark2", "/Parent @mark1", "/Parent @outlines")},
	{"outline last", "outline-links", swap("outlines", "/Last @mark1", "/Last @mark2")},
	{"outline circle", "outline-links", swap("mark2", "/Dest", "/Next @mark1/Dest")},
	{"outline title", "outline-title", swap("mark2", "(Afsnit)", "( )")},
	{"outline to nowhere", "destination", swap("mark2", "[@page2/Fit]", "[@catalog/Fit]")},
}
