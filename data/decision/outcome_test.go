package decision

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"synlig/data/fault"
)

// four points: 3 needs 1, 4 needs 3; 1 and 2 are alternatives.
func four() []Point {
	return []Point{{Number: 1, Choice: 1}, {Number: 2, Choice: 1}, {Number: 3, Requires: []int{1}}, {Number: 4, Requires: []int{3}}}
}

func TestCheck(t *testing.T) {
	for name, c := range map[string]struct {
		outcomes Outcomes
		want     string
	}{
		"all rejected":     {All(four(), Rejected), "[]"},
		"good":             {Outcomes{1: Adopted, 2: Rejected, 3: Adopted, 4: Postponed}, "[]"},
		"not without":      {Outcomes{1: Rejected, 2: Adopted, 3: Adopted, 4: Postponed}, "[{point-needs-others 3 [1]}]"},
		"through another":  {Outcomes{1: Postponed, 2: Rejected, 3: Rejected, 4: Adopted}, "[{point-needs-others 4 [1 3]}]"},
		"two alternatives": {All(four(), Adopted), "[{point-rivals-adopted 1 [2]}]"},
		"undecided":        {Outcomes{1: Adopted, 3: "måske", 4: Rejected}, "[{point-undecided 2 []} {point-outcome-unknown 3 []}]"},
	} {
		if got := fmt.Sprint(Check(four(), c.outcomes)); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
	err := Objection{NeedsOthers, 4, []int{1, 3}}.Err().(*fault.Error)
	if err.Code != NeedsOthers || err.Args["number"] != "4" || err.Args["others"] != "1, 3" {
		t.Errorf("as an error: %v", err)
	}
}

func TestCheckPoints(t *testing.T) {
	for name, c := range map[string]struct {
		points []Point
		want   string
	}{
		"good":                  {four(), "[]"},
		"a circle":              {[]Point{{Number: 1, Requires: []int{2}}, {Number: 2, Requires: []int{1}}}, "[]"},
		"twice":                 {[]Point{{Number: 1}, {Number: 1}}, "[{point-number-twice 1 []}]"},
		"unknown":               {[]Point{{Number: 1, Requires: []int{9, 7, 9}}}, "[{point-needs-unknown 1 [7 9]}]"},
		"itself":                {[]Point{{Number: 1, Requires: []int{1}}}, "[{point-needs-unknown 1 [1]}]"},
		"both alternatives":     {append(four(), Point{Number: 5, Requires: []int{4, 2}}), "[{point-needs-rivals 5 [1 2]}]"},
		"its own alternative":   {[]Point{{Number: 1, Choice: 1}, {Number: 2, Choice: 1, Requires: []int{1}}}, "[{point-needs-rivals 2 [1 2]}]"},
		"alternatives of three": {[]Point{{Number: 1, Choice: 2}, {Number: 2, Choice: 2}, {Number: 3, Choice: 2}}, "[]"},
	} {
		if got := fmt.Sprint(CheckPoints(c.points)); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
	if got := Rivals(four(), 2); !slices.Equal(got, []int{1}) || Rivals(four(), 3) != nil || Rivals(four(), 9) != nil {
		t.Errorf("rivals %v", got)
	}
}

func TestFalls(t *testing.T) {
	changes := map[int][]int{1: {2, 6}, 3: {5, 2}, 4: {9}}
	got := Falls(four(), 1, func(n int) []int { return changes[n] })
	if fmt.Sprint(got) != "{1 [3 4] [2 5 6 9]}" {
		t.Errorf("%v", got)
	}
	if got := Falls(four(), 2, func(n int) []int { return changes[n] }); fmt.Sprint(got) != "{2 [] []}" {
		t.Errorf("%v", got)
	}
}

// What stands needs nothing outside of what stands, and nothing else could.
func TestStanding(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		points := make([]Point, rapid.IntRange(0, 6).Draw(t, "points"))
		for i := range points {
			points[i] = Point{Number: i + 1, Requires: rapid.SliceOfN(rapid.IntRange(1, 7), 0, 2).Draw(t, "requires")}
		}
		set := rapid.SliceOf(rapid.IntRange(1, 6)).Draw(t, "adopted")
		in := func(n int) bool { return n <= len(points) && slices.Contains(set, n) }
		standing := Standing(points, in)
		if objections := CheckAdopted(points, standing); len(objections) > 0 && !slices.ContainsFunc(objections, func(o Objection) bool { return o.Code == RivalsAdopted }) {
			t.Fatalf("%v do not stand: %v", set, objections)
		}
		for _, p := range points {
			if standing(p.Number) != (in(p.Number) && Adoptable(points, p.Number, in)) || standing(p.Number) && !in(p.Number) {
				t.Fatalf("point %d", p.Number)
			}
		}
	})
}
