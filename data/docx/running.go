package docx

import (
	"strconv"
	"strings"

	"synlig/data/danish"
	"synlig/data/document"
	"synlig/data/strategy"
)

// running is the header and footer, with what the papers have in theirs. What
// is not known is left out.
type running struct {
	left, right []string // the header's lines, side by side
	version     string
}

func newRunning(r strategy.Revision, marked bool) running {
	w := words()
	number := "1"
	if marked {
		number = "2"
	}
	var tags []string
	if r.Office != "" || r.Case != "" || r.Draft.Meeting.Body != "" || !r.Draft.Meeting.Date.IsZero() {
		tags = append(tags, w.Text("paper.bilag", "number", number))
	}
	if r.Example {
		tags = append(tags, w.Text("paper.exampleTag"))
	}
	reference := ""
	if r.Case != "" {
		reference = w.Text("paper.case", "case", r.Case)
	}
	run := running{
		left:    []string{r.Office, meeting(r.Draft.Meeting)},
		right:   []string{strings.Join(tags, " · "), reference},
		version: versions(r, marked),
	}
	if strings.Join(append(run.left, run.right...), "") == "" {
		run.left[0] = r.Title
	}
	return run
}

// meeting is "Borgerrådgiverudvalget, mødet den 12. december 2014, punkt 6".
func meeting(m document.Meeting) string {
	w := words()
	var parts []string
	if m.Body != "" {
		parts = append(parts, m.Body)
	}
	if !m.Date.IsZero() {
		parts = append(parts, w.Text("paper.meeting", "date", danish.Date(m.Date)))
	}
	if m.Item != "" {
		parts = append(parts, w.Text("paper.item", "item", m.Item))
	}
	return strings.Join(parts, ", ")
}

// versions is "Udkast v7 (1a2b3c4d) sammenholdt med v5, godkendt 22. august
// 2014".
func versions(r strategy.Revision, marked bool) string {
	w := words()
	line := w.Text("paper.draft", "version", version(r.Draft))
	if !marked {
		return line
	}
	base := version(r.Base)
	if r.Base.Number > 0 {
		base = "v" + strconv.Itoa(r.Base.Number)
	}
	line = w.Text("paper.comparedWith", "draft", line, "base", base)
	if (r.Base.Status == document.Approved || r.Base.Status == document.Replaced) && !r.Base.Meeting.Date.IsZero() {
		line += ", " + w.Text("paper.approved", "date", danish.Date(r.Base.Meeting.Date))
	}
	return line
}

func version(v document.Version) string {
	if v.Number == 0 {
		return "(" + v.ShortHash() + ")"
	}
	return "v" + strconv.Itoa(v.Number) + " (" + v.ShortHash() + ")"
}

func (r running) header() string {
	var b strings.Builder
	b.WriteString(xmlHead + "<w:hdr " + namespaces + ">")
	for i := range r.left {
		if i > 0 && r.left[i] == "" && r.right[i] == "" {
			continue
		}
		b.WriteString(`<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>` + runOf(r.left[i]))
		if r.right[i] != "" {
			b.WriteString("<w:r><w:tab/></w:r>" + runOf(r.right[i]))
		}
		b.WriteString("</w:p>")
	}
	b.WriteString("</w:hdr>")
	return b.String()
}

func (r running) footer() string {
	page := words().Text("paper.page", "page", "\x00PAGE\x00", "pages", "\x00NUMPAGES\x00")
	var b strings.Builder
	b.WriteString(xmlHead + "<w:ftr " + namespaces + `><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>` +
		runOf(r.version) + "<w:r><w:tab/></w:r>")
	for i, s := range strings.Split(page, "\x00") {
		if i%2 == 0 {
			b.WriteString(runOf(s))
			continue
		}
		b.WriteString(`<w:fldSimple w:instr=" ` + s + ` "><w:r><w:t>1</w:t></w:r></w:fldSimple>`)
	}
	b.WriteString("</w:p></w:ftr>")
	return b.String()
}

func runOf(s string) string {
	if s == "" {
		return ""
	}
	return `<w:r><w:t xml:space="preserve">` + escape(s) + "</w:t></w:r>"
}
