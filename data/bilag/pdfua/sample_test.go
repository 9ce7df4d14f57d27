package pdfua

import "testing"

const samplePacket = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Prøve</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>Kontoret</rdf:li></rdf:Seq></dc:creator>
<xmp:CreateDate>2026-03-01T12:00:00+01:00</xmp:CreateDate><xmp:ModifyDate>2026-03-01T11:00:00Z</xmp:ModifyDate>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" pdfaid:part="2" pdfaid:conformance="A"/>
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`

const samplePage1 = `/Artifact <</Type/Pagination/Subtype/Header>> BDC BT /F1 9 Tf 50 800 Td «Hoved» Tj ET EMC
/H1 <</MCID 0>> BDC BT /F1 20 Tf 50 750 Td [«Tit» 20 «el»] TJ ET EMC
/P <</MCID 1>> BDC BT /F1 11 Tf 50 700 Td «Et lang` + "\u00ad" + `» Tj ET BT 50 685 Td «somt ord » Tj ET EMC
/Ins <</MCID 2>> BDC BT 3 Tr 90 685 Td «[indsat: » Tj ET BT 0 Tr 90 685 Td «nyt» Tj ET BT 3 Tr 99 685 Td «]» Tj ET 0 Tr EMC
/Link <</MCID 3>> BDC q 1 0 0 1 0 -20 cm BT 50 685 Td « se her» Tj ET Q EMC
/TOCI <</MCID 4>> BDC BT 50 640 Td «Afsnit 2» Tj ET EMC
/Artifact <</Type/Layout>> BDC 0.5 g 50 600 100 1 re f EMC
/Artifact <</Type/Pagination/Subtype/Footer>> BDC BT 50 40 Td «Side 1» Tj ET EMC
`

const samplePage2 = `/H2 <</MCID 0>> BDC BT /F1 15 Tf 50 750 Td «Afsnit» Tj ET EMC
/Lbl <</MCID 1>> BDC BT /F1 11 Tf 50 700 Td «1.» Tj ET EMC
/LBody <</MCID 2>> BDC BT 70 700 Td «Punkt» Tj ET EMC
/TH <</MCID 3>> BDC BT 50 650 Td «Kolonne» Tj ET EMC
/TH <</MCID 4>> BDC BT 150 650 Td «Antal» Tj ET EMC
/TH <</MCID 5>> BDC BT 50 630 Td «Linje» Tj ET EMC
/TD <</MCID 6>> BDC BT 150 630 Td «7» Tj ET EMC
/Figure <</MCID 7>> BDC 0 0 1 RG 50 500 m 100 550 l S EMC
/Note <</MCID 8>> BDC BT 50 400 Td «Note» Tj ET EMC
`

// newSample is a paper of two pages without a fault, with every kind of element
// that the office's papers have.
func newSample(t *testing.T) *sample {
	s := &sample{
		t: t, body: map[string]string{}, stream: map[string][]byte{}, delta: map[string]int{}, raw: map[string]bool{},
		header: "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", trailer: "/Info @info/ID[<00112233445566778899><00112233445566778899>]",
	}
	s.add("catalog", "<</Type/Catalog/Pages @pages/Lang(da-DK)/MarkInfo<</Marked true>>/StructTreeRoot @tree/ViewerPreferences<</DisplayDocTitle true>>/Metadata @metadata/Outlines @outlines/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/DestOutputProfile @icc>>]>>")
	s.add("info", "<</Title<FEFF0050007200F800760065>/Author(Kontoret)/CreationDate(D:20260301120000+01'00')/ModDate(D:20260301110000Z)>>")
	s.addStream("metadata", "<</Type/Metadata/Subtype/XML>>", []byte(samplePacket))
	s.addStream("icc", "<</N 3>>", sampleProfile())
	s.add("pages", "<</Type/Pages/Kids[@page1 @page2]/Count 2/MediaBox[0 0 595 842]/Resources @resources>>")
	s.add("page1", "<</Type/Page/Parent @pages/Contents @content1/StructParents 0/Tabs/S/Annots[@note1 @note2]/Group<</S/Transparency/CS/DeviceRGB>>>>")
	s.add("page2", "<</Type/Page/Parent @pages/Contents @content2/StructParents 1/Tabs/S>>")
	s.addStream("content1", "<<>>", []byte(samplePage1))
	s.addStream("content2", "<<>>", []byte(samplePage2))
	s.add("note1", "<</Type/Annot/Subtype/Link/Rect[50 660 90 680]/Border[0 0 0]/F 4/P @page1/StructParent 2/Contents(Link: eksempel)/A<</S/URI/URI(https://eksempel.dk/)>>>>")
	s.add("note2", "<</Type/Annot/Subtype/Link/Rect[50 635 90 655]/Border[0 0 0]/F 4/P @page1/StructParent 3/Contents(Afsnit)/Dest[@page2/XYZ 0 800 null]>>")
	s.addFont("")
	s.addTree()
	s.add("outlines", "<</Type/Outlines/First @mark1/Last @mark1/Count 2>>")
	s.add("mark1", "<</Title(Titel)/Parent @outlines/First @mark2/Last @mark2/Count 1/Dest[@page1/XYZ 0 800 null]>>")
	s.add("mark2", "<</Title(Afsnit)/Parent @mark1/Dest[@page2/Fit]>>")
	return s
}

// addFont makes the font; the characters in hollow have no shape.
func (s *sample) addFont(hollow string) {
	toGlyph, widths, unicode := sampleMap()
	s.add("resources", "<</Font<</F1 @font>>>>")
	s.add("font", "<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+Boxes/Encoding/Identity-H/DescendantFonts[@cidfont]/ToUnicode @unicode>>")
	s.add("cidfont", "<</Type/Font/Subtype/CIDFontType2/BaseFont/ABCDEF+Boxes/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor @descriptor/CIDToGIDMap @toglyph/DW 500/W["+widths+"]>>")
	s.add("descriptor", "<</Type/FontDescriptor/FontName/ABCDEF+Boxes/Flags 4/FontBBox[0 0 200 200]/ItalicAngle 0/Ascent 200/Descent 0/CapHeight 200/StemV 50/FontFile2 @fontfile>>")
	s.addStream("fontfile", "<<>>", sampleFont(hollow))
	s.addStream("toglyph", "<<>>", toGlyph)
	s.addStream("unicode", "<<>>", []byte(unicode))
}

// addTree makes the structure: a heading, a paragraph, a table of contents, then
// a heading, a list, a table, a figure and a note.
func (s *sample) addTree() {
	s.add("tree", "<</Type/StructTreeRoot/K[@document]/ParentTree @parents/ParentTreeNextKey 4/RoleMap<</Ins/Span>>/IDTree<</Names[(n1) @enote]>>>>")
	s.add("parents", "<</Kids[@leaf1 @leaf2]>>")
	s.add("leaf1", "<</Limits[0 1]/Nums[0[@h1 @para @ins @link @toclink] 1[@h2 @lbl @lbody @th1 @th2 @th3 @td @figure @enote]]>>")
	s.add("leaf2", "<</Limits[2 3]/Nums[2 @link 3 @toclink]>>")
	element := func(name, kind, parent, rest string) {
		s.add(name, "<</Type/StructElem/S/"+kind+"/P @"+parent+rest+">>")
	}
	element("document", "Document", "tree", "/K[@h1 @para @toc @h2 @list @table @figure @enote]")
	element("h1", "H1", "document", "/Pg @page1/K 0")
	element("para", "P", "document", "/Pg @page1/K[1 @ins @link]")
	element("ins", "Ins", "para", "/Pg @page1/K[2]/A<</O/Layout/TextDecorationType/Underline>>")
	element("link", "Link", "para", "/K[<</Type/MCR/Pg @page1/MCID 3>> <</Type/OBJR/Obj @note1/Pg @page1>>]")
	element("toc", "TOC", "document", "/K @toci")
	element("toci", "TOCI", "toc", "/K[@toclink]")
	element("toclink", "Link", "toci", "/Pg @page1/K[4 <</Type/OBJR/Obj @note2>>]")
	element("h2", "H2", "document", "/Pg @page2/K 0")
	element("list", "L", "document", "/K @item/A<</O/List/ListNumbering/Decimal>>")
	element("item", "LI", "list", "/K[@lbl @lbody]")
	element("lbl", "Lbl", "item", "/Pg @page2/K 1")
	element("lbody", "LBody", "item", "/Pg @page2/K 2")
	element("table", "Table", "document", "/K[@row1 @row2]")
	element("row1", "TR", "table", "/K[@th1 @th2]")
	element("row2", "TR", "table", "/K[@th3 @td]")
	element("th1", "TH", "row1", "/Pg @page2/K 3/A<</O/Table/Scope/Column>>")
	element("th2", "TH", "row1", "/Pg @page2/K 4/A[<</O/Layout>> <</O/Table/Scope/Column>>]")
	element("th3", "TH", "row2", "/Pg @page2/K 5/A<</O/Table/Scope/Row>>")
	element("td", "TD", "row2", "/Pg @page2/K 6")
	element("figure", "Figure", "document", "/Pg @page2/K 7/Alt(En streg)")
	element("enote", "Note", "document", "/Pg @page2/K 8/ID(n1)")
}
