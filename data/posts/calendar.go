package posts

import (
	"slices"
	"time"

	"synlig/data/clock"
)

// Day is one day of a calendar.
type Day struct {
	Date    time.Time // midnight in Copenhagen
	Within  bool      // belongs to the month shown; always in a week
	Today   bool
	Posts   []Brief // by time; published ones on the day they went out
	Weekday time.Weekday
}

// Week is a week from Monday to Sunday.
type Week struct {
	Number int // ISO 8601, as Danish calendars count
	Days   [7]Day
}

// MonthWeeks are the four to six weeks that show the month of at, in full, with
// the posts that are planned or published in them.
func MonthWeeks(at time.Time, briefs []Brief, now time.Time) []Week {
	at = at.In(clock.Copenhagen)
	first := date(at.Year(), at.Month(), 1)
	next := date(at.Year(), at.Month()+1, 1)
	byDay := days(briefs)
	var weeks []Week
	for monday := mondayOf(first); monday.Before(next); monday = plus(monday, 7) {
		week := weekFrom(monday, byDay, now)
		for i := range week.Days {
			week.Days[i].Within = week.Days[i].Date.Month() == at.Month()
		}
		weeks = append(weeks, week)
	}
	return weeks
}

// WeekOf is the week of at, with the posts in it.
func WeekOf(at time.Time, briefs []Brief, now time.Time) Week {
	return weekFrom(mondayOf(at.In(clock.Copenhagen)), days(briefs), now)
}

// On is the same time of day on another day, in Copenhagen. A time that the
// change to summer time leaves out is an hour later.
func On(day, at time.Time) time.Time {
	day, at = day.In(clock.Copenhagen), at.In(clock.Copenhagen)
	return time.Date(day.Year(), day.Month(), day.Day(), at.Hour(), at.Minute(), 0, 0, clock.Copenhagen)
}

func weekFrom(monday time.Time, byDay map[time.Time][]Brief, now time.Time) Week {
	_, number := monday.ISOWeek()
	week := Week{Number: number}
	now = now.In(clock.Copenhagen)
	today := date(now.Year(), now.Month(), now.Day())
	for i := range week.Days {
		day := plus(monday, i)
		week.Days[i] = Day{Date: day, Within: true, Today: day.Equal(today), Posts: byDay[day], Weekday: day.Weekday()}
	}
	return week
}

// days sorts posts by the day they belong to.
func days(briefs []Brief) map[time.Time][]Brief {
	byDay := map[time.Time][]Brief{}
	for _, b := range briefs {
		if when := b.When().In(clock.Copenhagen); !b.When().IsZero() {
			day := date(when.Year(), when.Month(), when.Day())
			byDay[day] = append(byDay[day], b)
		}
	}
	for _, all := range byDay {
		slices.SortStableFunc(all, func(a, b Brief) int { return a.When().Compare(b.When()) })
	}
	return byDay
}

func mondayOf(t time.Time) time.Time {
	return date(t.Year(), t.Month(), t.Day()-(int(t.Weekday())+6)%7)
}

func plus(day time.Time, n int) time.Time { return date(day.Year(), day.Month(), day.Day()+n) }

func date(year int, month time.Month, day int) time.Time {
	return time.Date(year, month, day, 0, 0, 0, 0, clock.Copenhagen)
}
