package posts

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"synlig/screens/kit"
)

// event is a post in the calendar.
type event struct {
	id    int64
	title string
	at    time.Time // in the local time
	kind  eventKind
}

// eventKind tells how an event is drawn, and whether it can be moved.
type eventKind int

const (
	eventPlanned   eventKind = iota // approved, with a time: it can be moved
	eventWished                     // has a time, but is not approved: it can be moved
	eventPublished                  // stands on Facebook: it cannot
)

// calendar shows posts in a month or a week. A post is moved by dragging it, or
// by Ctrl and the arrows; what a move means is decided by its owner.
type calendar struct {
	widget.BaseWidget
	week   bool
	day    time.Time // the day that the keyboard is at, at midnight
	today  time.Time
	events []event // by time
	chosen int64   // id of the event the keyboard is at, 0 for none
	focus  bool

	carried *event        // is being dragged
	hold    fyne.Position // where it was taken hold of, from its corner
	pointer fyne.Position
	over    int64 // the event under the pointer

	plan  *calendarPlan
	words calendarWords

	onOpen  func(id int64)
	onMove  func(id int64, to time.Time)
	onDay   func(day time.Time) // the keyboard came to another day
	onEmpty func(at time.Time)  // an empty day was opened
}

// calendarWords are the words of a calendar, in the language in use.
type calendarWords struct {
	days []string // Monday first
	week string   // "uge"
	more func(n int) string
	hour func(t time.Time) string
}

func newCalendar(today time.Time, w calendarWords) *calendar {
	c := &calendar{today: midnight(today), day: midnight(today), words: w}
	c.ExtendBaseWidget(c)
	return c
}

// midnight is the beginning of a day where the office is.
func midnight(t time.Time) time.Time {
	y, m, d := t.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, t.Location())
}

// monday is the first day of t's week.
func monday(t time.Time) time.Time {
	back := (int(t.Weekday()) + 6) % 7
	return midnight(t).AddDate(0, 0, -back)
}

// morning is when a post on a day is proposed: ten o'clock.
func morning(day time.Time) time.Time {
	y, m, d := day.Date()
	return time.Date(y, m, d, 10, 0, 0, 0, day.Location())
}

// show shows these events and no others.
func (c *calendar) show(events []event, today time.Time) {
	c.today = midnight(today)
	c.events = slices.Clone(events)
	slices.SortStableFunc(c.events, func(a, b event) int { return a.at.Compare(b.at) })
	if e := c.event(c.chosen); e == nil {
		c.chosen = 0
	} else if day := midnight(e.at); !day.Equal(c.day) { // it was moved: go along
		c.day = day
		if c.onDay != nil {
			c.onDay(day)
		}
	}
	c.Refresh()
}

// go_ to a day; the first event of it is chosen.
func (c *calendar) goTo(day time.Time) {
	c.day, c.chosen = midnight(day), 0
	if list := c.on(c.day); len(list) > 0 {
		c.chosen = list[0].id
	}
	if c.onDay != nil {
		c.onDay(c.day)
	}
	c.Refresh()
}

// choose puts the keyboard at an event.
func (c *calendar) choose(id int64) {
	if e := c.event(id); e != nil {
		c.goTo(e.at)
		c.chosen = id
		c.Refresh()
	}
}

func (c *calendar) setWeek(week bool) {
	c.week = week
	c.Refresh()
}

// on are the events of a day.
func (c *calendar) on(day time.Time) (list []event) {
	end := day.AddDate(0, 0, 1)
	for _, e := range c.events {
		if !e.at.Before(day) && e.at.Before(end) {
			list = append(list, e)
		}
	}
	return list
}

func (c *calendar) event(id int64) *event {
	for i := range c.events {
		if c.events[i].id == id {
			return &c.events[i]
		}
	}
	return nil
}

// step goes to the next or previous event of the day, or by days.
func (c *calendar) step(days int) { c.goTo(c.day.AddDate(0, 0, days)) }

