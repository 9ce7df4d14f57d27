package decision

import (
	"slices"
	"strconv"
	"strings"

	"synlig/data/fault"
)

// Outcome is what the committee made of a point. Its text is kept in the
// database and printed.
type Outcome string

// The outcomes of a point.
const (
	Adopted   Outcome = "vedtaget"
	Rejected  Outcome = "forkastet"
	Postponed Outcome = "udsat"
)

// Outcomes are what the committee made of each point, by number.
type Outcomes map[int]Outcome

// Adopted tells whether a point was adopted.
func (o Outcomes) Adopted(number int) bool { return o[number] == Adopted }

// All are the outcomes when every point has the same.
func All(points []Point, outcome Outcome) Outcomes {
	all := make(Outcomes, len(points))
	for _, p := range points {
		all[p.Number] = outcome
	}
	return all
}

// The reasons for which points or their outcomes do not hold together. Each
// carries "number", the point, and most carry "others": points, "1, 2".
const (
	NumberTwice    fault.Code = "point-number-twice"   // two points have one number
	NeedsUnknown   fault.Code = "point-needs-unknown"  // others: what it needs and what is no point
	NeedsRivals    fault.Code = "point-needs-rivals"   // others: two alternatives it needs both of
	NeedsOthers    fault.Code = "point-needs-others"   // it is adopted; others: what it needs and what is not
	RivalsAdopted  fault.Code = "point-rivals-adopted" // it is adopted; others: so are its alternatives
	Undecided      fault.Code = "point-undecided"      // it has no outcome
	OutcomeUnknown fault.Code = "point-outcome-unknown"
)

// Objection is why points or outcomes do not hold together. It speaks of one
// point; Others are the points that stand against it, ascending.
type Objection struct {
	Code   fault.Code
	Number int
	Others []int
}

// Err is the objection as an error, for who cannot go on because of it.
func (o Objection) Err() error {
	var others []string
	for _, n := range o.Others {
		others = append(others, strconv.Itoa(n))
	}
	return fault.New(o.Code, "number", strconv.Itoa(o.Number), "others", strings.Join(others, ", "))
}

// CheckPoints tells what keeps points from ever being decided, in their order.
// Nothing is good.
func CheckPoints(points []Point) []Objection {
	var found []Objection
	seen := map[int]bool{}
	for _, p := range points {
		if seen[p.Number] {
			found = append(found, Objection{Code: NumberTwice, Number: p.Number})
			continue
		}
		seen[p.Number] = true
		var unknown []int
		for _, n := range p.Requires {
			if _, ok := named(points, n); !ok || n == p.Number {
				unknown = append(unknown, n)
			}
		}
		if len(unknown) > 0 {
			slices.Sort(unknown)
			found = append(found, Objection{NeedsUnknown, p.Number, slices.Compact(unknown)})
		}
		if rivals := rivalsAmong(points, append(Requirements(points, p.Number), p.Number)); len(rivals) > 0 {
			found = append(found, Objection{NeedsRivals, p.Number, rivals})
		}
	}
	return found
}

// rivalsAmong are those of numbers that are alternatives to another of them,
// ascending.
func rivalsAmong(points []Point, numbers []int) []int {
	var rivals []int
	for _, n := range numbers {
		if slices.ContainsFunc(Rivals(points, n), func(r int) bool { return slices.Contains(numbers, r) }) {
			rivals = append(rivals, n)
		}
	}
	slices.Sort(rivals)
	return rivals
}

// Rivals are the numbers of the points that cannot be adopted together with
// number because they are alternatives to it, ascending.
func Rivals(points []Point, number int) []int {
	p, ok := named(points, number)
	if !ok || p.Choice == 0 {
		return nil
	}
	var rivals []int
	for _, q := range points {
		if q.Choice == p.Choice && q.Number != number {
			rivals = append(rivals, q.Number)
		}
	}
	slices.Sort(rivals)
	return rivals
}

func named(points []Point, number int) (Point, bool) {
	i := slices.IndexFunc(points, func(p Point) bool { return p.Number == number })
	if i < 0 {
		return Point{}, false
	}
	return points[i], true
}

// Check tells why outcomes are none that a committee can have decided: a point
// without one, "3 kan ikke vedtages uden 1", two alternatives. Two alternatives
// are told of once, at the first. Nothing is good.
func Check(points []Point, outcomes Outcomes) []Objection {
	var found []Objection
	for _, p := range points {
		switch outcomes[p.Number] {
		case Adopted, Rejected, Postponed:
		case "":
			found = append(found, Objection{Code: Undecided, Number: p.Number})
		default:
			found = append(found, Objection{Code: OutcomeUnknown, Number: p.Number})
		}
	}
	return append(found, CheckAdopted(points, outcomes.Adopted)...)
}

// CheckAdopted is Check for a set of points that may be adopted together.
func CheckAdopted(points []Point, adopted func(number int) bool) []Objection {
	var found []Objection
	out := func(n int) bool { return !adopted(n) }
	for _, p := range points {
		if !adopted(p.Number) {
			continue
		}
		if missing := slices.DeleteFunc(Requirements(points, p.Number), adopted); len(missing) > 0 {
			found = append(found, Objection{NeedsOthers, p.Number, missing})
		}
		if rivals := slices.DeleteFunc(Rivals(points, p.Number), out); len(rivals) > 0 && p.Number < rivals[0] {
			found = append(found, Objection{RivalsAdopted, p.Number, rivals})
		}
	}
	return found
}

// Standing are the points of a set that stand: those that need none outside of
// it. It is what a "what if" shows when one point is switched off and others
// hang on it.
func Standing(points []Point, adopted func(number int) bool) func(number int) bool {
	standing := map[int]bool{}
	for _, p := range points {
		standing[p.Number] = adopted(p.Number) && Adoptable(points, p.Number, adopted)
	}
	return func(number int) bool { return standing[number] }
}

// Consequence is what falls when a point is not adopted. Whoever prints it has
// the words: "Vedtages punkt 1 ikke, udgår ændring 2, 5 og 6."
type Consequence struct {
	Point   int
	Points  []int // the other points that fall with it, ascending
	Changes []int // the numbers of the changes that fall, ascending
}

// Falls is the consequence of not adopting a point. changes are the numbers of
// the changes that a point holds.
func Falls(points []Point, number int, changes func(point int) []int) Consequence {
	c := Consequence{Point: number, Points: Dependents(points, number)}
	for _, n := range append([]int{number}, c.Points...) {
		c.Changes = append(c.Changes, changes(n)...)
	}
	slices.Sort(c.Changes)
	c.Changes = slices.Compact(c.Changes)
	return c
}
