package rawpdf

import (
	"errors"
	"strconv"
)

var errDeep = errors.New("objects nested deeper than this reader follows")

// name reads /Name, resolving #xx.
func (l *Lexer) name() Object {
	l.at++
	w := l.regular()
	out := make([]byte, 0, len(w))
	for i := 0; i < len(w); i++ {
		if w[i] == '#' && i+2 < len(w) && unhex(w[i+1]) >= 0 && unhex(w[i+2]) >= 0 {
			out = append(out, byte(unhex(w[i+1])<<4|unhex(w[i+2])))
			i += 2
			continue
		}
		out = append(out, w[i])
	}
	if len(out) > maxName {
		l.note(ProblemLimit, "name of "+strconv.Itoa(len(out))+" bytes")
	}
	return Name(out)
}

// hex reads <48656A>.
func (l *Lexer) hex() Object {
	l.at++
	out := make([]byte, 0, 64)
	digits, half, bad := 0, 0, false
	for l.at < len(l.data) && l.data[l.at] != '>' {
		b := l.data[l.at]
		l.at++
		if isSpace(b) {
			continue
		}
		v := unhex(b)
		if v < 0 {
			bad = true
			continue
		}
		if digits++; digits%2 == 0 {
			out = append(out, byte(half<<4|v))
		} else {
			half = v
		}
	}
	l.at = min(l.at+1, len(l.data))
	if digits%2 == 1 {
		out = append(out, byte(half<<4))
		bad = true
	}
	if bad {
		l.note(ProblemHex, "near offset "+strconv.Itoa(l.at))
	}
	return l.limited(out)
}

// literal reads (text), with nested parentheses and escapes.
func (l *Lexer) literal() Object {
	l.at++
	var out []byte
	for open := 1; l.at < len(l.data); {
		b := l.data[l.at]
		l.at++
		switch b {
		case '(':
			open++
		case ')':
			if open--; open == 0 {
				return l.limited(out)
			}
		case '\\':
			out = l.escape(out)
			continue
		case '\r': // any line end is one line feed
			if l.peek(0) == '\n' {
				l.at++
			}
			b = '\n'
		}
		out = append(out, b)
	}
	l.note(ProblemSyntax, "string without end")
	return l.limited(out)
}

func (l *Lexer) escape(out []byte) []byte {
	b := l.peek(0)
	l.at = min(l.at+1, len(l.data))
	switch b {
	case 'n':
		return append(out, '\n')
	case 'r':
		return append(out, '\r')
	case 't':
		return append(out, '\t')
	case 'b':
		return append(out, '\b')
	case 'f':
		return append(out, '\f')
	case '\n':
		return out
	case '\r':
		if l.peek(0) == '\n' {
			l.at++
		}
		return out
	}
	if b < '0' || b > '7' {
		return append(out, b)
	}
	v := int(b - '0')
	for i := 0; i < 2 && l.peek(0) >= '0' && l.peek(0) <= '7'; i++ {
		v = v<<3 | int(l.peek(0)-'0')
		l.at++
	}
	return append(out, byte(v))
}

func (l *Lexer) limited(b []byte) Object {
	if len(b) > maxString {
		l.note(ProblemLimit, "string of "+strconv.Itoa(len(b))+" bytes")
	}
	return String(b)
}

func unhex(b byte) int {
	switch {
	case b >= '0' && b <= '9':
		return int(b - '0')
	case b >= 'a' && b <= 'f':
		return int(b-'a') + 10
	case b >= 'A' && b <= 'F':
		return int(b-'A') + 10
	}
	return -1
}
