package sav

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"synlig/data/fault"
	"synlig/data/survey/importer/sav/savtest"
)

// everything has one of each that the format knows.
func everything() savtest.File {
	return savtest.File{
		Order: binary.LittleEndian, Encoding: "UTF-8", CodePage: 65001,
		Sets: "$kilder=D1 1 14 Hvor fra hørt? V2 V3\n",
		Variables: []savtest.Variable{
			{Name: "KEND", Label: "Kender du os? – æøå", Labels: []savtest.Label{{Number: 1, Label: "Ja"}, {Number: 2, Label: "Nej"}, {Number: -77, Label: "Ikke besvaret"}}, Missing: []float64{-77, -99}},
			{Name: "ALDER", Missing: []float64{90, 120, -1}, Span: true},
			{Long: "kilde_intranet", Label: "Intranettet"},
			{Long: "kilde_leder_og_andre", Label: "Min leder"},
			{Name: "DATO", Format: 22},
			{Name: "KODE", Width: 5, Labels: []savtest.Label{{Text: "BUF", Label: "Børn"}}, MissingTexts: []string{"X"}},
			{Long: "forvaltning", Width: 40, Labels: []savtest.Label{{Text: "Socialforvaltningen", Label: "Social"}}, MissingTexts: []string{"ukendt", "andre"}},
			{Long: "bemaerkninger", Width: 1000, Label: "Har du bemærkninger?"},
			{Name: "SIDST"},
		},
		Rows: [][]any{
			{1.0, 41.0, 1.0, 0.0, 13992097263.0, "BUF", "Socialforvaltningen", strings.Repeat("abcdefghi ", 99) + "slut", 1.0},
			{2.0, nil, 0.0, nil, nil, "", "Økonomiforvaltningen", "", 2.5},
			{-77.0, 95.0, 1.0, 1.0, 13992097263.0, "X", "", "Linje et\nlinje to – æøå", -1e9},
		},
	}
}

