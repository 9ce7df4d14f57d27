package pdfua

import (
	"fmt"
	"strings"

	"synlig/data/bilag/pdfua/rawpdf"
)

// checkDestination wants a destination on a page of the file; the answer is
// "page n", or "" when there is none.
func (c *checker) checkDestination(o rawpdf.Object, at string) string {
	target := c.get(o)
	switch v := target.(type) {
	case rawpdf.String:
		target = c.get(c.destinations()[string(v)])
	case rawpdf.Name:
		target = c.get(c.dict(c.catalog["Dests"])[v])
	}
	if d, ok := target.(rawpdf.Dict); ok {
		target = c.get(d["D"])
	}
	list, _ := target.(rawpdf.Array)
	if len(list) >= 2 {
		if p := c.pageOf[ref(list[0])]; p != nil && views[c.name(list[1])] {
			return p.String()
		}
	}
	c.flag("own 4", "destination", at, "%.60s leads to no page", describe(c.get(o)))
	return ""
}

// destinations are the file's named destinations, gathered once.
func (c *checker) destinations() map[string]rawpdf.Object {
	if c.named == nil {
		c.named = c.nameTree(c.dict(c.catalog["Names"])["Dests"])
	}
	return c.named
}

// views are the ways to show a destination (ISO 32000-1, 12.3.2.2).
var views = map[rawpdf.Name]bool{
	"XYZ": true, "Fit": true, "FitH": true, "FitV": true, "FitR": true, "FitB": true, "FitBH": true, "FitBV": true,
}

// maxBookmarks bounds the outline.
const maxBookmarks = 1_000_000

// checkOutline wants bookmarks whose links and counts agree (ISO 32000-1,
// 12.3.3), with titles and destinations.
func (c *checker) checkOutline() {
	o := c.catalog["Outlines"]
	d := c.dict(o)
	if d == nil {
		return
	}
	open := c.checkItems(o, d, 1, map[rawpdf.Ref]bool{})
	if n, ok := c.integer(d["Count"]); ok && n != open || !ok && c.opened {
		c.flag("own 6", "outline-count", where(o), "Count of the outline is %s, %d items are visible", describe(c.get(d["Count"])), open)
	}
}

// checkItems walks the items below parent and gives how many are visible when it
// is open.
func (c *checker) checkItems(parent rawpdf.Object, above rawpdf.Dict, level int, seen map[rawpdf.Ref]bool) int {
	visible := 0
	last := rawpdf.Ref{}
	for o := above["First"]; o != nil; {
		r, d := ref(o), c.dict(o)
		if d == nil || seen[r] || level > 50 || len(c.report.Bookmarks) >= maxBookmarks {
			c.flag("own 6", "outline-links", where(o), "an item is missing, there twice, or too deep")
			return visible
		}
		seen[r] = true
		visible++
		if ref(d["Parent"]) != ref(parent) || ref(d["Prev"]) != last {
			c.flag("own 6", "outline-links", where(o), "Parent or Prev is wrong")
		}
		title := strings.TrimSpace(c.text(d["Title"]))
		if title == "" {
			c.flag("own 6", "outline-title", where(o), "an item without title")
		}
		at := c.bookmarkTarget(d, where(o))
		c.report.Bookmarks = append(c.report.Bookmarks, Bookmark{level, at, title})
		below := c.checkItems(o, d, level+1, seen)
		count, _ := c.integer(d["Count"])
		if count != below && count != -below || below == 0 && d["Count"] != nil {
			c.flag("own 6", "outline-count", where(o), "Count is %s, with %d items below", describe(c.get(d["Count"])), below)
		}
		if count > 0 {
			c.opened = true
			visible += below
		}
		last = r
		o = d["Next"]
	}
	if ref(above["Last"]) != last {
		c.flag("own 6", "outline-links", where(parent), "Last is not the last item")
	}
	return visible
}

func (c *checker) bookmarkTarget(d rawpdf.Dict, at string) int {
	o := d["Dest"]
	if action := c.dict(d["A"]); o == nil && c.name(action["S"]) == "GoTo" {
		o = action["D"]
	}
	n := 0
	if target := c.checkDestination(o, at); target != "" {
		fmt.Sscanf(target, "page %d", &n)
	}
	return n
}
