package survey

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"synlig/screens/kit"
)

// newTiles puts things of equal width beside each other, as many in a row as
// have room for least at scale 1, at most most; those of a row are equally high.
func newTiles(least float32, most int, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&tiles{least: least, most: most}, objects...)
}

type tiles struct {
	least float32
	most  int
	width float32 // the width last given; the height follows from it
}

func (l *tiles) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.rows(objects, func(o fyne.CanvasObject, x, y, width, height float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(width, height))
	})
}

// MinSize is as narrow as one tile may be, and as high as the rows are in the
// width last given.
func (l *tiles) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(min(kit.Scaled(l.least), max(l.width, 1)), l.rows(objects, nil))
}

// rows goes through the rows and gives their height.
func (l *tiles) rows(objects []fyne.CanvasObject, put func(o fyne.CanvasObject, x, y, width, height float32)) float32 {
	gap := kit.Scaled(kit.Around)
	width := l.width
	if width <= 0 {
		width = kit.Scaled(l.least)
	}
	columns := min(max(int((width+gap)/(kit.Scaled(l.least)+gap)), 1), l.most)
	each := (width - gap*float32(columns-1)) / float32(columns)
	y := float32(0)
	for from := 0; from < len(objects); from += columns {
		row := objects[from:min(from+columns, len(objects))]
		height := float32(0)
		for _, o := range row {
			if o.Size().Width != each { // text that wraps knows its height only then
				o.Resize(fyne.NewSize(each, o.MinSize().Height))
			}
			height = max(height, o.MinSize().Height)
		}
		if put != nil {
			for i, o := range row {
				put(o, (each+gap)*float32(i), y, each, height)
			}
		}
		y += height + gap
	}
	return max(y-gap, 0)
}
