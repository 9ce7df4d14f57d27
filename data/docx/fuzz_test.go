package docx_test

import (
	"testing"

	"synlig/data/document"
	"synlig/data/docx"
	"synlig/data/fault"
)

// sound tells what is wrong with a text, "" for nothing.
func sound(blocks []document.Block) string {
	for _, b := range blocks {
		again := document.NewBlock(b.Kind, b.Level, b.Runs(0, len(b.Text))...)
		if b.Text == "" || !again.Equal(b) {
			return "a block is not in normal form: " + b.Text
		}
	}
	return ""
}

// check reads a file every way and holds the results against each other.
func check(t *testing.T, data []byte) {
	t.Helper()
	result, err := docx.Read(data, docx.AsChanges)
	_, detected := docx.HasRevisions(data)
	if err != nil {
		if fault.CodeOf(err) == fault.Internal {
			t.Fatalf("an error without a code: %v", err)
		}
		return
	}
	if detected != nil {
		t.Fatalf("read, but not looked into: %v", detected)
	}
	now, err := docx.Read(data, docx.New)
	if err != nil {
		t.Fatal(err)
	}
	old, err := docx.Read(data, docx.Old)
	if err != nil {
		t.Fatal(err)
	}
	if wrong := sound(now.Blocks) + sound(old.Blocks); wrong != "" {
		t.Fatal(wrong)
	}
	if len(result.Blocks) != len(now.Blocks) || len(result.Base) != len(old.Blocks) {
		t.Fatalf("as changes %d and %d blocks, else %d and %d", len(result.Base), len(result.Blocks), len(old.Blocks), len(now.Blocks))
	}
	for _, tracked := range result.Tracked {
		for _, at := range tracked.Places {
			blocks := result.Blocks
			if tracked.Op == docx.Deleted || tracked.Op == docx.MovedFrom {
				blocks = result.Base
			}
			if at.Block >= len(blocks) || at.Start < 0 || at.Start > at.End || at.End > len(blocks[at.Block].Text) {
				t.Fatalf("%s %q stands at %+v", tracked.Op, tracked.Text, at)
			}
		}
	}
}

// FuzzReadText reads texts as they stand within a whole file: changing a zip
// file's bytes seldom leads further than to its checksums.
func FuzzReadText(f *testing.F) {
	for _, body := range []string{
		p("", r("a"), ins(r("b")), del("c")) + p(markIs("del"), r("d")) + p(markIs("ins"), ins(r("e"))),
		p(style("Overskrift1")+`<w:pPrChange`+by+`><w:pPr/></w:pPrChange>`, r("a")) + p(list(1, 2), r("b")) + p(list(0, 5), r("c")),
		table(2, tr("<w:ins"+by+"/>", tc(p("", r("a"))), tc(p("", r("b"))))) + table(1, tr("", tc(p("", r("c"))))),
		p("", field(` HYPERLINK "https://kk.dk" `, r("a")), field(" TOC ", r("b")), `<w:fldSimple w:instr="PAGE">`+r("1")+`</w:fldSimple>`),
		p("", `<w:r><mc:AlternateContent><mc:Choice Requires="wps">`+r("a")+`</mc:Choice><mc:Fallback>`+r("b")+`</mc:Fallback></mc:AlternateContent></w:r>`),
		`<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>` + p("", r("a")) + `</w:sdtContent></w:sdt>`,
		p("", `<w:commentRangeStart w:id="0"/>`, ins(r("a")), `<w:commentRangeEnd w:id="0"/><w:r><w:rPr><w:b/><w:rPrChange`+by+`><w:rPr/></w:rPrChange></w:rPr><w:t>e</w:t></w:r>`),
	} {
		f.Add(body, `<w:style w:styleId="X"><w:basedOn w:val="X"/></w:style>`)
	}
	f.Fuzz(func(t *testing.T, body, styles string) {
		check(t, fixture{body: body, styles: danish + styles, numbering: lists, rels: link}.file(t))
	})
}

// FuzzReadFile reads whatever bytes there are.
func FuzzReadFile(f *testing.F) {
	f.Add(fixture{body: p("", r("a"), ins(r("b")))}.file(f))
	f.Add([]byte(oldMagic))
	f.Fuzz(func(t *testing.T, data []byte) { check(t, data) })
}
