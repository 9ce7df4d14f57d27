package tabular

import (
	"archive/zip"
	"bytes"
	"os"
	"reflect"
	"strings"
	"testing"
	"time"

	"synlig/data/fault"
)

func TestXLSXOutAndIn(t *testing.T) {
	var out bytes.Buffer
	err := WriteXLSX(&out,
		Sheet{Name: "Tal/alle", Header: []string{"Navn", "Tal"}, Rows: [][]any{
			{"=SUM(A1:A9)", 1.5}, {"æøå – fint", Percent(0.25)}, {"  rum  ", 3}, {nil, true},
			{"linje\nto", time.Date(2026, 3, 5, 23, 0, 0, 0, time.UTC)},
		}},
		Sheet{Name: "Tal/alle"},
	)
	if err != nil {
		t.Fatal(err)
	}
	got, err := ReadXLSX(bytes.NewReader(out.Bytes()), int64(out.Len()), Caps{})
	if err != nil || len(got) != 2 || got[0].Name != "Tal alle" || got[1].Name != "Tal alle 2" {
		t.Fatalf("%v, %v", got, err)
	}
	want := [][]string{{"Navn", "Tal"}, {"=SUM(A1:A9)", "1.5"}, {"æøå – fint", "0.25"}, {"  rum  ", "3"}, {"", "1"}, {"linje\nto", "2026-03-05"}}
	if !reflect.DeepEqual(got[0].Rows, want) || len(got[1].Rows) != 0 {
		t.Errorf("%q", got)
	}
}

func TestXLSXIsRefused(t *testing.T) {
	var sheet, bomb bytes.Buffer
	rows := make([][]any, 100)
	for i := range rows {
		rows[i] = []any{1, 2, 3}
	}
	if err := WriteXLSX(&sheet, Sheet{Rows: rows}); err != nil {
		t.Fatal(err)
	}
	archive := zip.NewWriter(&bomb)
	part, err := archive.Create("xl/worksheets/sheet1.xml")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := part.Write(make([]byte, 8<<20)); err != nil {
		t.Fatal(err)
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		data []byte
		caps Caps
		code fault.Code
	}{
		"text":         {[]byte("a;b"), Caps{}, "table-not-xlsx"},
		"nothing":      {nil, Caps{}, "table-not-xlsx"},
		"cut off":      {sheet.Bytes()[:sheet.Len()/2], Caps{}, "table-not-xlsx"},
		"other zip":    {bomb.Bytes(), Caps{}, "table-not-xlsx"},
		"zip bomb":     {bomb.Bytes(), Caps{Unzipped: 1 << 20}, "table-too-large"},
		"password":     {[]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + strings.Repeat("x", 600)), Caps{}, "table-encrypted"},
		"many rows":    {sheet.Bytes(), Caps{Rows: 99}, "table-too-many-rows"},
		"many columns": {sheet.Bytes(), Caps{Columns: 2}, "table-too-many-columns"},
	} {
		if _, err := ReadXLSX(bytes.NewReader(c.data), int64(len(c.data)), c.caps); !fault.Is(err, c.code) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A sheet beyond excelize's own limit of 16 MB is not put in a temporary file.
func TestXLSXLeavesNothingOnDisk(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"TMPDIR", "TMP", "TEMP"} {
		t.Setenv(name, folder)
	}
	rows := make([][]any, 20000)
	for i := range rows {
		rows[i] = []any{strings.Repeat("fortroligt ", 10), i, i, i, strings.Repeat("x", 800)}
	}
	var out bytes.Buffer
	if err := WriteXLSX(&out, Sheet{Rows: rows}); err != nil {
		t.Fatal(err)
	}
	if left, _ := os.ReadDir(folder); len(left) > 0 {
		t.Errorf("after writing: %v", left)
	}
	if _, err := ReadXLSX(bytes.NewReader(out.Bytes()), int64(out.Len()), Caps{}); err != nil {
		t.Fatal(err)
	}
	if left, _ := os.ReadDir(folder); len(left) > 0 {
		t.Errorf("after reading: %v", left)
	}
}

