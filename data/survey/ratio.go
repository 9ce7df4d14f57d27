package survey

import "math"

// ratio is x of n, NaN of nobody.
func ratio(x, n int) float64 {
	if n <= 0 {
		return math.NaN()
	}
	return float64(x) / float64(n)
}
