package store

import (
	"strings"
	"time"
)

// Times are kept as text in UTC, so that they sort and read the same on every
// machine; the zero time is "".
func timeText(at time.Time) string {
	if at.IsZero() {
		return ""
	}
	return at.UTC().Format(time.RFC3339Nano)
}

// dayText writes a day: "2014-08-22".
func dayText(day time.Time) string {
	if day.IsZero() {
		return ""
	}
	return day.Format(time.DateOnly)
}

// minuteText is the minute of at, in UTC.
func minuteText(at time.Time) string { return at.UTC().Format("2006-01-02T15:04") }

// kept reads a time or a day back from the database; it is a place for Scan.
type kept struct{ time.Time }

// Scan takes the text of timeText or dayText.
func (k *kept) Scan(value any) (err error) {
	text, _ := value.(string)
	switch {
	case text == "":
		k.Time = time.Time{}
	case strings.Contains(text, "T"):
		k.Time, err = time.Parse(time.RFC3339Nano, text)
	default:
		k.Time, err = time.Parse(time.DateOnly, text)
	}
	return err
}
