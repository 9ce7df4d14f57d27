package disclosure

import "slices"

// Set is a set of respondents, a bit for each.
type Set = []uint64

// Release is one table as it was shown: how some groups of people answered one
// question.
type Release struct {
	// Subject is the question, and the wave it belongs to; tables of the same
	// subject are put beside each other.
	Subject string
	// Name is what the table is called when it is warned against; Filter tells
	// releases with different filters apart.
	Name, Filter string
	// Groups are the rows, the row of all among them. Rows of nobody are left out
	// of account: it is known that nobody is in them.
	Groups []Set
	// Answer is the answer that respondent r gave, from 0, −1 for those outside
	// the base.
	Answer func(r int) int
	// Marks are as in Table: a row for each group, and a column for each answer
	// and one for the group's total.
	Marks [][]Mark
}

// Leak is something that the tables of a session give away together, though no
// one of them does.
type Leak struct {
	Subject string
	Name    string // of the release that gives it away
	Other   string // of an earlier one it is put beside; Name itself for none
	Answer  int    // the answer, or the number of answers for a total
	Count   int    // what can be worked out
}

// Session remembers what has been shown of one wave.
type Session struct {
	threshold   int
	respondents int
	groups      []Set   // all that were shown, without repetitions
	atoms       []int32 // of each respondent: alike in all groups is the same atom
	count       int     // of atoms
	shown       map[string][]shownTable
}

// shownTable is a release with its groups by their place in Session.groups.
type shownTable struct {
	Release
	at []int
}

// NewSession begins with nothing shown, of a wave with so many respondents.
func NewSession(respondents, threshold int) *Session {
	return &Session{
		threshold: threshold, respondents: respondents, count: 1,
		atoms: make([]int32, respondents), shown: map[string][]shownTable{},
	}
}

// Show remembers a release, and tells what it gives away beside those shown
// before. It must have been protected on its own.
//
// What is found: every hidden figure, and every small one that is the difference
// of two tables with different filters, that follows from the shown figures by
// adding and subtracting them, however many it takes. The arithmetic is exact
// (see span). What could further be narrowed because counts are not below 0 is
// looked at in each table by itself, by Protect.
func (s *Session) Show(r Release) []Leak {
	table := shownTable{Release: r}
	table.Marks = nil
	for i, g := range r.Groups {
		if slices.ContainsFunc(g, func(word uint64) bool { return word != 0 }) {
			table.at = append(table.at, s.group(g))
			table.Marks = append(table.Marks, r.Marks[i])
		}
	}
	if len(table.at) == 0 {
		return nil
	}
	for _, earlier := range s.shown[r.Subject] {
		if earlier.Filter == r.Filter && slices.Equal(earlier.at, table.at) && sameMarks(earlier.Marks, table.Marks) {
			return nil // the same table once more
		}
	}
	s.shown[r.Subject] = append(s.shown[r.Subject], table)
	if s.threshold < least {
		return nil
	}
	return s.leaks(r.Subject)
}

func sameMarks(a, b [][]Mark) bool {
	return slices.EqualFunc(a, b, func(x, y []Mark) bool { return slices.Equal(x, y) })
}

// group is the place of a group among all; a new one splits the atoms.
func (s *Session) group(g Set) int {
	if at := slices.IndexFunc(s.groups, func(other Set) bool { return slices.Equal(other, g) }); at >= 0 {
		return at
	}
	s.groups = append(s.groups, slices.Clone(g))
	inside := make([]int32, s.count) // new atom of those inside, +1
	outside := make([]int32, s.count)
	next := int32(0)
	for r, atom := range s.atoms {
		side := &outside[atom]
		if has(g, r) {
			side = &inside[atom]
		}
		if *side == 0 {
			next++
			*side = next
		}
		s.atoms[r] = *side - 1
	}
	s.count = max(int(next), 1)
	return len(s.groups) - 1
}

func has(g Set, r int) bool { return g[r/64]>>(r%64)&1 != 0 }

