package stats

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestNobodyAndEverybody(t *testing.T) {
	for name, c := range map[string]struct{ got, want Interval }{
		"nobody":               {Wilson(0, 0), Whole},
		"nobody of ten":        {WilsonFinite(0, 0, 10), Whole},
		"everybody":            {WilsonFinite(3, 10, 10), Point(0.3)},
		"the only one":         {WilsonFinite(1, 1, 1), Point(1)},
		"more than there are":  {WilsonFinite(3, 10, 9), Wilson(3, 10)},
		"of an unknown number": {WilsonFinite(3, 10, 0), Wilson(3, 10)},
		"all, no answer left":  {WorstCase(0.4, 1), Point(0.4)},
		"no answer":            {WorstCase(0.4, 0), Whole},
	} {
		if c.got != c.want {
			t.Errorf("%s: %v, not %v", name, c.got, c.want)
		}
	}
	d, i := Difference(Sample{1, 2, 0}, Sample{})
	if !math.IsNaN(d) || !math.IsNaN(i.Low) {
		t.Error("a difference from nobody is a number")
	}
}

func TestWeightedEdges(t *testing.T) {
	nan := Weighted(nil)
	if !math.IsNaN(nan.P) || !math.IsNaN(nan.SE) {
		t.Error("nobody has a share")
	}
	half := Weighted([]Stratum{{100, 10, 10, 5}, {100, 0, 0, 0}})
	if half.P != 0.5 || half.Covered != 0.5 {
		t.Errorf("an empty department: %+v", half)
	}
	census := Weighted([]Stratum{{10, 10, 10, 3}, {5, 5, 5, 5}})
	near(t, "a census", census.P, 8.0/15, tight)
	if census.SE != 0 {
		t.Errorf("a census is uncertain by %g", census.SE)
	}
	if e := Weighted([]Stratum{{100, 1, 1, 1}, {100, 50, 50, 25}}); !(e.SE > 0.1) {
		t.Errorf("a lonely answer is taken for certain: %+v", e)
	}
	if e := ByWeights([]float64{0, 0}, []bool{true, false}); !math.IsNaN(e.P) {
		t.Errorf("zero weights have a share: %+v", e)
	}
	if n, design := Kish([]float64{0, 0}); n != 0 || !math.IsNaN(design) {
		t.Errorf("zero weights count as %g, %g", n, design)
	}
	if n, design := Kish([]float64{2, 2, 2}); n != 3 || design != 1 {
		t.Errorf("even weights count as %g, %g", n, design)
	}
}

func TestTablesOfOne(t *testing.T) {
	for name, table := range map[string]Table{
		"nothing": {}, "empty": {{0, 0}, {0, 0}}, "row": {{3, 4, 5}}, "column": {{3}, {4}},
		"row that counts": {{3, 4}, {0, 0}}, "column that counts": {{3, 0}, {4, 0}},
	} {
		a := Associate(table)
		if a.ChiSquare != 0 || a.DF != 0 || a.P != 1 || a.V != 0 || a.Corrected != 0 {
			t.Errorf("%s: %+v", name, a)
		}
		if _, ok := RaoScott([]Layer{EvenLayer(100, 12, table)}); ok {
			t.Errorf("%s: a design test of nothing", name)
		}
		if k := KruskalWallis(table); math.IsNaN(k.H) || math.IsNaN(k.P) {
			t.Errorf("%s: %+v", name, k)
		}
		if g := Gamma(table); !math.IsNaN(g) {
			t.Errorf("%s: gamma %g", name, g)
		}
	}
	whole := Associate(Table{{7, 0}, {0, 9}})
	near(t, "full association", whole.V, 1, tight)
	if p := Fisher(0, 0, 0, 0); p != 1 {
		t.Errorf("an empty table has p %g", p)
	}
	if p := Fisher(20000, 0, 0, 20000); p != 0 {
		t.Errorf("the impossible has p %g", p)
	}
}

func TestRakeRefuses(t *testing.T) {
	one := []float64{1, 1}
	if _, err := Rake(one, Margin{[]int{0, 0}, []float64{5, 5}}); err == nil {
		t.Error("a group without answers was weighted")
	}
	if _, err := Rake(one, Margin{[]int{0, 1}, []float64{5, 5}}, Margin{[]int{0, 0}, []float64{20}}); err == nil {
		t.Error("margins that do not fit were met")
	}
	if one[0] != 1 {
		t.Error("the start was changed")
	}
}

func TestNamesLeftOutOfAdjusting(t *testing.T) {
	p := []float64{math.NaN(), 0.01, 0.04}
	for i, want := range []float64{math.NaN(), 0.02, 0.04} {
		near(t, "holm", Holm(p)[i], want, tight)
		near(t, "BH", BenjaminiHochberg(p)[i], want, tight)
	}
}

// TestIntervalsHold: what must be true of every interval.
func TestIntervalsHold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 50000).Draw(t, "n")
		x := rapid.IntRange(0, n).Draw(t, "x")
		N := rapid.IntRange(n, 60000).Draw(t, "N")
		p := float64(x) / float64(n)
		plain := Wilson(float64(x), float64(n))
		finite := WilsonFinite(float64(x), float64(n), float64(N))
		for _, i := range []Interval{plain, finite} {
			if i.Low < 0 || i.High > 1 || i.Low > p+1e-12 || i.High < p-1e-12 {
				t.Fatalf("%v around %g", i, p)
			}
		}
		if n > 1 && finite.High-finite.Low > plain.High-plain.Low+1e-12 {
			t.Fatalf("knowing the population widens %v to %v", plain, finite)
		}
		mirrored := Wilson(float64(n-x), float64(n))
		if math.Abs(mirrored.Low-(1-plain.High)) > 1e-12 {
			t.Fatalf("%v is no mirror of %v", mirrored, plain)
		}
	})
}

// TestTestsHold: a table turned over tells the same, and twice the answers no
// other V.
func TestTestsHold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, c := rapid.IntRange(1, 5).Draw(t, "rows"), rapid.IntRange(1, 5).Draw(t, "columns")
		table, turned, doubled := make(Table, r), make(Table, c), make(Table, r)
		for j := range turned {
			turned[j] = make([]float64, r)
		}
		for i := range table {
			table[i], doubled[i] = make([]float64, c), make([]float64, c)
			for j := range table[i] {
				n := float64(rapid.IntRange(0, 40).Draw(t, "n"))
				table[i][j], turned[j][i], doubled[i][j] = n, n, 2*n
			}
		}
		a, b, d := Associate(table), Associate(turned), Associate(doubled)
		if math.Abs(a.ChiSquare-b.ChiSquare) > 1e-9*(1+a.ChiSquare) || math.Abs(a.V-d.V) > 1e-9 || a.DF != b.DF {
			t.Fatalf("%+v\n%+v\n%+v", a, b, d)
		}
		if a.V < 0 || a.V > 1+1e-12 || a.P < 0 || a.P > 1 {
			t.Fatalf("%+v", a)
		}
		if g, h := Gamma(table), Gamma(turned); !(math.IsNaN(g) && math.IsNaN(h)) && math.Abs(g-h) > 1e-12 {
			t.Fatalf("gamma %g turned is %g", g, h)
		}
	})
}
