package pdfua

var contentFaults = []fault{
	{"footer is no artifact", "untagged-content", both(
		swap("content1", "/Artifact <</Type/Pagination/Subtype/Footer>> BDC", ""), swap("content1", "«Side 1» Tj ET EMC", "«Side 1» Tj ET"))},
	{"rule is no artifact", "untagged-content", both(
		swap("content1", "/Artifact <</Type/Layout>> BDC", ""), swap("content1", "re f EMC", "re f"))},
	{"only a span around", "untagged-content", swap("content1", "/Artifact <</Type/Layout>> BDC", "/Span BMC")},
	{"inline image", "untagged-content", swap("content1", "/H1 <<", "BI /W 1 /H 1 /BPC 8 /CS /G ID x EI\n/H1 <<")},
	{"artifact in the text", "artifact-in-tagged", swap("content1", "«somt ord » Tj ET", "«somt ord » Tj ET /Artifact BMC 1 2 m 3 4 l S EMC")},
	{"text in an artifact", "tagged-in-artifact", both(
		swap("content1", "/TOCI <<", "/Artifact BMC /TOCI <<"), swap("content1", "«Afsnit 2» Tj ET EMC", "«Afsnit 2» Tj ET EMC EMC"))},
	{"text in text", "tagged-in-tagged", both(
		swap("content1", "/TOCI <<", "/P <</MCID 5>> BDC /TOCI <<"), swap("content1", "«Afsnit 2» Tj ET EMC", "«Afsnit 2» Tj ET EMC EMC"),
		swap("para", "@link]", "@link 5]"), swap("para", "/K", "/Pg @page1/K"), swap("leaf1", "@toclink]", "@toclink @para]"), swap("para", "/Pg @page1/Pg", "/Pg"))},
	{"not closed", "marks-unbalanced", swap("content1", "«Side 1» Tj ET EMC", "«Side 1» Tj ET")},
	{"closed twice", "marks-unbalanced", swap("content2", "«Note» Tj ET EMC", "«Note» Tj ET EMC EMC")},
	{"mark across a text object", "marks-cross-text", both(
		swap("content2", "/Note <</MCID 8>> BDC BT", "BT /Note <</MCID 8>> BDC"))},
	{"MCID left out", "mcid-sequence", both(
		swap("content2", "MCID 8", "MCID 9"), swap("enote", "/K 8", "/K 9"), swap("leaf1", "@figure @enote", "@figure null @enote"))},
	{"MCID twice", "mcid-twice mcid-sequence", both(
		swap("content2", "/Note <</MCID 8>> BDC", "/Note <</MCID 7>> BDC"), swap("enote", "/K 8", ""), swap("leaf1", "@figure @enote", "@figure"))},
	{"MCID that is nowhere", "mcid-missing", swap("enote", "/K 8", "/K[8 99]")},
	{"MCID in no element", "mcid-orphan", swap("enote", "/K 8", "")},
	{"MCID in two elements", "mcid-shared", swap("enote", "/K 8", "/K[8 7]")},
	{"MCID without page", "mcid-page mcid-orphan", swap("enote", "/Pg @page2", "")},
	{"no StructParents", "struct-parents parent-tree", swap("page2", "/StructParents 1", "")},
	{"text object not closed", "text-unbalanced marks-cross-text", swap("content2", "«Note» Tj ET", "«Note» Tj")},
	{"text outside a text object", "text-unbalanced", swap("content2", "BT 50 400 Td «Note» Tj ET", "«Note» Tj")},
	{"Q without q", "state-unbalanced", swap("content2", "/H2 <<", "Q /H2 <<")},
	{"q without Q", "state-unbalanced", swap("content2", "/H2 <<", "q /H2 <<")},
	{"q too deep", "limit", swap("content2", "/H2 <<", "q q q q q q q q q q q q q q q q q q q q q q q q q q q q q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q /H2 <<")},
	{"unknown operator", "operator-unknown", swap("content2", "/H2 <<", "1 2 what /H2 <<")},
	{"operands missing", "operands", swap("content2", "0 0 1 RG", "0 1 RG")},
	{"operands at the end", "operands", swap("content2", "«Note» Tj ET EMC", "«Note» Tj ET EMC 1")},
	{"CMYK", "device-cmyk", swap("content2", "0 0 1 RG", "0 0 0 1 K")},
	{"other colour space", "colour-space", swap("content2", "0 0 1 RG", "/Pattern CS")},
	{"calibrated colours", "colour-space", both(
		swap("content2", "0 0 1 RG", "/Other CS"), swap("resources", "<</Font", "<</ColorSpace<</Other[/CalRGB<<>>]>>/Font"))},
	{"shading", "shading", swap("content2", "S EMC", "S /Sh sh EMC")},
	{"rendering intent", "rendering-intent", swap("content2", "/H2 <<", "/Pretty ri /H2 <<")},
	{"transfer function", "gstate", both(
		swap("content2", "/H2 <<", "/GS gs /H2 <<"), swap("resources", "<</Font", "<</ExtGState<</GS<</TR/Identity>>>>/Font"))},
	{"blend mode", "blend-mode", both(
		swap("content2", "/H2 <<", "/GS gs /H2 <<"), swap("resources", "<</Font", "<</ExtGState<</GS<</BM/Pretty>>>>/Font"))},
	{"no graphics state", "gstate-missing", swap("content2", "/H2 <<", "/GS gs /H2 <<")},
	{"no XObject", "xobject-missing", swap("content2", "S EMC", "S /Im Do EMC")},
	{"image outside", "untagged-content", both(sampleImage(""), swap("content2", "/H2 <<", "/Im Do /H2 <<"))},
	{"image of other colours", "colour-space", both(sampleImage("/Decode[1 0]"), swap("content2", "S EMC", "S /Im Do EMC"), swap("image", "/DeviceGray", "/DeviceCMYK"))},
	{"image smoothed", "image", both(sampleImage("/Interpolate true"), swap("content2", "S EMC", "S /Im Do EMC"))},
	{"form draws outside", "untagged-content", both(sampleForm("1 2 m 3 4 l S"), swap("content2", "/H2 <<", "/Fm Do /H2 <<"))},
	{"form leaves a mark open", "marks-unbalanced", both(sampleForm("/Artifact BMC"), swap("content2", "/H2 <<", "/Fm Do /H2 <<"))},
	{"form closes the page's mark", "marks-unbalanced", both(sampleForm("EMC"), swap("content2", "S EMC", "S /Fm Do EMC"))},
	{"form in itself", "form-depth", both(sampleForm("/Fm Do"), swap("content2", "/H2 <<", "/Fm Do /H2 <<"))},
	{"form blends otherwise", "group-space", both(sampleForm(""), swap("form", "/Subtype", "/Group<</S/Transparency/CS/DeviceCMYK>>/Subtype"), swap("content2", "/H2 <<", "/Fm Do /H2 <<"))},
	{"form refers out", "form", both(sampleForm(""), swap("form", "/Subtype", "/Ref<<>>/Subtype"), swap("content2", "/H2 <<", "/Fm Do /H2 <<"))},
	{"content missing", "content-missing", swap("page2", "@content2", "[@content2 @catalog]")},
	{"text off the page", "text-off-page", swap("content2", "50 400 Td", "50 -400 Td")},
	{"text beside the page", "text-off-page", swap("content2", "50 400 Td", "700 400 Td")},
	{"text over the edge", "text-off-page", swap("content2", "50 400 Td", "580 400 Td")},
	{"text pushed over the edge", "text-off-page", swap("content2", "«Note» Tj", "[«No» -60000 «te»] TJ")},
	{"text spaced over the edge", "text-off-page", swap("content2", "«Note» Tj", "200 Tc «Note» Tj")},
	{"text stretched over the edge", "text-off-page", swap("content2", "«Note» Tj", "3000 Tz «Note» Tj")},
	{"text after text over the edge", "text-off-page", swap("content2", "«Note» Tj", "[-49000] TJ «Note» Tj")},
	{"text as clip", "text-clip", swap("content2", "BT 50 400 Td", "BT 7 Tr 50 400 Td")},
	{"font not there", "font-missing heading-empty", swap("content2", "/F1 15 Tf", "/F2 15 Tf")},
	{"half a code", "code-length", swap("content2", "«Note» Tj", "<004E00> Tj")},
	{"soft hyphen in a line", "soft-hyphen", swap("content2", "«Note»", "«No\u00adte»")},
	{"soft hyphen before the same line", "soft-hyphen", swap("content1", "BT 50 685 Td «somt ord »", "BT 50 700 Td «somt ord »")},
	{"soft hyphen at a block's end", "soft-hyphen", swap("content2", "«Note»", "«Note\u00ad»")},
}

// sampleImage adds a picture to the resources.
func sampleImage(more string) func(*sample) {
	return func(s *sample) {
		s.addStream("image", "<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray"+more+">>", []byte("x"))
		s.edit("resources", "<</Font", "<</XObject<</Im @image>>/Font")
	}
}

// sampleForm adds a form to the resources.
func sampleForm(content string) func(*sample) {
	return func(s *sample) {
		s.addStream("form", "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Matrix[1 0 0 1 0 0]>>", []byte(content))
		s.edit("resources", "<</Font", "<</XObject<</Fm @form>>/Font")
	}
}
