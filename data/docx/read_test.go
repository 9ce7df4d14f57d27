package docx_test

import (
	"slices"
	"strings"
	"testing"

	"synlig/data/docx"
)

const link = `<Relationship Id="rId5" Type="` + office + `/hyperlink" Target="https://kk.dk/klage" TargetMode="External"/>`

func TestConstructs(t *testing.T) {
	tests := map[string]struct {
		fixture
		want []string
	}{
		"paragraphs": {fixture{body: p("", r("Et.")) + p("") + p("", r(" To ord. "))}, []string{"Et.", "To ord."}},
		"runs join": {fixture{body: p("", r("kom"), `<w:proofErr w:type="spellStart"/>`, r("munen"), r(" svarer"))},
			[]string{"kommunen svarer"}},
		"headings by style name": {fixture{styles: danish, body: p(style("Overskrift1"), r("A")) + p(style("Overskrift2"), r("B")) +
			p(style("MitAfsnit"), r("C")) + p(style("Niveau"), r("D")) + p(style("Overskrift5"), r("E")) + p(style("Rund"), r("F"))},
			[]string{"# A", "## B", "## C", "### D", "### E", "F"}},
		"headings by outline level": {fixture{styles: danish, body: p(`<w:outlineLvl w:val="1"/>`, r("A")) + p(style("Overskrift1")+`<w:outlineLvl w:val="9"/>`, r("B"))},
			[]string{"## A", "B"}},
		"headings without styles.xml": {fixture{body: p(style("Overskrift2"), r("A")) + p(style("Heading3"), r("B"))}, []string{"## A", "### B"}},
		"a title above headings": {fixture{styles: danish, body: p(style("Titel"), r("T")) + p(style("Overskrift1"), r("A")) + p(style("Overskrift2"), r("B"))},
			[]string{"# T", "## A", "### B"}},
		"a title alone": {fixture{styles: danish, body: p(style("Titel"), r("T")) + p(style("Overskrift2"), r("B"))}, []string{"# T", "## B"}},
		"a quotation":   {fixture{styles: danish, body: p(style("Citat"), r("C"))}, []string{"> C"}},
		"lists": {fixture{styles: danish, numbering: lists, body: p(list(0, 1), r("a")) + p(list(1, 1), r("b")) + p(list(0, 2), r("c")) +
			p(list(1, 2), r("d")) + p(list(0, 3), r("e")) + p(list(0, 4), r("f")) + p(list(7, 1), r("g"))},
			[]string{"- a", "  - b", "1. c", "  1. d", "1. e", "f", "    1. g"}},
		"lists by style": {fixture{styles: danish, numbering: lists, body: p(style("Opstilling-punkttegn"), r("a")) +
			p(style("Opstilling-punkttegn")+list(0, 0), r("b"))}, []string{"- a", "b"}},
		"a heading in a list": {fixture{styles: danish, numbering: lists, body: p(style("Overskrift1")+list(0, 2), r("A"))}, []string{"# A"}},
		"numbers with words": {fixture{styles: danish, numbering: lists, body: p(style("Overskrift2")+list(0, 5), r("Formål")) + p(list(1, 5), r("a")) + p(list(1, 5), r("b")) + p(list(0, 5), r("c")) + p(list(1, 5), r("d"))},
			[]string{"## § 1. Formål", "Stk. 2. a", "Stk. 3. b", "§ 2. c", "Stk. 2. d"}},
		"lists without their part": {fixture{styles: danish, body: p(list(0, 2), r("a"))}, []string{"a"}},
		"bold and italic": {fixture{styles: danish, body: p("", `<w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t></w:r>`, r(" "), `<w:r><w:rPr><w:i w:val="true"/></w:rPr><w:t>b</w:t></w:r>`, r(" "),
			`<w:r><w:rPr><w:rStyle w:val="Strk"/></w:rPr><w:t>c</w:t></w:r>`, r(" "), `<w:r><w:rPr><w:rStyle w:val="Fremhv"/></w:rPr><w:t>d</w:t></w:r>`, r(" "),
			`<w:r><w:rPr><w:rStyle w:val="Strk"/><w:b w:val="0"/></w:rPr><w:t>e</w:t></w:r>`)}, []string{"**a** _b_ **c** _d_ e"}},
		"bold headings mark nothing": {fixture{styles: danish, body: p(style("Overskrift1"), `<w:r><w:rPr><w:b/></w:rPr><w:t>A</w:t></w:r>`)}, []string{"# A"}},
		"links": {fixture{rels: link, body: p("", r("se "), `<w:hyperlink r:id="rId5">`, r("her"), `</w:hyperlink>`, r(" "), `<w:hyperlink w:anchor="_Toc1">`, r("der"), `</w:hyperlink>`, r(" "),
			`<w:hyperlink r:id="rId5" w:anchor="s">`, r("s"), `</w:hyperlink>`, `<w:hyperlink r:id="rId9">`, r(" x"), `</w:hyperlink>`)},
			[]string{"se [her](https://kk.dk/klage) der [s](https://kk.dk/klage#s) x"}},
		"links that run programs": {fixture{rels: strings.Replace(link, "https://kk.dk/klage", "JavaScript:alert(1)", 1), body: p("", `<w:hyperlink r:id="rId5">`, r("her"), `</w:hyperlink>`)},
			[]string{"her"}},
		"tabs, breaks and hyphens": {fixture{body: p("", `<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t><w:noBreakHyphen/><w:t>e</w:t><w:softHyphen/><w:t>f</w:t></w:r>`)},
			[]string{"a b c d\u2011e\u00adf"}},
		"content controls, smart tags and custom XML": {fixture{body: `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>` + p("", `<w:sdt><w:sdtContent>`, r("a"), `</w:sdtContent></w:sdt>`,
			`<w:smartTag w:element="place"><w:smartTagPr/>`, r(" b"), `</w:smartTag><w:customXml>`, r(" c"), `</w:customXml>`) + `</w:sdtContent></w:sdt>`}, []string{"a b c"}},
		"fields keep their result": {fixture{body: p("", r("Side "), field(` PAGE \* MERGEFORMAT `, r("7")), r(" af "), `<w:fldSimple w:instr=" NUMPAGES ">`, r("9"), `</w:fldSimple>`)},
			[]string{"Side 7 af 9"}},
		"fields within codes": {fixture{body: p("", field(` IF `+`</w:instrText></w:r>`+field(" DATE ", r("2026"))+`<w:r><w:instrText> = 1 `, r("ja")), r(" tak"))}, []string{"ja tak"}},
		"links as fields": {fixture{body: p("", field(` HYPERLINK "https://kk.dk/a" \l "b" \o "tip" `, r("her")), r(" "), field(` HYPERLINK \l "_Ref" `, r("der")))},
			[]string{"[her](https://kk.dk/a#b) der"}},
		"a field that never ends its code": {fixture{body: p("", mark("begin"), `<w:r><w:instrText> PAGE </w:instrText></w:r>`, r("tekst")) + p("", r("mere"))}, []string{"tekst", "mere"}},
		"one branch of alternate content": {fixture{body: p("", r("a"), `<w:r><mc:AlternateContent><mc:Choice Requires="w16se"><w16se:symEx/></mc:Choice><mc:Fallback><w:t>😀</w:t></mc:Fallback></mc:AlternateContent></w:r>`,
			`<mc:AlternateContent><mc:Choice Requires="wps">`, r("b"), `</mc:Choice><mc:Fallback>`, r("c"), `</mc:Fallback></mc:AlternateContent>`)}, []string{"a😀b"}},
		"strict namespaces": {fixture{namespace: strict, body: p("", r("a"), ins(r(" b")))}, []string{"a b"}},
		"tables row by row": {fixture{body: table(2, tr("", tc(p("", r("a"))), tc(p("", r("b")), p("", r("c")))), tr("", tc(p("")), tc(p(""))), tr("", tc(p("", r("d"))), tc(table(1, tr("", tc(p("", r("e"))))))))},
			[]string{"a | b c", "d | e"}},
		"a table that is a frame":        {fixture{styles: danish, numbering: lists, body: table(1, tr("", tc(p(style("Overskrift1"), r("A")), p(list(0, 1), r("b")))))}, []string{"# A", "- b"}},
		"formulas":                       {fixture{body: p("", r("x "), `<m:oMath><m:r><m:t>=2</m:t></m:r></m:oMath>`)}, []string{"x =2"}},
		"symbols":                        {fixture{body: p("", `<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>`, r(" a "), `<w:r><w:sym w:font="Arial" w:char="00E5"/></w:r>`)}, []string{"→ a å"}},
		"reading aids":                   {fixture{body: p("", `<w:r><w:ruby><w:rubyPr/><w:rt>`+r("x")+`</w:rt><w:rubyBase>`+r("y")+`</w:rubyBase></w:ruby></w:r>`)}, []string{"y"}},
		"a paragraph within a paragraph": {fixture{body: "<w:p>" + r("a") + p("", r("b")) + r("c") + "</w:p>"}, []string{"a bc"}},
		"entities of XML":                {fixture{body: p("", r("a &lt; b &amp; c &#230;&#xE5;"))}, []string{"a < b & c æå"}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			if got := lines(read(t, test.file(t), docx.New).Blocks); !slices.Equal(got, test.want) {
				t.Errorf("got  %q\nwant %q", got, test.want)
			}
		})
	}
}