// leaks looks at all releases of a subject together; what the last one adds is
// new, for the earlier ones were looked at when they came.
func (s *Session) leaks(subject string) []Leak {
	tables := s.shown[subject]
	last := tables[len(tables)-1]
	answers := len(last.Marks[0]) - 1
	truth := s.truth(last.Answer, answers)
	inside := s.inside()
	known := newSpan(s.count * answers)
	for _, t := range tables {
		t.each(func(group, answer int, m Mark) {
			if m == Shown {
				known.add(s.vector(inside[t.at[group]], answer, answers))
			}
		})
	}
	var leaks []Leak
	for _, t := range tables {
		t.each(func(group, answer int, m Mark) {
			if v := s.vector(inside[t.at[group]], answer, answers); m.Hidden() && known.holds(v) {
				leaks = append(leaks, Leak{subject, last.Name, t.Name, answer, count(truth, v)})
			}
		})
	}
	for _, t := range tables[:len(tables)-1] {
		leaks = append(leaks, s.differences(t, last, inside, truth, &known)...)
	}
	return leaks
}

// each calls f with every figure of the table.
func (t shownTable) each(f func(group, answer int, m Mark)) {
	for i, row := range t.Marks[:len(t.at)] {
		for j, m := range row {
			f(i, j, m)
		}
	}
}

// inside tells for every group which atoms are in it.
func (s *Session) inside() [][]bool {
	inside := make([][]bool, len(s.groups))
	for g := range inside {
		inside[g] = make([]bool, s.count)
	}
	first := make([]int, s.count) // a member of each atom
	for r := len(s.atoms) - 1; r >= 0; r-- {
		first[s.atoms[r]] = r
	}
	for g, set := range s.groups {
		for atom, r := range first {
			inside[g][atom] = s.respondents > 0 && has(set, r)
		}
	}
	return inside
}

// truth are the counts of every atom and answer.
func (s *Session) truth(answer func(int) int, answers int) []int {
	counts := make([]int, s.count*answers)
	for r, atom := range s.atoms {
		if a := answer(r); a >= 0 && a < answers {
			counts[int(atom)*answers+a]++
		}
	}
	return counts
}

// vector is the sum that a figure is: which atoms and answers are in it.
func (s *Session) vector(inside []bool, answer, answers int) []uint64 {
	v := make([]uint64, s.count*answers)
	for atom, in := range inside {
		for a := range answers {
			if in && (answer == a || answer == answers) {
				v[atom*answers+a] = 1
			}
		}
	}
	return v
}

func count(truth []int, vector []uint64) int {
	n := 0
	for i, v := range vector {
		if v == 1 {
			n += truth[i]
		}
	}
	return n
}

// differences finds the small figures of the people who are in a group of one
// table and not in a group of the other, when the filters differ.
func (s *Session) differences(a, b shownTable, inside [][]bool, truth []int, known *span) []Leak {
	if a.Filter == b.Filter {
		return nil
	}
	var leaks []Leak
	answers := len(b.Marks[0]) - 1
	seen := map[string]bool{}
	for _, pair := range pairs(a.at, b.at) {
		// A row of the same table is no news: it was shown beside the whole.
		if slices.Contains(a.at, pair[0]) && slices.Contains(a.at, pair[1]) || slices.Contains(b.at, pair[0]) && slices.Contains(b.at, pair[1]) {
			continue
		}
		rest, ok := without(inside[pair[0]], inside[pair[1]])
		if !ok || seen[key(rest)] {
			continue
		}
		seen[key(rest)] = true
		for answer := range answers + 1 {
			v := s.vector(rest, answer, answers)
			if n := count(truth, v); n > 0 && n < s.threshold && known.holds(v) {
				leaks = append(leaks, Leak{b.Subject, b.Name, a.Name, answer, n})
			}
		}
	}
	return leaks
}

// pairs are all of a beside all of b, both ways.
func pairs(a, b []int) [][2]int {
	var all [][2]int
	for _, g := range a {
		for _, h := range b {
			all = append(all, [2]int{g, h}, [2]int{h, g})
		}
	}
	return all
}

// without are the atoms of g that are not in h; ok is false unless h lies within
// g and leaves some of it.
func without(g, h []bool) (rest []bool, ok bool) {
	rest = make([]bool, len(g))
	for i := range g {
		if h[i] && !g[i] {
			return nil, false
		}
		rest[i] = g[i] && !h[i]
		ok = ok || rest[i]
	}
	return rest, ok
}

func key(inside []bool) string {
	b := make([]byte, len(inside))
	for i, in := range inside {
		if in {
			b[i] = 1
		}
	}
	return string(b)
}
