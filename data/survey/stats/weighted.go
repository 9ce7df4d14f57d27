package stats

import "math"

// Stratum is a department as a sample: of its N people n took part, D of those
// belong to the base of the figure, and X of these gave the answer. Where the
// base is everybody, D is n.
type Stratum struct{ N, Took, D, X float64 }

// Estimate is a weighted share and its standard error.
type Estimate struct {
	P, SE float64
	// Covered is the share of all people who work where somebody took part.
	// Below 1 the figure says nothing of the rest.
	Covered float64
}

// Interval is the estimate's interval, held within 0 and 1.
func (e Estimate) Interval() Interval {
	i := Around(e.P, e.SE)
	return Interval{max(i.Low, 0), min(i.High, 1)}
}

// rounding is how much of a sum of squares can be a rounding error.
const rounding = 1e-12

// Weighted is the share among all people, each department counting by its staff
// and not by its answers: P = Σ N_h p_h / Σ N_h with weights N_h/n_h, and
// SE² = Σ (N_h/N)² (1−f_h) p_h(1−p_h)/(n_h−1), f_h = n_h/N_h.
//
// Where the base is a part of those who took part, it is the ratio of two
// totals, linearized: z = x − P·d takes the place of x. The two are the same
// when everybody belongs to the base.
//
// A department where nobody took part says nothing and is left out; Covered
// tells. One where a single person of several did has no spread of its own; its
// share of the variance is taken around the whole's mean (in R's survey package
// lonely.psu = "adjust"), so that one answer is never taken for certainty. A
// department with more answers than staff counts as fully covered.
//
// Source: Cochran, Sampling Techniques (1977), 5.3 and 5A.14 (domains); Lumley,
// Complex Surveys (2010), 2.
func Weighted(strata []Stratum) Estimate {
	var people, covered, x, d float64
	for _, h := range strata {
		people += h.N
		if h.Took > 0 && h.N > 0 {
			covered += h.N
			x += h.N / h.Took * h.X
			d += h.N / h.Took * h.D
		}
	}
	if d <= 0 {
		return Estimate{math.NaN(), math.NaN(), 0}
	}
	e := Estimate{P: x / d, Covered: covered / people}
	variance := 0.0
	for _, h := range strata {
		if h.Took <= 0 || h.N <= h.Took {
			continue
		}
		w := h.N / h.Took / d
		sum := h.X - e.P*h.D
		squares := h.X*(1-e.P)*(1-e.P) + (h.D-h.X)*e.P*e.P
		spread := squares // of a lonely answer, around the whole's mean
		if h.Took > 1 {
			spread = (squares - sum*sum/h.Took) * h.Took / (h.Took - 1)
			if spread < rounding*squares {
				spread = 0 // everybody alike: what is left is what rounding left
			}
		}
		variance += w * w * (1 - h.Took/h.N) * max(spread, 0)
	}
	e.SE = math.Sqrt(variance)
	return e
}

// WeightedDifference is b less a, of two independent estimates, with
// P2−P1 ± z√(SE1²+SE2²) and the two-sided p-value of no difference.
func WeightedDifference(a, b Estimate) (difference float64, interval Interval, p float64) {
	difference = b.P - a.P
	se := math.Hypot(a.SE, b.SE)
	switch {
	case se > 0:
		p = NormalTail(difference / se)
	case difference == 0:
		p = 1
	}
	if math.IsNaN(difference) {
		p = difference
	}
	return difference, Around(difference, se), p
}

// ByWeights is the share of weight that carries the answer, of answers with
// weights of their own, and its standard error for a sample with replacement:
// SE² = n/(n−1) Σ (w(x−P)/Σw)². Zero weights take no part in the share.
// weights and given are of equal length. Source: Lumley (2010), 2.2.
func ByWeights(weights []float64, given []bool) Estimate {
	var all, with float64
	for i, w := range weights {
		all += w
		if given[i] {
			with += w
		}
	}
	if all <= 0 {
		return Estimate{math.NaN(), math.NaN(), 0}
	}
	e := Estimate{P: with / all, Covered: 1}
	squares := 0.0
	for i, w := range weights {
		residual := -e.P
		if given[i] {
			residual++
		}
		squares += w * w * residual * residual
	}
	n := float64(len(weights))
	e.SE = math.NaN()
	if n > 1 {
		e.SE = math.Sqrt(n/(n-1)*squares) / all
	}
	return e
}

// Kish is the effective number of answers (Σw)²/Σw² and the design effect n over
// it: how much the unevenness of the weights costs. Zero weights are answers
// that count for nothing; they raise the design effect. Without weight there is
// nothing: 0 and NaN.
//
// Source: Kish, Survey Sampling (1965), 11.7; Kish (1992), J. Off. Stat. 8:183.
func Kish(weights []float64) (effective, design float64) {
	var sum, squares float64
	for _, w := range weights {
		sum += w
		squares += w * w
	}
	if squares == 0 {
		return 0, math.NaN()
	}
	effective = sum * sum / squares
	return effective, float64(len(weights)) / effective
}
