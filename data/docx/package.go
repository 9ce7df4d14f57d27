package docx

import (
	"net/url"
	"path"
	"strings"

	"synlig/data/strategy"
)

const (
	officeRelations  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships"
)

const topRelations = xmlHead + `<Relationships xmlns="` + packageRelations + `">` +
	`<Relationship Id="rId1" Type="` + officeRelations + `officeDocument" Target="word/document.xml"/>` +
	`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>` +
	`<Relationship Id="rId3" Type="` + officeRelations + `extended-properties" Target="docProps/app.xml"/></Relationships>`

const appProperties = xmlHead + `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Synlig</Application></Properties>`

// contentTypes names the type of every part.
func contentTypes(parts []part) string {
	var b strings.Builder
	b.WriteString(xmlHead + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/>`)
	for _, p := range parts {
		b.WriteString(`<Override PartName="/` + p.name + `" ContentType="` + p.kind + `"/>`)
	}
	b.WriteString("</Types>")
	return b.String()
}

// relations ties the text to the other parts and to the addresses of its links.
func (w *bodyWriter) relations(parts []part) string {
	var b strings.Builder
	b.WriteString(xmlHead + `<Relationships xmlns="` + packageRelations + `">`)
	for _, p := range parts {
		name := strings.TrimSuffix(path.Base(p.name), ".xml")
		kind := strings.TrimRight(name, "1")
		b.WriteString(`<Relationship Id="rId` + strings.ToUpper(name[:1]) + name[1:] + `" Type="` + officeRelations + kind + `" Target="` + path.Base(p.name) + `"/>`)
	}
	for i, address := range w.addresses {
		b.WriteString(`<Relationship Id="rId` + itoa(i+1) + `" Type="` + officeRelations + `hyperlink" Target="` + escape(target(address)) + `" TargetMode="External"/>`)
	}
	b.WriteString("</Relationships>")
	return b.String()
}

// address is the relation of a link.
func (w *bodyWriter) address(to string) string {
	i, ok := w.link[to]
	if !ok {
		i = len(w.addresses)
		w.link[to] = i
		w.addresses = append(w.addresses, to)
	}
	return "rId" + itoa(i+1)
}

// target is an address as Word accepts it: one that is no address at all would
// keep Word from opening the file.
func target(address string) string {
	address = strings.Map(func(r rune) rune {
		if r < 0x20 || r == 0x7f {
			return -1
		}
		return r
	}, strings.TrimSpace(address))
	var b strings.Builder
	for i := range len(address) {
		if c := address[i]; strings.IndexByte(" <>\"{}|\\^`", c) >= 0 {
			b.WriteString(percent(c))
		} else {
			b.WriteByte(c)
		}
	}
	if _, err := url.Parse(b.String()); err == nil && b.Len() > 0 {
		return b.String()
	}
	return url.PathEscape(address)
}

func percent(c byte) string {
	const digits = "0123456789ABCDEF"
	return "%" + digits[c>>4:c>>4+1] + digits[c&15:c&15+1]
}

// coreProperties are the file's title, author and date.
func coreProperties(r strategy.Revision, marked bool) string {
	w := words()
	title := r.Title
	if title == "" {
		title = w.Text("paper.untitled")
	}
	subject := ""
	if marked {
		subject = w.Text("paper.markedSubject")
	}
	author := r.Draft.Author
	if author == "" {
		author = r.Office
	}
	at := changed(r).Format("2006-01-02T15:04:05Z")
	return xmlHead + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ` +
		`xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
		"<dc:title>" + escape(title) + "</dc:title><dc:subject>" + escape(subject) + "</dc:subject><dc:creator>" + escape(author) + "</dc:creator>" +
		`<dcterms:created xsi:type="dcterms:W3CDTF">` + at + `</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">` + at + `</dcterms:modified>` +
		"<dc:language>" + language + "</dc:language></cp:coreProperties>"
}
