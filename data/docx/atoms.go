package docx

import (
	"strings"

	"synlig/data/document"
	"synlig/data/redline"
)

// atoms are the words of a piece of a block, cut where their style changes.
func atoms(b document.Block, piece redline.Piece, f fate, by origin) []atom {
	var all []atom
	for _, run := range b.Runs(piece.Start, piece.End) {
		all = append(all, atom{text: run.Text, now: run.Style, old: run.Style, fate: f, by: by})
	}
	return all
}

// equal adds words that stay. What is spelled otherwise without being a change
// (other quotation marks) is marked too, without a number: rejecting everything
// must give the old text to the letter.
func (c *composer) equal(p *para, row *redline.Block, s *redline.Segment) {
	base, draft := &c.c.Base[s.Base.Block], &c.c.Draft[s.Draft.Block]
	at, to := s.Base.Start, s.Draft.Start
	old := s.Old
	if old == "" {
		old = s.Text
	}
	for _, part := range respelled(old, s.Text) {
		from, piece := redline.Piece{Start: at, End: at + len(part[0])}, redline.Piece{Start: to, End: to + len(part[1])}
		if part[0] == part[1] {
			c.styled(p, row, base, draft, from, piece)
		} else {
			by := c.origin(0)
			p.atoms = append(p.atoms, atoms(*base, from, deleted, by)...)
			p.atoms = append(p.atoms, atoms(*draft, piece, inserted, by)...)
		}
		at, to = from.End, piece.End
	}
}

// styled adds the same words of both sides, cut where a style changes on
// either. Word can track another bold or italic; another address only as words
// that go and come.
func (c *composer) styled(p *para, row *redline.Block, base, draft *document.Block, from, to redline.Piece) {
	shift := to.Start - from.Start
	for _, now := range draft.Runs(to.Start, to.End) {
		end := to.Start + len(now.Text)
		for _, old := range base.Runs(to.Start-shift, end-shift) {
			first := len(p.atoms)
			if old.Link == now.Link {
				p.atoms = append(p.atoms, atom{text: old.Text, now: now.Style, old: old.Style})
			} else {
				by := c.origin(formChange(row))
				p.atoms = append(p.atoms,
					atom{text: old.Text, now: old.Style, old: old.Style, fate: deleted, by: by},
					atom{text: old.Text, now: now.Style, old: now.Style, fate: inserted, by: by})
			}
			if n := formChange(row); n > 0 && old.Style != now.Style {
				p.about([]int{c.remark(n, row.Status)}, first)
				for i := first; i < len(p.atoms); i++ {
					p.atoms[i].by = c.origin(n)
				}
			}
		}
		to.Start = end
	}
}

// respelled cuts two spellings of the same words into parts that are equal and
// parts that are not: word by word, or as a whole where spaces differ.
func respelled(old, now string) [][2]string {
	if old == now {
		return [][2]string{{old, now}}
	}
	before, after := spaced(old), spaced(now)
	if len(before) != len(after) {
		return [][2]string{{old, now}}
	}
	var parts [][2]string
	same := false
	for i := range before {
		alike := before[i] == after[i]
		if n := len(parts); n > 0 && same == alike {
			parts[n-1][0] += before[i]
			parts[n-1][1] += after[i]
		} else {
			parts = append(parts, [2]string{before[i], after[i]})
		}
		same = alike
	}
	return parts
}

// spaced cuts behind every space, no-break ones too; a space is a part of its
// own.
func spaced(s string) []string {
	var parts []string
	for s != "" {
		i := strings.IndexAny(s, " \u00a0")
		switch {
		case i < 0:
			i = len(s)
		case i == 0:
			i = 1
			if s[0] != ' ' {
				i = len("\u00a0")
			}
		}
		parts = append(parts, s[:i])
		s = s[i:]
	}
	return parts
}
