package tabular

import (
	"bytes"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"golang.org/x/text/encoding/charmap"
)

func TestEncodingsOfAnySize(t *testing.T) {
	danish := strings.Repeat("Ja, jeg ved det;Nej\r\n", 20_000) + "På æ-ø-å – fint\r\n"
	latin, err := charmap.Windows1252.NewEncoder().Bytes([]byte(danish))
	if err != nil {
		t.Fatal(err)
	}
	wide := func(big bool) (out []byte) {
		for _, r := range danish {
			pair := []byte{byte(r), byte(r >> 8)}
			if big {
				pair[0], pair[1] = pair[1], pair[0]
			}
			out = append(out, pair...)
		}
		return out
	}
	blend := append([]byte(strings.Repeat("på æ-ø-å\r\n", 3)), "r\xf8d\r\n"...)
	for name, c := range map[string]struct {
		data     []byte
		encoding Encoding
		text     string
	}{
		"utf-8":           {[]byte(danish), UTF8, danish},
		"utf-8 marked":    {append([]byte{0xEF, 0xBB, 0xBF}, danish...), UTF8, danish},
		"1252, late":      {latin, Windows1252, danish},
		"utf-16le":        {wide(false), UTF16LE, danish},
		"utf-16le marked": {append([]byte{0xFF, 0xFE}, wide(false)...), UTF16LE, danish},
		"utf-16be marked": {append([]byte{0xFE, 0xFF}, wide(true)...), UTF16BE, danish},
		"mixed":           {blend, Mixed, strings.Repeat("på æ-ø-å\r\n", 3) + "rød\r\n"},
		"nothing":         {nil, UTF8, ""},
		"a short one":     {[]byte("x"), UTF8, "x"},
		// The 64 KB that are looked at first end within a letter.
		"a letter cut": {[]byte(strings.Repeat("x", 64<<10-1) + "æ" + danish), UTF8, strings.Repeat("x", 64<<10-1) + "æ" + danish},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := DetectAll(bytes.NewReader(c.data), int64(len(c.data)))
			if err != nil || got != c.encoding {
				t.Fatalf("%s, %v", got, err)
			}
			for _, in := range []io.Reader{bytes.NewReader(c.data), iotest.HalfReader(bytes.NewReader(c.data))} {
				text, err := io.ReadAll(Reader(in, got))
				if err != nil || string(text) != c.text {
					t.Errorf("%d bytes, want %d, %v", len(text), len(c.text), err)
				}
			}
		})
	}
}
