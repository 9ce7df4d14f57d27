package tags

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"
)

// leaf is how many keys a leaf of the parent tree holds.
const leaf = 64

// Objects writes the tree. alloc gives object numbers, pageObject the object
// of a page by index, and put takes a finished object. It returns the number
// of the StructTreeRoot. Pages have their index as StructParents; annotations
// get their Key and Object here, so it comes before they are written.
func (t *Tree) Objects(alloc func() int, pageObject func(page int) int, put func(object int, body []byte)) int {
	root, parents := alloc(), alloc()
	var elems []*Elem
	elems = t.number(t.Root, alloc, elems)
	for i, a := range t.annotations {
		a.Object, a.Key = alloc(), len(t.pages)+i
	}
	for _, e := range elems {
		put(e.object, e.body(root, pageObject))
	}
	put(parents, t.parentTree(alloc, put))
	put(root, t.rootBody(parents))
	return root
}

func (t *Tree) number(e *Elem, alloc func() int, elems []*Elem) []*Elem {
	e.object = alloc()
	elems = append(elems, e)
	for _, k := range e.kids {
		if k.elem != nil {
			elems = t.number(k.elem, alloc, elems)
		}
	}
	return elems
}

func (t *Tree) rootBody(parents int) []byte {
	b := []byte("<</Type/StructTreeRoot/K[")
	b = reference(b, t.Root.object)
	b = append(b, "]/ParentTree "...)
	b = reference(b, parents)
	b = append(b, "/ParentTreeNextKey "...)
	b = strconv.AppendInt(b, int64(len(t.pages)+len(t.annotations)), 10)
	b = append(b, "/RoleMap<<"...)
	for _, r := range roles {
		b = append(b, "/"+string(r.own)+"/"+string(r.standard)...)
	}
	return append(b, ">>>>"...)
}

// parentTree leads from marks and annotations back to their elements.
func (t *Tree) parentTree(alloc func() int, put func(int, []byte)) []byte {
	total := len(t.pages) + len(t.annotations)
	tree := []byte("<</Kids[")
	for from := 0; from < total; from += leaf {
		object := alloc()
		put(object, t.leafBody(from, min(from+leaf, total)))
		tree = reference(tree, object)
		tree = append(tree, ' ')
	}
	return append(tree, "]>>"...)
}

func (t *Tree) leafBody(from, to int) []byte {
	b := []byte("<</Limits[")
	b = strconv.AppendInt(b, int64(from), 10)
	b = append(b, ' ')
	b = strconv.AppendInt(b, int64(to-1), 10)
	b = append(b, "]/Nums["...)
	for key := from; key < to; key++ {
		b = strconv.AppendInt(b, int64(key), 10)
		if key >= len(t.pages) {
			b = append(b, ' ')
			b = reference(b, t.annotations[key-len(t.pages)].Elem.object)
			b = append(b, '\n')
			continue
		}
		b = append(b, '[')
		for _, e := range t.pages[key] {
			b = reference(b, e.object)
			b = append(b, ' ')
		}
		b = append(b, "]\n"...)
	}
	return append(b, "]>>"...)
}

// body is the element's dictionary.
func (e *Elem) body(root int, pageObject func(int) int) []byte {
	b := make([]byte, 0, 96+16*len(e.kids))
	b = append(b, "<</Type/StructElem/S/"+string(e.Type)+"/P "...)
	if e.parent != nil {
		b = reference(b, e.parent.object)
	} else {
		b = reference(b, root)
	}
	page := e.firstPage()
	if page >= 0 {
		b = append(b, "/Pg "...)
		b = reference(b, pageObject(page))
	}
	b = e.appendAttributes(b)
	b = append(b, "/K["...)
	for i, k := range e.kids {
		if i > 0 {
			b = append(b, ' ')
		}
		b = k.append(b, page, pageObject)
	}
	return append(b, "]>>"...)
}

// firstPage is the page of the element's own content, -1 when it has none.
func (e *Elem) firstPage() int {
	for _, k := range e.kids {
		if k.elem == nil {
			return k.page
		}
	}
	return -1
}

func (e *Elem) appendAttributes(b []byte) []byte {
	b = appendText(b, "/ActualText", e.Actual)
	b = appendText(b, "/Alt", e.Alt)
	if len(e.Attributes) == 0 {
		return b
	}
	b = append(b, "/A["...)
	for _, a := range e.Attributes {
		b = append(b, "<</O/"+a.Owner+"/"+a.Key...)
		if !strings.HasPrefix(a.Value, "[") {
			b = append(b, '/') // a name
		}
		b = append(b, a.Value+">>"...)
	}
	return append(b, ']')
}

// appendText writes an entry of text, nothing for "".
func appendText(b []byte, key, text string) []byte {
	if text == "" {
		return b
	}
	b = append(b, key+"<FEFF"...)
	for _, unit := range utf16.Encode([]rune(text)) {
		b = fmt.Appendf(b, "%04X", unit)
	}
	return append(b, '>')
}

func (k kid) append(b []byte, page int, pageObject func(int) int) []byte {
	switch {
	case k.elem != nil:
		return reference(b, k.elem.object)
	case k.annotation != nil:
		b = append(b, "<</Type/OBJR/Obj "...)
		b = reference(b, k.annotation.Object)
		b = append(b, "/Pg "...)
		b = reference(b, pageObject(k.page))
		return append(b, ">>"...)
	case k.page == page:
		return strconv.AppendInt(b, int64(k.mark), 10)
	}
	b = append(b, "<</Type/MCR/Pg "...)
	b = reference(b, pageObject(k.page))
	b = append(b, "/MCID "...)
	b = strconv.AppendInt(b, int64(k.mark), 10)
	return append(b, ">>"...)
}

func reference(b []byte, object int) []byte {
	b = strconv.AppendInt(b, int64(object), 10)
	return append(b, " 0 R"...)
}
