package pdfua

import (
	"slices"
	"strings"
)

// shape tells what may stand around and inside a type (ISO 32000-1, 14.8.4; the
// rules that PDF/UA-1's 7.2 rests on). An empty list allows everything.
type shape struct {
	parents  string
	kids     string
	caption  bool // a Caption may come first, in a table also last
	noInline bool // holds elements only, no text of its own
}

var shapes = map[string]shape{
	"Document": {noInline: true},
	"L":        {kids: "L LI Caption", caption: true, noInline: true},
	"LI":       {parents: "L", kids: "Lbl LBody", noInline: true},
	"LBody":    {parents: "LI"},
	"Table":    {kids: "TR THead TBody TFoot Caption", caption: true, noInline: true},
	"THead":    {parents: "Table", kids: "TR", noInline: true},
	"TBody":    {parents: "Table", kids: "TR", noInline: true},
	"TFoot":    {parents: "Table", kids: "TR", noInline: true},
	"TR":       {parents: "Table THead TBody TFoot", kids: "TH TD", noInline: true},
	"TH":       {parents: "TR"},
	"TD":       {parents: "TR"},
	"TOC":      {kids: "TOC TOCI Caption", caption: true, noInline: true},
	"TOCI":     {parents: "TOC"},
}

func among(list, kind string) bool {
	return list == "" || slices.Contains(strings.Fields(list), kind)
}

// checkShapes holds the nesting of lists, tables and tables of contents.
func (c *checker) checkShapes() {
	for _, e := range c.tree.all {
		s, ok := shapes[e.kind]
		if !ok {
			continue
		}
		if s.parents != "" && (e.parent == nil || !among(s.parents, e.parent.kind)) {
			c.flag("UA 7.2", "nesting", e.String(), "%s belongs in %s", e.kind, s.parents)
		}
		for i, k := range e.kids {
			switch {
			case k.element == nil:
				if s.noInline {
					c.flag("own 3", "content-in-group", e.String(), "%s holds content itself", e.kind)
				}
			case k.element.kind != "" && !among(s.kids, k.element.kind):
				c.flag("UA 7.2", "nesting", k.element.String(), "%s may not stand in %s", k.element.kind, e.kind)
			case k.element.kind == "Caption" && s.caption && i > 0 && (e.kind != "Table" || i < len(e.kids)-1):
				c.flag("UA 7.2", "caption-place", k.element.String(), "a Caption in the middle of %s", e.kind)
			}
		}
		switch e.kind {
		case "L":
			c.checkList(e)
		case "LI":
			if e.count("LBody") == 0 {
				c.flag("own 3", "list-body", e.String(), "a list item without LBody")
			}
		}
	}
}

// checkList wants labelled lists to say how they are numbered, which a reader
// announces.
func (c *checker) checkList(e *element) {
	labelled := false
	for _, k := range e.kids {
		if k.element != nil && k.element.kind == "LI" && k.element.count("Lbl") > 0 {
			labelled = true
		}
	}
	if labelled && c.attribute(e, "List", "ListNumbering") == nil {
		c.flag("UA 7.6", "list-numbering", e.String(), "labels, but no ListNumbering")
	}
}

// count is the number of kids of a standard type.
func (e *element) count(kind string) int {
	n := 0
	for _, k := range e.kids {
		if k.element != nil && k.element.kind == kind {
			n++
		}
	}
	return n
}
