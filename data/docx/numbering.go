package docx

import (
	"strconv"

	"synlig/data/document"
)

// level is one level of a list.
type level struct {
	kind   document.Kind // Bullet or Numbered; Paragraph where nothing is shown
	format string        // "decimal", "lowerLetter" …
	text   string        // "%1." or "§ %1"
	start  int
	style  string // id of the paragraph style that stands for the level
}

// abstract is a list's pattern.
type abstract struct {
	levels [9]*level
	link   string // id of the numbering style that holds the levels instead
}

// list is a numbered use of a pattern.
type list struct {
	pattern string
	levels  [9]*level // instead of the pattern's
	starts  [9]int    // where the counting begins; 0 leaves it to the level
}

// numbering are the file's lists.
type numbering struct {
	patterns map[string]*abstract
	lists    map[string]*list
	styles   *styles
}

// numbering reads numbering.xml; a file without has no lists.
func (a *archive) numbering(name string, s *styles) (*numbering, error) {
	n := &numbering{patterns: map[string]*abstract{}, lists: map[string]*list{}, styles: s}
	data, ok, err := a.part(name, maxPart)
	if !ok {
		return n, err
	}
	m := newMarkup(data)
	if err := m.root("numbering"); err != nil {
		return nil, err
	}
	err = m.each(func(t token) error {
		switch t.name {
		case "abstractNum":
			return n.pattern(m, t)
		case "num":
			return n.list(m, t)
		}
		return m.skip()
	})
	return n, err
}

func (n *numbering) pattern(m *markup, t token) error {
	id, _ := m.attr(t, wml, "abstractNumId")
	a := &abstract{}
	n.patterns[id] = a
	return m.each(func(t token) error {
		switch t.name {
		case "lvl":
			return readLevel(m, t, &a.levels)
		case "numStyleLink":
			a.link = m.val(t)
		}
		return m.skip()
	})
}

func (n *numbering) list(m *markup, t token) error {
	id, _ := m.attr(t, wml, "numId")
	l := &list{}
	n.lists[id] = l
	return m.each(func(t token) error {
		switch t.name {
		case "abstractNumId":
			l.pattern = m.val(t)
		case "lvlOverride":
			at := number(m, t, "ilvl", 0)
			return m.each(func(t token) error {
				if t.name == "lvl" {
					return readLevel(m, t, &l.levels)
				}
				if t.name == "startOverride" && at >= 0 && at < len(l.starts) {
					l.starts[at] = number(m, t, "val", 0)
				}
				return m.skip()
			})
		}
		return m.skip()
	})
}

func readLevel(m *markup, t token, into *[9]*level) error {
	at := number(m, t, "ilvl", -1)
	l := &level{kind: document.Numbered, format: "decimal", start: 1}
	if at >= 0 && at < len(into) {
		into[at] = l
	}
	return m.each(func(t token) error {
		switch t.name {
		case "numFmt":
			l.format = m.val(t)
			switch l.format {
			case "bullet":
				l.kind = document.Bullet
			case "none":
				l.kind = document.Paragraph
			}
		case "lvlText":
			l.text = m.val(t)
		case "start":
			l.start = number(m, t, "val", 1)
		case "pStyle":
			l.style = m.val(t)
		}
		return m.skip()
	})
}

// number is an attribute as a number, or what is usual when it is none.
func number(m *markup, t token, name string, usual int) int {
	v, _ := m.attr(t, wml, name)
	if n, err := strconv.Atoi(v); err == nil && n > -1_000_000 && n < 1_000_000 {
		return n
	}
	return usual
}

// all are the levels of a list.
func (n *numbering) all(id string) *[9]*level {
	l := n.lists[id]
	if l == nil {
		return nil
	}
	p := n.patterns[l.pattern]
	for hops := 0; p != nil && p.link != "" && hops < 8; hops++ {
		linked := n.styles.byID[p.link]
		if linked == nil || n.lists[linked.list] == nil {
			break
		}
		p = n.patterns[n.lists[linked.list].pattern]
	}
	levels := l.levels
	for i := range levels {
		if levels[i] == nil && p != nil {
			levels[i] = p.levels[i]
		}
	}
	return &levels
}

// level is a level of a list, nil when there is no such list. A list that says
// nothing of the level counts as numbered.
func (n *numbering) level(id string, at int) *level {
	if id == "" || id == "0" {
		return nil
	}
	levels := n.all(id)
	if levels == nil {
		return nil
	}
	if l := levels[min(max(at, 0), len(levels)-1)]; l != nil {
		return l
	}
	return &level{kind: document.Numbered, format: "decimal", start: 1}
}

// levelOf is the level that a paragraph style stands for in its list.
func (n *numbering) levelOf(id, style string, said int) int {
	if said >= 0 {
		return said
	}
	if levels := n.all(id); levels != nil {
		for i, l := range levels {
			if l != nil && l.style == style {
				return i
			}
		}
	}
	return 0
}
