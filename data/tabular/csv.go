package tabular

import (
	"bytes"
	"io"
	"strconv"
	"time"

	"synlig/data/fault"
)

// ReadCSV reads a whole text file of any encoding and delimiter into rows. It
// is for small tables; big ones are read by Scan. An empty line is left out.
//
// Errors: "file-binary", "file-empty", "table-quote-open" (row),
// "table-record-long" (row).
func ReadCSV(data []byte) (Table, Encoding, Dialect, error) {
	text, encoding, err := Decode(data)
	if err != nil {
		return Table{}, encoding, Dialect{}, err
	}
	if len(bytes.TrimSpace([]byte(text))) == 0 {
		return Table{}, encoding, Dialect{}, fault.New("file-empty")
	}
	dialect := DetectDialect([]byte(text))
	var table Table
	err = Scan(bytes.NewReader([]byte(text)), dialect, func(_ int, cells [][]byte) error {
		row := make([]string, len(cells))
		for i, c := range cells {
			row[i] = string(c)
		}
		table.Rows = append(table.Rows, row)
		return nil
	})
	return table, encoding, dialect, err
}

// Scan reads delimited text in UTF-8 record by record and never holds more
// than one. row gets the record's number, from 1, and its cells, which are
// good only until it returns; an error from row ends the reading and is given
// back. Empty lines and a first line that names the delimiter are left out.
//
// Errors: "table-quote-open" (row), "table-record-long" (row), those of in.
func Scan(in io.Reader, dialect Dialect, row func(number int, cells [][]byte) error) error {
	s := newScanner(in, dialect.Delimiter)
	for s.next() {
		if len(s.cells) == 1 && len(s.cells[0]) == 0 {
			continue
		}
		if dialect.Named && s.record == 1 {
			continue
		}
		if err := row(s.record, s.cells); err != nil {
			return err
		}
	}
	return s.err
}

// WriteCSV writes a sheet as Danish Excel opens it by a double click: UTF-8
// with byte order mark, semicolons, a decimal comma, "\r\n". Text that a
// spreadsheet would take for a formula is escaped.
func WriteCSV(w io.Writer, sheet Sheet) error {
	var out bytes.Buffer
	out.WriteString("\uFEFF")
	if len(sheet.Header) > 0 {
		for i, text := range sheet.Header {
			separate(&out, i)
			out.WriteString(quote(Escape(text)))
		}
		out.WriteString("\r\n")
	}
	for _, row := range sheet.Rows {
		for i, value := range row {
			separate(&out, i)
			out.WriteString(cellText(value))
		}
		out.WriteString("\r\n")
		if out.Len() > readAtOnce {
			if _, err := out.WriteTo(w); err != nil {
				return err
			}
		}
	}
	_, err := out.WriteTo(w)
	return err
}

func separate(out *bytes.Buffer, i int) {
	if i > 0 {
		out.WriteByte(';')
	}
}

func quote(text string) string {
	if !bytes.ContainsAny([]byte(text), ";\"\r\n\t") && (text == "" || text[0] != ' ' && text[len(text)-1] != ' ') {
		return text
	}
	return `"` + string(bytes.ReplaceAll([]byte(text), []byte(`"`), []byte(`""`))) + `"`
}

// cellText is a value in a text file. A number is as short as reads back to
// the same number.
func cellText(value any) string {
	switch v := value.(type) {
	case nil:
		return ""
	case string:
		return quote(Escape(v))
	case int:
		return strconv.Itoa(v)
	case int64:
		return strconv.FormatInt(v, 10)
	case float64:
		return comma(strconv.FormatFloat(v, 'f', -1, 64))
	case Percent:
		return comma(strconv.FormatFloat(100*float64(v), 'f', 1, 64)) + "%"
	case bool:
		return strconv.FormatBool(v)
	case time.Time:
		return v.Format("02-01-2006")
	}
	panic("tabular: a cell cannot hold this kind of value")
}

func comma(number string) string {
	return string(bytes.Replace([]byte(number), []byte("."), []byte(","), 1))
}
