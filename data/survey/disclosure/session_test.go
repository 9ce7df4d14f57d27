package disclosure

import (
	"testing"
)

// people is a small office: department and answer of each respondent.
type people struct{ department, answer, sex []int }

func set(n int, in func(r int) bool) Set {
	s := make(Set, (n+63)/64)
	for r := range n {
		if in(r) {
			s[r/64] |= 1 << (r % 64)
		}
	}
	return s
}

// office has 3 departments; in the first 3 women and 17 men say yes.
func office() people {
	var p people
	add := func(department, sex, answer, n int) {
		for range n {
			p.department, p.sex, p.answer = append(p.department, department), append(p.sex, sex), append(p.answer, answer)
		}
	}
	add(0, 0, 0, 3)
	add(0, 1, 0, 17)
	add(0, 0, 1, 20)
	add(0, 1, 1, 10)
	add(1, 0, 0, 20)
	add(1, 1, 0, 30)
	add(1, 1, 1, 25)
	add(2, 0, 0, 9)
	add(2, 1, 1, 12)
	return p
}

// table is the question by department for those the filter lets through.
func (p people) table(name string, filter func(r int) bool, threshold int) Release {
	r := Release{Subject: "q", Name: name, Filter: name, Answer: func(r int) int { return p.answer[r] }}
	counts := make([][]int, 3)
	n := len(p.answer)
	for d := range 3 {
		counts[d] = make([]int, 2)
		r.Groups = append(r.Groups, set(n, func(r int) bool { return p.department[r] == d && filter(r) }))
		for i := range n {
			if p.department[i] == d && filter(i) {
				counts[d][p.answer[i]]++
			}
		}
	}
	r.Groups = append(r.Groups, set(n, filter))
	t := New(counts, threshold)
	t.Protect()
	r.Marks = t.Marks
	return r
}

func TestTheSameTableTwiceGivesNothingAway(t *testing.T) {
	p := office()
	s := NewSession(len(p.answer), Threshold)
	all := func(int) bool { return true }
	for range 2 {
		if leaks := s.Show(p.table("all", all, Threshold)); len(leaks) > 0 {
			t.Errorf("%+v", leaks)
		}
	}
}

// TestSubtractionIsFound: all, then all but the three women who said yes in the
// first department. Each table is safe; together they are not.
func TestSubtractionIsFound(t *testing.T) {
	p := office()
	s := NewSession(len(p.answer), Threshold)
	if leaks := s.Show(p.table("all", func(int) bool { return true }, Threshold)); len(leaks) > 0 {
		t.Fatalf("%+v", leaks)
	}
	leaks := s.Show(p.table("men", func(r int) bool { return p.sex[r] == 1 }, Threshold))
	found := false
	for _, l := range leaks {
		found = found || l.Count == 3 && l.Answer == 0 && l.Other == "all" && l.Name == "men"
	}
	if !found {
		t.Errorf("three women's answers were not found: %+v", leaks)
	}
	fresh := NewSession(len(p.answer), Threshold)
	if leaks := fresh.Show(p.table("men", func(r int) bool { return p.sex[r] == 1 }, Threshold)); len(leaks) > 0 {
		t.Errorf("alone, the second table gives away %+v", leaks)
	}
}

// TestAnotherSecondaryIsFound: one table hides a small figure with one
// neighbour, another the same figure with another neighbour.
func TestAnotherSecondaryIsFound(t *testing.T) {
	answers := []int{}
	for a, n := range []int{3, 20, 30} {
		for range n {
			answers = append(answers, a)
		}
	}
	s := NewSession(len(answers), Threshold)
	release := func(name string, secondary int) Release {
		marks := [][]Mark{{Primary, Shown, Shown, Shown}}
		marks[0][secondary] = Secondary
		return Release{Subject: "q", Name: name, Answer: func(r int) int { return answers[r] }, Groups: []Set{set(len(answers), func(int) bool { return true })}, Marks: marks}
	}
	if leaks := s.Show(release("one", 1)); len(leaks) > 0 {
		t.Fatalf("%+v", leaks)
	}
	leaks := s.Show(release("other", 2))
	if len(leaks) == 0 || leaks[0].Count != 3 {
		t.Errorf("%+v", leaks)
	}
}

func TestThresholdOffWarnsOfNothing(t *testing.T) {
	p := office()
	s := NewSession(len(p.answer), 0)
	s.Show(p.table("all", func(int) bool { return true }, 0))
	if leaks := s.Show(p.table("men", func(r int) bool { return p.sex[r] == 1 }, 0)); len(leaks) > 0 {
		t.Errorf("%+v", leaks)
	}
}

func TestSpan(t *testing.T) {
	s := newSpan(4)
	s.add([]uint64{1, 1, 1, 1})
	s.add([]uint64{1, 1, 0, 0})
	s.add([]uint64{0, 1, 1, 0})
	for _, c := range []struct {
		v    []uint64
		want bool
	}{
		{[]uint64{0, 0, 1, 1}, true}, {[]uint64{1, 0, 0, 1}, true}, {[]uint64{1, 0, 0, 0}, false}, {[]uint64{0, 0, 0, 0}, true},
	} {
		if got := s.holds(c.v); got != c.want {
			t.Errorf("%v: %v", c.v, got)
		}
	}
	for _, a := range []uint64{1, 2, 3, prime - 1, 1 << 60} {
		if times(a, inverse(a)) != 1 {
			t.Errorf("%d has no inverse", a)
		}
	}
}

func BenchmarkSession(b *testing.B) {
	const n = 45000
	var p people
	for r := range n {
		p.department, p.answer, p.sex = append(p.department, r%3), append(p.answer, r%2), append(p.sex, r%7%2)
	}
	b.ReportAllocs()
	for b.Loop() {
		s := NewSession(n, Threshold)
		s.Show(p.table("all", func(int) bool { return true }, Threshold))
		s.Show(p.table("men", func(r int) bool { return p.sex[r] == 1 }, Threshold))
	}
}
