package tags

// Tree is the structure tree of one file.
type Tree struct {
	Root        *Elem
	pages       [][]*Elem // for each page the owner of each mark
	annotations []*Annotation
}

// NewTree is a tree with an empty Document.
func NewTree() *Tree {
	return &Tree{Root: &Elem{Type: Document, attached: true}}
}

// Page begins a page and gives its index.
func (t *Tree) Page() int {
	t.pages = append(t.pages, nil)
	return len(t.pages) - 1
}

// Mark gives the next piece of marked content on the latest page to e, and
// returns its number there (MCID).
func (t *Tree) Mark(e *Elem) int {
	page := len(t.pages) - 1
	mark := len(t.pages[page])
	t.pages[page] = append(t.pages[page], e)
	e.Attach()
	e.kids = append(e.kids, kid{page: page, mark: mark})
	return mark
}

// Annotate gives e a link area on the latest page.
func (t *Tree) Annotate(e *Elem) *Annotation {
	a := &Annotation{Elem: e, Page: len(t.pages) - 1}
	t.annotations = append(t.annotations, a)
	e.Attach()
	e.kids = append(e.kids, kid{annotation: a, page: a.Page})
	return a
}
