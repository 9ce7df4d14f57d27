package words

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"synlig/data/clock"
	"synlig/data/fault"
)

// Codes of what ReadDate says of text that is no date.
const (
	DateUnreadable   fault.Code = "date-unreadable"    // with the text
	DateNoSuchDay    fault.Code = "date-no-such-day"   // 31 February; with the text
	DateOtherWeekday fault.Code = "date-other-weekday" // with the date and its weekday
)

// The first and last year of a day that can be written. Two digits are of this
// century.
const (
	FirstYear = 1900
	LastYear  = 2199
)

// ReadDate reads a day as people write one, seen from today: "14-11-2014",
// "14.11.14", "2014-11-14", "14112014", "14. november", "fredag den 14. nov.
// 2014", "fre 14/11", "i morgen", "om 2 uger", "fredag". Without a year it is
// the day nearest to today (of that weekday, when one is named); a weekday alone
// is the next one after today. The day comes at midnight UTC.
//
// Its errors have the codes DateUnreadable, DateNoSuchDay and DateOtherWeekday.
func ReadDate(text string, today time.Time) (time.Time, error) {
	text = strings.TrimSpace(text)
	today = clock.Day(today)
	if day, ok := relativeDay(text, today); ok {
		return day, nil
	}
	d, ok := readDateParts(text)
	if !ok {
		return time.Time{}, fault.New(DateUnreadable, "text", text)
	}
	return d.resolve(text, today)
}

// dateParts is what a text says of a day. What it does not say is 0, the
// weekday -1.
type dateParts struct {
	day, month, year int
	weekday          int
}

// readDateParts takes the words of a text apart; false when one means nothing.
func readDateParts(text string) (dateParts, bool) {
	d := dateParts{weekday: -1}
	var numbers []string
	fillers := dateWords("fillers", 0)
	for _, word := range dateTokens(text) {
		if word[0] >= '0' && word[0] <= '9' {
			numbers = append(numbers, word)
			continue
		}
		if month := named("months", 12, word, 3); month >= 0 && d.month == 0 {
			d.month = month + 1
		} else if weekday := named("days", 7, word, 2); weekday >= 0 && d.weekday < 0 {
			d.weekday = weekday
		} else if !slices.Contains(fillers, word) {
			return d, false
		}
	}
	return d, d.take(numbers)
}

// dateTokens are the numbers and lower-case words of a text; what stands
// between them only parts them.
func dateTokens(text string) (tokens []string) {
	var token []rune
	kind := 0
	flush := func() {
		if len(token) > 0 {
			tokens = append(tokens, string(token))
		}
		token = token[:0]
	}
	for _, r := range strings.ToLower(text) {
		now := 0
		switch {
		case r >= '0' && r <= '9':
			now = 1
		case unicode.IsLetter(r):
			now = 2
		case !unicode.IsSpace(r) && !strings.ContainsRune("-–./,:", r):
			now = 3 // no date has it: it becomes a word that means nothing
		}
		if now != kind {
			flush()
		}
		if kind = now; now > 0 {
			token = append(token, r)
		}
	}
	flush()
	return tokens
}

// named is the place of a word in a list of which it may be the beginning, of
// at least so many letters; -1 when it is none.
func named(key string, n int, word string, least int) int {
	if len([]rune(word)) < least {
		return -1
	}
	return slices.IndexFunc(dateWords(key, n), func(name string) bool { return strings.HasPrefix(strings.ToLower(name), word) })
}

