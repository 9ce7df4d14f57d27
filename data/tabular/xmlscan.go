package tabular

import (
	"bytes"
	"errors"
	"io"
	"strconv"
	"unicode/utf8"
)

// tokens cuts the XML of a workbook's part into tags and text without building
// a tree and without knowing namespaces: a tag's name is given without its
// prefix. A sheet of 45,000 × 80 cells has 18 million of them, which is why
// encoding/xml (some 150 ns and an allocation each) is not used here. It takes
// every well-formed document; of one that is not it makes no more than tags and
// text, and tells when it breaks off.
type tokens struct {
	in         io.Reader
	buffer     []byte
	start, end int
	drained    bool
	err        error
	depth      int

	kind   tokenKind
	name   []byte // of a tag
	attrs  []byte // of an opening tag, as they stand
	text   []byte // of text, entities not yet resolved
	closed bool   // the opening tag closes itself
	cdata  bool   // the text is literal
}

type tokenKind uint8

const (
	opening tokenKind = iota
	closing
	characters
)

const maxToken = 16 << 20

var errXML = errors.New("XML breaks off or is not well-formed")

func newTokens(in io.Reader) *tokens { return &tokens{in: in} }

// next reads one token; false at the end and after an error, see err.
func (t *tokens) next() bool {
	for t.err == nil {
		rest := t.buffer[t.start:t.end]
		if len(rest) > 0 {
			used, ok := t.cut(rest)
			t.start += used
			if ok {
				return true
			}
			if used > 0 {
				continue
			}
		}
		if t.drained {
			if len(rest) > 0 || t.depth > 0 {
				t.err = errXML
			}
			return false
		}
		if len(rest) > maxToken {
			t.err = errXML
			return false
		}
		t.fill()
	}
	return false
}

func (t *tokens) fill() {
	kept := copy(t.buffer, t.buffer[t.start:t.end])
	t.start, t.end = 0, kept
	if cap(t.buffer)-kept < 32<<10 {
		t.buffer = append(t.buffer[:kept], make([]byte, max(64<<10, kept))...)
	}
	t.buffer = t.buffer[:cap(t.buffer)]
	n, err := io.ReadAtLeast(t.in, t.buffer[kept:], 1)
	t.end = kept + n
	if errors.Is(err, io.EOF) {
		t.drained = true
	} else if err != nil {
		t.err = err
	}
}

// cut takes one token off rest. ok is false where more is needed (used 0) or
// where what was used is nothing anybody asked for: a comment, a declaration.
func (t *tokens) cut(rest []byte) (used int, ok bool) {
	if rest[0] != '<' {
		n := bytes.IndexByte(rest, '<')
		if n < 0 {
			if !t.drained {
				return 0, false
			}
			n = len(rest)
		}
		t.kind, t.text, t.cdata = characters, rest[:n], false
		return n, true
	}
	if len(rest) < 2 {
		return 0, false
	}
	switch rest[1] {
	case '?':
		return through(rest, "?>"), false
	case '!':
		return t.cutSpecial(rest)
	}
	n := tagEnd(rest)
	if n < 0 {
		return 0, false
	}
	t.tag(rest[1:n])
	return n + 1, true
}

func (t *tokens) cutSpecial(rest []byte) (used int, ok bool) {
	const literal = "<![CDATA["
	switch {
	case len(rest) < len(literal):
		return 0, false
	case bytes.HasPrefix(rest, []byte("<!--")):
		return through(rest, "-->"), false
	case bytes.HasPrefix(rest, []byte(literal)):
		n := through(rest, "]]>")
		if n == 0 {
			return 0, false
		}
		t.kind, t.text, t.cdata = characters, rest[len(literal):n-3], true
		return n, true
	}
	return through(rest, ">"), false
}

func through(rest []byte, ending string) int {
	n := bytes.Index(rest, []byte(ending))
	if n < 0 {
		return 0
	}
	return n + len(ending)
}

