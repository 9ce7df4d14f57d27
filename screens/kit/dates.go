package kit

import (
	"strconv"
	"strings"
	"time"

	"synlig/screens/words"
)

// LongDate writes a day as people do: "22. august 2014".
func LongDate(day time.Time) string {
	return words.Text("date.long", "day", strconv.Itoa(day.Day()), "month", monthName(day.Month()), "year", strconv.Itoa(day.Year()))
}

// FullDate is a day with its weekday and week: "fredag den 22. august 2014, uge 34".
func FullDate(day time.Time) string {
	_, week := day.ISOWeek()
	return words.Text("date.full", "weekday", weekdayName(day.Weekday()), "day", strconv.Itoa(day.Day()),
		"month", monthName(day.Month()), "year", strconv.Itoa(day.Year()), "week", strconv.Itoa(week))
}

// ShortDate is a day as a date field writes it: "22-08-2014".
func ShortDate(day time.Time) string { return day.Format(shortForm) }

const shortForm = "02-01-2006"

// dayOf is the day of a moment, as the field's days are: at midnight UTC.
func dayOf(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

func monthName(m time.Month) string { return dateWords("months", 12)[m-1] }

func weekdayName(d time.Weekday) string { return dateWords("days", 7)[mondayFirst(d)] }

// mondayFirst is a weekday's place in a Danish week, from 0.
func mondayFirst(d time.Weekday) int { return (int(d) + 6) % 7 }

// dateWords are the n words of a list, in the language in use. Where the
// translation has another number of them the keys stand in, so that the fault
// shows and nothing breaks.
func dateWords(key string, n int) []string {
	list := strings.Fields(words.Text("date." + key))
	for len(list) < n {
		list = append(list, key)
	}
	return list
}
