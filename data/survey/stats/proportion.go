package stats

import "math"

// Wilson is the score interval of x out of n: of all true shares, those that x
// would not surprise. It stays within 0 and 1 and is right for few answers and
// for x = 0 and x = n. n = 0 gives Whole. n may be an effective size.
//
// Source: Wilson (1927), J. Am. Stat. Assoc. 22:209; Newcombe (1998), Stat. Med.
// 17:857, method 3.
func Wilson(x, n float64) Interval {
	if n <= 0 {
		return Whole
	}
	p := x / n
	return score(p, n)
}

// score is Wilson's interval around p for n answers.
func score(p, n float64) Interval {
	middle := p + z*z/(2*n)
	half := z * math.Sqrt(p*(1-p)/n+z*z/(4*n*n))
	scale := 1 + z*z/n
	i := Interval{(middle - half) / scale, (middle + half) / scale}
	if p <= 0 {
		i.Low = 0 // and not a rounding error's width beside it
	}
	if p >= 1 {
		i.High = 1
	}
	return i
}

// Effective is the number of answers n* that would tell as much about an
// endless population as n answers tell about one of N people:
// n* = n(N−1)/(N−n). It is infinite when everybody answered.
//
// An N below n is no size of the population those n come from (a frame that is
// out of date, or unknown: 0); n is then used as it is.
//
// Source: the finite population correction 1−f with f = (n−1)/(N−1), Cochran,
// Sampling Techniques (1977), 2.6.
func Effective(n, N float64) float64 {
	switch {
	case n <= 0:
		return 0
	case N < n:
		return n
	case N == n:
		return math.Inf(1)
	}
	return n * (N - 1) / (N - n)
}

// WilsonFinite is Wilson's interval of x out of n, when those n are out of a
// population of N: n* takes the place of n. It is the share itself when n = N.
// N = 0 is unknown and gives Wilson.
func WilsonFinite(x, n, N float64) Interval {
	if n <= 0 {
		return Whole
	}
	effective := Effective(n, N)
	if math.IsInf(effective, 1) {
		return Point(x / n)
	}
	return score(x/n, effective)
}

// Sample is x out of n answers from a population of N, 0 for unknown or
// endless.
type Sample struct{ X, N, Population float64 }

// Share is x/n, NaN when nobody answered.
func (s Sample) Share() float64 {
	if s.N <= 0 {
		return math.NaN()
	}
	return s.X / s.N
}

// Difference is the share of b less that of a, and its interval, of two
// independent samples: Newcombe's hybrid of the two score intervals, with n*
// where the populations are known. It is NaN when one of them is empty.
//
// Source: Newcombe (1998), Stat. Med. 17:873, method 10.
func Difference(a, b Sample) (difference float64, interval Interval) {
	pa, pb := a.Share(), b.Share()
	difference = pb - pa
	if math.IsNaN(difference) {
		return difference, Interval{math.NaN(), math.NaN()}
	}
	ia := WilsonFinite(a.X, a.N, a.Population)
	ib := WilsonFinite(b.X, b.N, b.Population)
	return difference, Interval{
		difference - math.Hypot(pb-ib.Low, ia.High-pa),
		difference + math.Hypot(ib.High-pb, pa-ia.Low),
	}
}

// WorstCase is how low and how high a share could be among all who were asked,
// had everybody answered: a share p among the share r who did answer.
// [r·p, r·p + (1−r)]. Source: Manski (1989), J. Human Resources 24:343.
func WorstCase(p, r float64) Interval {
	r = min(max(r, 0), 1)
	return Interval{r * p, r*p + (1 - r)}
}
