package docx

import (
	"slices"

	"synlig/data/document"
	"synlig/data/redline"
	"synlig/data/strategy"
)

// shape is what a paragraph is, as far as Word's styles and lists know it.
type shape struct {
	kind  document.Kind
	level int
	title bool
}

// atom is text in one style and with one fate, as it will be written.
type atom struct {
	text     string // "" only holds a place for remarks
	now, old document.Style
	fate     fate
	by       origin
	remarks  []int // indexes of the remarks that are about it
}

// para is a paragraph as it will be written.
type para struct {
	now, old shape
	fate     fate // of its mark
	by       origin
	atoms    []atom
	number   int // of the list it stands in, 0 for none
}

// remark is a comment in the margin.
type remark struct {
	by         origin
	paragraphs []string
}

// composer lays out a text with its changes as paragraphs.
type composer struct {
	revision strategy.Revision
	c        redline.Comparison
	titled   bool // the first block stands in the style for titles, on both sides
	paras    []para
	remarks  []remark
	ends     map[[2]int]int // remark by change and status of the row: a move has two
	sections [2][]string    // the section that each block stands in, base and draft
}

// composeClean lays out a text without changes.
func composeClean(blocks []document.Block) []para {
	c := composer{c: redline.Comparison{Base: blocks, Draft: blocks}, titled: document.HasTitle(blocks)}
	for i, b := range blocks {
		s := c.shape(b, i)
		c.paras = append(c.paras, para{now: s, old: s, atoms: atoms(b, redline.Piece{Block: i, End: len(b.Text)}, 0, origin{})})
	}
	return c.paras
}

// composeMarked lays out the comparison.
func composeMarked(revision strategy.Revision, comparison redline.Comparison) *composer {
	c := &composer{
		revision: revision, c: comparison, ends: map[[2]int]int{},
		titled:   document.HasTitle(comparison.Base) && document.HasTitle(comparison.Draft),
		sections: [2][]string{sections(comparison.Base), sections(comparison.Draft)},
	}
	at := map[int]int{} // by block of the base: the paragraph it stands in
	for i := range comparison.Blocks {
		for _, b := range comparison.Blocks[i].Base {
			at[b] = len(c.paras)
		}
		c.row(&comparison.Blocks[i])
	}
	c.lapsed(at)
	c.last()
	return c
}

// shape is the shape of block i of its side.
func (c *composer) shape(b document.Block, i int) shape {
	s := shape{kind: b.Kind, title: c.titled && i == 0 && b.Kind == document.Heading1}
	if b.Kind.IsList() || b.Kind == document.Paragraph {
		s.level = min(max(b.Level, 0), document.MaxLevel)
	}
	return s
}

// row adds a row of the comparison.
func (c *composer) row(row *redline.Block) {
	switch row.Status {
	case redline.Inserted:
		c.whole(row, row.Draft, inserted)
	case redline.Deleted:
		c.whole(row, row.Base, deleted)
	case redline.MovedFrom:
		c.whole(row, row.Base, deleted)
		c.edits(row)
	case redline.MovedTo:
		c.movedTo(row)
	default:
		c.edited(row)
	}
}

// whole adds blocks that came or went.
func (c *composer) whole(row *redline.Block, blocks []int, f fate) {
	side := c.c.Draft
	if f == deleted {
		side = c.c.Base
	}
	n := row.Changes[0]
	for _, i := range blocks {
		c.paras = append(c.paras, c.marked(side[i], i, f, c.origin(n), []int{c.remark(n, row.Status)}))
	}
}

// about ties remarks to all atoms from a place on, and to that place if there
// is none.
func (p *para) about(remarks []int, from int) {
	if from == len(p.atoms) {
		p.atoms = append(p.atoms, atom{})
	}
	for i := from; i < len(p.atoms); i++ {
		for _, n := range remarks {
			if !slices.Contains(p.atoms[i].remarks, n) {
				p.atoms[i].remarks = append(p.atoms[i].remarks, n)
			}
		}
	}
}

// edited adds a row whose words partly stay. A border that came in parts a
// paragraph in the new text only, one that went in the old text only. The
// paragraphs that run together in one of the texts all have the form that they
// have together there, since programs differ in whose form they keep.
func (c *composer) edited(row *redline.Block) {
	i, j := 0, 0
	var p para
	var paras []para
	again := false // it cannot be told word by word
	begin := func() {
		base, draft := row.Base[min(i, len(row.Base)-1)], row.Draft[min(j, len(row.Draft)-1)]
		p = para{now: c.shape(c.c.Draft[draft], draft), old: c.shape(c.c.Base[base], base)}
	}
	finish := func() {
		if n := formChange(row); p.now != p.old {
			if n > 0 {
				p.about([]int{c.remark(n, row.Status)}, 0)
			}
			if p.fate == 0 {
				p.by = c.origin(n)
			}
		}
		again = again || p.loses()
		paras = append(paras, p)
	}
	begin()
	for k := range row.Segments {
		s := &row.Segments[k]
		from := len(p.atoms)
		switch {
		case s.Text == "\n" && s.Base == s.Draft:
			p.about([]int{c.remark(s.Change, row.Status)}, from)
			p.by = c.origin(s.Change)
			if s.Op == redline.Delete {
				p.fate = deleted
				i++
			} else {
				p.fate = inserted
				j++
			}
			finish()
			begin()
		case s.Op == redline.Equal:
			c.equal(&p, row, s)
		default:
			side, piece, f := c.c.Draft, s.Draft, inserted
			if s.Op == redline.Delete {
				side, piece, f = c.c.Base, s.Base, deleted
			}
			p.atoms = append(p.atoms, atoms(side[piece.Block], piece, f, c.origin(s.Change))...)
			p.about([]int{c.remark(s.Change, row.Status)}, from)
		}
	}
	finish()
	if again && len(row.Changes) > 0 {
		c.replaced(row)
		return
	}
	c.paras = append(c.paras, paras...)
}

// loses tells whether a paragraph takes another form and words of it go. Both
// at once LibreOffice does not keep: the words come back.
func (p *para) loses() bool {
	if p.now == p.old {
		return false
	}
	for _, a := range p.atoms {
		if a.fate == deleted {
			return true
		}
	}
	return false
}

// replaced adds a row as its old blocks, which go, and its new ones.
func (c *composer) replaced(row *redline.Block) {
	var about []int
	for _, n := range row.Changes {
		about = append(about, c.remark(n, row.Status))
	}
	by := c.origin(row.Changes[0])
	for _, i := range row.Base {
		c.paras = append(c.paras, c.marked(c.c.Base[i], i, deleted, by, about))
	}
	for _, j := range row.Draft {
		c.paras = append(c.paras, c.marked(c.c.Draft[j], j, inserted, by, about))
	}
}

// marked is block i of its side, that came or went as a whole.
func (c *composer) marked(b document.Block, i int, f fate, by origin, remarks []int) para {
	s := c.shape(b, i)
	p := para{now: s, old: s, fate: f, by: by, atoms: atoms(b, redline.Piece{Block: i, End: len(b.Text)}, f, by)}
	p.about(remarks, 0)
	return p
}

// formChange is the number of the row's change of form, 0 for none.
func formChange(row *redline.Block) int {
	if len(row.Formats) == 0 {
		return 0
	}
	return row.Formats[0].Change
}
