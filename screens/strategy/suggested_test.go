package strategy

import (
	"slices"
	"strings"
	"testing"

	"synlig/data/document"
	"synlig/screens/words"
)

// offered tells whether the list of changes ends with the suggestions.
func offered(p *Page) bool {
	n := len(p.cards.listed)
	return n > 0 && p.cards.listed[n-1].suggested
}

// afterRejection is the page after a meeting that did not adopt point 1 and 3.
func afterRejection(t *testing.T) (*Page, *fakeHost, *fakeOffice) {
	page, host, office := open(t, theExample(), 1166, 640)
	if offered(page) {
		t.Fatal("suggestions are offered before any meeting")
	}
	host.agree = true
	filled(page, 1, 0, 1).take(page.confirm)
	if len(host.failed) > 0 || len(office.revision.Suggestions) == 0 {
		t.Fatalf("failed %v", host.failed)
	}
	return page, host, office
}

func TestSuggestionsAreTakenUpInOneStep(t *testing.T) {
	page, host, office := afterRejection(t)
	if !offered(page) {
		t.Fatal("they are not offered")
	}
	n := len(office.revision.Suggestions)
	if got := page.cards.offered.counted.Text; got != words.Count("strategy.suggested", n) {
		t.Errorf("the card says %q", got)
	}
	before := page.editing.editor.Blocks()
	tapButton(t, page.cards.offered.content, words.Text("strategy.take_up"))
	if !strings.Contains(linesOf(page.editing.editor.Blocks()), "Brug af Facebook") || page.Unsaved() {
		t.Error("they are not in the draft, or not saved")
	}
	if len(page.reading.comparison.Changes) != n || offered(page) {
		t.Errorf("%d changes of %d suggestions, offered %v", len(page.reading.comparison.Changes), n, offered(page))
	}
	reasons := 0
	for _, c := range page.reading.comparison.Changes {
		if c.Note.Reason != "" {
			reasons++
		}
	}
	if reasons == 0 || len(office.notes) == 0 {
		t.Errorf("%d changes have their reason, %d notes saved", reasons, len(office.notes))
	}
	host.actions[len(host.actions)-1]() // Fortryd
	page.editing.compare()
	if !slices.EqualFunc(page.editing.editor.Blocks(), before, document.Block.Equal) || !offered(page) {
		t.Error("one step back is not the draft as it was, with the suggestions offered")
	}
}

func TestSuggestionsAreOfferedOnlyWhereTheyCanBeTaken(t *testing.T) {
	page, host, _ := afterRejection(t)
	page.cards.filter.class.list.SetSelectedIndex(1)
	if offered(page) {
		t.Error("they stand among the changes of one class")
	}
	page.cards.filter.class.list.SetSelectedIndex(0)
	page.seeExample()
	if offered(page) {
		t.Error("they are offered for another text")
	}
	page.backToStrategy()
	menu(t, page, "strategy.take_up_again")
	menu(t, page, "strategy.take_up_again")
	if got := host.said[len(host.said)-1]; got != words.Text("strategy.no_suggestions") {
		t.Errorf("said %q", got)
	}
}
