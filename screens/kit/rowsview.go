package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// CreateRenderer shows the rows in a scroll, and the ring of the keyboard.
func (r *Rows) CreateRenderer() fyne.WidgetRenderer {
	inner := widget.NewSimpleRenderer(r.scroll)
	return NewRinged(&rowsRenderer{inner, r}, func() bool { return r.focus })
}

type rowsRenderer struct {
	fyne.WidgetRenderer
	rows *Rows
}

// Layout measures anew when the width is another.
func (l *rowsRenderer) Layout(size fyne.Size) {
	l.rows.scroll.Resize(size)
	if width := size.Width; width != l.rows.width {
		l.rows.width = width
		l.rows.Reset()
		return
	}
	l.rows.ScrollTo(l.rows.Offset())
}

func (l *rowsRenderer) MinSize() fyne.Size { return fyne.NewSize(1, 1) }

// Refresh is called when the theme changes: colours may be others, and text may
// have another size.
func (l *rowsRenderer) Refresh() {
	switch {
	case l.rows.ringed:
	case l.rows.size != theme.TextSize():
		l.rows.Reset()
	default:
		l.rows.Redress()
	}
}

// rowsBody is what scrolls: as high as all rows, and holding those in sight.
type rowsBody struct {
	widget.BaseWidget
	rows    *Rows
	objects []fyne.CanvasObject
}

// CreateRenderer shows the rows in sight.
func (b *rowsBody) CreateRenderer() fyne.WidgetRenderer { return &rowsBodyRenderer{b} }

type rowsBodyRenderer struct{ body *rowsBody }

func (b *rowsBodyRenderer) Layout(fyne.Size)             {}
func (b *rowsBodyRenderer) Objects() []fyne.CanvasObject { return b.body.objects }
func (b *rowsBodyRenderer) Destroy()                     {}
func (b *rowsBodyRenderer) MinSize() fyne.Size {
	return fyne.NewSize(1, b.body.rows.tops[b.body.rows.Count()])
}

// Refresh refreshes the rows in sight.
func (b *rowsBodyRenderer) Refresh() {
	for _, o := range b.body.objects {
		o.Refresh()
	}
	canvas.Refresh(b.body)
}
