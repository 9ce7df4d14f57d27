package importer

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// isNumber tells whether text is a number, with a decimal comma or point.
func isNumber(text string) bool {
	_, ok := number(strings.TrimSpace(text), strings.Contains(text, ","))
	return ok
}

// number reads a number. With comma, "," is the decimal mark and "." may stand
// between thousands; without, the other way round.
func number(text string, comma bool) (float64, bool) {
	text = strings.Trim(text, " \u00a0")
	if text == "" || len(text) > 40 {
		return 0, false
	}
	point, thousands := ".", ","
	if comma {
		point, thousands = ",", "."
	}
	whole, fraction, _ := strings.Cut(text, point)
	if strings.ContainsAny(whole, thousands+" \u00a0") {
		if !grouped(whole, thousands) {
			return 0, false
		}
		whole = strings.NewReplacer(thousands, "", " ", "", "\u00a0", "").Replace(whole)
	}
	text = whole
	if fraction != "" || strings.HasSuffix(text, point) {
		text += "." + fraction
	}
	for i := 0; i < len(text); i++ { // ParseFloat would take "Inf", "0x1p-2" and "1_0" too
		if c := text[i]; (c < '0' || c > '9') && !strings.ContainsRune("+-.eE", rune(c)) {
			return 0, false
		}
	}
	n, err := strconv.ParseFloat(text, 64)
	return n, err == nil && !math.IsInf(n, 0)
}

// grouped tells whether the marks between thousands stand every three digits.
func grouped(whole, mark string) bool {
	if strings.ContainsAny(whole, " \u00a0") {
		whole = strings.NewReplacer(" ", mark, "\u00a0", mark).Replace(whole)
	}
	groups := strings.Split(strings.TrimLeft(whole, "+-"), mark)
	if len(groups[0]) == 0 || len(groups[0]) > 3 {
		return false
	}
	for _, g := range groups[1:] {
		if len(g) != 3 {
			return false
		}
	}
	return true
}

// date reads a day, and a time of day where one stands after it, in one of the
// three orders: "dmy", "mdy", "ymd". The day of four digits' year tells itself:
// 2026-03-05 is read the same whatever the order.
func date(text, order string) (time.Time, bool) {
	text = strings.TrimSpace(text)
	if len(text) < 6 || len(text) > 40 {
		return time.Time{}, false
	}
	day, rest := text, ""
	if i := strings.IndexAny(text, " T"); i > 0 {
		day, rest = text[:i], strings.TrimSpace(text[i+1:])
	}
	parts := strings.FieldsFunc(day, func(r rune) bool { return r == '-' || r == '/' || r == '.' })
	if len(parts) != 3 {
		return time.Time{}, false
	}
	var n [3]int
	for i, p := range parts {
		v, err := strconv.Atoi(p)
		if err != nil || v < 0 || len(p) > 4 || len(p) == 3 {
			return time.Time{}, false
		}
		n[i] = v
	}
	y, m, d := n[2], n[1], n[0]
	yearText := parts[2]
	switch {
	case len(parts[0]) == 4 || order == "ymd":
		y, m, d, yearText = n[0], n[1], n[2], parts[0]
	case order == "mdy":
		m, d = n[0], n[1]
	}
	if len(yearText) == 2 {
		y += 2000
	}
	clock, ok := timeOfDay(rest)
	if !ok || m < 1 || m > 12 || d < 1 || y < 1900 || y > 2200 {
		return time.Time{}, false
	}
	at := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	return at.Add(clock), at.Day() == d
}

// timeOfDay reads "13:41:03", "13.41", "1:41 PM", with a fraction or a time
// zone after it, which are left out; "" is midnight.
func timeOfDay(text string) (time.Duration, bool) {
	if text == "" {
		return 0, true
	}
	upper := strings.ToUpper(text)
	afternoon, morning := strings.HasSuffix(upper, "PM"), strings.HasSuffix(upper, "AM")
	text = strings.TrimSpace(strings.TrimRight(upper, "APM"))
	if i := strings.IndexAny(text, "Z+"); i > 0 {
		text = text[:i]
	}
	parts := strings.FieldsFunc(text, func(r rune) bool { return r == ':' || r == '.' })
	if len(parts) < 2 || len(parts) > 4 {
		return 0, false
	}
	limits, seconds := [3]int{23, 59, 60}, 0
	for i, unit := range []int{3600, 60, 1} {
		if i == len(parts) {
			break
		}
		n, err := strconv.Atoi(parts[i])
		if err != nil || n < 0 || n > limits[i] || len(parts[i]) > 2 {
			return 0, false
		}
		seconds += n * unit
	}
	if afternoon && seconds < 12*3600 {
		seconds += 12 * 3600
	}
	if morning && seconds >= 12*3600 {
		seconds -= 12 * 3600
	}
	return time.Duration(seconds) * time.Second, true
}

// dateOrder finds how a column's dates are written, from all of its values:
// an order is right when it reads every one. sure is false when day and month
// could be exchanged in all of them.
func dateOrder(values []string) (order string, sure, ok bool) {
	var fits []string
	for _, order := range []string{"dmy", "mdy", "ymd"} {
		all, any := true, false
		for _, v := range values {
			if v == "" {
				continue
			}
			any = true
			if _, ok := date(v, order); !ok {
				all = false
				break
			}
		}
		if all && any {
			fits = append(fits, order)
		}
	}
	if len(fits) == 0 {
		return "", false, false
	}
	if len(fits) == 3 { // written year first, all of them
		return "ymd", true, true
	}
	return fits[0], len(fits) == 1, true
}

// hasClock tells whether a date's text has a time of day in it.
func hasClock(text string) bool { return strings.ContainsRune(text, ':') }
