package stats

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"testing"
)

// shared reads a case of the reference that lies beside the repository, or
// skips the test where it does not. testdata/reference.json covers the same
// ground.
func shared(t *testing.T, name string, into any) string {
	t.Helper()
	folder := filepath.Join("..", "..", "..", "..", "shared", "reference", "survey", name)
	data, err := os.ReadFile(filepath.Join(folder, "expected.json"))
	if err != nil {
		t.Skip("the shared reference results are not beside the repository")
	}
	if err := json.Unmarshal(data, into); err != nil {
		t.Fatal(err)
	}
	return folder
}

func rows(t *testing.T, path string) [][]string {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	all, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return all[1:]
}

func number(t *testing.T, s string) float64 {
	t.Helper()
	if s == "" {
		return 0
	}
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestSharedProportions(t *testing.T) {
	var want struct {
		Expected struct {
			Cases []struct {
				X, N, P float64
				Wilson  [2]float64
			}
		}
	}
	shared(t, "01_proportion_ci", &want)
	for _, c := range want.Expected.Cases {
		nearInterval(t, "wilson", Wilson(c.X, c.N), c.Wilson[0], c.Wilson[1])
		near(t, "p", Sample{X: c.X, N: c.N}.Share(), c.P, tight)
	}
}

func TestSharedFinite(t *testing.T) {
	var want struct {
		Expected struct {
			Cases []struct {
				X         float64
				Took      float64    `json:"n"`
				N         float64    `json:"N"`
				Effective float64    `json:"n_eff"`
				Finite    [2]float64 `json:"wilson_fpc"`
				Plain     [2]float64 `json:"wilson_nofpc"`
				SE        float64    `json:"se_fpc_unbiased"`
			}
		}
	}
	folder := shared(t, "02_wilson_fpc", &want)
	for i, row := range rows(t, filepath.Join(folder, "input.csv")) {
		c := want.Expected.Cases[i]
		x, n, N := number(t, row[0]), number(t, row[1]), number(t, row[2])
		near(t, "n*", Effective(n, N), c.Effective, tight)
		nearInterval(t, "finite", WilsonFinite(x, n, N), c.Finite[0], c.Finite[1])
		nearInterval(t, "plain", Wilson(x, n), c.Plain[0], c.Plain[1])
		near(t, "se", Weighted([]Stratum{{N, n, n, x}}).SE, c.SE, tight)
	}
}

func TestSharedChiSquare(t *testing.T) {
	var want struct {
		Expected struct {
			ChiSq     float64 `json:"chisq"`
			DF        int
			P         float64
			V         float64 `json:"cramers_v"`
			Corrected float64 `json:"cramers_v_bias_corrected"`
			Min       float64 `json:"min_expected"`
			Expected  struct{ Values Table }
			Residuals struct{ Values Table } `json:"adjusted_residuals"`
		}
	}
	folder := shared(t, "04_chisq_gender_party", &want)
	table := Table{make([]float64, 3), make([]float64, 3)}
	for k, row := range rows(t, filepath.Join(folder, "input.csv")) {
		table[k%2][k/2] = number(t, row[2])
	}
	e, a := want.Expected, Associate(table)
	near(t, "chi-square", a.ChiSquare, e.ChiSq, tight)
	near(t, "p", a.P, e.P, loose)
	near(t, "V", a.V, e.V, tight)
	near(t, "corrected V", a.Corrected, e.Corrected, tight)
	near(t, "least expected", a.MinExpected, e.Min, tight)
	for i := range table {
		for j := range table[i] {
			near(t, "expected", a.Expected[i][j], e.Expected.Values[i][j], tight)
			near(t, "residual", a.Residuals[i][j], e.Residuals.Values[i][j], tight)
		}
	}
}

func TestSharedDifferences(t *testing.T) {
	var want struct {
		Expected struct {
			Cases []struct {
				Diff     float64
				Newcombe [2]float64  `json:"newcombe10"`
				Finite   *[2]float64 `json:"newcombe10_fpc"`
				ChiSq, P float64
			}
		}
	}
	folder := shared(t, "08_two_wave_difference", &want)
	for i, row := range rows(t, filepath.Join(folder, "input.csv")) {
		var v [6]float64
		for k := range v {
			v[k] = number(t, row[k+1])
		}
		c := want.Expected.Cases[i]
		// The reference subtracts the second wave from the first.
		d, interval := Difference(Sample{v[2], v[3], 0}, Sample{v[0], v[1], 0})
		near(t, "difference", d, c.Diff, tight)
		nearInterval(t, row[0], interval, c.Newcombe[0], c.Newcombe[1])
		if c.Finite != nil {
			_, interval := Difference(Sample{v[2], v[3], v[5]}, Sample{v[0], v[1], v[4]})
			nearInterval(t, row[0]+" finite", interval, c.Finite[0], c.Finite[1])
		}
		a := Associate(Table{{v[0], v[1] - v[0]}, {v[2], v[3] - v[2]}})
		near(t, "chi-square", a.ChiSquare, c.ChiSq, tight)
		near(t, "p", a.P, c.P, loose)
	}
}

type censusWave struct {
	N            int
	ByDepartment []struct {
		Department string
		People     float64 `json:"N"`
		Took       float64 `json:"n"`
		X, P       float64
		Wilson     [2]float64
		Finite     [2]float64 `json:"wilson_fpc"`
		SE         float64    `json:"se_fpc"`
	} `json:"by_department"`
	WeightedP  float64 `json:"weighted_p"`
	WeightedSE float64 `json:"weighted_se_fpc"`
	Kish       float64 `json:"kish_deff"`
	Table      struct {
		ChiSq     float64 `json:"chisq"`
		P         float64
		V         float64                `json:"cramers_v"`
		Residuals struct{ Values Table } `json:"adjusted_residuals"`
	} `json:"department_by_know"`
	RaoScott struct{ F, NDF, DDF, P float64 } `json:"rao_scott_F"`
}

func TestSharedCensus(t *testing.T) {
	var want struct {
		Expected struct {
			W1, W2 censusWave
			Change struct {
				Diff     float64            `json:"weighted_diff"`
				CI       [2]float64         `json:"ci95"`
				P        map[string]float64 `json:"p_by_department"`
				Holm, BH map[string]float64
			}
		}
	}
	shared(t, "15_census_two_waves", &want)
	var estimates [2]Estimate
	for i, w := range []censusWave{want.Expected.W1, want.Expected.W2} {
		var strata []Stratum
		var layers []Layer
		var table Table
		var weights []float64
		for h, d := range w.ByDepartment {
			nearInterval(t, d.Department, Wilson(d.X, d.Took), d.Wilson[0], d.Wilson[1])
			nearInterval(t, d.Department, WilsonFinite(d.X, d.Took, d.People), d.Finite[0], d.Finite[1])
			strata = append(strata, Stratum{d.People, d.Took, d.Took, d.X})
			near(t, "se", Weighted(strata[h:h+1]).SE, d.SE, tight)
			table = append(table, []float64{d.Took - d.X, d.X})
			cells := make(Table, len(w.ByDepartment))
			for k := range cells {
				cells[k] = []float64{0, 0}
			}
			cells[h] = table[h]
			layers = append(layers, EvenLayer(d.People, d.Took, cells))
			for range int(d.Took) {
				weights = append(weights, d.People/d.Took)
			}
		}
		estimates[i] = Weighted(strata)
		near(t, "weighted", estimates[i].P, w.WeightedP, tight)
		near(t, "weighted se", estimates[i].SE, w.WeightedSE, tight)
		_, design := Kish(weights)
		near(t, "design effect", design, w.Kish, tight)
		a := Associate(table)
		near(t, "chi-square", a.ChiSquare, w.Table.ChiSq, tight)
		near(t, "p", a.P, w.Table.P, loose)
		near(t, "V", a.V, w.Table.V, tight)
		for i := range table {
			near(t, "residual", a.Residuals[i][1], w.Table.Residuals.Values[i][1], tight)
		}
		d, ok := RaoScott(layers)
		if !ok {
			t.Fatal("no Rao–Scott test")
		}
		near(t, "F", d.F, w.RaoScott.F, tight)
		near(t, "F df 1", d.DF1, w.RaoScott.NDF, tight)
		near(t, "F df 2", d.DF2, w.RaoScott.DDF, tight)
		near(t, "F p", d.P, w.RaoScott.P, loose)
	}
	change := want.Expected.Change
	d, interval, _ := WeightedDifference(estimates[0], estimates[1])
	near(t, "change", d, change.Diff, tight)
	nearInterval(t, "change", interval, change.CI[0], change.CI[1])
	var p []float64
	for i, a := range want.Expected.W1.ByDepartment {
		b := want.Expected.W2.ByDepartment[i]
		single := Associate(Table{{a.X, a.Took - a.X}, {b.X, b.Took - b.X}}).P
		near(t, "p "+a.Department, single, change.P[a.Department], loose)
		p = append(p, single)
	}
	holm, bh := Holm(p), BenjaminiHochberg(p)
	for i, d := range want.Expected.W1.ByDepartment {
		near(t, "holm "+d.Department, holm[i], change.Holm[d.Department], loose)
		near(t, "BH "+d.Department, bh[i], change.BH[d.Department], loose)
	}
}
