package survey

import (
	"math"
	"sync"

	"synlig/data/survey/disclosure"
	"synlig/data/survey/stats"
)

// View is a wave seen through a filter. Every figure on screen and paper comes
// from one, so that none can be of other people than the filter says. It may be
// used by several goroutines; the wave must not change under it.
type View struct {
	Wave   *Wave
	Filter Filter
	// Threshold is the least count that Protect shows.
	Threshold int

	selected Bits
	n        int
	// Everybody's stratum, 0 for those outside the filter: the department's
	// index + 1, and one more for those whose department is unknown.
	stratum []uint16
	strata  int
	took    []int  // of each stratum, the filter aside
	people  []Bits // of each stratum, within the filter; made when needed

	mu      sync.Mutex
	grids   []*grid  // of each question, made when needed
	weighed []*hefts // the same for the file's weights
	safe    map[safeKey]*DepartmentTable
}

type safeKey struct {
	question int
	base     Base
}

// NewView puts a filter on a wave. The threshold is disclosure.Threshold.
//
// Errors: those of Filter.Select.
func NewView(w *Wave, f Filter) (*View, error) {
	selected, err := f.Select(w)
	if err != nil {
		return nil, err
	}
	v := &View{
		Wave: w, Filter: f, Threshold: disclosure.Threshold,
		selected: selected, n: selected.Count(), grids: make([]*grid, len(w.Questions)),
		weighed: make([]*hefts, len(w.Questions)), safe: map[safeKey]*DepartmentTable{},
	}
	v.stratify()
	return v, nil
}

// stratify sorts the respondents by department.
func (v *View) stratify() {
	w := v.Wave
	departments := 0
	v.stratum = make([]uint16, w.Respondents)
	if w.Department >= 0 {
		departments = len(w.Questions[w.Department].Answers)
	}
	v.strata = departments + 2
	v.took = make([]int, v.strata)
	all := v.n == w.Respondents
	for r := range v.stratum {
		s := departments + 1
		if departments > 0 {
			if d := w.Columns[w.Department].Answer(r); d >= 0 {
				s = d + 1
			}
		}
		v.took[s]++
		if all || v.selected.Has(r) {
			v.stratum[r] = uint16(s)
		}
	}
}

// Selected is the set of those who pass the filter.
func (v *View) Selected() Bits { return v.selected }

// Total, and N: how many took part, and how many of them pass the filter.
func (v *View) Total() int { return v.Wave.Respondents }

// N is how many pass the filter.
func (v *View) N() int { return v.n }

// ResponseRate is the share of those invited who took part, the filter aside;
// NaN where it is not known how many were invited.
func (v *View) ResponseRate() float64 {
	if v.Wave.Invited <= 0 {
		return math.NaN()
	}
	return float64(v.Wave.Respondents) / float64(v.Wave.Invited)
}

// Weighted tells whether there are staff numbers to weight by.
func (v *View) Weighted() bool { return v.Wave.Department >= 0 && v.Wave.Staff != nil }

// departments is the number of departments, those of nobody among them.
func (v *View) departments() int { return v.strata - 2 }

// staff is N of a department, 0 where unknown.
func (v *View) staff(department int) int {
	if department < len(v.Wave.Staff) {
		return v.Wave.Staff[department]
	}
	return 0
}

// Population is how many people the view's figures are about: the staff of the
// departments that the filter leaves whole, or all invited where there is no
// filter; 0 where that is not known. A filter on anything but the department
// makes it unknown: nobody knows how many of those who did not answer would
// pass.
func (v *View) Population() int {
	if v.Filter.Empty() {
		return v.Wave.Invited
	}
	if !v.Weighted() {
		return 0
	}
	id := v.Wave.Questions[v.Wave.Department].ID
	for _, c := range v.Filter.Conditions {
		if c.Question != id {
			return 0
		}
	}
	sum := 0
	for d := range v.departments() {
		if v.passes(d) {
			sum += v.staff(d)
		}
	}
	return sum
}

// passes tells whether a department passes a filter of departments alone.
func (v *View) passes(department int) bool {
	code := v.Wave.Questions[v.Wave.Department].Answers[department].Code
	for _, c := range v.Filter.Conditions {
		in := false
		for _, other := range c.Codes {
			in = in || other == code
		}
		if in == c.Not {
			return false
		}
	}
	return true
}

// sets are the respondents of each stratum. The lock must be held.
func (v *View) sets() []Bits {
	if v.people == nil {
		v.people = make([]Bits, v.strata)
		for s := range v.people {
			v.people[s] = NewBits(v.Wave.Respondents)
		}
		for r, s := range v.stratum {
			v.people[s].Set(r)
		}
	}
	return v.people
}

// estimate is the weighted share of those in x among those in d, which hold a
// count for each department.
func (v *View) estimate(d, x func(department int) int) stats.Estimate {
	strata := make([]stats.Stratum, v.departments())
	for i := range strata {
		strata[i] = stats.Stratum{N: float64(v.staff(i)), Took: float64(v.took[i+1]), D: float64(d(i)), X: float64(x(i))}
	}
	return stats.Weighted(strata)
}

// Response is how many of a department took part.
type Response struct {
	Name  string
	Staff int // 0 where unknown
	Took  int
	Mark  disclosure.Mark // of Took
}

// Rate is the share of the staff who took part, NaN where their number is not
// known.
func (r Response) Rate() float64 { return ratio(r.Took, r.Staff) }

// Weight is how many of the staff each answer stands for, NaN without answers.
func (r Response) Weight() float64 { return ratio(r.Staff, r.Took) }

// ResponseRates are those of all departments, the filter aside.
func (v *View) ResponseRates() []Response {
	rates := make([]Response, v.departments())
	line := disclosure.NewLine(v.took[1:], v.Threshold) // those of no known department too
	line.Protect()
	for i, d := range v.Wave.Departments() {
		rates[i] = Response{d.Name, d.Staff, v.took[i+1], line.Marks[0][i]}
	}
	return rates
}

// Effective is the effective number of answers after weighting, and the design
// effect of the weights (Kish). It is of all who took part.
func (v *View) Effective() (n, design float64) {
	var weights []float64
	for d := range v.departments() {
		if took := v.took[d+1]; took > 0 && v.staff(d) > 0 {
			for range took {
				weights = append(weights, float64(v.staff(d))/float64(took))
			}
		}
	}
	return stats.Kish(weights)
}

// Covered is the share of the staff who work where somebody took part.
func (v *View) Covered() float64 {
	staff, covered := 0, 0
	for d := range v.departments() {
		staff += v.staff(d)
		if v.took[d+1] > 0 {
			covered += v.staff(d)
		}
	}
	return ratio(covered, staff)
}
