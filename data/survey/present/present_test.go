package present

import (
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"synlig/assets"
	"synlig/data/chart"
	"synlig/data/survey"
	"synlig/data/survey/stats"
)

// language are the words of one language.
type language string

func (l language) Text(key string, pairs ...string) string {
	return assets.Translations(string(l)).Text("survey."+key, pairs...)
}

func (l language) Count(key string, n int, pairs ...string) string {
	return assets.Translations(string(l)).Count("survey."+key, n, pairs...)
}

func plain(s string) string { return strings.ReplaceAll(s, "\u00a0", " ") }

func TestNumbersAreWrittenAsTheLanguageDoes(t *testing.T) {
	da, en := Presenter{language("da")}, Presenter{language("en")}
	for got, want := range map[string]string{
		da.Number(0): "0", da.Number(999): "999", da.Number(1283): "1.283", da.Number(1234567): "1.234.567", en.Number(45000): "45,000", da.Number(-1200): "−1.200",
		da.Percent(0.38266): "38,3 %", en.Percent(0.38266): "38.3 %", da.Percent(math.NaN()): "–", da.Whole(0.385): "38 %", da.Percent(1): "100,0 %",
		da.Points(0.0327): "+3,3", da.Points(-0.006): "−0,6", da.Points(0.0001): "0,0", da.Points(-0.0001): "0,0", da.Points(math.NaN()): "–",
		da.Range(stats.Interval{Low: 0.375, High: 0.39}): "37,5–39,0 %", da.PointRange(stats.Interval{Low: -0.01, High: 0.02}): "−1,0 til +2,0",
		da.P(0.0421): "0,042", da.P(1e-9): "under 0,001", da.P(math.NaN()): "–",
		da.Or([]string{"a"}): "a", da.Or([]string{"a", "b", "c"}): "a, b eller c", da.And([]string{"a", "b"}): "a og b", da.HiddenCount(0): "",
		da.HiddenCount(1): "1 tal er skjult af hensyn til anonymitet", da.HiddenCount(1200): "1.200 tal er skjult af hensyn til anonymitet",
	} {
		if plain(got) != want {
			t.Errorf("%q, not %q", got, want)
		}
	}
}

// TestEveryWordIsThere looks for all keys this package names, in both languages.
func TestEveryWordIsThere(t *testing.T) {
	sources, _ := filepath.Glob("*.go")
	keys := map[string]bool{}
	for _, path := range sources {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`(?:Text|say)\("([a-z0-9-]+)"[,)]`).FindAllStringSubmatch(string(data), -1) {
			keys[m[1]] = true
		}
	}
	for b := survey.Substantive; b <= survey.TookPart; b++ {
		keys["base-"+b.String()] = true
	}
	for _, r := range []survey.Reason{survey.OnlyLater, survey.OtherWords, survey.OtherKind, survey.OtherScale, survey.NotCounted, survey.OtherAsked, survey.NotRecorded} {
		keys["reason-"+string(r)] = true
	}
	if len(keys) < 60 {
		t.Fatalf("only %d keys were found", len(keys))
	}
	for key := range keys {
		for _, l := range []string{"da", "en"} {
			if text := assets.Translations(l).Text("survey." + key); text == "survey."+key {
				t.Errorf("%s lacks survey.%s", l, key)
			}
		}
	}
}

