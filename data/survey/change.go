package survey

import (
	"math"
	"strings"

	"synlig/data/survey/stats"
)

// Change is how a share moved from one wave to the next: later less earlier.
type Change struct {
	Answer         int // of the later question; −1 for several together
	Earlier, Later Share
	// EarlierN and LaterN are the bases.
	EarlierN, LaterN int
	Difference       float64 // NaN where a base is nobody
	Interval         stats.Interval
	// Weighted is the difference of the weighted shares, each wave weighted to
	// its own staff; NaN without frames.
	Weighted         float64
	WeightedInterval stats.Interval
	// P is the two-sided p-value: of the weighted difference where there are
	// frames, else of the chi-square test.
	P float64
}

// Changes compares every answer of a pair. The pair must have no Reason.
func Changes(earlier, later *View, pair Pair, b Base) []Change {
	before, after := earlier.Frequency(pair.Earlier, b), later.Frequency(pair.Later, b)
	changes := make([]Change, len(after.Answers))
	for i := range changes {
		changes[i] = changeOf(before.Answers[pair.Answers[i]], after.Answers[i], before.N, after.N, earlier.Population(), later.Population())
		changes[i].Answer = i
	}
	return changes
}

// BoxChange compares some answers together. They are indexes of the later
// question; the pair must have no Reason.
func BoxChange(earlier, later *View, pair Pair, b Base, answers ...int) Change {
	then := make([]int, len(answers))
	for i, a := range answers {
		then[i] = pair.Answers[a]
	}
	c := changeOf(earlier.Box(pair.Earlier, b, then...), later.Box(pair.Later, b, answers...),
		earlier.Frequency(pair.Earlier, b).N, later.Frequency(pair.Later, b).N, earlier.Population(), later.Population())
	c.Answer = -1
	return c
}

// changeOf puts two shares beside each other.
func changeOf(before, after Share, n1, n2, population1, population2 int) Change {
	c := Change{Earlier: before, Later: after, EarlierN: n1, LaterN: n2}
	a := stats.Sample{X: float64(before.X), N: float64(n1), Population: float64(population1)}
	z := stats.Sample{X: float64(after.X), N: float64(n2), Population: float64(population2)}
	c.Difference, c.Interval = stats.Difference(a, z)
	c.Weighted, c.WeightedInterval, c.P = stats.WeightedDifference(before.Weighted, after.Weighted)
	if math.IsNaN(c.P) {
		c.P = c.plain()
	}
	return c
}

// plain is the p-value of the chi-square test of the two waves' counts.
func (c Change) plain() float64 {
	return stats.Associate(stats.Table{
		{float64(c.Earlier.X), float64(c.EarlierN - c.Earlier.X)}, {float64(c.Later.X), float64(c.LaterN - c.Later.X)},
	}).P
}

// Clear tells whether the change is more than chance: 0 lies outside its
// interval, the weighted one where there is one.
func (c Change) Clear() bool {
	i := c.WeightedInterval
	if math.IsNaN(i.Low) {
		i = c.Interval
	}
	return i.Low > 0 || i.High < 0
}

// DepartmentChange is the change in one department, or in several that a
// reorganisation made one. Its P is that of the chi-square test, which does not
// count on those who did not answer being few.
type DepartmentChange struct {
	Department string
	// Only is the wave that alone has it: "earlier" or "later"; "" for both. It
	// then cannot be compared.
	Only string
	Change
	// Holm and Discovery are P adjusted for all departments of the table.
	Holm, Discovery float64
}

// DepartmentChanges compares some answers of a pair in every department of the
// later wave, then those that the earlier alone has.
func DepartmentChanges(earlier, later *View, m Mapping, pair Pair, b Base, answers ...int) []DepartmentChange {
	then := make([]int, len(answers))
	for i, a := range answers {
		then[i] = pair.Answers[a]
	}
	before, old := earlier.grouped(m, pair.Earlier, b, then)
	after, names := later.grouped(m, pair.Later, b, answers)
	var changes []DepartmentChange
	for _, name := range names {
		c := DepartmentChange{Department: name.shown, Only: "later", Change: Change{P: math.NaN(), Later: after[name.key].share}}
		if then, ok := before[name.key]; ok {
			now := after[name.key]
			c.Only, c.Change = "", changeOf(then.share, now.share, then.n, now.n, then.staff, now.staff)
			c.P = c.plain()
		}
		c.Answer = -1
		changes = append(changes, c)
	}
	for _, name := range old {
		if _, ok := after[name.key]; !ok {
			changes = append(changes, DepartmentChange{
				Department: name.shown, Only: "earlier", Change: Change{Answer: -1, P: math.NaN(), Earlier: before[name.key].share},
			})
		}
	}
	p := make([]float64, len(changes))
	for i, c := range changes {
		p[i] = c.P
	}
	for i, holm := range stats.Holm(p) {
		changes[i].Holm = holm
	}
	for i, discovery := range stats.BenjaminiHochberg(p) {
		changes[i].Discovery = discovery
	}
	return changes
}

// groupName is the name departments are compared under, as it is shown.
type groupName struct{ key, shown string }

// groupShare is the answers of a group of departments.
type groupShare struct {
	share    Share
	n, staff int
}

// grouped are some answers to a question by the names departments are compared
// under, in the order of the departments. Departments of nobody are left out.
func (v *View) grouped(m Mapping, question int, b Base, answers []int) (map[string]groupShare, []groupName) {
	q, g := &v.Wave.Questions[question], v.grid(question)
	strata := map[string][]stats.Stratum{}
	sums := map[string]groupShare{}
	var names []groupName
	for d, department := range v.Wave.Departments() {
		shown := m.group(department.Name)
		key := strings.ToLower(shown)
		if _, ok := sums[key]; !ok {
			names = append(names, groupName{key, shown})
		}
		sum := sums[key]
		n, x := g.base(q, d+1, b), 0
		for _, i := range answers {
			x += v.given(q, g, d+1, b, i)
		}
		sum.n += n
		sum.share.X += x
		sum.staff += department.Staff
		sums[key] = sum
		strata[key] = append(strata[key], stats.Stratum{N: float64(department.Staff), Took: float64(v.took[d+1]), D: float64(n), X: float64(x)})
	}
	kept := names[:0]
	for _, name := range names {
		sum := sums[name.key]
		if sum.n == 0 {
			delete(sums, name.key)
			continue
		}
		if !v.departmentsOnly() {
			sum.staff = 0
		}
		sum.share = v.share(sum.share.X, sum.n, sum.staff)
		if v.Weighted() {
			sum.share.Weighted = stats.Weighted(strata[name.key])
		}
		sums[name.key] = sum
		kept = append(kept, name)
	}
	return sums, kept
}

// SafeDepartments tells of every name that departments are compared under whether
// its change may be shown: where no figure in either wave is hidden.
func SafeDepartments(earlier, later *View, m Mapping, pair Pair, b Base, answers ...int) map[string]bool {
	then := make([]int, len(answers))
	for i, a := range answers {
		then[i] = pair.Answers[a]
	}
	safe := map[string]bool{}
	mark := func(t *DepartmentTable, answers []int) {
		for i := range t.Rows {
			if r := &t.Rows[i]; r.N > 0 {
				name := m.group(r.Department)
				before, known := safe[name]
				safe[name] = (before || !known) && r.SafeBox(answers...)
			}
		}
	}
	mark(earlier.Safe(pair.Earlier, b), then)
	mark(later.Safe(pair.Later, b), answers)
	return safe
}
