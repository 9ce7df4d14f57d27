package survey

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"synlig/data/chart"
	"synlig/data/survey"
	"synlig/data/survey/stats"
)

// censusFolder is the reference of a census in two waves, worked out in R.
const censusFolder = "../../../shared/reference/survey/15_census_two_waves"

type censusWave struct {
	N            int `json:"n"`
	ByDepartment []struct {
		Department string
		N          int        `json:"N"`
		Answered   int        `json:"n"`
		P          float64    `json:"p"`
		Finite     [2]float64 `json:"wilson_fpc"`
	} `json:"by_department"`
	ResponseRate float64 `json:"response_rate"`
	Unweighted   float64 `json:"unweighted_p"`
	Weighted     float64 `json:"weighted_p"`
	Cross        struct {
		V         float64 `json:"cramers_v"`
		ChiSquare float64 `json:"chisq"`
	} `json:"department_by_know"`
	Opinion struct {
		Unweighted, Weighted float64
		Base                 int
	} `json:"top2_excl_dk"`
	Sources struct {
		Base                 int
		Intranet, Boss, News float64
	} `json:"sources_of_those_who_know"`
}

type census struct {
	Expected struct {
		W1, W2 censusWave
		Change struct {
			Difference float64            `json:"weighted_diff"`
			Interval   [2]float64         `json:"ci95"`
			Holm       map[string]float64 `json:"holm"`
		}
	}
}

func readCensus(t testing.TB) (c census) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(censusFolder, "expected.json"))
	if os.IsNotExist(err) {
		t.Skip("../shared/reference is not here")
	}
	if err == nil {
		err = json.Unmarshal(data, &c)
	}
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// takeCensus takes a wave in as a person does: drop, staff numbers, keep.
func (r *room) takeCensus(t *testing.T, name, title string) {
	t.Helper()
	r.host.drop([]string{filepath.Join(censusFolder, name)})
	if r.intake == nil {
		t.Fatalf("told of %v", r.host.failed)
	}
	i := r.intake
	i.turnTo(4)
	r.host.files = []string{filepath.Join(censusFolder, "frame.csv")}
	i.steps[4].(*staffStep).askFile()
	for n := range i.profile.Questions { // 9 is »ved ikke«, as the file's maker says
		for k, a := range i.profile.Questions[n].Answers {
			if i.profile.Questions[n].ID == "trust" && a.Code == "9" && !a.DontKnow {
				i.steps[3].(*questionStep).mean(&i.profile.Questions[n], k, meansDontKnow)
			}
		}
	}
	i.title = title
	i.turnTo(5)
	r.picture(t, "census-keep-"+title)
	r.act(t, "Gem målingen")
	if len(r.host.failed) > 0 {
		t.Fatalf("told of %v", r.host.failed)
	}
}

// cell is what stands in a table's row and column; ✗ where there is none.
func cell(table chart.Table, row, column string) string {
	at := slices.Index(table.Columns, column)
	for _, cells := range table.Rows {
		if cells[0] == row && at >= 0 {
			return cells[at]
		}
	}
	return "✗"
}

// The figures on the screen are those of R, to the last digit that is shown.
func TestTheCensusOnTheScreen(t *testing.T) {
	c := readCensus(t)
	r := newRoom(t, false)
	r.takeCensus(t, "wave1.csv", "2024")
	r.takeCensus(t, "wave2.csv", "2026")
	if len(r.lens.waves) != 2 || r.lens.earlier == nil {
		t.Fatalf("%d waves", len(r.lens.waves))
	}
	for i, key := range viewKeys {
		r.look(i)
		r.picture(t, "census-"+key)
	}
	for _, wave := range []censusWave{c.Expected.W1, c.Expected.W2} {
		title := map[bool]string{true: "2024", false: "2026"}[wave.N == c.Expected.W1.N]
		for i, w := range r.lens.kept.Waves {
			if w.Title == title {
				r.read(wish{survey: r.lens.kept.ID, wave: r.lens.kept.Waves[i].ID})
			}
		}
		r.checkWave(t, wave)
	}
	r.checkChange(t, c)
}

