package survey

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"synlig/data/chart"
	"synlig/screens/kit"
)

// table shows a table of words and figures: the first column to the left, the
// others to the right, the total in bold under a heavier rule. Words that are too
// long for their column go on in the next line.
type table struct {
	widget.BaseWidget
	shown chart.Table
	total bool // the last row is of all
	left  bool // all columns are words, and stand to the left
}

// newTable is an empty table and what it scrolls sideways in.
func newTable() (*table, fyne.CanvasObject) {
	t := &table{}
	t.ExtendBaseWidget(t)
	return t, container.NewHScroll(t)
}

// show shows another table.
func (t *table) show(c chart.Table) {
	t.shown = c
	t.total = len(c.Rows) > 1 && len(c.Rows[len(c.Rows)-1]) > 0 && c.Rows[len(c.Rows)-1][0] == text("all")
	t.Refresh()
}

// Widths of a column at scale 1, and the room around cells.
const (
	firstMost = 340
	otherMost = 200
	cellSide  = 8
	cellTop   = 4
)

// CreateRenderer draws the cells.
func (t *table) CreateRenderer() fyne.WidgetRenderer {
	r := &tableRenderer{table: t}
	r.draw()
	return r
}

type tableRenderer struct {
	table   *table
	objects []fyne.CanvasObject
	size    fyne.Size
}

func (r *tableRenderer) Destroy()                     {}
func (r *tableRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *tableRenderer) Layout(fyne.Size)             {}
func (r *tableRenderer) MinSize() fyne.Size           { return r.size }
func (r *tableRenderer) Refresh() {
	r.draw()
	canvas.Refresh(r.table)
}

// draw places every line of every cell.
func (r *tableRenderer) draw() {
	t := r.table.shown
	r.objects = r.objects[:0]
	r.size = fyne.NewSize(1, 1)
	if len(t.Columns) == 0 {
		return
	}
	small := theme.Size(theme.SizeNameCaptionText)
	widths := r.widths(small)
	y := r.row(t.Columns, widths, 0, small, true, true)
	r.line(widths, y, 1, kit.ColorOutline)
	for i, row := range t.Rows {
		total := r.table.total && i == len(t.Rows)-1
		if total {
			r.line(widths, y, 1.5, kit.ColorText)
		}
		y = r.row(row, widths, y, theme.TextSize(), total, false)
		r.line(widths, y, 1, kit.ColorLine)
	}
	width := float32(0)
	for _, w := range widths {
		width += w
	}
	r.size = fyne.NewSize(width, y+1)
}

// widths are the columns' widths, with the room around their cells.
func (r *tableRenderer) widths(small float32) []float32 {
	t := r.table.shown
	widths := make([]float32, len(t.Columns))
	side := kit.Scaled(2 * cellSide)
	for i, heading := range t.Columns {
		most := kit.Scaled(otherMost)
		if i == 0 || r.table.left {
			most = kit.Scaled(firstMost)
		}
		for _, word := range strings.Fields(heading) {
			widths[i] = max(widths[i], measure(word, small, true))
		}
		widths[i] = max(widths[i], min(measure(heading, small, true)/2, most))
		for k, row := range t.Rows {
			if i < len(row) {
				widths[i] = max(widths[i], min(measure(row[i], theme.TextSize(), r.table.total && k == len(t.Rows)-1), most))
			}
		}
		widths[i] += side
	}
	return widths
}

func measure(text string, size float32, bold bool) float32 {
	return fyne.MeasureText(text, size, fyne.TextStyle{Bold: bold}).Width + 1
}

// row places a row at y and gives where the next begins.
func (r *tableRenderer) row(cells []string, widths []float32, y, size float32, bold, heading bool) float32 {
	lines := make([][]string, len(widths))
	most := 1
	for i := range widths {
		if i < len(cells) {
			lines[i] = wrap(cells[i], widths[i]-kit.Scaled(2*cellSide), size, bold)
			most = max(most, len(lines[i]))
		}
	}
	height := fyne.MeasureText("M", size, fyne.TextStyle{Bold: bold}).Height
	x := float32(0)
	for i, width := range widths {
		top := y + kit.Scaled(cellTop)
		if heading { // headings stand on the line
			top += height * float32(most-len(lines[i]))
		}
		for k, line := range lines[i] {
			o := canvas.NewText(line, theme.Color(kit.ColorText))
			o.TextSize, o.TextStyle.Bold = size, bold
			if heading {
				o.Color = theme.Color(kit.ColorQuiet)
			}
			at := x + kit.Scaled(cellSide)
			if i > 0 && !r.table.left {
				at = x + width - kit.Scaled(cellSide) - o.MinSize().Width
			}
			o.Move(fyne.NewPos(at, top+height*float32(k)))
			o.Resize(o.MinSize())
			r.objects = append(r.objects, o)
		}
		x += width
	}
	return y + height*float32(most) + kit.Scaled(2*cellTop)
}

func (r *tableRenderer) line(widths []float32, y, weight float32, ink fyne.ThemeColorName) {
	width := float32(0)
	for _, w := range widths {
		width += w
	}
	o := canvas.NewRectangle(theme.Color(ink))
	o.Move(fyne.NewPos(0, y))
	o.Resize(fyne.NewSize(width, weight))
	r.objects = append(r.objects, o)
}

// wrap breaks words into lines no wider than width; one that is wider is cut.
func wrap(text string, width, size float32, bold bool) []string {
	var lines []string
	line := ""
	for _, word := range strings.FieldsFunc(text, func(c rune) bool { return c == ' ' || c == '\n' || c == '\t' }) {
		switch {
		case line == "":
			line = word
		case measure(line+" "+word, size, bold) <= width+2:
			line += " " + word
		default:
			lines = append(lines, kit.Fit(line, width+2, size, fyne.TextStyle{Bold: bold}))
			line = word
		}
	}
	return append(lines, kit.Fit(line, width+2, size, fyne.TextStyle{Bold: bold}))
}

// tabbed is a table as text for the clipboard: cells apart by tabs, so that it
// lands in cells of a spreadsheet and as a table in a letter.
func tabbed(t chart.Table) string {
	var b strings.Builder
	write := func(cells []string) {
		for i, cell := range cells {
			if i > 0 {
				b.WriteByte('\t')
			}
			b.WriteString(strings.Join(strings.Fields(cell), " "))
		}
		b.WriteString("\r\n")
	}
	write(t.Columns)
	for _, row := range t.Rows {
		write(row)
	}
	return b.String()
}
