package importer

import (
	"context"
	"strings"

	"synlig/data/fault"
)

// sampled is how many rows decide where the headings end.
const sampled = 60

// builder makes columns from rows. The first rows are held back until it is
// clear which of them are headings.
type builder struct {
	ctx     context.Context
	raw     *Raw
	how     Reading
	waiting [][]string
	started bool
	cells   int
	expect  int // rows in all, about; 0 where it is not known
	short   int // rows with fewer cells than headings
	long    int // rows with more cells, and something in them
}

func newBuilder(ctx context.Context, raw *Raw, how Reading) *builder {
	return &builder{ctx: ctx, raw: raw, how: how}
}

// row takes one row.
func (b *builder) row(cells [][]byte) error {
	if !b.started {
		row := make([]string, len(cells))
		for i, c := range cells {
			row[i] = string(c)
		}
		b.waiting = append(b.waiting, row)
		if len(b.waiting) < sampled {
			return nil
		}
		return b.start()
	}
	return b.data(cells)
}

// done takes what is left.
func (b *builder) done() error {
	if !b.started {
		if err := b.start(); err != nil {
			return err
		}
	}
	total := b.raw.Rows
	if odd := b.short + b.long; odd > 0 {
		// A survey system writes every row in full; where many differ, the
		// delimiter is probably another.
		b.raw.note(odd*50 < total, "ragged", "count", itoa(odd), "rows", itoa(total))
	}
	return cancelled(b.ctx)
}

func (b *builder) start() error {
	b.started = true
	b.layOut()
	for _, row := range b.waiting {
		cells := make([][]byte, len(row))
		for i, c := range row {
			cells[i] = []byte(c)
		}
		if err := b.data(cells); err != nil {
			return err
		}
	}
	b.waiting = nil
	return nil
}

const cancelEvery = 4096 // rows

func (b *builder) data(cells [][]byte) error {
	columns := b.raw.Columns
	if len(cells) != len(columns) {
		b.odd(cells)
		cells = cells[:min(len(cells), len(columns))]
	}
	for i := range cells {
		columns[i].add(cells[i])
	}
	for i := len(cells); i < len(columns); i++ {
		columns[i].add(nil)
	}
	b.raw.Rows++
	b.cells += len(columns)
	if b.cells > maxCells {
		return fault.New("import-too-wide", "columns", itoa(len(columns)), "rows", itoa(b.raw.Rows))
	}
	if b.raw.Rows%cancelEvery == 0 {
		return cancelled(b.ctx)
	}
	return nil
}

// odd counts a row that has not as many cells as there are headings. Cells
// beyond the headings are lost, which is why they are told of.
func (b *builder) odd(cells [][]byte) {
	if len(cells) < len(b.raw.Columns) {
		if b.raw.Format == FormatText { // a workbook leaves out empty cells
			b.short++
		}
		return
	}
	for _, c := range cells[len(b.raw.Columns):] {
		if len(c) > 0 {
			b.long++
			return
		}
	}
}

// layOut takes titles and headings off the waiting rows.
func (b *builder) layOut() {
	reading := &b.raw.Reading
	reading.Skip, reading.Header = b.how.Skip, b.how.Header
	if reading.Skip == 0 && reading.Header == 0 {
		reading.Skip = titles(b.waiting)
	}
	reading.Skip = min(reading.Skip, len(b.waiting))
	rows := b.waiting[reading.Skip:]
	if reading.Header == 0 {
		reading.Header = headings(rows)
		if reading.Header != 1 {
			b.raw.note(reading.Header == 2, "headings", "count", itoa(max(0, reading.Header)))
		}
	}
	if reading.Skip > 0 {
		b.raw.note(true, "titles", "count", itoa(reading.Skip))
	}
	taken := min(max(0, reading.Header), len(rows))
	for i := range width(rows) {
		name, label := "", ""
		if taken > 0 {
			name = at(rows[0], i)
		}
		for _, row := range rows[min(1, taken):taken] {
			if label == "" || len(at(row, i)) > len(label) && !strings.HasPrefix(at(row, i), "{") {
				label = at(row, i)
			}
		}
		column := newColumn(name)
		column.Label = strings.TrimSpace(label)
		b.raw.Columns = append(b.raw.Columns, column)
	}
	b.waiting = rows[taken:]
	b.raw.room(b.expect)
}

// mostRoom is how many rows room is made for on an estimate.
const mostRoom = 2_000_000

// room makes room for so many rows, so that columns need not grow by copying.
func (r *Raw) room(rows int) {
	rows = min(rows, mostRoom, maxCells/max(1, len(r.Columns)))
	for i := range r.Columns {
		if rows > 0 {
			r.Columns[i].Cells = make([]uint32, 0, rows)
		}
	}
}

func at(row []string, i int) string {
	if i < len(row) {
		return row[i]
	}
	return ""
}

// width is the number of columns: the longest row, empty cells at the ends
// aside.
func width(rows [][]string) int {
	most := 0
	for _, row := range rows {
		n := len(row)
		for n > most && strings.TrimSpace(row[n-1]) == "" {
			n--
		}
		most = max(most, n)
	}
	return most
}
