package pdfua

import (
	"fmt"

	"synlig/data/bilag/pdfua/rawpdf"
)

// maxPages bounds the page tree; the longest paper has some thousands.
const maxPages = 100_000

// page is one leaf of the page tree, with what it inherits.
type page struct {
	number    int // from 1
	ref       rawpdf.Ref
	dict      rawpdf.Dict
	resources rawpdf.Dict
	box       [4]float64 // MediaBox
}

func (p *page) String() string { return fmt.Sprintf("page %d", p.number) }

// readPages walks the page tree (ISO 32000-1, 7.7.3).
func (c *checker) readPages() {
	seen := map[rawpdf.Ref]bool{}
	root := c.catalog["Pages"]
	c.readPageNode(root, page{}, seen, 0)
	c.report.Pages = len(c.pages)
	if len(c.pages) == 0 {
		c.flag("own 6", "no-pages", where(root), "the page tree has no page")
	}
	if n, _ := c.integer(c.dict(root)["Count"]); n != len(c.pages) {
		c.flag("own 6", "page-count", where(root), "Count is %d, the tree has %d pages", n, len(c.pages))
	}
}

func (c *checker) readPageNode(o rawpdf.Object, inherited page, seen map[rawpdf.Ref]bool, depth int) {
	r, isRef := o.(rawpdf.Ref)
	d := c.dict(o)
	if !isRef || d == nil || seen[r] || depth > 50 || len(c.pages) >= maxPages {
		c.flag("own 6", "page-tree", where(o), "a node is missing, direct, or there twice")
		return
	}
	seen[r] = true
	if depth > 0 && ref(d["Parent"]) != inherited.ref {
		c.flag("own 6", "page-tree", where(o), "Parent names %s", where(d["Parent"]))
	}
	if v := c.dict(d["Resources"]); v != nil {
		inherited.resources = v
	}
	if box := c.array(d["MediaBox"]); len(box) == 4 {
		for i := range inherited.box {
			inherited.box[i], _ = c.number(box[i])
		}
	}
	inherited.ref = r
	if kids := c.array(d["Kids"]); kids != nil {
		c.wantType(d, "Pages", where(o))
		for _, kid := range kids {
			c.readPageNode(kid, inherited, seen, depth+1)
		}
		return
	}
	p := inherited
	p.number, p.dict = len(c.pages)+1, d
	c.wantType(d, "Page", p.String())
	c.pages = append(c.pages, &p)
	c.pageOf[r] = &p
	c.checkPage(&p)
}

// checkPage holds the rules of a page's own dictionary.
func (c *checker) checkPage(p *page) {
	w, h := p.box[2]-p.box[0], p.box[3]-p.box[1]
	if w < 3 || h < 3 || w > 14400 || h > 14400 {
		c.flag("A 6.1.13", "page-size", p.String(), "%g × %g points", w, h)
	}
	if p.resources == nil {
		c.flag("A 6.2.2", "page-resources", p.String(), "no Resources")
	}
	if p.dict["PresSteps"] != nil {
		c.flag("A 6.10", "presentation", p.String(), "PresSteps")
	}
	c.checkGroup(p.dict["Group"], p.String())
}

// checkGroup allows transparency groups that blend in device RGB or grey, the
// spaces of the papers and their output intent.
func (c *checker) checkGroup(o rawpdf.Object, where string) {
	d := c.dict(o)
	if d == nil || c.name(d["S"]) != "Transparency" || d["CS"] == nil {
		return
	}
	if cs := c.name(d["CS"]); cs != "DeviceRGB" && cs != "DeviceGray" {
		c.flag("A 6.2.10", "group-space", where, "a transparency group blends in %v", c.get(d["CS"]))
	}
}
