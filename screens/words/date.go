package words

import (
	"strconv"
	"strings"
	"time"

	"synlig/data/clock"
)

// Days as they are written on the screen, in the language in use. A paper is
// Danish whatever that is, and has its own in data/danish.

// LongDate writes a day as people do: "22. august 2014".
func LongDate(day time.Time) string {
	return Text("date.long", "day", strconv.Itoa(day.Day()), "month", Month(day.Month()), "year", strconv.Itoa(day.Year()))
}

// FullDate is a day with its weekday and week: "fredag den 22. august 2014, uge 34".
func FullDate(day time.Time) string {
	_, week := day.ISOWeek()
	return Text("date.full", "weekday", weekday(day.Weekday()), "day", strconv.Itoa(day.Day()),
		"month", Month(day.Month()), "year", strconv.Itoa(day.Year()), "week", strconv.Itoa(week))
}

// ShortDate is a day as a date field writes it: "22-08-2014".
func ShortDate(day time.Time) string { return day.Format("02-01-2006") }

// MonthYear is the month of a day: "august 2014".
func MonthYear(day time.Time) string {
	return Text("date.month-year", "month", Month(day.Month()), "year", strconv.Itoa(day.Year()))
}

// Month is the name of a month: "august".
func Month(m time.Month) string { return dateWords("months", 12)[m-1] }

// ShortWeekdays are the seven days as a calendar heads its columns, from Monday:
// "ma", "ti" …
func ShortWeekdays() []string { return dateWords("days-short", 7)[:7] }

func weekday(d time.Weekday) string { return dateWords("days", 7)[clock.FromMonday(d)] }

// dateWords are the n words of a list, in the language in use. Where the
// translation has another number of them the keys stand in, so that the fault
// shows and nothing breaks.
func dateWords(key string, n int) []string {
	list := strings.Fields(Text("date." + key))
	for len(list) < n {
		list = append(list, key)
	}
	return list
}
