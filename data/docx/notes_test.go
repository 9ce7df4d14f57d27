package docx_test

import (
	"strings"
	"testing"
	"time"

	"synlig/data/document"
	"synlig/data/docx"
	"synlig/data/example"
	"synlig/data/redline"
	"synlig/data/strategy"
)

func TestAForeignFilesChangesKnowTheirAuthor(t *testing.T) {
	bo := strings.ReplaceAll(strings.ReplaceAll(ins(r("bør")), "Ane", "Bo"), "05:06:07Z", "05:06:07+01:00")
	body := p("", r("Vi "), del("skal"), `<w:commentRangeStart w:id="4"/>`, bo, `<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>`, r(" svare inden ti dage."))
	comment := `<w:comment w:id="4" w:author="Bo" w:date="2026-03-04T06:00:00Z">` + p("", r("Det kan vi ")+r("ikke love.")) + p("", r("Slet ikke.")) + `</w:comment>`
	result := read(t, fixture{body: body, comments: comment}.file(t), docx.AsChanges)
	if len(result.Tracked) != 2 || len(result.LeftOut) != 0 {
		t.Fatalf("%+v, left out %v", result.Tracked, result.LeftOut)
	}
	was, now := result.Tracked[0], result.Tracked[1]
	if was.Op != docx.Deleted || was.Author != "Ane" || was.Text != "skal" || !was.Date.Equal(time.Date(2026, 3, 4, 5, 6, 7, 0, time.UTC)) {
		t.Errorf("%+v", was)
	}
	if at := was.Places[0]; result.Base[at.Block].Text[at.Start:at.End] != "skal" {
		t.Errorf("stands at %v", at)
	}
	if at := now.Places[0]; result.Blocks[at.Block].Text[at.Start:at.End] != "bør" || !now.Date.Equal(time.Date(2026, 3, 4, 4, 6, 7, 0, time.UTC)) {
		t.Errorf("%+v", now)
	}
	notes := result.Notes(redline.Compare(result.Base, result.Blocks, redline.Options{}))
	if len(notes) != 1 || notes[0].Author != "Ane" || notes[0].Reason != "Det kan vi ikke love.\nSlet ikke." {
		t.Errorf("%+v", notes)
	}
}

// withoutIDs is a text as a file gives it.
func withoutIDs(blocks []document.Block) []document.Block {
	all := normal(blocks)
	for i := range all {
		all[i].ID = ""
	}
	return all
}

func TestReasonsAndPointsComeBackFromWord(t *testing.T) {
	compared := 0
	for seed := range uint64(300) {
		g := newGenerator(seed)
		base := withoutIDs(g.document(1 + g.IntN(10)))
		r := revision(base, withoutIDs(g.revise(base, 1+g.IntN(6))))
		compared += comesBack(t, r, r.Compare(nil))
	}
	if compared < 500 {
		t.Errorf("only %d changes were compared", compared)
	}
}

func TestTheExampleComesBackFromWord(t *testing.T) {
	r := example.Revision()
	r.Base.Blocks, r.Draft.Blocks = withoutIDs(r.Base.Blocks), withoutIDs(r.Draft.Blocks)
	if n := comesBack(t, r, r.Compare(nil)); n < 10 {
		t.Errorf("only %d changes were compared", n)
	}
}

// comesBack takes a revision out to Word and in again, and tells how many
// changes still know their reason, point, author and date.
func comesBack(t *testing.T, r strategy.Revision, comparison redline.Comparison) (compared int) {
	t.Helper()
	data, err := docx.Marked(r, comparison)
	if err != nil {
		t.Fatal(err)
	}
	back := read(t, data, docx.AsChanges)
	again := redline.Compare(back.Base, back.Blocks, redline.Options{})
	again = redline.Compare(back.Base, back.Blocks, redline.Options{Notes: back.Notes(again)})
	if len(again.Changes) != len(comparison.Changes) {
		// Changes of different points are kept apart; then there is one less.
		return 0
	}
	for i, want := range comparison.Changes {
		got := again.Changes[i].Note
		if strings.TrimSpace(want.Old+want.New) == "" || want.Action == redline.Split || want.Action == redline.Merge {
			continue // a border has no words to tell its author by
		}
		author, at := want.Note.Author, want.Note.At
		if author == "" {
			author, at = r.Draft.Author, r.Draft.Changed
		}
		if got.Reason != strings.TrimSpace(want.Note.Reason) || got.Point != want.Note.Point || got.Author != author || !got.At.Equal(at.Truncate(time.Second)) {
			t.Errorf("change %d (%d) %q → %q: %q %d %s %v, not %q %d %s %v", want.Number, want.Action, want.Old, want.New,
				got.Reason, got.Point, got.Author, got.At, want.Note.Reason, want.Note.Point, author, at)
		}
		compared++
	}
	return compared
}

func TestReasonsOfChangesThatAreGoneAreComments(t *testing.T) {
	r := example.Revision()
	r.Notes = append(r.Notes,
		redline.Note{Anchor: redline.Anchor{Block: r.Base.Blocks[2].ID, From: 0, To: 1}, Reason: "Den er fortrudt", Point: 2, Author: "Anna", At: time.Date(2014, 8, 1, 9, 0, 0, 0, time.UTC)},
		redline.Note{Anchor: redline.Anchor{Block: "fra en anden fil"}, Reason: "Hører ingen steder til"})
	comparison := r.Compare(nil)
	if len(comparison.Lapsed) != 2 {
		t.Fatalf("%d lapsed", len(comparison.Lapsed))
	}
	data, err := docx.Marked(r, comparison)
	if err != nil {
		t.Fatal(err)
	}
	comments := parts(t, data)["word/comments.xml"]
	for _, want := range []string{"Bortfaldet · punkt 2 · Den er fortrudt", "Bortfaldet · Hører ingen steder til", `w:author="Anna"`} {
		if !strings.Contains(comments, want) {
			t.Errorf("%q is in no comment", want)
		}
	}
	// They are about no change: coming back, every change says what it said.
	plain := stripped(r)
	if n := comesBack(t, plain, plain.Compare(nil)); n < 10 {
		t.Errorf("only %d changes were compared", n)
	}
	back := read(t, data, docx.AsChanges)
	if got := left(back, docx.Comments); got != 2 {
		t.Errorf("told of %d comments that were left out, want 2", got)
	}
	for i, want := range [][]document.Block{r.Base.Blocks, r.Draft.Blocks} {
		if what := same([][]document.Block{back.Base, back.Blocks}[i], withoutIDs(want)); what != "" {
			t.Errorf("text %d is another: %s", i, what)
		}
	}
}

func stripped(r strategy.Revision) strategy.Revision {
	r.Base.Blocks, r.Draft.Blocks = withoutIDs(r.Base.Blocks), withoutIDs(r.Draft.Blocks)
	return r
}

func left(r docx.Result, kind string) int {
	for _, l := range r.LeftOut {
		if l.Kind == kind {
			return l.Count
		}
	}
	return 0
}
