package strategy

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"synlig/data/document"
	"synlig/data/people"
	"synlig/data/store"
	"synlig/data/strategy"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// threeHands is a workspace in which three people wrote one after the other.
func threeHands(t *testing.T) *store.Store {
	t.Helper()
	now := august
	file, err := store.Create(t.Context(), t.TempDir()+"/arbejde.synlig", store.Options{Clock: func() time.Time { return now }, NoBackup: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { file.Close() })
	paragraphs := func(texts ...string) (blocks []document.Block) {
		for i, text := range texts {
			blocks = append(blocks, document.Block{ID: string(rune('a' + i)), Text: text})
		}
		return blocks
	}
	base := document.Version{Number: 1, Status: document.Approved, Blocks: paragraphs("Vi svarer borgerne.", "Kontoret har åbent.", "Brevene ligger i skabet.")}
	if err := file.SaveRevision(t.Context(), strategy.Revision{Title: "T", Base: base, Draft: document.Version{Blocks: base.Blocks, BasedOn: 1}}); err != nil {
		t.Fatal(err)
	}
	for _, step := range []struct {
		name  string
		texts []string
	}{
		{"Anna", []string{"Vi svarer alle borgerne.", "Kontoret har åbent.", "Brevene ligger i skabet."}},
		{"Bo", []string{"Vi svarer alle borgerne.", "Kontoret har altid åbent.", "Brevene ligger i skabet."}},
		{"Carl", []string{"Vi svarer alle borgerne.", "Kontoret har altid åbent.", "Brevene ligger i det nye skab."}},
	} {
		now = now.Add(time.Hour)
		if _, err := file.SaveDraftBlocks(t.Context(), paragraphs(step.texts...), people.Person{Name: step.name}); err != nil {
			t.Fatal(err)
		}
	}
	return file
}

func TestWhoWroteWhat(t *testing.T) {
	page, host := openKind(t, threeHands(t), Options{Clock: func() time.Time { return august }})
	page.choose(2)
	if got := page.cards.opened.by.Text; !strings.Contains(got, "Bo") || !strings.Contains(got, "22. august 2014") {
		t.Errorf("the card says %q", got)
	}
	page.askPast()
	if len(host.failed) > 0 || !page.frame.state.Visible() {
		t.Fatalf("nothing is shown: %v", host.failed)
	}
	view := host.Canvas().Focused().(*kit.Rows).Row(0).(*pastRow).view
	var heads []string
	for _, item := range view.by[0] {
		heads = append(heads, item.head)
	}
	if !slices.Equal(heads, []string{"Carl", "Bo", "Anna"}) {
		t.Errorf("steps by %q", heads)
	}
	var changes []string
	for _, item := range view.by[1] {
		changes = append(changes, item.head)
	}
	if !slices.Equal(changes, []string{"Ændring 1 · Anna", "Ændring 2 · Bo", "Ændring 3 · Carl"}) {
		t.Errorf("changes %q", changes)
	}
	view.rows.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	view.rows.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if page.compared == nil || len(page.reading.comparison.Changes) != 1 || strings.TrimSpace(page.reading.comparison.Changes[0].New) != "altid" {
		t.Fatalf("Bo's step is shown as %+v", page.reading.comparison.Changes)
	}
	page.backToStrategy()
	if len(page.reading.comparison.Changes) != 3 {
		t.Errorf("back at %d changes", len(page.reading.comparison.Changes))
	}
	view.show()
	view.choice.SetChosen(1)
	view.choose(2)
	view.rows.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if page.chosen != 3 || page.frame.state.Visible() {
		t.Errorf("change %d is chosen", page.chosen)
	}
	view.show()
	view.rows.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if page.frame.state.Visible() {
		t.Error("Esc does not lead back")
	}
}

// What is written here and not saved yet is a step of its own: the changes that
// were there stay theirs who made them.
func TestAChangeStaysItsAuthorsWhileSomebodyWritesBesideIt(t *testing.T) {
	page, _ := openKind(t, threeHands(t), Options{Clock: func() time.Time { return august.AddDate(0, 0, 1) }})
	page.editing.open("b", 0)
	write(page, "Selve ")
	page.editing.compare()
	for _, c := range page.reading.comparison.Changes {
		page.choose(c.Number)
		want := map[string]string{"alle": "Anna", "altid": "Bo", "det nye skab": "Carl", "Selve kontoret": page.host.Person().Name}[strings.TrimSpace(c.New)]
		if want == "" && strings.HasPrefix(c.New, "Selve") {
			want = page.host.Person().Name
		}
		if got := page.cards.opened.by.Text; want == "" || !strings.Contains(got, want) {
			t.Errorf("%q → %q: the card says %q, want %q", c.Old, c.New, got, want)
		}
	}
}

func TestNobodyHasWrittenYet(t *testing.T) {
	file, err := store.Create(t.Context(), t.TempDir()+"/arbejde.synlig", store.Options{NoBackup: true})
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	r := theExample()
	r.Draft, r.Notes, r.Points = document.Version{}, nil, nil
	if err := file.SaveRevision(t.Context(), r); err != nil {
		t.Fatal(err)
	}
	page, host := openKind(t, file, Options{Clock: func() time.Time { return august }})
	if page.askPast(); len(host.said) == 0 || host.said[0] != words.Text("strategy.past_none") {
		t.Errorf("said %q", host.said)
	}
	memory, memoryHost, _ := open(t, theExample(), 1166, 640) // a workspace without a memory
	if memory.askPast(); len(memoryHost.failed) > 0 || memory.frame.state.Visible() {
		t.Error("asked a workspace that does not know")
	}
}
