package survey

import (
	"cmp"
	"math"
	"slices"

	"synlig/data/survey/stats"
)

// test works out everything that is told of a cross-tab.
func (t *Crosstab) test(v *View, a, c *side, cells tally) {
	table := make(stats.Table, len(t.Counts))
	for i, row := range t.Counts {
		table[i] = make([]float64, len(row))
		for j, n := range row {
			table[i][j] = float64(n)
		}
	}
	t.Association = stats.Associate(table)
	t.Fisher = math.NaN()
	if a.size == 2 && c.size == 2 {
		t.Fisher = stats.Fisher(t.Counts[0][0], t.Counts[0][1], t.Counts[1][0], t.Counts[1][1])
	}
	t.order(v, a, c, table)
	if v.Weighted() {
		t.design(v, a, c, cells)
	}
}

// order runs the tests for ordered answers.
func (t *Crosstab) order(v *View, a, c *side, table stats.Table) {
	rows, columns := v.Wave.Ordered(t.Row), v.Wave.Ordered(t.Column)
	switch {
	case rows && columns:
		gamma := stats.Gamma(sorted(table, a, c))
		t.Gamma = &gamma
	case columns:
		ranks := stats.KruskalWallis(sorted(table, nil, c))
		t.Ranks = &ranks
	case rows:
		ranks := stats.KruskalWallis(sorted(turned(table, c.size), nil, a))
		t.Ranks = &ranks
	}
}

// sorted puts rows and columns in the order of their answers, without those
// that have none; nil leaves them as they are.
func sorted(t stats.Table, rows, columns *side) stats.Table {
	at, across := rows.ascending(len(t)), columns.ascending(-1)
	result := make(stats.Table, len(at))
	for i, row := range at {
		for _, column := range across {
			result[i] = append(result[i], t[row][column])
		}
	}
	return result
}

// ascending are the side's rows that have an order, lowest first.
func (s *side) ascending(all int) []int {
	var at []int
	if s == nil {
		for i := range all {
			at = append(at, i)
		}
		return at
	}
	for i, dont := range s.dont {
		if !dont {
			at = append(at, i)
		}
	}
	slices.SortStableFunc(at, func(x, y int) int { return cmp.Compare(s.order[x], s.order[y]) })
	return at
}

func turned(t stats.Table, columns int) stats.Table {
	result := make(stats.Table, columns)
	for j := range result {
		for i := range t {
			result[j] = append(result[j], t[i][j])
		}
	}
	return result
}

// design runs the weighted test over the departments.
func (t *Crosstab) design(v *View, a, c *side, cells tally) {
	var layers []stats.Layer
	for d := range v.departments() {
		if v.staff(d) == 0 || v.took[d+1] == 0 {
			continue
		}
		table := make(stats.Table, a.size)
		for i := range table {
			table[i] = make([]float64, c.size)
			for j := range table[i] {
				table[i][j] = float64(cells.at(d+1, i, j))
			}
		}
		layers = append(layers, stats.EvenLayer(float64(v.staff(d)), float64(v.took[d+1]), table))
	}
	if design, ok := stats.RaoScott(layers); ok {
		t.Design = &design
	}
}
