package docx

import "strings"

// reference ends a remark and hangs it on the text. It goes with the words when
// all of them do.
func (w *bodyWriter) reference(n int) {
	id := itoa(w.numbers[n])
	w.put(`<w:commentRangeEnd w:id="`, id, `"/>`)
	w.within(w.fates[n], w.remarks[n].by, func() {
		w.put(`<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="`, id, `"/></w:r>`)
	})
}

// comments is the part with the remarks.
func (w *bodyWriter) comments() string {
	var b strings.Builder
	b.WriteString(xmlHead + "<w:comments " + namespaces + ">")
	for _, n := range w.met {
		r := w.remarks[n]
		b.WriteString(`<w:comment w:id="` + itoa(w.numbers[n]) + `"` + signature(r.by) + ` w:initials="` + escape(initials(r.by.author)) + `">`)
		for i, line := range r.paragraphs {
			b.WriteString(`<w:p><w:pPr><w:pStyle w:val="CommentText"/></w:pPr>`)
			if i == 0 {
				b.WriteString(`<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>`)
			}
			b.WriteString(`<w:r><w:t xml:space="preserve">` + escape(line) + "</w:t></w:r></w:p>")
		}
		b.WriteString("</w:comment>")
	}
	b.WriteString("</w:comments>")
	return b.String()
}

// initials are the first letters of a name.
func initials(name string) string {
	var b strings.Builder
	for word := range strings.FieldsSeq(name) {
		for _, r := range word {
			b.WriteRune(r)
			break
		}
	}
	return b.String()
}
