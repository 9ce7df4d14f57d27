package moderation

import (
	"bytes"
	"encoding/json"
	"sort"
	"strings"
	"time"

	"synlig/data/fault"
	"synlig/data/tabular"
)

// Row is a comment of an export, still as it came: it goes to Intake and
// nowhere else. There is no name of a profile in it; that column is not read.
type Row struct {
	Number  int // of the row in its file, counted from 1, the heading not counted
	Text    string
	Post    string
	Address string
	Seen    time.Time
}

// Columns says which column of a table is what, from 0; -1 for one that is not
// there.
type Columns struct{ Text, Post, Address, Seen int }

// The codes of what ReadExport refuses.
const (
	ExportColumns    fault.Code = "export-columns"    // no column of comments
	ExportUnreadable fault.Code = "export-unreadable" // neither a table nor JSON
)

// headings are what columns are called, in small letters, the likeliest first.
var headings = struct{ text, post, address, seen []string }{
	text:    []string{"kommentar", "kommentartekst", "comment", "comment text", "comment message", "message", "besked", "tekst", "text"},
	post:    []string{"opslag", "post", "post title", "post message", "title", "titel", "emne"},
	address: []string{"link", "permalink", "comment link", "adresse", "address", "url"},
	seen:    []string{"tid", "tidspunkt", "dato", "time", "date", "created", "created time", "publish time", "timestamp"},
}

// Guess finds the columns by their headings.
func Guess(header []string) Columns {
	find := func(names []string) int {
		for _, name := range names {
			for i, cell := range header {
				if strings.Join(Words(cell), " ") == name {
					return i
				}
			}
		}
		return -1
	}
	return Columns{find(headings.text), find(headings.post), find(headings.address), find(headings.seen)}
}

// ReadExport reads the rows of a CSV file, or of the JSON that Facebook gives
// out. columns nil has them guessed from the headings. Rows without a comment
// are left out; missing columns leave their field empty. Mojibake is mended.
// Codes: ExportColumns, ExportUnreadable, those of package tabular.
func ReadExport(data []byte, columns *Columns) ([]Row, error) {
	if first := bytes.TrimLeft(data, "\ufeff \t\r\n"); len(first) > 0 && (first[0] == '{' || first[0] == '[') {
		return readJSON(first)
	}
	table, _, _, err := tabular.ReadCSV(data)
	if err != nil {
		return nil, err
	}
	if len(table.Rows) == 0 {
		return nil, fault.New(ExportUnreadable)
	}
	if columns == nil {
		guessed := Guess(table.Rows[0])
		columns = &guessed
	}
	if columns.Text < 0 || columns.Text >= table.Columns() {
		return nil, fault.New(ExportColumns)
	}
	var rows []Row
	for i, cells := range table.Rows[1:] {
		cell := func(column int) string {
			if column < 0 || column >= len(cells) {
				return ""
			}
			return strings.TrimSpace(tabular.Repair(cells[column]))
		}
		r := Row{Number: i + 1, Text: cell(columns.Text), Post: cell(columns.Post), Address: cell(columns.Address), Seen: momentOf(cell(columns.Seen))}
		if r.Text != "" {
			rows = append(rows, r)
		}
	}
	return rows, nil
}

// readJSON takes every object that holds a comment, wherever it stands:
// Facebook's own form has changed often. The post is the nearest title around.
func readJSON(data []byte) ([]Row, error) {
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	var content any
	if err := decoder.Decode(&content); err != nil {
		return nil, fault.Wrap(err, ExportUnreadable)
	}
	var rows []Row
	collect(content, "", time.Time{}, 0, &rows)
	if len(rows) == 0 {
		return nil, fault.New(ExportColumns)
	}
	for i := range rows {
		rows[i].Number = i + 1
	}
	return rows, nil
}

// deepest is how far into a file's lists and objects is looked.
const deepest = 40

func collect(value any, post string, seen time.Time, depth int, rows *[]Row) {
	if depth > deepest {
		return
	}
	switch v := value.(type) {
	case []any:
		for _, each := range v {
			collect(each, post, seen, depth+1, rows)
		}
	case map[string]any:
		if title := field(v, "title", "post", "opslag"); title != "" {
			post = title
		}
		if at := momentOf(field(v, "timestamp", "created_time", "created", "time", "date")); !at.IsZero() {
			seen = at
		}
		if text := field(v, "comment", "message", "text", "kommentar"); text != "" {
			*rows = append(*rows, Row{Text: text, Post: post, Seen: seen, Address: field(v, "permalink_url", "permalink", "url", "link")})
		}
		keys := make([]string, 0, len(v))
		for key := range v {
			keys = append(keys, key)
		}
		sort.Strings(keys)
		for _, key := range keys {
			collect(v[key], post, seen, depth+1, rows)
		}
	}
}

// field is the first of the named texts or numbers of an object.
func field(object map[string]any, names ...string) string {
	for _, name := range names {
		switch v := object[name].(type) {
		case string:
			if text := strings.TrimSpace(tabular.Repair(v)); text != "" {
				return text
			}
		case json.Number:
			return v.String()
		}
	}
	return ""
}

// momentOf reads a time as exports write it: seconds since 1970, ISO 8601, or
// the day first or last. Anything else is the zero time: then it is not known.
func momentOf(text string) time.Time {
	if text == "" {
		return time.Time{}
	}
	if seconds, err := json.Number(text).Int64(); err == nil {
		if seconds > 1_000_000_000 && seconds < 10_000_000_000 {
			return time.Unix(seconds, 0).UTC()
		}
		return time.Time{}
	}
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04:05-0700", "2006-01-02 15:04:05", "2006-01-02 15:04", "2006-01-02", "02-01-2006 15:04", "02-01-2006", "02.01.2006"} {
		if at, err := time.Parse(layout, text); err == nil {
			return at.UTC()
		}
	}
	return time.Time{}
}
