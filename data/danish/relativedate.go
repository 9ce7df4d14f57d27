package danish

import (
	"strconv"
	"strings"
	"time"
)

// fixedDays are days said by their distance from today.
var fixedDays = map[string]int{
	"i dag": 0, "idag": 0, "i morgen": 1, "imorgen": 1, "i overmorgen": 2, "overmorgen": 2,
	"i går": -1, "igår": -1, "i forgårs": -2, "forgårs": -2,
}

// small are the numbers that people spell out.
var small = map[string]int{"en": 1, "et": 1, "én": 1, "ét": 1, "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6,
	"syv": 7, "otte": 8, "ni": 9, "ti": 10, "elleve": 11, "tolv": 12, "fjorten": 14}

// relativeDay reads a day that is said from today.
func relativeDay(parts []string, today time.Time) (time.Time, bool) {
	if days, ok := fixedDays[strings.Join(parts, " ")]; ok {
		return today.AddDate(0, 0, days), true
	}
	if t, ok := nextWeekday(parts, today); ok {
		return t, true
	}
	if len(parts) == 3 && parts[0] == "om" {
		return later(parts[1], parts[2], today)
	}
	if len(parts) >= 2 && parts[0] == "uge" {
		return weekMonday(parts[1:], today)
	}
	return time.Time{}, false
}

// nextWeekday reads "fredag", "på fredag" and "næste fredag": the first one
// after today, and for "næste" the one in the week after this.
func nextWeekday(parts []string, today time.Time) (time.Time, bool) {
	next := false
	if len(parts) == 2 && (parts[0] == "på" || parts[0] == "næste") {
		next = parts[0] == "næste"
		parts = parts[1:]
	}
	if len(parts) != 1 {
		return time.Time{}, false
	}
	want := weekdayOf(parts[0])
	if want < 0 {
		return time.Time{}, false
	}
	if next {
		return monday(today).AddDate(0, 0, 7+(int(want)+6)%7), true
	}
	days := (int(want) - int(today.Weekday()) + 7) % 7
	if days == 0 {
		days = 7
	}
	return today.AddDate(0, 0, days), true
}

// later reads "om 3 dage", "om en uge", "om to måneder", "om et år".
func later(count, unit string, today time.Time) (time.Time, bool) {
	n, ok := small[count]
	if !ok {
		parsed, err := strconv.Atoi(count)
		if err != nil || parsed > 10_000 {
			return time.Time{}, false
		}
		n = parsed
	}
	switch unit {
	case "dag", "dage":
		return today.AddDate(0, 0, n), true
	case "uge", "uger":
		return today.AddDate(0, 0, 7*n), true
	case "måned", "måneder", "md", "mdr":
		return sameDayLater(today, n), true
	case "år":
		return sameDayLater(today, 12*n), true
	}
	return time.Time{}, false
}

// sameDayLater goes on by months; where the month is too short, its last day.
func sameDayLater(t time.Time, months int) time.Time {
	first := time.Date(t.Year(), t.Month()+time.Month(months), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return first.AddDate(0, 0, min(t.Day(), last)-1)
}

// weekMonday reads the number of a week, and its year where there is one.
func weekMonday(parts []string, today time.Time) (time.Time, bool) {
	week, err := strconv.Atoi(parts[0])
	if err != nil || week < 1 || week > 53 || len(parts) > 2 {
		return time.Time{}, false
	}
	year, _ := today.ISOWeek()
	if len(parts) == 2 {
		if year, err = strconv.Atoi(parts[1]); err != nil || len(parts[1]) != 4 {
			return time.Time{}, false
		}
	}
	t := mondayOf(week, year)
	if len(parts) == 1 && t.Before(today.AddDate(0, 0, -behind)) {
		year++
		t = mondayOf(week, year)
	}
	got, number := t.ISOWeek()
	return t, got == year && number == week
}

// mondayOf is the Monday of an ISO week: week 1 is the one with 4 January.
func mondayOf(week, year int) time.Time {
	return monday(time.Date(year, time.January, 4, 0, 0, 0, 0, time.UTC)).AddDate(0, 0, 7*(week-1))
}

func monday(t time.Time) time.Time { return t.AddDate(0, 0, -(int(t.Weekday())+6)%7) }
