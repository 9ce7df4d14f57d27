package importer

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"synlig/data/survey"
	"synlig/data/survey/importer/sav/savtest"
	"synlig/data/tabular"
)

// grid is a table that a test writes in the shapes of the systems.
type grid [][]string

func (g grid) text(delimiter string) []byte {
	var out strings.Builder
	for _, row := range g {
		for i, cell := range row {
			if i > 0 {
				out.WriteString(delimiter)
			}
			if strings.ContainsAny(cell, delimiter+"\"\n") {
				cell = `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
			}
			out.WriteString(cell)
		}
		out.WriteString("\r\n")
	}
	return []byte(out.String())
}

func (g grid) sheet(name string) tabular.Sheet {
	sheet := tabular.Sheet{Name: name, Header: g[0]}
	for _, row := range g[1:] {
		cells := make([]any, len(row))
		for i, cell := range row {
			if n, ok := number(cell, false); ok {
				cells[i] = n
			} else if cell != "" {
				cells[i] = cell
			}
		}
		sheet.Rows = append(sheet.Rows, cells)
	}
	return sheet
}

func latin(t testing.TB, data []byte) []byte {
	t.Helper()
	out, err := charmap.Windows1252.NewEncoder().Bytes(data)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func utf16(t testing.TB, data []byte) []byte {
	t.Helper()
	out, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().Bytes(data)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func book(t testing.TB, sheets ...tabular.Sheet) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := tabular.WriteXLSX(&out, sheets...); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// surveyXact is a dataset with its structure and labels. Of 999 people 425
// answered; for the others the boxes hold 0, and the rest is empty.
func surveyXact() (dataset, structure, labels grid) {
	dataset = grid{{"respondent", "email", "created", "stato_1", "stato_2", "stato_3", "stato_4", "stato_5", "statc_1", "s_1", "s_2", "s_3_1", "s_3_2", "s_3_3", "s_4", "bg_1"}}
	for r := range 999 {
		row := []string{itoa(5000 + r), fmt.Sprintf("p%d@eksempel.dk", r), "05-03-2026 13:41:03", "0", "0", "0", "0", "0", "1", "", "", "0", "0", "0", "", itoa(1 + r%4)}
		switch {
		case r < 400:
			row[6], row[9], row[10] = "1", itoa(1+r%3), itoa(1+r%5)
			row[11], row[12], row[13] = itoa(r%2), itoa(btoi(r%3 == 0)), "0"
			if r%50 == 0 {
				row[14] = "Flere eksempler, tak"
			}
		case r < 425:
			row[5], row[9] = "1", "2"
		case r < 900:
			row[4] = "1"
		default:
			row[7] = "1"
		}
		dataset = append(dataset, row)
	}
	structure = grid{
		{"variableName", "type", "questionText", "choiceText"},
		{"stato_1", "int", "Samlet status", "Ny"}, {"stato_2", "int", "Samlet status", "Distribueret"}, {"stato_3", "int", "Samlet status", "Nogen svar"},
		{"stato_4", "int", "Samlet status", "Gennemført"}, {"stato_5", "int", "Samlet status", "Frafaldet"},
		{"s_1", "int", "Har du hørt om os?", ""}, {"s_2", "int", "Hvor stor tillid har du til os?", ""},
		{"s_3_1", "int", "Hvor kender du os fra?", "Intranettet"}, {"s_3_2", "int", "Hvor kender du os fra?", "Min leder"}, {"s_3_3", "int", "Hvor kender du os fra?", "Pressen"},
		{"s_4", "string", "Har du forslag?", ""}, {"bg_1", "int", "Forvaltning", ""},
	}
	labels = grid{{"variableName", "value", "label"},
		{"s_1", "1", "Ja"}, {"s_1", "2", "Nej"}, {"s_1", "3", "Ved ikke"},
		{"s_2", "1", "Meget stor"}, {"s_2", "2", "Stor"}, {"s_2", "3", "Nogen"}, {"s_2", "4", "Lille"}, {"s_2", "5", "Ingen"}, {"s_2", "6", "Ved ikke"},
		{"bg_1", "1", "Social"}, {"bg_1", "2", "Økonomi"}, {"bg_1", "3", "Teknik"}, {"bg_1", "4", "Sundhed"},
	}
	return dataset, structure, labels
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

func TestSurveyXact(t *testing.T) {
	dataset, structure, labels := surveyXact()
	shapes := map[string][]File{
		"workbook":  {FromBytes("export.xlsx", book(t, labels.sheet("Labels"), dataset.sheet("Dataset"), structure.sheet("Structure")))},
		"comma":     {FromBytes("structure.csv", structure.text(",")), FromBytes("dataset.csv", dataset.text(",")), FromBytes("labels.csv", labels.text(","))},
		"semicolon": {FromBytes("x/dataset.csv", latin(t, dataset.text(";"))), FromBytes("x/labels.csv", latin(t, labels.text(";"))), FromBytes("x/structure.csv", latin(t, structure.text(";")))},
		"tab":       {FromBytes(`c:\labels.txt`, utf16(t, labels.text("\t"))), FromBytes(`c:\dataset.txt`, utf16(t, dataset.text("\t"))), FromBytes(`c:\structure.txt`, utf16(t, structure.text("\t")))},
	}
	for name, files := range shapes {
		t.Run(name, func(t *testing.T) {
			w, summary, p, findings := imported(t, files...)
			if w.Respondents != 425 || w.Invited != 999 || summary.Rows != 999 || !has(findings, "zeros-not-counted") || has(findings, "status-by-number") {
				t.Fatalf("%d of %d\n%v", w.Respondents, w.Invited, findings)
			}
			if len(w.Questions) != 5 || p.Department != "bg_1" {
				t.Fatalf("%+v", w.Questions)
			}
			know, trust, source := w.Find("s_1"), w.Find("s_2"), w.Find("s_3")
			if know < 0 || trust < 0 || source < 0 || w.Questions[know].Text != "Har du hørt om os?" || w.Questions[trust].Kind != survey.Scale || w.Questions[source].Kind != survey.Multi {
				t.Fatalf("%+v", w.Questions)
			}
			if a := w.Questions[trust].Answers; a[0].Order != 5 || a[4].Order != 1 || !a[5].DontKnow || a[0].Label != "Meget stor" {
				t.Errorf("%+v", a)
			}
			q := w.Questions[source]
			if q.Text != "Hvor kender du os fra?" || q.Answers[1].Label != "Min leder" || w.Columns[source].Ticks[0].Count() != 200 || w.Columns[source].Ticks[1].Count() != 134 {
				t.Errorf("%+v", q)
			}
			if got := counts(w, w.Department, strings.Clone); got["Social"] != 107 || got["Økonomi"] != 106 {
				t.Errorf("%v", got)
			}
			if !slices.ContainsFunc(summary.Dropped, func(d Dropped) bool { return d.Column == "email" && d.Reason == ReasonEmail && d.Values == 999 }) {
				t.Errorf("%+v", summary.Dropped)
			}
		})
	}
}

// Without the labels the states are known by SurveyXact's order, and that is a
// guess.
func TestSurveyXactStatesByNumber(t *testing.T) {
	dataset, _, _ := surveyXact()
	w, _, _, findings := imported(t, FromBytes("dataset.csv", dataset.text(";")))
	if w.Respondents != 425 || !has(Unsure(findings), "status-by-number") {
		t.Errorf("%d, %v", w.Respondents, findings)
	}
}

// The columns of the states may have their names written out.
func TestSurveyXactStatesWrittenOut(t *testing.T) {
	dataset, _, _ := surveyXact()
	for i, name := range dataset[0] {
		dataset[0][i] = strings.Replace(name, "stato_", "statoverall_", 1)
	}
	w, _, _, findings := imported(t, FromBytes("dataset.csv", dataset.text(";")))
	if w.Respondents != 425 || w.Find("statoverall") >= 0 || !has(Unsure(findings), "status-by-number") {
		t.Errorf("%d, %v", w.Respondents, findings)
	}
}

// Who began and answered nothing at all has the same 0 in the boxes as those who
// never began: they are not asked.
func TestZerosOfThoseWhoOnlyBegan(t *testing.T) {
	rows := grid{{"status", "kender", "kilde_1", "kilde_2"}}
	for r := range 60 {
		switch {
		case r < 30:
			rows = append(rows, []string{"Gennemført", itoa(1 + r%2), itoa(r % 2), "0"})
		case r < 40:
			rows = append(rows, []string{"Nogen svar", "", "0", "0"})
		default:
			rows = append(rows, []string{"Distribueret", "", "0", "0"})
		}
	}
	w, _, _, _ := imported(t, FromBytes("svar.csv", rows.text(";")))
	source := w.Find("kilde")
	if w.Respondents != 40 || source < 0 {
		t.Fatalf("%d, %+v", w.Respondents, w.Questions)
	}
	asked := 0
	for r := range w.Respondents {
		if w.Columns[source].State(r) == survey.Answered {
			asked++
		}
	}
	if asked != 30 || w.Columns[source].Ticks[0].Count() != 15 {
		t.Errorf("%d asked, %d ticked", asked, w.Columns[source].Ticks[0].Count())
	}
}

// Invited people who never answered are rows with 0 in the boxes, and nothing
// says so: no state, no time.
func TestTheTrapOfZerosWithoutStates(t *testing.T) {
	dataset, _, _ := surveyXact()
	var bare grid
	for _, row := range dataset {
		bare = append(bare, slices.Concat([]string{row[0]}, row[9:]))
	}
	bare[0][7] = "Forvaltning"
	w, _, p, findings := imported(t, FromBytes("a.csv", bare.text(";")))
	if w.Respondents != 425 || w.Invited != 999 || !p.Status.Answered || !has(Unsure(findings), "rows-without-answer") {
		t.Errorf("%d of %d, %v", w.Respondents, w.Invited, findings)
	}
	for _, f := range findings {
		if f.Code == "rows-without-answer" && (f.Args["count"] != "574" || f.Args["zeros"] != "574") {
			t.Errorf("%v", f.Args)
		}
	}
}

// States that are codes, and nothing says which: their rows do.
func TestStatesThatAreCodes(t *testing.T) {
	dataset, _, _ := surveyXact()
	var coded grid
	for r, row := range dataset {
		state := "status"
		if r > 0 {
			state = itoa(slices.Index(row[3:8], "1") + 1)
		}
		coded = append(coded, slices.Concat([]string{row[0], state}, row[9:]))
	}
	w, _, p, findings := imported(t, FromBytes("a.csv", coded.text(";")))
	if w.Respondents != 425 || w.Invited != 999 || p.Status.Column != "status" || !has(Unsure(findings), "status-by-answers") {
		t.Errorf("%d of %d, %+v", w.Respondents, w.Invited, p.Status)
	}
}

func TestEFS(t *testing.T) {
	g := grid{{"lfdn", "tester", "dispcode", "lastpage", "quota", "v_1", "v_2", "v_3_1", "v_3_2", "v_4", "browser", "referer", "datetime", "duration"}}
	add := func(n int, tester, code, v1, v2, box1, box2, v4 string) {
		for range n {
			g = append(g, []string{itoa(len(g)), tester, code, "77", "0", v1, v2, box1, box2, v4, "Mozilla/5.0 (x)", "https://eksempel.dk", "2026-03-05 13:41:03", "312"})
		}
	}
	add(3, "1", "31", "1", "1", "1", "0", "test")
	add(40, "0", "31", "1", "5", "1", "0", "-99")
	add(20, "0", "32", "2", "-66", "0", "0", "-99")
	add(5, "0", "31", "0", "-77", "-77", "-77", "god\nidé")
	add(10, "0", "22", "1", "-77", "-77", "-77", "-99")
	add(30, "0", "20", "0", "-77", "-77", "-77", "-99")
	add(10, "0", "31", "3", "4", "0", "1", "-99")
	add(10, "0", "31", "4", "3", "0", "1", "-99")
	w, summary, _, findings := imported(t, FromBytes("efs.csv", g.text(";")))
	if w.Respondents != 85 || w.Invited != 125 || summary.Tests != 3 || !has(findings, "tests") {
		t.Fatalf("%d of %d, %+v", w.Respondents, w.Invited, summary)
	}
	v1, v2, boxes, v4 := w.Find("v_1"), w.Find("v_2"), w.Find("v_3"), w.Find("v_4")
	if v1 < 0 || v2 < 0 || boxes < 0 || v4 < 0 {
		t.Fatalf("%+v", w.Questions)
	}
	if s := states(w, v1); s[survey.Answered] != 80 || s[survey.Missing] != 5 {
		t.Errorf("v_1 %v", s)
	}
	if s := states(w, v2); s[survey.Answered] != 60 || s[survey.NotAsked] != 20 || s[survey.Missing] != 5 {
		t.Errorf("v_2 %v %+v", s, w.Questions[v2])
	}
	if s := states(w, boxes); w.Questions[boxes].Kind != survey.Multi || s[survey.Answered] != 80 || s[survey.Missing] != 5 || w.Columns[boxes].Ticks[0].Count() != 40 {
		t.Errorf("boxes %v %+v", s, w.Questions[boxes])
	}
	if s := states(w, v4); w.Questions[v4].Kind != survey.Text || s[survey.Answered] != 5 {
		t.Errorf("v_4 %v %+v", s, w.Questions[v4])
	}
}

func TestLimeSurvey(t *testing.T) {
	for name, boxes := range map[string][2]string{"letters": {"Y", ""}, "numbers": {"1", "2"}, "words": {"Ja", "Nej"}} {
		t.Run(name, func(t *testing.T) {
			g := grid{{"id", "submitdate", "lastpage", "startlanguage", "seed", "token", "ipaddr", "refurl", "Q1", "Q2[SQ001]", "Q2[SQ002]", "Q2[SQ003]", "Q2[other]", "Q3"}}
			for r := range 60 {
				row := []string{itoa(r + 1), "2026-03-05 13:41:03", "4", "da", "12345" + itoa(r), "tok3n" + itoa(r), "192.0.2." + itoa(r), "", "A" + itoa(1+r%3), boxes[r%2], boxes[(r/2)%2], boxes[1], "", "AO0" + itoa(1+r%4)}
				if r >= 50 {
					row[1], row[8], row[9], row[10], row[11], row[13] = "", "", "", "", "", ""
				}
				g = append(g, row)
			}
			w, summary, p, findings := imported(t, FromBytes("results-survey123456.csv", g.text(",")))
			if w.Respondents != 50 || w.Invited != 60 || p.Status.Filled != "submitdate" || summary.First != "2026-03-05" {
				t.Fatalf("%d of %d, %+v", w.Respondents, w.Invited, p.Status)
			}
			at := w.Find("Q2")
			if at < 0 || w.Questions[at].Kind != survey.Multi || len(w.Questions[at].Answers) != 3 {
				t.Fatalf("%+v", w.Questions)
			}
			if n := w.Columns[at].Ticks[0].Count(); n != 25 || w.Columns[at].Ticks[2].Count() != 0 {
				t.Errorf("%d ticked", n)
			}
			if w.Questions[at].Unclear != (name == "letters") || has(Unsure(findings), "box-one-two") != (name == "numbers") {
				t.Errorf("unclear %v, %v", w.Questions[at].Unclear, findings)
			}
			reasons := map[string]string{}
			for _, d := range summary.Dropped {
				reasons[d.Column] = d.Reason
			}
			if reasons["token"] != ReasonSession || reasons["ipaddr"] != ReasonIP || reasons["refurl"] != ReasonReferrer || reasons["seed"] != ReasonSession || reasons["id"] != ReasonSession {
				t.Errorf("%v", reasons)
			}
		})
	}
}

// QuestBack: respondent data as hidden questions, dates as the machine writes
// them, e-mail and IP under headings of the office's own.
func TestQuestBack(t *testing.T) {
	g := grid{{"Besvarelse modtaget", "Skjult: hvem", "Skjult: hvorfra", "Afdeling", "1. Kender du os?", "2. Hvor tilfreds er du?", "3. Hvad kan vi gøre bedre?"}}
	for r := range 48 {
		g = append(g, []string{fmt.Sprintf("3/%d/2026 1:05:09 PM", 1+r%28), fmt.Sprintf("m%d@eksempel.dk", r), "2001:db8::" + itoa(r), []string{"Nord", "Syd"}[r%2],
			[]string{"Ja", "Nej", "Ved ikke"}[r%3], []string{"Meget tilfreds", "Tilfreds", "Hverken/eller", "Utilfreds"}[r%4], []string{"", "Svar hurtigere nr. " + itoa(r)}[r%2]})
	}
	w, summary, p, _ := imported(t, FromBytes("qb.csv", latin(t, g.text("\t"))))
	if p.DateOrder != "mdy" || summary.First != "2026-03-01" || summary.Last != "2026-03-28" {
		t.Errorf("%s %s %s", p.DateOrder, summary.First, summary.Last)
	}
	reasons := map[string]string{}
	for _, d := range summary.Dropped {
		reasons[d.Column] = d.Reason
	}
	if reasons["Skjult: hvem"] != ReasonEmail || reasons["Skjult: hvorfra"] != ReasonIP || reasons["Besvarelse modtaget"] != ReasonTime {
		t.Errorf("%v", reasons)
	}
	if len(w.Questions) != 4 || w.Department != 0 || w.Questions[1].Kind != survey.Single || w.Questions[2].Kind != survey.Scale || w.Questions[3].Kind != survey.Text {
		t.Fatalf("%+v", w.Questions)
	}
	if a := w.Questions[2].Answers; a[0].Label != "Meget tilfreds" || a[0].Order != 5 || a[3].Order != 2 {
		t.Errorf("%+v", a)
	}
	if a := w.Questions[1].Answers; a[0].Label != "Ja" || a[2].Label != "Ved ikke" || !a[2].DontKnow {
		t.Errorf("%+v", a)
	}
}

func TestFormsWithOptionsInOneCell(t *testing.T) {
	g := grid{{"ID", "Start time", "Completion time", "Email", "Name", "Hvor er du ansat?\n(forvaltning)", "Hvad bruger du?", "Kommentar"}}
	for r := range 30 {
		var chosen []string
		for i, option := range []string{"Breve", "Telefon", "Møder"} {
			if r>>i&1 == 1 {
				chosen = append(chosen, option+";")
			}
		}
		g = append(g, []string{itoa(r + 1), "3/5/26 13:41:03", "3/5/26 13:45:03", "anonymous", "", []string{"A", "B"}[r%2], strings.Join(chosen, ""), []string{"", "Tak; det var fint"}[r%2]})
	}
	w, _, p, findings := imported(t, FromBytes("forms.xlsx", book(t, g.sheet("Sheet1"))))
	if w.Respondents != 30 || len(w.Questions) != 3 || w.Questions[1].Kind != survey.Multi || w.Columns[1].Ticks[0].Count() != 15 || w.Department != 0 {
		t.Fatalf("%d %+v", w.Respondents, w.Questions)
	}
	if !has(findings, "unclear") || !has(Unsure(findings), "date-order") || p.Questions[1].Separator != ";" {
		t.Errorf("%v", findings)
	}
}

// SPSS says itself what is missing, what belongs together and what is a date.
func TestSPSS(t *testing.T) {
	f := savtest.File{Order: binary.LittleEndian, Compression: 2, Encoding: "UTF-8", Sets: "$kilder=D1 1 22 Hvor kender du os fra? V2 V3\n",
		Variables: []savtest.Variable{
			{Name: "FORV", Label: "Forvaltning", Labels: []savtest.Label{{Number: 1, Label: "Social"}, {Number: 2, Label: "Økonomi"}}},
			{Name: "TILLID", Label: "Hvor stor tillid har du?", Missing: []float64{-77}, Labels: []savtest.Label{{Number: 1, Label: "Meget stor"}, {Number: 2, Label: "Stor"}, {Number: 3, Label: "Nogen"}, {Number: 9, Label: "Ved ikke"}, {Number: -77, Label: "Ikke besvaret"}}},
			{Long: "kilde_intranet", Label: "Intranettet"}, {Long: "kilde_leder", Label: "Min leder"},
			{Name: "ALDER", Label: "Alder", Missing: []float64{900, 999}, Span: true},
			{Name: "ANSAT", Label: "Hvornår blev du ansat?", Format: 20},
			{Name: "ORD", Width: 300, Label: "Har du forslag?"},
		}}
	for r := range 64 {
		row := []any{float64(1 + r%2), []float64{1, 2, 3, 9, -77}[r%5], float64(1 + r%2), float64(1 + r/2%2), 20 + float64(r%40), 13992048000 + 86400*float64(r), "Forslag nummer " + itoa(r)}
		if r%8 == 7 {
			row[4] = 901 + float64(r)/100
		}
		if r%16 == 3 {
			row[1], row[5] = nil, nil
		}
		f.Rows = append(f.Rows, row)
	}
	w, _, _, findings := imported(t, FromBytes("a.zsav", f.Bytes()))
	trust, source, age, day := w.Find("TILLID"), w.Find("kilder"), w.Find("ALDER"), w.Find("ANSAT")
	if trust < 0 || source < 0 || age < 0 || day < 0 || w.Department < 0 {
		t.Fatalf("%+v\n%v", w.Questions, findings)
	}
	if s := states(w, trust); s[survey.Missing] != 11 || s[survey.NoAnswer] != 4 || w.Questions[trust].Kind != survey.Scale || len(w.Questions[trust].Answers) != 4 {
		t.Errorf("%v %+v", s, w.Questions[trust])
	}
	if w.Questions[source].Kind != survey.Multi || w.Columns[source].Ticks[0].Count() != 32 || w.Questions[source].Answers[1].Label != "Min leder" || !has(Unsure(findings), "box-one-two") {
		t.Errorf("%+v", w.Questions[source])
	}
	if s := states(w, age); s[survey.Missing] != 8 || w.Questions[age].Kind != survey.Number {
		t.Errorf("%v %+v", s, w.Questions[age])
	}
	if w.Questions[day].Kind != survey.Date || w.Columns[day].Dates[0] != 20517 {
		t.Errorf("%+v %d", w.Questions[day], w.Columns[day].Dates[0])
	}
}

// A question that some were led past is known by the answer that leads to it.
func TestARouteIsFound(t *testing.T) {
	g := grid{{"Forvaltning", "Har du hørt om os?", "Hvor kender du os fra? - Intranettet", "Hvor kender du os fra? - Min leder", "Hvor godt kender du os?"}}
	for r := range 120 {
		row := []string{"A", "Ja", "", "", []string{"Meget godt", "Godt", "Lidt"}[r%3]}
		if r%3 == 0 {
			row[1], row[4] = "Nej", ""
		} else {
			row[2], row[3] = []string{"Intranettet", ""}[r%2], []string{"Min leder", ""}[r/2%2]
		}
		row[0] = []string{"A", "B"}[r%2]
		g = append(g, row)
	}
	w, _, _, findings := imported(t, FromBytes("a.csv", g.text(";")))
	source, know := 2, 3
	if q := w.Questions[source]; q.Route.Question != w.Questions[1].ID || q.Unclear || !slices.Equal(q.Route.Codes, []string{"Ja"}) {
		t.Fatalf("%+v\n%v", w.Questions, findings)
	}
	if s := states(w, source); s[survey.NotAsked] != 40 || s[survey.Answered] != 80 {
		t.Errorf("%v", s)
	}
	if s := states(w, know); s[survey.NotAsked] != 40 || s[survey.Answered] != 80 {
		t.Errorf("%v", s)
	}
}
