package stats

import (
	"math"
	"slices"
)

// Holm adjusts p-values so that the chance of a single false finding among all
// of them stays below the level. NaN is left out and stays NaN.
// Source: Holm (1979), Scand. J. Stat. 6:65.
func Holm(p []float64) []float64 {
	adjusted, order := ascending(p)
	least := 0.0
	for i, at := range order {
		least = max(least, min(1, float64(len(order)-i)*p[at]))
		adjusted[at] = least
	}
	return adjusted
}

// BenjaminiHochberg adjusts p-values so that of all findings at most the level's
// share is expected to be false. NaN is left out and stays NaN.
// Source: Benjamini & Hochberg (1995), J. Roy. Stat. Soc. B 57:289.
func BenjaminiHochberg(p []float64) []float64 {
	adjusted, order := ascending(p)
	most := 1.0
	for i := len(order) - 1; i >= 0; i-- {
		at := order[i]
		most = min(most, float64(len(order))/float64(i+1)*p[at])
		adjusted[at] = most
	}
	return adjusted
}

// ascending gives the places of the p-values that are numbers, smallest first,
// and room for their adjusted values.
func ascending(p []float64) (room []float64, order []int) {
	room = slices.Clone(p)
	for i, v := range p {
		if !math.IsNaN(v) {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case p[a] < p[b]:
			return -1
		case p[a] > p[b]:
			return 1
		}
		return 0
	})
	return room, order
}
