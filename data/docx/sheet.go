package docx

import "strings"

// language is what all files are written in.
const language = "da-DK"

// The text's font and what stands in where it is not installed. Word takes the
// alternative name first, and then what is of the same family.
const (
	font      = "Source Sans 3"
	fontTable = xmlHead + `<w:fonts ` + namespaces + `><w:font w:name="` + font + `"><w:altName w:val="Source Sans Pro"/>` +
		`<w:panose1 w:val="020B0503030403020204"/><w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>`
)

// stylesPart is styles.xml. Word knows its own styles by these names in every
// language. top is the level of the headings that are numbered "1", 0 for none.
func stylesPart(top int) string {
	var b strings.Builder
	fonts := `<w:rFonts w:ascii="` + font + `" w:hAnsi="` + font + `" w:eastAsia="` + font + `" w:cs="` + font + `"/>`
	b.WriteString(xmlHead + "<w:styles " + namespaces + "><w:docDefaults><w:rPrDefault><w:rPr>" + fonts +
		`<w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="` + language + `" w:eastAsia="` + language + `" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>` +
		`<w:pPrDefault><w:pPr><w:spacing w:after="140" w:line="288" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>`)
	b.WriteString(`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>` +
		`<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>` +
		`<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>` +
		`<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>` +
		`<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>`)
	paragraph := func(id, name, next, pPr, rPr string) {
		b.WriteString(`<w:style w:type="paragraph" w:styleId="` + id + `"><w:name w:val="` + name + `"/><w:basedOn w:val="Normal"/><w:next w:val="` + next + `"/><w:qFormat/>`)
		if pPr != "" {
			b.WriteString("<w:pPr>" + pPr + "</w:pPr>")
		}
		if rPr != "" {
			b.WriteString("<w:rPr>" + rPr + "</w:rPr>")
		}
		b.WriteString("</w:style>")
	}
	paragraph("Title", "Title", "Normal", `<w:keepNext/><w:spacing w:before="0" w:after="280" w:line="240" w:lineRule="auto"/>`, headingLook("46"))
	for level, size := range [...]string{"34", "29", "25"} {
		number := itoa(level + 1)
		numbers := ""
		if top > 0 && level+1 >= top {
			numbers = `<w:numPr><w:ilvl w:val="` + itoa(level+1-top) + `"/><w:numId w:val="` + itoa(headingList) + `"/></w:numPr>`
		}
		paragraph("Heading"+number, "heading "+number, "Normal",
			`<w:keepNext/><w:keepLines/>`+numbers+`<w:spacing w:before="320" w:after="100" w:line="240" w:lineRule="auto"/><w:outlineLvl w:val="`+itoa(level)+`"/>`,
			headingLook(size))
	}
	paragraph("Quote", "Quote", "Normal", `<w:ind w:left="567" w:right="567"/>`, "<w:color w:val=\"404040\"/>")
	paragraph("ListBullet", "List Bullet", "ListBullet", `<w:contextualSpacing/>`, "")
	paragraph("ListNumber", "List Number", "ListNumber", `<w:contextualSpacing/>`, "")
	paragraph("ListContinue", "List Continue", "ListContinue", `<w:ind w:left="425"/>`, "")
	paragraph("ListContinue2", "List Continue 2", "ListContinue2", `<w:ind w:left="850"/>`, "")
	tabs := `<w:tabs><w:tab w:val="right" w:pos="9070"/></w:tabs><w:spacing w:after="0" w:line="240" w:lineRule="auto"/>`
	paragraph("Header", "header", "Header", tabs, `<w:sz w:val="18"/><w:szCs w:val="18"/>`)
	paragraph("Footer", "footer", "Footer", tabs, `<w:sz w:val="18"/><w:szCs w:val="18"/>`)
	paragraph("CommentText", "annotation text", "CommentText", `<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>`, `<w:sz w:val="20"/><w:szCs w:val="20"/>`)
	b.WriteString(`<w:style w:type="character" w:styleId="CommentReference"><w:name w:val="annotation reference"/><w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr></w:style>` +
		`<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="0B3D91"/><w:u w:val="single"/></w:rPr></w:style></w:styles>`)
	return b.String()
}

// headingLook is how headings look: large and dark blue, but not bold, so that
// a word in bold still stands out in one.
func headingLook(halfPoints string) string {
	return `<w:color w:val="1B2A49"/><w:sz w:val="` + halfPoints + `"/><w:szCs w:val="` + halfPoints + `"/>`
}

// numberingPart is numbering.xml: the headings' numbers, the bullets, and one
// list for each numbered list up to last.
func numberingPart(top, last int) string {
	var b strings.Builder
	b.WriteString(xmlHead + "<w:numbering " + namespaces + ">")
	pattern := func(id int, levels [9]string) {
		b.WriteString(`<w:abstractNum w:abstractNumId="` + itoa(id) + `"><w:multiLevelType w:val="multilevel"/>`)
		for i, l := range levels {
			if l != "" {
				b.WriteString(`<w:lvl w:ilvl="` + itoa(i) + `"><w:start w:val="1"/>` + l + "</w:lvl>")
			}
		}
		b.WriteString("</w:abstractNum>")
	}
	var heads, bullets, numbers [9]string
	text := ""
	for i := range 3 {
		text += "%" + itoa(i+1)
		style := ""
		if level := top + i; top > 0 && level <= 3 {
			style = `<w:pStyle w:val="Heading` + itoa(level) + `"/>`
		}
		heads[i] = `<w:numFmt w:val="decimal"/>` + style + `<w:suff w:val="space"/><w:lvlText w:val="` + text + `"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr>`
		text += "."
		indent := `<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="` + itoa(425*(i+1)) + `" w:hanging="425"/></w:pPr>`
		bullets[i] = `<w:numFmt w:val="bullet"/><w:lvlText w:val="` + [...]string{"•", "–", "·"}[i] + `"/>` + indent
		numbers[i] = `<w:numFmt w:val="` + [...]string{"decimal", "lowerLetter", "lowerRoman"}[i] + `"/><w:lvlText w:val="%` + itoa(i+1) + [...]string{".", ")", "."}[i] + `"/>` + indent
	}
	pattern(0, heads)
	pattern(1, bullets)
	pattern(2, numbers)
	for n := headingList; n <= last; n++ {
		b.WriteString(`<w:num w:numId="` + itoa(n) + `"><w:abstractNumId w:val="` + itoa(min(n, firstNumbered)-1) + `"/>`)
		for i := 0; n >= firstNumbered && i < 3; i++ {
			b.WriteString(`<w:lvlOverride w:ilvl="` + itoa(i) + `"><w:startOverride w:val="1"/></w:lvlOverride>`)
		}
		b.WriteString("</w:num>")
	}
	b.WriteString("</w:numbering>")
	return b.String()
}

// settingsPart is settings.xml. What people write in the marked file is tracked
// as well, so that nothing slips in beside the changes.
func settingsPart(marked bool) string {
	track := ""
	if marked {
		track = "<w:trackRevisions/>"
	}
	return xmlHead + "<w:settings " + namespaces + `><w:zoom w:percent="100"/>` + track + `<w:defaultTabStop w:val="1304"/><w:characterSpacingControl w:val="doNotCompress"/>` +
		`<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>` +
		`<w:themeFontLang w:val="` + language + `"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>`
}
