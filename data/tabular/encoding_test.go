package tabular

import (
	"bytes"
	"strings"
	"testing"

	"synlig/data/fault"
)

func TestDecode(t *testing.T) {
	const text = "Borgerrådgiveren – æøå\nSkriv til os."
	utf16 := func(s string, big bool) []byte {
		var b []byte
		for _, r := range s {
			if big {
				b = append(b, byte(r>>8), byte(r))
			} else {
				b = append(b, byte(r), byte(r>>8))
			}
		}
		return b
	}
	for name, c := range map[string]struct {
		data []byte
		want Encoding
	}{
		"utf-8":                {[]byte(text), UTF8},
		"utf-8 with mark":      {append([]byte{0xEF, 0xBB, 0xBF}, text...), UTF8},
		"utf-16le with mark":   {append([]byte{0xFF, 0xFE}, utf16(text, false)...), UTF16LE},
		"utf-16be with mark":   {append([]byte{0xFE, 0xFF}, utf16(text, true)...), UTF16BE},
		"utf-16le without":     {utf16(text, false), UTF16LE},
		"utf-16be without":     {utf16(text, true), UTF16BE},
		"windows-1252":         {[]byte("Borgerr\xe5dgiveren \x96 \xe6\xf8\xe5\nSkriv til os."), Windows1252},
		"windows line ends":    {[]byte(strings.ReplaceAll(text, "\n", "\r\n")), UTF8},
		"old macintosh breaks": {[]byte(strings.ReplaceAll(text, "\n", "\r")), UTF8},
	} {
		t.Run(name, func(t *testing.T) {
			got, encoding, err := Decode(c.data)
			if err != nil || got != text || encoding != c.want {
				t.Errorf("got %q, %s, %v", got, encoding, err)
			}
		})
	}
}

func TestDecodeRefusesWhatIsNoText(t *testing.T) {
	for name, data := range map[string][]byte{
		"a nul in a text":   []byte("Kære\x00 borger"),
		"a picture":         append([]byte("\x89PNG\r\n\x1a\n"), bytes.Repeat([]byte{0, 1, 2, 200, 130}, 300)...),
		"control rubbish":   bytes.Repeat([]byte{1, 2, 3, 'a'}, 100),
		"only zeros":        make([]byte, 1000),
		"broken utf-16":     append([]byte{0xFF, 0xFE}, bytes.Repeat([]byte{0x00, 0xD8}, 50)...),
		"unused 1252 bytes": bytes.Repeat([]byte{0x81, 0x8D, 'x'}, 100),
	} {
		if _, _, err := Decode(data); !fault.Is(err, "file-binary") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte("æøå"))
	f.Add([]byte{0xFF, 0xFE, 0x41})
	f.Fuzz(func(t *testing.T, data []byte) {
		text, _, err := Decode(data)
		if err == nil && strings.ContainsAny(text, "\r\x00") {
			t.Errorf("%q", text)
		}
	})
}
