package tabular

import (
	"errors"
	"io"
	"strconv"

	"synlig/data/fault"
)

// Counts tell what was in a sheet that its rows do not show.
type Counts struct {
	Formulas  int // cells with a formula; the result that was left is read
	Unsolved  int // formulas that no result was left of: the cell is empty
	Merged    int // ranges of merged cells: only the first cell has the value
	DateCells int // numbers that a format made dates of
	Errors    int // cells like #N/A; they are read as that text
}

// Scan reads a sheet row by row. row gets the row's number as Excel shows it
// and its cells up to the last that holds something, good only until it
// returns; an error from row ends the reading and is given back. Rows without
// content are left out. A number is given as it was stored ("0.25"), a number
// that the format shows as a date as "2026-03-05" or "2026-03-05 13:41:03", a
// yes or no as "1" or "0". Formulas are not worked out.
//
// Errors: "table-not-xlsx", "table-no-sheet" (sheet), "table-too-many-rows",
// "table-too-many-columns" (limit).
func (b *Workbook) Scan(sheet string, row func(number int, cells [][]byte) error) (Counts, error) {
	for _, s := range b.sheets {
		if s.name != sheet {
			continue
		}
		in, err := b.openPart(s.part)
		if err != nil {
			return Counts{}, fault.Wrap(err, "table-not-xlsx")
		}
		defer in.Close()
		in.progress = b.Progress
		r := sheetReader{tokens: newTokens(in), book: b, row: row}
		if err := r.read(); err != nil {
			return r.counts, err
		}
		return r.counts, nil
	}
	return Counts{}, fault.New("table-no-sheet", "sheet", sheet)
}

// ReadXLSX reads all sheets of a workbook in their order; see Scan for what
// their cells hold, and OpenWorkbook and Scan for the errors.
func ReadXLSX(in io.ReaderAt, size int64, caps Caps) ([]Table, error) {
	book, err := OpenWorkbook(in, size, caps)
	if err != nil {
		return nil, err
	}
	var tables []Table
	for _, name := range book.Sheets() {
		table := Table{Name: name}
		_, err := book.Scan(name, func(_ int, cells [][]byte) error {
			row := make([]string, len(cells))
			for i, c := range cells {
				row[i] = string(c)
			}
			table.Rows = append(table.Rows, row)
			return nil
		})
		if err != nil {
			return nil, err
		}
		tables = append(tables, table)
	}
	return tables, nil
}

// sheetReader holds one row at a time. Cells point into store, which is only
// ever added to within a row, or at the shared strings.
type sheetReader struct {
	*tokens
	book   *Workbook
	row    func(int, [][]byte) error
	counts Counts

	number int // of the row, from 1
	rows   int
	cells  [][]byte
	store  []byte

	column  int // of the cell, from 0
	style   int
	kind    cellKind
	value   []byte
	inCell  bool
	formula bool
	inValue bool
	aside   bool
}

type cellKind uint8

const (
	cellNumber cellKind = iota
	cellShared
	cellString
	cellInline
	cellError
)

var cellKinds = map[string]cellKind{"s": cellShared, "str": cellString, "d": cellString, "inlineStr": cellInline, "e": cellError}

func (r *sheetReader) read() error {
	inData := false
	for r.next() {
		var err error
		switch {
		case r.tokens.kind == opening && string(r.name) == "sheetData":
			inData = !r.closed
		case r.tokens.kind == closing && string(r.name) == "sheetData":
			inData = false
		case inData:
			err = r.see()
		case r.tokens.kind == opening && string(r.name) == "mergeCell":
			r.counts.Merged++
		}
		if err != nil {
			return err
		}
	}
	if r.err != nil {
		return fault.Wrap(r.err, "table-not-xlsx")
	}
	return nil
}

func (r *sheetReader) see() error {
	switch r.tokens.kind {
	case characters:
		if r.inValue {
			r.value = r.appendText(r.value)
		}
		return nil
	case opening:
		return r.open()
	}
	switch string(r.name) {
	case "v", "t":
		r.inValue = false
	case "rPh":
		r.aside = false
	case "c":
		if r.inCell {
			return r.endCell()
		}
	case "row":
		return r.endRow()
	}
	return nil
}

