package strategy

import (
	"strings"
	"testing"

	"synlig/data/decision"
	"synlig/data/document"
	"synlig/data/redline"
	"synlig/data/strategy"
	"synlig/screens/words"
)

// clashing is a revision in which one change has notes of two points: the words
// they were about have grown together.
func clashing() strategy.Revision {
	base := []document.Block{{ID: "a", Text: "Kontoret svarer borgeren hurtigt og venligt."}}
	return strategy.Revision{
		Title:  "T",
		Base:   document.Version{Number: 1, Status: document.Approved, Blocks: base},
		Draft:  document.Version{Number: 2, Status: document.Draft, BasedOn: 1, Blocks: []document.Block{{ID: "a", Text: "Alle medarbejdere hjælper med det samme."}}},
		Points: []decision.Point{{Number: 1, Text: "at alle hjælper"}, {Number: 2, Text: "at det går hurtigt"}},
		Notes: []redline.Note{
			{Anchor: redline.Anchor{Block: "a", From: 0, To: 2}, Reason: "Alle skal med", Point: 1, Author: "Anna", At: august},
			{Anchor: redline.Anchor{Block: "a", From: 3, To: 6}, Reason: "Det haster", Point: 2, Author: "Bo", At: august.AddDate(0, 0, 1)},
		},
	}
}

func TestACollisionIsSaidAndSettledWithOneClick(t *testing.T) {
	page, host, office := open(t, clashing(), 1166, 640)
	host.agree = true
	page.choose(1)
	f := changeFace(page.reading, 1, true)
	if len(f.points) != 2 || f.clash == "" {
		t.Fatalf("the card says %+v", f)
	}
	box := page.cards.opened.clash
	if box.content.Hidden || !strings.Contains(box.said.Text, "punkt 1 og 2") || len(box.buttons.Objects) != 2 {
		t.Fatalf("the open card says %q with %d ways", box.said.Text, len(box.buttons.Objects))
	}

	form := newMeetingForm(page, deciding)
	form.date.SetText("22.8.2014")
	form.outcomes[0].SetChosen(0)
	form.outcomes[1].SetChosen(1)
	form.take(page.confirm)
	if form.wrong.Hidden || form.wrong.Text != words.Text("strategy.clash_decide") || len(host.failed) > 0 {
		t.Fatalf("the form says %q, failed %v", form.wrong.Text, host.failed)
	}
	if len(form.clashes.Objects) != 1 {
		t.Fatalf("the form shows %d collisions", len(form.clashes.Objects))
	}
	page.notes.settle(1, 1)
	form.showClashes()
	if !form.clashes.Hidden || len(office.notes) == 0 || office.notes[len(office.notes)-1].Point != 1 {
		t.Errorf("after it is settled %d collisions stand; saved %+v", len(form.clashes.Objects), office.notes)
	}
	c := page.change(1)
	if got := strategy.PointsOf(*c); len(got) != 1 || got[0] != 1 {
		t.Errorf("the change belongs to points %v", got)
	}
	if len(c.Others) != 1 || c.Others[0].Reason != "Alle skal med" || c.Note.Reason != "Det haster" || c.Note.Author != "Bo" {
		t.Errorf("what was said is %+v and %+v", c.Note, c.Others)
	}
	office.revision.Notes = page.revision.Notes // as a workspace would have them
	if form.take(page.confirm); len(host.failed) > 0 || office.revision.Base.Number != 2 {
		t.Errorf("not decided: %v", host.failed)
	}
}

func TestNeighboursOfTwoPointsAreOnlyTold(t *testing.T) {
	r := &reading{clashes: []redline.Collision{{Numbers: []int{1, 2}, Points: []int{1, 3}}, {Numbers: []int{2}, Points: []int{1, 2}}}}
	if got := clashText(*r.clashOf(1)); !strings.Contains(got, "Ændring 1 og 2") || !strings.Contains(got, "punkt 1 og 3") {
		t.Error(got)
	}
	if k := r.clashOf(2); len(k.Numbers) != 1 {
		t.Errorf("what must be settled does not go first: %+v", k)
	}
	if r.clashOf(3) != nil {
		t.Error("a change that collides with nothing")
	}
}
