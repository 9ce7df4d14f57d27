package strategy

import (
	"strings"
	"testing"
	"time"

	"synlig/data/clock"
	"synlig/data/document"
	"synlig/data/people"
	"synlig/data/store"
	"synlig/data/strategy"
	"synlig/screens/words"
)

// A document that no committee decides goes from its first word to a text in
// force and to the next draft, in the same room and a real workspace.
func TestADocumentIsAdoptedWithADate(t *testing.T) {
	ctx := t.Context()
	file, err := store.Create(ctx, t.TempDir()+"/arbejde.synlig", store.Options{Clock: clock.Fixed(august), NoBackup: true})
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	rules := file.Documents(store.StrategyKind)
	if err := rules.SaveRevision(ctx, strategy.Revision{Title: "Regler for vores svar"}); err != nil {
		t.Fatal(err)
	}
	first := []document.Block{{Kind: document.Paragraph, Text: "Vi svarer inden en uge."}}
	if _, err := rules.SaveDraftBlocks(ctx, first, people.Person{Name: "Anna"}); err != nil {
		t.Fatal(err)
	}
	page, host := openKind(t, rules, Options{Kind: "internt-regelsaet", NoMeeting: true, Clock: clock.Fixed(august)})
	host.agree = true
	for _, item := range page.MenuItems() {
		if item.Label == words.Text("strategy.submit_to") {
			t.Error("a document without a committee is offered to one")
		}
	}
	if page.askSubmit(); !page.frame.state.Hidden {
		t.Error("it is asked about a meeting")
	}
	f := newMeetingForm(page, adopting)
	if day, err := f.date.Date(); err != nil || day.Format(time.DateOnly) != "2014-08-22" {
		t.Errorf("today is not offered: %v %v", day, err)
	}
	f.date.SetText("1. marts 2015")
	f.body.SetText("Borgerrådgiveren")
	f.take(page.confirmAdopt)
	if len(host.failed) > 0 {
		t.Fatal(host.failed)
	}
	if got := page.revision.Base; got.Number != 1 || got.Status != document.Approved || got.Meeting.Body != "Borgerrådgiveren" || got.Meeting.Date.Year() != 2015 {
		t.Errorf("in force is %+v", got)
	}
	if got := page.bar.back.Text; !strings.Contains(got, "det interne regelsæt") {
		t.Errorf("the way back is called %q", got)
	}
	f = newMeetingForm(page, adopting)
	if f.take(page.confirmAdopt); len(host.failed) != 1 {
		t.Error("a text of which nothing was written was adopted")
	}
}

func TestAKindWithoutANameIsTheText(t *testing.T) {
	p := &Page{options: Options{Kind: "noget-nyt"}}
	if got := p.about("strategy.loading"); got != "Henter teksten…" {
		t.Error(got)
	}
	if got := (&Page{}).about("strategy.loading"); got != "Henter strategien…" {
		t.Error(got)
	}
}
