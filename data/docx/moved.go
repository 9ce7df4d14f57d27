package docx

import (
	"slices"

	"synlig/data/redline"
)

// movedTo adds the new place of moved blocks. All their words come in here, so
// what was edited in them shows in the remarks only.
func (c *composer) movedTo(row *redline.Block) {
	move, reform := 0, 0
	for _, n := range row.Changes {
		switch c.c.Changes[n-1].Action {
		case redline.Move:
			move = n
		case redline.Reform:
			reform = n
		}
	}
	by := c.origin(move)
	k := 0
	p := para{fate: inserted, by: by}
	finish := func() {
		i := row.Draft[min(k, len(row.Draft)-1)]
		p.now = c.shape(c.c.Draft[i], i)
		p.old = p.now
		about := []int{c.remark(move, row.Status)}
		if reform > 0 {
			about = append(about, c.remark(reform, redline.Changed))
		}
		p.about(about, 0)
		c.paras = append(c.paras, p)
		p = para{fate: inserted, by: by}
		k++
	}
	for i := range row.Segments {
		s := &row.Segments[i]
		from := len(p.atoms)
		isBorder := s.Text == "\n" && s.Base == s.Draft
		if !isBorder && s.Op != redline.Delete {
			p.atoms = append(p.atoms, atoms(c.c.Draft[s.Draft.Block], s.Draft, inserted, by)...)
		}
		if s.Change > 0 && (isBorder || s.Op == redline.Insert || comes(row, s.Change)) {
			p.about([]int{c.remark(s.Change, redline.Changed)}, from)
		}
		if isBorder && s.Op == redline.Insert {
			finish()
		}
	}
	finish()
}

// comes tells whether a change brings words or borders into a row.
func comes(row *redline.Block, change int) bool {
	for i := range row.Segments {
		if s := &row.Segments[i]; s.Change == change && s.Op == redline.Insert {
			return true
		}
	}
	return false
}

// edits ties the edits of a moved block that only take words out to those words,
// which stand in the paragraph just added, at the old place.
func (c *composer) edits(row *redline.Block) {
	if row.Twin < 0 {
		return
	}
	twin := &c.c.Blocks[row.Twin]
	p := &c.paras[len(c.paras)-1]
	i := row.Base[len(row.Base)-1]
	for k := range twin.Segments {
		s := &twin.Segments[k]
		if s.Op != redline.Delete || s.Text == "\n" && s.Base == s.Draft || s.Base.Block != i || comes(twin, s.Change) {
			continue
		}
		p.cut(s.Base.Start)
		p.cut(s.Base.End)
		at := 0
		for a := range p.atoms {
			if at >= s.Base.Start && at < s.Base.End {
				p.atoms[a].remarks = append(slices.Clone(p.atoms[a].remarks), c.remark(s.Change, redline.Changed))
			}
			at += len(p.atoms[a].text)
		}
	}
}

// cut cuts the atom at a byte of the paragraph's text in two.
func (p *para) cut(offset int) {
	at := 0
	for i, a := range p.atoms {
		if at < offset && offset < at+len(a.text) {
			rest := a
			rest.text = a.text[offset-at:]
			p.atoms[i].text = a.text[:offset-at]
			p.atoms = slices.Insert(p.atoms, i+1, rest)
			return
		}
		at += len(a.text)
	}
}
