package console

import (
	"fmt"
	"io"
	"strings"

	"synlig/data/chart"

	"github.com/rivo/uniseg"
)

// widest is how many letters a cell of a printed table may have.
const widest = 60

// printTable prints a table in columns, names to the left and figures to the
// right.
func printTable(out io.Writer, t chart.Table) {
	rows := append([][]string{t.Columns}, t.Rows...)
	widths := make([]int, len(t.Columns))
	for i, row := range rows {
		plain := make([]string, len(row))
		for k, cell := range row {
			cell = strings.ReplaceAll(oneLine(cell), "\u00a0", " ")
			if runes := []rune(cell); len(runes) > widest {
				cell = string(runes[:widest-1]) + "…"
			}
			plain[k] = cell
			widths[k] = max(widths[k], uniseg.StringWidth(cell))
		}
		rows[i] = plain
	}
	for _, row := range rows {
		var line strings.Builder
		for k, cell := range row {
			space := strings.Repeat(" ", widths[k]-uniseg.StringWidth(cell))
			if k == 0 {
				line.WriteString("  " + cell + space)
			} else {
				line.WriteString("  " + space + cell)
			}
		}
		fmt.Fprintln(out, strings.TrimRight(line.String(), " "))
	}
}
