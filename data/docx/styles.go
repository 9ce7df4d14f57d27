package docx

import (
	"strconv"
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

// role is what a paragraph of that form is.
func (s *styles) role(f form, numbering *numbering) role {
	if r, ok := s.roles[f]; ok {
		return r
	}
	r := s.resolve(f, numbering)
	if len(s.roles) < 10_000 { // forms are few, unless somebody means harm
		s.roles[f] = r
	}
	return r
}

func (s *styles) resolve(f form, numbering *numbering) role {
	id := f.style
	if s.byID[id] == nil && id == "" {
		id = s.standard
	}
	chain := s.chain(id)
	if len(chain) == 0 && id != "" { // without styles.xml the id is all there is
		chain = []*style{{form: plainForm, name: nameOf(id)}}
	}
	var r role
	heading, decided := 0, false
	if f.outline >= 0 {
		heading, decided = (f.outline+1)%10, true
	}
	var bold, italic tri
	for _, st := range chain {
		if f.list == "" && st.list != "" {
			f.list = st.list
			if f.level < 0 {
				f.level = numbering.levelOf(st.list, id, st.form.level)
			}
		}
		bold, italic = bold.or(st.bold), italic.or(st.italic)
		if !decided {
			heading, decided = st.says(&r)
		}
	}
	r.bold, r.italic = bold == on, italic == on
	if heading > 0 {
		r.kind, r.level = document.Heading1+document.Kind(min(heading, 3)-1), 0
	}
	r.numbers = numbering.level(f.list, max(f.level, 0))
	if r.numbers != nil && heading == 0 && r.numbers.kind.IsList() {
		r.kind, r.level = r.numbers.kind, min(max(f.level, 0), document.MaxLevel)
	}
	if f.list == "0" && r.kind.IsList() {
		r.kind, r.level = document.Paragraph, 0
	}
	return r
}

// says reads what a style is from its name, or from its outline level; decided
// is false when it tells nothing and what it is based on must be asked.
func (st *style) says(r *role) (heading int, decided bool) {
	first, number, _ := cutLast(st.name)
	deep := min(max(number-1, 0), document.MaxLevel)
	switch {
	case (first == "heading" || first == "overskrift") && number >= 1 && number <= 9:
		return number, true
	case first == "title" || first == "titel":
		r.title = true
		return 1, true
	case first == "toc heading" || first == "toc" || first == "table of figures" || first == "contents":
		r.contents = true
	case st.outline >= 0:
		return (st.outline + 1) % 10, true
	case first == "quote" || first == "intense quote" || first == "quotations" || first == "block text":
		r.kind = document.Quote
	case first == "list bullet":
		r.kind, r.level = document.Bullet, deep
	case first == "list number":
		r.kind, r.level = document.Numbered, deep
	case first == "list continue":
		r.level = min(max(number, 1), document.MaxLevel)
	default:
		return 0, false
	}
	return 0, true
}

// cutLast cuts the number off a name: "heading 2" → "heading", 2.
func cutLast(name string) (first string, number int, ok bool) {
	i := strings.LastIndexByte(name, ' ')
	if i < 0 {
		return name, 0, false
	}
	n, err := strconv.Atoi(name[i+1:])
	if err != nil {
		return name, 0, false
	}
	return name[:i], n, true
}

// nameOf guesses a style's name from its id: "Overskrift1" → "overskrift 1".
func nameOf(id string) string {
	name := strings.ToLower(id)
	words := strings.TrimRight(name, "0123456789")
	number := name[len(words):]
	for _, w := range [...]string{"bullet", "number", "continue"} {
		if words == "list"+w {
			words = "list " + w
		}
	}
	return strings.TrimSpace(words + " " + number)
}
