package docx

import (
	"strconv"
	"strings"

	"synlig/data/document"
)

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
	r.list, r.at = f.list, min(max(f.level, 0), 8)
	r.numbers = numbering.level(f.list, r.at)
	if r.numbers != nil && heading == 0 && r.numbers.kind.IsList() && !r.numbers.worded() {
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
