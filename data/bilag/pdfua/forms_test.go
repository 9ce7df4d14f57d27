package pdfua

import "testing"

// TestForm: a form that is drawn inside marked content belongs to it, and one
// with StructParents has marked content of its own, which elements reach by Stm.
func TestForm(t *testing.T) {
	t.Run("inside", func(t *testing.T) {
		s := newSample(t)
		both(sampleForm("q 1 2 m 3 4 l S Q"), swap("content2", "S EMC", "S /Fm Do EMC"))(s)
		if r := Check(s.bytes()); !r.OK() {
			t.Error(r)
		}
	})
	own := both(
		sampleForm("/P <</MCID 0>> BDC BT /F1 11 Tf 50 300 Td «Formtekst» Tj ET EMC"),
		swap("form", "/Subtype", "/StructParents 4/Subtype"), swap("content2", "/H2 <<", "/Fm Do /H2 <<"),
		swap("document", "@enote]", "@enote @fp]"),
		also("fp", "<</Type/StructElem/S/P/P @document/K<</Type/MCR/Pg @page2/Stm @form/MCID 0>>>>"),
		swap("leaf2", "/Limits[2 3]/Nums[", "/Limits[2 4]/Nums["), swap("leaf2", "3 @toclink", "3 @toclink 4[@fp]"), swap("tree", "NextKey 4", "NextKey 5"),
	)
	t.Run("of its own", func(t *testing.T) {
		s := newSample(t)
		own(s)
		r := Check(s.bytes())
		if !r.OK() {
			t.Error(r)
		}
		if last := r.Blocks[len(r.Blocks)-1]; last != (Block{"P", "P", 2, "Formtekst"}) {
			t.Errorf("the last block is %+v", last)
		}
	})
	t.Run("drawn twice", func(t *testing.T) {
		s := newSample(t)
		both(own, swap("content2", "/Fm Do", "/Fm Do /Fm Do"))(s)
		if codes := Check(s.bytes()).Codes(); len(codes) != 1 || codes[0] != "form-twice" {
			t.Errorf("found %v", codes)
		}
	})
}

// TestClassMap: attributes may come through a class.
func TestClassMap(t *testing.T) {
	s := newSample(t)
	s.edit("th3", "/A<</O/Table/Scope/Row>>", "/C/Line")
	s.edit("tree", "/RoleMap", "/ClassMap<</Line<</O/Table/Scope/Row>>>>/RoleMap")
	if r := Check(s.bytes()); !r.OK() {
		t.Error(r)
	}
}

// TestSpans: cells that span rows and columns fill the table evenly.
func TestSpans(t *testing.T) {
	s := newSample(t)
	s.edit("th2", "/Scope/Column", "/Scope/Column/RowSpan 2")
	s.edit("th1", "/Scope/Column", "/Scope/Column/ColSpan 2")
	if r := Check(s.bytes()); !r.OK() {
		t.Error(r)
	}
}
