package importer

import (
	"strings"
)

// titles are the rows above the headings: at most a cell of each filled, and a
// table at least three columns wide.
func titles(rows [][]string) int {
	if width(rows) < 3 {
		return 0
	}
	for n, row := range rows {
		if filled(row) > 1 || n == 10 {
			return n
		}
	}
	return 0
}

func filled(row []string) int {
	n := 0
	for _, cell := range row {
		if strings.TrimSpace(cell) != "" {
			n++
		}
	}
	return n
}

// headings is how many rows the headings take. The first row is taken for one
// unless it looks like the data below it (numbers where numbers stand), and so
// are the second and third where they hold the questions' texts to codes in
// the first: no cell of theirs comes again in its column, and most are longer
// than what stands there. -1 is none.
func headings(rows [][]string) int {
	if len(rows) < 2 {
		return 1
	}
	if numbers := share(rows[0], isNumber); numbers > 0.3 && numbers >= share(rows[1], isNumber)-0.1 {
		return -1
	}
	n := 1
	for n < 3 && n+1 < len(rows) && isHeading(rows, n) {
		n++
	}
	return n
}

func share(row []string, is func(string) bool) float64 {
	if len(row) == 0 {
		return 0
	}
	n := 0
	for _, cell := range row {
		if is(cell) {
			n++
		}
	}
	return float64(n) / float64(len(row))
}

// isHeading tells whether row n holds more headings.
func isHeading(rows [][]string, n int) bool {
	row := rows[n]
	long, again := 0, 0
	for i, cell := range row {
		cell = strings.TrimSpace(cell)
		if cell == "" {
			continue
		}
		if isNumber(cell) {
			return false
		}
		if len(cell) > len(at(rows[0], i)) && (strings.Contains(cell, " ") || strings.HasPrefix(cell, "{")) {
			long++
		}
		for _, below := range rows[n+1:] {
			if strings.TrimSpace(at(below, i)) == cell {
				again++
				break
			}
		}
	}
	all := filled(row)
	return all*5 >= width(rows)*4 && long*2 > all && again*10 <= all
}