func mark(kind string) string { return `<w:r><w:fldChar w:fldCharType="` + kind + `"/></w:r>` }

func field(code string, result ...string) string {
	return mark("begin") + `<w:r><w:instrText xml:space="preserve">` + code + `</w:instrText></w:r>` + mark("separate") + strings.Join(result, "") + mark("end")
}

func table(columns int, rows ...string) string {
	return "<w:tbl><w:tblPr/><w:tblGrid>" + strings.Repeat(`<w:gridCol w:w="1"/>`, columns) + "</w:tblGrid>" + strings.Join(rows, "") + "</w:tbl>"
}

func tr(properties string, cells ...string) string {
	return "<w:tr><w:trPr>" + properties + "</w:trPr>" + strings.Join(cells, "") + "</w:tr>"
}

func tc(content ...string) string {
	return "<w:tc><w:tcPr/>" + strings.Join(content, "") + "</w:tc>"
}

func TestRevisions(t *testing.T) {
	moveFrom := `<w:moveFrom` + by + `>` + r("flyttet") + `</w:moveFrom>`
	moveTo := strings.ReplaceAll(moveFrom, "moveFrom", "moveTo")
	tests := map[string]struct {
		body     string
		now, old []string
	}{
		"words in and out":    {p("", r("Vi "), del("skal"), ins(r("bør")), r(" svare.")), []string{"Vi bør svare."}, []string{"Vi skal svare."}},
		"in and out again":    {p("", r("a"), ins(del(" b")), r(" c")), []string{"a c"}, []string{"a c"}},
		"a paragraph in":      {p("", r("a")) + p(markIs("ins"), ins(r("b"))) + p("", r("c")), []string{"a", "b", "c"}, []string{"a", "c"}},
		"a paragraph out":     {p("", r("a")) + p(markIs("del"), del("b")) + p("", r("c")), []string{"a", "c"}, []string{"a", "b", "c"}},
		"a split":             {p(markIs("ins"), r("a")) + p("", r("b")), []string{"a", "b"}, []string{"ab"}},
		"a merge":             {p(markIs("del"), r("a "), del("x")) + p("", r("b")), []string{"a b"}, []string{"a x", "b"}},
		"a merge at the end":  {p("", r("a")) + p(markIs("del"), r("b")), []string{"a", "b"}, []string{"a", "b"}},
		"a mark in and out":   {p(`<w:rPr><w:ins`+by+`/><w:del`+by+`/></w:rPr>`, r("a ")) + p("", r("b")), []string{"a b"}, []string{"a b"}},
		"a merge of headings": {p(style("Overskrift1")+markIs("del"), r("A")) + p("", del("b")), []string{"# A"}, []string{"# A", "b"}},
		"a move":              {p(markIs("moveFrom"), moveFrom) + p("", r("b")) + p(markIs("moveTo"), moveTo), []string{"b", "flyttet"}, []string{"flyttet", "b"}},
		"another style": {p(style("Overskrift2")+`<w:pPrChange`+by+`><w:pPr>`+style("Overskrift1")+`</w:pPr></w:pPrChange>`, r("A")),
			[]string{"## A"}, []string{"# A"}},
		"another style from none": {p(style("Overskrift2")+`<w:pPrChange`+by+`><w:pPr/></w:pPrChange>`, r("A")), []string{"## A"}, []string{"A"}},
		"into a list":             {p(`<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/><w:ins`+by+`/></w:numPr>`, r("a")), []string{"- a"}, []string{"a"}},
		"another level":           {p(list(1, 1)+`<w:pPrChange`+by+`><w:pPr>`+list(0, 1)+`</w:pPr></w:pPrChange>`, r("a")), []string{"  - a"}, []string{"- a"}},
		"bold":                    {p("", `<w:r><w:rPr><w:b/><w:rPrChange`+by+`><w:rPr/></w:rPrChange></w:rPr><w:t>a</w:t></w:r>`), []string{"**a**"}, []string{"a"}},
		"no longer by style":      {p("", `<w:r><w:rPr><w:rPrChange`+by+`><w:rPr><w:rStyle w:val="Strk"/></w:rPr></w:rPrChange></w:rPr><w:t>a</w:t></w:r>`), []string{"a"}, []string{"**a**"}},
		"in a link":               {p("", `<w:hyperlink r:id="rId5">`, r("a"), ins(r("b")), del("c"), `</w:hyperlink>`), []string{"[ab](https://kk.dk/klage)"}, []string{"[ac](https://kk.dk/klage)"}},
		"in a control":            {ins(`<w:sdt><w:sdtContent>`, p("", r("a")), `</w:sdtContent></w:sdt>`) + p("", r("b")), []string{"a", "b"}, []string{"b"}},
		"a row in":                {table(2, tr("", tc(p("", r("a"))), tc(p("", r("b")))), tr("<w:ins"+by+"/>", tc(p("", r("c"))), tc(p("", r("d"))))), []string{"a | b", "c | d"}, []string{"a | b"}},
		"a row out":               {table(2, tr("<w:del"+by+"/>", tc(p("", del("a"))), tc(p("", r("b")))), tr("", tc(p("", r("c"))), tc(p("", r("d"))))), []string{"c | d"}, []string{"a | b", "c | d"}},
		"a cell in":               {table(2, tr("", tc(p("", r("a"))), "<w:tc><w:tcPr><w:cellIns"+by+"/></w:tcPr>"+p("", r("b"))+"</w:tc>")), []string{"a | b"}, []string{"a |"}},
		"words in a cell":         {table(2, tr("", tc(p("", r("a"))), tc(p("", del("b"), ins(r("c")))))), []string{"a | c"}, []string{"a | b"}},
		"a field out": {p("", r("a "), `<w:del`+by+`><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:delInstrText> PAGE </w:delInstrText></w:r>`+
			`<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:delText>7</w:delText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:del>`, r("b")), []string{"a b"}, []string{"a 7b"}},
		"numbers with words": {p(list(0, 5)+markIs("ins"), ins(r("a"))) + p(list(0, 5), r("b")), []string{"§ 1. a", "§ 2. b"}, []string{"§ 1. b"}},
		"all of it out":      {p(markIs("del"), del("a")), nil, []string{"a"}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			file := fixture{styles: danish, numbering: lists, rels: link, body: test.body}.file(t)
			now, old := both(t, file)
			if !slices.Equal(now, test.now) || !slices.Equal(old, test.old) {
				t.Errorf("new %q, want %q\nold %q, want %q", now, test.now, old, test.old)
			}
			result := read(t, file, docx.AsChanges)
			if !slices.Equal(lines(result.Blocks), test.now) || !slices.Equal(lines(result.Base), test.old) {
				t.Errorf("as changes: new %q, old %q", lines(result.Blocks), lines(result.Base))
			}
			found, err := docx.HasRevisions(file)
			if err != nil || !found || !result.HasRevisions {
				t.Errorf("revisions are not noticed: %v %v %v", found, result.HasRevisions, err)
			}
		})
	}
}