// take understands the numbers; false when there are too many or too few.
func (d *dateParts) take(numbers []string) bool {
	if len(numbers) == 1 && d.month == 0 && (len(numbers[0]) == 8 || len(numbers[0]) == 6) {
		n := numbers[0] // written without signs between: 14112014
		numbers = []string{n[:2], n[2:4], n[4:]}
	}
	if len(numbers) == 3 && len(numbers[0]) == 4 { // 2014-11-14
		slices.Reverse(numbers)
	}
	want := []*int{&d.day, &d.month, &d.year}
	if d.month != 0 {
		want = []*int{&d.day, &d.year}
	}
	if len(numbers) > len(want) || len(numbers) == 0 && (d.month != 0 || d.weekday < 0) || len(numbers) == 1 && d.month == 0 {
		return false
	}
	for i, n := range numbers {
		value, err := strconv.Atoi(n)
		if err != nil || len(n) > 4 || value == 0 && want[i] != &d.year {
			return false
		}
		*want[i] = value
		if want[i] == &d.year {
			switch len(n) {
			case 2:
				d.year += 2000
			case 4:
			default:
				return false
			}
		}
	}
	return d.year == 0 || d.year >= FirstYear && d.year <= LastYear
}

// resolve is the day that the parts say, seen from today.
func (d dateParts) resolve(text string, today time.Time) (time.Time, error) {
	switch {
	case d.day == 0: // a weekday alone
		ahead := (d.weekday - clock.FromMonday(today.Weekday()) + 7) % 7
		if ahead == 0 {
			ahead = 7
		}
		return today.AddDate(0, 0, ahead), nil
	case d.year == 0:
		return d.nearest(text, today)
	}
	day, ok := clock.Calendar(d.year, d.month, d.day)
	if !ok {
		return time.Time{}, fault.New(DateNoSuchDay, "text", text)
	}
	return day, d.agrees(day)
}

// agrees says whether the weekday that was written, if any, is that day's.
func (d dateParts) agrees(day time.Time) error {
	if d.weekday < 0 || clock.FromMonday(day.Weekday()) == d.weekday {
		return nil
	}
	return fault.New(DateOtherWeekday, "date", LongDate(day), "weekday", weekday(day.Weekday()))
}

// nearest is the day of that name nearest to today: this year, last or next,
// or, for 29 February, a leap year's. A weekday, when named, chooses among them.
func (d dateParts) nearest(text string, today time.Time) (time.Time, error) {
	var best, fitting time.Time
	nearer := func(day, than time.Time) bool {
		return than.IsZero() || day.Sub(today).Abs() < than.Sub(today).Abs()
	}
	for year := today.Year() - 4; year <= today.Year()+4; year++ {
		day, ok := clock.Calendar(year, d.month, d.day)
		if !ok {
			continue
		}
		if nearer(day, best) {
			best = day
		}
		if d.agrees(day) == nil && day.Sub(today).Abs() < 400*24*time.Hour && nearer(day, fitting) {
			fitting = day
		}
	}
	switch {
	case best.IsZero():
		return best, fault.New(DateNoSuchDay, "text", text)
	case d.weekday >= 0 && !fitting.IsZero():
		return fitting, nil
	}
	return best, d.agrees(best)
}

// relativeDay reads "i morgen" and "om 3 dage".
func relativeDay(text string, today time.Time) (time.Time, bool) {
	plain := strings.Join(strings.Fields(strings.ToLower(text)), "")
	for i, key := range []string{"before-yesterday", "yesterday", "today", "tomorrow", "after-tomorrow"} {
		if plain == strings.Join(strings.Fields(Text("date."+key)), "") {
			return today.AddDate(0, 0, i-2), true
		}
	}
	tokens := dateTokens(text)
	if len(tokens) != 3 || tokens[0] != Text("date.in") {
		return time.Time{}, false
	}
	n, err := strconv.Atoi(tokens[1])
	if slices.Contains(dateWords("in-one", 0), tokens[1]) {
		n, err = 1, nil
	}
	if err != nil || len(tokens[1]) > 3 {
		return time.Time{}, false
	}
	switch {
	case slices.Contains(dateWords("in-days", 0), tokens[2]):
		return today.AddDate(0, 0, n), true
	case slices.Contains(dateWords("in-weeks", 0), tokens[2]):
		return today.AddDate(0, 0, 7*n), true
	}
	return time.Time{}, false
}
