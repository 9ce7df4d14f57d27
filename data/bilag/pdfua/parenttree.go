package pdfua

import (
	"maps"
	"slices"

	"synlig/data/bilag/pdfua/rawpdf"
)

// checkParentTree wants the way from content to its element to be the same as
// the way from the element to its content (ISO 32000-1, 14.7.4.4).
func (c *checker) checkParentTree() {
	at := where(c.tree.dict["ParentTree"])
	if c.dict(c.tree.dict["ParentTree"]) == nil {
		c.flag("UA 7.1", "parent-tree", "StructTreeRoot", "no ParentTree")
		return
	}
	entries := c.numberTree(c.tree.dict["ParentTree"])
	left := map[int]bool{}
	highest := -1
	for key := range entries {
		left[key] = true
		highest = max(highest, key)
	}
	taken := map[int]string{}
	for _, s := range c.order {
		if s.hasKey {
			c.takeKey(taken, s.key, s.where)
			delete(left, s.key)
			c.checkParents(s, entries[s.key])
		}
	}
	for _, p := range c.pages {
		for _, o := range c.array(p.dict["Annots"]) {
			d := c.dict(o)
			key, ok := c.integer(d["StructParent"])
			if !ok {
				continue // reported with the annotations
			}
			c.takeKey(taken, key, where(o))
			delete(left, key)
			if e := c.tree.ofObject[ref(o)]; e != nil && ref(entries[key]) != e.ref {
				c.flag("UA 7.1", "parent-tree", where(o), "the parent tree says %s for key %d, the annotation is in %s", describe(entries[key]), key, e)
			}
		}
	}
	if len(left) > 0 {
		lowest := slices.Min(slices.Collect(maps.Keys(left)))
		c.flag("UA 7.1", "parent-tree", at, "%d keys belong to no page or annotation, the lowest is %d", len(left), lowest)
	}
	if next, ok := c.integer(c.tree.dict["ParentTreeNextKey"]); ok && next <= highest {
		c.flag("own 3", "parent-tree-next", "StructTreeRoot", "ParentTreeNextKey is %d, the highest key %d", next, highest)
	}
}

func (c *checker) takeKey(taken map[int]string, key int, at string) {
	if other, twice := taken[key]; twice {
		c.flag("UA 7.1", "parent-tree-key", at, "key %d is %s's too", key, other)
	}
	taken[key] = at
}

// checkParents compares one stream's entry with the owners of its MCIDs.
func (c *checker) checkParents(s *scope, o rawpdf.Object) {
	list, ok := c.get(o).(rawpdf.Array)
	if !ok && len(s.marks) > 0 {
		c.flag("UA 7.1", "parent-tree", s.where, "no list under key %d", s.key)
		return
	}
	for id, parent := range list {
		m := s.byID[id]
		switch {
		case m == nil && parent != nil:
			c.flag("UA 7.1", "parent-tree", s.where, "the parent tree has MCID %d, the content has not", id)
		case m != nil && m.owner != nil && ref(parent) != m.owner.ref:
			c.flag("UA 7.1", "parent-tree", s.where, "the parent tree says %s for MCID %d, it is in %s", describe(parent), id, m.owner)
		}
	}
	for _, m := range s.marks {
		if m.id >= len(list) && m.owner != nil {
			c.flag("UA 7.1", "parent-tree", s.where, "MCID %d is not in the parent tree", m.id)
		}
	}
}

// numberTree flattens a number tree and wants its keys rising and within Limits.
func (c *checker) numberTree(o rawpdf.Object) map[int]rawpdf.Object {
	out := map[int]rawpdf.Object{}
	last := -1
	c.walkNumbers(o, out, &last, map[rawpdf.Ref]bool{}, 0)
	return out
}

func (c *checker) walkNumbers(o rawpdf.Object, out map[int]rawpdf.Object, last *int, seen map[rawpdf.Ref]bool, depth int) {
	d := c.dict(o)
	if r := ref(o); depth > 30 || d == nil || r != (rawpdf.Ref{}) && seen[r] {
		c.flag("UA 7.1", "parent-tree", where(o), "a node of the tree is missing, there twice or too deep")
		return
	} else {
		seen[r] = true
	}
	limits := c.array(d["Limits"])
	nums := c.array(d["Nums"])
	if depth > 0 && len(limits) != 2 {
		c.flag("UA 7.1", "parent-tree", where(o), "a node below the root without Limits")
	}
	for i := 0; i+1 < len(nums); i += 2 {
		key, ok := c.integer(nums[i])
		if !ok || key <= *last {
			c.flag("UA 7.1", "parent-tree", where(o), "keys do not rise: %s after %d", describe(nums[i]), *last)
		}
		if len(limits) == 2 {
			low, _ := c.integer(limits[0])
			high, _ := c.integer(limits[1])
			if key < low || key > high {
				c.flag("UA 7.1", "parent-tree", where(o), "key %d is outside the limits %d and %d", key, low, high)
			}
		}
		*last = max(*last, key)
		out[key] = nums[i+1]
	}
	for _, kid := range c.array(d["Kids"]) {
		c.walkNumbers(kid, out, last, seen, depth+1)
	}
}
