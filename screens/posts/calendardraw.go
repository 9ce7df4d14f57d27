package posts

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"synlig/screens/kit"
)

// CreateRenderer draws the calendar.
func (c *calendar) CreateRenderer() fyne.WidgetRenderer { return &calendarRenderer{calendar: c} }

type calendarRenderer struct {
	calendar *calendar
	objects  []fyne.CanvasObject
}

func (r *calendarRenderer) Destroy()                     {}
func (r *calendarRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *calendarRenderer) MinSize() fyne.Size {
	return fyne.NewSize(kit.Scaled(380), kit.Scaled(320))
}
func (r *calendarRenderer) Layout(fyne.Size) { r.draw() }
func (r *calendarRenderer) Refresh() {
	r.draw()
	canvas.Refresh(r.calendar)
}

func (r *calendarRenderer) draw() {
	c := r.calendar
	c.plan = nil
	r.objects = nil
	if c.Size().Width <= 0 {
		return
	}
	p := c.laid()
	r.rect(kit.ColorSurface, fyne.Position{}, p.size)
	r.heads(p)
	for i, cell := range p.cells {
		r.cell(p, cell, i)
	}
	for _, h := range p.hours {
		r.rect(kit.ColorLine, fyne.NewPos(p.side, h.y), fyne.NewSize(p.size.Width-p.side, 1))
		r.text(hourText(h.hour), kit.ColorQuiet, false, fyne.NewPos(kit.Scaled(6), h.y), p.side)
	}
	for _, s := range p.slabs {
		if c.carried == nil || c.carried.id != s.event.id {
			r.slab(s)
		}
	}
	r.carried(p)
	if c.focus {
		ring := canvas.NewRectangle(nil)
		ring.StrokeColor, ring.StrokeWidth = theme.Color(kit.ColorRing), 2
		r.put(ring, fyne.Position{}, p.size)
	}
}

// heads are the names of the days and, in a month, the numbers of the weeks.
func (r *calendarRenderer) heads(p *calendarPlan) {
	c := r.calendar
	for i, name := range c.words.days {
		if i >= 7 || i >= len(p.cells) {
			break
		}
		cell := p.cells[i]
		at := fyne.NewPos(cell.at.X+kit.Scaled(6), kit.Scaled(4))
		r.text(name, kit.ColorQuiet, false, at, cell.size.Width)
		if p.week {
			r.dayNumber(cell, at.AddXY(0, (p.head-kit.Scaled(8))/2))
		}
	}
	if p.week && len(p.cells) > 0 {
		_, number := p.cells[0].day.ISOWeek()
		r.text(c.words.week, kit.ColorQuiet, false, fyne.NewPos(kit.Scaled(6), kit.Scaled(4)), p.side)
		r.text(strconv.Itoa(number), kit.ColorQuiet, true, fyne.NewPos(kit.Scaled(6), kit.Scaled(4)+(p.head-kit.Scaled(8))/2), p.side)
		return
	}
	r.text(c.words.week, kit.ColorQuiet, false, fyne.NewPos(kit.Scaled(6), kit.Scaled(4)), p.side)
	for i := 0; i < len(p.cells); i += 7 {
		_, number := p.cells[i].day.ISOWeek()
		r.text(strconv.Itoa(number), kit.ColorQuiet, false, fyne.NewPos(kit.Scaled(12), p.cells[i].at.Y+kit.Scaled(3)), p.side)
	}
}

// cell is a day: its lines, its number, and what of it has no room.
func (r *calendarRenderer) cell(p *calendarPlan, cell dayCell, i int) {
	c := r.calendar
	if cell.day.Equal(c.day) {
		r.rect(kit.ColorChosen, cell.at, cell.size)
	} else if cell.beside {
		r.rect(kit.ColorGround, cell.at, cell.size)
	}
	r.rect(kit.ColorLine, cell.at, fyne.NewSize(1, cell.size.Height))
	r.rect(kit.ColorLine, cell.at, fyne.NewSize(cell.size.Width, 1))
	if p.week {
		return
	}
	r.dayNumber(cell, cell.at.AddXY(kit.Scaled(6), kit.Scaled(3)))
	if n := p.hidden[cell.day]; n > 0 {
		line := r.line()
		r.text(c.words.more(n), kit.ColorAccent, false, cell.at.AddXY(kit.Scaled(8), cell.size.Height-line-kit.Scaled(3)), cell.size.Width-kit.Scaled(10))
	}
}

