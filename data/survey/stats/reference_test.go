package stats

import (
	"encoding/json"
	"math"
	"os"
	"testing"
)

// reference is testdata/reference.json, made by R with testdata/make.R.
type reference struct {
	Wilson []struct{ X, N, Low, High float64 }

	Newcombe []struct{ X1, N1, X2, N2, Difference, Low, High float64 }

	Chi []struct {
		Counts, Residuals Table
		ChiSq, P, V, Few  float64
		DF                int
	}
	Fisher []struct {
		Cells [4]int
		P     float64
	}
	Kruskal []struct {
		Counts Table
		H, P   float64
		DF     int
	}
	Gamma []struct {
		Counts Table
		Gamma  float64
	}
	Adjust []struct{ P, Holm, BH []float64 }
	FTail  []struct{ X, D1, D2, P float64 }
	Strata []struct {
		Strata []struct {
			N, Took, D, X float64
			Cells         Table
		}
		P, SE, F, NDF, DDF, PF float64
	}
	ByWeights []struct {
		W, X        []float64
		P, SE, Kish float64
	}
	Rake []struct {
		A, B      []int
		TA, TB, W []float64
	}
}

func readReference(t *testing.T) reference {
	t.Helper()
	data, err := os.ReadFile("testdata/reference.json")
	if err != nil {
		t.Fatal(err)
	}
	var r reference
	if err := json.Unmarshal(data, &r); err != nil {
		t.Fatal(err)
	}
	return r
}

// The tolerances of the reference: relative, for figures and for p-values.
const (
	tight = 1e-9
	loose = 1e-6
)

// near fails when got is not want within the relative tolerance.
func near(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	if got == want || math.IsNaN(got) && math.IsNaN(want) {
		return
	}
	if off := math.Abs(got - want); !(off <= tolerance*max(math.Abs(want), 1e-300)) && !(off < 1e-15 && want == 0) {
		t.Errorf("%s is %.17g, not %.17g", what, got, want)
	}
}

func nearInterval(t *testing.T, what string, got Interval, low, high float64) {
	t.Helper()
	near(t, what+" low", got.Low, low, tight)
	near(t, what+" high", got.High, high, tight)
}

func TestAgainstR(t *testing.T) {
	r := readReference(t)
	for _, c := range r.Wilson {
		nearInterval(t, "wilson", Wilson(c.X, c.N), c.Low, c.High)
	}
	for _, c := range r.Newcombe {
		d, i := Difference(Sample{c.X1, c.N1, 0}, Sample{c.X2, c.N2, 0})
		near(t, "difference", d, c.Difference, tight)
		nearInterval(t, "newcombe", i, c.Low, c.High)
	}
	for _, c := range r.Chi {
		a := Associate(c.Counts)
		near(t, "chi-square", a.ChiSquare, c.ChiSq, tight)
		near(t, "p", a.P, c.P, loose)
		near(t, "V", a.V, c.V, tight)
		near(t, "few expected", a.FewExpected, c.Few, tight)
		if a.DF != c.DF {
			t.Errorf("df is %d, not %d", a.DF, c.DF)
		}
		for i, row := range c.Residuals {
			for j, want := range row {
				near(t, "residual", a.Residuals[i][j], want, tight)
			}
		}
	}
	for _, c := range r.Fisher {
		near(t, "fisher", Fisher(c.Cells[0], c.Cells[1], c.Cells[2], c.Cells[3]), c.P, loose)
	}
	for _, c := range r.Kruskal {
		k := KruskalWallis(c.Counts)
		near(t, "H", k.H, c.H, tight)
		near(t, "p of H", k.P, c.P, loose)
		if k.DF != c.DF {
			t.Errorf("df of H is %d, not %d", k.DF, c.DF)
		}
	}
	for _, c := range r.Gamma {
		near(t, "gamma", Gamma(c.Counts), c.Gamma, tight)
	}
	for _, c := range r.Adjust {
		holm, bh := Holm(c.P), BenjaminiHochberg(c.P)
		for i := range c.P {
			near(t, "holm", holm[i], c.Holm[i], loose)
			near(t, "BH", bh[i], c.BH[i], loose)
		}
	}
	for _, c := range r.FTail {
		near(t, "F tail", FTail(c.X, c.D1, c.D2), c.P, loose)
	}
}

func TestWeightsAgainstR(t *testing.T) {
	r := readReference(t)
	for _, c := range r.Strata {
		var strata []Stratum
		var layers []Layer
		for _, s := range c.Strata {
			strata = append(strata, Stratum{s.N, s.Took, s.D, s.X})
			layers = append(layers, EvenLayer(s.N, s.Took, s.Cells))
		}
		e := Weighted(strata)
		near(t, "weighted share", e.P, c.P, tight)
		near(t, "its error", e.SE, c.SE, tight)
		if d, ok := RaoScott(layers); ok {
			near(t, "F", d.F, c.F, tight)
			near(t, "df 1", d.DF1, c.NDF, tight)
			near(t, "df 2", d.DF2, c.DDF, tight)
			near(t, "p of F", d.P, c.PF, loose)
		} else if c.F != 0 {
			t.Errorf("no test where R finds F = %g", c.F)
		}
	}
	for _, c := range r.ByWeights {
		given := make([]bool, len(c.X))
		for i, x := range c.X {
			given[i] = x == 1
		}
		e := ByWeights(c.W, given)
		near(t, "share by weights", e.P, c.P, tight)
		near(t, "its error", e.SE, c.SE, tight)
		effective, _ := Kish(c.W)
		near(t, "effective n", effective, c.Kish, tight)
	}
	for _, c := range r.Rake {
		start := make([]float64, len(c.A))
		for i := range start {
			start[i] = 1
		}
		weights, err := Rake(start, Margin{c.A, c.TA}, Margin{c.B, c.TB})
		if err != nil {
			t.Fatal(err)
		}
		for i := range weights {
			near(t, "raked weight", weights[i], c.W[i], tight)
		}
	}
}
