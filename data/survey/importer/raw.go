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
	Asked    Reading // as somebody asked for it; the rest was guessed
	Columns  []Column
	Rows     int
	Findings []Finding // what was noticed while reading

	// Sheets are the names of a workbook's sheets, to choose another.
	Sheets []string

	byName map[string]int // Columns by name; made when all are read
}

// Column is one column of a file. Each distinct cell is kept once.
type Column struct {
	Name   string   // its heading, made unique: "q1", "q1 (2)"
	Label  string   // the question's text where the file has it beside the name
	Cells  []uint32 // of each row, an index into Values
	Values []string // the distinct cells; Values[0] is "". Where there are very many, some stand twice
	Counts []int    // how many rows have each value

	Labels  []Label  // what codes stand for, in the file's order
	Missing []string // codes that the file itself says are no answer
	Dated   bool     // the file says that this is a date
	Set     string   // the file says that columns with this name are one question

	// While reading: where values stand. Most cells of a survey are a single
	// digit, or the same as the one above, and are not looked up in the map.
	index map[string]uint32
	tiny  *[256]uint32 // of cells of one byte, their place + 1
	last  uint32
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
	c.put(c.find(cell))
}

// find is the place of a cell in Values.
func (c *Column) find(cell []byte) uint32 {
	if len(cell) == 0 {
		return 0
	}
	if len(cell) == 1 {
		if c.tiny == nil {
			c.tiny = new([256]uint32)
		}
		if c.tiny[cell[0]] == 0 {
			c.tiny[cell[0]] = c.value(string(cell)) + 1
		}
		return c.tiny[cell[0]] - 1
	}
	if string(cell) == c.Values[c.last] {
		return c.last
	}
	at, ok := c.index[string(cell)]
	if !ok {
		at = c.value(string(cell))
		if len(c.Values) == manyDistinct && len(c.Values)*2 > len(c.Cells) {
			c.index = nil // nearly all differ: numbers, times, free text
		}
	}
	c.last = at
	return at
}

// manyDistinct is how many distinct cells are kept apart where most of them
// differ; beyond it the same cell may stand in Values twice.
const manyDistinct = 1 << 16

// put adds a cell whose value is known.
func (c *Column) put(at uint32) {
	c.Cells = append(c.Cells, at)
	c.Counts[at]++
}

// value is a new distinct value.
func (c *Column) value(cell string) uint32 {
	at := uint32(len(c.Values))
	if c.index != nil {
		c.index[cell] = at
	}
	c.Values = append(c.Values, strings.ReplaceAll(cell, "\r\n", "\n"))
	c.Counts = append(c.Counts, 0)
	return at
}

// Column is the column of that name, nil for none.
func (r *Raw) Column(name string) *Column {
	if i, ok := r.byName[name]; ok {
		return &r.Columns[i]
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
