package docx_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"testing"

	"synlig/data/document"
	"synlig/data/docx"
)

const (
	transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	strict       = "http://purl.oclc.org/ooxml/wordprocessingml/main"
	office       = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
)

// fixture is a Word file put together by a test. What is not set is as Word
// would have it, or is not there.
type fixture struct {
	body      string // what stands within w:body
	styles    string
	numbering string
	comments  string
	rels      string // relations of the text
	namespace string // transitional unless told
	parts     map[string]string
	without   string // a part to leave out
}

func (f fixture) file(t testing.TB) []byte {
	t.Helper()
	ns := f.namespace
	if ns == "" {
		ns = transitional
	}
	open := func(name string) string {
		return xmlHead + `<w:` + name + ` xmlns:w="` + ns + `" xmlns:r="` + office + `" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"` +
			` xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"` +
			` xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"` +
			` xmlns:w16se="http://schemas.microsoft.com/office/word/2015/wordml/symex">`
	}
	parts := map[string]string{
		"[Content_Types].xml": xmlHead + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
		"_rels/.rels": xmlHead + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
			`<Relationship Id="rId1" Type="` + office + `/officeDocument" Target="word/document.xml"/></Relationships>`,
		"word/document.xml": open("document") + "<w:body>" + f.body + "</w:body></w:document>",
		"word/_rels/document.xml.rels": xmlHead + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
			f.rels + `</Relationships>`,
	}
	for name, content := range map[string]string{"styles": f.styles, "numbering": f.numbering, "comments": f.comments} {
		if content != "" {
			parts["word/"+name+".xml"] = open(name) + content + "</w:" + name + ">"
		}
	}
	for name, content := range f.parts {
		parts[name] = content
	}
	delete(parts, f.without)
	return zipped(t, parts)
}

func zipped(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for name, content := range parts {
		w, err := z.Create(name)
		if err == nil {
			_, err = io.WriteString(w, content)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// p is a paragraph with properties and content.
func p(properties string, content ...string) string {
	if properties != "" {
		properties = "<w:pPr>" + properties + "</w:pPr>"
	}
	return "<w:p>" + properties + strings.Join(content, "") + "</w:p>"
}

// r is a run of text.
func r(text string) string { return `<w:r><w:t xml:space="preserve">` + text + `</w:t></w:r>` }

const by = ` w:id="1" w:author="Ane" w:date="2026-03-04T05:06:07Z"`

func ins(content ...string) string {
	return "<w:ins" + by + ">" + strings.Join(content, "") + "</w:ins>"
}

func del(text string) string {
	return `<w:del` + by + `><w:r><w:delText xml:space="preserve">` + text + `</w:delText></w:r></w:del>`
}

// markIs marks a paragraph's mark.
func markIs(name string) string { return "<w:rPr><w:" + name + by + "/></w:rPr>" }

func style(name string) string { return `<w:pStyle w:val="` + name + `"/>` }

func list(level, id int) string {
	return fmt.Sprintf(`<w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr>`, level, id)
}

// danish are styles as a Danish Word writes them: Danish ids, English names.
const danish = `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Overskrift1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Overskrift2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Overskrift5"><w:name w:val="heading 5"/></w:style>
<w:style w:type="paragraph" w:styleId="MitAfsnit"><w:name w:val="Kontorets afsnit"/><w:basedOn w:val="Overskrift2"/></w:style>
<w:style w:type="paragraph" w:styleId="Niveau"><w:name w:val="Kontorets niveau"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Citat"><w:name w:val="Quote"/></w:style>
<w:style w:type="paragraph" w:styleId="Opstilling-punkttegn"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Rund"><w:name w:val="Rund"/><w:basedOn w:val="Kreds"/></w:style>
<w:style w:type="paragraph" w:styleId="Kreds"><w:name w:val="Kreds"/><w:basedOn w:val="Rund"/></w:style>
<w:style w:type="paragraph" w:styleId="Indholdsfortegnelse1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="character" w:styleId="Strk"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Fremhv"><w:name w:val="Emphasis"/><w:basedOn w:val="Strk"/><w:rPr><w:i/><w:b w:val="0"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Skjult"><w:name w:val="Skjult"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="numbering" w:styleId="Listetype"><w:name w:val="Listetype"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>`

// lists are a bulleted list (1), a numbered one (2), and some of their kin.
const lists = `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="Listetype"/></w:abstractNum>
<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:numFmt w:val="none"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="§ %1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="2"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Stk. %2."/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="3"/></w:num><w:num w:numId="5"><w:abstractNumId w:val="4"/></w:num>`

// asWordWrites writes a text as Word does at its wordiest: a run for each word,
// each with its fonts, its language and the number of the session it is from.
func asWordWrites(t testing.TB, blocks []document.Block) []byte {
	var b strings.Builder
	for i, block := range blocks {
		fmt.Fprintf(&b, `<w:p w:rsidR="00%06X" w:rsidRPr="00950B03" w:rsidRDefault="00950B03" w:rsidP="00950B03"><w:pPr><w:spacing w:before="100" w:after="100" w:line="240" w:lineRule="auto"/></w:pPr>`, i)
		for word := range strings.SplitAfterSeq(block.Text, " ") {
			b.WriteString(`<w:r w:rsidRPr="00950B03"><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="24"/><w:lang w:eastAsia="da-DK"/></w:rPr><w:t xml:space="preserve">`)
			if err := xml.EscapeText(&b, []byte(word)); err != nil {
				t.Fatal(err)
			}
			b.WriteString("</w:t></w:r>")
		}
		b.WriteString("</w:p>")
	}
	return fixture{body: b.String()}.file(t)
}

// lines write a text for a test to look at: "# " for headings, "- " and "1. "
// for lists, "> " for quotations, **bold**, _italic_ and [link](address).
func lines(blocks []document.Block) []string {
	var all []string
	for _, b := range blocks {
		line := [...]string{"", "# ", "## ", "### ", "- ", "1. ", "> "}[b.Kind]
		line = strings.Repeat("  ", b.Level) + line
		for _, run := range b.Runs(0, len(b.Text)) {
			text := run.Text
			if run.Bold {
				text = "**" + text + "**"
			}
			if run.Italic {
				text = "_" + text + "_"
			}
			if run.Link != "" {
				text = "[" + text + "](" + run.Link + ")"
			}
			line += text
		}
		all = append(all, line)
	}
	return all
}

// both reads a file's new and old text.
func both(t testing.TB, data []byte) (now, old []string) {
	t.Helper()
	return lines(read(t, data, docx.New).Blocks), lines(read(t, data, docx.Old).Blocks)
}
