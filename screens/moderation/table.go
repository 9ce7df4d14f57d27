package moderation

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"synlig/screens/kit"
)

// table is a few rows of words and numbers: the first column takes the room
// there is, the others are as wide as they are told, numbers at the right.
type table struct{ widths []float32 }

// newTable is a table under its heads. widths are those of the columns after
// the first, at scale 1; a negative one is that of words, at the left.
func newTable(widths []float32, heads []string, rows ...[]string) fyne.CanvasObject {
	t := &table{widths}
	list := kit.Column(-kit.Between)
	line := func(cells []string, head bool) {
		row := container.New(t)
		for i, cell := range cells {
			label := widget.NewLabel(cell)
			label.Wrapping = fyne.TextWrapWord
			label.TextStyle.Bold = head
			if i > 0 && t.widths[i-1] > 0 {
				label.Alignment = fyne.TextAlignTrailing
				label.Wrapping = fyne.TextWrapOff
			}
			row.Add(label)
		}
		list.Add(row)
		if head {
			list.Add(kit.Padded(kit.Within, kit.Between, kit.Tall(1, kit.NewPanel(kit.ColorLine, "", 0))))
		}
	}
	line(heads, true)
	for _, r := range rows {
		line(r, false)
	}
	return list
}

func (t *table) columns(width float32) []float32 {
	widths := make([]float32, len(t.widths)+1)
	for i, w := range t.widths {
		widths[i+1] = kit.Scaled(max(w, -w))
		width -= widths[i+1]
	}
	widths[0] = max(width, 0)
	return widths
}

// Layout puts the cells of a row beside each other.
func (t *table) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	x := float32(0)
	for i, w := range t.columns(size.Width) {
		if i < len(objects) {
			objects[i].Move(fyne.NewPos(x, 0))
			objects[i].Resize(fyne.NewSize(w, size.Height))
		}
		x += w
	}
}

// MinSize is as high as the highest cell.
func (t *table) MinSize(objects []fyne.CanvasObject) fyne.Size {
	least := fyne.NewSize(kit.Scaled(120), 0)
	for _, w := range t.widths {
		least.Width += kit.Scaled(max(w, -w))
	}
	for _, o := range objects {
		least.Height = max(least.Height, o.MinSize().Height)
	}
	return least
}
