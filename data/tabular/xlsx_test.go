package tabular

import (
	"archive/zip"
	"bytes"
	"os"
	"reflect"
	"strings"
	"testing"
	"time"

	"synlig/data/fault"
)

func TestXLSXOutAndIn(t *testing.T) {
	var out bytes.Buffer
	err := WriteXLSX(&out,
		Sheet{Name: "Tal/alle", Header: []string{"Navn", "Tal"}, Rows: [][]any{
			{"=SUM(A1:A9)", 1.5}, {"æøå – fint", Percent(0.25)}, {"  rum  ", 3}, {nil, true},
			{"linje\nto", time.Date(2026, 3, 5, 23, 0, 0, 0, time.UTC)},
		}},
		Sheet{Name: "Tal/alle"},
	)
	if err != nil {
		t.Fatal(err)
	}
	got, err := ReadXLSX(bytes.NewReader(out.Bytes()), int64(out.Len()), Caps{})
	if err != nil || len(got) != 2 || got[0].Name != "Tal alle" || got[1].Name != "Tal alle 2" {
		t.Fatalf("%v, %v", got, err)
	}
	want := [][]string{{"Navn", "Tal"}, {"=SUM(A1:A9)", "1.5"}, {"æøå – fint", "0.25"}, {"  rum  ", "3"}, {"", "1"}, {"linje\nto", "46086"}}
	if !reflect.DeepEqual(got[0].Rows, want) || len(got[1].Rows) != 0 {
		t.Errorf("%q", got)
	}
}

func TestXLSXIsRefused(t *testing.T) {
	var sheet, bomb bytes.Buffer
	rows := make([][]any, 100)
	for i := range rows {
		rows[i] = []any{1, 2, 3}
	}
	if err := WriteXLSX(&sheet, Sheet{Rows: rows}); err != nil {
		t.Fatal(err)
	}
	archive := zip.NewWriter(&bomb)
	part, err := archive.Create("xl/worksheets/sheet1.xml")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := part.Write(make([]byte, 8<<20)); err != nil {
		t.Fatal(err)
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		data []byte
		caps Caps
		code fault.Code
	}{
		"text":         {[]byte("a;b"), Caps{}, "table-not-xlsx"},
		"nothing":      {nil, Caps{}, "table-not-xlsx"},
		"cut off":      {sheet.Bytes()[:sheet.Len()/2], Caps{}, "table-not-xlsx"},
		"other zip":    {bomb.Bytes(), Caps{}, "table-not-xlsx"},
		"zip bomb":     {bomb.Bytes(), Caps{Unzipped: 1 << 20}, "table-too-large"},
		"password":     {[]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + strings.Repeat("x", 600)), Caps{}, "table-encrypted"},
		"many rows":    {sheet.Bytes(), Caps{Rows: 99}, "table-too-many-rows"},
		"many columns": {sheet.Bytes(), Caps{Columns: 2}, "table-too-many-columns"},
	} {
		if _, err := ReadXLSX(bytes.NewReader(c.data), int64(len(c.data)), c.caps); !fault.Is(err, c.code) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A sheet beyond excelize's own limit of 16 MB is not put in a temporary file.
func TestXLSXLeavesNothingOnDisk(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"TMPDIR", "TMP", "TEMP"} {
		t.Setenv(name, folder)
	}
	rows := make([][]any, 20000)
	for i := range rows {
		rows[i] = []any{strings.Repeat("fortroligt ", 10), i, i, i, strings.Repeat("x", 800)}
	}
	var out bytes.Buffer
	if err := WriteXLSX(&out, Sheet{Rows: rows}); err != nil {
		t.Fatal(err)
	}
	if left, _ := os.ReadDir(folder); len(left) > 0 {
		t.Errorf("after writing: %v", left)
	}
	if _, err := ReadXLSX(bytes.NewReader(out.Bytes()), int64(out.Len()), Caps{}); err != nil {
		t.Fatal(err)
	}
	if left, _ := os.ReadDir(folder); len(left) > 0 {
		t.Errorf("after reading: %v", left)
	}
}
