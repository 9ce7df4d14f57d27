package stats

import "math"

// Table is a cross-tab of counts, rows by columns, all rows of one length.
type Table [][]float64

// Margins are the sums of rows, of columns, and of all.
func (t Table) Margins() (rows, columns []float64, all float64) {
	rows = make([]float64, len(t))
	if len(t) > 0 {
		columns = make([]float64, len(t[0]))
	}
	for i, row := range t {
		for j, n := range row {
			rows[i] += n
			columns[j] += n
			all += n
		}
	}
	return rows, columns, all
}

// Association is what a cross-tab tells of whether rows and columns have to do
// with each other.
type Association struct {
	N         float64
	ChiSquare float64
	DF        int // of the rows and columns that are not empty
	P         float64
	// V is Cramér's V, 0 for none and 1 for full association; Corrected is the
	// same without the upward bias of small tables.
	V, Corrected float64
	// Expected are the counts if rows and columns had nothing to do with each
	// other; Residuals are the adjusted standardized residuals: beyond ±2 a cell
	// stands out. They are 0 in empty rows and columns and in a table of one.
	Expected, Residuals Table
	MinExpected         float64
	// FewExpected is the share of cells with an expected count below 5. Above
	// 0.2 the test is not to be trusted (Cochran's rule).
	FewExpected float64
}

// Cochran's rule.
const (
	fewExpected  = 5
	shareAllowed = 0.2
)

// Doubtful tells that too many expected counts are small for the chi-square
// test. Source: Cochran (1954), Biometrics 10:417.
func (a Association) Doubtful() bool { return a.FewExpected > shareAllowed }

// Associate is Pearson's chi-square test without continuity correction, with
// the measures that go with it. Rows and columns without any count say nothing
// and take no degrees of freedom. A table of one row or one column has no
// association: chi-square 0, df 0, p 1, V 0.
//
// Source: Agresti, An Introduction to Categorical Data Analysis (2007), 2.4
// (test) and 2.4.5 (residuals); Cramér (1946); Bergsma (2013), J. Korean Stat.
// Soc. 42:323 (bias-corrected V).
func Associate(t Table) Association {
	rows, columns, n := t.Margins()
	a := Association{N: n, Expected: like(t), Residuals: like(t), P: 1}
	r, c := filled(rows), filled(columns)
	if r == 0 || c == 0 {
		return a
	}
	a.DF = (r - 1) * (c - 1)
	a.MinExpected = math.Inf(1)
	few := 0
	for i, row := range t {
		for j, count := range row {
			if rows[i] == 0 || columns[j] == 0 {
				continue
			}
			e := rows[i] * columns[j] / n
			a.Expected[i][j] = e
			a.MinExpected = min(a.MinExpected, e)
			if e < fewExpected {
				few++
			}
			a.ChiSquare += (count - e) * (count - e) / e
			if spread := e * (1 - rows[i]/n) * (1 - columns[j]/n); spread > 0 {
				a.Residuals[i][j] = (count - e) / math.Sqrt(spread)
			}
		}
	}
	a.FewExpected = float64(few) / float64(r*c)
	if a.DF == 0 {
		a.ChiSquare = 0 // and not what rounding left of it
		return a
	}
	a.P = ChiSquareTail(a.ChiSquare, a.DF)
	a.V = math.Sqrt(a.ChiSquare / n / float64(min(r, c)-1))
	a.Corrected = corrected(a.ChiSquare/n, n, float64(r), float64(c))
	return a
}

// corrected is Bergsma's V of φ² = χ²/n.
func corrected(phi2, n, r, c float64) float64 {
	if n <= 1 {
		return 0
	}
	phi2 = max(0, phi2-(r-1)*(c-1)/(n-1))
	r -= (r - 1) * (r - 1) / (n - 1)
	c -= (c - 1) * (c - 1) / (n - 1)
	least := min(r, c) - 1
	if least <= 0 {
		return 0
	}
	return math.Sqrt(phi2 / least)
}

func like(t Table) Table {
	same := make(Table, len(t))
	for i := range t {
		same[i] = make([]float64, len(t[i]))
	}
	return same
}

func filled(margin []float64) int {
	n := 0
	for _, m := range margin {
		if m > 0 {
			n++
		}
	}
	return n
}
