package strategy

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestChangesAreFilteredByAuthorWhereSeveralHaveWritten(t *testing.T) {
	page, _, office := open(t, theExample(), 1166, 640)
	f := page.cards.filter
	if f.author.framed.Visible() {
		t.Fatal("there is one author, and a list to choose from")
	}
	office.revision.Notes = slices.Clone(office.revision.Notes)
	office.revision.Notes[0].Author, office.revision.Notes[2].Author = "Prøve Prøvesen", "Prøve Prøvesen"
	page.revision.Notes = office.revision.Notes
	f.open()
	page.editing.compare() // as after a reason was written
	if !f.author.framed.Visible() || len(f.author.list.Options) != 3 {
		t.Fatalf("visible %v, offers %q", f.author.framed.Visible(), f.author.list.Options)
	}
	if top := page.cards.rows.Position().Y; top < f.content.MinSize().Height {
		t.Errorf("the list begins at %v, under the choices", top)
	}
	f.author.list.SetSelected("Prøve Prøvesen")
	if len(page.cards.listed) != 2 {
		t.Errorf("%d listed", len(page.cards.listed))
	}
	page.Reload()
	if f.author.chosen() != "Prøve Prøvesen" {
		t.Error("the choice is forgotten")
	}
	office.revision.Notes[0].Author, office.revision.Notes[2].Author = office.revision.Notes[1].Author, office.revision.Notes[1].Author
	page.Reload()
	if f.author.framed.Visible() || !f.all() || len(page.cards.listed) < 3 {
		t.Error("a list that is gone still hides changes")
	}
}

func TestChangesAreFilteredByPlaceAndReason(t *testing.T) {
	page, host, _ := open(t, theExample(), 1166, 640)
	f := page.cards.filter
	all := len(page.cards.listed)
	if f.sieves.Visible() || f.every.Visible() {
		t.Fatal("the lists are open before anybody asks")
	}
	test.Tap(f.toggle)
	if !f.sieves.Visible() || !f.place.framed.Visible() || !f.reason.framed.Visible() {
		t.Fatal("the lists do not open")
	}
	if y := fyne.CurrentApp().Driver().AbsolutePositionForObject(page.cards.rows).Y; y < fyne.CurrentApp().Driver().AbsolutePositionForObject(f.reason.framed).Y {
		t.Errorf("the changes begin at %v, behind the lists", y)
	}
	place := page.reading.places[len(page.reading.places)-1]
	f.place.list.SetSelectedIndex(slices.Index(f.place.values, place))
	for _, item := range page.cards.listed {
		if page.reading.places[item.change-1] != place {
			t.Errorf("change %d stands in %s", item.change, page.reading.places[item.change-1])
		}
	}
	if n := len(page.cards.listed); n == 0 || n >= all || f.every.Hidden {
		t.Errorf("%d of %d listed", n, all)
	}
	test.Tap(f.every)
	if len(page.cards.listed) != all || f.every.Visible() {
		t.Errorf("%d of %d listed again", len(page.cards.listed), all)
	}
	f.reason.list.SetSelectedIndex(2)
	without := len(page.cards.listed)
	f.reason.list.SetSelectedIndex(1)
	if with := len(page.cards.listed); without == 0 || with == 0 || with+without != all {
		t.Errorf("%d with and %d without a reason of %d", with, without, all)
	}
	page.choose(page.cards.listed[0].change)
	host.Canvas().Unfocus()
}
