package console

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"synlig/data/bilag/pdfua"
)

// surveyed runs synlig undersøgelse and gives its JSON.
func surveyed(t *testing.T, args ...string) map[string]any {
	t.Helper()
	out, problems, code := synlig(t, append([]string{"undersøgelse", "--json", "-"}, args...)...)
	if code != Done {
		t.Fatal(args, problems)
	}
	var report map[string]any
	if err := json.Unmarshal([]byte(out), &report); err != nil {
		t.Fatal(err)
	}
	return report
}

// at walks into decoded JSON: names of objects, numbers of lists, and "name=x"
// for the member of a list whose name is x.
func at(t *testing.T, v any, path ...any) any {
	t.Helper()
	for _, step := range path {
		switch s := step.(type) {
		case int:
			v = v.([]any)[s]
		case string:
			name, value, member := strings.Cut(s, "=")
			if !member {
				v = v.(map[string]any)[s]
				continue
			}
			var found any
			for _, m := range v.([]any) {
				if fmt.Sprint(m.(map[string]any)[name]) == value {
					found = m
				}
			}
			if found == nil {
				t.Fatalf("no %s", s)
			}
			v = found
		}
	}
	return v
}

// same fails where two numbers differ by more than 1e-9 of themselves, p-values
// by more than 1e-6.
func same(t *testing.T, what string, got, want any) {
	t.Helper()
	if list, ok := want.([]any); ok {
		for i := range list {
			same(t, what, got.([]any)[i], list[i])
		}
		return
	}
	tolerance := 1e-9
	if strings.HasPrefix(what, "p ") {
		tolerance = 1e-6
	}
	g, ok := got.(float64)
	if w := want.(float64); !ok || !(math.Abs(g-w) <= tolerance*math.Abs(w)) {
		t.Errorf("%s is %v, not %v", what, got, want)
	}
}

func sharedSurvey(t *testing.T, name string) (folder string, expected map[string]any) {
	t.Helper()
	folder = filepath.Join("..", "..", "..", "shared", "reference", "survey", name)
	data, err := os.ReadFile(filepath.Join(folder, "expected.json"))
	if err != nil {
		t.Skip("the shared reference results are not beside the repository")
	}
	if err := json.Unmarshal(data, &expected); err != nil {
		t.Fatal(err)
	}
	return folder, expected
}

