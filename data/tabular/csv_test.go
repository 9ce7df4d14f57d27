package tabular

import (
	"bytes"
	"reflect"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"pgregory.net/rapid"

	"synlig/data/fault"
)

func TestReadCSV(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want [][]string
	}{
		"semicolons":              {"a;b\n1;2\n", [][]string{{"a", "b"}, {"1", "2"}}},
		"no last line end":        {"a;b\r\n1;", [][]string{{"a", "b"}, {"1", ""}}},
		"commas in quotes":        {"a,b\n\"1,2\",\"3;4\"\n", [][]string{{"a", "b"}, {"1,2", "3;4"}}},
		"quotes and lines":        {"a;b\n\"x \"\"y\"\"\";\"1\n2\"\n", [][]string{{"a", "b"}, {`x "y"`, "1\n2"}}},
		"tabs":                    {"a\tb\n\"1\"\t 2 \n", [][]string{{"a", "b"}, {"1", " 2 "}}},
		"bars":                    {"a|b\n1|2\n", [][]string{{"a", "b"}, {"1", "2"}}},
		"named":                   {"sep=,\na,b;c\n1,2\n", [][]string{{"a", "b;c"}, {"1", "2"}}},
		"ragged":                  {"a;b;c\n1;2;3\n1\n1;2;3;4\n", [][]string{{"a", "b", "c"}, {"1", "2", "3"}, {"1"}, {"1", "2", "3", "4"}}},
		"empty lines":             {"a;b\n\n1;2\n\n", [][]string{{"a", "b"}, {"1", "2"}}},
		"one column":              {"navn\nIda\nBo\n", [][]string{{"navn"}, {"Ida"}, {"Bo"}}},
		"a quote inside":          {"a;b\n5\" skærm;2\n", [][]string{{"a", "b"}, {`5" skærm`, "2"}}},
		"text after a quote":      {"a;b\n\"x\"y;2\n", [][]string{{"a", "b"}, {"xy", "2"}}},
		"decimal commas, columns": {"a;b\n1,5;2,5\n3,5;4,5\n", [][]string{{"a", "b"}, {"1,5", "2,5"}, {"3,5", "4,5"}}},
	} {
		t.Run(name, func(t *testing.T) {
			got, _, _, err := ReadCSV([]byte(c.text))
			if err != nil || !reflect.DeepEqual(got.Rows, c.want) {
				t.Errorf("%q, %v", got.Rows, err)
			}
		})
	}
}

func TestReadCSVRefuses(t *testing.T) {
	for text, code := range map[string]fault.Code{
		"":                                      "file-empty",
		" \n\r\n":                               "file-empty",
		"a;b\n1;\"2\n3;4\n":                     "table-quote-open",
		"a\x00b":                                "file-binary",
		"a;b\n\"" + strings.Repeat("x", 17<<20): "table-record-long",
	} {
		if _, _, _, err := ReadCSV([]byte(text)); !fault.Is(err, code) {
			t.Errorf("%.20q: %v", text, err)
		}
	}
}

func TestWriteCSV(t *testing.T) {
	var out bytes.Buffer
	err := WriteCSV(&out, Sheet{Header: []string{"Navn", "Tal; i alt"}, Rows: [][]any{
		{"=1+1", 1.5}, {"@x", Percent(0.1234)}, {`"a"`, -3}, {nil, int64(4)}, {"-", true},
		{"  rum ", time.Date(2026, 3, 5, 13, 0, 0, 0, time.UTC)},
	}})
	want := "\uFEFFNavn;\"Tal; i alt\"\r\n'=1+1;1,5\r\n'@x;12,3%\r\n\"\"\"a\"\"\";-3\r\n;4\r\n'-;true\r\n\"  rum \";05-03-2026\r\n"
	if err != nil || out.String() != want {
		t.Errorf("%q, %v", out.String(), err)
	}
}

// What is written is read back, whatever it holds; the reader may get its
// bytes in any portions.
func TestWhatIsWrittenIsRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cell := rapid.StringOfN(rapid.RuneFrom([]rune("ab;\",\t\n|=æ '0")), 0, 8, -1)
		rows := rapid.SliceOfN(rapid.SliceOfN(cell, 2, 5), 1, 8).Draw(t, "rows")
		sheet := Sheet{}
		for i, row := range rows {
			values := make([]any, len(row))
			for j := range row {
				values[j] = row[j]
				rows[i][j] = Escape(row[j])
			}
			sheet.Rows = append(sheet.Rows, values)
		}
		var out bytes.Buffer
		if err := WriteCSV(&out, sheet); err != nil {
			t.Fatal(err)
		}
		text := bytes.TrimPrefix(out.Bytes(), []byte("\uFEFF"))
		var got [][]string
		err := Scan(iotest.OneByteReader(bytes.NewReader(text)), Dialect{Delimiter: ';'}, func(_ int, cells [][]byte) error {
			row := make([]string, len(cells))
			for i, c := range cells {
				row[i] = string(c)
			}
			got = append(got, row)
			return nil
		})
		if err != nil || !reflect.DeepEqual(got, rows) {
			t.Fatalf("wrote %q\nread  %q, %v", rows, got, err)
		}
	})
}

func TestRepair(t *testing.T) {
	for broken, want := range map[string]string{
		"LÃ¸ye":               "Løye",
		"Ã†ble, Ã¥ og Ã˜":     "Æble, å og Ø",
		"sÃ¥ â€“ fint":        "så – fint",
		"Løye":                "Løye",
		"Ã":                   "Ã",
		"LÃ¸ye og Løye":       "LÃ¸ye og Løye",
		"LÃƒÂ¸ye":             "Løye",
		"å på\nLÃ¸ye":         "å på\nLøye",
		"naïve Ångström Älva": "naïve Ångström Älva",
	} {
		if got := Repair(broken); got != want {
			t.Errorf("%q: %q, want %q", broken, got, want)
		}
	}
}

func FuzzScan(f *testing.F) {
	f.Add([]byte("a;b\n\"1\"\"\";2\r\n"), byte(';'))
	f.Fuzz(func(t *testing.T, data []byte, delimiter byte) {
		read := func(in *bytes.Reader, small bool) (rows [][]string, err error) {
			d := Dialect{Delimiter: delimiter}
			each := func(_ int, cells [][]byte) error {
				var row []string
				for _, c := range cells {
					row = append(row, string(c))
				}
				rows = append(rows, row)
				return nil
			}
			if small {
				return rows, Scan(iotest.OneByteReader(in), d, each)
			}
			return rows, Scan(in, d, each)
		}
		_ = DetectDialect(data)
		whole, err := read(bytes.NewReader(data), false)
		parts, err2 := read(bytes.NewReader(data), true)
		if (err == nil) != (err2 == nil) || err == nil && !reflect.DeepEqual(whole, parts) {
			t.Errorf("%q\n%q, %v\n%q, %v", data, whole, err, parts, err2)
		}
	})
}
