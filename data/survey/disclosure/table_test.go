package disclosure

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// published is a table as a reference case describes it: nil is hidden or, of a
// total, not printed.
type published struct {
	Name    string
	True    [][]int
	Pub     [][]*int
	RowTot  []*int `json:"row_tot"`
	ColTot  []*int `json:"col_tot"`
	Primary [][2]int
	Safe    bool
	Audit   struct {
		Cells []struct {
			Row, Col, Min, Max int
			Exposed            bool
		}
	}
}

func (p published) table() *Table {
	t := New(p.True, Threshold)
	rows, columns := t.size()
	t.Marks[rows][columns] = Absent
	for i, row := range p.Pub {
		for j, v := range row {
			if v == nil {
				t.Marks[i][j] = Secondary
			}
		}
		if p.RowTot[i] == nil {
			t.Marks[i][columns] = Absent
		}
	}
	for j, v := range p.ColTot {
		if v == nil {
			t.Marks[rows][j] = Absent
		}
	}
	for _, at := range p.Primary {
		t.Marks[at[0]][at[1]] = Primary
	}
	return t
}

func check(t *testing.T, cases []published) {
	t.Helper()
	for _, c := range cases {
		table := c.table()
		if table.Safe() != c.Safe {
			t.Errorf("%s: safe is %v", c.Name, table.Safe())
		}
		ranges := table.Audit()
		if len(ranges) != len(c.Audit.Cells) {
			t.Fatalf("%s: %d hidden cells, not %d", c.Name, len(ranges), len(c.Audit.Cells))
		}
		for i, want := range c.Audit.Cells {
			got := ranges[i]
			if got.Row != want.Row || got.Column != want.Col || got.Min != want.Min || got.Max != want.Max || got.Exposed() != want.Exposed {
				t.Errorf("%s: %+v, not %+v", c.Name, got, want)
			}
		}
		table.Protect()
		if !table.Safe() {
			t.Errorf("%s: still not safe after protecting", c.Name)
		}
	}
}

// TestSharedCases holds the audit against the reference beside the repository;
// TestAgainstEnumeration covers the same ground without it.
func TestSharedCases(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("..", "..", "..", "..", "shared", "reference", "survey", "19_suppression", "expected.json"))
	if err != nil {
		t.Skip("the shared reference results are not beside the repository")
	}
	var cases []published
	if err := json.Unmarshal(data, &cases); err != nil || len(cases) < 9 {
		t.Fatal(len(cases), err)
	}
	check(t, cases)
}

// enumerate finds the ranges by trying every table there could be.
func enumerate(t *Table, top int) []Range {
	rows, columns := t.size()
	truth := t.Counts
	trial := make([][]int, rows)
	for i := range trial {
		trial[i] = slices.Clone(truth[i])
	}
	candidate := &Table{Counts: trial, Marks: t.Marks, Threshold: t.Threshold}
	found := map[[2]int]Range{}
	fits := func() bool {
		for i := range rows + 1 {
			for j := range columns + 1 {
				v := candidate.Value(i, j)
				switch t.Marks[i][j] {
				case Shown:
					if v != t.Value(i, j) {
						return false
					}
				case Primary:
					if !t.small(v) {
						return false
					}
				}
			}
		}
		return true
	}
	var try func(k int)
	try = func(k int) {
		if k == rows*columns {
			if !fits() {
				return
			}
			for i := range rows + 1 {
				for j := range columns + 1 {
					v := candidate.Value(i, j)
					r, ok := found[[2]int{i, j}]
					if !ok {
						r = Range{Min: v, Max: v}
					}
					found[[2]int{i, j}] = Range{Min: min(r.Min, v), Max: max(r.Max, v)}
				}
			}
			return
		}
		i, j := k/columns, k%columns
		if !t.Marks[i][j].Hidden() {
			try(k + 1)
			return
		}
		for v := range top + 1 {
			trial[i][j] = v
			try(k + 1)
		}
		trial[i][j] = truth[i][j]
	}
	try(0)
	var ranges []Range
	for i := range rows + 1 {
		for j := range columns + 1 {
			if m := t.Marks[i][j]; m.Hidden() {
				r := found[[2]int{i, j}]
				ranges = append(ranges, Range{i, j, r.Min, r.Max, m == Primary})
			}
		}
	}
	return ranges
}

