package tabular

import "unicode/utf8"

// Table is what was read: rows of cells, all of them text. Rows may differ in
// length; nothing is filled up, cut or trimmed.
type Table struct {
	Name string // of the sheet in a workbook; "" for a text file
	Rows [][]string
}

// Columns is the number of cells in the longest row.
func (t Table) Columns() int {
	longest := 0
	for _, row := range t.Rows {
		longest = max(longest, len(row))
	}
	return longest
}

// Sheet is what is to be written: a name, a line of headings and rows of
// values. A value is a string, a bool, an int, an int64, a float64, a Percent,
// a time.Time (only its day is written) or nil for an empty cell.
type Sheet struct {
	Name   string
	Header []string
	Rows   [][]any
}

// Percent is a proportion between 0 and 1 that is shown as per cent with one
// decimal.
type Percent float64

// dangerous tells whether a spreadsheet that opens text as a value would take
// it for a formula or a command: it starts with = + - @, a tab or a line break
// (OWASP, "CSV Injection"), also in the full-width forms of East Asian fonts.
func dangerous(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	switch first {
	case '=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠':
		return true
	}
	return false
}

// Escape makes text safe to open in a spreadsheet by an apostrophe before what
// would be taken for a formula. Other text is left alone.
func Escape(text string) string {
	if dangerous(text) {
		return "'" + text
	}
	return text
}
