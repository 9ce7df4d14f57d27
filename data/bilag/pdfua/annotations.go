package pdfua

import (
	"strings"

	"synlig/data/bilag/pdfua/rawpdf"
)

// Flags of ISO 32000-1, table 165.
const (
	flagInvisible = 1 << 0
	flagHidden    = 1 << 1
	flagPrint     = 1 << 2
	flagNoView    = 1 << 5
	flagToggle    = 1 << 8
)

// checkAnnotations holds the rules of links and of everything else that is laid
// over a page.
func (c *checker) checkAnnotations() {
	onPage := map[rawpdf.Ref]bool{}
	for _, p := range c.pages {
		list := c.array(p.dict["Annots"])
		if tabs := c.name(p.dict["Tabs"]); len(list) > 0 && tabs != "S" {
			c.flag("UA 7.18.3", "page-tabs", p.String(), "Tabs is %q, not S", string(tabs))
		}
		for _, o := range list {
			onPage[ref(o)] = true
			if d := c.dict(o); d == nil {
				c.flag("own 4", "annotation-missing", p.String(), "Annots names no dictionary")
			} else if c.name(d["Subtype"]) != "Popup" {
				c.checkAnnotation(p, o, d)
			}
		}
	}
	for _, n := range c.file.Numbers() {
		r := rawpdf.Ref{Number: n}
		if d, ok := c.get(r).(rawpdf.Dict); ok && c.name(d["Type"]) == "Annot" && !onPage[r] {
			c.flag("own 4", "annotation-orphan", r.String(), "an annotation on no page")
		}
	}
	for _, e := range c.tree.all {
		if e.kind == "Link" {
			c.checkLinkElement(e)
		}
	}
}

func (c *checker) checkAnnotation(p *page, o rawpdf.Object, d rawpdf.Dict) {
	at := where(o) + ", " + p.String()
	kind := c.name(d["Subtype"])
	flags, ok := c.integer(d["F"])
	if !ok || flags&flagPrint == 0 || flags&(flagInvisible|flagHidden|flagNoView|flagToggle) != 0 {
		c.flag("A 6.3.2", "annotation-flags", at, "F is %s; it must print and not hide", describe(c.get(d["F"])))
	}
	c.checkRect(p, d, at)
	if strings.TrimSpace(c.text(d["Contents"])) == "" {
		c.flag("UA 7.18.5", "annotation-contents", at, "no Contents to read out")
	}
	if _, ok := c.integer(d["StructParent"]); !ok {
		c.flag("UA 7.18.1", "annotation-parent", at, "no StructParent")
	}
	if owner := d["P"]; owner != nil && ref(owner) != p.ref {
		c.flag("own 4", "annotation-page", at, "P names %s", where(owner))
	}
	want := "Annot"
	switch kind {
	case "Link":
		want = "Link"
		c.checkLink(p, d, at)
	case "Widget":
		want = "Form"
	case "3D", "Sound", "Screen", "Movie", "":
		c.flag("A 6.3.1", "annotation-kind", at, "an annotation of type %q", string(kind))
	}
	if kind != "Link" && d["AP"] == nil {
		c.flag("A 6.3.3", "annotation-appearance", at, "no appearance")
	}
	switch e := c.tree.ofObject[ref(o)]; {
	case e == nil:
		c.flag("UA 7.18.1", "annotation-untagged", at, "no OBJR leads to it")
	case e.kind != want:
		c.flag("UA 7.18.5", "annotation-element", at, "in %s, not in %s", e, want)
	}
	if d["BS"] == nil && kind == "Link" && d["Border"] == nil && d["AP"] == nil {
		c.flag("own 4", "link-border", at, "neither Border nor BS: readers draw a box")
	}
}

// checkLink wants a link to lead somewhere, and notes it.
func (c *checker) checkLink(p *page, d rawpdf.Dict, at string) {
	link := Link{Page: p.number, Contents: c.text(d["Contents"])}
	action := c.dict(d["A"])
	switch {
	case d["Dest"] != nil:
		link.Target = c.checkDestination(d["Dest"], at)
	case c.name(action["S"]) == "GoTo":
		link.Target = c.checkDestination(action["D"], at)
	case c.name(action["S"]) == "URI":
		link.Target = c.text(action["URI"])
		if scheme, rest, ok := strings.Cut(link.Target, ":"); !ok || scheme == "" || rest == "" {
			c.flag("own 4", "link-address", at, "%q is no full address", link.Target)
		}
	default:
		c.flag("own 4", "destination", at, "a link without destination or address")
	}
	c.report.Links = append(c.report.Links, link)
}

// checkLinkElement wants a Link to hold its annotation and something to read.
func (c *checker) checkLinkElement(e *element) {
	annotations := 0
	for _, k := range e.kids {
		if c.name(c.dict(k.object)["Subtype"]) == "Link" {
			annotations++
			if d := c.dict(k.object); ref(d["P"]) != k.page && d["P"] != nil {
				c.flag("own 4", "annotation-page", e.String(), "its OBJR names %s, the annotation another page", k.page)
			}
		}
	}
	if annotations == 0 {
		c.flag("UA 7.18.5", "link-empty", e.String(), "no link annotation in a Link")
	}
	if c.plain(e) == "" && c.text(e.dict["Alt"])+c.text(e.dict["ActualText"]) == "" && e.count("Figure") == 0 {
		c.flag("own 4", "link-text", e.String(), "a Link without words")
	}
}