// small is a wave where three of a department said no.
func small(t *testing.T) *survey.View {
	t.Helper()
	w := survey.NewWave("2026", 90)
	d := survey.Question{ID: "d", Text: "Hvor?", Answers: []survey.Answer{{Code: "Skole"}, {Code: "Park"}}, Background: true}
	q := survey.Question{ID: "q", Text: "Ved du det?", Answers: []survey.Answer{{Code: "1", Label: "Ja"}, {Code: "2", Label: "Nej"}, {Code: "9", Label: "Ved ikke", DontKnow: true}}}
	where, said := survey.NewColumn(d, 90), survey.NewColumn(q, 90)
	for r := range 90 {
		where.Choose(r, r%2)
		switch {
		case r%2 == 0 && r < 6:
			said.Choose(r, 1)
		case r%2 == 1 && r < 50:
			said.Choose(r, 1)
		case r > 70:
			said.Choose(r, 2)
		default:
			said.Choose(r, 0)
		}
	}
	w.Department = w.Add(d, where)
	w.Add(q, said)
	w.SetFrame([]survey.Department{{Name: "Skole", Staff: 500}, {Name: "Park", Staff: 200}})
	v, err := survey.NewView(w, survey.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// TestHiddenFiguresDoNotLeave: what is hidden stands nowhere in a chart, its
// sentences or its table, also not in the lengths of its bars.
func TestHiddenFiguresDoNotLeave(t *testing.T) {
	v, p := small(t), Presenter{language("da")}
	table := v.Safe(1, survey.Replied)
	style := chart.Style{Width: 400, Size: 10, Measure: func(s string, size float64, _ bool) float64 { return size * float64(len(s)) / 2 }, Percent: p.Whole}
	c := p.DepartmentChart(v, table, 0)
	scene := c.Scene(style)
	hidden := 0
	for i, r := range table.Rows {
		for k, a := range r.Answers {
			if !a.Mark.Hidden() {
				continue
			}
			hidden++
			if cell := c.Table.Rows[i][2+k]; cell != "skjult" {
				t.Errorf("%d of %s stands as %q", a.X, r.Department, cell)
			}
			if s := c.Bars[i].Segments[k]; !s.Hidden || s.Share == a.P || !strings.Contains(s.Says, "skjult") {
				t.Errorf("%+v", s)
			}
		}
	}
	if hidden < 4 {
		t.Fatalf("only %d figures are hidden", hidden)
	}
	hatched := 0
	for _, shape := range scene.Shapes {
		if shape.Kind == chart.Hatch {
			hatched++
		}
	}
	if hatched != hidden {
		t.Errorf("%d of %d hidden figures are hatched", hatched, hidden)
	}
	if box := p.BoxChart(v, table, "Nej", 1); box.Table.Rows[0][2] != "skjult" || !math.IsNaN(box.Rows[0].Bars[0].Share) {
		t.Errorf("%+v", box.Table.Rows)
	}
}

func TestSentences(t *testing.T) {
	v, p := small(t), Presenter{language("da")}
	if got := plain(p.Response(v)); got != "90 af 700 inviterede svarede (12,9 %)." {
		t.Error(got)
	}
	filtered, err := survey.NewView(v.Wave, survey.Filter{Conditions: []survey.Condition{{Question: "d", Codes: []string{"Skole"}}, {Question: "q", Codes: []string{"1", "2"}, Not: true}}})
	if err != nil {
		t.Fatal(err)
	}
	if got := p.Filter(filtered); got != "Tallene gælder kun: Hvor er Skole; Ved du det er ikke Ja eller Nej." {
		t.Error(got)
	}
	method := strings.Join(p.Method(nil, v, 0), " ")
	if strings.Contains(method, "også skjult") || !strings.Contains(method, "Ingen tal er skjult") || strings.Contains(method, "method-") {
		t.Error(method)
	}
	if got := p.Caveat(); got != "Usikkerhedsintervallet dækker kun den tilfældige usikkerhed. Det dækker ikke, at de, der ikke har svaret, kan adskille sig fra dem, der har." {
		t.Error(got)
	}
	if c := p.Distribution(v, v.Safe(1, survey.Replied)); len(c.Rows) != 3 || c.Rows[2].Name.Name != "Ved ikke" || len(c.Table.Columns) != 5 {
		t.Errorf("%+v", c)
	}
}

func TestCrossTables(t *testing.T) {
	v, p := small(t), Presenter{language("da")}
	open, err := survey.NewView(v.Wave, survey.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	open.Threshold = 0
	c := open.Cross(survey.Axis{Question: 0, Answer: -1}, survey.Axis{Question: 1, Answer: -1}, survey.Replied)
	open.SafeCross(&c)
	for of, want := range map[Shares]string{OfRow: "6,7 % (3) ↓", OfColumn: "10,7 % (3) ↓", OfAll: "3,3 % (3) ↓"} {
		table := p.CrossTable(open, &c, of)
		if got := plain(table.Rows[0][2]); got != want {
			t.Errorf("%q, not %q", got, want)
		}
		if foot := table.Rows[len(table.Rows)-1]; foot[len(foot)-1] != "90" {
			t.Errorf("%v", foot)
		}
	}
	told := strings.Join(p.CrossSentences(&c, 0.03), " ")
	if !strings.Contains(told, "p = under 0,001") && !strings.Contains(told, "under 0,001") || !strings.Contains(told, "0,030") || strings.Contains(told, "cross-") {
		t.Error(told)
	}
	v.SafeCross(&c)
	table := p.CrossTable(v, &c, OfRow)
	if table.Rows[0][2] != "skjult" || strings.ContainsAny(strings.Join(table.Rows[0], ""), "↑↓") || len(p.CrossSentences(&c, math.NaN())) != 1 {
		t.Errorf("%v", table.Rows)
	}
	for _, s := range []string{"none", "weak", "medium", "strong"} {
		if text := p.Text("cross-" + s); text == "survey.cross-"+s {
			t.Errorf("no words for %s", s)
		}
	}
}
