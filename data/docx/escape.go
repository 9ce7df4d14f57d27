package docx

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// escape writes text so that XML reads it as it is. What XML cannot hold is
// left out.
func escape(s string) string {
	var b strings.Builder
	escapeInto(&b, s)
	return b.String()
}

func escapeInto(b *strings.Builder, s string) {
	from := 0
	for i, r := range s {
		with := ""
		switch {
		case r == '&':
			with = "&amp;"
		case r == '<':
			with = "&lt;"
		case r == '>':
			with = "&gt;"
		case r == '"':
			with = "&quot;"
		case r == '\t' || r == '\n' || r == '\r':
			with = " "
		case r >= 0x20 && r < 0xfffe && r != utf8.RuneError || r > 0xffff:
			continue
		}
		size := utf8.RuneLen(r)
		if r == utf8.RuneError {
			_, size = utf8.DecodeRuneInString(s[i:])
		}
		b.WriteString(s[from:i])
		b.WriteString(with)
		from = i + size
	}
	b.WriteString(s[from:])
}

// xmlHead begins every part.
const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// The namespaces of Word's parts.
const namespaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ` +
	`xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`

func itoa(n int) string { return strconv.Itoa(n) }
