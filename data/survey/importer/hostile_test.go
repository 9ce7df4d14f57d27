package importer

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"runtime"
	"strings"
	"testing"

	"synlig/data/fault"
	"synlig/data/survey"
	"synlig/data/tabular"
)

// answers is a small survey without trouble.
func answers(n int) grid {
	g := grid{{"Forvaltning", "Kender du os?", "Har du forslag?", "Karakter"}}
	for r := range n {
		g = append(g, []string{[]string{"Nord", "Syd"}[r%2], []string{"Ja", "Nej", "Ved ikke"}[r%3], []string{"", "Forslag nr. " + itoa(r)}[r%2], fmt.Sprintf("%d,%d", 1+r%10, r%7)})
	}
	return g
}

func TestHostileText(t *testing.T) {
	plain := answers(60)
	for name, c := range map[string]struct {
		data    []byte
		how     Reading
		finding string // an unsure one that must be there
		people  int
	}{
		"no trouble":          {plain.text(";"), Reading{}, "", 60},
		"commas within":       {plain.text(","), Reading{}, "", 60},
		"bars":                {plain.text("|"), Reading{}, "", 60},
		"wrong delimiter":     {plain.text(";"), Reading{Delimiter: ","}, "", 60},
		"ragged rows":         {[]byte(strings.ReplaceAll(string(plain.text(";")), "Ved ikke;", "Ved ikke;;;x;y;")), Reading{}, "ragged", 60},
		"duplicate headings":  {append([]byte("Kender du os?;Kender du os?;;\r\n"), []byte(strings.SplitN(string(plain.text(";")), "\n", 2)[1])...), Reading{}, "headings-double", 60},
		"mixed encodings":     {append(plain.text(";"), "Nord;Ja;p\xe5 \xf8en;1,2\r\nSyd;Ja;på øen;1,3\r\nSyd;Ja;æøå;1,3\r\n"...), Reading{}, "encoding", 63},
		"a byte order mark":   {append([]byte("\xEF\xBB\xBF"), plain.text(";")...), Reading{}, "", 60},
		"old macintosh":       {[]byte(strings.ReplaceAll(string(plain.text(";")), "\r\n", "\r")), Reading{}, "", 60},
		"a title above":       {append([]byte("Kendskab 2026;;;\r\n;;;\r\n"), plain.text(";")...), Reading{}, "", 60},
		"an encoding given":   {latin(t, plain.text(";")), Reading{Encoding: tabular.Windows1252}, "", 60},
		"no headings":         {[]byte("1;2;3\r\n2;3;1\r\n" + strings.Repeat("3;1;2\r\n", 40)), Reading{}, "headings", 42},
		"a formula in a cell": {append(plain.text(";"), "Nord;Ja;=HYPERLINK(\"x\");1,2\r\n"...), Reading{}, "", 61},
		"mojibake":            {[]byte("Forvaltning;Kender du os?\r\n" + strings.Repeat("SÃ¸en;Ja\r\nÃ˜st;Nej\r\n", 20)), Reading{}, "", 40},
	} {
		t.Run(name, func(t *testing.T) {
			raw, err := Read(t.Context(), []File{FromBytes("a.csv", c.data)}, c.how, nil)
			if err != nil {
				t.Fatal(err)
			}
			p, findings := Examine(raw, nil)
			if raw.Rows != c.people {
				t.Errorf("%d rows", raw.Rows)
			}
			if c.finding != "" && !has(Unsure(findings), c.finding) {
				t.Errorf("not told of: %v", findings)
			}
			if err := Strict(findings); (err == nil) != (len(Unsure(findings)) == 0) || err != nil && !fault.Is(err, "import-unsure") {
				t.Errorf("strict: %v", err)
			}
			if _, _, err := Import(t.Context(), raw, p, nil); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestTextsStayTexts(t *testing.T) {
	g := grid{{"Kommentar", "Kender du os?"}}
	cells := []string{"=1+1", "+45", "-", "@x", "\"citat\"", "0", "to\nlinjer", "  rum  ", "1.000", "2026-03-05"}
	for r := range 60 {
		g = append(g, []string{cells[r%len(cells)], []string{"Ja", "Nej"}[r%2]})
	}
	w, _, _, _ := imported(t, FromBytes("a.csv", g.text(";")))
	if w.Questions[0].Kind != survey.Text {
		t.Fatalf("%+v", w.Questions[0])
	}
	for r := range 60 {
		if got := w.Columns[0].Texts[r]; got != cells[r%len(cells)] {
			t.Errorf("%q became %q", cells[r%len(cells)], got)
		}
	}
}

func TestTenThousandColumns(t *testing.T) {
	var g grid
	for r := range 30 {
		row := make([]string, 10_000)
		for c := range row {
			row[c] = itoa(1 + (r*c)%5)
			if r == 0 {
				row[c] = "q" + itoa(c)
			}
		}
		g = append(g, row)
	}
	w, _, _, _ := imported(t, FromBytes("bred.csv", g.text(";")))
	if w.Respondents != 29 || len(w.Questions) < 9_000 {
		t.Errorf("%d people, %d questions", w.Respondents, len(w.Questions))
	}
}

// forged is an archive whose relations say that they unpack to so many bytes,
// and unpack to 64 MB.
func forged(t testing.TB, says uint64) []byte {
	t.Helper()
	var packed, out bytes.Buffer
	squeeze, err := flate.NewWriter(&packed, flate.BestSpeed)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := squeeze.Write(bytes.Repeat([]byte(" "), 64<<20)); err != nil {
		t.Fatal(err)
	}
	if err := squeeze.Close(); err != nil {
		t.Fatal(err)
	}
	archive := zip.NewWriter(&out)
	part, err := archive.CreateRaw(&zip.FileHeader{Name: "_rels/.rels", Method: zip.Deflate, CompressedSize64: uint64(packed.Len()), UncompressedSize64: says})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := part.Write(packed.Bytes()); err != nil {
		t.Fatal(err)
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestHostileWorkbooks(t *testing.T) {
	bomb := forged(t, 2<<30)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, err := Read(t.Context(), []File{FromBytes("bombe.xlsx", bomb)}, Reading{}, nil)
	runtime.ReadMemStats(&after)
	if grown := (after.TotalAlloc - before.TotalAlloc) >> 20; !fault.Is(err, "table-too-large") || grown > 10 {
		t.Errorf("%v, %d MB", err, grown)
	}
	for name, data := range map[string][]byte{
		"a liar":   forged(t, 1000),
		"cut off":  book(t, answers(50).sheet("A"))[:2000],
		"password": append([]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), make([]byte, 600)...),
		"sav":      []byte("$FL2 ikke en rigtig fil"),
	} {
		if _, err := Read(t.Context(), []File{FromBytes(name, data)}, Reading{}, nil); err == nil || fault.CodeOf(err) == fault.Internal {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestSheetsAndHeadings(t *testing.T) {
	data := book(t, tabular.Sheet{Name: "Læs mig", Header: []string{"Om"}}, answers(40).sheet("Svar"))
	raw, err := Read(t.Context(), []File{FromBytes("a.xlsx", data)}, Reading{}, nil)
	if err != nil || raw.Reading.Sheet != "Svar" || len(raw.Sheets) != 2 || !has(Unsure(raw.Findings), "sheet") {
		t.Fatalf("%+v, %v", raw, err)
	}
	if headings, rows := raw.Preview(2); len(rows) != 2 || headings[1] != "Kender du os?" || rows[1][0] != "Syd" {
		t.Errorf("%q %q", headings, rows)
	}
	// Codes above the questions' texts, as some systems write them.
	two := append(grid{{"forv", "kend", "ord", "kar"}, {"Hvilken forvaltning?", "Kender du os godt?", "Har du forslag til os?", "Hvilken karakter?"}}, answers(40)[1:]...)
	w, _, _, _ := imported(t, FromBytes("a.csv", two.text(";")))
	if w.Respondents != 40 || w.Questions[1].ID != "kend" || w.Questions[1].Text != "Kender du os godt?" {
		t.Errorf("%d %+v", w.Respondents, w.Questions)
	}
}

// Dates that a spreadsheet keeps as numbers, with and without their format.
func TestDatesAsNumbers(t *testing.T) {
	g := grid{{"Forvaltning", "Hvilken dato blev du ansat?"}}
	for r := range 40 {
		g = append(g, []string{[]string{"A", "B"}[r%2], itoa(45_000 + r)})
	}
	w, _, _, findings := imported(t, FromBytes("a.csv", g.text(";")))
	if w.Questions[1].Kind != survey.Date || w.Columns[1].Dates[0] != 45_000-25_569 || !has(Unsure(findings), "date-serials") {
		t.Errorf("%+v %v", w.Questions[1], findings)
	}
}

// Nothing is put in a temporary file, so there is nothing to leave behind, not
// even for a program that is killed.
func TestNoTemporaryFileIsEverMade(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"TMPDIR", "TMP", "TEMP"} {
		t.Setenv(name, folder)
	}
	if err := os.Chmod(folder, 0o500); err != nil { // whoever tries fails
		t.Fatal(err)
	}
	big := answers(20_000)
	for name, data := range map[string][]byte{"csv": big.text(";"), "xlsx": book(t, big.sheet("A"))} {
		seen := 0
		raw, err := Read(t.Context(), []File{FromBytes(name, data)}, Reading{}, func(float64) {
			if left, _ := os.ReadDir(folder); len(left) > 0 { // also while it works
				seen += len(left)
			}
		})
		if err != nil {
			t.Fatal(err)
		}
		p, _ := Examine(raw, nil)
		if _, _, err := Import(t.Context(), raw, p, nil); err != nil {
			t.Fatal(err)
		}
		if left, _ := os.ReadDir(folder); len(left)+seen > 0 {
			t.Errorf("%s: %v", name, left)
		}
	}
}

func TestWorkCanBeStopped(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	shares := []float64{}
	_, err := Read(ctx, []File{FromBytes("a.csv", answers(50_000).text(";"))}, Reading{}, func(share float64) {
		shares = append(shares, share)
		stop()
	})
	if !fault.Is(err, "import-cancelled") || len(shares) == 0 {
		t.Errorf("%v, %v", err, shares)
	}
}

// What was corrected in one wave holds for the next, through JSON too.
func TestAProfileIsUsedAgain(t *testing.T) {
	raw, err := Read(t.Context(), []File{FromBytes("a.csv", answers(60).text(";"))}, Reading{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	p, _ := Examine(raw, nil)
	p.Name = "Vores"
	p.Questions[1].Text = "Kender du Borgerrådgiveren?"
	p.Questions[1].Answers[0].Label = "Ja, det gør jeg"
	p.Dropped = append(p.Dropped, Drop{"Karakter", ReasonName})
	p.Questions = p.Questions[:3]
	text, err := json.Marshal(p)
	if err != nil {
		t.Fatal(err)
	}
	var kept Profile
	if err := json.Unmarshal(text, &kept); err != nil {
		t.Fatal(err)
	}

	next := answers(60)
	next[0] = append(next[0], "Et nyt spørgsmål")
	for r := range next[1:] {
		next[r+1] = append(next[r+1], []string{"X", "Y"}[r%2])
		if r%10 == 0 {
			next[r+1][1] = "Måske"
		}
	}
	raw, err = Read(t.Context(), []File{FromBytes("b.csv", next.text(";"))}, kept.Reading, nil)
	if err != nil {
		t.Fatal(err)
	}
	again, findings := Examine(raw, &kept)
	w, summary, err := Import(t.Context(), raw, again, nil)
	if err != nil {
		t.Fatal(err)
	}
	if again.Name != "Vores" || len(w.Questions) != 4 || w.Questions[1].Text != "Kender du Borgerrådgiveren?" || w.Questions[1].Answers[0].Label != "Ja, det gør jeg" || w.Department != 0 {
		t.Errorf("%+v", w.Questions)
	}
	if a := w.Questions[1].Answers; len(a) != 4 || a[3].Code != "Måske" || !has(Unsure(findings), "answers-new") || !has(Unsure(findings), "profile-column-new") {
		t.Errorf("%+v %v", a, findings)
	}
	if len(summary.Dropped) != 1 || summary.Dropped[0].Values != 60 {
		t.Errorf("%+v", summary.Dropped)
	}
	lacking := grid{}
	for _, row := range next {
		lacking = append(lacking, row[:2])
	}
	if raw, err = Read(t.Context(), []File{FromBytes("c.csv", lacking.text(";"))}, Reading{}, nil); err != nil {
		t.Fatal(err)
	}
	if _, findings = Examine(raw, &kept); !has(Unsure(findings), "profile-column-missing") {
		t.Errorf("%v", findings)
	}
	if _, _, err := Import(t.Context(), raw, kept, nil); !fault.Is(err, "import-profile") {
		t.Error(err)
	}
}

func TestStatesDecideWhoCounts(t *testing.T) {
	g := answers(30)
	g[0] = append(g[0], "Status")
	for r := range g[1:] {
		g[r+1] = append(g[r+1], []string{"Gennemført", "Nogen svar", "Distribueret", "Hvem ved"}[r%4])
	}
	raw, err := Read(t.Context(), []File{FromBytes("a.csv", g.text(";"))}, Reading{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	p, findings := Examine(raw, nil)
	w, summary, err := Import(t.Context(), raw, p, nil)
	if err != nil || w.Respondents != 16 || w.Invited != 30 || len(summary.States) != 4 || !has(Unsure(findings), "state-unknown") || !has(findings, "answers-not-counted") {
		t.Errorf("%d of %d, %v %v", w.Respondents, w.Invited, findings, err)
	}
	for i := range p.Status.States {
		p.Status.States[i].Counted = p.Status.States[i].Value == "Gennemført"
	}
	if w, _, err = Import(t.Context(), raw, p, nil); err != nil || w.Respondents != 8 {
		t.Errorf("corrected: %d, %v", w.Respondents, err)
	}
	for i := range p.Status.States {
		p.Status.States[i].Counted = false
	}
	if _, _, err = Import(t.Context(), raw, p, nil); !fault.Is(err, "import-no-respondents") {
		t.Error(err)
	}
}

// A question about something one may have completed is no state of the
// respondent, and headings of the office's own over people are found.
func TestWhatLooksLikeAStateAndWhatLooksLikeAName(t *testing.T) {
	g := grid{{"Kursus i god sagsbehandling", "Forvaltning", "Kender du os?", "Medarbejderens navn", "Fødselsdato", "Forvaltningens navn"}}
	for r := range 60 {
		g = append(g, []string{[]string{"Gennemført", "I gang", "Ikke påbegyndt"}[r%3], []string{"A", "B"}[r%2], []string{"Ja", "Nej"}[r%2], "Person " + string(rune('A'+r%26)) + string(rune('a'+r/26)), fmt.Sprintf("%02d-05-1980", 1+r%28), []string{"A", "B"}[r%2]})
	}
	w, summary, p, _ := imported(t, FromBytes("a.csv", g.text(";")))
	if w.Respondents != 60 || p.Status.Column != "" {
		t.Errorf("%d, %+v", w.Respondents, p.Status)
	}
	if len(summary.Dropped) != 2 || summary.Dropped[0].Reason != ReasonName || summary.Dropped[1].Reason != ReasonBirth {
		t.Errorf("%+v", summary.Dropped)
	}
	// Without a heading, states are known by the rows they leave empty.
	for r := range g[1:] {
		if r%3 == 2 {
			g[r+1] = []string{"Distribueret", "A", "", "", "", ""}
		}
	}
	g[0][0] = "Hvor langt"
	if w, _, p, _ = imported(t, FromBytes("a.csv", g.text(";"))); w.Respondents != 40 || w.Invited != 60 {
		t.Errorf("%d of %d, %+v", w.Respondents, w.Invited, p.Status)
	}
}

func TestFrames(t *testing.T) {
	for name, data := range map[string][]byte{
		"csv":      []byte("Forvaltning;Ansatte\r\nNord;1.200\r\nSyd;300\r\nI alt;1.500\r\n"),
		"workbook": book(t, grid{{"Forvaltning", "Ansatte"}, {"Nord", "1200"}, {"Syd", "300"}}.sheet("A")),
		"bare":     []byte("Nord,1200\nSyd,300\n"),
	} {
		frame, err := ReadFrame(FromBytes(name, data))
		if err != nil || !reflect.DeepEqual(frame, []survey.Department{{Name: "Nord", Staff: 1200}, {Name: "Syd", Staff: 300}}) {
			t.Errorf("%s: %v, %v", name, frame, err)
		}
	}
	for code, text := range map[fault.Code]string{"frame-no-numbers": "Nord;mange\nSyd;få\n", "frame-double": "Nord;1\nNORD;2\n"} {
		if _, err := ReadFrame(FromBytes("a.csv", []byte(text))); !fault.Is(err, code) {
			t.Errorf("%s: %v", code, err)
		}
	}
}

func FuzzImport(f *testing.F) {
	dataset, _, _ := surveyXact()
	f.Add(answers(12).text(";"), "a.csv")
	f.Add(dataset[:30].text(","), "b.csv")
	f.Add(utf16(f, answers(9).text("\t")), "c.txt")
	f.Add(book(f, answers(9).sheet("A")), "d.xlsx")
	f.Add([]byte("Spørgsmål;Svar;A;B\nX?;Ja;3;4\n;Nej;5;6\n"), "e.csv")
	f.Fuzz(func(t *testing.T, data []byte, name string) {
		raw, err := Read(t.Context(), []File{FromBytes(name, data)}, Reading{}, nil)
		if err != nil {
			if fault.CodeOf(err) == fault.Internal {
				t.Error(err)
			}
			return
		}
		p, _ := Examine(raw, nil)
		w, _, err := Import(t.Context(), raw, p, nil)
		if err != nil {
			if fault.CodeOf(err) == fault.Internal {
				t.Error(err)
			}
			return
		}
		for i := range w.Columns {
			if w.Columns[i].Len() != w.Respondents {
				t.Errorf("%d cells for %d people", w.Columns[i].Len(), w.Respondents)
			}
		}
		again, _ := Examine(raw, &p)
		if !reflect.DeepEqual(len(again.Questions), len(p.Questions)) {
			t.Errorf("%d questions by the profile, %d without", len(again.Questions), len(p.Questions))
		}
	})
}
