package strategy

import (
	"slices"
	"testing"
)

func TestChangesAreFilteredByAuthorWhereSeveralHaveWritten(t *testing.T) {
	page, _, office := open(t, theExample(), 1166, 640)
	f := page.cards.filter
	if f.written.Visible() {
		t.Fatal("there is one author, and a list to choose from")
	}
	office.revision.Notes = slices.Clone(office.revision.Notes)
	office.revision.Notes[0].Author, office.revision.Notes[2].Author = "Prøve Prøvesen", "Prøve Prøvesen"
	page.revision.Notes = office.revision.Notes
	page.editing.compare() // as after a reason was written
	if !f.written.Visible() || len(f.author.Options) != 3 {
		t.Fatalf("visible %v, offers %q", f.written.Visible(), f.author.Options)
	}
	if top := page.cards.rows.Position().Y; top < f.content.MinSize().Height {
		t.Errorf("the list begins at %v, under the choices", top)
	}
	f.author.SetSelected("Prøve Prøvesen")
	if len(page.cards.listed) != 2 {
		t.Errorf("%d listed", len(page.cards.listed))
	}
	page.Reload()
	if f.chosenAuthor() != "Prøve Prøvesen" {
		t.Error("the choice is forgotten")
	}
	office.revision.Notes[0].Author, office.revision.Notes[2].Author = office.revision.Notes[1].Author, office.revision.Notes[1].Author
	page.Reload()
	if f.written.Visible() || !f.all() || len(page.cards.listed) < 3 {
		t.Error("a list that is gone still hides changes")
	}
}
