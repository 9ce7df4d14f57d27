package survey

import (
	"math"
	"slices"
	"testing"

	"synlig/data/fault"
	"synlig/data/survey/stats"
)

// single is a wave of one question with n of each answer, in that order, after
// so many of each state.
func single(q Question, states map[State]int, n ...int) *Wave {
	all := 0
	for _, k := range n {
		all += k
	}
	for _, k := range states {
		all += k
	}
	w := NewWave("w", all)
	c := NewColumn(q, all)
	r := 0
	for _, s := range []State{NotAsked, NoAnswer, Missing} {
		for range states[s] {
			c.SetState(r, s)
			r++
		}
	}
	for i, k := range n {
		for range k {
			c.Choose(r, i)
			r++
		}
	}
	w.Add(q, c)
	return w
}

func view(t testing.TB, w *Wave, conditions ...Condition) *View {
	t.Helper()
	v, err := NewView(w, Filter{conditions})
	if err != nil {
		t.Fatal(err)
	}
	return v
}

var scaleQuestion = Question{ID: "q", Text: "Hvor godt?", Kind: Scale, Answers: []Answer{
	{Code: "a", Label: "Meget", Order: 3}, {Code: "b", Label: "Noget", Order: 2}, {Code: "c", Label: "Lidt", Order: 1}, {Code: "9", Label: "Ved ikke", DontKnow: true},
}}

func TestBases(t *testing.T) {
	w := single(scaleQuestion, map[State]int{NotAsked: 7, NoAnswer: 5, Missing: 3}, 20, 10, 6, 4)
	v := view(t, w)
	for b, want := range map[Base]int{Substantive: 36, Replied: 40, Asked: 48, TookPart: 55} {
		f := v.Frequency(0, b)
		if f.N != want || f.TookPart != 55 || f.Asked != 48 || f.Answered != 40 {
			t.Errorf("%v: %+v", b, f)
		}
		if p := f.Answers[0].P; p != 20/float64(want) {
			t.Errorf("%v: %g", b, p)
		}
	}
	if f := v.Frequency(0, Substantive); f.Answers[3].X != 0 {
		t.Error("nobody without an opinion has one")
	}
	if top := w.Questions[0].Top(2); !slices.Equal(top, []int{0, 1}) {
		t.Errorf("the two highest are %v", top)
	}
	if box := v.Box(0, Substantive, 0, 1); box.X != 30 {
		t.Errorf("%+v", box)
	}
	n := v.Numbers(0)
	if n.N != 36 || n.Sum != 86 || n.Median != 3 {
		t.Errorf("%+v", n)
	}
}

func TestManyAnswersTakeTwoBytes(t *testing.T) {
	q := Question{ID: "q", Kind: Single}
	for i := range 700 {
		q.Answers = append(q.Answers, Answer{Code: string(rune(i + 1))})
	}
	w := NewWave("w", 1400)
	c := NewColumn(q, 1400)
	for r := range 1400 {
		c.Choose(r, r%700)
	}
	w.Add(q, c)
	if c.Wide == nil || c.Cells != nil {
		t.Fatal("700 answers fit no byte")
	}
	for i, a := range view(t, w).Frequency(0, Replied).Answers {
		if a.X != 2 {
			t.Fatalf("answer %d: %d", i, a.X)
		}
	}
	cross := view(t, w).Cross(Axis{0, -1}, Axis{0, -1}, Replied)
	if cross.N != 1400 || cross.Counts[699][699] != 2 || cross.Counts[0][1] != 0 {
		t.Error("a wide cross-tab is wrong")
	}
}