func (r *sheetReader) open() error {
	switch string(r.name) {
	case "row":
		r.number++
		if n, ok := whole(r.attr("r")); ok && n > 0 {
			r.number = n
		}
		r.cells, r.store, r.column, r.inCell = r.cells[:0], r.store[:0], -1, false
	case "c":
		return r.startCell()
	case "v":
		r.inValue = !r.closed && r.kind != cellInline
	case "t":
		r.inValue = !r.closed && !r.aside && r.kind == cellInline
	case "rPh":
		r.aside = !r.closed
	case "f":
		r.formula = true
	}
	return nil
}

func (r *sheetReader) startCell() error {
	r.column, r.inCell = r.column+1, !r.closed
	if at, ok := columnOf(r.attr("r")); ok {
		r.column = at
	}
	if r.column >= r.book.caps.Columns {
		return fault.New("table-too-many-columns", "limit", strconv.Itoa(r.book.caps.Columns))
	}
	r.kind = cellKinds[string(r.attr("t"))]
	r.style = 0
	if r.kind == cellNumber {
		r.style, _ = whole(r.attr("s"))
	}
	r.value, r.formula, r.inValue, r.aside = r.value[:0], false, false, false
	return nil
}

// whole reads a number of digits, without the allocations of strconv.
func whole(digits []byte) (n int, ok bool) {
	for _, c := range digits {
		if c < '0' || c > '9' || n > 1<<30 {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, len(digits) > 0
}

// columnOf is the column of a reference ("AB12" is 27).
func columnOf(reference []byte) (int, bool) {
	n, letters := 0, 0
	for _, c := range reference {
		if c >= 'a' && c <= 'z' {
			c -= 'a' - 'A'
		}
		if c < 'A' || c > 'Z' {
			break
		}
		n = n*26 + int(c-'A') + 1
		if letters++; letters > 4 {
			return 0, false
		}
	}
	return n - 1, letters > 0
}

func (r *sheetReader) endCell() error {
	r.inCell = false
	if r.formula {
		r.counts.Formulas++
		if len(r.value) == 0 && r.kind == cellNumber {
			r.counts.Unsolved++
		}
	}
	value, err := r.finish()
	if err != nil || len(value) == 0 {
		return err
	}
	for len(r.cells) < r.column {
		r.cells = append(r.cells, nil)
	}
	if r.column < len(r.cells) { // written twice, or out of order
		r.cells[r.column] = value
		return nil
	}
	r.cells = append(r.cells, value)
	return nil
}

var errShared = errors.New("a cell refers to a string that is not there")

// finish is the cell's value as text.
func (r *sheetReader) finish() ([]byte, error) {
	mark := len(r.store)
	switch r.kind {
	case cellShared:
		n, ok := whole(r.value)
		text, there := r.book.shared.at(n)
		if !ok || !there {
			return nil, fault.Wrap(errShared, "table-not-xlsx")
		}
		return text, nil
	case cellNumber:
		if r.style > 0 && r.style < len(r.book.dates) && r.book.dates[r.style] != plainNumber {
			if out, ok := r.book.epoch.appendDate(r.store, r.value, r.book.dates[r.style]); ok {
				r.store = out
				r.counts.DateCells++
				return r.store[mark:len(r.store):len(r.store)], nil
			}
		}
	case cellError:
		r.counts.Errors++
	default:
		r.value = unescape(r.value)
	}
	r.store = append(r.store, r.value...)
	return r.store[mark:len(r.store):len(r.store)], nil
}

func (r *sheetReader) endRow() error {
	if len(r.cells) == 0 {
		return nil
	}
	if r.rows++; r.rows > r.book.caps.Rows {
		return fault.New("table-too-many-rows", "limit", strconv.Itoa(r.book.caps.Rows))
	}
	return r.row(r.number, r.cells)
}
