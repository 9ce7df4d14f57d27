package docx

import (
	"synlig/data/document"
)

// fate is what revisions do to a piece of text or to a paragraph's mark.
type fate uint8

const (
	inserted fate = 1 << iota // not in the old text
	deleted                   // not in the new text
)

// piece is text in one look and with one fate.
type piece struct {
	text      string
	fate      fate
	now, old  document.Style
	looks     looks // until the paragraph's style is known
	hiding    *field
	separator bool // the bar between two cells, which is no text by itself
	tracked   int  // place in the list of revisions + 1, 0 for none
}

// paragraph is a paragraph as the file has it, revisions and all.
type paragraph struct {
	now, old form
	pieces   []piece
	fate     fate // of its mark
	op       Op   // the revision of its mark
	author   origin
	reformed bool // its properties were changed
	reformer origin
	reform   int // that revision's place in the list + 1, 0 for none
}

// properties reads pPr, of a paragraph or a style. mark, when not nil, is told
// the revisions of the paragraph's mark.
func (p *paragraph) properties(m *markup, mark func(t token) error) error {
	numbered := false // the list came in with a revision
	err := m.each(func(t token) error {
		if t.space != wml {
			return m.skip()
		}
		switch t.name {
		case "rPr":
			if mark != nil {
				return m.each(mark)
			}
		case "pPrChange":
			p.reformed = true
			p.reformer = m.origin(t)
			p.old = plainForm
			return m.each(func(t token) error {
				if t.name != "pPr" {
					return m.skip()
				}
				return m.each(func(t token) error { return p.old.property(m, t, nil) })
			})
		}
		return p.now.property(m, t, &numbered)
	})
	if !p.reformed {
		p.old = p.now
		if numbered {
			p.reformed, p.old.list, p.old.level = true, "0", -1
		}
	}
	return err
}

// property reads one property of a paragraph.
func (f *form) property(m *markup, t token, numbered *bool) error {
	switch t.name {
	case "pStyle":
		f.style = m.val(t)
	case "outlineLvl":
		f.outline = min(max(number(m, t, "val", 9), 0), 9)
	case "numPr":
		return m.each(func(t token) error {
			switch t.name {
			case "numId":
				f.list = m.val(t)
			case "ilvl":
				f.level = min(max(number(m, t, "val", 0), 0), 8)
			case "ins":
				if numbered != nil {
					*numbered = true
				}
			}
			return m.skip()
		})
	}
	return m.skip()
}

// look is how a run says it looks.
type look struct {
	bold, italic, vanish tri
	style                string
}

// looks are how a run looks, and looked before its revision.
type looks struct {
	now, old look
	reformed bool
	author   origin
}

// properties reads rPr.
func (l *looks) properties(m *markup) error {
	err := m.each(func(t token) error {
		if t.space == wml && t.name == "rPrChange" {
			l.reformed = true
			l.author = m.origin(t)
			return m.each(func(t token) error {
				if t.name != "rPr" {
					return m.skip()
				}
				return m.each(func(t token) error { return l.old.property(m, t) })
			})
		}
		return l.now.property(m, t)
	})
	if !l.reformed {
		l.old = l.now
	}
	return err
}

func (l *look) property(m *markup, t token) error {
	if t.space == wml {
		switch t.name {
		case "b":
			l.bold = switched(m.on(t))
		case "i":
			l.italic = switched(m.on(t))
		case "vanish":
			l.vanish = switched(m.on(t))
		case "rStyle":
			l.style = m.val(t)
		}
	}
	return m.skip()
}

// in is the look within a paragraph of that role: bold and italic mark text out
// only where the paragraph is not so as a whole.
func (l look) in(r role, s *styles, link string) document.Style {
	bold, italic, _ := s.run(l.style)
	return document.Style{
		Bold:   l.bold.or(bold) == on && !r.bold,
		Italic: l.italic.or(italic) == on && !r.italic,
		Link:   link,
	}
}