func TestFilters(t *testing.T) {
	w := NewWave("w", 100)
	one := Question{ID: "one", Kind: Single, Answers: []Answer{{Code: "a"}, {Code: "b"}, {Code: "c"}}}
	many := Question{ID: "many", Kind: Multi, Answers: []Answer{{Code: "x"}, {Code: "y"}}}
	c, m := NewColumn(one, 100), NewColumn(many, 100)
	for r := range 100 {
		if r < 90 {
			c.Choose(r, r%3)
		}
		if r%2 == 0 {
			m.SetState(r, Answered)
		}
		if r%4 == 0 {
			m.Tick(r, 0)
		}
		if r%10 == 0 {
			m.Tick(r, 1)
		}
	}
	w.Add(one, c)
	w.Add(many, m)
	for name, f := range map[string]struct {
		conditions []Condition
		n          int
	}{
		"none":         {nil, 100},
		"a":            {[]Condition{{Question: "one", Codes: []string{"a"}}}, 30},
		"a or b":       {[]Condition{{Question: "one", Codes: []string{"a", "b"}}}, 60},
		"not a":        {[]Condition{{Question: "one", Codes: []string{"a"}, Not: true}}, 60},
		"x":            {[]Condition{{Question: "many", Codes: []string{"x"}}}, 25},
		"not x":        {[]Condition{{Question: "many", Codes: []string{"x"}, Not: true}}, 25},
		"x or y":       {[]Condition{{Question: "many", Codes: []string{"x", "y"}}}, 30},
		"a and not x":  {[]Condition{{Question: "one", Codes: []string{"a"}}, {Question: "many", Codes: []string{"x"}, Not: true}}, 7},
		"nobody":       {[]Condition{{Question: "one"}}, 0},
		"a and then b": {[]Condition{{Question: "one", Codes: []string{"a"}}, {Question: "one", Codes: []string{"b"}}}, 0},
	} {
		v := view(t, w, f.conditions...)
		if v.N() != f.n || v.Selected().Count() != f.n {
			t.Errorf("%s: %d, not %d", name, v.N(), f.n)
		}
		sum := 0
		for _, a := range v.Frequency(0, Replied).Answers {
			sum += a.X
		}
		if want := v.Frequency(0, Replied).N; sum != want {
			t.Errorf("%s: answers %d of %d", name, sum, want)
		}
	}
	if _, err := NewView(w, Filter{[]Condition{{Question: "gone"}}}); !fault.Is(err, "survey-filter-question") {
		t.Error(err)
	}
	if _, err := NewView(w, Filter{[]Condition{{Question: "one", Codes: []string{"z"}}}}); !fault.Is(err, "survey-filter-answer") {
		t.Error(err)
	}
}

func TestFrame(t *testing.T) {
	q := Question{ID: "d", Kind: Single, Answers: []Answer{{Code: "1", Label: "Skole"}, {Code: "2", Label: "Park"}}}
	w := single(q, nil, 30, 20)
	w.Department = 0
	unseen := w.SetFrame([]Department{{" skole ", 100}, {"2", 50}, {"Havn", 7}})
	if !slices.Equal(unseen, []string{"Havn"}) || w.Invited != 157 || !slices.Equal(w.Staff, []int{100, 50, 7}) {
		t.Fatalf("%v %d %v", unseen, w.Invited, w.Staff)
	}
	v := view(t, w)
	if c := v.Covered(); c != 150.0/157 {
		t.Errorf("covered %g", c)
	}
	if got := view(t, w, Condition{Question: "d", Codes: []string{"1"}}).Population(); got != 100 {
		t.Errorf("a department of %d", got)
	}
	table := v.ByDepartment(0, Replied)
	if len(table.Rows) != 3 || table.Rows[2].N != 0 || !math.IsNaN(table.Rows[2].Answers[0].P) {
		t.Errorf("%+v", table.Rows)
	}
	if w := v.Frequency(0, Replied).Answers[0].Weighted; math.Abs(w.P-2.0/3) > 1e-12 || w.SE != 0 || w.Covered != 150.0/157 {
		t.Errorf("%+v", w)
	}
}

