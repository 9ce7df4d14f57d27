package docx

import (
	"bytes"
	"errors"
	"slices"

	"golang.org/x/text/encoding/unicode"

	"synlig/data/fault"
)

// space is a namespace that means something here.
type space uint8

const (
	elsewhere space = iota
	wml             // WordprocessingML
	linking         // relationships
	compat          // markup compatibility: mc:AlternateContent
	math            // Office Math
)

// spaces are the names of the namespaces, transitional and strict.
var spaces = map[string]space{
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main":        wml,
	"http://purl.oclc.org/ooxml/wordprocessingml/main":                    wml,
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships": linking,
	"http://purl.oclc.org/ooxml/officeDocument/relationships":             linking,
	"http://schemas.openxmlformats.org/markup-compatibility/2006":         compat,
	"http://schemas.openxmlformats.org/officeDocument/2006/math":          math,
	"http://purl.oclc.org/ooxml/officeDocument/math":                      math,
}

// understood are the extensions whose elements may be met in a branch of
// mc:AlternateContent without anything being missed: drawings, which are left
// out in any case, and properties.
var understood = map[string]bool{
	"http://schemas.microsoft.com/office/word/2010/wordprocessingShape":  true,
	"http://schemas.microsoft.com/office/word/2010/wordprocessingGroup":  true,
	"http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas": true,
	"http://schemas.microsoft.com/office/word/2010/wordprocessingInk":    true,
	"http://schemas.microsoft.com/office/word/2010/wordml":               true,
	"http://schemas.microsoft.com/office/word/2012/wordml":               true,
	"http://schemas.microsoft.com/office/drawing/2010/main":              true,
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main":       true,
}

// maxDepth is how deep elements may nest. Word itself stops at some forty, and
// tables within tables at twenty more.
const maxDepth = 256

// kind is what a token is.
type kind uint8

const (
	opens kind = iota
	closes
	chars
	finished
)

// token is one step through a part. Its data is valid until the next step.
type token struct {
	kind  kind
	space space
	name  string
	attrs []attribute
	text  []byte
}

// markup walks a part of the file, one token after the other; no tree is built.
type markup struct {
	scanner scanner
	open    []tag // the elements around this place
	names   []binding
	cached  binding // the last one looked up
	closing bool    // the tag just met is its own end
}

// tag is the name of an element as the file writes it.
type tag struct{ prefix, name string }

// binding ties a prefix to a namespace, in the element at that depth.
type binding struct {
	depth       int
	prefix, uri string
	space       space
}

func newMarkup(data []byte) *markup {
	return &markup{scanner: scanner{data: data, names: map[string]string{}}}
}

// asUTF8 turns UTF-16, which the format allows, into UTF-8.
func asUTF8(data []byte) ([]byte, error) {
	if !bytes.HasPrefix(data, []byte{0xff, 0xfe}) && !bytes.HasPrefix(data, []byte{0xfe, 0xff}) {
		return bytes.TrimPrefix(data, []byte("\ufeff")), nil
	}
	return unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder().Bytes(data)
}

// next is the next token. A document type, which is where entities and their
// bombs would stand, is refused; so is what nests beyond maxDepth.
func (m *markup) next() (token, error) {
	if m.closing {
		m.closing = false
		return m.end(m.open[len(m.open)-1])
	}
	found, err := m.scanner.next()
	switch {
	case errors.Is(err, errDoctype):
		return token{}, fault.Wrap(err, "word-unsafe")
	case err != nil:
		return token{}, fault.Wrap(err, "word-broken")
	}
	switch found.kind {
	case opens:
		return m.start(tag{found.prefix, found.name})
	case closes:
		return m.end(tag{found.prefix, found.name})
	case finished:
		if len(m.open) > 0 {
			return token{}, fault.New("word-broken")
		}
	}
	return token{kind: found.kind, text: found.text}, nil
}

func (m *markup) start(t tag) (token, error) {
	if len(m.open) == maxDepth {
		return token{}, fault.New("word-unsafe")
	}
	m.open = append(m.open, t)
	m.closing = m.scanner.empty
	for _, a := range m.scanner.attrs {
		switch {
		case a.prefix == "xmlns":
			m.bind(a.name, a.text())
		case a.prefix == "" && a.name == "xmlns":
			m.bind("", a.text())
		}
	}
	return token{kind: opens, space: m.space(t.prefix), name: t.name, attrs: m.scanner.attrs}, nil
}

func (m *markup) end(t tag) (token, error) {
	depth := len(m.open)
	if depth == 0 || m.open[depth-1] != t {
		return token{}, fault.New("word-broken")
	}
	found := token{kind: closes, space: m.space(t.prefix), name: t.name}
	m.open = m.open[:depth-1]
	for len(m.names) > 0 && m.names[len(m.names)-1].depth == depth {
		m.names = m.names[:len(m.names)-1]
		m.cached = binding{}
	}
	return found, nil
}

func (m *markup) bind(prefix, uri string) {
	m.names = append(m.names, binding{len(m.open), prefix, uri, spaces[uri]})
	m.cached = binding{}
}

// lookUp is the innermost binding of a prefix.
func (m *markup) lookUp(prefix string) binding {
	if m.cached.depth > 0 && m.cached.prefix == prefix {
		return m.cached
	}
	for _, b := range slices.Backward(m.names) {
		if b.prefix == prefix {
			m.cached = b
			return b
		}
	}
	return binding{}
}

func (m *markup) space(prefix string) space { return m.lookUp(prefix).space }

// attr is the value of an attribute of that namespace, or without any.
func (m *markup) attr(t token, s space, name string) (string, bool) {
	for _, a := range t.attrs {
		if a.name == name && (a.prefix == "" || m.space(a.prefix) == s) {
			return a.text(), true
		}
	}
	return "", false
}

// val is the attribute w:val.
func (m *markup) val(t token) string {
	v, _ := m.attr(t, wml, "val")
	return v
}

// on is what a switch says: <w:b/> and <w:b w:val="1"/> are on.
func (m *markup) on(t token) bool {
	v, ok := m.attr(t, wml, "val")
	return !ok || v != "0" && v != "false" && v != "off"
}

// skip passes over what is left of the element just opened.
func (m *markup) skip() error { return m.each(func(token) error { return m.skip() }) }

// each hands every child element of the element just opened to do, which must
// walk through it to its end.
func (m *markup) each(do func(token) error) error {
	for {
		t, err := m.next()
		switch {
		case err != nil:
			return err
		case t.kind == closes:
			return nil
		case t.kind == opens:
			if err := do(t); err != nil {
				return err
			}
		}
	}
}

// root opens the outermost element, which must have that name.
func (m *markup) root(name string) error {
	for {
		t, err := m.next()
		switch {
		case err != nil:
			return err
		case t.kind == finished || t.kind == opens && t.name != name:
			return fault.New("word-broken")
		case t.kind == opens:
			return nil
		}
	}
}

// rest sees to it that what follows the outermost element is well formed, so
// that a file is broken or whole wherever its text ends.
func (m *markup) rest() error {
	for {
		t, err := m.next()
		if err != nil || t.kind == finished {
			return err
		}
		if t.kind != chars {
			return fault.New("word-broken")
		}
	}
}
