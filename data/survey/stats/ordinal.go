package stats

import (
	"math"
	"slices"
)

// Ranks is the Kruskal–Wallis test: whether some groups answer higher than
// others.
type Ranks struct {
	H  float64
	DF int
	P  float64
}

// KruskalWallis tests groups (rows) over ordered answers (columns, lowest
// first), corrected for ties, which are many on a scale. Empty groups take no
// part. With fewer than two groups, or one answer from everybody, H is 0 and p 1.
//
// Source: Kruskal & Wallis (1952), J. Am. Stat. Assoc. 47:583.
func KruskalWallis(t Table) Ranks {
	rows, columns, n := t.Margins()
	groups := filled(rows)
	ties, below := 0.0, 0.0
	rank := make([]float64, len(columns)) // the middle rank of each answer
	for j, m := range columns {
		rank[j] = below + (m+1)/2
		below += m
		ties += m*m*m - m
	}
	result := Ranks{DF: max(groups-1, 0), P: 1}
	correction := 1 - ties/(n*n*n-n)
	if groups < 2 || n < 2 || correction <= 0 {
		return result
	}
	for i, row := range t {
		if rows[i] == 0 {
			continue
		}
		// Around the mean rank, which keeps the digits that R²/n − 3(n+1) loses.
		sum := 0.0
		for j, m := range row {
			sum += m * (rank[j] - (n+1)/2)
		}
		result.H += sum * sum / rows[i]
	}
	result.H *= 12 / (n * (n + 1)) / correction
	result.P = ChiSquareTail(result.H, result.DF)
	return result
}

// KruskalWallisOf is the test of groups of numbers.
func KruskalWallisOf(groups ...[]float64) Ranks {
	var values []float64
	for _, g := range groups {
		values = append(values, g...)
	}
	slices.Sort(values)
	values = slices.Compact(values)
	t := make(Table, len(groups))
	for i, g := range groups {
		t[i] = make([]float64, len(values))
		for _, v := range g {
			at, _ := slices.BinarySearch(values, v)
			t[i][at]++
		}
	}
	return KruskalWallis(t)
}

// Gamma is Goodman and Kruskal's gamma of a table whose rows and columns are
// both ordered: concordant less discordant pairs over their sum, from −1 to 1.
// NaN where every pair is tied. Source: Goodman & Kruskal (1954), J. Am. Stat.
// Assoc. 49:732.
func Gamma(t Table) float64 {
	var concordant, discordant float64
	for i, row := range t {
		if i == 0 {
			continue
		}
		// above[j] is the count in the rows above and columns up to j.
		above := prefix(t[:i], len(row))
		for j, n := range row {
			if n == 0 {
				continue
			}
			if j > 0 {
				concordant += n * above[j-1]
			}
			discordant += n * (above[len(row)-1] - above[j])
		}
	}
	if concordant+discordant == 0 {
		return math.NaN()
	}
	return (concordant - discordant) / (concordant + discordant)
}

func prefix(t Table, columns int) []float64 {
	sums := make([]float64, columns)
	for _, row := range t {
		for j, n := range row {
			sums[j] += n
		}
	}
	for j := 1; j < columns; j++ {
		sums[j] += sums[j-1]
	}
	return sums
}
