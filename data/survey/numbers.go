package survey

import (
	"math"
	"slices"
)

// Numbers sums up a question answered with numbers.
type Numbers struct {
	N         int
	Sum, Mean float64 // Mean and Spread are NaN of nobody
	Spread    float64 // standard deviation, n−1
	Min, Max  float64
	Median    float64
	Values    []float64 // the different answers, ascending
	Counts    []int     // how many gave each
}

// Numbers sums up the numbers of those who pass the filter. Of a scale or a
// single choice it sums the order of the answers, "Ved ikke" left out: the mean
// of a scale from 1 to 5.
func (v *View) Numbers(question int) Numbers {
	q, c := &v.Wave.Questions[question], &v.Wave.Columns[question]
	var all []float64
	v.selected.each(func(r int) {
		switch {
		case c.State(r) != Answered:
		case q.Kind == Number:
			all = append(all, c.Numbers[r])
		case q.Kind == Scale || q.Kind == Single:
			if a := q.Answers[c.Answer(r)]; a.Order > 0 && !a.DontKnow {
				all = append(all, float64(a.Order))
			}
		}
	})
	return NumbersOf(all)
}

// NumbersOf sums numbers up. They are left as they are.
func NumbersOf(numbers []float64) Numbers {
	all := slices.Clone(numbers)
	slices.Sort(all)
	n := Numbers{N: len(all), Mean: math.NaN(), Spread: math.NaN(), Min: math.NaN(), Max: math.NaN(), Median: math.NaN()}
	lost := 0.0 // what rounding took from the sum (Neumaier 1974)
	for _, x := range all {
		sum := n.Sum + x
		if math.Abs(n.Sum) >= math.Abs(x) {
			lost += (n.Sum - sum) + x
		} else {
			lost += (x - sum) + n.Sum
		}
		n.Sum = sum
		if k := len(n.Values); k == 0 || n.Values[k-1] != x {
			n.Values, n.Counts = append(n.Values, x), append(n.Counts, 0)
		}
		n.Counts[len(n.Counts)-1]++
	}
	n.Sum += lost
	if n.N == 0 {
		return n
	}
	n.Mean = n.Sum / float64(n.N)
	n.Min, n.Max = all[0], all[n.N-1]
	n.Median = (all[(n.N-1)/2] + all[n.N/2]) / 2
	squares := 0.0
	for _, x := range all {
		squares += (x - n.Mean) * (x - n.Mean)
	}
	if n.N > 1 {
		n.Spread = math.Sqrt(squares / float64(n.N-1))
	}
	return n
}
