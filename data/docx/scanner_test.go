package docx

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
)

// events are what a reader of XML finds, in a form that can be compared.
func events(data []byte) (found []string, err error) {
	s := scanner{data: data, names: map[string]string{}}
	for {
		r, err := s.next()
		if err != nil {
			return found, err
		}
		switch r.kind {
		case finished:
			return found, nil
		case chars:
			if len(r.text) > 0 {
				found = append(found, "text "+string(r.text))
			}
		case closes:
			found = append(found, "end "+r.prefix+":"+r.name)
		case opens:
			line := "start " + r.prefix + ":" + r.name
			for _, a := range s.attrs {
				line += " " + a.prefix + ":" + a.name + "=" + a.text()
			}
			found = append(found, line)
			if s.empty {
				found = append(found, "end "+r.prefix+":"+r.name)
			}
		}
	}
}

// oracle is what encoding/xml finds.
func oracle(data []byte) (found []string, err error) {
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		t, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			return found, nil
		}
		if err != nil {
			return found, err
		}
		switch t := t.(type) {
		case xml.CharData:
			if len(t) > 0 {
				found = append(found, "text "+string(t))
			}
		case xml.EndElement:
			found = append(found, "end "+t.Name.Space+":"+t.Name.Local)
		case xml.StartElement:
			line := "start " + t.Name.Space + ":" + t.Name.Local
			for _, a := range t.Attr {
				line += " " + a.Name.Space + ":" + a.Name.Local + "=" + a.Value
			}
			found = append(found, line)
		case xml.Directive:
			return found, errDoctype
		}
	}
}

// joined puts pieces of text together: CDATA is a piece of its own to one.
func joined(events []string) string {
	var b strings.Builder
	inText := false
	for _, e := range events {
		text, ok := strings.CutPrefix(e, "text ")
		if !ok || !inText {
			b.WriteString("\n")
			b.WriteString(strings.TrimSuffix(e, text))
		}
		if ok {
			b.WriteString(text)
		}
		inText = ok
	}
	return b.String()
}

// FuzzScannerFindsWhatEncodingXMLFinds holds the scanner to the standard
// library's reader of XML.
func FuzzScannerFindsWhatEncodingXMLFinds(f *testing.F) {
	for _, seed := range []string{
		`<a/>`, `<w:p w:a="1" b='2'><w:t xml:space="preserve"> a &lt;&#xe6;&#230;&amp; </w:t></w:p>`, `<a><![CDATA[<b>]] >]]></a>`,
		`<a><!-- c --></a>`, `<a b="&quot;&apos;&gt;">x</a>`, "<a>\r\n\r</a>", `<a b=1/>`, `<a><b></a></b>`, `<a>]]></a>`, `<a>&x;</a>`, `<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>`,
		`<a:b:c/>`, `<:a/>`, `<a:/>`, `<1/>`, `<a b/>`, `<a b="<"/>`, "<a>\x01</a>", "<a>\xff</a>", `<a`, `<`, `</a>`, `<a/ >`, `<a b="1"c="2"/>`, `<a>&#0;&#x110000;</a>`, `<!---->`, `<!-- -- -->`, `<a>æ😀</a >`,
		`<?xml version="1.0" encoding="UTF-8"?><a/>`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := events(data)
		want, wantErr := oracle(data)
		switch {
		case err != nil && wantErr == nil:
			t.Fatalf("refused, and encoding/xml reads it: %v", err)
		case err == nil && wantErr == nil:
			if joined(got) != joined(want) {
				t.Fatalf("found\n%q, not\n%q", got, want)
			}
		case err == nil && !bytes.Contains(data, []byte("<?")) && !bytes.ContainsFunc(data, func(r rune) bool { return r >= 0x80 }):
			// Which letters a name may hold, and what an XML declaration says, is
			// of no concern here.
			t.Fatalf("read as %q, and encoding/xml refuses it: %v", got, wantErr)
		}
	})
}
