package docx

import (
	"strings"
	"time"

	"synlig/data/document"
)

// bodyWriter writes the text's part and what belongs to it. One counter numbers
// everything that carries a w:id.
type bodyWriter struct {
	content
	strings.Builder
	ids       int
	addresses []string       // of the links, in the order they are met
	link      map[string]int // place in addresses
	numbers   []int          // ids of the remarks
	first     [][2]int       // paragraph and atom where each remark begins
	last      [][2]int       // and ends
	fates     []fate         // what becomes of all its words
	met       []int          // the remarks in the order they are met
}

func newBodyWriter(c content) *bodyWriter {
	w := &bodyWriter{
		content: c, link: map[string]int{}, numbers: make([]int, len(c.remarks)),
		first: make([][2]int, len(c.remarks)), last: make([][2]int, len(c.remarks)), fates: make([]fate, len(c.remarks)),
	}
	seen := make([]bool, len(c.remarks))
	words := make([]bool, len(c.remarks))
	for i, p := range c.paras {
		for j, a := range p.atoms {
			for _, n := range a.remarks {
				if !seen[n] {
					seen[n], w.first[n] = true, [2]int{i, j}
					w.met = append(w.met, n)
				}
				w.last[n] = [2]int{i, j}
				switch {
				case a.text == "":
				case !words[n]:
					words[n], w.fates[n] = true, a.fate
				case w.fates[n] != a.fate:
					w.fates[n] = 0
				}
			}
		}
	}
	return w
}

func (w *bodyWriter) id() string {
	w.ids++
	return itoa(w.ids)
}

// put writes markup, and put's other arguments, which need no escaping.
func (w *bodyWriter) put(parts ...string) {
	for _, p := range parts {
		w.WriteString(p)
	}
}

// write writes all paragraphs.
func (w *bodyWriter) write() {
	for i := range w.paras {
		w.paragraph(i)
	}
	if len(w.paras) == 0 {
		w.put("<w:p/>")
	}
}

// document is the whole part.
func (w *bodyWriter) document() string {
	return xmlHead + "<w:document " + namespaces + "><w:body>" + w.String() + section + "</w:body></w:document>"
}

// section is A4 with the margins of the papers, in twentieths of a point.
const section = `<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader1"/><w:footerReference w:type="default" r:id="rIdFooter1"/>` +
	`<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1701" w:right="1418" w:bottom="1418" w:left="1418" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>`

func (w *bodyWriter) paragraph(i int) {
	p := &w.paras[i]
	w.put("<w:p>")
	w.properties(p)
	link := ""
	closeLink := func() {
		if link != "" {
			w.put("</w:hyperlink>")
			link = ""
		}
	}
	for j := range p.atoms {
		a := &p.atoms[j]
		here := [2]int{i, j}
		for _, n := range a.remarks {
			if w.first[n] == here {
				closeLink()
				w.numbers[n] = w.ids + 1
				w.put(`<w:commentRangeStart w:id="`, w.id(), `"/>`)
			}
		}
		if a.text != "" {
			if to := a.now.Link; to != link {
				closeLink()
				if link = to; to != "" {
					w.put(`<w:hyperlink r:id="`, w.address(to), `" w:history="1">`)
				}
			}
			w.atom(a)
		}
		for _, n := range a.remarks {
			if w.last[n] == here {
				closeLink()
				w.reference(n)
			}
		}
	}
	closeLink()
	w.put("</w:p>")
}

// properties writes pPr, its children in the order that the schema asks for.
func (w *bodyWriter) properties(p *para) {
	var mark string
	if p.fate != 0 {
		mark = "<w:rPr>" + w.revision(p.fate, p.by) + "/></w:rPr>"
	}
	now, old := shapeProperties(p.now, p.number), shapeProperties(p.old, p.number)
	w.put("<w:pPr>", now, mark)
	if p.now != p.old {
		w.put(`<w:pPrChange w:id="`, w.id(), `"`, signature(p.by), "><w:pPr>", old, "</w:pPr></w:pPrChange>")
	}
	w.put("</w:pPr>")
}

// shapeProperties are the style and the list of a paragraph.
func shapeProperties(s shape, list int) string {
	name := ""
	switch s.kind {
	case document.Heading1:
		name = "Heading1"
		if s.title {
			name = "Title"
		}
	case document.Heading2, document.Heading3:
		name = "Heading" + itoa(s.kind.HeadingLevel())
	case document.Quote:
		name = "Quote"
	case document.Bullet:
		name, list = "ListBullet", bulletList
	case document.Numbered:
		name = "ListNumber"
	default:
		name = [...]string{"Normal", "ListContinue", "ListContinue2"}[s.level]
	}
	properties := `<w:pStyle w:val="` + name + `"/>`
	if s.kind.IsList() {
		properties += `<w:numPr><w:ilvl w:val="` + itoa(s.level) + `"/><w:numId w:val="` + itoa(list) + `"/></w:numPr>`
	}
	return properties
}

// revision begins the element of a revision and leaves it open: <w:ins …
func (w *bodyWriter) revision(f fate, by origin) string {
	name := "ins"
	if f == deleted {
		name = "del"
	}
	return "<w:" + name + ` w:id="` + w.id() + `"` + signature(by)
}

// signature is who made a revision, and when. Word does without a date, but not
// without an author.
func signature(by origin) string {
	s := ` w:author="` + escape(by.author) + `"`
	if !by.date.IsZero() {
		s += ` w:date="` + by.date.Format(time.RFC3339) + `"`
	}
	return s
}