func TestSurveyCensus(t *testing.T) {
	folder, expected := sharedSurvey(t, "15_census_two_waves")
	file := func(name string) string { return filepath.Join(folder, name) }
	for i := range 2 {
		name := "wave" + strconv.Itoa(i+1) + ".csv"
		report := surveyed(t, file(name), "--ramme", file("frame.csv"), "--kryds", "department,know")
		want := at(t, expected, "expected", "w"+strconv.Itoa(i+1))
		same(t, "n", at(t, report, "respondents", "counted"), at(t, want, "n"))
		same(t, "rate", at(t, report, "respondents", "response_rate"), at(t, want, "response_rate"))
		same(t, "design effect", at(t, report, "respondents", "frame_weights", "design_effect"), at(t, want, "kish_deff"))
		know := at(t, report, "questions", "id=know")
		yes := at(t, know, "answers", "code=1")
		same(t, "p", at(t, yes, "p"), at(t, want, "unweighted_p"))
		same(t, "weighted", at(t, yes, "weighted_p"), at(t, want, "weighted_p"))
		same(t, "se", at(t, yes, "weighted_se"), at(t, want, "weighted_se_fpc"))
		for _, d := range at(t, want, "by_department").([]any) {
			name := at(t, d, "department").(string)
			got := at(t, know, "by_department", "department="+name)
			for _, key := range []string{"N", "n", "response_rate", "weight"} {
				same(t, name+" "+key, at(t, got, key), at(t, d, key))
			}
			for _, key := range []string{"x", "p", "wilson", "wilson_fpc"} {
				same(t, name+" "+key, at(t, got, "answers", "code=1", key), at(t, d, key))
			}
		}
		cross, table := at(t, report, "crosstabs", 0), at(t, want, "department_by_know")
		for key, name := range map[string]string{
			"chi_square": "chisq", "df": "df", "cramers_v": "cramers_v", "cramers_v_bias_corrected": "cramers_v_bias_corrected",
			"share_expected_below_5": "share_expected_below5", "min_expected": "min_expected",
		} {
			same(t, key, at(t, cross, key), at(t, table, name))
		}
		same(t, "p of chi-square", at(t, cross, "p"), at(t, table, "p"))
		same(t, "residuals", at(t, cross, "residuals"), at(t, table, "adjusted_residuals", "values"))
		same(t, "F", at(t, cross, "rao_scott", "F"), at(t, want, "rao_scott_F", "F"))
		same(t, "p of F", at(t, cross, "rao_scott", "p"), at(t, want, "rao_scott_F", "p"))
		for code, count := range at(t, want, "trust_counts").(map[string]any) {
			if code != "blank" {
				same(t, "trust "+code, at(t, report, "questions", "id=trust", "answers", "code="+code, "x"), count)
			}
		}
		sources := at(t, want, "sources_of_those_who_know")
		same(t, "sources", at(t, report, "questions", "id=src", "base", "n"), at(t, sources, "base"))
		same(t, "none", at(t, report, "questions", "id=src", "none_ticked", "p"), at(t, sources, "none"))
		for k, name := range []string{"intranet", "boss", "news"} {
			same(t, name, at(t, report, "questions", "id=src", "answers", k, "p"), at(t, sources, name))
		}
	}
	both := surveyed(t, file("wave1.csv"), "--bølge", file("wave2.csv"), "--ramme", file("frame.csv"))
	var change any
	for _, w := range at(t, both, "waves").([]any) {
		if at(t, w, "question") == "know" && at(t, w, "code") == "1" {
			change = w
		}
	}
	want := at(t, expected, "expected", "change")
	same(t, "change", at(t, change, "weighted_difference"), at(t, want, "weighted_diff"))
	same(t, "its interval", at(t, change, "weighted_interval"), at(t, want, "ci95"))
	for key, name := range map[string]string{"p": "p_by_department", "holm_p": "holm", "bh_p": "BH"} {
		for department, p := range at(t, want, name).(map[string]any) {
			same(t, "p "+name+" "+department, at(t, change, "by_department", "department="+department, key), p)
		}
	}
}

// TestSurveyVariants: the same survey in the shapes that survey systems export.
func TestSurveyVariants(t *testing.T) {
	folder, want := sharedSurvey(t, "18_import_variants")
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, entry := range entries {
		name := entry.Name()
		if !strings.HasSuffix(name, ".csv") && !strings.HasSuffix(name, "sav") {
			continue
		}
		seen++
		t.Run(name, func(t *testing.T) {
			report := surveyed(t, filepath.Join(folder, name), "--vis-alt")
			variant(t, report, want, strings.ContainsAny(name[:1], "afg"), name[0] == 'g')
		})
	}
	if seen != 10 {
		t.Errorf("%d files", seen)
	}
}

