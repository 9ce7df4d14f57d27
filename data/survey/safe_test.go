package survey

import (
	"math"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"synlig/data/survey/disclosure"
)

// drawn is a small wave of random answers: a department question (at times with
// some in no department), a single choice, a multiple choice and a scale.
func drawn(t *rapid.T) *Wave {
	n := rapid.IntRange(0, 120).Draw(t, "respondents")
	w := NewWave("drawn", n)
	state := uint32(rapid.IntRange(1, 1<<30).Draw(t, "seed"))
	next := func(below int) int {
		state = state*1664525 + 1013904223
		return int(state>>16) % below
	}
	departments := rapid.IntRange(0, 5).Draw(t, "departments")
	homeless := rapid.Bool().Draw(t, "some in no department")
	for i, kind := range []Kind{Single, Single, Multi, Scale} {
		q := Question{ID: string(rune('a' + i)), Text: "q", Kind: kind}
		answers := rapid.IntRange(1, 5).Draw(t, "answers")
		if i == 0 {
			answers = departments
		}
		for a := range answers {
			q.Answers = append(q.Answers, Answer{Code: string(rune('0' + a)), Order: a + 1, DontKnow: kind == Scale && a == answers-1})
		}
		c := NewColumn(q, n)
		for r := range n {
			switch {
			case answers == 0 || next(10) == 0 && (i > 0 || homeless):
				c.SetState(r, State(next(3)))
			case kind == Multi:
				c.SetState(r, Answered)
				for a := range answers {
					if next(3) == 0 {
						c.Tick(r, a)
					}
				}
			default:
				c.Choose(r, min(next(answers), next(answers)))
			}
		}
		w.Add(q, c)
	}
	if departments > 0 {
		w.Department = 0
	}
	return w
}

// TestSafeIsSafe: no small figure of any question is shown, and what is hidden
// cannot be worked out: not from the table with its totals (Audit), and not by
// adding and subtracting what is shown (Session), also on other bases.
func TestSafeIsSafe(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v, err := NewView(drawn(t), Filter{})
		if err != nil {
			t.Fatal(err)
		}
		session := NewSession()
		for q := range v.Wave.Questions {
			kind := v.Wave.Questions[q].Kind
			table := v.Safe(q, DefaultBase(kind))
			for _, row := range append(table.Rows, table.Total) {
				small := func(n int) bool { return n > 0 && n < v.Threshold }
				if !row.Mark.Hidden() && small(row.N) {
					t.Fatalf("n = %d is shown", row.N)
				}
				for _, a := range row.Answers {
					if a.Mark == disclosure.Shown && small(a.X) {
						t.Fatalf("question %d: %d is shown", q, a.X)
					}
				}
			}
			for _, h := range v.Audit(table) {
				if h.Exposed() {
					t.Fatalf("question %d: %+v can be worked out", q, h)
				}
			}
			if leaks := session.ShowDepartments(v, table, "table"); len(leaks) > 0 {
				t.Fatalf("question %d: %+v", q, leaks)
			}
			merged := v.SafeMerged(q, DefaultBase(kind), 10, "Andre")
			if leaks := NewSession().ShowDepartments(v, merged, "merged"); len(leaks) > 0 {
				t.Fatalf("question %d merged: %+v", q, leaks)
			}
			if kind == Scale {
				checkOpinion(t, v, q, table)
			}
		}
	})
}

// checkOpinion: of those with an opinion, the number is hidden where the number
// of "Ved ikke" is.
func checkOpinion(t *rapid.T, v *View, q int, replied *DepartmentTable) {
	opinion := v.Safe(q, Substantive)
	for i, row := range append(opinion.Rows, opinion.Total) {
		then := replied.Total
		if i < len(replied.Rows) {
			then = replied.Rows[i]
		}
		last := len(row.Answers) - 1
		if then.Answers[last].Mark.Hidden() && !row.Mark.Hidden() {
			t.Fatalf("%d with an opinion of %d gives away %d", row.N, then.N, then.Answers[last].X)
		}
	}
}

// TestSafeCross: what holds for a question by department holds for cross-tabs.
func TestSafeCross(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v, err := NewView(drawn(t), Filter{})
		if err != nil {
			t.Fatal(err)
		}
		session := NewSession()
		for _, row := range v.Wave.Axes(1) {
			for _, column := range append(v.Wave.Axes(3), v.Wave.Axes(2)...) {
				c := v.Cross(row, column, Replied)
				v.SafeCross(&c)
				table := disclosure.New(c.Counts, v.Threshold)
				table.Marks = c.Marks
				if !table.Safe() {
					t.Fatalf("%v %v", c.Counts, c.Marks)
				}
				if column.Answer < 0 {
					if leaks := NewSession().ShowCross(v, &c, "cross"); len(leaks) > 0 {
						t.Fatalf("%v %v gives away %+v", c.Counts, c.Marks, leaks)
					}
				}
				session.ShowCross(v, &c, "cross") // must not fail, whatever it finds
			}
		}
	})
}

