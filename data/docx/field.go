package docx

import (
	"strings"
	"unicode"
)

// field is a field of Word: a code that is not shown, and its result, which is.
type field struct {
	code     []byte
	result   bool // past the code
	contents bool // a table of contents
	linked   bool // has added an address to links
	broken   bool // its code never ended, so what looked like code is text
}

// maxFields is how deep fields may nest.
const maxFields = 32

// maxCode is the longest code that is looked at, in bytes.
const maxCode = 4096

// fieldMark reads the border of a field: its begin, the end of its code, or its
// end.
func (b *body) fieldMark(t token) error {
	kind, _ := b.attr(t, wml, "fldCharType")
	n := len(b.fields)
	switch kind {
	case "begin":
		if n == maxFields { // some never ended; the outermost is given up
			b.close(b.fields[0])
			b.fields = append(b.fields[:0], b.fields[1:]...)
		}
		b.fields = append(b.fields, &field{})
	case "separate":
		if n > 0 && !b.fields[n-1].result {
			b.shown(b.fields[n-1])
		}
	case "end":
		if n > 0 {
			b.close(b.fields[n-1])
			b.fields = b.fields[:n-1]
		}
	}
	return b.skip()
}

// instruction reads a piece of a field's code.
func (b *body) instruction() error {
	for {
		t, err := b.next()
		switch {
		case err != nil:
			return err
		case t.kind == closes:
			return nil
		case t.kind == opens:
			if err := b.skip(); err != nil {
				return err
			}
		default:
			if n := len(b.fields); n > 0 && len(b.fields[n-1].code)+len(t.text) <= maxCode {
				b.fields[n-1].code = append(b.fields[n-1].code, t.text...)
			}
		}
	}
}

// shown begins the result of a field.
func (b *body) shown(f *field) {
	f.result = true
	name, address := parseCode(string(f.code))
	switch name {
	case "TOC":
		f.contents = true
		b.left.add(Contents, 1)
	case "HYPERLINK":
		if address != "" {
			f.linked = true
			b.links = append(b.links, address)
		}
	}
}

func (b *body) close(f *field) {
	if f.linked && len(b.links) > 0 {
		b.links = b.links[:len(b.links)-1]
	}
}

// simpleField reads a field whose code is an attribute.
func (b *body) simpleField(t token) error {
	code, _ := b.attr(t, wml, "instr")
	f := &field{code: []byte(code[:min(len(code), maxCode)])}
	b.shown(f)
	b.fields = append(b.fields, f)
	depth := len(b.fields)
	err := b.inside()
	if len(b.fields) >= depth { // a field begun in it may end outside, in a broken file
		b.fields = b.fields[:depth-1]
	}
	b.close(f)
	return err
}

// fieldText tells whether text within fields is kept.
func (b *body) fieldText(p *piece) bool {
	for _, f := range b.fields {
		switch {
		case !f.result:
			p.hiding = f
		case f.contents:
			return false
		}
	}
	return true
}

// endFields ends the fields whose code did not end with its paragraph: what
// stands in them is text after all. What was code is dropped.
func (b *body) endFields(from int) {
	if len(b.fields) > 0 {
		kept := b.fields[:0]
		for _, f := range b.fields {
			if f.broken = !f.result; !f.broken {
				kept = append(kept, f)
			}
		}
		b.fields = kept
	}
	kept := b.open.pieces[:from]
	for _, p := range b.open.pieces[from:] {
		if p.hiding == nil || p.hiding.broken {
			kept = append(kept, p)
		}
	}
	b.open.pieces = kept
}

// headingEndsContents ends a table of contents that has no end of its own: no
// heading stands in one.
func (b *body) headingEndsContents() {
	if b.role.kind.HeadingLevel() == 0 {
		return
	}
	for _, f := range b.fields {
		f.contents = false
	}
}

// hyperlink walks through a link.
func (b *body) hyperlink(t token) error {
	id, _ := b.attr(t, linking, "id")
	anchor, _ := b.attr(t, wml, "anchor")
	target := ""
	if r, ok := b.relations[id]; ok && r.external {
		target = r.target
	}
	address := usable(target, anchor)
	if address == "" {
		return b.inside()
	}
	before := len(b.links)
	b.links = append(b.links, address)
	err := b.inside()
	b.links = b.links[:min(before, len(b.links))]
	return err
}

// parseCode is a field's name in capitals and, for a link, its address.
func parseCode(code string) (name, address string) {
	name, rest := cutWord(code)
	name = strings.ToUpper(name)
	if name != "HYPERLINK" {
		return name, ""
	}
	target, anchor, option := "", "", ""
	for rest != "" {
		var w string
		w, rest = cutWord(rest)
		switch {
		case strings.HasPrefix(w, `\`):
			option = w
			continue
		case option == `\l`:
			anchor = w
		case option == "" && target == "":
			target = w
		}
		option = ""
	}
	return name, usable(target, anchor)
}

// cutWord cuts off the first word, or what stands in quotation marks.
func cutWord(s string) (word, rest string) {
	s = strings.TrimSpace(s)
	if quoted, ok := strings.CutPrefix(s, `"`); ok {
		word, rest, _ = strings.Cut(quoted, `"`)
		return word, rest
	}
	if i := strings.IndexFunc(s, unicode.IsSpace); i >= 0 {
		return s[:i], s[i:]
	}
	return s, ""
}

// usable is the address of a link, "" for one within the file or one that runs
// a program.
func usable(target, anchor string) string {
	target = strings.TrimSpace(target)
	scheme, _, _ := strings.Cut(strings.ToLower(target), ":")
	switch {
	case target == "" || len(target) > 2000 || strings.ContainsFunc(target, unicode.IsControl):
		return ""
	case scheme == "javascript" || scheme == "vbscript" || scheme == "data":
		return ""
	case anchor != "" && !strings.Contains(target, "#"):
		return target + "#" + anchor
	}
	return target
}
