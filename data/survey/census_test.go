package survey

import (
	"encoding/csv"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"testing"
)

// census reads the reference case of two waves that lies beside the repository,
// or skips the test. The tests of package stats and the example waves cover the
// same ground without it.
func census(t testing.TB) (waves [2]*Wave, expected map[string]any) {
	t.Helper()
	folder := filepath.Join("..", "..", "..", "shared", "reference", "survey", "15_census_two_waves")
	data, err := os.ReadFile(filepath.Join(folder, "expected.json"))
	if err != nil {
		t.Skip("the shared reference results are not beside the repository")
	}
	var all struct{ Expected map[string]any }
	if err := json.Unmarshal(data, &all); err != nil {
		t.Fatal(err)
	}
	var frame []Department
	for _, row := range records(t, filepath.Join(folder, "frame.csv")) {
		staff, _ := strconv.Atoi(row[1])
		frame = append(frame, Department{row[0], staff})
	}
	for i := range waves {
		waves[i] = censusWave(records(t, filepath.Join(folder, "wave"+strconv.Itoa(i+1)+".csv")))
		if unseen := waves[i].SetFrame(frame); len(unseen) > 0 {
			t.Fatal(unseen)
		}
	}
	return waves, all.Expected
}

func records(t testing.TB, path string) [][]string {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows[1:]
}

// censusWave builds a wave of rows id, department, know, trust, three sources.
func censusWave(rows [][]string) *Wave {
	w := NewWave("census", len(rows))
	department := Question{ID: "department", Text: "department", Kind: Single, Background: true}
	for _, name := range []string{"BIF", "BUF", "KFF", "OKF", "SOF", "SUF", "TMF"} {
		department.Answers = append(department.Answers, Answer{Code: name})
	}
	know := Question{ID: "know", Text: "Know", Kind: Single, Answers: []Answer{{Code: "0"}, {Code: "1"}}}
	trust := Question{ID: "trust", Text: "Trust", Kind: Scale}
	for i := range 5 {
		trust.Answers = append(trust.Answers, Answer{Code: strconv.Itoa(i + 1), Order: i + 1})
	}
	trust.Answers = append(trust.Answers, Answer{Code: "9", DontKnow: true})
	source := Question{ID: "src", Text: "Source", Kind: Multi, Answers: []Answer{{Code: "intranet"}, {Code: "boss"}, {Code: "news"}}}
	questions := []Question{department, know, trust, source}
	columns := make([]Column, len(questions))
	for i, q := range questions {
		columns[i] = NewColumn(q, len(rows))
	}
	for r, row := range rows {
		for i := range 3 {
			if at := questions[i].AnswerCoded(row[i+1]); at >= 0 {
				columns[i].Choose(r, at)
			} else {
				columns[i].SetState(r, NoAnswer)
			}
		}
		for i, cell := range row[4:7] {
			if cell != "" {
				columns[3].SetState(r, Answered)
			}
			if cell == "1" {
				columns[3].Tick(r, i)
			}
		}
	}
	for i, q := range questions {
		w.Add(q, columns[i])
	}
	w.Department = 0
	return w
}

func near(t *testing.T, what string, got, want float64) {
	t.Helper()
	if !(math.Abs(got-want) <= 1e-9*math.Abs(want)) {
		t.Errorf("%s is %.15g, not %.15g", what, got, want)
	}
}

// dig finds a number in decoded JSON.
func dig(t *testing.T, v any, path ...string) float64 {
	t.Helper()
	for _, p := range path {
		v = v.(map[string]any)[p]
	}
	return v.(float64)
}

