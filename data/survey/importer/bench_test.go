package importer

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"strconv"
	"testing"

	"synlig/data/survey"
	"synlig/data/survey/importer/sav/savtest"
	"synlig/data/tabular"
)

// bigSurvey writes rows of a survey as systems export them: an ID, a time, a
// status, a department, a weight, and codes.
func bigSurvey(rows, columns int, cell func(row, column int, text string, number float64)) {
	seed := uint32(7)
	for r := range rows {
		for c := range columns {
			seed = seed*1664525 + 1013904223
			n := float64(seed >> 24 % 6)
			switch {
			case c == 0:
				cell(r, c, strconv.Itoa(100_000+r), float64(100_000+r))
			case c == 1:
				cell(r, c, fmt.Sprintf("%02d-03-2026 %02d:%02d:%02d", 1+seed>>8%28, seed>>16%24, seed>>10%60, seed>>20%60), n)
			case c == 2:
				cell(r, c, "Gennemført", 4)
			case c == 3:
				cell(r, c, "Forvaltning "+strconv.Itoa(int(seed>>24%7)), float64(seed>>24%7))
			case c == 4 && r%20 == 0:
				cell(r, c, "Et forslag nummer "+strconv.Itoa(r), n)
			case c == 4:
				cell(r, c, "", n)
			default:
				cell(r, c, strconv.Itoa(int(n)+1), n+1)
			}
		}
	}
}

func bigHeadings(columns int) []string {
	all := []string{"Respondent-ID", "Starttidspunkt", "Status", "Forvaltning", "Har du forslag?"}
	for c := len(all); c < columns; c++ {
		all = append(all, "spm"+strconv.Itoa(c))
	}
	return all
}

func bigCSV(rows, columns int) []byte {
	var out bytes.Buffer
	for c, h := range bigHeadings(columns) {
		if c > 0 {
			out.WriteByte(';')
		}
		out.WriteString(h)
	}
	bigSurvey(rows, columns, func(_, c int, text string, _ float64) {
		if c == 0 {
			out.WriteString("\r\n")
		} else {
			out.WriteByte(';')
		}
		out.WriteString(text)
	})
	return out.Bytes()
}

// openAndCount is from bytes to all frequency tables. B/op is all that was ever
// taken, so more than was held at once.
func openAndCount(b *testing.B, data []byte, rows int) {
	b.Helper()
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		raw, err := Read(context.Background(), []File{FromBytes("svar", data)}, Reading{}, nil)
		if err != nil {
			b.Fatal(err)
		}
		profile, _ := Examine(raw, nil)
		w, _, err := Import(context.Background(), raw, profile, nil)
		if err != nil || w.Respondents != rows {
			b.Fatal(w, err)
		}
		v, err := survey.NewView(w, survey.Filter{})
		if err != nil {
			b.Fatal(err)
		}
		for q := range w.Questions {
			v.Frequency(q, survey.Replied)
		}
	}
}

func BenchmarkCSV45000x80(b *testing.B) { openAndCount(b, bigCSV(45_000, 80), 45_000) }

func BenchmarkCSV1000000x20(b *testing.B) { openAndCount(b, bigCSV(1_000_000, 20), 1_000_000) }

func BenchmarkXLSX45000x80(b *testing.B) {
	sheet := tabular.Sheet{Name: "Data", Header: bigHeadings(80), Rows: make([][]any, 45_000)}
	bigSurvey(45_000, 80, func(r, c int, text string, n float64) {
		if c > 0 && c < 5 {
			sheet.Rows[r] = append(sheet.Rows[r], text)
		} else {
			sheet.Rows[r] = append(sheet.Rows[r], n)
		}
	})
	var out bytes.Buffer
	if err := tabular.WriteXLSX(&out, sheet); err != nil {
		b.Fatal(err)
	}
	openAndCount(b, out.Bytes(), 45_000)
}

func BenchmarkSAV45000x80(b *testing.B) {
	f := savtest.File{Order: binary.LittleEndian, Compression: 1, Encoding: "UTF-8", Rows: make([][]any, 45_000)}
	for c, h := range bigHeadings(80) {
		v := savtest.Variable{Name: "V" + strconv.Itoa(c), Label: h}
		if c > 0 && c < 5 {
			v.Width = 40
		}
		f.Variables = append(f.Variables, v)
	}
	bigSurvey(45_000, 80, func(r, c int, text string, n float64) {
		if c > 0 && c < 5 {
			f.Rows[r] = append(f.Rows[r], text)
		} else {
			f.Rows[r] = append(f.Rows[r], n)
		}
	})
	data := f.Bytes()
	f.Rows = nil
	openAndCount(b, data, 45_000)
}