// TestAgainstEnumeration: the flows find what trying everything finds.
func TestAgainstEnumeration(t *testing.T) {
	const top = 18 // no count in a table with these totals is larger
	rapid.Check(t, func(t *rapid.T) {
		r, c := rapid.IntRange(1, 3).Draw(t, "rows"), rapid.IntRange(1, 3).Draw(t, "columns")
		counts := make([][]int, r)
		for i := range counts {
			counts[i] = rapid.SliceOfN(rapid.IntRange(0, 6), c, c).Draw(t, "row")
		}
		table := New(counts, Threshold)
		hidden := 0
		for i := range r {
			for j := range c {
				switch {
				case hidden >= 4:
				case table.small(counts[i][j]) && rapid.Bool().Draw(t, "primary"):
					table.Marks[i][j] = Primary
					hidden++
				case rapid.IntRange(0, 2).Draw(t, "secondary") == 0:
					table.Marks[i][j] = Secondary
					hidden++
				}
			}
		}
		if r > 1 && rapid.Bool().Draw(t, "total") {
			if v := table.Value(0, c); table.small(v) {
				table.Marks[0][c] = Primary
			}
		}
		want, got := enumerate(table, top), table.Audit()
		if !slices.Equal(want, got) {
			t.Fatalf("%v marks %v:\n got %v\nwant %v", counts, table.Marks, got, want)
		}
		safe := !slices.ContainsFunc(want, Range.Exposed)
		if table.Safe() != safe {
			t.Fatalf("safe is %v", !safe)
		}
	})
}

// TestProtected: whatever the table, after Protect no small figure is shown and
// nothing hidden can be worked out.
func TestProtected(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, c := rapid.IntRange(1, 6).Draw(t, "rows"), rapid.IntRange(1, 6).Draw(t, "columns")
		threshold := rapid.IntRange(3, 10).Draw(t, "threshold")
		counts := make([][]int, r)
		for i := range counts {
			counts[i] = rapid.SliceOfN(rapid.SampledFrom([]int{0, 0, 1, 2, 3, 4, 5, 9, 12, 40, 300}), c, c).Draw(t, "row")
		}
		table := New(counts, threshold)
		if rapid.Bool().Draw(t, "no column totals") {
			for j := range c {
				table.Marks[r][j] = Absent
			}
			table.Marks[r][c] = Absent
		}
		table.Protect()
		if !table.Safe() {
			t.Fatalf("%v %v is not safe: %v", counts, table.Marks, table.Audit())
		}
		for i := range r + 1 {
			for j := range c + 1 {
				if table.Marks[i][j] == Shown && table.small(table.Value(i, j)) {
					t.Fatalf("%v: %d is shown", counts, table.Value(i, j))
				}
			}
		}
	})
}

func TestProtectHidesLittle(t *testing.T) {
	for name, c := range map[string]struct {
		counts [][]int
		hidden int
	}{
		"nothing small":            {[][]int{{10, 20}, {30, 0}}, 0},
		"nobody":                   {[][]int{{0, 0}}, 0},
		"one row, one small":       {[][]int{{3, 41, 56}}, 2},
		"two that give each other": {[][]int{{1, 1, 98}}, 3},
		"rectangle":                {[][]int{{3, 20, 30}, {15, 25, 35}, {12, 18, 22}}, 4},
		"two small in a rectangle": {[][]int{{3, 2, 30}, {15, 25, 35}, {12, 18, 22}}, 4},
		"empty table":              {nil, 0},
	} {
		table := New(c.counts, Threshold)
		if len(c.counts) == 1 {
			table = NewLine(c.counts[0], Threshold)
		}
		table.Protect()
		if got := table.HiddenCells(); got != c.hidden {
			t.Errorf("%s: %d hidden, not %d: %v", name, got, c.hidden, table.Marks)
		}
	}
	few := New([][]int{{2, 0, 1}, {40, 30, 20}, {10, 60, 70}}, Threshold)
	few.Protect()
	for j, m := range few.Marks[0] {
		if !m.Hidden() {
			t.Errorf("few people's row is shown in column %d", j)
		}
	}
	off := New([][]int{{1, 2}}, 0)
	if off.Protect(); off.HiddenCells() != 0 {
		t.Error("a threshold of 0 hides")
	}
}

func BenchmarkProtect(b *testing.B) {
	counts := make([][]int, 60)
	for i := range counts {
		counts[i] = make([]int, 40)
		for j := range counts[i] {
			counts[i][j] = (i*7 + j*13) % 40
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		New(counts, Threshold).Protect()
	}
}
