package docx

import (
	"bytes"
	"errors"
	"unicode/utf8"
)

// scanner cuts XML into tags and text. It finds what encoding/xml finds, which
// the tests hold it to, but several times as fast: it makes no copies and reads
// the attributes only of those who ask. A text of 300 pages can have a million
// tags.
type scanner struct {
	data  []byte
	at    int
	names map[string]string // names met, so that each is made once
	attrs []attribute       // of the tag just met
	empty bool              // that tag is its own end
	wide  []byte            // lent to text that is not as it stands in the file
}

// attribute is an attribute as it stands in the file.
type attribute struct {
	prefix, name string
	value        []byte // entities and all
}

// text is the value with its entities resolved.
func (a attribute) text() string {
	if bytes.IndexByte(a.value, '&') < 0 && bytes.IndexByte(a.value, '\r') < 0 {
		return string(a.value)
	}
	value, _ := resolve(nil, a.value)
	return string(value)
}

var (
	errMalformed = errors.New("malformed XML")
	errDoctype   = errors.New("a document type")
)

// raw is what the scanner finds: a tag with its name, or text.
type raw struct {
	kind         kind
	prefix, name string
	text         []byte
}

// next is the next tag or text. Comments and instructions are passed over.
func (s *scanner) next() (raw, error) {
	for s.at < len(s.data) {
		if s.data[s.at] != '<' {
			return s.chars()
		}
		rest := s.data[s.at:]
		switch {
		case bytes.HasPrefix(rest, []byte("</")):
			return s.closing()
		case bytes.HasPrefix(rest, []byte("<?")):
			if err := s.instruction(); err != nil {
				return raw{}, err
			}
		case bytes.HasPrefix(rest, []byte("<!--")):
			if err := s.comment(); err != nil {
				return raw{}, err
			}
		case bytes.HasPrefix(rest, []byte("<![CDATA[")):
			return s.cdata()
		case bytes.HasPrefix(rest, []byte("<!")):
			return raw{}, errDoctype
		default:
			return s.opening()
		}
	}
	return raw{kind: finished}, nil
}

// chars is the text up to the next tag.
func (s *scanner) chars() (raw, error) {
	end := bytes.IndexByte(s.data[s.at:], '<')
	if end < 0 {
		end = len(s.data) - s.at
	}
	text := s.data[s.at : s.at+end]
	s.at += end
	if bytes.Contains(text, []byte("]]>")) || !sound(text) {
		return raw{}, errMalformed
	}
	if bytes.IndexByte(text, '&') >= 0 || bytes.IndexByte(text, '\r') >= 0 {
		var ok bool
		if s.wide, ok = resolve(s.wide[:0], text); !ok {
			return raw{}, errMalformed
		}
		text = s.wide
	}
	return raw{kind: chars, text: text}, nil
}

func (s *scanner) cdata() (raw, error) {
	s.at += len("<![CDATA[")
	end := bytes.Index(s.data[s.at:], []byte("]]>"))
	if end < 0 || !sound(s.data[s.at:s.at+end]) {
		return raw{}, errMalformed
	}
	text := s.data[s.at : s.at+end]
	s.at += end + len("]]>")
	if bytes.IndexByte(text, '\r') >= 0 {
		s.wide = lineEnds(s.wide[:0], text)
		text = s.wide
	}
	return raw{kind: chars, text: text}, nil
}

func (s *scanner) comment() error {
	s.at += len("<!--")
	end := bytes.Index(s.data[s.at:], []byte("--"))
	if end < 0 || !bytes.HasPrefix(s.data[s.at+end:], []byte("-->")) {
		return errMalformed
	}
	s.at += end + len("-->")
	return nil
}

func (s *scanner) instruction() error {
	s.at += len("<?")
	if _, _, ok := s.name(); !ok {
		return errMalformed
	}
	end := bytes.Index(s.data[s.at:], []byte("?>"))
	if end < 0 {
		return errMalformed
	}
	s.at += end + len("?>")
	return nil
}

func (s *scanner) closing() (raw, error) {
	s.at += len("</")
	prefix, name, ok := s.name()
	s.spaces()
	if !ok || s.at == len(s.data) || s.data[s.at] != '>' {
		return raw{}, errMalformed
	}
	s.at++
	return raw{kind: closes, prefix: prefix, name: name}, nil
}

func (s *scanner) opening() (raw, error) {
	s.at++
	prefix, name, ok := s.name()
	if !ok {
		return raw{}, errMalformed
	}
	s.attrs, s.empty = s.attrs[:0], false
	for {
		s.spaces()
		if s.at == len(s.data) {
			return raw{}, errMalformed
		}
		switch s.data[s.at] {
		case '>':
			s.at++
			return raw{kind: opens, prefix: prefix, name: name}, nil
		case '/':
			if s.at+1 == len(s.data) || s.data[s.at+1] != '>' {
				return raw{}, errMalformed
			}
			s.at += 2
			s.empty = true
			return raw{kind: opens, prefix: prefix, name: name}, nil
		}
		if !s.attribute() {
			return raw{}, errMalformed
		}
	}
}

func (s *scanner) attribute() bool {
	prefix, name, ok := s.name()
	s.spaces()
	if !ok || s.at == len(s.data) || s.data[s.at] != '=' {
		return false
	}
	s.at++
	s.spaces()
	if s.at == len(s.data) || s.data[s.at] != '"' && s.data[s.at] != '\'' {
		return false
	}
	quote := s.data[s.at]
	s.at++
	end := bytes.IndexByte(s.data[s.at:], quote)
	if end < 0 {
		return false
	}
	value := s.data[s.at : s.at+end]
	s.at += end + 1
	if bytes.IndexByte(value, '<') >= 0 || !sound(value) {
		return false
	}
	if bytes.IndexByte(value, '&') >= 0 {
		if s.wide, ok = resolve(s.wide[:0], value); !ok {
			return false
		}
	}
	s.attrs = append(s.attrs, attribute{prefix, name, value})
	return true
}

func (s *scanner) spaces() {
	for s.at < len(s.data) {
		switch s.data[s.at] {
		case ' ', '\t', '\r', '\n':
			s.at++
		default:
			return
		}
	}
}

// endsName are the bytes that a name cannot hold.
var endsName = func() (ends [256]bool) {
	for c := range 0x80 {
		letter := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-' || c == '.' || c == ':'
		ends[c] = !letter
	}
	return ends
}()

// name reads a name and cuts it at its colon.
func (s *scanner) name() (prefix, name string, ok bool) {
	from := s.at
	colon := -1
	for s.at < len(s.data) && !endsName[s.data[s.at]] {
		if s.data[s.at] == ':' {
			if colon >= 0 {
				return "", "", false
			}
			colon = s.at - from
		}
		s.at++
	}
	all := s.data[from:s.at]
	if len(all) == 0 || all[0] == '-' || all[0] == '.' || all[0] >= '0' && all[0] <= '9' || !utf8.Valid(all) {
		return "", "", false
	}
	if colon <= 0 || colon == len(all)-1 {
		return "", s.once(all), true
	}
	return s.once(all[:colon]), s.once(all[colon+1:]), true
}

// once is a name as a string, made once.
func (s *scanner) once(name []byte) string {
	if known, ok := s.names[string(name)]; ok {
		return known
	}
	made := string(name)
	if len(s.names) < 4096 { // names are few, unless somebody means harm
		s.names[made] = made
	}
	return made
}
