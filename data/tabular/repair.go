package tabular

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Repair mends text whose UTF-8 was once taken for Windows-1252 ("LÃ¸ye" is
// "Løye"), line by line, also when it happened twice. A line is mended only
// when every letter of it goes back to bytes that are valid UTF-8 and the
// result is shorter; any other line is left as it is.
func Repair(text string) string {
	if !strings.ContainsAny(text, "ÃÂâÄÅ") {
		return text
	}
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		for range 2 {
			mended, ok := mend(line)
			if !ok {
				break
			}
			line = mended
		}
		lines[i] = line
	}
	return strings.Join(lines, "\n")
}

func mend(line string) (string, bool) {
	data := make([]byte, 0, len(line))
	for _, r := range line {
		b, ok := charmap.Windows1252.EncodeRune(r)
		if !ok {
			if r < 0x80 || r > 0x9F { // the five bytes that Windows-1252 leaves open pass as they are
				return line, false
			}
			b = byte(r)
		}
		data = append(data, b)
	}
	if !utf8.Valid(data) || len(data) >= len(line) {
		return line, false
	}
	return string(data), true
}
