package pdf

import "fmt"

// outline writes the bookmarks and gives the number of the outline, 0 when
// there are none. It is ours because gofpdf counts children as 0 and measures
// every place on the last page's height.
func (w *Writer) outline(f *file) int {
	if len(w.bookmarks) == 0 {
		return 0
	}
	root := f.alloc()
	items := make([]outlineItem, len(w.bookmarks)+1) // items[0] is the root
	items[0].object = root
	var open []int // the chain of ancestors of the next item, root first
	open = append(open, 0)
	for i, b := range w.bookmarks {
		n := i + 1
		level := min(max(b.level, 0), len(open)-1)
		open = open[:level+1]
		parent := open[level]
		items[n] = outlineItem{object: f.alloc(), parent: parent, previous: items[parent].last}
		if items[parent].last > 0 {
			items[items[parent].last].next = n
		} else {
			items[parent].first = n
		}
		items[parent].last = n
		items[parent].children++
		open = append(open, n)
	}
	for i, b := range w.bookmarks {
		f.put(items[i+1].object, w.outlineBody(items, i+1, b))
	}
	f.put(root, fmt.Appendf(nil, "<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>",
		items[items[0].first].object, items[items[0].last].object, items[0].children))
	return root
}

type outlineItem struct {
	object                              int
	parent, previous, next, first, last int // indexes, 0 for none
	children                            int
}

// outlineBody writes one item; those with children begin closed, which a
// negative count says.
func (w *Writer) outlineBody(items []outlineItem, n int, b bookmark) []byte {
	it := items[n]
	body := append([]byte("<</Title"), textString(b.title)...)
	body = fmt.Appendf(body, "/Parent %d 0 R/Dest", items[it.parent].object)
	body = w.appendPlace(body, b.page, b.y)
	for _, ref := range [...]struct {
		key string
		to  int
	}{{"Prev", it.previous}, {"Next", it.next}, {"First", it.first}, {"Last", it.last}} {
		if ref.to > 0 {
			body = fmt.Appendf(body, "/%s %d 0 R", ref.key, items[ref.to].object)
		}
	}
	if it.children > 0 {
		body = fmt.Appendf(body, "/Count -%d", it.children)
	}
	return append(body, ">>"...)
}

// appendPlace writes a destination: a page scrolled so that y is at the top.
func (w *Writer) appendPlace(b []byte, page int, y float64) []byte {
	page = min(max(page, 0), len(w.pages)-1)
	b = fmt.Appendf(b, "[%d 0 R/XYZ 0 ", pageObject(page))
	b = appendPoints(b, w.pages[page].height-y)
	return append(b, " null]"...)
}
