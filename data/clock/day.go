package clock

import "time"

// Day is t's day of the calendar, in t's own zone, as a day is given everywhere:
// at midnight UTC, so that days can be counted and compared.
func Day(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

// Calendar is the day of these numbers, at midnight UTC; false when no calendar
// has it (31 April).
func Calendar(year, month, day int) (time.Time, bool) {
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	return t, year > 0 && t.Year() == year && t.Month() == time.Month(month) && t.Day() == day
}

// FromMonday is a weekday's place in a Danish week: 0 for Monday, 6 for Sunday.
func FromMonday(d time.Weekday) int { return (int(d) + 6) % 7 }
