package tabular

import (
	"io"
	"strconv"
	"time"

	"github.com/xuri/excelize/v2"
)

// Caps are the most that a workbook may hold. The zero value stands for
// DefaultCaps.
type Caps struct {
	Unzipped int64 // bytes, all parts together
	Rows     int   // of one sheet
	Columns  int
}

// DefaultCaps leave room for 1,000,000 rows and keep a zip bomb out.
var DefaultCaps = Caps{Unzipped: 1 << 30, Rows: 1_048_576, Columns: 16_384}

func (c Caps) filled() Caps {
	if c.Unzipped == 0 {
		c.Unzipped = DefaultCaps.Unzipped
	}
	if c.Rows == 0 {
		c.Rows = DefaultCaps.Rows
	}
	if c.Columns == 0 {
		c.Columns = DefaultCaps.Columns
	}
	return c
}

// WriteXLSX writes sheets as a workbook: the headings bold and kept in sight,
// numbers as numbers, text as text also where it starts with =. The same sheets
// give the same cells every time. At least one sheet is needed; names are cut
// to what Excel takes.
func WriteXLSX(w io.Writer, sheets ...Sheet) error {
	// excelize puts a sheet over 16 MB in a temporary file where it can, and
	// keeps it in memory where it cannot. No system has a folder of this name.
	book := excelize.NewFile(excelize.Options{TmpDir: "\x00"})
	defer book.Close()
	styles, err := newStyles(book)
	if err != nil {
		return err
	}
	names := sheetNames(sheets)
	for i, sheet := range sheets {
		if i == 0 {
			err = book.SetSheetName(book.GetSheetName(0), names[0])
		} else {
			_, err = book.NewSheet(names[i])
		}
		if err == nil {
			err = writeSheet(book, names[i], sheet, styles)
		}
		if err != nil {
			return err
		}
	}
	return book.Write(w)
}

type styles struct{ heading, percent, day int }

func newStyles(book *excelize.File) (s styles, err error) {
	percent, day := "0.0%", "dd-mm-yyyy"
	for _, made := range []struct {
		id    *int
		style *excelize.Style
	}{
		{&s.heading, &excelize.Style{Font: &excelize.Font{Bold: true}, Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}}},
		{&s.percent, &excelize.Style{CustomNumFmt: &percent}},
		{&s.day, &excelize.Style{CustomNumFmt: &day}},
	} {
		if *made.id, err = book.NewStyle(made.style); err != nil {
			return s, err
		}
	}
	return s, nil
}

func writeSheet(book *excelize.File, name string, sheet Sheet, styles styles) error {
	out, err := book.NewStreamWriter(name)
	if err != nil {
		return err
	}
	for column, width := range widths(sheet) {
		if err := out.SetColWidth(column+1, column+1, width); err != nil {
			return err
		}
	}
	line := 1
	if len(sheet.Header) > 0 {
		if err := out.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
			return err
		}
		heading := make([]any, len(sheet.Header))
		for i, text := range sheet.Header {
			heading[i] = excelize.Cell{StyleID: styles.heading, Value: text}
		}
		if err := out.SetRow("A1", heading); err != nil {
			return err
		}
		line++
	}
	for _, row := range sheet.Rows {
		cells := make([]any, len(row))
		for i, value := range row {
			cells[i] = styles.cell(value)
		}
		if err := out.SetRow("A"+strconv.Itoa(line), cells); err != nil {
			return err
		}
		line++
	}
	return out.Flush()
}

func (s styles) cell(value any) any {
	switch v := value.(type) {
	case nil, string, int, int64, float64, bool:
		return v
	case Percent:
		return excelize.Cell{StyleID: s.percent, Value: float64(v)}
	case time.Time:
		return excelize.Cell{StyleID: s.day, Value: time.Date(v.Year(), v.Month(), v.Day(), 0, 0, 0, 0, time.UTC)}
	}
	panic("tabular: a cell cannot hold this kind of value")
}

// widths give each column the room its longest line takes, within reason.
func widths(sheet Sheet) []float64 {
	var all []float64
	see := func(column int, text string, most float64) {
		for len(all) <= column {
			all = append(all, 9)
		}
		all[column] = max(all[column], min(most, float64(len([]rune(text)))+2))
	}
	for i, text := range sheet.Header {
		see(i, text, 30)
	}
	for _, row := range sheet.Rows[:min(len(sheet.Rows), 200)] {
		for i, value := range row {
			if text, ok := value.(string); ok {
				see(i, text, 60)
			}
		}
	}
	return all
}
