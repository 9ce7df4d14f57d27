package pdfua

import (
	"fmt"
	"sort"

	"synlig/data/bilag/pdfua/rawpdf"
)

// allowedActions are those of ISO 19005-2, 6.5.1, that paper has a use for.
var allowedActions = map[rawpdf.Name]bool{"GoTo": true, "URI": true, "GoToR": true, "Thread": true, "Named": true}

// scanObjects looks at every dictionary of the file for what may be nowhere in
// it, whether anything leads to it or not, and keeps every text.
func (c *checker) scanObjects() {
	if n := c.file.Numbers(); len(n) > 0 && n[len(n)-1] > 8_388_607 {
		c.flag("A 6.1.13", rawpdf.ProblemLimit, "file", "more objects than PDF/A allows")
	}
	for _, n := range c.file.Numbers() {
		r := rawpdf.Ref{Number: n}
		switch o := c.get(r).(type) {
		case *rawpdf.Stream:
			c.scanStream(o, r.String())
		default:
			c.scan(o, r.String(), 0)
		}
	}
}

func (c *checker) scanStream(s *rawpdf.Stream, at string) {
	for _, key := range []rawpdf.Name{"F", "FFilter", "FDecodeParms"} {
		if s.Dict[key] != nil {
			c.flag("A 6.1.7.1", "stream-external", at, "a stream with %s", key)
		}
	}
	c.checkFilterNames(s.Dict["Filter"], at)
	c.scan(s.Dict, at, 0)
}

func (c *checker) checkFilterNames(o rawpdf.Object, at string) {
	list := c.array(o)
	if list == nil {
		list = rawpdf.Array{o}
	}
	for _, item := range list {
		switch n := c.name(item); n {
		case "", "FlateDecode", "Fl", "ASCIIHexDecode", "AHx", "ASCII85Decode", "A85", "RunLengthDecode", "RL",
			"DCTDecode", "DCT", "CCITTFaxDecode", "CCF", "JBIG2Decode", "JPXDecode":
		default:
			c.flag("A 6.1.7.2", "filter", at, "filter %s", n)
		}
	}
}

// scan looks at one object and what is directly in it.
func (c *checker) scan(o rawpdf.Object, at string, depth int) {
	if depth > 100 {
		return
	}
	switch v := o.(type) {
	case rawpdf.String:
		c.keep(rawpdf.DecodeText(v))
	case rawpdf.Array:
		for _, item := range v {
			c.scan(item, at, depth+1)
		}
	case rawpdf.Dict:
		c.scanDict(v, at)
		for _, key := range sortedKeys(v) {
			c.scan(v[key], at, depth+1)
		}
	}
}

func (c *checker) scanDict(d rawpdf.Dict, at string) {
	kind := c.name(d["S"])
	switch {
	case kind == "JavaScript" || d["JS"] != nil:
		c.flag("A 6.5.1", "javascript", at, "JavaScript")
	case kind == "URI" && d["URI"] != nil, kind == "GoTo" && d["D"] != nil:
	case c.name(d["Type"]) == "Action" && !allowedActions[kind], forbiddenActions[kind] && c.name(d["Type"]) == "":
		c.flag("A 6.5.1", "action", at, "action %s", kind)
	case kind == "Named" && d["N"] != nil:
		switch n := c.name(d["N"]); n {
		case "NextPage", "PrevPage", "FirstPage", "LastPage":
		default:
			c.flag("A 6.5.1", "action", at, "named action %s", n)
		}
	}
	if c.dict(d["AA"]) != nil {
		c.flag("A 6.5.2", "action-additional", at, "additional actions (AA)")
	}
	if c.dict(d["EF"]) != nil || c.name(d["Type"]) == "EmbeddedFile" {
		c.flag("A 6.8", "embedded-files", at, "an embedded file")
	}
}

// forbiddenActions are those of ISO 19005-2, 6.5.1.
var forbiddenActions = map[rawpdf.Name]bool{
	"Launch": true, "Sound": true, "Movie": true, "ResetForm": true, "ImportData": true, "Hide": true,
	"SetOCGState": true, "Rendition": true, "Trans": true, "GoTo3DView": true, "SubmitForm": true,
}

func sortedKeys(d rawpdf.Dict) []rawpdf.Name {
	out := make([]rawpdf.Name, 0, len(d))
	for key := range d {
		out = append(out, key)
	}
	sort.Slice(out, func(i, j int) bool { return out[i] < out[j] })
	return out
}

// describe names an object in a finding, without its bytes.
func describe(o rawpdf.Object) string {
	switch v := o.(type) {
	case nil:
		return "nothing"
	case rawpdf.Name:
		return "/" + string(v)
	case rawpdf.String:
		return fmt.Sprintf("%q", rawpdf.DecodeText(v))
	case rawpdf.Array:
		if len(v) > 0 {
			return fmt.Sprintf("an array of %d, first %s", len(v), describe(v[0]))
		}
		return "an empty array"
	case rawpdf.Dict:
		return "a dictionary"
	case *rawpdf.Stream:
		return "a stream"
	}
	return fmt.Sprint(o)
}
