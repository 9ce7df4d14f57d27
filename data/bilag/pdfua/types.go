package pdfua

import "synlig/data/bilag/pdfua/rawpdf"

// standardTypes are those of ISO 32000-1, 14.8.4. true: inline, so that its text
// runs on in the block around it.
var standardTypes = map[string]bool{
	"Document": false, "Part": false, "Art": false, "Sect": false, "Div": false, "BlockQuote": false,
	"Caption": false, "TOC": false, "TOCI": false, "Index": false, "NonStruct": true, "Private": true,
	"P": false, "H": false, "H1": false, "H2": false, "H3": false, "H4": false, "H5": false, "H6": false,
	"L": false, "LI": false, "Lbl": false, "LBody": false,
	"Table": false, "TR": false, "TH": false, "TD": false, "THead": false, "TBody": false, "TFoot": false,
	"Span": true, "Quote": true, "Note": true, "Reference": true, "BibEntry": true, "Code": true,
	"Link": true, "Annot": true, "Ruby": true, "RB": true, "RT": true, "RP": true,
	"Warichu": true, "WT": true, "WP": true, "Figure": false, "Formula": false, "Form": false,
}

// block tells that an element's text is a block of its own. A label is one in a
// list item, and part of the line in a note or a table of contents.
func (e *element) block() bool {
	if e.kind == "Lbl" {
		return e.parent != nil && e.parent.kind == "LI"
	}
	return e.kind == "" || !standardTypes[e.kind]
}

// checkRoles gives every element its standard type, through RoleMap.
func (c *checker) checkRoles() {
	roles := c.dict(c.tree.dict["RoleMap"])
	for _, from := range sortedKeys(roles) {
		if _, standard := standardTypes[string(from)]; standard {
			c.flag("UA 7.1", "role-standard", "RoleMap", "the standard type %s is mapped to %s", from, c.name(roles[from]))
		}
		if _, cycle := c.standard(roles, string(from)); cycle {
			c.flag("UA 7.1", "role-cycle", "RoleMap", "%s is mapped in a circle", from)
		}
	}
	for _, e := range c.tree.all {
		kind, cycle := c.standard(roles, e.role)
		e.kind = kind
		if kind == "" && !cycle {
			c.flag("UA 7.1", "role-unmapped", e.String(), "neither standard nor mapped to a standard type")
		}
	}
}

// standard follows RoleMap from a role to a standard type.
func (c *checker) standard(roles rawpdf.Dict, role string) (kind string, cycle bool) {
	for range len(roles) + 1 {
		if _, ok := standardTypes[role]; ok {
			return role, false
		}
		next, ok := c.get(roles[rawpdf.Name(role)]).(rawpdf.Name)
		if !ok {
			return "", false
		}
		role = string(next)
	}
	return "", true
}

// checkHeadings wants H1 first, no level skipped on the way down, and text.
func (c *checker) checkHeadings() {
	last, plain := 0, false
	for _, e := range c.tree.all {
		level := e.level()
		if level < 0 {
			continue
		}
		if level == 0 {
			plain = true
			continue
		}
		switch {
		case last == 0 && level != 1:
			c.flag("UA 7.4.2", "heading-first", e.String(), "the first heading is %s", e.kind)
		case last > 0 && level > last+1:
			c.flag("UA 7.4.2", "heading-skip", e.String(), "%s after H%d", e.kind, last)
		}
		last = level
	}
	if plain && last > 0 {
		c.flag("UA 7.4.4", "heading-mixed", "StructTreeRoot", "both H and H1 to H6")
	}
}

// level is a heading's level, 0 for H and −1 for what is no heading.
func (e *element) level() int {
	switch {
	case e.kind == "H":
		return 0
	case len(e.kind) == 2 && e.kind[0] == 'H' && e.kind[1] >= '1' && e.kind[1] <= '6':
		return int(e.kind[1] - '0')
	}
	return -1
}