// within goes among the events of the day; past them it goes to another week.
func (c *calendar) within(by int) {
	list := c.on(c.day)
	at := slices.IndexFunc(list, func(e event) bool { return e.id == c.chosen })
	if next := at + by; at >= 0 && next >= 0 && next < len(list) {
		c.chosen = list[next].id
		c.Refresh()
		return
	}
	if c.week {
		return
	}
	c.step(7 * by)
	if list := c.on(c.day); by < 0 && len(list) > 0 {
		c.chosen = list[len(list)-1].id
		c.Refresh()
	}
}

// FocusGained shows where the keyboard is.
func (c *calendar) FocusGained() { c.focus = true; c.Refresh() }

// FocusLost hides it.
func (c *calendar) FocusLost() { c.focus = false; c.Refresh() }

// TypedRune does nothing: one does not write in a calendar.
func (c *calendar) TypedRune(rune) {}

// TypedKey goes from day to day and opens what is there.
func (c *calendar) TypedKey(key *fyne.KeyEvent) {
	defer kit.Catch()
	switch key.Name {
	case fyne.KeyEscape:
		if c.carried != nil {
			c.carried = nil
			c.Refresh()
			return
		}
		kit.HandOn(c, key)
	case fyne.KeyLeft:
		c.step(-1)
	case fyne.KeyRight:
		c.step(1)
	case fyne.KeyUp:
		c.within(-1)
	case fyne.KeyDown:
		c.within(1)
	case fyne.KeyPageUp:
		c.page(-1)
	case fyne.KeyPageDown:
		c.page(1)
	case fyne.KeyHome:
		c.goTo(monday(c.day))
	case fyne.KeyEnd:
		c.goTo(monday(c.day).AddDate(0, 0, 6))
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		c.open()
	default:
		kit.HandOn(c, key)
	}
}

// open opens the chosen event, or asks for something new on the empty day.
func (c *calendar) open() {
	switch {
	case c.chosen != 0 && c.onOpen != nil:
		c.onOpen(c.chosen)
	case c.onEmpty != nil:
		c.onEmpty(morning(c.day))
	}
}

// page turns to another month or week.
func (c *calendar) page(by int) {
	if c.week {
		c.step(7 * by)
		return
	}
	y, m, d := c.day.Date()
	last := time.Date(y, m+time.Month(by)+1, 0, 0, 0, 0, 0, c.day.Location()).Day()
	c.goTo(time.Date(y, m+time.Month(by), min(d, last), 0, 0, 0, 0, c.day.Location()))
}

// TypedShortcut moves the chosen event by Ctrl and the arrows: days and weeks
// in a month, days and quarters of an hour in a week.
func (c *calendar) TypedShortcut(s fyne.Shortcut) {
	defer kit.Catch()
	k, ok := s.(*desktop.CustomShortcut)
	e := c.event(c.chosen)
	if !ok || e == nil || k.Modifier&fyne.KeyModifierShortcutDefault == 0 {
		return
	}
	up, down := e.at.AddDate(0, 0, -7), e.at.AddDate(0, 0, 7)
	if c.week {
		up, down = e.at.Add(-quarter), e.at.Add(quarter)
	}
	switch k.KeyName {
	case fyne.KeyLeft:
		c.move(*e, e.at.AddDate(0, 0, -1))
	case fyne.KeyRight:
		c.move(*e, e.at.AddDate(0, 0, 1))
	case fyne.KeyUp:
		c.move(*e, up)
	case fyne.KeyDown:
		c.move(*e, down)
	}
}

const quarter = 15 * time.Minute

// move asks the owner to move an event, and goes along.
func (c *calendar) move(e event, to time.Time) {
	if e.kind == eventPublished || to.Equal(e.at) || c.onMove == nil {
		return
	}
	c.onMove(e.id, to)
	if now := c.event(e.id); now != nil {
		c.choose(e.id)
	}
}

var (
	_ fyne.Focusable      = (*calendar)(nil)
	_ fyne.Shortcutable   = (*calendar)(nil)
	_ fyne.Draggable      = (*calendar)(nil)
	_ fyne.Tappable       = (*calendar)(nil)
	_ fyne.DoubleTappable = (*calendar)(nil)
	_ desktop.Hoverable   = (*calendar)(nil)
)
