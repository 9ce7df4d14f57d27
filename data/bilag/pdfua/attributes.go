package pdfua

import (
	"strings"

	"synlig/data/bilag/pdfua/rawpdf"
)

// attribute is an element's attribute of that owner, from A or through C and the
// class map; nil when it has none.
func (c *checker) attribute(e *element, owner, key rawpdf.Name) rawpdf.Object {
	for _, d := range c.attributes(e) {
		if c.name(d["O"]) == owner && d[key] != nil {
			return c.get(d[key])
		}
	}
	return nil
}

// attributes are an element's attribute dictionaries.
func (c *checker) attributes(e *element) []rawpdf.Dict {
	lists := []rawpdf.Object{e.dict["A"]}
	classes := c.dict(c.tree.dict["ClassMap"])
	switch v := c.get(e.dict["C"]).(type) {
	case rawpdf.Name:
		lists = append(lists, classes[v])
	case rawpdf.Array:
		for _, o := range v {
			lists = append(lists, classes[c.name(o)])
		}
	}
	var out []rawpdf.Dict
	for _, o := range lists {
		dicts, isArray := c.get(o).(rawpdf.Array)
		if !isArray {
			dicts = rawpdf.Array{o}
		}
		for _, item := range dicts {
			if d := c.dict(item); d != nil { // else a revision number
				out = append(out, d)
			}
		}
	}
	return out
}

// checkTexts wants words where a picture, a formula or a heading needs them.
func (c *checker) checkTexts() {
	for _, e := range c.tree.all {
		words := strings.TrimSpace(c.text(e.dict["Alt"])) + strings.TrimSpace(c.text(e.dict["ActualText"]))
		switch {
		case e.kind == "Figure" && words == "":
			c.flag("UA 7.3", "figure-alt", e.String(), "neither Alt nor ActualText")
		case e.kind == "Formula" && words == "":
			c.flag("UA 7.7", "formula-alt", e.String(), "neither Alt nor ActualText")
		case e.level() >= 0 && words == "" && strings.TrimSpace(c.plain(e)) == "":
			c.flag("own 3", "heading-empty", e.String(), "a heading without words")
		}
	}
}

// checkIDs wants notes to have an ID, IDs to be there once, and the ID tree to
// lead to each of them.
func (c *checker) checkIDs() {
	byID := map[string]*element{}
	for _, e := range c.tree.all {
		id, _ := c.get(e.dict["ID"]).(rawpdf.String)
		switch {
		case id == "" && e.kind == "Note":
			c.flag("UA 7.9", "note-id", e.String(), "a Note without ID")
		case id == "":
		case byID[string(id)] != nil:
			c.flag("UA 7.9", "id-twice", e.String(), "ID %q is also %s's", string(id), byID[string(id)])
		default:
			byID[string(id)] = e
		}
	}
	if len(byID) == 0 {
		return
	}
	entries := c.nameTree(c.tree.dict["IDTree"])
	for _, e := range c.tree.all {
		id, _ := c.get(e.dict["ID"]).(rawpdf.String)
		if id != "" && byID[string(id)] == e && ref(entries[string(id)]) != e.ref {
			c.flag("own 3", "id-tree", e.String(), "IDTree does not lead from %q to it", string(id))
		}
	}
}

// nameTree flattens a name tree.
func (c *checker) nameTree(o rawpdf.Object) map[string]rawpdf.Object {
	out := map[string]rawpdf.Object{}
	c.walkNames(o, out, map[rawpdf.Ref]bool{}, 0)
	return out
}

func (c *checker) walkNames(o rawpdf.Object, out map[string]rawpdf.Object, seen map[rawpdf.Ref]bool, depth int) {
	r, indirect := o.(rawpdf.Ref)
	if depth > 30 || indirect && seen[r] {
		return
	}
	if indirect {
		seen[r] = true
	}
	d := c.dict(o)
	names := c.array(d["Names"])
	for i := 0; i+1 < len(names); i += 2 {
		if key, ok := c.get(names[i]).(rawpdf.String); ok {
			out[string(key)] = names[i+1]
		}
	}
	for _, kid := range c.array(d["Kids"]) {
		c.walkNames(kid, out, seen, depth+1)
	}
}