func (r *room) checkWave(t *testing.T, want censusWave) {
	t.Helper()
	say, l := r.say, r.lens
	same := func(what, got, want string) {
		t.Helper()
		if got != want {
			t.Errorf("%s %s: %q on the screen, %q in the reference", l.wave().Title, what, got, want)
		}
	}
	if !strings.Contains(say.Response(l.later), say.Percent(want.ResponseRate)) {
		t.Errorf("response: %s", say.Response(l.later))
	}
	know, trust := l.wave().Find("know"), l.wave().Find("trust")
	yes := l.question(know).AnswerCoded("1")
	box := boxFigure(r.Page, l, know, 1, []int{yes}, "kender", false)
	for _, d := range want.ByDepartment {
		same(d.Department+" n", cell(box.table, d.Department, "Svar"), say.Number(d.Answered))
		same(d.Department, cell(box.table, d.Department, "Andel"), say.Percent(d.P))
		same(d.Department+" interval", cell(box.table, d.Department, "Usikkerhed"), say.Range(stats.Interval{Low: d.Finite[0], High: d.Finite[1]}))
	}
	one, _ := questionFigure(r.Page, l, know, 1)
	name := l.question(know).Answers[yes].Name()
	same("unweighted", cell(one.table, name, "Andel"), say.Percent(want.Unweighted))
	same("weighted", cell(one.table, name, "Vægtet"), say.Percent(want.Weighted))
	key := l.keys[slices.IndexFunc(l.keys, func(k survey.KeyFigure) bool { return k.Question == trust })]
	key.Base, key.Answers = 0, []int{l.question(trust).AnswerCoded("4"), l.question(trust).AnswerCoded("5")}
	opinion := say.Key(nil, l.later, l.mapping, key)
	same("trust", say.Percent(opinion.Share), say.Percent(want.Opinion.Weighted))
	same("trust base", say.Number(opinion.N), say.Number(want.Opinion.Base))
	r.look(viewCross)
	cross := r.views[viewCross].(*cross)
	cross.row, cross.column = cross.find(l.wave().Department), cross.find(know)
	r.figures()
	if tests := cross.tests.Text; !strings.Contains(tests, decimal(want.Cross.V)) || !strings.Contains(tests, decimal(want.Cross.ChiSquare)) {
		t.Errorf("tests: %s", tests)
	}
	for i := range l.wave().Questions {
		if q := l.question(i); q.Kind.String() == "multi" {
			s, _ := questionFigure(r.Page, l, i, 2)
			if !strings.Contains(s.base, say.Number(want.Sources.Base)) {
				t.Errorf("sources: %s, not of %d", s.base, want.Sources.Base)
			}
			var shares []string
			for _, row := range s.table.Rows {
				shares = append(shares, row[2])
			}
			same("sources", strings.Join(shares, " "), strings.Join([]string{say.Percent(want.Sources.Intranet), say.Percent(want.Sources.Boss), say.Percent(want.Sources.News)}, " "))
			return
		}
	}
	t.Error("the sources are not one question")
}

func (r *room) checkChange(t *testing.T, c census) {
	t.Helper()
	say, l := r.say, r.lens
	know := l.wave().Find("know")
	yes := l.question(know).AnswerCoded("1")
	s := answersFigure(r.Page, l, know, 1)
	name := l.question(know).Answers[yes].Name()
	if got, want := cell(s.table, name, "Ændring i point"), say.Points(c.Expected.Change.Difference); got != want {
		t.Errorf("change %q, not %q", got, want)
	}
	i := c.Expected.Change.Interval
	if got, want := cell(s.table, name, "Usikkerhed"), say.PointRange(stats.Interval{Low: i[0], High: i[1]}); got != want {
		t.Errorf("interval %q, not %q", got, want)
	}
	where := whereFigure(r.Page, l, survey.KeyFigure{Question: know, Answers: []int{yes}, Base: 1}, "kender")
	for department, p := range c.Expected.Change.Holm {
		want := say.Text("no")
		if p < certainty {
			want = say.Text("yes")
		}
		if got := cell(where.table, department, "Sikker?"); got != want {
			t.Errorf("%s is certain: %s, by R: %s", department, got, want)
		}
	}
}