func TestMergeTakesACompanion(t *testing.T) {
	q := Question{ID: "d", Kind: Single, Answers: []Answer{{Code: "A"}, {Code: "B"}, {Code: "C"}, {Code: "D"}}}
	w := single(q, nil, 30, 3, 20, 0)
	w.Department = 0
	v := view(t, w)
	merged := v.Merge(v.ByDepartment(0, Replied), 5, "Andre")
	if len(merged.Rows) != 2 || merged.Rows[1].Department != "Andre" || merged.Rows[1].N != 23 || len(merged.Rows[1].Merged) != 2 {
		t.Errorf("%+v", merged.Rows)
	}
	if kept := v.Merge(v.ByDepartment(0, Replied), 3, "Andre"); len(kept.Rows) != 3 {
		t.Errorf("%+v", kept.Rows)
	}
}

func TestFileWeights(t *testing.T) {
	w := single(scaleQuestion, nil, 3, 2, 1, 2)
	w.Weights = []float64{1, 2, 0.5, 1, 3, 2, 1, 0}
	e := view(t, w).Box(0, Replied, 0).Weighted
	want := stats.ByWeights(w.Weights, []bool{true, true, true, false, false, false, false, false})
	if math.Abs(e.P-want.P) > 1e-15 || math.Abs(e.SE-want.SE) > 1e-15 {
		t.Errorf("%+v, not %+v", e, want)
	}
}

func TestWavesAreComparedOnlyWhereTheyCan(t *testing.T) {
	q := scaleQuestion
	earlier := single(q, nil, 20, 20, 10, 5)
	reordered, reworded, shorter, several := q, q, q, q
	reordered.Answers = []Answer{q.Answers[1], q.Answers[0], q.Answers[2], q.Answers[3]}
	reworded.Text = "Hvor vel?"
	shorter.Answers = q.Answers[:3]
	several.Kind = Multi
	for name, c := range map[string]struct {
		q    Question
		want Reason
	}{
		"same":         {q, ""},
		"other spaces": {Question{ID: "x", Text: " hvor  GODT ", Kind: Scale, Answers: q.Answers}, ""},
		"other order":  {reordered, OtherScale},
		"other words":  {reworded, OnlyLater},
		"fewer":        {shorter, OtherScale},
		"several":      {several, OtherKind},
	} {
		later := NewWave("later", 1)
		later.Add(c.q, NewColumn(c.q, 1))
		if pair := (Mapping{}).Pairs(earlier, later)[0]; pair.Reason != c.want {
			t.Errorf("%s: %q", name, pair.Reason)
		}
	}
	later := single(reworded, nil, 1)
	if pair := (Mapping{Questions: map[string]string{"q": "q"}}).Pairs(earlier, later)[0]; pair.Reason != OtherWords || pair.Earlier != 0 {
		t.Errorf("%+v", pair)
	}
}

