package kit

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// numbered is a source of rows that say their number; each is ten higher than
// the one before, so that a wrong height shows.
type numbered struct {
	count   int
	spare   []*widget.Label
	made    int
	dressed []int
}

func (n *numbered) Heights(float32) []float32 {
	heights := make([]float32, n.count)
	for i := range heights {
		heights[i] = 20 + float32(i%5)*10
	}
	return heights
}

func (n *numbered) Take(row int) fyne.CanvasObject {
	n.dressed = append(n.dressed, row)
	if last := len(n.spare) - 1; last >= 0 {
		l := n.spare[last]
		n.spare = n.spare[:last]
		return l
	}
	n.made++
	return widget.NewLabel("")
}

func (n *numbered) Give(o fyne.CanvasObject) { n.spare = append(n.spare, o.(*widget.Label)) }

func manyRows(t *testing.T, count int) (*Rows, *numbered) {
	source := &numbered{count: count}
	rows := NewRows(source)
	show(t, rows, fyne.NewSize(200, 400))
	return rows, source
}

func TestOnlyRowsInSightHaveWidgets(t *testing.T) {
	rows, source := manyRows(t, 10_000)
	if rows.Count() != 10_000 || source.made > 20 {
		t.Fatalf("%d rows made %d widgets", rows.Count(), source.made)
	}
	for range 50 {
		rows.ScrollTo(rows.Offset() + 3000)
	}
	if source.made > 20 {
		t.Errorf("scrolling made %d widgets: they should be worn again", source.made)
	}
	first, end := rows.InSight()
	for i, o := range rows.Shown() {
		if i < first || i >= end || rows.Row(i) != o {
			t.Errorf("row %d has a widget but %d to %d are in sight", i, first, end)
		}
	}
}

func TestAJumpLandsOnTheRow(t *testing.T) {
	rows, _ := manyRows(t, 10_000)
	for _, row := range []int{9_999, 0, 4_321, 4_322} {
		rows.Reveal(row)
		if top, end := rows.Top(row), rows.Top(row+1); top < rows.Offset() || end > rows.Offset()+400 {
			t.Errorf("row %d lies at %v–%v, in sight are %v–%v", row, top, end, rows.Offset(), rows.Offset()+400)
		}
	}
	before := rows.Offset()
	rows.Reveal(-1)
	rows.Reveal(10_000)
	if rows.Offset() != before {
		t.Error("a row that does not exist was scrolled to")
	}
}

func TestTheRowAtTheTopStaysWhenRowsAreMeasuredAnew(t *testing.T) {
	rows, source := manyRows(t, 1000)
	rows.ScrollTo(rows.Top(500) + 7)
	source.count = 2000
	rows.Reset()
	if row, within := rows.At(rows.Offset()); row != 500 || within != 7 {
		t.Errorf("at the top is row %d, %v into it", row, within)
	}
	source.count = 3 // fewer than fill the view
	rows.Reset()
	if rows.Offset() != 0 || rows.Count() != 3 {
		t.Errorf("scrolled to %v of %d rows", rows.Offset(), rows.Count())
	}
}

func TestKeepScrollsNoFurtherThanItMust(t *testing.T) {
	rows, _ := manyRows(t, 1000)
	rows.ScrollTo(1000)
	rows.Keep(1100, 1200)
	if rows.Offset() != 1000 {
		t.Errorf("what is in sight was scrolled, to %v", rows.Offset())
	}
	rows.Keep(1390, 1420)
	if rows.Offset() != 1020 {
		t.Errorf("what ends below is shown from %v", rows.Offset())
	}
	rows.Keep(900, 950)
	if rows.Offset() != 900 {
		t.Errorf("what begins above is shown from %v", rows.Offset())
	}
}

func TestRowsScrollByKeysTheirOwnerDoesNotUse(t *testing.T) {
	rows, source := manyRows(t, 1000)
	var asked []fyne.KeyName
	rows.OnKey = func(k *fyne.KeyEvent) bool {
		asked = append(asked, k.Name)
		return k.Name == fyne.KeyDown
	}
	rows.TypedKey(key(fyne.KeyDown))
	if rows.Offset() != 0 {
		t.Error("the list scrolled at a key its owner used")
	}
	rows.TypedKey(key(fyne.KeyPageDown))
	if rows.Offset() == 0 || !slices.Equal(asked, []fyne.KeyName{fyne.KeyDown, fyne.KeyPageDown}) {
		t.Errorf("scrolled to %v, asked about %v", rows.Offset(), asked)
	}
	rows.TypedKey(key(fyne.KeyEnd))
	source.dressed = nil
	rows.Redress()
	if !slices.Contains(source.dressed, 999) {
		t.Errorf("dressed %v, not the last row", source.dressed)
	}
}