func TestWhatIsLeftOutIsTold(t *testing.T) {
	drawing := `<w:r><w:drawing><a:graphic><a:pic/></a:graphic></w:drawing></w:r>`
	body := p("", r("a"), drawing, drawing, `<w:r><w:footnoteReference w:id="2"/></w:r>`, `<w:r><w:endnoteReference w:id="2"/></w:r>`,
		`<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>`+p("", r("i boksen"))+`</w:txbxContent></wps:txbx></w:drawing></mc:Choice>`+
			`<mc:Fallback><w:pict><v:textbox><w:txbxContent>`+p("", r("i boksen"))+`</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
		`<w:r><w:object><o:OLEObject/></w:object></w:r>`, `<w:r><w:drawing><c:chart xmlns:c="urn:c"/></w:drawing></w:r>`,
		`<w:r><w:rPr><w:vanish/></w:rPr><w:t>skjult</w:t></w:r>`, `<w:r><w:rPr><w:rStyle w:val="Skjult"/></w:rPr><w:t>også</w:t></w:r>`,
		`<w:r><w:sym w:font="Wingdings" w:char="F001"/></w:r>`, `<w:commentRangeStart w:id="0"/>`, r(" b"), `<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`,
		`<w:r><w:pict><v:rect o:hr="t"/></w:pict></w:r>`) +
		`<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>` + p("", r("Indhold")) + `</w:sdtContent></w:sdt>` +
		p("", field(` TOC \o "1-3" `, r("1 Mål"), mark("begin"), `<w:r><w:instrText>PAGEREF x</w:instrText></w:r>`, mark("separate"), r("3"), mark("end"))) +
		`<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>` + p("", r("Klik her")) + `</w:sdtContent></w:sdt>` +
		table(2, tr("", tc(p("", r("x"))), tc(p("", r("y"))))) +
		p(style("Indholdsfortegnelse1"), r("2 Midler")) + `<w:altChunk r:id="rId7"/>` +
		`<w:sectPr><w:headerReference r:id="rId8"/><w:footerReference r:id="rId9"/></w:sectPr>`
	result := read(t, fixture{styles: danish, body: body}.file(t), docx.New)
	if got := lines(result.Blocks); !slices.Equal(got, []string{"a b", "x | y"}) {
		t.Errorf("read %q", got)
	}
	want := []docx.LeftOut{
		{Kind: docx.Images, Count: 2}, {Kind: docx.Footnotes, Count: 1}, {Kind: docx.Endnotes, Count: 1}, {Kind: docx.TextBoxes, Count: 1},
		{Kind: docx.Objects, Count: 2}, {Kind: docx.Charts, Count: 1}, {Kind: docx.Hidden, Count: 2}, {Kind: docx.Symbols, Count: 1},
		{Kind: docx.Contents, Count: 2}, {Kind: docx.Placeholders, Count: 1}, {Kind: docx.Tables, Count: 1},
		{Kind: docx.Headers, Count: 1}, {Kind: docx.Footers, Count: 1}, {Kind: docx.Comments, Count: 1},
	}
	if !slices.Equal(result.LeftOut, want) {
		t.Errorf("left out\n%v, want\n%v", result.LeftOut, want)
	}
}

func TestAContentsWithoutEndSwallowsNoHeading(t *testing.T) {
	file := fixture{styles: danish, body: p("", mark("begin"), `<w:r><w:instrText>TOC</w:instrText></w:r>`, mark("separate"), r("1 Mål 3")) +
		p(style("Overskrift1"), r("Mål")) + p("", r("tekst"))}.file(t)
	if got := lines(read(t, file, docx.New).Blocks); !slices.Equal(got, []string{"# Mål", "tekst"}) {
		t.Errorf("read %q", got)
	}
}
