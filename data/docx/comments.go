package docx

import (
	"slices"
	"strings"
)

// comments reads comments.xml; a file without has none.
func (a *archive) comments(name string) (map[string]Comment, error) {
	all := map[string]Comment{}
	data, ok, err := a.part(name, maxPart)
	if !ok {
		return all, err
	}
	m := newMarkup(data)
	if err := m.root("comments"); err != nil {
		return nil, err
	}
	err = m.each(func(t token) error {
		id, _ := m.attr(t, wml, "id")
		from := m.origin(t)
		words, err := m.commentText()
		all[id] = Comment{from.author, from.date, words}
		return err
	})
	return all, err
}

// commentText is the text of a comment, its paragraphs on lines of their own.
func (m *markup) commentText() (string, error) {
	var out strings.Builder
	var look func(t token) error
	look = func(t token) error {
		switch t.name {
		case "t":
			for {
				t, err := m.next()
				if err != nil || t.kind == closes {
					return err
				}
				if t.kind == chars {
					out.Write(t.text)
				} else if err := m.skip(); err != nil {
					return err
				}
			}
		case "tab", "br":
			out.WriteByte(' ')
		case "del":
			return m.skip()
		case "p":
			if out.Len() > 0 {
				out.WriteByte('\n')
			}
		}
		return m.each(look)
	}
	err := m.each(look)
	return strings.TrimSpace(out.String()), err
}

// maxComments is how many comments may be open in one paragraph; further ones are
// only counted.
const maxComments = 64

// comment reads where a comment begins, ends or hangs.
func (b *body) comment(t token) error {
	id, _ := b.attr(t, wml, "id")
	k := &b.tracked
	switch t.name {
	case "commentRangeStart":
		if len(k.open) < maxComments && len(k.met) < maxComments {
			k.open, k.met = append(k.open, id), append(k.met, id)
		}
	case "commentRangeEnd":
		k.open = slices.DeleteFunc(k.open, func(o string) bool { return o == id })
	default:
		b.noted++
	}
	return b.skip()
}
