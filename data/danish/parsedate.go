package danish

import (
	"strconv"
	"strings"
	"time"
	"unicode"

	"synlig/data/fault"
)

// The codes of ParseDate, both with the argument "text".
const (
	DateUnreadable fault.Code = "date-unreadable" // not written as a day is written
	DateMissing    fault.Code = "date-no-such-day"
)

// How far an ending year or a missing one may reach.
const (
	ahead  = 20 // years: "34" is 2034 in 2014, and "35" is 1935
	behind = 90 // days: "20/12" in January is last December
)

// ParseDate reads a day as people write it, at midnight UTC: "22.8.2014",
// "22-08-14", "22/8 2014", "220814", "2014-08-22", "22. august 2014", "fredag
// den 22. aug.", "22/8", "i dag", "i overmorgen", "på fredag", "om 3 dage",
// "om en uge", "uge 34" (its Monday). A year of two digits is the one within 20
// years ahead of today or before. A day without a year is the one from 90 days
// ago on; a weekday is the next one, today not counted.
//
// Errors: DateUnreadable, and DateMissing for a day that is in no calendar
// ("31.4.2014").
func ParseDate(text string, today time.Time) (time.Time, error) {
	today = day(today)
	parts := dateParts(text)
	if t, ok := relativeDay(parts, today); ok {
		return t, nil
	}
	d, m, y, ok := written(parts)
	if !ok {
		return time.Time{}, fault.New(DateUnreadable, "text", text)
	}
	t, ok := calendarDay(d, m, y, today)
	if !ok {
		return time.Time{}, fault.New(DateMissing, "text", text)
	}
	return t, nil
}

// dateParts cuts a text into numbers and lower-case words; what stands between
// them does not matter.
func dateParts(text string) []string {
	var parts []string
	var last rune
	for _, r := range strings.ToLower(text) {
		digit, letter := r >= '0' && r <= '9', unicode.IsLetter(r)
		switch {
		case !digit && !letter && !unicode.Is(unicode.Mn, r):
			r = 0
		case last != 0 && (digit == (last >= '0' && last <= '9')):
			parts[len(parts)-1] += string(r)
		case len(parts) > 12: // no day is that long to write
			return nil
		default:
			parts = append(parts, string(r))
		}
		last = r
	}
	return parts
}

// written reads parts as day, month and year; y is "" where there is none.
func written(parts []string) (d, m int, y string, ok bool) {
	parts = withoutWeekday(parts)
	if len(parts) == 1 {
		parts = packed(parts[0])
	}
	if len(parts) == 3 && len(parts[0]) == 4 { // 2014-08-22
		parts = []string{parts[2], parts[1], parts[0]}
	}
	if len(parts) != 2 && len(parts) != 3 {
		return 0, 0, "", false
	}
	d, err := strconv.Atoi(parts[0])
	if err != nil || len(parts[0]) > 2 {
		return 0, 0, "", false
	}
	if m = monthOf(parts[1]); m < 0 {
		return 0, 0, "", false
	}
	if len(parts) == 3 {
		y = parts[2]
		if _, err := strconv.Atoi(y); err != nil || len(y) != 2 && len(y) != 4 {
			return 0, 0, "", false
		}
	}
	return d, m, y, true
}

// withoutWeekday drops "fredag den", "d." and "år".
func withoutWeekday(parts []string) []string {
	for len(parts) > 0 && (weekdayOf(parts[0]) >= 0 || parts[0] == "d" || parts[0] == "den") {
		parts = parts[1:]
	}
	return parts
}

// packed cuts a day written without anything between: 220814, 22082014.
func packed(digits string) []string {
	switch len(digits) {
	case 6, 8:
		return []string{digits[:2], digits[2:4], digits[4:]}
	}
	return nil
}

// monthOf reads a month's number or name ("8", "08", "aug", "august"); -1 when
// it is neither.
func monthOf(part string) int {
	if n, err := strconv.Atoi(part); err == nil {
		if len(part) > 2 {
			return -1
		}
		return n
	}
	if len(part) < 3 {
		return -1
	}
	for i, name := range months {
		if strings.HasPrefix(name, part) || part == "sept" && i == 8 {
			return i + 1
		}
	}
	return -1
}

// weekdayOf reads a weekday's name or its first three letters; -1 for another
// word. "man" alone is a word of its own and is none.
func weekdayOf(part string) time.Weekday {
	for i, name := range weekdays {
		if part == name || part != "man" && len([]rune(part)) >= 3 && strings.HasPrefix(name, part) {
			return time.Weekday(i)
		}
	}
	return -1
}

// calendarDay is the day that is meant, false when there is no such day.
func calendarDay(d, m int, y string, today time.Time) (time.Time, bool) {
	if y == "" {
		return nearestDay(d, m, today)
	}
	year, _ := strconv.Atoi(y)
	if len(y) == 2 {
		year += today.Year() / 100 * 100
		switch {
		case year > today.Year()+ahead:
			year -= 100
		case year <= today.Year()+ahead-100:
			year += 100
		}
	}
	return exactDay(d, m, year)
}

// nearestDay is the first such day from 90 days before today on. The leap day
// may be eight years off.
func nearestDay(d, m int, today time.Time) (time.Time, bool) {
	from := today.AddDate(0, 0, -behind)
	for year := from.Year(); year <= from.Year()+8; year++ {
		if t, ok := exactDay(d, m, year); ok && !t.Before(from) {
			return t, true
		}
	}
	return time.Time{}, false
}

func exactDay(d, m, year int) (time.Time, bool) {
	if d < 1 || d > 31 || m < 1 || m > 12 || year < 1 {
		return time.Time{}, false
	}
	t := time.Date(year, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	return t, t.Day() == d
}
