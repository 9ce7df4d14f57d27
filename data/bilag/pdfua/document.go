package pdfua

import (
	"regexp"
	"strings"

	"synlig/data/bilag/pdfua/rawpdf"
)

var languageTag = regexp.MustCompile(`^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$`)

// checkDocument holds the rules of the catalog, of the document's information
// and of its metadata.
func (c *checker) checkDocument() {
	const at = "catalog"
	c.wantType(c.catalog, "Catalog", at)
	c.report.Title = c.text(c.info["Title"])
	c.report.Lang = c.text(c.catalog["Lang"])
	c.checkLanguage(at, c.report.Lang, true)
	mark := c.dict(c.catalog["MarkInfo"])
	if !c.truth(mark["Marked"]) {
		c.flag("UA 7.1", "marked", at, "MarkInfo has no Marked true")
	}
	if c.truth(mark["Suspects"]) {
		c.flag("UA 7.1", "suspects", at, "MarkInfo has Suspects true")
	}
	if c.dict(c.catalog["StructTreeRoot"]) == nil {
		c.flag("UA 7.1", "structure-missing", at, "no StructTreeRoot")
	}
	if !c.truth(c.dict(c.catalog["ViewerPreferences"])["DisplayDocTitle"]) {
		c.flag("UA 7.1", "display-title", at, "ViewerPreferences has no DisplayDocTitle true")
	}
	if strings.TrimSpace(c.report.Title) == "" {
		c.flag("own 1", "title-missing", "Info", "no Title")
	}
	c.checkOptionalContent()
	s := c.stream(c.catalog["Metadata"])
	if s == nil {
		c.flag("A 6.6.2.1", "metadata-missing", at, "no Metadata stream")
		return
	}
	at2 := where(c.catalog["Metadata"])
	if c.name(s.Dict["Type"]) != "Metadata" || c.name(s.Dict["Subtype"]) != "XML" {
		c.flag("A 6.6.2.1", "metadata-type", at2, "the stream is not of Type Metadata and Subtype XML")
	}
	packet, err := readXMP(c.data(s, at2))
	if err != nil {
		c.flag("A 6.6.2.1", "xmp-malformed", at2, "%v", err)
		return
	}
	for _, text := range packet.texts {
		c.keep(text)
	}
	c.checkIdentification(packet, at2)
	c.checkExtensions(packet, at2)
	c.checkInformation(packet)
}

// checkLanguage wants a language tag; need tells that one must be there.
func (c *checker) checkLanguage(where, tag string, need bool) {
	switch {
	case tag == "" && need:
		c.flag("UA 7.2", "lang-missing", where, "no Lang")
	case tag != "" && !languageTag.MatchString(tag):
		c.flag("UA 7.2", "lang-syntax", where, "%q is no language tag", tag)
	}
}

func (c *checker) checkOptionalContent() {
	oc := c.dict(c.catalog["OCProperties"])
	if oc == nil {
		return
	}
	configurations := append(c.array(oc["Configs"]), oc["D"])
	for _, o := range configurations {
		d := c.dict(o)
		if c.text(d["Name"]) == "" || d["AS"] != nil {
			c.flag("UA 7.10", "optional-content", where(o), "a configuration without Name, or with AS")
		}
	}
}

// checkIdentification wants the packet to claim both standards.
func (c *checker) checkIdentification(x *xmp, at string) {
	if part := x.value(nsPDFUA, "part"); part != "1" {
		c.flag("UA 5", "pdfua-id", at, "pdfuaid:part is %q", part)
	}
	if part, level := x.value(nsPDFA, "part"), x.value(nsPDFA, "conformance"); part != "2" || level != "A" {
		c.flag("A 6.6.4", "pdfa-id", at, "pdfaid:part is %q and conformance %q", part, level)
	}
	for _, want := range []struct{ ns, prefix string }{{nsPDFUA, "pdfuaid"}, {nsPDFA, "pdfaid"}} {
		if prefix, ok := x.prefixes[want.ns]; ok && prefix != want.prefix {
			c.flag("UA 5", "id-prefix", at, "%s has the prefix %q", want.ns, prefix)
		}
	}
}

// checkExtensions wants every property outside XMP's own schemas described, which
// pdfuaid is not (ISO 19005-2, 6.6.2.3).
func (c *checker) checkExtensions(x *xmp, at string) {
	for _, p := range x.properties {
		if predefined[p.ns] {
			continue
		}
		d, ok := x.extensions[p.ns]
		switch field := d.properties[p.name]; {
		case !ok:
			c.flag("A 6.6.2.3", "extension-schema", at, "no extension schema describes %s", p.ns)
		case d.prefix != x.prefixes[p.ns] || d.schema == "":
			c.flag("A 6.6.2.3", "extension-schema", at, "the schema of %s has no name or the prefix %q", p.ns, d.prefix)
		case field["valueType"] == "" || field["description"] == "" || field["category"] != "internal" && field["category"] != "external":
			c.flag("A 6.6.2.3", "extension-schema", at, "the schema of %s does not describe %s", p.ns, p.name)
		}
	}
}

// checkInformation wants the document's information and the packet to agree, so
// that the title bar, the archive and a search find the same.
func (c *checker) checkInformation(x *xmp) {
	if title := x.value(nsDC, "title"); title != c.report.Title {
		c.flag("UA 7.1", "title-mismatch", "metadata", "dc:title is %q, Info has %q", title, c.report.Title)
	}
	for _, pair := range []struct {
		key      string
		ns, name string
	}{
		{"Author", nsDC, "creator"}, {"Subject", nsDC, "description"}, {"Keywords", nsPDF, "Keywords"},
		{"Producer", nsPDF, "Producer"}, {"Creator", nsXMP, "CreatorTool"},
	} {
		info, packet := c.text(c.info[rawpdf.Name(pair.key)]), x.value(pair.ns, pair.name)
		if info != packet {
			c.flag("own 1", "info-mismatch", "Info", "%s is %q, the packet has %q", pair.key, info, packet)
		}
	}
	for _, pair := range []struct{ key, name string }{{"CreationDate", "CreateDate"}, {"ModDate", "ModifyDate"}} {
		c.checkDate(pair.key, c.text(c.info[rawpdf.Name(pair.key)]), x.value(nsXMP, pair.name))
	}
}
