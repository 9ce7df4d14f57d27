package rawpdf

import (
	"bytes"
	"io"
)

// Bounds of ISO 19005-2, 6.1.13, and of this reader.
const (
	maxName   = 127
	maxString = 32767
	maxDepth  = 100
)

// Lexer reads objects one after the other from a file's body or a content
// stream. The zero value is not usable; take NewContent.
type Lexer struct {
	data  []byte
	at    int
	depth int
	refs  bool // "1 0 R" is a reference
	note  func(code, detail string)
}

// NewContent reads a content stream: operands come as objects and operators as
// Keyword. note is told of bad syntax and may not be nil.
func NewContent(data []byte, note func(code, detail string)) *Lexer {
	return &Lexer{data: data, note: note}
}

// Pos is the offset of the next byte to read; Skip moves it on by n bytes.
func (l *Lexer) Pos() int { return l.at }

// Skip moves on by n bytes, at most to the end.
func (l *Lexer) Skip(n int) { l.at = min(len(l.data), l.at+max(0, n)) }

// Rest is what has not been read; the caller must not change it.
func (l *Lexer) Rest() []byte { return l.data[l.at:] }

// Next reads one object or operator; io.EOF at the end.
func (l *Lexer) Next() (Object, error) {
	l.space()
	if l.at >= len(l.data) {
		return nil, io.EOF
	}
	switch b := l.data[l.at]; {
	case b == '/':
		return l.name(), nil
	case b == '(':
		return l.literal(), nil
	case b == '<' && l.peek(1) == '<':
		l.at += 2
		return l.dict()
	case b == '<':
		return l.hex(), nil
	case b == '[':
		l.at++
		return l.array()
	case b == '>' && l.peek(1) == '>':
		l.at += 2
		return Keyword(">>"), nil
	case b == ']' || b == '>' || b == ')' || b == '{' || b == '}':
		l.at++
		return Keyword(string(b)), nil
	case b == '+' || b == '-' || b == '.' || b >= '0' && b <= '9':
		return l.number(), nil
	}
	return l.word(), nil
}

func (l *Lexer) peek(ahead int) byte {
	if l.at+ahead < len(l.data) {
		return l.data[l.at+ahead]
	}
	return 0
}

// space passes white space and comments.
func (l *Lexer) space() {
	for l.at < len(l.data) {
		switch b := l.data[l.at]; {
		case isSpace(b):
			l.at++
		case b == '%':
			end := bytes.IndexAny(l.data[l.at:], "\r\n")
			if end < 0 {
				end = len(l.data) - l.at
			}
			l.at += end
		default:
			return
		}
	}
}

// regular reads the run of regular characters that starts here.
func (l *Lexer) regular() []byte {
	start := l.at
	for l.at < len(l.data) && !isSpace(l.data[l.at]) && !isDelimiter(l.data[l.at]) {
		l.at++
	}
	return l.data[start:l.at]
}

func (l *Lexer) word() Object {
	switch w := string(l.regular()); w {
	case "null":
		return nil
	case "true":
		return true
	case "false":
		return false
	default:
		return Keyword(w)
	}
}

func isSpace(b byte) bool {
	return b == ' ' || b == '\n' || b == '\r' || b == '\t' || b == '\f' || b == 0
}

func isDelimiter(b byte) bool {
	switch b {
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return true
	}
	return false
}

func clip(s string) string {
	if len(s) > 40 {
		return s[:40] + "…"
	}
	return s
}
