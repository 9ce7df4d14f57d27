package bilag

import (
	"bytes"
	"context"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"synlig/data/example"
	"synlig/data/survey"
	"synlig/data/survey/present"
	"synlig/data/tabular"
)

// asked is an invented question and how often each answer is given.
type asked struct {
	q      survey.Question
	shares []int // per cent
}

func answers(names ...string) []survey.Answer {
	all := make([]survey.Answer, len(names))
	for i, name := range names {
		all[i] = survey.Answer{Code: name, Label: name, Order: len(names) - i, DontKnow: name == "Ved ikke"}
	}
	return all
}

// invented is a wave of an invented municipality; shift moves people from the
// last answers to the first.
func invented(t testing.TB, title string, shift int, departments ...survey.Department) *survey.View {
	t.Helper()
	questions := []asked{
		{survey.Question{ID: "heard", Text: "Har du hørt om Borgerrådgiveren?", Answers: answers("Ja, og jeg ved, hvad Borgerrådgiveren laver", "Ja, men jeg ved ikke ret meget", "Nej", "Ved ikke")}, []int{17, 28, 48, 7}},
		{survey.Question{ID: "tasks", Text: "Hvor godt kender du Borgerrådgiverens opgaver og kompetence?", Kind: survey.Scale, Answers: answers("Meget godt", "Godt", "Noget", "Lidt", "Slet ikke")}, []int{6, 15, 29, 31, 19}},
		{survey.Question{ID: "overturn", Text: "Kan Borgerrådgiveren omgøre en afgørelse, som en forvaltning har truffet?", Answers: answers("Ja", "Nej", "Ved ikke")}, []int{25, 44, 31}},
		{survey.Question{ID: "call", Text: "Ved du, at du som medarbejder kan ringe til Borgerrådgiveren og få sparring om sagsbehandling?", Answers: answers("Ja, jeg har brugt det", "Ja, men ikke brugt det", "Nej")}, []int{5, 26, 69}},
		{survey.Question{ID: "trust", Text: "Hvor stor tillid har du til, at Borgerrådgiveren er uafhængig og saglig?", Kind: survey.Scale, Answers: answers("Meget stor", "Stor", "Nogen", "Lille", "Ingen", "Ved ikke")}, []int{18, 34, 22, 8, 5, 13}},
		{survey.Question{ID: "klarret", Text: "Kender du KlarRet?", Answers: answers("Ja, og bruger dem", "Ja, har læst dem", "Har hørt om dem", "Nej")}, []int{9, 14, 22, 55}},
	}
	n := 0
	var names []survey.Answer
	for _, d := range departments {
		names = append(names, survey.Answer{Code: d.Name})
		n += d.Staff / 4
	}
	w := survey.NewWave(title, n)
	w.Date = time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC)
	where := survey.Question{ID: "department", Text: "Forvaltning", Answers: names, Background: true}
	place := survey.NewColumn(where, n)
	r := 0
	for i, d := range departments {
		for range d.Staff / 4 {
			place.Choose(r, i)
			r++
		}
	}
	w.Department = w.Add(where, place)
	state := uint32(7)
	for _, a := range questions {
		c := survey.NewColumn(a.q, n)
		for r := range n {
			state = state*1664525 + 1013904223
			left := int(state>>16)%100 - shift - 3*place.Answer(r)
			for i, share := range a.shares {
				if left -= share; left < 0 || i == len(a.shares)-1 {
					c.Choose(r, i)
					break
				}
			}
		}
		w.Add(a.q, c)
	}
	w.SetFrame(departments)
	v, err := survey.NewView(w, survey.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	return v
}

var municipality = []survey.Department{
	{Name: "Skoleforvaltningen", Staff: 5200}, {Name: "Omsorgsforvaltningen", Staff: 3100}, {Name: "Social- og Familieforvaltningen", Staff: 2400},
	{Name: "Park- og Vejforvaltningen", Staff: 900}, {Name: "Kulturforvaltningen", Staff: 640}, {Name: "Centralforvaltningen", Staff: 410}, {Name: "Havnekontoret", Staff: 33},
}

func report(t testing.TB) SurveyReport {
	later := invented(t, "marts 2026", 4, municipality...)
	return SurveyReport{
		Title: "Kendskab til Borgerrådgiveren", Office: "Borgerrådgiveren", Example: true,
		Later: later, Earlier: invented(t, "marts 2024", 0, municipality[:6]...), Keys: SurveyKeys(later.Wave),
	}
}

