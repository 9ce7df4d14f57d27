package kit

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"synlig/data/clock"
	"synlig/screens/words"
)

// calendarPopup is a month to choose a day in, over everything else.
type calendarPopup struct {
	grid   *monthGrid
	title  *widget.Label
	popup  *widget.PopUp
	picked func(day time.Time)
	closed func()
}

// showCalendar shows the month of start under an object, with the keyboard on
// that day. picked gets the day that is chosen, if any; closed comes last.
func showCalendar(c fyne.Canvas, under fyne.CanvasObject, start, today time.Time, picked func(time.Time), closed func()) *calendarPopup {
	p := &calendarPopup{title: widget.NewLabelWithStyle("", fyne.TextAlignCenter, fyne.TextStyle{Bold: true}), picked: picked, closed: closed}
	p.grid = newMonthGrid(p, start, today)
	previous := NewQuietButton("", theme.NavigateBackIcon(), func() { p.month(-1) })
	next := NewQuietButton("", theme.NavigateNextIcon(), func() { p.month(1) })
	now := NewQuietButton(words.Text("date.go-today"), nil, func() {
		p.grid.choose(today)
		c.Focus(p.grid)
	})
	head := container.NewBorder(nil, nil, previous, Row(0, now, next), p.title)
	p.popup = widget.NewPopUp(Padded(Within, Within, Column(Within, head, p.grid)), c)
	p.named()
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(under)
	p.popup.ShowAtPosition(p.inside(c, at, under.Size()))
	c.Focus(p.grid)
	return p
}

// inside is where the popup stands: under the object or, where there is no room,
// above it, and never over the edge of the window.
func (p *calendarPopup) inside(c fyne.Canvas, at fyne.Position, of fyne.Size) fyne.Position {
	size, window := p.popup.MinSize(), c.Size()
	entry := Scaled(36)
	y := at.Y + entry
	if y+size.Height > window.Height {
		y = max(at.Y-size.Height, 0)
	}
	return fyne.NewPos(max(min(at.X, window.Width-size.Width), 0), y)
}

// month goes months on, on the same day of it where there is one.
func (p *calendarPopup) month(by int) { p.grid.choose(monthsOn(p.grid.day, by)) }

// monthsOn is the same day so many months on, or the last of a shorter month.
func monthsOn(day time.Time, by int) time.Time {
	first := time.Date(day.Year(), day.Month()+time.Month(by), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return first.AddDate(0, 0, min(day.Day(), last)-1)
}

// named says which month is shown.
func (p *calendarPopup) named() {
	day := p.grid.day
	p.title.SetText(words.MonthYear(day))
}

// take ends with a day.
func (p *calendarPopup) take(day time.Time) {
	p.popup.Hide()
	p.picked(day)
	p.closed()
}

// leave ends without.
func (p *calendarPopup) leave() {
	p.popup.Hide()
	p.closed()
}

// monthGrid is the days of a month, Monday first, with the numbers of the weeks
// at their left. Arrow keys move by days and weeks, Page Up and Page Down by
// months, Home and End to the week's ends; Enter takes the day, Esc leaves.
type monthGrid struct {
	widget.BaseWidget
	calendar *calendarPopup
	day      time.Time // lit: what Enter takes
	today    time.Time
	hovered  int // of the 42 days shown, -1 for none
	focused  bool
}

var (
	_ fyne.Focusable    = (*monthGrid)(nil)
	_ fyne.Tappable     = (*monthGrid)(nil)
	_ desktop.Hoverable = (*monthGrid)(nil)
)

func newMonthGrid(p *calendarPopup, start, today time.Time) *monthGrid {
	g := &monthGrid{calendar: p, day: start, today: today, hovered: -1}
	g.ExtendBaseWidget(g)
	return g
}

// The grid: a column of week numbers and seven of days; a line of names and six
// of weeks, so that it is as high in every month.
const (
	gridColumns, gridLines = 8, 7
	cellWidth, cellHeight  = 34, 28
)

// first is the Monday that the grid begins with.
func (g *monthGrid) first() time.Time {
	first := time.Date(g.day.Year(), g.day.Month(), 1, 0, 0, 0, 0, time.UTC)
	return first.AddDate(0, 0, -clock.FromMonday(first.Weekday()))
}

// choose lights a day and shows its month. Days that cannot be written are not.
func (g *monthGrid) choose(day time.Time) {
	if day.Year() < words.FirstYear || day.Year() > words.LastYear {
		return
	}
	g.day = day
	g.calendar.named()
	g.Refresh()
}

// at is which of the 42 days lies at a position, -1 for none.
func (g *monthGrid) at(pos fyne.Position) int {
	column, line := int(pos.X/Scaled(cellWidth))-1, int(pos.Y/Scaled(cellHeight))-1
	if column < 0 || line < 0 || column > 6 || line > 5 {
		return -1
	}
	return line*7 + column
}

// Tapped takes the day that is clicked.
func (g *monthGrid) Tapped(at *fyne.PointEvent) {
	defer Catch()
	if i := g.at(at.Position); i >= 0 {
		g.calendar.take(g.first().AddDate(0, 0, i))
	}
}

// TypedKey moves, takes the day or leaves.
func (g *monthGrid) TypedKey(key *fyne.KeyEvent) {
	defer Catch()
	weekday := clock.FromMonday(g.day.Weekday())
	switch key.Name {
	case fyne.KeyLeft:
		g.choose(g.day.AddDate(0, 0, -1))
	case fyne.KeyRight:
		g.choose(g.day.AddDate(0, 0, 1))
	case fyne.KeyUp:
		g.choose(g.day.AddDate(0, 0, -7))
	case fyne.KeyDown:
		g.choose(g.day.AddDate(0, 0, 7))
	case fyne.KeyPageUp:
		g.choose(monthsOn(g.day, -1))
	case fyne.KeyPageDown:
		g.choose(monthsOn(g.day, 1))
	case fyne.KeyHome:
		g.choose(g.day.AddDate(0, 0, -weekday))
	case fyne.KeyEnd:
		g.choose(g.day.AddDate(0, 0, 6-weekday))
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		g.calendar.take(g.day)
	case fyne.KeyEscape:
		g.calendar.leave()
	}
}

// TypedRune does nothing: one does not write in a calendar.
func (g *monthGrid) TypedRune(rune) {}

// FocusGained shows the ring round the day.
func (g *monthGrid) FocusGained() { g.setFocus(true) }

// FocusLost hides it.
func (g *monthGrid) FocusLost() { g.setFocus(false) }

func (g *monthGrid) setFocus(has bool) {
	g.focused = has
	g.Refresh()
}

// MouseIn lights the day under the mouse.
func (g *monthGrid) MouseIn(at *desktop.MouseEvent) { g.hover(g.at(at.Position)) }

// MouseMoved lights the day under the mouse.
func (g *monthGrid) MouseMoved(at *desktop.MouseEvent) { g.hover(g.at(at.Position)) }

// MouseOut takes the light away.
func (g *monthGrid) MouseOut() { g.hover(-1) }

func (g *monthGrid) hover(day int) {
	if day != g.hovered {
		g.hovered = day
		g.Refresh()
	}
}

// Cursor is a hand over a day.
func (g *monthGrid) Cursor() desktop.Cursor {
	if g.hovered < 0 {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}
