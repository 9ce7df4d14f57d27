package tags

import (
	"fmt"
	"strings"
	"testing"
)

// written is a tree's objects by number, on pages whose objects are 1000, 1001 …
func written(t *Tree) (objects map[int]string, root int) {
	objects = map[int]string{}
	next := 0
	root = t.Objects(func() int { next++; return next }, func(page int) int { return 1000 + page },
		func(object int, body []byte) { objects[object] = string(body) })
	return objects, root
}

func TestReadingOrderIsDrawingOrder(t *testing.T) {
	tree := NewTree()
	tree.Page()
	p := tree.Root.Child(Paragraph)
	late := p.Child(Inserted, Underlined)
	early := p.Child(Deleted, StruckThrough)
	tree.Root.Child(Heading(1)) // never drawn
	for _, e := range []*Elem{p, early, late, p} {
		tree.Mark(e)
	}
	objects, _ := written(tree)
	if got := objects[p.object]; !strings.Contains(got, fmt.Sprintf("/K[0 %d 0 R %d 0 R 3]", early.object, late.object)) {
		t.Errorf("the paragraph is %s", got)
	}
	if got := objects[early.object]; !strings.Contains(got, "/S/Del") || !strings.Contains(got, "/A[<</O/Layout/TextDecorationType/LineThrough>>]") {
		t.Errorf("the removal is %s", got)
	}
	for _, body := range objects {
		if strings.Contains(body, "/S/H1") {
			t.Error("a heading that was never drawn is written")
		}
	}
}

func TestElementsGoOnOnTheNextPage(t *testing.T) {
	tree := NewTree()
	p := tree.Root.Child(Paragraph)
	tree.Page()
	tree.Mark(p)
	tree.Page()
	if mark := tree.Mark(p); mark != 0 {
		t.Errorf("marks begin at %d on the second page", mark)
	}
	objects, _ := written(tree)
	if got := objects[p.object]; !strings.Contains(got, "/Pg 1000 0 R") || !strings.Contains(got, "/K[0 <</Type/MCR/Pg 1001 0 R/MCID 0>>]") {
		t.Errorf("the paragraph is %s", got)
	}
}

func TestParentTreeLeadsBack(t *testing.T) {
	tree := NewTree()
	var elems []*Elem
	for range 3 * leaf {
		tree.Page()
		e := tree.Root.Child(Paragraph)
		tree.Mark(e)
		elems = append(elems, e)
	}
	link := tree.Root.Child(Link)
	tree.Mark(link)
	a := tree.Annotate(link)
	objects, root := written(tree)
	if !strings.Contains(objects[root], fmt.Sprintf("/ParentTreeNextKey %d", 3*leaf+1)) || !strings.Contains(objects[root], "/Ins/Span") {
		t.Errorf("the root is %s", objects[root])
	}
	all := ""
	for _, body := range objects {
		if strings.Contains(body, "/Nums[") {
			all += body
		}
	}
	for i, e := range elems[:len(elems)-1] {
		if !strings.Contains(all, fmt.Sprintf("%d[%d 0 R ]", i, e.object)) {
			t.Fatalf("page %d does not lead to its paragraph", i)
		}
	}
	if a.Key != 3*leaf || !strings.Contains(all, fmt.Sprintf("%d %d 0 R\n", a.Key, link.object)) {
		t.Errorf("the link's key is %d", a.Key)
	}
	if got := objects[link.object]; !strings.Contains(got, fmt.Sprintf("/OBJR/Obj %d 0 R", a.Object)) {
		t.Errorf("the link is %s", got)
	}
}

func TestEmptyCellsAreWritten(t *testing.T) {
	tree := NewTree()
	tree.Page()
	row := tree.Root.Child(Table).Child(Row)
	for range 2 {
		row.Child(DataCell).Attach()
	}
	objects, _ := written(tree)
	cells := 0
	for _, body := range objects {
		if strings.Contains(body, "/S/TD") && strings.Contains(body, "/K[]") {
			cells++
		}
	}
	if cells != 2 {
		t.Errorf("%d cells", cells)
	}
}

func TestActualText(t *testing.T) {
	tree := NewTree()
	tree.Page()
	e := tree.Root.Child(Span)
	e.Actual = "[å😀"
	tree.Mark(e)
	objects, _ := written(tree)
	if got := objects[e.object]; !strings.Contains(got, "/ActualText<FEFF005B00E5D83DDE00>") {
		t.Errorf("the span is %s", got)
	}
}
