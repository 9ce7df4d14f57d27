package kit

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"synlig/data/clock"
	"synlig/screens/words"
)

// aFriday is the day the tests are lived on: Friday 14 November 2014.
var aFriday = time.Date(2014, 11, 14, 15, 30, 0, 0, time.FixedZone("CET", 3600))

func aDateField(t *testing.T) (*DateField, fyne.Canvas) {
	d := NewDateField(clock.Fixed(aFriday))
	return d, show(t, d, fyne.NewSize(320, 480))
}

func TestTheFieldSaysWhichDayItUnderstood(t *testing.T) {
	d, canvas := aDateField(t)
	told := 0
	d.OnChanged = func() { told++ }
	canvas.Focus(d.Field())
	test.Type(d.Field(), "i mor")
	if d.told.Text != "" {
		t.Errorf("while it is written the field says %q", d.told.Text)
	}
	test.Type(d.Field(), "gen")
	if day, err := d.Date(); err != nil || words.ShortDate(day) != "15-11-2014" || d.told.Text != "lørdag den 15. november 2014, uge 46" {
		t.Errorf("%v %v: %q", day, err, d.told.Text)
	}
	canvas.Unfocus()
	if d.Text() != "15-11-2014" || told == 0 {
		t.Errorf("when it is left the field reads %q; told %d times", d.Text(), told)
	}
	d.SetText("torsdag den 14. november 2014")
	if day, err := d.Date(); err == nil || !strings.Contains(d.told.Text, "er en fredag") {
		t.Errorf("%v %v: %q", day, err, d.told.Text)
	}
	d.SetText("")
	if day, err := d.Date(); !day.IsZero() || err != nil || d.told.Text != "" {
		t.Errorf("empty: %v %v %q", day, err, d.told.Text)
	}
	d.Complain("Skriv mødets dato.")
	d.SetDate(aFriday)
	if day, _ := d.Date(); !day.Equal(clock.Day(aFriday)) || strings.Contains(d.told.Text, "Skriv") {
		t.Errorf("set: %v %q", day, d.told.Text)
	}
}

func TestADayIsChosenByArrowKeys(t *testing.T) {
	d, canvas := aDateField(t)
	canvas.Focus(d.Field())
	d.Field().TypedKey(key(fyne.KeyDown))
	grid, ok := canvas.Focused().(*monthGrid)
	if !ok || !grid.day.Equal(clock.Day(aFriday)) {
		t.Fatalf("the keyboard is at %T", canvas.Focused())
	}
	steps := []struct {
		key  fyne.KeyName
		want string
	}{
		{fyne.KeyRight, "15-11-2014"}, {fyne.KeyDown, "22-11-2014"}, {fyne.KeyHome, "17-11-2014"}, {fyne.KeyEnd, "23-11-2014"},
		{fyne.KeyUp, "16-11-2014"}, {fyne.KeyLeft, "15-11-2014"}, {fyne.KeyPageDown, "15-12-2014"}, {fyne.KeyPageUp, "15-11-2014"},
	}
	for _, s := range steps {
		if grid.TypedKey(key(s.key)); words.ShortDate(grid.day) != s.want {
			t.Errorf("%s leads to %s, want %s", s.key, words.ShortDate(grid.day), s.want)
		}
	}
	grid.TypedKey(key(fyne.KeyReturn))
	if day, _ := d.Date(); words.ShortDate(day) != "15-11-2014" || canvas.Focused() != d.Field() || canvas.Overlays().Top() != nil {
		t.Errorf("took %v, the keyboard is at %T", day, canvas.Focused())
	}
	d.Field().TypedKey(key(fyne.KeyDown))
	grid = canvas.Focused().(*monthGrid)
	grid.TypedKey(key(fyne.KeyDown))
	grid.TypedKey(key(fyne.KeyEscape))
	if d.Text() != "15-11-2014" || canvas.Overlays().Top() != nil {
		t.Errorf("Esc took %q", d.Text())
	}
}

func TestADayIsChosenByTheMouse(t *testing.T) {
	d, canvas := aDateField(t)
	d.SetDate(aFriday)
	test.Tap(d.button)
	grid := canvas.Focused().(*monthGrid)
	if first := grid.first(); first.Weekday() != time.Monday || words.ShortDate(first) != "27-10-2014" {
		t.Fatalf("the month begins with %v", first)
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(grid)
	test.TapCanvas(canvas, at.AddXY(Scaled(cellWidth)*2.5, Scaled(cellHeight)*2.5)) // Tuesday of the second week
	if d.Text() != "04-11-2014" || canvas.Overlays().Top() != nil {
		t.Errorf("clicked on %q", d.Text())
	}
	test.Tap(d.button)
	grid = canvas.Focused().(*monthGrid)
	at = fyne.CurrentApp().Driver().AbsolutePositionForObject(grid)
	test.TapCanvas(canvas, at.AddXY(Scaled(cellWidth)*0.5, Scaled(cellHeight)*2.5)) // the number of a week
	if canvas.Overlays().Top() == nil {
		t.Error("the number of a week was taken for a day")
	}
	test.TapCanvas(canvas, fyne.NewPos(319, 479)) // beside it
	if canvas.Overlays().Top() != nil || d.Text() != "04-11-2014" {
		t.Error("a click beside the calendar does not close it")
	}
	d.OpenCalendar()
	if canvas.Overlays().Top() == nil {
		t.Error("the calendar does not open again")
	}
}

func TestMonthsOnKeepsToTheMonth(t *testing.T) {
	day := time.Date(2014, 1, 31, 0, 0, 0, 0, time.UTC)
	for by, want := range map[int]string{1: "28-02-2014", 25: "29-02-2016", -1: "31-12-2013", 3: "30-04-2014"} {
		if got := words.ShortDate(monthsOn(day, by)); got != want {
			t.Errorf("%d months on is %s, want %s", by, got, want)
		}
	}
}
