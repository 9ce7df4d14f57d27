package strategy

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"synlig/data/document"
	"synlig/data/fault"
	"synlig/data/store"
	"synlig/data/strategy"
	"synlig/screens/words"
)

// colleague saves another text behind the page's back.
func colleague(office *fakeOffice, id, text string) {
	e := strategy.NewEditor(office.revision.Draft.Blocks, strategy.Options{})
	e.SetText(id, text)
	office.revision.Draft.Blocks = e.Blocks()
}

func TestColleaguesWordsAndMineAreBothKept(t *testing.T) {
	page, host, office := open(t, theExample(), 1166, 640)
	mine, theirs := page.editing.editor.At(3).ID, page.editing.editor.At(8).ID
	page.editing.open(mine, 0)
	write(page, "Mit ")
	colleague(office, theirs, "Kollegens afsnit.")
	press(page, fyne.KeyEscape) // saving finds the other text, reads it and puts the two together
	if page.Unsaved() {
		if err := page.Save(); err != nil {
			t.Fatal(err)
		}
	}
	kept := office.revision.Draft.Blocks
	has := func(id, text string) bool {
		return slices.ContainsFunc(kept, func(b document.Block) bool { return b.ID == id && strings.HasPrefix(b.Text, text) })
	}
	if !has(mine, "Mit ") || !has(theirs, "Kollegens afsnit.") || len(host.failed) != 0 {
		t.Errorf("kept %q and %q, failed %v", page.editing.text(mine), page.editing.text(theirs), host.failed)
	}
	if page.disputed() {
		t.Error("nothing is disputed")
	}
}

func TestSameWordsChangedByBothAreAskedAbout(t *testing.T) {
	page, _, office := open(t, theExample(), 1166, 640)
	id := page.editing.editor.At(3).ID
	first, rest, _ := strings.Cut(page.editing.text(id), " ")
	page.editing.open(id, len(first))
	press(page, slices.Repeat([]fyne.KeyName{fyne.KeyBackspace}, len([]rune(first)))...)
	write(page, "Mit")
	colleague(office, id, "Dit "+rest)
	press(page, fyne.KeyEscape)
	if !page.disputed() || page.frame.state.Hidden {
		t.Fatal("nobody is asked")
	}
	if strings.Contains(linesOf(office.revision.Draft.Blocks), "Mit "+rest) {
		t.Fatal("it is saved before anybody has said what is to stand")
	}
	d := newDispute(page, page.merged.Conflicts[0], 1)
	if !strings.HasPrefix(d.field.Text, "Mit") {
		t.Fatalf("the field begins with %q", d.field.Text)
	}
	d.field.SetText("Vores " + rest)
	page.settle(d)
	if got := page.editing.text(id); got != "Vores "+rest || page.disputed() || !page.frame.state.Hidden {
		t.Fatalf("stands %q", got)
	}
	if !strings.Contains(linesOf(office.revision.Draft.Blocks), "Vores "+rest) || page.Unsaved() {
		t.Error("what was agreed is not saved")
	}
}

func TestAColleaguesTextIsShownWhenNothingIsWrittenHere(t *testing.T) {
	page, _, office := open(t, theExample(), 1166, 640)
	id := page.editing.editor.At(3).ID
	colleague(office, id, "Kollegens afsnit.")
	page.Reload()
	if page.editing.text(id) != "Kollegens afsnit." || page.Unsaved() {
		t.Errorf("stands %q, unsaved %v", page.editing.text(id), page.Unsaved())
	}
}

func TestAConflictMayWaitAndNoWordIsLost(t *testing.T) {
	page, host, office := open(t, theExample(), 1166, 640)
	id := page.editing.editor.At(3).ID
	first, rest, _ := strings.Cut(page.editing.text(id), " ")
	page.editing.open(id, len(first))
	press(page, slices.Repeat([]fyne.KeyName{fyne.KeyBackspace}, len([]rune(first)))...)
	write(page, "Mit")
	colleague(office, id, "Dit "+rest)
	press(page, fyne.KeyEscape)
	if !page.disputed() {
		t.Fatal("nobody is asked")
	}
	office.err = fault.New(store.Locked) // the other text is nowhere else yet
	if page.putOff(); !page.disputed() || page.frame.state.Hidden || len(host.failed) != 1 {
		t.Fatal("it was put off without being kept")
	}
	office.err = nil
	tapButton(t, page.frame.state, words.Text("strategy.dispute_later"))
	if page.disputed() || !page.frame.state.Hidden || page.editing.text(id) != "Mit "+rest {
		t.Fatalf("stands %q", page.editing.text(id))
	}
	if kept := office.revision; len(kept.Disputes) != 1 || kept.Disputes[0].Conflict.Theirs[0].Text != "Dit "+rest || !strings.Contains(linesOf(kept.Draft.Blocks), "Mit "+rest) {
		t.Fatalf("kept %+v", kept.Disputes)
	}

	page, host = openOffice(t, office, 1166, 640) // another day
	if !page.cards.listed[0].waiting {
		t.Fatal("nothing tells of what waits")
	}
	if page.askSubmit(); !page.frame.state.Hidden {
		t.Error("a disputed draft is put before a meeting")
	}
	page.editing.open(id, 0)
	write(page, "Stadig m")
	press(page, fyne.KeyEscape)
	host.actions[len(host.actions)-1]() // Vælg nu
	if !page.disputed() || !strings.HasPrefix(page.merged.Conflicts[0].Mine[0].Text, "Stadig mMit") {
		t.Fatalf("asked about %+v", page.merged.Conflicts)
	}
	d := newDispute(page, page.merged.Conflicts[0], 1)
	d.take(page.merged.Conflicts[0].Theirs)
	page.settle(d)
	if page.editing.text(id) != "Dit "+rest || len(office.revision.Disputes) != 0 || page.cards.listed[0].waiting || page.Unsaved() {
		t.Errorf("stands %q, %d wait", page.editing.text(id), len(office.revision.Disputes))
	}
}