// TestReorganisation: two departments become one.
func TestReorganisation(t *testing.T) {
	d := func(names ...string) Question {
		q := Question{ID: "d", Text: "Hvor?", Kind: Single}
		for _, n := range names {
			q.Answers = append(q.Answers, Answer{Code: n})
		}
		return q
	}
	yes := Question{ID: "y", Text: "Ved du?", Kind: Single, Answers: []Answer{{Code: "Ja"}, {Code: "Nej"}}}
	build := func(q Question, frame []Department, each ...[2]int) *View {
		n := 0
		for _, e := range each {
			n += e[0] + e[1]
		}
		w := NewWave("w", n)
		place, answer := NewColumn(q, n), NewColumn(yes, n)
		r := 0
		for i, e := range each {
			for k := range e[0] + e[1] {
				place.Choose(r, i)
				answer.Choose(r, min(1, k/max(e[0], 1)))
				r++
			}
		}
		w.Department = w.Add(q, place)
		w.Add(yes, answer)
		w.SetFrame(frame)
		return view(t, w)
	}
	before := build(d("Park", "Vej", "Skole"), []Department{{"Park", 100}, {"Vej", 300}, {"Skole", 500}}, [2]int{20, 30}, [2]int{60, 40}, [2]int{50, 50})
	after := build(d("Teknik", "Skole", "Ny"), []Department{{"Teknik", 400}, {"Skole", 500}, {"Ny", 40}}, [2]int{90, 60}, [2]int{70, 30}, [2]int{10, 10})
	m := Mapping{Departments: map[string]string{"Park": "Teknik", "Vej": "Teknik"}}
	pair := m.Pairs(before.Wave, after.Wave)[0]
	changes := DepartmentChanges(before, after, m, pair, Replied, 0)
	if len(changes) != 3 || changes[0].Department != "Teknik" || changes[0].EarlierN != 150 || changes[2].Only != "later" {
		t.Fatalf("%+v", changes)
	}
	// Weighted to its own staff: (100·0.4 + 300·0.6)/400 = 0.55 then, 0.6 now.
	if got := changes[0].Weighted; math.Abs(got-0.05) > 1e-12 {
		t.Errorf("the change is %g", got)
	}
	if changes[1].Holm < changes[1].P || math.IsNaN(changes[0].P) || !math.IsNaN(changes[2].P) {
		t.Errorf("%+v", changes)
	}
	if unmapped := DepartmentChanges(before, after, Mapping{}, pair, Replied, 0); len(unmapped) != 5 {
		t.Errorf("%d departments without a mapping", len(unmapped))
	}
}

func TestKeyFigures(t *testing.T) {
	rules := []KeyRule{
		{"heard", []KeyWay{{Words: []string{"hørt om"}, Answers: []string{"ja"}}}},
		{"well", []KeyWay{{Words: []string{"findes ikke"}}, {Words: []string{"hvor godt"}, Top: 2, Opinion: true}}},
		{"gone", []KeyWay{{Words: []string{"findes ikke"}, Top: 1}}},
	}
	w := single(scaleQuestion, nil, 5, 6, 7, 8)
	found := KeyFigures(w, rules)
	if len(found) != 1 || found[0].ID != "well" || found[0].Base != Substantive || !slices.Equal(found[0].Answers, []int{0, 1}) {
		t.Errorf("%+v", found)
	}
	f := view(t, w).Figure(found[0])
	if f.N != 18 || f.X != 11 || f.Worst != stats.Whole || f.Change != nil {
		t.Errorf("%+v", f)
	}
	first := FirstFigures(w, 6)
	if len(first) != 1 || !slices.Equal(first[0].Answers, []int{0, 1}) {
		t.Errorf("%+v", first)
	}
}

func TestKindsByName(t *testing.T) {
	for k := Single; k <= Date; k++ {
		if got, ok := KindNamed(k.String()); !ok || got != k {
			t.Errorf("%v is %v", k, got)
		}
	}
	if _, ok := KindNamed("andet"); ok {
		t.Error("an unknown kind has a name")
	}
}

func TestRaked(t *testing.T) {
	w := single(scaleQuestion, map[State]int{NoAnswer: 2}, 10, 20, 5, 5)
	weights, err := Raked(w, KnownMargin{0, []float64{400, 300, 200, 100}})
	if err != nil {
		t.Fatal(err)
	}
	sum := 0.0
	for _, x := range weights {
		sum += x
	}
	if weights[0] != 0 || math.Abs(sum-1000) > 1e-9 || math.Abs(weights[2]-40) > 1e-9 {
		t.Errorf("%g in all, %v", sum, weights[:4])
	}
	if _, err := Raked(single(scaleQuestion, nil, 10, 0, 1, 1), KnownMargin{0, []float64{1, 1, 1, 1}}); !fault.Is(err, "survey-rake") {
		t.Error(err)
	}
}

func BenchmarkSafe(b *testing.B) {
	w := large(45000, 80)
	b.ReportAllocs()
	for b.Loop() {
		v := view(b, w)
		for q := range w.Questions {
			v.Safe(q, DefaultBase(w.Questions[q].Kind))
		}
	}
}