// tagEnd is the place of the > that ends a tag; one may stand in an attribute.
func tagEnd(rest []byte) int {
	n := bytes.IndexByte(rest, '>')
	if n < 0 || bytes.Count(rest[:n], []byte{'"'})%2 == 0 && bytes.IndexByte(rest[:n], '\'') < 0 {
		return n
	}
	var quote byte
	for i, c := range rest {
		switch {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>':
			return i
		}
	}
	return -1
}

func (t *tokens) tag(inner []byte) {
	t.kind, t.closed = opening, false
	if len(inner) > 0 && inner[0] == '/' {
		t.kind, inner = closing, inner[1:]
		t.depth--
		t.name = local(bytes.TrimRight(inner, " \t\r\n"))
		return
	}
	if n := len(inner); n > 0 && inner[n-1] == '/' {
		t.closed, inner = true, inner[:n-1]
	} else {
		t.depth++
	}
	n := bytes.IndexAny(inner, " \t\r\n")
	if n < 0 {
		n = len(inner)
	}
	t.name, t.attrs = local(inner[:n]), inner[n:]
}

func local(name []byte) []byte {
	return name[bytes.IndexByte(name, ':')+1:]
}

// attr is the value of an attribute of the opening tag, prefix aside; entities
// are not resolved. nil when there is none.
func (t *tokens) attr(name string) []byte {
	rest := t.attrs
	for {
		eq := bytes.IndexByte(rest, '=')
		if eq < 0 {
			return nil
		}
		key := local(bytes.TrimSpace(rest[:eq]))
		rest = bytes.TrimLeft(rest[eq+1:], " \t\r\n")
		if len(rest) == 0 || rest[0] != '"' && rest[0] != '\'' {
			return nil
		}
		n := bytes.IndexByte(rest[1:], rest[0])
		if n < 0 {
			return nil
		}
		if string(key) == name {
			return rest[1 : n+1]
		}
		rest = rest[n+2:]
	}
}

var entities = map[string]byte{"amp": '&', "lt": '<', "gt": '>', "quot": '"', "apos": '\''}

// resolve appends text to out with its entities resolved. What is no entity
// stays as it stands.
func resolve(out, text []byte) []byte {
	for {
		i := bytes.IndexByte(text, '&')
		if i < 0 {
			return append(out, text...)
		}
		out, text = append(out, text[:i]...), text[i:]
		n := bytes.IndexByte(text[:min(len(text), 12)], ';')
		r, ok := rune(0), false
		if n > 1 {
			r, ok = entity(string(text[1:n]))
		}
		if !ok {
			out, text = append(out, '&'), text[1:]
			continue
		}
		out, text = utf8.AppendRune(out, r), text[n+1:]
	}
}

func entity(name string) (rune, bool) {
	if b, ok := entities[name]; ok {
		return rune(b), true
	}
	if name[0] != '#' || len(name) < 2 {
		return 0, false
	}
	digits, base := name[1:], 10
	if digits[0] == 'x' || digits[0] == 'X' {
		digits, base = digits[1:], 16
	}
	n, err := strconv.ParseUint(digits, base, 21)
	return rune(n), err == nil
}

// unescape resolves the _x000D_ that Excel writes for a character XML has no
// room for (ECMA-376 part 1, 22.9.2.19), in place.
func unescape(text []byte) []byte {
	if !bytes.Contains(text, []byte("_x")) {
		return text
	}
	out := text[:0]
	for i := 0; i < len(text); i++ {
		if i+7 <= len(text) && text[i] == '_' && text[i+1] == 'x' && text[i+6] == '_' {
			if n, err := strconv.ParseUint(string(text[i+2:i+6]), 16, 16); err == nil {
				if r := rune(n); utf8.ValidRune(r) {
					out = utf8.AppendRune(out, r)
					i += 6
					continue
				}
			}
		}
		out = append(out, text[i])
	}
	return out
}