func TestCensus(t *testing.T) {
	waves, expected := census(t)
	var views [2]*View
	for i, w := range waves {
		v, err := NewView(w, Filter{})
		if err != nil {
			t.Fatal(err)
		}
		views[i] = v
		want := expected["w"+strconv.Itoa(i+1)].(map[string]any)
		near(t, "n", float64(v.N()), dig(t, want, "n"))
		near(t, "response rate", v.ResponseRate(), dig(t, want, "response_rate"))
		know := v.Frequency(w.Find("know"), Replied)
		near(t, "know", know.Answers[1].P, dig(t, want, "unweighted_p"))
		near(t, "know weighted", know.Answers[1].Weighted.P, dig(t, want, "weighted_p"))
		near(t, "its error", know.Answers[1].Weighted.SE, dig(t, want, "weighted_se_fpc"))
		trust := w.Find("trust")
		top := w.Questions[trust].Top(2)
		for key, base := range map[string]Base{"top2_excl_dk": Substantive, "top2_incl_dk": Replied} {
			box := v.Box(trust, base, top...)
			near(t, key, box.P, dig(t, want, key, "unweighted"))
			near(t, key+" weighted", box.Weighted.P, dig(t, want, key, "weighted"))
			near(t, key+" error", box.Weighted.SE, dig(t, want, key, "se"))
			near(t, key+" base", float64(v.Frequency(trust, base).N), dig(t, want, key, "base"))
		}
		if i == 0 {
			near(t, "mean", v.Numbers(trust).Mean, dig(t, want, "trust_mean_excl_dk"))
		}
		source := v.Frequency(w.Find("src"), Asked)
		near(t, "sources' base", float64(source.N), dig(t, want, "sources_of_those_who_know", "base"))
		for k, name := range []string{"intranet", "boss", "news"} {
			near(t, name, source.Answers[k].P, dig(t, want, "sources_of_those_who_know", name))
		}
		for k, row := range v.ByDepartment(w.Find("know"), Replied).Rows {
			d := want["by_department"].([]any)[k]
			near(t, "department n", float64(row.N), dig(t, d, "n"))
			near(t, "department rate", row.ResponseRate(), dig(t, d, "response_rate"))
			near(t, "department p", row.Answers[1].P, dig(t, d, "p"))
			near(t, "department low", row.Answers[1].Finite.Low, d.(map[string]any)["wilson_fpc"].([]any)[0].(float64))
			near(t, "department high", row.Answers[1].Finite.High, d.(map[string]any)["wilson_fpc"].([]any)[1].(float64))
		}
		cross := v.Cross(Axis{0, -1}, Axis{w.Find("know"), -1}, Replied)
		near(t, "chi-square", cross.ChiSquare, dig(t, want, "department_by_know", "chisq"))
		near(t, "V", cross.V, dig(t, want, "department_by_know", "cramers_v"))
		near(t, "F", cross.Design.F, dig(t, want, "rao_scott_F", "F"))
		near(t, "F df", cross.Design.DF2, dig(t, want, "rao_scott_F", "ddf"))
	}
	pairs := Mapping{}.Pairs(waves[0], waves[1])
	change := Changes(views[0], views[1], pairs[0], Replied)[1]
	near(t, "change", change.Weighted, dig(t, expected["change"], "weighted_diff"))
	ci := expected["change"].(map[string]any)["ci95"].([]any)
	near(t, "change low", change.WeightedInterval.Low, ci[0].(float64))
	near(t, "change high", change.WeightedInterval.High, ci[1].(float64))
	if len(DepartmentChanges(views[0], views[1], Mapping{}, pairs[0], Replied, 1)) != 7 {
		t.Error("not all departments are compared")
	}
}

// BenchmarkAll is all frequency tables of 45,000 respondents and 80 questions;
// BenchmarkFilter the same after a change of filter.
func BenchmarkAll(b *testing.B) {
	w := large(45000, 80)
	b.ReportAllocs()
	for b.Loop() {
		all(b, w, Filter{})
	}
}

func BenchmarkFilter(b *testing.B) {
	w := large(45000, 80)
	f := Filter{Conditions: []Condition{{Question: "q1", Codes: []string{"1", "2"}}}}
	b.ReportAllocs()
	for b.Loop() {
		all(b, w, f)
	}
}

func BenchmarkCross(b *testing.B) {
	w := large(45000, 80)
	v, _ := NewView(w, Filter{})
	b.ReportAllocs()
	for b.Loop() {
		v.Cross(Axis{3, -1}, Axis{4, -1}, Replied)
	}
}

func all(b *testing.B, w *Wave, f Filter) {
	v, err := NewView(w, f)
	if err != nil {
		b.Fatal(err)
	}
	for q := range w.Questions {
		v.ByDepartment(q, DefaultBase(w.Questions[q].Kind))
	}
}

// large is a wave of n respondents: a department, then questions of which every
// fifth is a Multi.
func large(n, questions int) *Wave {
	w := NewWave("large", n)
	state := uint32(1)
	next := func(below int) int {
		state = state*1664525 + 1013904223
		return int(state>>16) % below
	}
	for i := range questions {
		q := Question{ID: "q" + strconv.Itoa(i), Text: "q" + strconv.Itoa(i), Kind: Scale}
		if i%5 == 4 {
			q.Kind = Multi
		}
		for a := range 7 {
			q.Answers = append(q.Answers, Answer{Code: strconv.Itoa(a + 1), Order: a + 1})
		}
		c := NewColumn(q, n)
		for r := range n {
			switch {
			case next(20) == 0 && i > 0:
				c.SetState(r, NoAnswer)
			case q.Kind == Multi:
				c.Tick(r, next(7))
				c.Tick(r, next(7))
			default:
				c.Choose(r, next(7))
			}
		}
		w.Add(q, c)
	}
	w.Department = 0
	var frame []Department
	for _, a := range w.Questions[0].Answers {
		frame = append(frame, Department{a.Code, n / 5})
	}
	w.SetFrame(frame)
	return w
}