// workbook is a workbook put together by hand, as other programs write them.
func workbook(t testing.TB, parts map[string]string) *Workbook {
	t.Helper()
	var out bytes.Buffer
	archive := zip.NewWriter(&out)
	add := func(name, text string) {
		part, err := archive.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := part.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	const kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	add("_rels/.rels", `<Relationships><Relationship Id="r" Type="`+kind+`/officeDocument" Target="xl/workbook.xml"/></Relationships>`)
	add("xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="a" Type="`+kind+`/worksheet" Target="worksheets/sheet1.xml"/>`+
		`<Relationship Id="b" Type="`+kind+`/styles" Target="/xl/styles.xml"/><Relationship Id="c" Type="`+kind+`/sharedStrings" Target="sharedStrings.xml"/></Relationships>`)
	for name, text := range map[string]string{
		"xl/workbook.xml":          `<x:workbook xmlns:x="u"><x:workbookPr/><x:sheets><x:sheet name="A &amp; B" sheetId="1" r:id="a"/></x:sheets></x:workbook>`,
		"xl/styles.xml":            `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd hh:mm"/><numFmt numFmtId="165" formatCode="&quot;dag &quot;0.00"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="20"/></cellXfs></styleSheet>`,
		"xl/sharedStrings.xml":     `<sst><si><t>Kender du os?</t></si><si/><si><r><t xml:space="preserve">Ja, </t></r><r><t>meget</t></r><rPh><t>x</t></rPh></si><si><t>a_x000D_b_x005F_x</t></si></sst>`,
		"xl/worksheets/sheet1.xml": `<worksheet><sheetData></sheetData></worksheet>`,
	} {
		if parts[name] != "" {
			text = parts[name]
		}
		add(name, text)
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	book, err := OpenWorkbook(bytes.NewReader(out.Bytes()), int64(out.Len()), Caps{})
	if err != nil {
		t.Fatal(err)
	}
	return book
}

func TestSheetsOfOtherPrograms(t *testing.T) {
	book := workbook(t, map[string]string{"xl/worksheets/sheet1.xml": `<?xml version="1.0"?><!-- <row> --><worksheet><sheetData>
		<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>2</v></c><c r="D2" t="s"><v>1</v></c></row>
		<row r="5"><c r="B5" t="inlineStr"><is><t>a &lt;b&gt; &#230; <![CDATA[&amp;]]></t></is></c><c><v>0.25</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c></row>
		<row><c s="1"><v>46086</v></c><c s="2"><v>46086.570173611</v></c><c s="3"><v>46086</v></c><c s="4"><v>0.5</v></c><c s="9"><v>7</v></c></row>
		<row><c><f>A1+1</f><v>5</v></c><c><f>A1&gt;"x"</f></c><c t="str"><f>B1</f><v>tekst</v></c><c t="s"><v>3</v></c></row>
		<row/></sheetData><mergeCells count="1"><mergeCell ref="A2:B2"/></mergeCells></worksheet>`})
	if got := book.Sheets(); !reflect.DeepEqual(got, []string{"A & B"}) {
		t.Fatalf("%q", got)
	}
	var got [][]string
	var numbers []int
	counts, err := book.Scan("A & B", func(n int, cells [][]byte) error {
		var row []string
		for _, c := range cells {
			row = append(row, string(c))
		}
		got, numbers = append(got, row), append(numbers, n)
		return nil
	})
	want := [][]string{
		{"Kender du os?", "", "Ja, meget"},
		{"", "a <b> æ &amp;", "0.25", "1", "#N/A"},
		{"2026-03-05", "2026-03-05 13:41:03", "46086", "12:00:00", "7"},
		{"5", "", "tekst", "a\rb_x"},
	}
	if err != nil || !reflect.DeepEqual(got, want) || !reflect.DeepEqual(numbers, []int{2, 5, 6, 7}) {
		t.Errorf("%q, %v, %v", got, numbers, err)
	}
	if want := (Counts{Formulas: 3, Unsolved: 1, Merged: 1, DateCells: 3, Errors: 1}); counts != want {
		t.Errorf("%+v", counts)
	}
	if _, err := book.Scan("C", nil); !fault.Is(err, "table-no-sheet") {
		t.Error(err)
	}
}

func TestABrokenSheetIsToldOf(t *testing.T) {
	for name, sheet := range map[string]string{
		"breaks off in a tag":     `<worksheet><sheetData><row><c><v>1</v></c></row><row><c r="`,
		"breaks off between tags": `<worksheet><sheetData><row><c><v>1</v></c></row>`,
		"a string not there":      `<worksheet><sheetData><row><c t="s"><v>99</v></c></row></sheetData></worksheet>`,
		"a string of no number":   `<worksheet><sheetData><row><c t="s"><v>x</v></c></row></sheetData></worksheet>`,
		"a column beyond all":     `<worksheet><sheetData><row><c r="ZZZ1"><v>1</v></c></row></sheetData></worksheet>`,
	} {
		book := workbook(t, map[string]string{"xl/worksheets/sheet1.xml": sheet})
		if _, err := book.Scan("A & B", func(int, [][]byte) error { return nil }); err == nil || fault.CodeOf(err) == fault.Internal {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestFormatsOfDates(t *testing.T) {
	for code, want := range map[string]dateStyle{
		"General": plainNumber, "0.00E+00": plainNumber, `#,##0 "kr."`: plainNumber, `0.0"d"`: plainNumber, "[Red]0.0": plainNumber, `0\d`: plainNumber,
		"dd-mm-yyyy": asDate, "[$-406]d. mmmm yyyy;@": asDate, "m/d/yy h:mm": asDate, "hh:mm:ss": asTime, "[h]:mm": asTime, "[$-F800]dddd": asDate,
	} {
		if got := formatStyle(code); got != want {
			t.Errorf("%q: %d, want %d", code, got, want)
		}
	}
	out, ok := epoch{from1904: true}.appendDate(nil, []byte("0"), asDate)
	if string(out) != "1904-01-01" || !ok {
		t.Errorf("%s", out)
	}
}

func FuzzSheet(f *testing.F) {
	f.Add([]byte(`<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row></sheetData></worksheet>`))
	f.Add([]byte(`<a><![CDATA[x]]><!-- y --><b c='>'/></a>`))
	book := workbook(f, map[string]string{})
	f.Fuzz(func(t *testing.T, data []byte) {
		r := sheetReader{tokens: newTokens(bytes.NewReader(data)), book: book, row: func(_ int, cells [][]byte) error {
			if len(cells) > book.caps.Columns {
				t.Errorf("%d cells", len(cells))
			}
			return nil
		}}
		if err := r.read(); err != nil && fault.CodeOf(err) == fault.Internal {
			t.Error(err)
		}
	})
}

func FuzzWorkbook(f *testing.F) {
	var out bytes.Buffer
	if err := WriteXLSX(&out, Sheet{Header: []string{"a"}, Rows: [][]any{{"x", 1.5}}}); err != nil {
		f.Fatal(err)
	}
	f.Add(out.Bytes())
	f.Fuzz(func(t *testing.T, data []byte) {
		if _, err := ReadXLSX(bytes.NewReader(data), int64(len(data)), Caps{Unzipped: 1 << 20}); err != nil && fault.CodeOf(err) == fault.Internal {
			t.Error(err)
		}
	})
}
