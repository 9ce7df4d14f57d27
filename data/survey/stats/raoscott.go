package stats

import (
	"math"

	"gonum.org/v1/gonum/mat"
)

// Layer is one stratum of a weighted cross-tab. Took people of N were counted;
// Cells are those of them in each cell (rows by columns), and Sums and Squares
// the sums of their weights and of the weights squared. N = 0 is an endless
// population.
type Layer struct {
	N, Took              float64
	Cells, Sums, Squares Table
}

// EvenLayer is a stratum where each of those who took part weighs N/Took.
func EvenLayer(N, took float64, cells Table) Layer {
	l := Layer{N: N, Took: took, Cells: cells, Sums: like(cells), Squares: like(cells)}
	w := 0.0
	if took > 0 {
		w = N / took
	}
	for i, row := range cells {
		for j, n := range row {
			l.Sums[i][j], l.Squares[i][j] = w*n, w*w*n
		}
	}
	return l
}

// Design is a test that knows how the sample was taken.
type Design struct{ F, DF1, DF2, P float64 }

// RaoScott is the second-order Rao–Scott test of a weighted cross-tab in its F
// form: Pearson's chi-square of the weighted shares, divided by the trace of the
// design effects, against F(d, d·ν), ν being answers less strata. ok is false
// where there is nothing to test: a single row or column, or too few answers. Rows
// and columns without any answer take no part (R counts an empty level as one
// more degree of freedom).
//
// Source: Rao & Scott (1984), Ann. Stat. 12:46; Thomas & Rao (1987), J. Am. Stat.
// Assoc. 82:630; as in R's survey::svychisq(statistic = "F").
func RaoScott(layers []Layer) (Design, bool) {
	sums := Table(nil)
	answers, strata := 0.0, 0.0
	for _, l := range layers {
		if l.Took <= 0 {
			continue
		}
		answers += l.Took
		strata++
		sums = added(sums, l.Sums)
	}
	rows, columns, total := sums.Margins()
	r, c := places(rows), places(columns)
	nu := answers - strata
	if len(r) < 2 || len(c) < 2 || nu <= 0 {
		return Design{}, false
	}
	shares := make([]float64, 0, len(r)*len(c))
	pearson := 0.0
	for _, j := range c {
		for _, i := range r {
			p := sums[i][j] / total
			e := rows[i] / total * columns[j] / total
			pearson += (p - e) * (p - e) / e
			shares = append(shares, p)
		}
	}
	delta, ok := effects(shares, len(r), len(c), covariance(layers, shares, total, r, c))
	if !ok {
		return Design{}, false
	}
	var squared mat.Dense
	squared.Mul(delta, delta)
	trace := mat.Trace(delta)
	d := Design{F: pearson / trace, DF1: trace * trace / mat.Trace(&squared)}
	d.DF2 = d.DF1 * nu
	d.P = FTail(d.F, d.DF1, d.DF2)
	return d, !math.IsNaN(d.P)
}

// covariance is that of the weighted shares of the cells r × c, columns
// outermost, linearized and summed over the strata.
func covariance(layers []Layer, shares []float64, total float64, r, c []int) *mat.SymDense {
	k := len(shares)
	v := mat.NewSymDense(k, nil)
	one, mean := make([]float64, k), make([]float64, k)
	for _, l := range layers {
		if l.Took <= 0 {
			continue
		}
		f := 1.0
		if l.N > 0 {
			f = max(0, 1-l.Took/l.N)
		}
		scale := f / (total * total)
		if l.Took > 1 {
			scale *= l.Took / (l.Took - 1)
		}
		clear(mean)
		for cell := range k {
			i, j := r[cell%len(r)], c[cell/len(r)]
			for m := range k {
				one[m] = -shares[m]
			}
			one[cell]++
			vector := mat.NewVecDense(k, one)
			v.SymRankOne(v, scale*l.Squares[i][j], vector)
			for m := range k {
				mean[m] += l.Sums[i][j] * one[m]
			}
		}
		if l.Took > 1 {
			v.SymRankOne(v, -scale/l.Took, mat.NewVecDense(k, mean))
		}
	}
	return v
}

// effects is the matrix whose eigenvalues are the design effects of the
// contrasts of interaction: (C'D⁻¹C)⁻¹ (C'D⁻¹VD⁻¹C) with D the shares. A cell
// without answers has no part in it.
func effects(shares []float64, r, c int, v *mat.SymDense) (*mat.Dense, bool) {
	contrast := interaction(r, c)
	k := len(shares)
	weighted := mat.NewDense(k, contrast.RawMatrix().Cols, nil)
	for i, p := range shares {
		for j := range contrast.RawMatrix().Cols {
			if p > 0 {
				weighted.Set(i, j, contrast.At(i, j)/p)
			}
		}
	}
	var plain, designed, half, delta mat.Dense
	plain.Mul(contrast.T(), weighted)
	half.Mul(v, weighted)
	designed.Mul(weighted.T(), &half)
	if err := delta.Solve(&plain, &designed); err != nil {
		return nil, false
	}
	return &delta, true
}

// interaction is a basis of the tables whose rows and columns all sum to 0:
// (1 in row a, −1 in the last) times (1 in column b, −1 in the last).
func interaction(r, c int) *mat.Dense {
	m := mat.NewDense(r*c, (r-1)*(c-1), nil)
	for b := range c - 1 {
		for a := range r - 1 {
			column := b*(r-1) + a
			m.Set(b*r+a, column, 1)
			m.Set(b*r+r-1, column, -1)
			m.Set((c-1)*r+a, column, -1)
			m.Set((c-1)*r+r-1, column, 1)
		}
	}
	return m
}

func added(sum, t Table) Table {
	if sum == nil {
		sum = like(t)
	}
	for i, row := range t {
		for j, n := range row {
			sum[i][j] += n
		}
	}
	return sum
}

// places are the indexes of a margin's rows that are not empty.
func places(margin []float64) []int {
	var at []int
	for i, m := range margin {
		if m > 0 {
			at = append(at, i)
		}
	}
	return at
}
