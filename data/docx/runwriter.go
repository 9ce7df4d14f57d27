package docx

import (
	"strings"

	"synlig/data/document"
)

// atom writes one run.
func (w *bodyWriter) atom(a *atom) {
	w.within(a.fate, a.by, func() {
		w.put("<w:r>")
		w.look(a)
		w.text(a.text, a.fate == deleted)
		w.put("</w:r>")
	})
}

// within writes under a revision, if there is one.
func (w *bodyWriter) within(f fate, by origin, write func()) {
	if f == 0 {
		write()
		return
	}
	w.put(w.revision(f, by), ">")
	write()
	if f == deleted {
		w.put("</w:del>")
	} else {
		w.put("</w:ins>")
	}
}

// look writes rPr.
func (w *bodyWriter) look(a *atom) {
	now, old := lookProperties(a.now), lookProperties(a.old)
	if now == "" && old == "" {
		return
	}
	w.put("<w:rPr>", now)
	if now != old {
		w.put(`<w:rPrChange w:id="`, w.id(), `"`, signature(a.by), "><w:rPr>", old, "</w:rPr></w:rPrChange>")
	}
	w.put("</w:rPr>")
}

func lookProperties(s document.Style) string {
	properties := ""
	if s.Link != "" {
		properties += `<w:rStyle w:val="Hyperlink"/>`
	}
	if s.Bold {
		properties += "<w:b/><w:bCs/>"
	}
	if s.Italic {
		properties += "<w:i/><w:iCs/>"
	}
	return properties
}

// text writes the text of a run. Hyphens that are soft or do not break are
// elements in Word, which would show the letters of that name as they are.
func (w *bodyWriter) text(s string, gone bool) {
	element := "w:t"
	if gone {
		element = "w:delText"
	}
	for s != "" {
		i := strings.IndexAny(s, "\u00ad\u2011")
		if i < 0 {
			i = len(s)
		}
		if i > 0 {
			w.put("<", element, ` xml:space="preserve">`)
			escapeInto(&w.Builder, s[:i])
			w.put("</", element, ">")
		}
		switch s = s[i:]; {
		case strings.HasPrefix(s, "\u00ad"):
			w.put("<w:softHyphen/>")
			s = s[len("\u00ad"):]
		case s != "":
			w.put("<w:noBreakHyphen/>")
			s = s[len("\u2011"):]
		}
	}
}
