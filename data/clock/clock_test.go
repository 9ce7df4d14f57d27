package clock

import (
	"testing"
	"time"
)

func TestADayIsThatOfTheOwnZone(t *testing.T) {
	late := time.Date(2014, 6, 30, 23, 30, 0, 0, time.UTC)
	for _, c := range []struct {
		at   time.Time
		want string
	}{{late, "2014-06-30T00:00:00Z"}, {late.In(Copenhagen), "2014-07-01T00:00:00Z"}} {
		if got := Day(c.at).Format(time.RFC3339); got != c.want {
			t.Errorf("%v is of %s, want %s", c.at, got, c.want)
		}
	}
}

func TestTheCalendarHasNoOtherDays(t *testing.T) {
	for _, c := range []struct {
		year, month, day int
		want             bool
	}{
		{2014, 4, 30, true}, {2012, 2, 29, true}, {2014, 12, 31, true}, {2014, 4, 31, false}, {2014, 2, 29, false},
		{2014, 0, 1, false}, {2014, 13, 1, false}, {2014, 1, 0, false}, {0, 1, 1, false}, {2014, 9999, 1, false},
	} {
		if day, ok := Calendar(c.year, c.month, c.day); ok != c.want || ok && day.Day() != c.day {
			t.Errorf("%d-%d-%d is %v, %v", c.year, c.month, c.day, day, ok)
		}
	}
}

func TestAWeekBeginsOnMonday(t *testing.T) {
	for d, want := range map[time.Weekday]int{time.Monday: 0, time.Saturday: 5, time.Sunday: 6} {
		if got := FromMonday(d); got != want {
			t.Errorf("%s is number %d, want %d", d, got, want)
		}
	}
}

func TestAFixedClockStandsStill(t *testing.T) {
	at := time.Date(2014, 11, 14, 15, 30, 0, 0, Copenhagen)
	now := Fixed(at)
	for range 2 {
		if got := now(); !got.Equal(at) {
			t.Errorf("it is %v", got)
		}
	}
}