func TestSurveyReport(t *testing.T) {
	r := report(t)
	if len(r.Keys) != 7 || r.Keys[0].ID != "heard" || len(r.Keys[0].Answers) != 2 || r.Keys[4].Base != survey.Substantive {
		t.Fatalf("%+v", r.Keys)
	}
	file, err := Survey(context.Background(), r, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if folder := os.Getenv("SYNLIG_LOOK"); folder != "" {
		os.WriteFile(filepath.Join(folder, "survey.pdf"), file, 0o600)
	}
	got := green(t, file)
	if got.Pages < 2 || got.Pages > 4 {
		t.Errorf("%d pages", got.Pages)
	}
	for _, want := range []string{
		"Usikkerhedsintervallet dækker kun den tilfældige usikkerhed. Det dækker ikke, at de, der ikke har svaret, kan adskille sig fra dem, der har.",
		"Svarprocent", "Vægtet", "Uvægtet", "Tallene gælder alle, der svarede.", "skjult af hensyn til anonymitet", "Wilsons 95", "Har hørt om Borgerrådgiveren", "Sådan er tallene lavet",
	} {
		if !strings.Contains(got.Text, want) {
			t.Errorf("the report does not say %q", want)
		}
	}
	if strings.Contains(got.Text, "survey.") || strings.Contains(got.Text, "paper.") || strings.Contains(got.Text, "NaN") {
		t.Error("a key without words, or a figure that is none, is printed")
	}
	again, _ := Survey(context.Background(), r, Options{})
	if !bytes.Equal(file, again) {
		t.Error("the same report gave other bytes")
	}
}

// TestSurveyReportOfLittle: one wave, no frame, no department, nothing to count.
func TestSurveyReportOfLittle(t *testing.T) {
	one := report(t)
	one.Earlier = nil
	plain := invented(t, "uden ramme", 0, municipality...)
	plain.Wave.Staff, plain.Wave.Invited = nil, 0
	nowhere := invented(t, "uden forvaltning", 0, municipality...)
	nowhere.Wave.Department, nowhere.Wave.Staff = -1, nil
	bare, err := survey.NewView(nowhere.Wave, survey.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	empty, _ := survey.NewView(survey.NewWave("tom", 0), survey.Filter{})
	few := invented(t, "få", 0, survey.Department{Name: "Lille", Staff: 9}, survey.Department{Name: "Mindre", Staff: 8})
	for name, r := range map[string]SurveyReport{
		"one wave": one, "no frame": {Later: plain, Keys: SurveyKeys(plain.Wave)},
		"no department": {Later: bare, Keys: SurveyKeys(bare.Wave)}, "nobody": {Later: empty},
		"few": {Later: few, Keys: SurveyKeys(few.Wave)},
	} {
		t.Run(name, func(t *testing.T) {
			file, err := Survey(context.Background(), r, Options{})
			if err != nil {
				t.Fatal(err)
			}
			if got := green(t, file); !strings.Contains(got.Text, "Usikkerhedsintervallet dækker kun") || strings.Contains(got.Text, "NaN") {
				t.Error(got.Text)
			}
		})
	}
}

// TestTwoReportsAreWarnedOf: a second report with a filter that leaves few out.
func TestTwoReportsAreWarnedOf(t *testing.T) {
	r := report(t)
	session := survey.NewSession()
	if leaks := r.Show(session, "rapport 1"); len(leaks) > 0 {
		t.Errorf("one report gives away %+v", leaks)
	}
	if leaks := r.Show(session, "rapport 1"); len(leaks) > 0 {
		t.Errorf("the same report twice gives away %+v", leaks)
	}
	filtered := report(t)
	filtered.Earlier = nil
	w := r.Later.Wave
	v, err := survey.NewView(w, survey.Filter{Conditions: []survey.Condition{{Question: "heard", Codes: []string{"Ved ikke"}, Not: true}}})
	if err != nil {
		t.Fatal(err)
	}
	filtered.Later = v
	if leaks := filtered.Show(session, "rapport 2"); len(leaks) == 0 {
		t.Error("two reports whose difference is few people go unwarned")
	}
}

func BenchmarkSurvey(b *testing.B) {
	r := report(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Survey(context.Background(), r, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

// TestSurveySheets: every table as rows, hidden figures as words, and nothing
// that a spreadsheet would take for a formula.
func TestSurveySheets(t *testing.T) {
	r := report(t)
	sheets := SurveySheets(r)
	if len(sheets) != 6 {
		t.Fatalf("%d sheets", len(sheets))
	}
	hidden := 0
	for _, s := range sheets {
		for _, row := range s.Rows {
			if len(row) > len(s.Header) {
				t.Errorf("%s: %d cells under %d headings", s.Name, len(row), len(s.Header))
			}
			for _, cell := range row {
				if cell == "skjult" {
					hidden++
				}
				if p, ok := cell.(tabular.Percent); ok && math.IsNaN(float64(p)) {
					t.Errorf("%s: a share of nothing in %v", s.Name, row)
				}
			}
		}
		var csv bytes.Buffer
		if err := tabular.WriteCSV(&csv, s); err != nil || csv.Len() == 0 {
			t.Error(s.Name, err)
		}
	}
	if hidden == 0 {
		t.Error("nothing is hidden in the sheets")
	}
	var book bytes.Buffer
	if err := tabular.WriteXLSX(&book, sheets...); err != nil {
		t.Fatal(err)
	}
	for _, table := range SurveyTables(r, present.Presenter{Words: surveyWords{}}) {
		for _, row := range table.Rows {
			if len(row) != len(table.Columns) {
				t.Errorf("%s: %v", table.Caption, row)
			}
		}
	}
}

// TestExampleSurveyReport: the example office's survey is found by its questions
// and fits the four pages of a report.
func TestExampleSurveyReport(t *testing.T) {
	waves := example.Survey().Waves
	views := make([]*survey.View, len(waves))
	for i, w := range waves {
		v, err := survey.NewView(w, survey.Filter{})
		if err != nil {
			t.Fatal(err)
		}
		views[i] = v
	}
	r := SurveyReport{Title: example.Survey().Title, Example: true, Later: views[len(views)-1], Earlier: views[0], Keys: SurveyKeys(waves[len(waves)-1])}
	var found []string
	for _, k := range r.Keys {
		found = append(found, k.ID)
	}
	if got := strings.Join(found, " "); got != "heard tasks correct used trust klarret-known klarret-used" {
		t.Errorf("key figures %s", got)
	}
	file, err := Survey(context.Background(), r, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if folder := os.Getenv("SYNLIG_LOOK"); folder != "" {
		os.WriteFile(filepath.Join(folder, "example.pdf"), file, 0o600)
	}
	if got := green(t, file); got.Pages > 4 {
		t.Errorf("%d pages", got.Pages)
	}
}
