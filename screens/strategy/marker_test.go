package strategy

import (
	"strings"
	"testing"

	"synlig/data/document"
	"synlig/data/redline"
	"synlig/screens/kit"
)

// The comparisons here are written by hand: what the marker makes of them must
// not hang on how they are found.

func paragraphs(texts ...string) (blocks []document.Block) {
	for _, text := range texts {
		blocks = append(blocks, document.Block{Kind: document.Paragraph, Text: text})
	}
	return blocks
}

func equal(block, from, to int, text string) redline.Segment {
	at := redline.Piece{Block: block, Start: from, End: to}
	return redline.Segment{Op: redline.Equal, Text: text, Base: at, Draft: at}
}

// shown writes marked paragraphs as text: -removed-, +added+, =moved away=,
// ~moved here~, (remark).
func shown(paragraphs []paragraph) string {
	var lines []string
	for _, p := range paragraphs {
		var s strings.Builder
		for _, piece := range p.text.Pieces {
			sign := [...]string{"", "+", "-", "=", "~", ""}[piece.Mark]
			s.WriteString(sign + piece.Text + sign)
		}
		lines = append(lines, s.String())
	}
	return strings.Join(lines, "|")
}

func TestDeletionStandsBeforeInsertionWithASpaceBetween(t *testing.T) {
	c := redline.Comparison{
		Base: paragraphs("Vi kan svare"), Draft: paragraphs("Vi skal svare"),
		Blocks: []redline.Block{{Status: redline.Changed, Base: []int{0}, Draft: []int{0}, Twin: -1, Changes: []int{1}, Segments: []redline.Segment{
			equal(0, 0, 3, "Vi "),
			{Op: redline.Delete, Text: "kan", Base: redline.Piece{Start: 3, End: 6}, Change: 1},
			{Op: redline.Insert, Text: "skal", Draft: redline.Piece{Start: 3, End: 7}, Change: 1},
			{Op: redline.Equal, Text: " svare", Base: redline.Piece{Start: 6, End: 12}, Draft: redline.Piece{Start: 7, End: 13}},
		}}},
		Changes: []redline.Change{{Number: 1, Old: "kan", New: "skal", Blocks: []int{0}}},
	}
	r := read(c)
	if got, want := shown(r.marked), "Vi -kan- +skal+ svare"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := shown(r.clean), "Vi skal svare"; got != want {
		t.Errorf("clean: got %q, want %q", got, want)
	}
	if len(r.pairs) != 1 || r.pairs[0].old.Text() != "Vi kan svare" || r.pairs[0].new.Text() != "Vi skal svare" {
		t.Errorf("pairs %+v", r.pairs)
	}
}

func TestMovedTextHasTheSameNumberAtBothPlaces(t *testing.T) {
	base := append([]document.Block{{Kind: document.Heading2, Text: "A"}}, paragraphs("flyt mig")...)
	base = append(base, document.Block{Kind: document.Heading2, Text: "B"})
	draft := []document.Block{base[0], base[2], base[1]}
	c := redline.Comparison{Base: base, Draft: draft, Blocks: []redline.Block{
		{Base: []int{0}, Draft: []int{0}, Twin: -1, Segments: []redline.Segment{equal(0, 0, 1, "A")}},
		{Status: redline.MovedFrom, Base: []int{1}, Twin: 3, Changes: []int{1}, Segments: []redline.Segment{
			{Text: "flyt mig", Base: redline.Piece{Block: 1, End: 8}}}},
		{Base: []int{2}, Draft: []int{1}, Twin: -1, Segments: []redline.Segment{
			{Text: "B", Base: redline.Piece{Block: 2, End: 1}, Draft: redline.Piece{Block: 1, End: 1}}}},
		{Status: redline.MovedTo, Draft: []int{2}, Twin: 1, Changes: []int{1}, Segments: []redline.Segment{
			{Text: "flyt mig", Base: redline.Piece{Block: 1, End: 8}, Draft: redline.Piece{Block: 2, End: 8}}}},
	}, Changes: []redline.Change{{Number: 1, Action: redline.Move, Old: "flyt mig", New: "flyt mig", Blocks: []int{1, 3}}}}
	r := read(c)
	want := "A|=flyt mig= (flyttet til afsnit 2 B)|B|~flyt mig~ (flyttet fra afsnit 1 A)"
	if got := shown(r.marked); got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	for _, i := range []int{1, 3} {
		if got := r.marked[i].text.Changes(); len(got) == 0 || got[0] != 1 {
			t.Errorf("paragraph %d carries the numbers %v", i, got)
		}
	}
	if len(r.outline) != 2 || r.outline[0].changes != 1 || r.outline[1].label != "2" {
		t.Errorf("outline %+v", r.outline)
	}
}

