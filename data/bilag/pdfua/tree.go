package pdfua

import (
	"fmt"

	"synlig/data/bilag/pdfua/rawpdf"
)

// element is one structure element.
type element struct {
	ref    rawpdf.Ref
	dict   rawpdf.Dict
	role   string // S as the file has it
	kind   string // the standard type it stands for; "" when there is none
	parent *element
	kids   []kid
}

func (e *element) String() string { return fmt.Sprintf("%s, %s", e.role, e.ref) }

// kid is one of: an element, marked content, an object such as an annotation.
type kid struct {
	element *element
	marked  *marked
	object  rawpdf.Ref
	page    rawpdf.Ref
}

// tree is the whole logical structure (ISO 32000-1, 14.7).
type tree struct {
	root     rawpdf.Ref
	dict     rawpdf.Dict
	top      []kid
	all      []*element // in the order of reading
	byRef    map[rawpdf.Ref]*element
	ofObject map[rawpdf.Ref]*element // by annotation
}

// maxElements and maxNesting bound the tree.
const (
	maxElements = 5_000_000
	maxNesting  = 300
)

// checkStructure reads the tree and holds every rule of it.
func (c *checker) checkStructure() {
	d := c.dict(c.catalog["StructTreeRoot"])
	t := &tree{dict: d, root: ref(c.catalog["StructTreeRoot"]), byRef: map[rawpdf.Ref]*element{}, ofObject: map[rawpdf.Ref]*element{}}
	c.tree = t
	if d == nil {
		return
	}
	c.wantType(d, "StructTreeRoot", "StructTreeRoot")
	t.top = c.readKids(t, nil, d["K"], 0)
	c.checkOwners()
	c.checkOrphans()
	c.checkParentTree()
	c.checkRoles()
	c.checkHeadings()
	c.checkShapes()
	c.checkTables()
	c.checkAttributes()
	c.checkTexts()
	c.checkIDs()
}

func (c *checker) readKids(t *tree, parent *element, o rawpdf.Object, depth int) []kid {
	list, isArray := c.get(o).(rawpdf.Array)
	if !isArray {
		if o == nil {
			return nil
		}
		list = rawpdf.Array{o}
	}
	var out []kid
	for _, item := range list {
		if k, ok := c.readKid(t, parent, item, depth); ok {
			out = append(out, k)
		}
	}
	return out
}

func (c *checker) readKid(t *tree, parent *element, o rawpdf.Object, depth int) (kid, bool) {
	at := "StructTreeRoot"
	if parent != nil {
		at = parent.String()
	}
	if id, ok := c.integer(o); ok && parent != nil {
		return c.content(parent, ref(parent.dict["Pg"]), rawpdf.Ref{}, id)
	}
	d, ok := c.get(o).(rawpdf.Dict)
	if !ok {
		c.flag("own 3", "kid-unknown", at, "a kid is %.40s", describe(c.get(o)))
		return kid{}, false
	}
	page := ref(d["Pg"])
	if page == (rawpdf.Ref{}) && parent != nil {
		page = ref(parent.dict["Pg"])
	}
	switch kind := c.name(d["Type"]); {
	case kind == "MCR" && parent != nil:
		id, _ := c.integer(d["MCID"])
		return c.content(parent, page, ref(d["Stm"]), id)
	case kind == "OBJR" && parent != nil:
		object := ref(d["Obj"])
		if c.pageOf[page] == nil || !c.file.Has(object) {
			c.flag("own 3", "object-reference", at, "an OBJR without its page or object")
		}
		if t.ofObject[object] != nil {
			c.flag("own 3", "object-twice", at, "%s is in two elements", object)
		}
		t.ofObject[object] = parent
		return kid{object: object, page: page}, true
	case kind == "StructElem" || kind == "" && d["S"] != nil:
		return c.readElement(t, parent, o, d, depth)
	}
	c.flag("own 3", "kid-unknown", at, "a kid of type %q", string(c.name(d["Type"])))
	return kid{}, false
}

// content finds the marked content that an element claims and makes it its own.
func (c *checker) content(parent *element, page, stream rawpdf.Ref, id int) (kid, bool) {
	at := page
	if stream != (rawpdf.Ref{}) {
		at = stream
	}
	s := c.scopes[at]
	if s == nil {
		c.flag("own 3", "mcid-page", parent.String(), "MCID %d without the page or stream it is on", id)
		return kid{}, false
	}
	m := s.byID[id]
	if m == nil {
		c.flag("own 2", "mcid-missing", parent.String(), "%s has no MCID %d", s.where, id)
		return kid{}, false
	}
	if m.owner != nil {
		c.flag("own 3", "mcid-shared", parent.String(), "MCID %d of %s belongs to %s too", id, s.where, m.owner)
		return kid{}, false
	}
	m.owner = parent
	return kid{marked: m, page: page}, true
}

func (c *checker) readElement(t *tree, parent *element, o rawpdf.Object, d rawpdf.Dict, depth int) (kid, bool) {
	r, indirect := o.(rawpdf.Ref)
	switch {
	case !indirect:
		c.flag("own 3", "element-direct", "StructTreeRoot", "an element that is no object of its own")
		return kid{}, false
	case t.byRef[r] != nil:
		c.flag("own 3", "element-twice", t.byRef[r].String(), "two elements have it as their kid")
		return kid{}, false
	case depth > maxNesting || len(t.all) >= maxElements:
		c.flag("own 3", "tree-depth", r.String(), "the structure is deeper or larger than this check follows")
		return kid{}, false
	}
	e := &element{ref: r, dict: d, role: string(c.name(d["S"])), parent: parent}
	t.byRef[r] = e
	t.all = append(t.all, e)
	above := t.root
	if parent != nil {
		above = parent.ref
	}
	if p := ref(d["P"]); p != above {
		c.flag("UA 7.1", "parent-pointer", e.String(), "P names %s, its parent is %s", p, above)
	}
	if tag := c.text(d["Lang"]); tag != "" {
		c.checkLanguage(e.String(), tag, false)
	}
	e.kids = c.readKids(t, e, d["K"], depth+1)
	return kid{element: e}, true
}

// checkOwners wants every marked content in the tree.
func (c *checker) checkOwners() {
	for _, s := range c.order {
		for _, m := range s.marks {
			if m.owner == nil && s.byID[m.id] == m {
				c.flag("UA 7.1", "mcid-orphan", s.where, "MCID %d is in no structure element", m.id)
			}
		}
	}
}

// checkOrphans wants every structure element of the file in the tree.
func (c *checker) checkOrphans() {
	for _, n := range c.file.Numbers() {
		r := rawpdf.Ref{Number: n}
		d, ok := c.get(r).(rawpdf.Dict)
		if ok && c.name(d["Type"]) == "StructElem" && c.tree.byRef[r] == nil {
			c.flag("own 3", "element-orphan", r.String(), "a %s that is in no element's kids", c.name(d["S"]))
		}
	}
}
