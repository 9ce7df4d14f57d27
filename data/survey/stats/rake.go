package stats

import (
	"errors"
	"math"
)

// Margin is one known distribution of the population: Group[i] is the group of
// respondent i, Target[g] how many people are in group g.
type Margin struct {
	Group  []int
	Target []float64
}

// ErrRake tells that no weights fit: a group with people but without answers,
// margins with different totals, or no end after many rounds.
var ErrRake = errors.New("stats: the margins cannot be met")

const (
	rakeRounds = 1000
	rakeExact  = 1e-12
)

// Rake gives weights, starting from start, that meet all margins at once, by
// fitting one after the other until nothing moves (iterative proportional
// fitting). Respondents with weight 0 keep it. start is not changed.
//
// Errors: ErrRake.
//
// Source: Deming & Stephan (1940), Ann. Math. Stat. 11:427.
func Rake(start []float64, margins ...Margin) ([]float64, error) {
	weights := append([]float64(nil), start...)
	for range rakeRounds {
		moved := 0.0
		for _, m := range margins {
			shift, err := m.fit(weights)
			if err != nil {
				return nil, err
			}
			moved = max(moved, shift)
		}
		if moved < rakeExact {
			return weights, nil
		}
	}
	return nil, ErrRake
}

// fit scales the weights group by group and gives the largest relative move.
func (m Margin) fit(weights []float64) (moved float64, err error) {
	totals := make([]float64, len(m.Target))
	for i, g := range m.Group {
		totals[g] += weights[i]
	}
	for g, target := range m.Target {
		switch {
		case totals[g] > 0:
			totals[g] = target / totals[g]
			moved = max(moved, math.Abs(totals[g]-1))
		case target > 0:
			return 0, ErrRake
		}
	}
	for i, g := range m.Group {
		weights[i] *= totals[g]
	}
	return moved, nil
}
