package pdfua

import (
	"slices"
	"testing"
)

const sampleText = `Titel
Et langsomt ord [indsat: nyt] se her
Afsnit 2
Afsnit
1.
Punkt
Kolonne
Antal
Linje
7
Note
`

// TestGood holds the check to silence on a paper without faults, in both ways of
// storing objects.
func TestGood(t *testing.T) {
	for _, packed := range []bool{false, true} {
		s := newSample(t)
		s.packed = packed
		r := Check(s.bytes())
		if !r.OK() {
			t.Errorf("packed %t:\n%s", packed, r)
		}
		if r.Text != sampleText {
			t.Errorf("packed %t: text is\n%s", packed, r.Text)
		}
	}
}

// TestFacts holds what the report tells of a paper.
func TestFacts(t *testing.T) {
	r := Check(newSample(t).bytes())
	if r.Title != "Prøve" || r.Lang != "da-DK" || r.Pages != 2 {
		t.Errorf("title %q, language %q, %d pages", r.Title, r.Lang, r.Pages)
	}
	if want := []Heading{{1, 1, "Titel"}, {2, 2, "Afsnit"}}; !slices.Equal(r.Headings, want) {
		t.Errorf("headings %v", r.Headings)
	}
	if want := []Link{{1, "Link: eksempel", "https://eksempel.dk/"}, {1, "Afsnit", "page 2"}}; !slices.Equal(r.Links, want) {
		t.Errorf("links %v", r.Links)
	}
	if want := []Bookmark{{1, 1, "Titel"}, {2, 2, "Afsnit"}}; !slices.Equal(r.Bookmarks, want) {
		t.Errorf("bookmarks %v", r.Bookmarks)
	}
	want := []Artifact{{1, "Pagination", "Header", "Hoved"}, {1, "Layout", "", ""}, {1, "Pagination", "Footer", "Side 1"}}
	if !slices.Equal(r.Artifacts, want) {
		t.Errorf("artifacts %v", r.Artifacts)
	}
	if r.Invisible != len("[indsat: ]") || r.Glyphs <= r.Invisible {
		t.Errorf("%d glyphs, %d invisible", r.Glyphs, r.Invisible)
	}
	if b := r.Blocks[1]; b != (Block{"P", "P", 1, "Et langsomt ord [indsat: nyt] se her"}) {
		t.Errorf("block %+v", b)
	}
	for _, text := range []string{"Hoved", "Kontoret", "En streg", "Link: eksempel", "Note", "PDF/UA"} {
		if !slices.Contains(r.Strings, text) {
			t.Errorf("%q is not among the strings", text)
		}
	}
}

// TestActualText: it stands for what it covers, on an element and in content.
func TestActualText(t *testing.T) {
	s := newSample(t)
	s.edit("ins", "/K[2]", "/K[2]/ActualText(tilf\\370jet)")
	s.edit("content1", "/TOCI <</MCID 4>>", "/TOCI <</MCID 4/ActualText(to)>>")
	r := Check(s.bytes())
	if !r.OK() {
		t.Error(r)
	}
	if r.Blocks[1].Text != "Et langsomt ord tilføjet se her" || r.Blocks[2].Text != "to" {
		t.Errorf("%q, %q", r.Blocks[1].Text, r.Blocks[2].Text)
	}
}

// TestOmitted: one mistake on every line of a paper does not drown the others.
func TestOmitted(t *testing.T) {
	s := newSample(t)
	for range 30 {
		s.edit("content2", "/H2", "1 2 m 3 4 l S\n/H2")
	}
	r := Check(s.bytes())
	if len(r.Findings) != perCode || r.Omitted["untagged-content"] != 30-perCode {
		t.Errorf("%d findings, omitted %v", len(r.Findings), r.Omitted)
	}
}
