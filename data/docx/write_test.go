package docx_test

import (
	"bytes"
	"fmt"
	"testing"

	"synlig/data/document"
	"synlig/data/docx"
)

// same tells where two texts differ, "" when they do not.
func same(got, want []document.Block) string {
	for i := range max(len(got), len(want)) {
		switch {
		case i >= len(got):
			return fmt.Sprintf("block %d is missing: %s %q", i, want[i].Kind, want[i].Text)
		case i >= len(want):
			return fmt.Sprintf("block %d is too much: %s %q", i, got[i].Kind, got[i].Text)
		case !got[i].Equal(want[i]):
			return fmt.Sprintf("block %d is\n %s %d %q %v, not\n %s %d %q %v", i,
				got[i].Kind, got[i].Level, got[i].Text, got[i].Spans, want[i].Kind, want[i].Level, want[i].Text, want[i].Spans)
		}
	}
	return ""
}

func read(t testing.TB, data []byte, choice docx.Revisions) docx.Result {
	t.Helper()
	result, err := docx.Read(data, choice)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// normal gives blocks in the form that every reader gives them.
func normal(blocks []document.Block) []document.Block {
	var all []document.Block
	for _, b := range blocks {
		level := b.Level
		if !b.Kind.IsList() && b.Kind != document.Paragraph {
			level = 0
		}
		if n := document.NewBlock(b.Kind, level, b.Runs(0, len(b.Text))...); n.Text != "" {
			all = append(all, n)
		}
	}
	return all
}

func TestAcceptedIsTheDraftAndRejectedIsTheBase(t *testing.T) {
	for seed := range uint64(400) {
		g := newGenerator(seed)
		base := g.document(g.IntN(12))
		draft := g.revise(base, g.IntN(8))
		r := revision(base, draft)
		comparison := r.Compare([]string{"ikke"})
		data, err := docx.Marked(r, comparison)
		if err != nil {
			t.Fatal(err)
		}
		if d := same(read(t, data, docx.New).Blocks, normal(draft)); d != "" {
			t.Fatalf("seed %d, accepted: %s", seed, d)
		}
		if d := same(read(t, data, docx.Old).Blocks, normal(base)); d != "" {
			t.Fatalf("seed %d, rejected: %s", seed, d)
		}
		both := read(t, data, docx.AsChanges)
		if d := same(both.Blocks, normal(draft)) + same(both.Base, normal(base)); d != "" {
			t.Fatalf("seed %d, as changes: %s", seed, d)
		}
		clean, err := docx.Clean(r)
		if err != nil {
			t.Fatal(err)
		}
		result := read(t, clean, docx.AsChanges)
		if d := same(result.Blocks, normal(draft)); d != "" || result.HasRevisions || len(result.Tracked) > 0 {
			t.Fatalf("seed %d, clean: %s %+v", seed, d, result.Tracked)
		}
		again, err := docx.Marked(r, r.Compare([]string{"ikke"}))
		if err != nil || !bytes.Equal(again, data) {
			t.Fatalf("seed %d: other bytes, %v", seed, err)
		}
	}
}
