// Package stats is the arithmetic of the survey: intervals, weights, tests.
// It takes counts and gives numbers; it knows no questions, no files and no
// words. Every function names the source of its formula, and is held against R
// 4.2 and its package survey 4.1. Distributions and matrices are gonum's.
//
// Shares are between 0 and 1. What cannot be worked out is NaN, never a guess
// that looks like a figure.
package stats

import (
	"math"

	"gonum.org/v1/gonum/mathext"
	"gonum.org/v1/gonum/stat/distuv"
)

// Level is the confidence of every interval the house prints.
const Level = 0.95

// z is the two-sided normal quantile of Level.
var z = Quantile(Level)

// Quantile is the normal deviate that encloses the share level around 0: 1.96
// for 0.95.
func Quantile(level float64) float64 { return distuv.UnitNormal.Quantile(0.5 + level/2) }

// Interval is a confidence interval.
type Interval struct{ Low, High float64 }

// Point is the interval without width: what is known for certain.
func Point(p float64) Interval { return Interval{p, p} }

// Whole is what is known of a share when nobody was asked.
var Whole = Interval{0, 1}

// Around is p ± z·se, the interval of an estimate that is near normal. It is
// not held within 0 and 1: differences go below 0.
func Around(p, se float64) Interval { return Interval{p - z*se, p + z*se} }

// NormalTail is the two-sided p-value of a normal deviate.
func NormalTail(deviate float64) float64 { return math.Erfc(math.Abs(deviate) / math.Sqrt2) }

// ChiSquareTail is the probability that a chi-square with df degrees of freedom
// is as large as x, worked out as a tail: 1−CDF would be 0 below 1e-16.
// It is 1 for df 0.
func ChiSquareTail(x float64, df int) float64 {
	if df <= 0 || x <= 0 {
		return 1
	}
	return distuv.ChiSquared{K: float64(df)}.Survival(x)
}

// FTail is the probability that F with d1 and d2 degrees of freedom is as large
// as x: the regularized incomplete beta I_y(d2/2, d1/2) at y = d2/(d2+d1·x).
// Source: Abramowitz & Stegun, Handbook of Mathematical Functions, 26.6.2.
func FTail(x, d1, d2 float64) float64 {
	if x <= 0 {
		return 1
	}
	return mathext.RegIncBeta(d2/2, d1/2, d2/(d2+d1*x))
}