// dayNumber writes the day of the month; today stands on the accent.
func (r *calendarRenderer) dayNumber(cell dayCell, at fyne.Position) {
	ink, bold := fyne.ThemeColorName(kit.ColorText), false
	number := strconv.Itoa(cell.day.Day())
	if cell.day.Equal(r.calendar.today) {
		side := r.line() + kit.Scaled(2)
		width := max(side, fyne.MeasureText(number, theme.Size(theme.SizeNameCaptionText), fyne.TextStyle{Bold: true}).Width+kit.Scaled(8))
		mark := canvas.NewRectangle(theme.Color(kit.ColorAccent))
		mark.CornerRadius = side / 2
		r.put(mark, at.SubtractXY(kit.Scaled(4), kit.Scaled(1)), fyne.NewSize(width, side))
		ink, bold = kit.ColorOnAccent, true
	} else if cell.beside {
		ink = kit.ColorQuiet
	}
	r.text(number, ink, bold, at, cell.size.Width)
}

// slab is a post: a bar that tells its state by its shape (filled, hollow, a
// check), its time and its title.
func (r *calendarRenderer) slab(s slab) {
	c := r.calendar
	ground := canvas.NewRectangle(theme.Color(theme.ColorNameButton))
	ground.CornerRadius = kit.Scaled(4)
	if s.event.id == c.chosen && c.focus || s.event.id == c.over {
		ground.StrokeColor, ground.StrokeWidth = theme.Color(kit.ColorAccent), 2
	}
	r.put(ground, s.at, s.size)
	bar := canvas.NewRectangle(theme.Color(kit.ColorAccent))
	switch s.event.kind {
	case eventPublished:
		bar.FillColor = theme.Color(kit.ColorGood)
	case eventWished:
		bar.FillColor, bar.StrokeColor, bar.StrokeWidth = nil, theme.Color(kit.ColorOutline), 1
	}
	bar.CornerRadius = 2
	r.put(bar, s.at.AddXY(2, 2), fyne.NewSize(kit.Scaled(4), s.size.Height-4))
	left, room := s.at.AddXY(kit.Scaled(9), (s.size.Height-r.line()*r.lines(s))/2), s.size.Width-kit.Scaled(11)
	clock, ink := c.words.hour(s.event.at), fyne.ThemeColorName(kit.ColorText)
	if s.event.kind == eventPublished {
		check := canvas.NewImageFromResource(theme.NewColoredResource(theme.ConfirmIcon(), kit.ColorGood))
		side := r.line() * 0.8
		r.put(check, left.AddXY(0, (r.line()-side)/2), fyne.NewSquareSize(side))
		left, room = left.AddXY(side+2, 0), room-side-2
	}
	width := r.text(clock, ink, true, left, room)
	if r.lines(s) > 1 {
		r.text(s.event.title, ink, false, fyne.NewPos(s.at.X+kit.Scaled(9), left.Y+r.line()), s.size.Width-kit.Scaled(11))
		return
	}
	r.text(s.event.title, ink, false, left.AddXY(width+kit.Scaled(4), 0), room-width-kit.Scaled(4))
}

func (r *calendarRenderer) lines(s slab) float32 {
	if s.size.Height >= 2*r.line() {
		return 2
	}
	return 1
}

// carried is the post that is dragged, and the place it would get.
func (r *calendarRenderer) carried(p *calendarPlan) {
	c := r.calendar
	if c.carried == nil {
		return
	}
	e := *c.carried
	if to, ok := p.timeAt(c.pointer, &e); ok {
		for _, cell := range p.cells {
			if cell.day.Equal(midnight(to)) {
				target := canvas.NewRectangle(nil)
				target.StrokeColor, target.StrokeWidth = theme.Color(kit.ColorAccent), 2
				r.put(target, cell.at, cell.size)
			}
		}
		e.at = to
	}
	size := fyne.NewSize(p.cells[0].size.Width-kit.Scaled(6), r.line()+kit.Scaled(4))
	r.slab(slab{e, c.pointer.Subtract(fyne.NewPos(min(c.hold.X, size.Width), size.Height/2)), size})
}

func (r *calendarRenderer) line() float32 {
	return fyne.MeasureText("M", theme.Size(theme.SizeNameCaptionText), fyne.TextStyle{}).Height
}

func (r *calendarRenderer) rect(fill fyne.ThemeColorName, at fyne.Position, size fyne.Size) {
	r.put(canvas.NewRectangle(theme.Color(fill)), at, size)
}

// text writes a line, cut to width, and tells how wide it became.
func (r *calendarRenderer) text(s string, ink fyne.ThemeColorName, bold bool, at fyne.Position, width float32) float32 {
	size, style := theme.Size(theme.SizeNameCaptionText), fyne.TextStyle{Bold: bold}
	t := canvas.NewText(kit.Fit(s, width, size, style), theme.Color(ink))
	t.TextSize, t.TextStyle = size, style
	least := t.MinSize()
	r.put(t, at, least)
	return least.Width
}

func (r *calendarRenderer) put(o fyne.CanvasObject, at fyne.Position, size fyne.Size) {
	o.Move(at)
	o.Resize(size)
	r.objects = append(r.objects, o)
}

// hourText is a full hour: "09.00".
func hourText(h int) string { return clockText(time.Date(2000, 1, 1, h, 0, 0, 0, time.UTC)) }