// variant holds one file's report against what is expected. unclear files do not
// tell who was asked; forms has neither states nor weights.
func variant(t *testing.T, report map[string]any, want map[string]any, unclear, forms bool) {
	t.Helper()
	same(t, "rows", at(t, report, "respondents", "counted"), want["rows"])
	if !forms {
		same(t, "weights", at(t, report, "respondents", "weights", "sum"), want["w_sum"])
		for state, n := range want["status"].(map[string]any) {
			same(t, state, at(t, report, "respondents", "states", "state="+state, "rows"), n)
		}
	}
	counts := func(question any) []float64 {
		var all []float64
		for _, a := range at(t, question, "answers").([]any) {
			all = append(all, at(t, a, "x").(float64))
		}
		return all
	}
	var sum float64
	for _, n := range counts(at(t, report, "questions", 0)) {
		sum += n
	}
	same(t, "departments", sum, want["rows"])
	scale := at(t, report, "questions", 1)
	wanted := want["q1"].(map[string]any)
	for i, label := range []string{"I meget høj grad", "I høj grad", "I nogen grad", "I mindre grad", "Slet ikke", "Ved ikke"} {
		same(t, label, counts(scale)[i], wanted[label])
	}
	same(t, "blank", at(t, scale, "base", "asked").(float64)-at(t, scale, "base", "n").(float64), wanted["blank"])
	boxes := at(t, report, "questions", 2)
	for _, label := range []string{"Intranettet", "Min leder", "En kollega", "Årsberetningen"} {
		for i, a := range at(t, boxes, "answers").([]any) {
			if name := at(t, a, "label"); name == label || name == "" && at(t, a, "code") == strconv.Itoa(i+1) && label == []string{"Intranettet", "Min leder", "En kollega", "Årsberetningen"}[i] {
				same(t, label, at(t, a, "x"), want["q2_selected"].(map[string]any)[label])
			}
		}
	}
	asked := want["q2_base_asked"].(float64)
	if unclear {
		asked -= want["q2_asked_none_selected"].(float64)
		if at(t, boxes, "unclear") != true || !strings.Contains(fmt.Sprint(report["guesses"]), "unclear") && !strings.Contains(at(t, boxes, "base", "words").(string), "ikke") {
			t.Error("it is not told that the file does not say who was asked")
		}
	}
	same(t, "asked", at(t, boxes, "base", "n"), asked)
	number := at(t, report, "questions", 3, "numbers")
	same(t, "numbers", at(t, number, "n"), at(t, want, "q3", "n"))
	same(t, "their sum", at(t, number, "sum"), at(t, want, "q3", "sum"))
	same(t, "texts", at(t, report, "questions", 4, "texts", "n"), want["q4_nonblank"])
}

// surveyFiles writes an invented census of two waves and its frame.
func surveyFiles(t *testing.T) (first, second, frame string) {
	t.Helper()
	wave := func(name string, yes int) string {
		var b strings.Builder
		b.WriteString("id;Forvaltning;Har du hørt om Borgerrådgiveren?;Hvor stor tillid har du til, at Borgerrådgiveren er uafhængig og saglig?\n")
		for i := range 900 {
			heard := "Nej"
			if i*37%100 < yes {
				heard = "Ja"
			}
			trust := []string{"Meget stor", "Stor", "Nogen", "Lille", "Ingen", "Ved ikke"}[i*7%31%6]
			fmt.Fprintf(&b, "%d;%s;%s;%s\n", i+1, []string{"Skole", "Park", "Omsorg"}[i*11%17%3], heard, trust)
		}
		return file(t, name, b.String())
	}
	return wave("marts 2024.csv", 40), wave("marts 2026.csv", 52), file(t, "ramme.csv", "Forvaltning;Ansatte\nSkole;3000\nPark;500\nOmsorg;1500\n")
}

func TestSurveyWritesEverything(t *testing.T) {
	first, second, frame := surveyFiles(t)
	folder := t.TempDir()
	pdf, xlsx, report := filepath.Join(folder, "ud.pdf"), filepath.Join(folder, "ud.xlsx"), filepath.Join(folder, "ud.json")
	args := []string{"undersoegelse", first, "--bølge", second, "--ramme", frame, "--kryds", "Forvaltning,q2", "--pdf", pdf, "--xlsx", xlsx, "--json", report}
	out, problems, code := synlig(t, args...)
	if code != Done || !strings.Contains(out, pdf) || !strings.Contains(out, xlsx) {
		t.Fatal(code, out, problems)
	}
	paper, err := os.ReadFile(pdf)
	if err != nil {
		t.Fatal(err)
	}
	checked := pdfua.Check(paper)
	for _, f := range checked.Findings {
		t.Error(f)
	}
	if !strings.Contains(checked.Text, "marts 2024") || !strings.Contains(checked.Text, "Har hørt om Borgerrådgiveren") {
		t.Error("the report does not tell of both waves")
	}
	var figures map[string]any
	data, _ := os.ReadFile(report)
	if err := json.Unmarshal(data, &figures); err != nil {
		t.Fatal(err)
	}
	if got := at(t, figures, "key_figures", "id=heard", "n"); got != 900.0 {
		t.Errorf("heard of %v", got)
	}
	if _, _, code := synlig(t, args...); code != Refuse {
		t.Error("existing files were replaced unasked")
	}
	if _, problems, code := synlig(t, append(args, "--overskriv")...); code != Done {
		t.Error(problems)
	}
	told, problems, code := synlig(t, "undersøgelse", first)
	if code != Done || !strings.Contains(told, "Usikkerhedsintervallet dækker kun") || !strings.Contains(told, "900 svarede") {
		t.Errorf("%d %q %q", code, told, problems)
	}
}

