package strategy

import (
	"context"
	"strings"
	"testing"

	"synlig/data/decision"
	"synlig/data/document"
	"synlig/data/strategy"
	"synlig/screens/words"
)

// Submit, Withdraw and Decide do in memory what the workspace does.
func (o *fakeOffice) Submit(_ context.Context, meeting document.Meeting) error {
	o.revision.Draft.Status, o.revision.Draft.Meeting = document.Submitted, meeting
	return o.err
}

func (o *fakeOffice) Withdraw(context.Context) error {
	o.revision.Draft.Status = document.Draft
	return o.err
}

func (o *fakeOffice) Decide(_ context.Context, outcomes decision.Outcomes, meeting document.Meeting) (strategy.Decided, error) {
	decided, err := o.revision.Decide(o.revision.Compare(nil), outcomes, meeting, august)
	if err == nil {
		o.revision = decided.Next
	}
	return decided, err
}

// filled is the form of the meeting with outcomes by index in outcomes.
func filled(page *Page, chosen ...int) *meetingForm {
	f := newMeetingForm(page, deciding)
	f.date.SetText("22.8.2014")
	for i, n := range chosen {
		f.outcomes[i].SetChosen(n)
	}
	return f
}

func TestSubmittedDraftIsNotWrittenInUntilItIsTakenBack(t *testing.T) {
	page, host, office := open(t, theExample(), 1166, 640)
	id := page.editing.editor.At(3).ID
	page.askSubmit()
	f := newMeetingForm(page, submitting)
	f.date.SetText("31.13.2014")
	if f.take(page.submit); page.submitted() {
		t.Fatal("a day that does not exist is taken")
	}
	f.date.SetText("22.8.2014")
	if f.take(page.submit); office.revision.Draft.Status != document.Submitted || office.revision.Draft.Meeting.Date.Day() != 22 {
		t.Fatalf("status %q, meeting %+v", office.revision.Draft.Status, office.revision.Draft.Meeting)
	}
	page.editing.open(id, 0)
	if page.editing.block != "" || page.cards.filter.decide.Hidden {
		t.Fatal("a submitted draft is open")
	}
	host.actions[len(host.actions)-1]() // Træk tilbage
	page.editing.open(id, 0)
	if page.editing.block != id {
		t.Error("the draft cannot be written in again")
	}
}

func TestMeetingAdoptsAll(t *testing.T) {
	page, host, office := open(t, theExample(), 1166, 640)
	host.agree = true
	draft := page.revision.Draft
	page.askDecide()
	filled(page, 0, 0, 0).take(page.confirm)
	if len(host.failed) > 0 {
		t.Fatal(host.failed)
	}
	if got := office.revision.Base; got.Number != draft.Number || document.Hash(got.Blocks) != draft.Hash() || got.Status != document.Approved {
		t.Errorf("approved v%d, %s", got.Number, got.Status)
	}
	if page.revision.Draft.Number != draft.Number+1 || len(page.reading.comparison.Changes) != 0 || !page.frame.state.Hidden {
		t.Errorf("shown v%d with %d changes", page.revision.Draft.Number, len(page.reading.comparison.Changes))
	}
	if got, want := host.said[len(host.said)-1], words.Text("strategy.decided", "n", number(draft.Number)); got != want {
		t.Errorf("said %q", got)
	}
}

func TestMeetingRejectsThePointAboutFacebook(t *testing.T) {
	page, host, office := open(t, theExample(), 1166, 640)
	host.agree = true
	if filled(page, 1, 0, 0).take(page.confirm); len(host.failed) != 1 {
		t.Fatal("point 3 was adopted without point 1")
	}
	text := page.decideText(filled(page, 1, 0, 1).chosen())
	if !strings.Contains(text, "punkt 1") || !strings.Contains(text, words.Text("strategy.decide_kept")) {
		t.Errorf("asks %q", text)
	}
	filled(page, 1, 0, 1).take(page.confirm)
	if len(office.revision.Suggestions) == 0 || strings.Contains(linesOf(office.revision.Base.Blocks), "Brug af Facebook") {
		t.Errorf("%d suggestions", len(office.revision.Suggestions))
	}
}

func TestNothingIsDecidedBeforeEveryPointIs(t *testing.T) {
	page, host, _ := open(t, theExample(), 1166, 640)
	f := filled(page, 0, 0)
	if f.take(page.confirm); f.wrong.Hidden || len(host.asked) > 0 {
		t.Error("a point without an outcome is passed over")
	}
}
