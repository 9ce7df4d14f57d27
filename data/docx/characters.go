package docx

import (
	"bytes"
	"unicode/utf8"
)

// sound tells whether text holds only signs that XML allows, in UTF-8.
func sound(text []byte) bool {
	for i := 0; i < len(text); {
		c := text[i]
		switch {
		case c >= 0x20 && c < 0x80, c == '\t', c == '\n', c == '\r':
			i++
			continue
		case c < 0x20:
			return false
		}
		r, size := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && size == 1 || !allowed(r) {
			return false
		}
		i += size
	}
	return true
}

// allowed tells whether XML may hold a sign (XML 1.0, production 2).
func allowed(r rune) bool {
	return r == '\t' || r == '\n' || r == '\r' || r >= 0x20 && r <= 0xd7ff || r >= 0xe000 && r <= 0xfffd || r >= 0x10000 && r <= 0x10ffff
}

// entities are those that need no declaration; there are no others here.
var entities = map[string]byte{"lt": '<', "gt": '>', "amp": '&', "quot": '"', "apos": '\''}

// resolve appends text with its entities resolved and its line ends made one.
func resolve(to, text []byte) ([]byte, bool) {
	for {
		i := bytes.IndexByte(text, '&')
		if i < 0 {
			return lineEnds(to, text), true
		}
		to = lineEnds(to, text[:i])
		text = text[i+1:]
		end := bytes.IndexByte(text[:min(len(text), 16)], ';')
		if end < 1 {
			return nil, false
		}
		name := text[:end]
		text = text[end+1:]
		if c, ok := entities[string(name)]; ok {
			to = append(to, c)
			continue
		}
		r, ok := numeric(name)
		if !ok {
			return nil, false
		}
		to = utf8.AppendRune(to, r)
	}
}

// numeric is the sign of "#230" or "#xE6".
func numeric(name []byte) (rune, bool) {
	if name[0] != '#' {
		return 0, false
	}
	digits, base := name[1:], rune(10)
	if len(digits) > 0 && digits[0] == 'x' {
		digits, base = digits[1:], 16
	}
	if len(digits) == 0 {
		return 0, false
	}
	r := rune(0)
	for _, c := range digits {
		d := rune(c) - '0'
		switch {
		case c >= '0' && c <= '9':
		case base == 16 && c >= 'a' && c <= 'f':
			d = rune(c) - 'a' + 10
		case base == 16 && c >= 'A' && c <= 'F':
			d = rune(c) - 'A' + 10
		default:
			return 0, false
		}
		if r = r*base + d; r > 0x10ffff {
			return 0, false
		}
	}
	return r, allowed(r)
}

// lineEnds appends text with every line end as "\n".
func lineEnds(to, text []byte) []byte {
	for {
		i := bytes.IndexByte(text, '\r')
		if i < 0 {
			return append(to, text...)
		}
		to = append(append(to, text[:i]...), '\n')
		text = bytes.TrimPrefix(text[i+1:], []byte("\n"))
	}
}
