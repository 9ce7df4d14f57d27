package stats

import "math"

// Fisher is the two-sided p-value of Fisher's exact test of the table a b / c d:
// the probability, with all margins given, of every table no more likely than
// this one. It needs no large counts. The work grows with the smallest margin.
//
// Source: Fisher (1935), J. Roy. Stat. Soc. 98:39; the rule for two sides and
// its tolerance of 1e-7 as in R's fisher.test.
func Fisher(a, b, c, d int) float64 {
	low := max(0, a-d)
	high := min(a+b, a+c)
	// Likelihoods relative to the table at hand, walked to both sides by their
	// ratios, so that nothing under- or overflows near what counts.
	const tolerance = 1 + 1e-7
	all, unlikely := 1.0, 1.0
	walk := func(step int) {
		likelihood := 1.0
		for x := a; x+step >= low && x+step <= high; x += step {
			likelihood *= ratio(x, step, a+b, a+c, d-a)
			all += likelihood
			if likelihood <= tolerance {
				unlikely += likelihood
			}
			if likelihood == 0 || math.IsInf(all, 1) {
				return
			}
		}
	}
	walk(1)
	walk(-1)
	if math.IsInf(all, 1) {
		return 0 // more than 1e300 times less likely than the likeliest
	}
	return min(unlikely/all, 1)
}

// ratio is how much likelier the table with x+step in its first cell is than
// the one with x. row and column are the first margins, rest is d−a.
func ratio(x, step, row, column, rest int) float64 {
	if step > 0 {
		return float64(row-x) * float64(column-x) / (float64(x+1) * float64(rest+x+1))
	}
	return float64(x) * float64(rest+x) / (float64(row-x+1) * float64(column-x+1))
}
