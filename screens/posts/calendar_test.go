package posts

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"synlig/data/clock"
	"synlig/data/posts"
	"synlig/screens/words"
)

// at is a moment of March 2015 where the office is.
func at(day, hour, minute int) time.Time {
	return time.Date(2015, 3, day, hour, minute, 0, 0, clock.Copenhagen)
}

func key(name fyne.KeyName) *fyne.KeyEvent { return &fyne.KeyEvent{Name: name} }

func ctrlArrow(name fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: name, Modifier: fyne.KeyModifierShortcutDefault}
}

// planned is a post that is planned for a moment.
func (r *room) planned(text string, when time.Time) int64 {
	r.t.Helper()
	r.as(r.bo)
	r.write(text)
	r.act(label("act-submit"))
	r.host.press(-1)
	r.as(r.carla)
	r.act(label("act-approve"))
	r.host.press(-1)
	r.step(posts.Step{Act: posts.Plan, When: when}, nil)
	return r.draft.post.ID
}

func (r *room) plannedFor(id int64) time.Time {
	r.t.Helper()
	return r.local(must(r.store.Post(r.t.Context(), id))(r.t).Planned)
}

func TestTheCalendarMovesAPostByKeys(t *testing.T) {
	r := open(t, 1166, 720)
	id := r.planned(plain, at(20, 10, 0))
	r.show(viewCalendar)
	c := r.schedule.view.calendar
	r.host.Canvas().Focus(c)
	for range 9 {
		c.TypedKey(key(fyne.KeyRight)) // from the 11th to the 20th
	}
	if c.chosen != id {
		t.Fatalf("chosen %d on %v, want %d", c.chosen, c.day, id)
	}
	c.TypedShortcut(ctrlArrow(fyne.KeyRight))
	c.TypedShortcut(ctrlArrow(fyne.KeyDown))
	if got := r.plannedFor(id); !got.Equal(at(28, 10, 0)) {
		t.Fatalf("a day and a week on it is %v", got)
	}
	r.Undo()
	if got := r.plannedFor(id); !got.Equal(at(21, 10, 0)) {
		t.Errorf("taken back it is %v", got)
	}
	r.Redo()
	if got := r.plannedFor(id); !got.Equal(at(28, 10, 0)) {
		t.Errorf("done again it is %v", got)
	}
	r.Undo()
	c.setWeek(true)
	c.choose(id)
	c.TypedShortcut(ctrlArrow(fyne.KeyDown))
	if got := r.plannedFor(id); !got.Equal(at(21, 10, 15)) {
		t.Errorf("a quarter on it is %v", got)
	}
	c.TypedKey(key(fyne.KeyReturn))
	if r.view != viewWriting || r.draft.post.ID != id {
		t.Error("Enter does not open it")
	}
}

// drag takes hold of a place and lets go at another, as a hand does.
func drag(c *calendar, from, to fyne.Position) {
	step := fyne.NewDelta((to.X-from.X)/4, (to.Y-from.Y)/4)
	for i := 1; i <= 4; i++ {
		pos := from.AddXY(step.DX*float32(i), step.DY*float32(i))
		c.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: pos}, Dragged: step})
	}
	c.DragEnd()
}

func TestTheCalendarMovesAPostByHand(t *testing.T) {
	r := open(t, 1166, 720)
	id := r.planned(plain, at(20, 10, 30))
	r.show(viewCalendar)
	c := r.schedule.view.calendar
	place := func(day int) fyne.Position {
		for _, cell := range c.laid().cells {
			if cell.day.Equal(at(day, 0, 0)) {
				return cell.at.AddXY(cell.size.Width/2, cell.size.Height/2)
			}
		}
		t.Fatalf("day %d is not shown", day)
		return fyne.Position{}
	}
	hold := func() fyne.Position {
		for _, s := range c.laid().slabs {
			if s.event.id == id {
				return s.at.AddXY(8, 5)
			}
		}
		t.Fatal("the post is not shown")
		return fyne.Position{}
	}
	drag(c, hold(), place(25))
	if got := r.plannedFor(id); !got.Equal(at(25, 10, 30)) {
		t.Fatalf("dragged to the 25th it is %v", got)
	}
	drag(c, hold(), place(3)) // a day that is gone
	if got := r.plannedFor(id); !got.Equal(at(25, 10, 30)) || r.host.said[len(r.host.said)-1] != words.Text("posts.move-past") {
		t.Errorf("dragged into the past it is %v", got)
	}
	drag(c, hold(), fyne.NewPos(-50, -50))
	if got := r.plannedFor(id); !got.Equal(at(25, 10, 30)) {
		t.Errorf("dragged out of the calendar it is %v", got)
	}
	c.setWeek(true)
	c.choose(id)
	from := hold()
	perHour := (c.laid().size.Height - c.laid().head) / float32(len(c.laid().hours))
	drag(c, from, from.AddXY(c.laid().cells[0].size.Width, 2*perHour))
	got := r.plannedFor(id)
	if got.Day() != 26 || got.Hour() < 12 || got.Hour() > 13 || got.Minute()%15 != 0 {
		t.Errorf("in the week it was dragged to %v", got)
	}
}