func shown(t *testing.T, data []byte) (f *File, rows []string) {
	t.Helper()
	f, err := Open(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	err = f.Scan(func(values []Value) error {
		var b strings.Builder
		for i, v := range values {
			switch {
			case f.Variables[i].IsText():
				fmt.Fprintf(&b, "%q|", v.Text)
			case v.None:
				b.WriteString("·|")
			default:
				fmt.Fprintf(&b, "%v|", v.Number)
			}
		}
		rows = append(rows, b.String())
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return f, rows
}

func TestEveryPartOfTheFormat(t *testing.T) {
	long := strings.Repeat("abcdefghi ", 99) + "slut"
	want := []string{
		`1|41|1|0|1.3992097263e+10|"BUF"|"Socialforvaltningen"|"` + long + `"|1|`,
		`2|·|0|·|·|""|"Økonomiforvaltningen"|""|2.5|`,
		`-77|95|1|1|1.3992097263e+10|"X"|""|"Linje et\nlinje to – æøå"|-1e+09|`,
	}
	for _, order := range []binary.AppendByteOrder{binary.LittleEndian, binary.BigEndian} {
		for compression := range 3 {
			for _, cases := range []int{0, -1} {
				t.Run(fmt.Sprint(order, compression, cases), func(t *testing.T) {
					w := everything()
					w.Order, w.Compression, w.Cases, w.BlockSize = order, compression, cases, 512
					f, rows := shown(t, w.Bytes())
					if !reflect.DeepEqual(rows, want) {
						t.Errorf("\n%s\nwant\n%s", strings.Join(rows, "\n"), strings.Join(want, "\n"))
					}
					checkDictionary(t, f)
				})
			}
		}
	}
}

func checkDictionary(t *testing.T, f *File) {
	t.Helper()
	v := f.Variables
	if len(v) != 9 || f.Label != "Etiket" || f.Encoding != "UTF-8" || f.Written.Format("2006-01-02 15:04") != "2026-03-05 13:41" {
		t.Fatalf("%+v", f)
	}
	if v[0].Label != "Kender du os? – æøå" || v[0].Labels[2] != (Label{Number: -77, Label: "Ikke besvaret"}) || !v[0].Missing.Has(-99) || v[0].Missing.Has(1) {
		t.Errorf("%+v", v[0])
	}
	if m := v[1].Missing; !m.Range || !m.Has(90) || !m.Has(120) || !m.Has(-1) || m.Has(89) {
		t.Errorf("%+v", m)
	}
	if v[2].Name != "kilde_intranet" || v[3].Name != "kilde_leder_og_andre" || v[2].Set != "$kilder" || v[3].Set != "$kilder" || v[1].Set != "" {
		t.Errorf("%+v %+v", v[2], v[3])
	}
	if !v[4].Format.IsDate() || !v[4].Format.HasTime() || v[1].Format.IsDate() {
		t.Errorf("%+v", v[4].Format)
	}
	if at, ok := Time(13992097263); !ok || at.Format("2006-01-02 15:04:05") != "2026-03-05 13:41:03" {
		t.Errorf("%s", at)
	}
	if v[5].Width != 5 || v[5].Labels[0] != (Label{Text: "BUF", Label: "Børn"}) || !reflect.DeepEqual(v[5].Missing.Texts, []string{"X"}) {
		t.Errorf("%+v", v[5])
	}
	if v[6].Labels[0] != (Label{Text: "Socialforvaltningen", Label: "Social"}) || !reflect.DeepEqual(v[6].Missing.Texts, []string{"ukendt", "andre"}) {
		t.Errorf("%+v", v[6])
	}
	if v[7].Width != 1000 || v[7].Name != "bemaerkninger" || v[8].Name != "SIDST" {
		t.Errorf("%+v", v[7])
	}
}

func TestEncodings(t *testing.T) {
	for name, c := range map[string]struct {
		encoding string
		codePage int
		bytes    string
	}{
		"named 1252":      {"windows-1252", 0, "S\xf8ren \x96 \xe5"},
		"code page":       {"", 1252, "S\xf8ren \x96 \xe5"},
		"latin 15":        {"ISO-8859-15", 0, "S\xf8ren - \xe5"},
		"dos":             {"CP850", 0, "S\x9bren - \x86"},
		"nothing said":    {"", 0, "S\xf8ren \x96 \xe5"},
		"nothing, utf-8":  {"", 0, "Søren – å"},
		"a name unknown":  {"x-klingon", 0, "S\xf8ren \x96 \xe5"},
		"ascii code page": {"", 2, "S\xf8ren \x96 \xe5"},
	} {
		t.Run(name, func(t *testing.T) {
			w := savtest.File{Order: binary.LittleEndian, Compression: 1, Encoding: c.encoding, CodePage: c.codePage,
				Variables: []savtest.Variable{{Name: "A", Width: 20, Label: c.bytes, Labels: []savtest.Label{{Text: c.bytes, Label: c.bytes}}}}, Rows: [][]any{{c.bytes}}}
			f, rows := shown(t, w.Bytes())
			want := "Søren – å"
			if strings.Contains(c.bytes, "-") {
				want = "Søren - å"
			}
			v := f.Variables[0]
			if rows[0] != `"`+want+`"|` || v.Label != want || v.Labels[0] != (Label{Text: want, Label: want}) {
				t.Errorf("%q %+v", rows, v)
			}
		})
	}
}

// A file that was cut off anywhere, or changed in one byte, is refused or read;
// it never gives fewer cases without a word.
func TestAFileThatIsCutOffIsToldOf(t *testing.T) {
	for compression := range 3 {
		w := everything()
		w.Compression = compression
		data := w.Bytes()
		for n := range len(data) {
			cut := data[:n]
			f, err := Open(bytes.NewReader(cut), int64(n))
			if err == nil {
				seen := 0
				if err = f.Scan(func([]Value) error { seen++; return nil }); err == nil && seen < 3 {
					t.Fatalf("compression %d, cut at %d of %d: %d cases and no error", compression, n, len(data), seen)
				}
				// The bytecode's end mark and its padding may go.
				if err == nil && compression != 1 && n < len(data) {
					t.Fatalf("compression %d, cut at %d of %d: no error", compression, n, len(data))
				}
			}
			if err != nil && fault.CodeOf(err) != Broken && fault.CodeOf(err) != Foreign {
				t.Fatalf("cut at %d: %v", n, err)
			}
		}
	}
}

func TestTheWrongCompressionIsToldOf(t *testing.T) {
	w := everything()
	w.Compression = 0
	data := w.Bytes()
	data[72] = 2 // says zlib
	f, err := Open(bytes.NewReader(data), int64(len(data)))
	if err == nil {
		err = f.Scan(func([]Value) error { return nil })
	}
	if !fault.Is(err, Broken) {
		t.Error(err)
	}
	data[72] = 7
	if _, err = Open(bytes.NewReader(data), int64(len(data))); !fault.Is(err, Unsupported) {
		t.Error(err)
	}
	secret := append([]byte("\x1c\x00\x00\x00\x00\x00\x00\x00ENCRYPTEDSAV"), make([]byte, 100)...)
	if _, err = Open(bytes.NewReader(secret), int64(len(secret))); !fault.Is(err, Unsupported) {
		t.Error(err)
	}
	if _, err = Open(strings.NewReader("a;b"), 3); !fault.Is(err, Foreign) {
		t.Error(err)
	}
}

// What was written is read, in every compression and byte order.
func TestRandomFiles(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := savtest.File{Encoding: "UTF-8", Compression: rapid.IntRange(0, 2).Draw(t, "compression"), BlockSize: rapid.IntRange(16, 400).Draw(t, "block") * 8}
		w.Order = binary.LittleEndian
		if rapid.Bool().Draw(t, "big") {
			w.Order = binary.BigEndian
		}
		widths := rapid.SliceOfN(rapid.SampledFrom([]int{0, 0, 0, 1, 7, 8, 9, 40, 255, 256, 300, 600}), 1, 6).Draw(t, "widths")
		for i, width := range widths {
			w.Variables = append(w.Variables, savtest.Variable{Name: fmt.Sprintf("V%d", i), Width: width})
		}
		var want []string
		for range rapid.IntRange(0, 12).Draw(t, "rows") {
			var row []any
			var b strings.Builder
			for _, width := range widths {
				if width > 0 {
					text := rapid.StringMatching(`[a-z ]{0,20}([a-z ]{300})?([a-z])?`).Draw(t, "text")
					text = strings.TrimRight(text[:min(len(text), width)], " ")
					row = append(row, text)
					fmt.Fprintf(&b, "%q|", text)
				} else if rapid.Bool().Draw(t, "none") {
					row = append(row, nil)
					b.WriteString("·|")
				} else {
					n := rapid.SampledFrom([]float64{0, 1, -99, 151, 152, -100, 0.5, 1e300, 5}).Draw(t, "number")
					row = append(row, n)
					fmt.Fprintf(&b, "%v|", n)
				}
			}
			w.Rows, want = append(w.Rows, row), append(want, b.String())
		}
		if len(w.Rows) == 0 {
			w.Cases = -1
		}
		data := w.Bytes()
		f, err := Open(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		if err := f.Scan(func(values []Value) error {
			var b strings.Builder
			for i, v := range values {
				switch {
				case f.Variables[i].IsText():
					fmt.Fprintf(&b, "%q|", v.Text)
				case v.None:
					b.WriteString("·|")
				default:
					fmt.Fprintf(&b, "%v|", v.Number)
				}
			}
			got = append(got, b.String())
			return nil
		}); err != nil || !reflect.DeepEqual(got, want) {
			t.Fatalf("%v\n%q\nwant\n%q", err, got, want)
		}
	})
}

// The files of the reference were written by haven in R.
func TestFilesWrittenByHaven(t *testing.T) {
	found, _ := filepath.Glob("../../../../../shared/reference/survey/18_import_variants/*sav")
	if len(found) == 0 {
		t.Skip("../shared/reference is not here: no foreign files to read")
	}
	var first []string
	for _, name := range found {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		f, rows := shown(t, data)
		if len(rows) != 60 || f.Encoding != "UTF-8" {
			t.Errorf("%s: %d cases, %s", name, len(rows), f.Encoding)
		}
		if first == nil {
			first = rows
		}
		if !reflect.DeepEqual(rows, first) {
			t.Errorf("%s holds other cases", name)
		}
	}
}

func FuzzOpen(f *testing.F) {
	for compression := range 3 {
		w := everything()
		w.Compression = compression
		f.Add(w.Bytes())
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := Open(bytes.NewReader(data), int64(len(data)))
		if err == nil {
			n := 0
			err = file.Scan(func([]Value) error {
				if n++; n > 100_000 {
					return fault.New(Broken)
				}
				return nil
			})
		}
		if err != nil && fault.CodeOf(err) == fault.Internal {
			t.Error(err)
		}
	})
}
