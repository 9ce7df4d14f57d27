package tabular

import (
	"bytes"
	"runtime"
	"strconv"
	"testing"

	"github.com/xuri/excelize/v2"
)

// wide is a sheet of codes as a survey system writes them: 45,000 × 80.
func wide() Sheet {
	sheet := Sheet{Name: "Data"}
	for c := range 80 {
		sheet.Header = append(sheet.Header, "s_"+strconv.Itoa(c))
	}
	seed := uint32(7)
	for range 45_000 {
		row := make([]any, 80)
		for c := range row {
			seed = seed*1664525 + 1013904223
			row[c] = int(seed >> 24 % 6)
			if c > 76 {
				row[c] = "I høj grad"
			}
		}
		sheet.Rows = append(sheet.Rows, row)
	}
	return sheet
}

func BenchmarkXLSX45000x80(b *testing.B) {
	var out bytes.Buffer
	if err := WriteXLSX(&out, wide()); err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(float64(out.Len())/1e6, "MB-file")
	b.ReportAllocs()
	for b.Loop() {
		book, err := OpenWorkbook(bytes.NewReader(out.Bytes()), int64(out.Len()), Caps{})
		if err != nil {
			b.Fatal(err)
		}
		cells := 0
		if _, err := book.Scan("Data", func(_ int, row [][]byte) error { cells += len(row); return nil }); err != nil {
			b.Fatal(err)
		}
		if cells != 45_001*80 {
			b.Fatal(cells)
		}
	}
	reportPeak(b)
}

// The library that writes our workbooks, for comparison.
func BenchmarkXLSX45000x80ByExcelize(b *testing.B) {
	var out bytes.Buffer
	if err := WriteXLSX(&out, wide()); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		book, err := excelize.OpenReader(bytes.NewReader(out.Bytes()), excelize.Options{RawCellValue: true, UnzipXMLSizeLimit: 1 << 30})
		if err != nil {
			b.Fatal(err)
		}
		rows, err := book.Rows("Data")
		if err != nil {
			b.Fatal(err)
		}
		cells := 0
		for rows.Next() {
			row, err := rows.Columns(excelize.Options{RawCellValue: true})
			if err != nil {
				b.Fatal(err)
			}
			cells += len(row)
		}
		if cells != 45_001*80 {
			b.Fatal(cells)
		}
	}
	reportPeak(b)
}

func BenchmarkCSV45000x80(b *testing.B) {
	var out bytes.Buffer
	if err := WriteCSV(&out, wide()); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(out.Len()))
	b.ReportAllocs()
	for b.Loop() {
		cells := 0
		if err := Scan(bytes.NewReader(out.Bytes()), Dialect{Delimiter: ';'}, func(_ int, row [][]byte) error { cells += len(row); return nil }); err != nil {
			b.Fatal(err)
		}
	}
	reportPeak(b)
}

// reportPeak tells what the program has taken from the system so far.
func reportPeak(b *testing.B) {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	b.ReportMetric(float64(m.Sys)/1e6, "MB-taken")
}
