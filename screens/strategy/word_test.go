package strategy

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"synlig/data/document"
	"synlig/data/docx"
	"synlig/data/redline"
	"synlig/data/strategy"
	"synlig/screens/words"
)

// wordFile writes bytes as a Word file and gives its path.
func wordFile(t *testing.T, name string) func([]byte, error) string {
	return func(data []byte, err error) string {
		t.Helper()
		path := filepath.Join(t.TempDir(), name)
		if err == nil {
			err = os.WriteFile(path, data, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
		return path
	}
}

// markedFile is the example with its changes as tracked ones.
func markedFile(t *testing.T) string {
	r := theExample()
	return wordFile(t, "mærket.docx")(docx.Marked(r, r.Compare(nil)))
}

// edited is the example with more words in a block of its draft.
func edited(i int, more string) strategy.Revision {
	r := theExample()
	e := strategy.NewEditor(r.Draft.Blocks, strategy.Options{})
	e.SetText(e.At(i).ID, e.At(i).Text+more)
	r.Draft.Blocks = e.Blocks()
	return r
}

func TestWordFilesAreCompared(t *testing.T) {
	page, host, _ := open(t, theExample(), 1166, 640)
	r := theExample()
	base := r
	base.Draft = base.Base
	old, new := wordFile(t, "gammel.docx")(docx.Clean(base)), wordFile(t, "ny.docx")(docx.Clean(r))
	host.drop([]string{old, new})
	page.readFiles(old, new, nil)
	if page.compared == nil || len(host.failed) > 0 {
		t.Fatalf("failed %v", host.failed)
	}
	if got, want := len(page.reading.comparison.Changes), len(r.Compare(nil).Changes); got != want {
		t.Errorf("%d changes, want %d", got, want)
	}
	page.SaveWord()
	if got := names(t, host.folder); len(got) != 1 || !strings.HasSuffix(got[0], ".docx") {
		t.Errorf("written: %q", got)
	}
}

func TestTrackedChangesAreAskedAboutBeforeComparing(t *testing.T) {
	page, _, _ := open(t, theExample(), 1166, 640)
	path, want := markedFile(t), len(theExample().Compare(nil).Changes)
	for _, c := range []struct {
		verb    string
		changes int
	}{{"strategy.tracked_new", 0}, {"strategy.tracked_old", 0}, {"strategy.tracked_changes", want}} {
		page.readFiles(path, path, nil)
		if page.frame.state.Hidden {
			t.Fatal("nobody is asked")
		}
		tapButton(t, page.frame.state, words.Text(c.verb))
		if got := len(page.reading.comparison.Changes); page.compared == nil || got != c.changes {
			t.Errorf("%s: %d changes, want %d", c.verb, got, c.changes)
		}
	}
	page.readFiles(path, path, nil)
	tapButton(t, page.frame.state, words.Text("strategy.cancel"))
	if page.frame.state.Hidden {
		t.Error("the two files are not offered again")
	}
}

func TestBothPapersAreWrittenAsWordFiles(t *testing.T) {
	page, host, _ := open(t, theExample(), 1166, 640)
	menu(t, page, "strategy.save_word")
	clean, marked := docx.FileNames(theExample().Title)
	if got := names(t, host.folder); !slices.Equal(got, []string{clean, marked}) {
		t.Fatalf("written %q", got)
	}
	tapButton(t, page.frame.done, words.Text("strategy.open_second"))
	data, err := os.ReadFile(filepath.Join(host.folder, marked))
	if err != nil {
		t.Fatal(err)
	}
	if has, err := docx.HasRevisions(data); !has || err != nil {
		t.Errorf("revisions %v, %v", has, err)
	}
	page.SaveWord()
	if len(host.asked) != 1 {
		t.Error("files are replaced without asking")
	}
}

func TestAWordFileBecomesTheDraftInOneStep(t *testing.T) {
	page, host, office := open(t, theExample(), 1166, 640)
	before := page.editing.editor.Blocks()
	r := edited(3, " Og mere fra Word.")
	host.files = []string{wordFile(t, "ny.docx")(docx.Clean(r))}
	menu(t, page, "strategy.fetch_word")
	if got := page.editing.text(before[3].ID); got != before[3].Text+" Og mere fra Word." || len(host.failed) > 0 {
		t.Fatalf("stands %q, failed %v", got, host.failed)
	}
	if len(page.reading.comparison.Lapsed) > 0 {
		t.Errorf("reasons lapsed: %v", page.reading.comparison.Lapsed)
	}
	if page.Unsaved() || office.revision.Draft.Hash() != document.Hash(page.editing.editor.Blocks()) {
		t.Error("it is not saved")
	}
	page.Undo()
	if !slices.EqualFunc(page.editing.editor.Blocks(), before, document.Block.Equal) {
		t.Error("one step back is not the draft as it was")
	}
}

func TestTrackedChangesComeIntoTheDraft(t *testing.T) {
	page, host, _ := open(t, theExample(), 1166, 640)
	kept, changed := page.editing.editor.At(3), page.editing.editor.At(8)
	r := theExample()
	word := strategy.Revision{Title: r.Title, Base: r.Draft, Draft: edited(8, " Rettet i Word.").Draft}
	path := wordFile(t, "rettet.docx")(docx.Marked(word, word.Compare(nil)))
	page.editing.open(kept.ID, 0)
	write(page, "Mit ")
	host.files = []string{path, path, path}
	page.fetchWord()
	tapButton(t, page.frame.state, words.Text("strategy.tracked_changes"))
	if got := page.editing.text(changed.ID); got != changed.Text+" Rettet i Word." {
		t.Errorf("stands %q", got)
	}
	if got := page.editing.text(kept.ID); got != "Mit "+kept.Text {
		t.Errorf("what was written here became %q", got)
	}
	page.fetchWord()
	tapButton(t, page.frame.state, words.Text("strategy.tracked_changes"))
	if page.disputed() || host.said[len(host.said)-1] != words.Text("strategy.nothing_new") {
		t.Errorf("said %q", host.said)
	}
}

func TestWhatAWordFileLosesIsTold(t *testing.T) {
	page, _, _ := open(t, theExample(), 1166, 640)
	page.tellLeftOut([]string{"a.docx", "b.docx"}, []docx.Result{{}, {LeftOut: []docx.LeftOut{{Kind: docx.Images, Count: 2}}}})
	if page.frame.done.Hidden {
		t.Error("nothing is told")
	}
	page.frame.hideDone()
	page.tellLeftOut([]string{"a.md"}, []docx.Result{{}})
	if page.frame.done.Visible() {
		t.Error("something is told")
	}
}

func TestABrokenWordFileChangesNothing(t *testing.T) {
	page, host, _ := open(t, theExample(), 1166, 640)
	path := wordFile(t, "itu.docx")([]byte("PK\x03\x04ikke en fil"), nil)
	before := page.editing.version
	host.files = []string{path}
	page.fetchWord()
	page.readFiles(path, path, nil)
	if len(host.failed) != 2 || page.editing.version != before || page.compared != nil {
		t.Errorf("told %v", host.failed)
	}
	for _, err := range host.failed {
		if strings.Contains(words.Fault(err), "{path}") {
			t.Errorf("said %q", words.Fault(err))
		}
	}
}

func TestAConflictWithAWordFileIsCalledThat(t *testing.T) {
	page, _, _ := open(t, theExample(), 1166, 640)
	b := page.editing.editor.At(3)
	page.takeIn(redline.Merged{Blocks: page.editing.editor.Blocks(), Conflicts: []redline.Conflict{{
		ID: b.ID, Common: []document.Block{b}, Mine: []document.Block{b}, Theirs: []document.Block{b}, Held: []string{b.ID},
	}}}, rivalWord, "")
	tapButton(t, page.frame.state, words.Text("strategy.dispute_take_theirs_word"))
	tapButton(t, page.frame.state, words.Text("strategy.dispute_settle"))
	if page.disputed() || !page.frame.state.Hidden {
		t.Error("it is not settled")
	}
}

// The colleague's file carries the approved text, her changes and why she made
// them; the draft here is not begun.
func TestAuthorsAndReasonsComeInFromWord(t *testing.T) {
	sent := theExample()
	for i := range sent.Notes {
		sent.Notes[i].Author = "Kollega i Word"
	}
	sent.Notes[0].Reason = ""
	path := wordFile(t, "fra kollega.docx")(docx.Marked(sent, sent.Compare(nil)))
	mine := theExample()
	mine.Draft.Blocks, mine.Notes = mine.Base.Blocks, nil
	page, host, office := open(t, mine, 1166, 640)
	page.fetch(path, docx.AsChanges)
	if len(host.failed) > 0 {
		t.Fatal(host.failed)
	}
	reasons := 0
	for _, n := range sent.Notes {
		if n.Reason != "" {
			reasons++
		}
	}
	got := 0
	for _, c := range page.reading.comparison.Changes {
		if c.Action == redline.Split || c.Action == redline.Merge {
			reasons-- // a border has no words to tell its author by
			continue
		}
		if c.Note.Author != "Kollega i Word" {
			t.Errorf("change %d %q → %q is %q's", c.Number, c.Old, c.New, c.Note.Author)
		}
		if c.Note.Reason != "" {
			got++
		}
	}
	if got != reasons || len(page.reading.comparison.Lapsed) > 0 {
		t.Errorf("%d reasons of %d came in, %d lapsed", got, reasons, len(page.reading.comparison.Lapsed))
	}
	if len(office.notes) == 0 || !strings.Contains(host.said[len(host.said)-1], "fulgte med") {
		t.Errorf("%d saved, said %q", len(office.notes), host.said)
	}
	// Once more it brings nothing new.
	page.fetch(path, docx.AsChanges)
	if got := host.said[len(host.said)-1]; got != words.Text("strategy.nothing_new") {
		t.Errorf("said %q", got)
	}
}
