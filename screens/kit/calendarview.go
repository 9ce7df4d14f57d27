package kit

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"synlig/screens/words"
)

// CreateRenderer draws the month.
func (g *monthGrid) CreateRenderer() fyne.WidgetRenderer {
	r := &monthRenderer{grid: g, light: canvas.NewRectangle(nil), over: canvas.NewRectangle(nil), today: canvas.NewRectangle(nil)}
	for range gridColumns * gridLines {
		r.cells = append(r.cells, canvas.NewText("", nil))
	}
	r.Refresh()
	return r
}

type monthRenderer struct {
	grid               *monthGrid
	light, over, today *canvas.Rectangle // the chosen day, the one under the mouse, today
	cells              []*canvas.Text    // line by line
}

func (r *monthRenderer) MinSize() fyne.Size {
	return fyne.NewSize(Scaled(gridColumns*cellWidth), Scaled(gridLines*cellHeight))
}

func (r *monthRenderer) Destroy() {}

func (r *monthRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.over, r.light, r.today}
	for _, c := range r.cells {
		objects = append(objects, c)
	}
	return objects
}

// Layout puts every word in the middle of its cell.
func (r *monthRenderer) Layout(fyne.Size) {
	for i, c := range r.cells {
		x, y := Scaled(float32(i%gridColumns)*cellWidth), Scaled(float32(i/gridColumns)*cellHeight)
		size := c.MinSize()
		c.Resize(size)
		c.Move(fyne.NewPos(x+(Scaled(cellWidth)-size.Width)/2, y+(Scaled(cellHeight)-size.Height)/2))
	}
}

// Refresh says the days of the month.
func (r *monthRenderer) Refresh() {
	g := r.grid
	r.cells[0].Text = words.Text("date.week-short")
	r.dress(r.cells[0], true, false)
	for i, name := range words.ShortWeekdays() {
		r.cells[1+i].Text = name
		r.dress(r.cells[1+i], true, false)
	}
	first := g.first()
	hide(r.today)
	hide(r.over)
	for i := range 42 {
		day := first.AddDate(0, 0, i)
		cell := (i/7+1)*gridColumns + i%7 + 1
		if i%7 == 0 {
			_, week := day.ISOWeek()
			r.cells[cell-1].Text = strconv.Itoa(week)
			r.dress(r.cells[cell-1], true, false)
			r.cells[cell-1].TextSize = Scaled(11)
		}
		r.cells[cell].Text = strconv.Itoa(day.Day())
		r.dress(r.cells[cell], day.Month() != g.day.Month(), day.Equal(g.today))
		switch {
		case day.Equal(g.day):
			r.put(r.light, cell)
			r.cells[cell].Color = theme.Color(ColorOnAccent)
		case i == g.hovered:
			r.put(r.over, cell)
		}
		if day.Equal(g.today) {
			r.put(r.today, cell)
		}
	}
	r.ground()
	r.Layout(g.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}

func (r *monthRenderer) dress(c *canvas.Text, quiet, bold bool) {
	c.TextSize, c.TextStyle.Bold = Scaled(14), bold
	c.Color = theme.Color(ColorText)
	if quiet {
		c.Color = theme.Color(ColorQuiet)
	}
}

// ground colours what lies behind the days: the chosen one filled, a ring of
// another colour in it while the keyboard is there, today a line round it.
func (r *monthRenderer) ground() {
	r.light.FillColor, r.over.FillColor = theme.Color(ColorAccent), theme.Color(theme.ColorNameHover)
	r.light.StrokeWidth = 0
	if r.grid.focused {
		r.light.StrokeColor, r.light.StrokeWidth = theme.Color(ColorText), 2
	}
	r.today.FillColor, r.today.StrokeColor, r.today.StrokeWidth = nil, theme.Color(ColorAccent), 1
	for _, o := range []*canvas.Rectangle{r.light, r.over, r.today} {
		o.CornerRadius = Scaled(corner)
	}
}

func (r *monthRenderer) put(o *canvas.Rectangle, cell int) {
	x, y := float32(cell%gridColumns)*cellWidth, float32(cell/gridColumns)*cellHeight
	o.Move(fyne.NewPos(Scaled(x+2), Scaled(y+1)))
	o.Resize(fyne.NewSize(Scaled(cellWidth-4), Scaled(cellHeight-2)))
	o.Hidden = false
}

func hide(o *canvas.Rectangle) { o.Hidden = true }
