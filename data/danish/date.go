package danish

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"synlig/data/clock"
)

// The names as they stand inside a sentence: lower case.
var (
	months = [...]string{"januar", "februar", "marts", "april", "maj", "juni",
		"juli", "august", "september", "oktober", "november", "december"}
	weekdays = [...]string{"søndag", "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag"}
)

// Date is the day of t as it stands in a text: "22. august 2014".
func Date(t time.Time) string {
	return strconv.Itoa(t.Day()) + ". " + Month(t.Month()) + " " + strconv.Itoa(t.Year())
}

// ShortDate is the day of t as it stands in a table: "22.08.2014".
func ShortDate(t time.Time) string { return t.Format("02.01.2006") }

// Month is the month's name, "august"; "" for one that is none.
func Month(m time.Month) string {
	if m < time.January || m > time.December {
		return ""
	}
	return months[m-1]
}

// Weekday is the name of t's day of the week: "fredag".
func Weekday(t time.Time) string { return weekdays[t.Weekday()] }

// Clock is the time of day: "kl. 9.05".
func Clock(t time.Time) string {
	return "kl. " + strconv.Itoa(t.Hour()) + t.Format(".04")
}

// Relative is the day of t as somebody says it today: "i dag", "i morgen",
// "i overmorgen", "i går", "i forgårs", "på tirsdag" up to six days ahead,
// "i tirsdags" up to six days back, else Date. Both are read in their own zone.
func Relative(t, today time.Time) string {
	switch days := daysBetween(today, t); {
	case days == 0:
		return "i dag"
	case days == 1:
		return "i morgen"
	case days == 2:
		return "i overmorgen"
	case days == -1:
		return "i går"
	case days == -2:
		return "i forgårs"
	case days > 0 && days <= 6:
		return "på " + Weekday(t)
	case days < 0 && days >= -6:
		return "i " + Weekday(t) + "s"
	}
	return Date(t)
}

func daysBetween(from, to time.Time) int {
	return int(clock.Day(to).Sub(clock.Day(from)) / (24 * time.Hour))
}

// isMonth tells whether a lower-case word is a month's name or the beginning of
// one: "sept", "august".
func isMonth(word string) bool {
	return len(word) >= 3 && slices.ContainsFunc(months[:], func(name string) bool {
		return strings.HasPrefix(name, word)
	})
}
