package pdfua

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"regexp"
	"strings"
	"testing"
)

// sample is a small tagged PDF built by hand, independent of the paper writer:
// named objects, so that a test can break one thing and leave the rest whole.
type sample struct {
	t       *testing.T
	order   []string
	body    map[string]string // dictionary or other object; "@name" is a reference
	stream  map[string][]byte // in clear; «text» is shown as two-byte codes
	delta   map[string]int    // added to a stream's Length
	raw     map[string]bool   // stored without Flate
	header  string
	trailer string // keys beside Size and Root
	packed  bool   // object streams and a cross-reference stream
	after   func([]byte) []byte
}

func (s *sample) add(name, body string) {
	if _, known := s.body[name]; !known {
		s.order = append(s.order, name)
	}
	s.body[name] = body
}

func (s *sample) addStream(name, body string, data []byte) {
	s.add(name, body)
	s.stream[name] = data
}

// edit replaces old by new in an object's dictionary, else in its stream; a test
// whose place is not found is wrong.
func (s *sample) edit(name, old, new string) {
	s.t.Helper()
	if strings.Contains(s.body[name], old) {
		s.body[name] = strings.Replace(s.body[name], old, new, 1)
		return
	}
	if !bytes.Contains(s.stream[name], []byte(old)) {
		s.t.Fatalf("%s does not hold %q", name, old)
	}
	s.stream[name] = bytes.Replace(s.stream[name], []byte(old), []byte(new), 1)
}

func (s *sample) number(name string) int {
	for i, n := range s.order {
		if n == name {
			return i + 1
		}
	}
	s.t.Fatalf("no object is called %q", name)
	return 0
}

var (
	references = regexp.MustCompile(`@[a-z0-9]+`)
	shownText  = regexp.MustCompile(`«[^»]*»`)
)

func (s *sample) resolve(body string) string {
	return references.ReplaceAllStringFunc(body, func(r string) string { return fmt.Sprintf("%d 0 R", s.number(r[1:])) })
}

// object is an object as it stands in the file, stream included.
func (s *sample) object(name string) []byte {
	data, isStream := s.stream[name]
	if !isStream {
		return []byte(s.resolve(s.body[name]))
	}
	data = shownText.ReplaceAllFunc(data, func(b []byte) []byte { return []byte(codes(string(b[len("«") : len(b)-len("»")]))) })
	filter := ""
	if !s.raw[name] {
		data, filter = deflate(data), "/Filter/FlateDecode"
	}
	head := strings.TrimSuffix(s.resolve(s.body[name]), ">>")
	return fmt.Appendf(nil, "%s%s/Length %d>>\nstream\n%s\nendstream", head, filter, len(data)+s.delta[name], data)
}

// codes is a text as the font's two-byte codes, in hexadecimal.
func codes(text string) string {
	var b strings.Builder
	b.WriteByte('<')
	for _, r := range text {
		fmt.Fprintf(&b, "%04X", r)
	}
	b.WriteByte('>')
	return b.String()
}

func deflate(data []byte) []byte {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	w.Write(data)
	w.Close()
	return b.Bytes()
}

// bytes assembles the file.
func (s *sample) bytes() []byte {
	var out bytes.Buffer
	out.WriteString(s.header)
	if s.packed {
		s.writePacked(&out)
	} else {
		s.writeClassic(&out)
	}
	pdf := out.Bytes()
	if s.after != nil {
		pdf = s.after(pdf)
	}
	return pdf
}

func (s *sample) writeClassic(out *bytes.Buffer) {
	var table strings.Builder
	fmt.Fprintf(&table, "xref\n0 %d\n0000000000 65535 f \n", len(s.order)+1)
	for i, name := range s.order {
		fmt.Fprintf(&table, "%010d 00000 n \n", out.Len())
		fmt.Fprintf(out, "%d 0 obj\n%s\nendobj\n", i+1, s.object(name))
	}
	start := out.Len()
	fmt.Fprintf(out, "%strailer\n<</Size %d/Root %s%s>>\nstartxref\n%d\n%%%%EOF\n",
		table.String(), len(s.order)+1, s.resolve("@catalog"), s.resolve(s.trailer), start)
}

// writePacked puts everything that is no stream into one object stream, and
// writes the cross-reference stream with a PNG predictor.
func (s *sample) writePacked(out *bytes.Buffer) {
	var index, body bytes.Buffer
	pack, xref := len(s.order)+1, len(s.order)+2
	rows := make([][6]byte, xref+1)
	place := 0
	for i, name := range s.order {
		n := i + 1
		if _, isStream := s.stream[name]; isStream {
			rows[n] = row(1, out.Len(), 0)
			fmt.Fprintf(out, "%d 0 obj\n%s\nendobj\n", n, s.object(name))
			continue
		}
		rows[n] = row(2, pack, place)
		place++
		fmt.Fprintf(&index, "%d %d ", n, body.Len())
		fmt.Fprintf(&body, "%s\n", s.object(name))
	}
	rows[pack] = row(1, out.Len(), 0)
	data := deflate(append(index.Bytes(), body.Bytes()...))
	fmt.Fprintf(out, "%d 0 obj\n<</Type/ObjStm/N %d/First %d/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream\nendobj\n", pack, place, index.Len(), len(data), data)
	start := out.Len()
	rows[xref] = row(1, start, 0)
	var table bytes.Buffer
	var above [6]byte
	for _, r := range rows { // predictor Up
		table.WriteByte(2)
		for i := range r {
			table.WriteByte(r[i] - above[i])
		}
		above = r
	}
	data = deflate(table.Bytes())
	fmt.Fprintf(out, "%d 0 obj\n<</Type/XRef/Size %d/W[1 4 1]/Root %s%s/DecodeParms<</Predictor 12/Columns 6>>/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n",
		xref, xref+1, s.resolve("@catalog"), s.resolve(s.trailer), len(data), data, start)
}

func row(kind byte, a, b int) (r [6]byte) {
	r[0], r[5] = kind, byte(b)
	binary.BigEndian.PutUint32(r[1:], uint32(a))
	return r
}