func TestTextsOfFewAreHidden(t *testing.T) {
	w := NewWave("texts", 60)
	sex := Question{ID: "sex", Kind: Single, Answers: []Answer{{Code: "a"}, {Code: "b"}}}
	open := Question{ID: "open", Kind: Text}
	who, said := NewColumn(sex, 60), NewColumn(open, 60)
	for r := range 60 {
		who.Choose(r, min(1, r/15))
		if r%2 == 0 {
			said.SetState(r, Answered)
			said.Texts[r] = string(rune('z' - r%26))
		}
	}
	w.Add(sex, who)
	at := w.Add(open, said)
	for name, c := range map[string]struct {
		filter Filter
		hidden bool
		shown  int
		find   string
	}{
		"all":                        {Filter{}, false, 30, ""},
		"all that hold a letter":     {Filter{}, false, 3, "Z"},
		"fifteen people":             {Filter{[]Condition{{Question: "sex", Codes: []string{"a"}}}}, true, 0, ""},
		"all less fifteen":           {Filter{[]Condition{{Question: "sex", Codes: []string{"b"}}}}, true, 0, ""},
		"everybody, by another name": {Filter{[]Condition{{Question: "sex", Codes: []string{"a", "b"}}}}, false, 30, ""},
	} {
		v, err := NewView(w, c.filter)
		if err != nil {
			t.Fatal(err)
		}
		got := v.Texts(at, c.find)
		if got.Hidden != c.hidden || len(got.All) != c.shown {
			t.Errorf("%s: %+v", name, got)
		}
		for i := 1; i < len(got.All); i++ {
			if got.All[i-1] > got.All[i] {
				t.Errorf("%s: the texts keep the order of the respondents", name)
			}
		}
	}
}

// TestWeightedSharesDoNotGiveAway: where a figure is hidden in two departments
// the weighted share is rounded, so that it fits several truths; where the
// weights are too different for that, it is not told.
func TestWeightedSharesDoNotGiveAway(t *testing.T) {
	build := func(staff ...int) *View {
		n := 3 * 60
		w := NewWave("w", n)
		d := Question{ID: "d", Kind: Single, Answers: []Answer{{Code: "A"}, {Code: "B"}, {Code: "C"}}}
		q := Question{ID: "q", Kind: Single, Answers: []Answer{{Code: "Ja"}, {Code: "Nej"}}}
		where, said := NewColumn(d, n), NewColumn(q, n)
		for r := range n {
			where.Choose(r, r/60)
			answer := 0
			if r%60 < []int{3, 20, 30}[r/60] {
				answer = 1
			}
			said.Choose(r, answer)
		}
		w.Department = w.Add(d, where)
		w.Add(q, said)
		var frame []Department
		for i, s := range staff {
			frame = append(frame, Department{d.Answers[i].Code, s})
		}
		w.SetFrame(frame)
		return view(t, w)
	}
	even := build(20000, 20010, 9000)
	share, ok := even.SafeBox(1, Replied, 0)
	if !ok || math.Abs(1000*share.Weighted.P-math.Round(1000*share.Weighted.P)) > 1e-9 {
		t.Errorf("%v %+v", ok, share.Weighted)
	}
	if exact := even.Box(1, Replied, 0).Weighted; exact.P == share.Weighted.P || math.Abs(exact.P-share.Weighted.P) > 0.0005 {
		t.Errorf("%g is told as %g", exact.P, share.Weighted.P)
	}
	if uneven, _ := build(60, 6000, 60).SafeBox(1, Replied, 0); !math.IsNaN(uneven.Weighted.P) {
		t.Errorf("very different weights: %+v", uneven.Weighted)
	}
	open := build(20000, 20010, 9000)
	open.Threshold = 0
	if share, _ := open.SafeBox(1, Replied, 0); share.Weighted != open.Box(1, Replied, 0).Weighted {
		t.Error("rounded though nothing is hidden")
	}
}

// TestViewIsForAll: several goroutines may ask one view at once.
func TestViewIsForAll(t *testing.T) {
	w := large(2000, 12)
	v := view(t, w)
	var group sync.WaitGroup
	for k := range 4 {
		group.Go(func() {
			for q := range w.Questions {
				v.Safe((q+k)%len(w.Questions), Substantive)
				v.Frequency(q, Replied)
				v.Cross(Axis{0, -1}, w.Axes(q)[0], Replied)
			}
		})
	}
	group.Wait()
}
