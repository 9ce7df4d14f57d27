package importer

import (
	"strconv"
	"strings"

	"synlig/data/tabular"
)

// Format is what kind of file was read.
type Format string

// The formats.
const (
	FormatText       Format = "text" // CSV, TSV and the like
	FormatXLSX       Format = "xlsx"
	FormatSAV        Format = "sav"
	FormatSurveyXact Format = "surveyxact" // dataset, structure and labels
)

// Reading is how the bytes were turned into rows; given to Read, a field that
// is not empty is taken instead of a guess.
type Reading struct {
	Encoding  tabular.Encoding `json:"encoding,omitempty"`
	Delimiter string           `json:"delimiter,omitempty"` // one character
	Sheet     string           `json:"sheet,omitempty"`
	// Skip is how many rows stand above the headings (a title), Header how many
	// rows the headings take: 1, or 2 with codes above the questions' texts;
	// -1 for none at all, 0 for a guess.
	Skip   int `json:"skip,omitempty"`
	Header int `json:"header,omitempty"`
}

// Raw is a file's content before anybody has said what it means.
type Raw struct {
	Names    []string // of the files
	Format   Format
	Reading  Reading // as it was done
	Columns  []Column
	Rows     int
	Findings []Finding // what was noticed while reading

	// Sheets are the names of a workbook's sheets, to choose another.
	Sheets []string
}

// Column is one column of a file. Each distinct cell is kept once.
type Column struct {
	Name   string   // its heading, made unique: "q1", "q1 (2)"
	Label  string   // the question's text where the file has it beside the name
	Cells  []uint32 // of each row, an index into Values
	Values []string // the distinct cells; Values[0] is ""
	Counts []int    // how many rows have each value

	Labels  []Label  // what codes stand for, in the file's order
	Missing []string // codes that the file itself says are no answer
	Dated   bool     // the file says that this is a date
	Set     string   // the file says that columns with this name are one question

	index map[string]uint32
}

// Label is what a code stands for.
type Label struct{ Code, Text string }

// Cell is the text of a row's cell.
func (c *Column) Cell(row int) string { return c.Values[c.Cells[row]] }

// LabelOf is what the file says a code stands for.
func (c *Column) LabelOf(code string) (string, bool) {
	for _, l := range c.Labels {
		if l.Code == code {
			return l.Text, true
		}
	}
	return "", false
}

// Filled is how many rows have something in the column.
func (c *Column) Filled() int { return len(c.Cells) - c.Counts[0] }

func newColumn(name string) Column {
	return Column{Name: name, Values: []string{""}, Counts: []int{0}, index: map[string]uint32{}}
}

// add puts a cell at the end.
func (c *Column) add(cell []byte) {
	at := uint32(0)
	if len(cell) > 0 {
		known, ok := c.index[string(cell)]
		if !ok {
			known = c.value(string(cell))
		}
		at = known
	}
	c.Cells = append(c.Cells, at)
	c.Counts[at]++
}

// value is a new distinct value.
func (c *Column) value(cell string) uint32 {
	at := uint32(len(c.Values))
	c.index[cell] = at
	c.Values = append(c.Values, strings.ReplaceAll(cell, "\r\n", "\n"))
	c.Counts = append(c.Counts, 0)
	return at
}

// Column is the column of that name, nil for none.
func (r *Raw) Column(name string) *Column {
	for i := range r.Columns {
		if r.Columns[i].Name == name {
			return &r.Columns[i]
		}
	}
	return nil
}

// Preview is the headings and the first n rows, as the file has them.
func (r *Raw) Preview(n int) (headings []string, rows [][]string) {
	for i := range r.Columns {
		headings = append(headings, r.Columns[i].Name)
	}
	for row := range min(n, r.Rows) {
		cells := make([]string, len(r.Columns))
		for i := range r.Columns {
			cells[i] = r.Columns[i].Cell(row)
		}
		rows = append(rows, cells)
	}
	return headings, rows
}

// note adds what was noticed while reading.
func (r *Raw) note(sure bool, code string, pairs ...string) {
	r.Findings = append(r.Findings, found(sure, code, pairs...))
}

func itoa(n int) string { return strconv.Itoa(n) }
