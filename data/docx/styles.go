package docx

import (
	"strings"

	"synlig/data/document"
)

// tri is a switch that may also be left as it is.
type tri int8

const (
	unset tri = iota
	off
	on
)

func switched(yes bool) tri {
	if yes {
		return on
	}
	return off
}

// or is the switch, or what holds where it is unset.
func (t tri) or(inherited tri) tri {
	if t == unset {
		return inherited
	}
	return t
}

// form is what a paragraph says of itself.
type form struct {
	style   string
	list    string // the list's number; "0" takes the paragraph out of its style's list
	level   int    // in the list, from 0; -1 when it does not say
	outline int    // 0 is a first heading, 9 body text; -1 when it does not say
}

var plainForm = form{level: -1, outline: -1}

// style is one style of styles.xml.
type style struct {
	form
	name         string // in lower case, as Word knows it in every language
	basedOn      string
	bold, italic tri
	vanish       tri
	character    bool
}

// styles are the file's styles by id.
type styles struct {
	byID     map[string]*style
	standard string // id of the style of paragraphs that name none
	roles    map[form]role
}

// role is what a paragraph is in the text.
type role struct {
	kind         document.Kind
	level        int
	title        bool
	contents     bool // belongs to a table of contents
	bold, italic bool // all of it is, so that being bold marks nothing out
	numbers      *level
	list         string // the list it stands in, and how deep
	at           int
}

// styles reads styles.xml; a file without has none.
func (a *archive) styles(name string) (*styles, error) {
	s := &styles{byID: map[string]*style{}, roles: map[form]role{}}
	data, ok, err := a.part(name, maxPart)
	if !ok {
		return s, err
	}
	m := newMarkup(data)
	if err := m.root("styles"); err != nil {
		return nil, err
	}
	err = m.each(func(t token) error {
		if t.space != wml || t.name != "style" {
			return m.skip()
		}
		return s.read(m, t)
	})
	return s, err
}

func (s *styles) read(m *markup, t token) error {
	id, _ := m.attr(t, wml, "styleId")
	kind, _ := m.attr(t, wml, "type")
	standard, _ := m.attr(t, wml, "default")
	if kind == "paragraph" && (standard == "1" || standard == "true") {
		s.standard = id
	}
	st := &style{form: plainForm, character: kind == "character"}
	s.byID[id] = st
	return m.each(func(t token) error {
		switch t.name {
		case "name":
			st.name = strings.ToLower(strings.TrimSpace(m.val(t)))
		case "basedOn":
			st.basedOn = m.val(t)
		case "pPr":
			p := paragraph{now: plainForm, old: plainForm}
			err := p.properties(m, nil)
			st.form = p.now
			return err
		case "rPr":
			var r looks
			err := r.properties(m)
			st.bold, st.italic, st.vanish = r.now.bold, r.now.italic, r.now.vanish
			return err
		}
		return m.skip()
	})
}

// chain are the style with that id and those that it is based on, nearest
// first. A circle is followed once.
func (s *styles) chain(id string) []*style {
	var all []*style
	for st := s.byID[id]; st != nil && len(all) < 32; st = s.byID[st.basedOn] {
		all = append(all, st)
	}
	return all
}

// run is how text looks by a character style.
func (s *styles) run(id string) (bold, italic, vanish tri) {
	if id == "" {
		return unset, unset, unset
	}
	for _, st := range s.chain(id) {
		bold, italic, vanish = bold.or(st.bold), italic.or(st.italic), vanish.or(st.vanish)
	}
	return bold, italic, vanish
}
