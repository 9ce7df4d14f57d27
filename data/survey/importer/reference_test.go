package importer

import (
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"synlig/data/survey"
)

const reference = "../../../../shared/reference/survey"

func opened(t testing.TB, path ...string) File {
	t.Helper()
	name := filepath.Join(append([]string{reference}, path...)...)
	data, err := os.ReadFile(name)
	if os.IsNotExist(err) {
		t.Skip("../shared/reference is not here: no files of others to import")
	}
	if err != nil {
		t.Fatal(err)
	}
	return FromBytes(name, data)
}

// imported takes a file in by its best guess.
func imported(t testing.TB, files ...File) (*survey.Wave, Summary, Profile, []Finding) {
	t.Helper()
	raw, err := Read(t.Context(), files, Reading{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	profile, findings := Examine(raw, nil)
	wave, summary, err := Import(t.Context(), raw, profile, nil)
	if err != nil {
		t.Fatal(err)
	}
	return wave, summary, profile, findings
}

type expected18 struct {
	Rows        int
	Departments map[string]int
	Q1          map[string]int
	Asked       int            `json:"q2_base_asked"`
	Selected    map[string]int `json:"q2_selected"`
	None        int            `json:"q2_asked_none_selected"`
	Q3          struct{ N, Sum float64 }
	Weights     float64  `json:"w_sum"`
	Texts       int      `json:"q4_nonblank"`
	DistinctIn  []string `json:"q4_distinct"`
	Status      map[string]int
	First       string `json:"first_start_iso"`
}

var (
	departments18 = []string{"Børne- og Ungdomsforvaltningen", "Socialforvaltningen", "Økonomiforvaltningen", "Teknik- og Miljøforvaltningen"}
	know18        = map[string]string{"1": "I meget høj grad", "2": "I høj grad", "3": "I nogen grad", "4": "I mindre grad", "5": "Slet ikke", "9": "Ved ikke"}
	sources18     = []string{"Intranettet", "Min leder", "En kollega", "Årsberetningen"}
)

// The same survey in ten shapes says the same. Two shapes keep no codes apart
// from labels, and three lose who was asked: those say so.
func TestTheTenFilesOfCase18(t *testing.T) {
	var want expected18
	if err := json.Unmarshal(contentOf(t, opened(t, "18_import_variants", "expected.json")), &want); err != nil {
		t.Fatal(err)
	}
	files, _ := filepath.Glob(filepath.Join(reference, "18_import_variants", "*_*.*"))
	seen := 0
	for _, path := range files {
		name := filepath.Base(path)
		if name == "make.py" || name == "expected.json" {
			continue
		}
		seen++
		t.Run(name, func(t *testing.T) {
			w, summary, _, findings := imported(t, opened(t, "18_import_variants", name))
			check18(t, name, w, summary, findings, want)
		})
	}
	if seen != 10 {
		t.Errorf("%d files", seen)
	}
}

func contentOf(t testing.TB, f File) []byte {
	t.Helper()
	data := make([]byte, f.Size)
	if _, err := f.Content.ReadAt(data, 0); err != nil && f.Size > 0 {
		if int64(len(data)) != f.Size {
			t.Fatal(err)
		}
	}
	return data
}

func check18(t *testing.T, name string, w *survey.Wave, summary Summary, findings []Finding, want expected18) {
	forms := strings.HasPrefix(name, "g_")
	loses := forms || strings.HasPrefix(name, "a_") || strings.HasPrefix(name, "f_")
	if summary.Rows != want.Rows || summary.Counted != want.Rows || w.Respondents != want.Rows || w.Invited != 0 {
		t.Errorf("%d rows, %d counted, %d invited", summary.Rows, summary.Counted, w.Invited)
	}
	if !forms {
		got := map[string]int{}
		for _, s := range summary.States {
			got[s.Value] += s.Rows
		}
		if !equalCounts(got, want.Status) {
			t.Errorf("states %v", got)
		}
		sum := 0.0
		for _, weight := range w.Weights {
			sum += weight
		}
		if math.Abs(sum-want.Weights) > 1e-9 {
			t.Errorf("weights sum to %v", sum)
		}
	}
	if w.Department < 0 {
		t.Fatal("no department")
	}
	got := counts(w, w.Department, func(code string) string {
		if len(code) == 1 {
			return departments18[code[0]-'1']
		}
		return code
	})
	if !equalCounts(got, want.Departments) {
		t.Errorf("departments %v", got)
	}
	questions := map[survey.Kind][]int{}
	for i := range w.Questions {
		if i != w.Department {
			questions[w.Questions[i].Kind] = append(questions[w.Questions[i].Kind], i)
		}
	}
	for _, k := range []survey.Kind{survey.Scale, survey.Multi, survey.Number, survey.Text} {
		// The SPSS files have a very long string more.
		if n := len(questions[k]); n != 1 && !(k == survey.Text && n == 2 && strings.HasSuffix(name, "sav")) {
			t.Fatalf("%d questions of kind %s: %+v", len(questions[k]), k, w.Questions)
		}
	}
	got = counts(w, questions[survey.Scale][0], func(code string) string {
		if know18[code] != "" {
			return know18[code]
		}
		return code
	})
	got["blank"] = states(w, questions[survey.Scale][0])[survey.NoAnswer]
	if !equalCounts(got, want.Q1) {
		t.Errorf("q1 %v", got)
	}
	checkMulti18(t, w, questions[survey.Multi][0], loses, findings, want)
	n, sum := 0.0, 0.0
	column := &w.Columns[questions[survey.Number][0]]
	for r := range w.Respondents {
		if column.State(r) == survey.Answered {
			n, sum = n+1, sum+column.Numbers[r]
		}
	}
	if n != want.Q3.N || sum != want.Q3.Sum {
		t.Errorf("q3: %v of %v", sum, n)
	}
	checkText18(t, w, questions[survey.Text][0], strings.HasSuffix(name, "sav"), want)
	if day, _, _ := strings.Cut(want.First, " "); summary.First > "2026-03-05" || summary.First < "2026-03-01" || day != "05-03-2026" || summary.Last < "2026-03-20" || summary.Last > "2026-03-28" {
		t.Errorf("from %s to %s", summary.First, summary.Last)
	}
}

func checkMulti18(t *testing.T, w *survey.Wave, at int, loses bool, findings []Finding, want expected18) {
	q, column := &w.Questions[at], &w.Columns[at]
	if len(q.Answers) != 4 {
		t.Fatalf("answers %+v", q.Answers)
	}
	ticks := map[string]int{}
	for i, a := range q.Answers {
		label := a.Name()
		for n, source := range sources18 {
			if strings.HasSuffix(label, "_"+itoa(n+1)) || label == itoa(n+1) {
				label = source
			}
		}
		ticks[label] = column.Ticks[i].Count()
	}
	if !equalCounts(ticks, want.Selected) {
		t.Errorf("ticked %v", ticks)
	}
	none, asked := 0, 0
	for r := range w.Respondents {
		if column.State(r) == survey.NotAsked {
			continue
		}
		asked++
		if !slices.ContainsFunc(column.Ticks, func(b survey.Bits) bool { return b.Has(r) }) {
			none++
		}
	}
	if loses {
		if asked != want.Asked-want.None || none != 0 || !q.Unclear || !has(findings, "unclear") {
			t.Errorf("asked %d, none %d, unclear %v", asked, none, q.Unclear)
		}
	} else if asked != want.Asked || none != want.None || q.Unclear || has(findings, "unclear") {
		t.Errorf("asked %d, none %d, unclear %v", asked, none, q.Unclear)
	}
}

func checkText18(t *testing.T, w *survey.Wave, at int, padded bool, want expected18) {
	column := &w.Columns[at]
	texts, distinct := 0, map[string]bool{"": true}
	for r := range w.Respondents {
		if column.State(r) == survey.Answered {
			texts++
			distinct[column.Texts[r]] = true
		}
	}
	if texts != want.Texts {
		t.Errorf("%d texts", texts)
	}
	for _, text := range want.DistinctIn {
		if padded { // SPSS fills texts up with spaces, and cannot tell its own from others
			text = strings.TrimRight(text, " ")
		}
		if !distinct[text] {
			t.Errorf("%q is lost", text)
		}
		delete(distinct, text)
	}
	if len(distinct) > 0 {
		t.Errorf("made up: %v", distinct)
	}
}

func has(findings []Finding, code string) bool {
	return slices.ContainsFunc(findings, func(f Finding) bool { return f.Code == code })
}

func counts(w *survey.Wave, at int, name func(string) string) map[string]int {
	all := map[string]int{}
	for r := range w.Respondents {
		if i := w.Columns[at].Answer(r); i >= 0 {
			all[name(w.Questions[at].Answers[i].Name())]++
		}
	}
	return all
}

func states(w *survey.Wave, at int) map[survey.State]int {
	all := map[survey.State]int{}
	for r := range w.Respondents {
		all[w.Columns[at].State(r)]++
	}
	return all
}

func equalCounts(a, b map[string]int) bool {
	for k, n := range a {
		if b[k] != n {
			return false
		}
	}
	for k, n := range b {
		if a[k] != n {
			return false
		}
	}
	return true
}

// The census: a file of 12,690 answers, asked of 45,000.
func TestTheCensusOfCase15(t *testing.T) {
	frame, err := ReadFrame(opened(t, "15_census_two_waves", "frame.csv"))
	if err != nil || len(frame) != 7 || frame[0] != (survey.Department{Name: "BIF", Staff: 2900}) {
		t.Fatalf("%v %v", frame, err)
	}
	raw, err := Read(t.Context(), []File{opened(t, "15_census_two_waves", "wave1.csv")}, Reading{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	p, findings := Examine(raw, nil)
	if unseen := p.SetFrame(frame); unseen != nil {
		t.Error(unseen)
	}
	w, summary, err := Import(t.Context(), raw, p, nil)
	if err != nil || w.Respondents != 12690 || w.Invited != 45000 || summary.Invited != 45000 || len(summary.Warnings) > 0 {
		t.Fatalf("%d of %d, %v, %v", w.Respondents, w.Invited, summary.Warnings, err)
	}
	if got := counts(w, w.Department, strings.Clone); got["BUF"] != 4026 || got["TMF"] != 927 {
		t.Error(got)
	}
	if got := counts(w, w.Find("know"), strings.Clone); got["1"] != 5303 || got["0"] != 12690-5303 {
		t.Error(got)
	}
	if got := counts(w, w.Find("trust"), strings.Clone); got["1"] != 988 || got["9"] != 1461 || states(w, w.Find("trust"))[survey.NoAnswer] != 380 {
		t.Error(got)
	}
	at := w.Find("src")
	if at < 0 || states(w, at)[survey.Answered] != 5303 || states(w, at)[survey.NotAsked] != 12690-5303 || w.Questions[at].Route.Question != "know" {
		t.Errorf("%+v %v", w.Questions, states(w, at))
	}
	if got := w.Columns[at].Ticks[0].Count(); math.Abs(float64(got)/5303-0.406185178201018) > 1e-12 {
		t.Error(got)
	}
	if w.Questions[at].Answers[1].Code != "src_boss" {
		t.Errorf("%+v", w.Questions[at].Answers)
	}
	for _, f := range Unsure(findings) {
		t.Logf("unsure: %s %v", f.Code, f.Args)
	}
}