func TestSurveyHidesAndShows(t *testing.T) {
	path := file(t, "lille.csv", "Forvaltning;Har du hørt om os?\n"+strings.Repeat("Skole;Ja\n", 30)+strings.Repeat("Skole;Nej\n", 3)+strings.Repeat("Park;Ja\n", 20)+strings.Repeat("Park;Nej\n", 20))
	frame := file(t, "ramme.csv", "Skole;100\nPark;60\n")
	hidden := surveyed(t, path, "--ramme", frame)
	heard := at(t, hidden, "questions", 1)
	if at(t, heard, "by_department", "department=Skole", "answers", "code=Nej", "x") != nil {
		t.Error("three people are shown")
	}
	if len(hidden["suppressed"].([]any)) < 2 {
		t.Errorf("%v", hidden["suppressed"])
	}
	for _, s := range hidden["suppressed"].([]any) {
		if at(t, s, "min") == at(t, s, "max") {
			t.Errorf("%v can be worked out", s)
		}
	}
	all := surveyed(t, path, "--ramme", frame, "--vis-alt")
	if got := at(t, all, "questions", 1, "by_department", "department=Skole", "answers", "code=Nej", "x"); got != 3.0 {
		t.Errorf("%v with --vis-alt", got)
	}
	crossed := surveyed(t, path, "--kryds", at(t, heard, "id").(string)+","+at(t, hidden, "questions", 0, "id").(string))
	if at(t, crossed, "crosstabs", 0, "chi_square") != nil || at(t, crossed, "crosstabs", 0, "withheld") != true {
		t.Error("a chi-square gives hidden cells away")
	}
}

func TestSurveyRefuses(t *testing.T) {
	first, _, frame := surveyFiles(t)
	odd := file(t, "skæv.csv", "a;b;c\n1;2;x\n1;0;y\n\n1;2;z\n")
	for name, args := range map[string][]string{
		"no file":          {},
		"missing file":     {filepath.Join(t.TempDir(), "væk.csv")},
		"unsure":           {odd, "--streng"},
		"unknown question": {first, "--kryds", "q2,findes-ikke"},
		"half a cross":     {first, "--kryds", "q2"},
		"broken profile":   {first, "--profil", frame},
		"broken frame":     {first, "--ramme", file(t, "tom.csv", "intet\n")},
		"missing wave":     {first, "--bølge", filepath.Join(t.TempDir(), "væk.csv")},
		"binary":           {file(t, "b.csv", "\x00\x01\x02\x03")},
		"missing folder":   {first, "--xlsx", filepath.Join(t.TempDir(), "væk", "a.xlsx")},
	} {
		t.Run(name, func(t *testing.T) {
			out, problems, code := synlig(t, append([]string{"undersøgelse"}, args...)...)
			if code != Refuse || out != "" {
				t.Errorf("code %d, printed %q", code, out)
			}
			if lines := strings.Count(problems, "\n"); lines != 1 || strings.Contains(problems, "{") {
				t.Errorf("not one plain sentence: %q", problems)
			}
		})
	}
}
