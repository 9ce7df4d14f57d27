package posts

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"synlig/data/clock"
	"synlig/data/fault"
)

// The cells of Meta's file, as Meta writes them and as a spreadsheet leaves
// them behind.

var (
	plainID   = regexp.MustCompile(`^[0-9]{1,40}(_[0-9]{1,40})?$`)
	excelID   = regexp.MustCompile(`^="?([0-9_]+)"?$|^'([0-9_]+)$`) // kept as text by somebody who knew
	shortened = regexp.MustCompile(`^[0-9]+([.,][0-9]+)?[eE][+]?[0-9]+$`)
)

// spreadsheet is how many digits a spreadsheet keeps of a number; those behind
// become noughts.
const spreadsheet = 15

// readID reads a post's number, which is text: as a number it loses its end.
// "page_post" is cut down to the post. Code: FiguresID.
func readID(cell string) (string, error) {
	if found := excelID.FindStringSubmatch(cell); found != nil {
		cell = found[1] + found[2]
	}
	switch {
	case cell == "":
		return "", nil
	case shortened.MatchString(cell):
		return "", fault.New(FiguresID, "value", clip(cell))
	case !plainID.MatchString(cell):
		return "", fault.New(FiguresID, "value", clip(cell))
	}
	if _, post, found := strings.Cut(cell, "_"); found {
		cell = post
	}
	// Two noughts at the end of a long number are chance one time in a hundred.
	if len(cell) >= spreadsheet+2 && strings.Trim(cell[spreadsheet:], "0") == "" {
		return "", fault.New(FiguresID, "value", clip(cell))
	}
	return cell, nil
}

var grouped = regexp.MustCompile(`^[0-9]{1,3}([.,' \x{a0}\x{202f}][0-9]{3})+$`)

// readCount reads a whole number that is not negative, with or without marks
// for thousands. told is false for an empty cell.
func readCount(cell string) (value int, told, ok bool) {
	switch cell {
	case "", "-", "–", "--", "N/A", "null", "NaN":
		return 0, false, true
	}
	if grouped.MatchString(cell) {
		cell = strings.Map(func(r rune) rune {
			if r >= '0' && r <= '9' {
				return r
			}
			return -1
		}, cell)
	}
	for _, whole := range []string{".0", ",0", ".00", ",00"} {
		cell = strings.TrimSuffix(cell, whole)
	}
	n, err := strconv.ParseInt(cell, 10, 32)
	if err != nil || n < 0 || cell[0] == '+' {
		return 0, false, false
	}
	return int(n), true, true
}

// layouts are the ways in which times are written, dates with slashes aside.
var layouts = []string{
	"2006-01-02T15:04:05Z0700", "2006-01-02T15:04:05Z07:00", "2006-01-02 15:04:05", "2006-01-02 15:04", "2006-01-02",
	"02-01-2006 15:04:05", "02-01-2006 15:04", "02-01-2006 15.04", "02-01-2006",
	"02.01.2006 15:04:05", "02.01.2006 15:04", "02.01.2006 15.04", "02.01.2006",
	"2.1.2006 15:04", "2.1.2006 15.04", "2.1.2006",
}

// readTime reads when a post went out, in Copenhagen where no zone is given.
// The zero time stands for an empty cell. Code: FiguresTime.
func readTime(cell string, american bool) (time.Time, error) {
	cell = strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		if r == '\u202f' || r == '\u00a0' || r == ',' {
			return ' '
		}
		return r
	}, cell)), " ")
	if cell == "" {
		return time.Time{}, nil
	}
	all := layouts
	if strings.Contains(cell, "/") {
		day := "1/2/2006"
		if !american {
			day = "2/1/2006"
		}
		all = []string{day + " 15:04", day + " 15:04:05", day + " 3:04 PM", day + " 3:04:05 PM", day}
	}
	for _, layout := range all {
		if t, err := time.ParseInLocation(layout, cell, clock.Copenhagen); err == nil {
			return t.UTC(), nil
		}
	}
	return time.Time{}, fault.New(FiguresTime, "value", clip(cell))
}