func TestAPublishedPostStaysWhereItIs(t *testing.T) {
	c := newCalendar(at(11, 9, 0), calendarWords{})
	moved := false
	c.onMove = func(int64, time.Time) { moved = true }
	c.show([]event{{1, "Udgivet", at(11, 8, 0), eventPublished}}, at(11, 9, 0))
	c.choose(1)
	c.TypedShortcut(ctrlArrow(fyne.KeyRight))
	if moved {
		t.Error("it was moved")
	}
}

// The clocks go forward on 29 March 2015: a post keeps its time of day.
func TestADayOnIsTheSameTimeAcrossSummertime(t *testing.T) {
	r := open(t, 1166, 720)
	id := r.planned(plain, at(28, 10, 0))
	r.show(viewCalendar)
	c := r.schedule.view.calendar
	c.choose(id)
	c.TypedShortcut(ctrlArrow(fyne.KeyRight))
	if got := r.plannedFor(id); got.Day() != 29 || got.Hour() != 10 {
		t.Errorf("it is %v", got)
	}
}

func TestADayWithManyPostsSaysHowManyMore(t *testing.T) {
	r := open(t, 1166, 720)
	var events []event
	for i := range 9 {
		events = append(events, event{int64(i + 1), "Opslag", at(12, 8+i, 0), eventPlanned})
	}
	r.show(viewCalendar)
	c := r.schedule.view.calendar
	c.show(events, at(11, 9, 0))
	plan := c.laid()
	hidden := plan.hidden[at(12, 0, 0)]
	if hidden == 0 || hidden+len(plan.slabs) != 9 {
		t.Errorf("%d shown, %d more", len(plan.slabs), hidden)
	}
	c.goTo(at(12, 0, 0))
	for range 8 {
		c.TypedKey(key(fyne.KeyDown))
	}
	if c.chosen != 9 || c.day.Day() != 12 {
		t.Errorf("the keyboard is at %d on %v", c.chosen, c.day)
	}
}

func TestTheCalendarTurnsItsPages(t *testing.T) {
	c := newCalendar(at(31, 9, 0), calendarWords{})
	c.TypedKey(key(fyne.KeyPageDown))
	if c.day.Month() != time.April || c.day.Day() != 30 {
		t.Errorf("a month on from 31 March is %v", c.day)
	}
	c.TypedKey(key(fyne.KeyPageUp))
	c.TypedKey(key(fyne.KeyHome))
	if c.day.Weekday() != time.Monday {
		t.Errorf("Home is %v", c.day)
	}
	c.TypedKey(key(fyne.KeyEnd))
	if c.day.Weekday() != time.Sunday {
		t.Errorf("End is %v", c.day)
	}
}

func TestANewPostOnAnEmptyDayHasItsWish(t *testing.T) {
	r := open(t, 1166, 720)
	r.write(plain)
	r.show(viewCalendar)
	c := r.schedule.view.calendar
	c.goTo(at(16, 0, 0))
	c.TypedKey(key(fyne.KeyReturn))
	r.writing.text.Insert("Mandagens opslag")
	r.settle()
	if got := r.local(r.kept().Planned); !got.Equal(at(16, 10, 0)) {
		t.Errorf("wished %v", got)
	}
}

func TestThePlanLeavesAsPaperTableAndCalendar(t *testing.T) {
	r := open(t, 1166, 720)
	r.planned(plain, at(20, 10, 0))
	r.Print()
	r.exportCalendar()
	r.exportTable(".csv")
	r.exportTable(".xlsx")
	if len(r.host.failed) > 0 {
		t.Fatal(r.host.failed)
	}
	begins := map[string]string{".pdf": "%PDF-", ".ics": "BEGIN:VCALENDAR", ".csv": "\ufeff", ".xlsx": "PK"}
	written := filesIn(t, r.host.folder)
	for ending, begin := range begins {
		found := false
		for _, file := range written {
			if strings.HasSuffix(file, ending) {
				found = true
				if data := readAll(t, file); !strings.HasPrefix(data, begin) {
					t.Errorf("%s begins with %q", ending, data[:min(len(data), 20)])
				}
			}
		}
		if !found {
			t.Errorf("no %s among %q", ending, written)
		}
	}
}
