package pdfua

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

const (
	nsRDF       = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
	nsXML       = "http://www.w3.org/XML/1998/namespace"
	nsDC        = "http://purl.org/dc/elements/1.1/"
	nsXMP       = "http://ns.adobe.com/xap/1.0/"
	nsPDF       = "http://ns.adobe.com/pdf/1.3/"
	nsPDFA      = "http://www.aiim.org/pdfa/ns/id/"
	nsPDFUA     = "http://www.aiim.org/pdfua/ns/id/"
	nsExtension = "http://www.aiim.org/pdfa/ns/extension/"
	nsSchema    = "http://www.aiim.org/pdfa/ns/schema#"
	nsProperty  = "http://www.aiim.org/pdfa/ns/property#"
)

// predefined are the schemas that need no description (ISO 19005-2, 6.6.2.3.1).
var predefined = map[string]bool{
	nsDC: true, nsXMP: true, nsPDF: true, nsPDFA: true, nsExtension: true,
	"http://ns.adobe.com/xap/1.0/mm/": true, "http://ns.adobe.com/xap/1.0/rights/": true,
	"http://ns.adobe.com/xap/1.0/bj/": true, "http://ns.adobe.com/xap/1.0/t/pg/": true,
	"http://ns.adobe.com/xmp/1.0/DynamicMedia/": true, "http://ns.adobe.com/photoshop/1.0/": true,
	"http://ns.adobe.com/tiff/1.0/": true, "http://ns.adobe.com/exif/1.0/": true,
}

// xmp is a metadata packet.
type xmp struct {
	properties []property
	prefixes   map[string]string // by namespace
	extensions map[string]extension
	texts      []string // every text in it
}

type property struct{ ns, name, value string }

// extension describes a schema that is not predefined.
type extension struct {
	schema, prefix string
	properties     map[string]map[string]string // by name, then by field
}

// value is a property's text: of the default language, or its items joined by
// a comma and a space.
func (x *xmp) value(ns, name string) string {
	for _, p := range x.properties {
		if p.ns == ns && p.name == name {
			return p.value
		}
	}
	return ""
}

const maxNodes = 100_000

// readXMP reads a packet: well-formed XML in UTF-8 between its xpacket marks.
func readXMP(data []byte) (*xmp, error) {
	x := &xmp{prefixes: map[string]string{}, extensions: map[string]extension{}}
	root, err := x.parse(data)
	if err != nil {
		return nil, err
	}
	trimmed := bytes.TrimSpace(data)
	if !bytes.HasPrefix(trimmed, []byte("<?xpacket begin=")) || !bytes.Contains(trimmed[max(0, len(trimmed)-40):], []byte("<?xpacket end=")) {
		return nil, errors.New("the packet is not between its xpacket marks")
	}
	header, _, _ := bytes.Cut(trimmed, []byte("?>"))
	if bytes.Contains(header, []byte("bytes=")) || bytes.Contains(header, []byte("encoding=")) {
		return nil, errors.New("the packet's header has bytes or encoding")
	}
	rdf := find(root, nsRDF, "RDF")
	if rdf == nil {
		return nil, errors.New("the packet has no rdf:RDF")
	}
	for _, d := range rdf.children {
		x.describe(d)
	}
	return x, nil
}

// parse builds the elements and notes prefixes and texts on the way.
func (x *xmp) parse(data []byte) (*node, error) {
	decoder := xml.NewDecoder(bytes.NewReader(data))
	root := &node{}
	stack := []*node{root}
	for count := 0; ; count++ {
		token, err := decoder.Token()
		if err == io.EOF {
			return root, nil
		}
		if err != nil {
			return nil, err
		}
		if count > maxNodes || len(stack) > 100 {
			return nil, errors.New("the packet is larger than this reader follows")
		}
		top := stack[len(stack)-1]
		switch t := token.(type) {
		case xml.StartElement:
			n := &node{name: t.Name, attributes: append([]xml.Attr(nil), t.Attr...)}
			for _, a := range t.Attr {
				if a.Name.Space == "xmlns" {
					x.prefixes[a.Value] = a.Name.Local
				} else {
					x.texts = append(x.texts, a.Value)
				}
			}
			top.children = append(top.children, n)
			stack = append(stack, n)
		case xml.EndElement:
			stack = stack[:len(stack)-1]
			if top.text = strings.TrimSpace(top.text); top.text != "" {
				x.texts = append(x.texts, top.text)
			}
		case xml.CharData:
			top.text += string(t)
		case xml.Directive:
			return nil, fmt.Errorf("the packet has a declaration <!%.20s", t)
		}
	}
}

func find(n *node, ns, local string) *node {
	if n.name.Space == ns && n.name.Local == local {
		return n
	}
	for _, c := range n.children {
		if found := find(c, ns, local); found != nil {
			return found
		}
	}
	return nil
}

// describe takes the properties of one rdf:Description, elements or attributes.
func (x *xmp) describe(d *node) {
	for _, a := range d.attributes {
		if a.Name.Space != "" && a.Name.Space != "xmlns" && a.Name.Space != nsRDF && a.Name.Space != nsXML && a.Name.Space != "xml" {
			x.properties = append(x.properties, property{a.Name.Space, a.Name.Local, a.Value})
		}
	}
	for _, c := range d.children {
		if c.name.Space == nsExtension && c.name.Local == "schemas" {
			for _, item := range c.items() {
				x.extend(item)
			}
			continue
		}
		x.properties = append(x.properties, property{c.name.Space, c.name.Local, c.value()})
	}
}

func (x *xmp) extend(item *node) {
	e := extension{
		schema:     item.child(nsSchema, "schema").value(),
		prefix:     item.child(nsSchema, "prefix").value(),
		properties: map[string]map[string]string{},
	}
	for _, p := range item.child(nsSchema, "property").items() {
		fields := map[string]string{}
		for _, key := range []string{"valueType", "category", "description"} {
			fields[key] = p.child(nsProperty, key).value()
		}
		e.properties[p.child(nsProperty, "name").value()] = fields
	}
	x.extensions[item.child(nsSchema, "namespaceURI").value()] = e
}
