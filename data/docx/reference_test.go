package docx_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"synlig/data/document"
	"synlig/data/docx"
	"synlig/data/redline"
)

// shared tells what the shared Word files hold: how many blocks, what the text
// begins with, and what was left out.
var shared = map[string]struct {
	blocks int
	begins string
	left   []docx.LeftOut
}{
	"WC001-Digits-Mod.docx":             {5, "12.34", nil},
	"WC001-Digits.docx":                 {5, "12.34", nil},
	"WC002-DeleteAtBeginning.docx":      {1, "is a test.", nil},
	"WC002-DiffInMiddle.docx":           {1, "This was a test.", nil},
	"WC002-Unmodified.docx":             {1, "This is a test.", nil},
	"WC015-Three-Paragraphs-After.docx": {2, "Sidebar.", nil},
	"WC015-Three-Paragraphs.docx":       {3, "Sidebar.", nil},
	"WC019-Hyperlink-After-1.docx":      {3, "Video gives", nil},
	"WC019-Hyperlink-Before.docx":       {3, "Video provides", nil},
	"WC020-FootNote-Before.docx":        {2, "Video provides", []docx.LeftOut{{Kind: docx.Footnotes, Count: 1}}},
	"WC025-Simple-Table-After.docx":     {3, "Para before.", []docx.LeftOut{{Kind: docx.Tables, Count: 1}}},
	"WC025-Simple-Table-Before.docx":    {3, "Para before.", []docx.LeftOut{{Kind: docx.Tables, Count: 1}}},
	"WC027-Twenty-Paras-After-1.docx":   {20, "One", nil},
	"WC027-Twenty-Paras-Before.docx":    {20, "One", nil},
	"WC040-Case-After.docx":             {1, "Video PROVIDES", nil},
	"WC040-Case-Before.docx":            {1, "Video provides", nil},
	"WC055-French-Mod.docx":             {1, "_a)_ que", nil},
	"WC055-French.docx":                 {1, "_a)_ que", nil},
	"poi-delins.docx":                   {21, "**Tika** can be:", nil},
}

func TestEverySharedFileIsRead(t *testing.T) {
	for _, path := range reference(t) {
		name := filepath.Base(path)
		t.Run(name, func(t *testing.T) {
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			want, ok := shared[name]
			if !ok {
				t.Fatal("this file is new: tell here what it holds")
			}
			result := read(t, data, docx.AsChanges)
			got := lines(result.Blocks)
			if len(got) != want.blocks || !strings.HasPrefix(got[0], want.begins) || !slices.Equal(result.LeftOut, want.left) {
				t.Errorf("%d blocks, %q, left out %v", len(got), got[0], result.LeftOut)
			}
			revised := name == "poi-delins.docx"
			found, err := docx.HasRevisions(data)
			if err != nil || found != revised || result.HasRevisions != revised {
				t.Errorf("revisions: %v %v, %v", found, result.HasRevisions, err)
			}
			through(t, result.Base, result.Blocks)
		})
	}
}

// through takes a revision from one text to another out to Word and back.
func through(t *testing.T, base, draft []document.Block) {
	t.Helper()
	r := revision(base, draft)
	data, err := docx.Marked(r, r.Compare(nil))
	if err != nil {
		t.Fatal(err)
	}
	back := read(t, data, docx.AsChanges)
	if d := same(back.Blocks, normal(draft)) + same(back.Base, normal(base)); d != "" {
		t.Errorf("out and in again: %s", d)
	}
}

func TestEveryPairOfSharedFilesGoesOutAndIn(t *testing.T) {
	var texts [][]document.Block
	for _, path := range reference(t) {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, read(t, data, docx.New).Blocks)
	}
	for _, base := range texts {
		for _, draft := range texts {
			through(t, base, draft)
		}
	}
}

// The one shared file with revisions, of which it is known what they did.
func TestTheSharedRevisionsAreTakenIn(t *testing.T) {
	files := reference(t)
	i := slices.IndexFunc(files, func(f string) bool { return filepath.Base(f) == "poi-delins.docx" })
	if i < 0 {
		t.Skip("poi-delins.docx is not here")
	}
	data, err := os.ReadFile(files[i])
	if err != nil {
		t.Fatal(err)
	}
	result := read(t, data, docx.AsChanges)
	in := func(blocks []document.Block, words string) bool {
		return slices.ContainsFunc(blocks, func(b document.Block) bool { return strings.Contains(b.Text, words) })
	}
	if words := "A pendant worn"; in(result.Blocks, words) || !in(result.Base, words) {
		t.Errorf("%q was deleted", words)
	}
	if words := "March 2009: Apache Tika Release"; !in(result.Blocks, words) || in(result.Base, words) {
		t.Errorf("%q was inserted", words)
	}
	if words := "A Nepalese name"; !in(result.Blocks, words) || !in(result.Base, words) {
		t.Errorf("%q stayed", words)
	}
	for _, tracked := range result.Tracked {
		if tracked.Author != "pavel" || tracked.Date.Year() != 2009 {
			t.Errorf("%s %q is by %q, %v", tracked.Op, tracked.Text, tracked.Author, tracked.Date)
		}
	}
	if c := redline.Compare(result.Base, result.Blocks, redline.Options{}); len(c.Changes) == 0 {
		t.Error("comparing finds no changes")
	}
}
