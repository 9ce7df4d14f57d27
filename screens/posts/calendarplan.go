package posts

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"synlig/data/posts"
	"synlig/screens/kit"
)

// calendarPlan is where everything of a calendar stands in a size: what is
// drawn and what is pointed at come from the same places.
type calendarPlan struct {
	size   fyne.Size
	week   bool
	head   float32 // height of the names of the days
	side   float32 // width of the week's number, or of the hours
	cells  []dayCell
	slabs  []slab
	hours  []hourLine
	hidden map[time.Time]int // events of a day that have no room
}

type dayCell struct {
	day    time.Time
	at     fyne.Position
	size   fyne.Size
	beside bool // of another month
}

// slab is an event with its place.
type slab struct {
	event event
	at    fyne.Position
	size  fyne.Size
}

type hourLine struct {
	hour int
	y    float32
}

// The hours that a week shows, unless a post stands outside them.
const (
	firstHour = 7
	lastHour  = 21
)

// laid is the plan for the size the calendar has.
func (c *calendar) laid() *calendarPlan {
	if c.plan == nil {
		c.plan = c.lay(c.Size())
	}
	return c.plan
}

func (c *calendar) lay(size fyne.Size) *calendarPlan {
	line := fyne.MeasureText("M", theme.Size(theme.SizeNameCaptionText), fyne.TextStyle{}).Height
	p := &calendarPlan{size: size, week: c.week, head: line + kit.Scaled(8), side: kit.Scaled(44), hidden: map[time.Time]int{}}
	if c.week {
		c.layWeek(p, line)
	} else {
		c.layMonth(p, line)
	}
	return p
}

// layMonth lays out the weeks that the month touches.
func (c *calendar) layMonth(p *calendarPlan, line float32) {
	weeks := posts.MonthWeeks(c.day, nil, c.today)
	width, height := (p.size.Width-p.side)/7, (p.size.Height-p.head)/float32(len(weeks))
	for w, week := range weeks {
		for d, day := range week.Days {
			cell := dayCell{day: day.Date, beside: !day.Within, size: fyne.NewSize(width, height),
				at: fyne.NewPos(p.side+float32(d)*width, p.head+float32(w)*height)}
			p.cells = append(p.cells, cell)
			c.fillCell(p, cell, line)
		}
	}
}

// fillCell puts the events of a day under each other, as far as there is room.
func (c *calendar) fillCell(p *calendarPlan, cell dayCell, line float32) {
	list := c.on(cell.day)
	top, step := line+kit.Scaled(6), line+kit.Scaled(6)
	room := max(int((cell.size.Height-top-kit.Scaled(2))/step), 0)
	if len(list) > room {
		room = max(room-1, 0) // the last line says how many more there are
	}
	for i, e := range list {
		if i >= room {
			p.hidden[cell.day] = len(list) - i
			return
		}
		p.slabs = append(p.slabs, slab{e, cell.at.AddXY(kit.Scaled(3), top+float32(i)*step),
			fyne.NewSize(cell.size.Width-kit.Scaled(6), step-kit.Scaled(3))})
	}
}

// layWeek lays out seven days with their hours.
func (c *calendar) layWeek(p *calendarPlan, line float32) {
	p.head = 2*line + kit.Scaled(8)
	from, to := c.hoursShown()
	width, height := (p.size.Width-p.side)/7, p.size.Height-p.head
	perHour := height / float32(to-from)
	for h := from; h < to; h++ {
		p.hours = append(p.hours, hourLine{h, p.head + float32(h-from)*perHour})
	}
	for d, day := range posts.WeekOf(c.day, nil, c.today).Days {
		cell := dayCell{day: day.Date, size: fyne.NewSize(width, height),
			at: fyne.NewPos(p.side+float32(d)*width, p.head)}
		p.cells = append(p.cells, cell)
		low := cell.at.Y
		for _, e := range c.on(cell.day) {
			hour := float32(e.at.Hour()) + float32(e.at.Minute())/60 - float32(from)
			tall := line*2 + kit.Scaled(4)
			y := max(cell.at.Y+hour*perHour, low)
			y = min(y, p.size.Height-tall)
			p.slabs = append(p.slabs, slab{e, fyne.NewPos(cell.at.X+kit.Scaled(3), y), fyne.NewSize(width-kit.Scaled(6), tall)})
			low = y + tall + 2
		}
	}
}

// hoursShown are the hours [from, to) of the week, more where a post needs it.
func (c *calendar) hoursShown() (from, to int) {
	from, to = firstHour, lastHour
	first := monday(c.day)
	for d := range 7 {
		for _, e := range c.on(first.AddDate(0, 0, d)) {
			from, to = min(from, e.at.Hour()), max(to, e.at.Hour()+1)
		}
	}
	return from, to
}

// eventAt is the event at a point, nil for none.
func (p *calendarPlan) eventAt(at fyne.Position) *slab {
	for i := range p.slabs {
		if s := &p.slabs[i]; inside(at, s.at, s.size) {
			return s
		}
	}
	return nil
}

// dayAt is the day at a point, and whether the point is on the line that says
// how many more posts there are.
func (p *calendarPlan) dayAt(at fyne.Position) (day time.Time, more, ok bool) {
	for _, cell := range p.cells {
		if inside(at, cell.at, cell.size) {
			low := at.Y > cell.at.Y+cell.size.Height-kit.Scaled(22)
			return cell.day, low && p.hidden[cell.day] > 0, true
		}
	}
	return time.Time{}, false, false
}

// timeAt is the time that something put down at a point gets: in a month the
// day with the time it had, in a week the quarter of an hour. A nil event gets
// ten o'clock in a month.
func (p *calendarPlan) timeAt(at fyne.Position, e *event) (time.Time, bool) {
	day, _, ok := p.dayAt(at)
	switch {
	case !ok:
		return time.Time{}, false
	case !p.week && e != nil:
		return posts.On(day, e.at), true
	case !p.week:
		return morning(day), true
	}
	perHour := (p.size.Height - p.head) / float32(len(p.hours))
	minutes := float32(p.hours[0].hour*60) + (at.Y-p.head)/perHour*60
	quarters := int(minutes/15 + 0.5)
	y, m, d := day.Date()
	return time.Date(y, m, d, quarters/4, quarters%4*15, 0, 0, day.Location()), true
}

func inside(at, corner fyne.Position, size fyne.Size) bool {
	return at.X >= corner.X && at.Y >= corner.Y && at.X < corner.X+size.Width && at.Y < corner.Y+size.Height
}
