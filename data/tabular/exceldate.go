package tabular

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// dateStyle is what a cell's format makes of its number.
type dateStyle uint8

const (
	plainNumber dateStyle = iota
	asDate
	asTime
)

// epoch is the day that a workbook counts from.
type epoch struct{ from1904 bool }

// readStyles finds the formats that show a number as a date.
func (b *Workbook) readStyles(part string) error {
	custom := map[string]dateStyle{}
	inCells := false
	return b.each(part, func(t *tokens) {
		name := string(t.name)
		switch {
		case t.kind == characters:
		case name == "cellXfs":
			inCells = t.kind == opening && !t.closed
		case t.kind == opening && name == "numFmt":
			custom[string(t.attr("numFmtId"))] = formatStyle(string(resolve(nil, t.attr("formatCode"))))
		case t.kind == opening && name == "xf" && inCells:
			id := string(t.attr("numFmtId"))
			style, own := custom[id]
			if !own {
				style = builtIn(id)
			}
			b.dates = append(b.dates, style)
		}
	})
}

// builtIn knows the numbers of the formats that every workbook has
// (ECMA-376 part 1, 18.8.30).
func builtIn(id string) dateStyle {
	n, err := strconv.Atoi(id)
	switch {
	case err != nil:
		return plainNumber
	case n >= 14 && n <= 17, n == 22, n >= 27 && n <= 31, n >= 34 && n <= 36, n >= 50 && n <= 58:
		return asDate
	case n >= 18 && n <= 21, n == 32, n == 33, n >= 45 && n <= 47:
		return asTime
	}
	return plainNumber
}

// formatStyle reads a format's code, what stands in quotes, brackets and after
// a backslash aside: d or y makes a date, h or s alone a time of day.
func formatStyle(code string) dateStyle {
	code, _, _ = strings.Cut(strings.ToLower(code), ";")
	style := plainNumber
	for i := 0; i < len(code); i++ {
		switch code[i] {
		case '"', '[':
			closing := "\""
			if code[i] == '[' {
				closing = "]"
			}
			n := strings.Index(code[i+1:], closing)
			if n < 0 {
				return style
			}
			if inner := code[i+1 : i+1+n]; closing == "]" && strings.Trim(inner, "hms") == "" {
				style = max(style, asTime)
				if style == asDate {
					return style
				}
			}
			i += n + 1
		case '\\', '_', '*':
			i++
		case 'd', 'y':
			return asDate
		case 'h', 's':
			style = asTime
		case 'g', 'e': // "General", an exponent
			if strings.HasPrefix(code[i:], "general") {
				i += len("general") - 1
			}
		}
	}
	return style
}

// dayZero are the days that serial number 0 stands for. Excel counts a 29
// February 1900 that never was, so its day 0 is put one back for all later days.
var (
	dayZero1900 = time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	dayZero1904 = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
)

// lastSerial is 31 December 9999.
const lastSerial = 2958465

// appendDate writes a serial number as "2026-03-05" or "2026-03-05 13:41:03",
// rounded to the second; ok is false when it is no date.
func (e epoch) appendDate(out, number []byte, style dateStyle) ([]byte, bool) {
	serial, err := strconv.ParseFloat(string(number), 64)
	if err != nil || serial < 0 || serial > lastSerial+1 {
		return out, false
	}
	zero := dayZero1900
	if e.from1904 {
		zero = dayZero1904
	}
	seconds := int64(math.Round(serial * 86400))
	at := zero.Add(time.Duration(seconds%86400)*time.Second).AddDate(0, 0, int(seconds/86400))
	switch {
	case style == asTime && serial < 1:
		return at.AppendFormat(out, time.TimeOnly), true
	case seconds%86400 == 0:
		return at.AppendFormat(out, time.DateOnly), true
	}
	return at.AppendFormat(out, time.DateTime), true
}