func TestSplitAndMergeShowTheBorder(t *testing.T) {
	split := redline.Comparison{Base: paragraphs("En. To."), Draft: paragraphs("En.", "To."), Blocks: []redline.Block{
		{Status: redline.Changed, Base: []int{0}, Draft: []int{0, 1}, Twin: -1, Changes: []int{1}, Segments: []redline.Segment{
			equal(0, 0, 3, "En."),
			{Op: redline.Delete, Text: " ", Base: redline.Piece{Start: 3, End: 4}, Change: 1},
			{Op: redline.Insert, Text: "\n", Change: 1},
			{Text: "To.", Base: redline.Piece{Start: 4, End: 7}, Draft: redline.Piece{Block: 1, End: 3}},
		}}}, Changes: []redline.Change{{Number: 1, Action: redline.Split, Blocks: []int{0}}}}
	r := read(split)
	if got, want := shown(r.marked), "En. +¶+|To."; got != want {
		t.Errorf("split: got %q, want %q", got, want)
	}
	if len(r.pairs) != 2 || r.pairs[0].old.Text() != "En. To." || r.pairs[1].new.Text() != "To." {
		t.Errorf("split side by side: %+v", r.pairs)
	}

	merge := redline.Comparison{Base: split.Draft, Draft: split.Base, Blocks: []redline.Block{
		{Status: redline.Changed, Base: []int{0, 1}, Draft: []int{0}, Twin: -1, Changes: []int{1}, Segments: []redline.Segment{
			equal(0, 0, 3, "En."),
			{Op: redline.Delete, Text: "\n", Change: 1},
			{Op: redline.Insert, Text: " ", Draft: redline.Piece{Start: 3, End: 4}, Change: 1},
			{Text: "To.", Base: redline.Piece{Block: 1, End: 3}, Draft: redline.Piece{Start: 4, End: 7}},
		}}}, Changes: []redline.Change{{Number: 1, Action: redline.Merge, Blocks: []int{0}}}}
	if got, want := shown(read(merge).marked), "En.-¶- To."; got != want {
		t.Errorf("merge: got %q, want %q", got, want)
	}
}

func TestChangedFormIsNumberedWhereItStands(t *testing.T) {
	base := paragraphs("et to tre")
	draft := paragraphs("et to tre")
	draft[0].Spans = []document.Span{{Start: 3, End: 5, Style: document.Style{Bold: true}}}
	whole := redline.Piece{End: 9}
	c := redline.Comparison{Base: base, Draft: draft, Blocks: []redline.Block{
		{Status: redline.Changed, Base: []int{0}, Draft: []int{0}, Twin: -1, Changes: []int{1, 2},
			Segments: []redline.Segment{equal(0, 0, 9, "et to tre")},
			Formats: []redline.Format{
				{Aspect: redline.AspectKind, Base: whole, Draft: whole, Old: "paragraph", New: "quote", Change: 1},
				{Aspect: redline.AspectBold, Base: redline.Piece{Start: 3, End: 5}, Draft: redline.Piece{Start: 3, End: 5}, Old: "false", New: "true", Change: 2},
			}}},
		Changes: []redline.Change{{Number: 1, Action: redline.Reform, Blocks: []int{0}}, {Number: 2, Action: redline.Reform, Blocks: []int{0}}}}
	text := read(c).marked[0].text
	if text.Whole != 1 || len(text.Pieces) != 3 || text.Pieces[1].Change != 2 || !text.Pieces[1].Bold {
		t.Errorf("got %+v", text)
	}
}

// Whatever the comparison: all words of both texts are shown, in order.
func TestAllWordsOfTheExampleAreShown(t *testing.T) {
	revision := theExample()
	c := revision.Compare(nil)
	var old, new strings.Builder
	for _, p := range read(c).marked {
		status := c.Blocks[p.block].Status
		for _, piece := range p.text.Pieces {
			if piece.Text == "¶" || piece.Mark == kit.MarkRemark {
				continue
			}
			if piece.Mark != kit.MarkAdded && status != redline.MovedTo && status != redline.Inserted {
				old.WriteString(piece.Text)
			}
			if piece.Mark != kit.MarkRemoved && status != redline.MovedFrom && status != redline.Deleted {
				new.WriteString(piece.Text)
			}
		}
	}
	if got, want := squeezed(old.String()), squeezed(joined(revision.Base.Blocks)); got != want {
		t.Errorf("base: %d letters shown, %d in the text", len(got), len(want))
	}
	if got, want := squeezed(new.String()), squeezed(joined(revision.Draft.Blocks)); got != want {
		t.Errorf("draft: %d letters shown, %d in the text", len(got), len(want))
	}
}

func squeezed(text string) string { return strings.Join(strings.Fields(text), "") }

func joined(blocks []document.Block) string {
	var s strings.Builder
	for _, b := range blocks {
		s.WriteString(b.Text + "\n")
	}
	return s.String()
}
