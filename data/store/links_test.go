package store

import (
	"testing"
	"time"

	"synlig/data/clock"
	"synlig/data/fault"
	"synlig/data/links"
)

func TestALinkIsKeptCleanAndComesBack(t *testing.T) {
	ctx := t.Context()
	s := create(t, place(t), Options{})
	kept := must(s.SaveLink(ctx, links.Page{Title: "  Klag  over\nkommunen ", Address: "www.borgerraadgiver.kk.dk/klag?fbclid=x#frist", Topic: "klage", Words: "sagsbehandling frist"}))(t)
	want := links.Page{ID: 1, Title: "Klag over kommunen", Address: "https://www.borgerraadgiver.kk.dk/klag#frist", Topic: "klage", Words: "sagsbehandling frist"}
	if kept != want {
		t.Errorf("kept %+v", kept)
	}
	if all := must(s.Links(ctx))(t); len(all) != 1 || all[0] != want {
		t.Errorf("read %+v", all)
	}
	kept.Topic = "sagsbehandling"
	if again := must(s.SaveLink(ctx, kept))(t); again != kept {
		t.Errorf("changed to %+v", again)
	}
}

func TestWhatCannotBeKeptOfALink(t *testing.T) {
	ctx := t.Context()
	s := create(t, place(t), Options{})
	must(s.SaveLink(ctx, links.Page{Title: "Diskrimination", Address: "https://www.kk.dk/diskrimination"}))(t)
	for code, p := range map[fault.Code]links.Page{
		LinkTaken:           {Title: "Igen", Address: "https://www.kk.dk/diskrimination?utm_source=x"},
		LinkUntitled:        {Title: " \n ", Address: "https://www.kk.dk/"},
		links.AddressScheme: {Title: "Fælde", Address: "javascript:alert(1)"},
	} {
		if _, err := s.SaveLink(ctx, p); !fault.Is(err, code) {
			t.Errorf("%+v: %v, want %s", p, err, code)
		}
	}
	if all := must(s.Links(ctx))(t); len(all) != 1 {
		t.Errorf("kept all the same: %+v", all)
	}
}

func TestARemovedLinkIsPutBackInItsPlace(t *testing.T) {
	ctx := t.Context()
	s := create(t, place(t), Options{})
	first := must(s.SaveLink(ctx, links.Page{Title: "Klag", Address: "https://www.kk.dk/klag"}))(t)
	removed := must(s.RemoveLink(ctx, first.ID))(t)
	other := must(s.SaveLink(ctx, links.Page{Title: "Andet", Address: "https://www.kk.dk/andet"}))(t)
	if other.ID == first.ID {
		t.Error("an id was used twice, so undoing a removal would overwrite another page")
	}
	if back := must(s.SaveLink(ctx, removed))(t); back != first {
		t.Errorf("put back as %+v", back)
	}
	if _, err := s.RemoveLink(ctx, 99); !fault.Is(err, LinkMissing) {
		t.Errorf("removing what is not there: %v", err)
	}
}

func TestAnImportAddsAndFillsInAndOverwritesNothing(t *testing.T) {
	ctx := t.Context()
	s := create(t, place(t), Options{})
	must(s.SaveLink(ctx, links.Page{Title: "Vores navn", Address: "https://www.kk.dk/klag"}))(t)
	pages := []links.Page{
		{Title: "Klag", Address: "https://www.kk.dk/klag", Topic: "klage"},
		{Title: "Ny", Address: "https://www.kk.dk/ny"},
		{Title: "Ny igen", Address: "https://www.kk.dk/ny?fbclid=1"},
	}
	added, filled, err := s.ImportLinks(ctx, pages)
	if err != nil || added != 1 || filled != 1 {
		t.Errorf("added %d, filled %d: %v", added, filled, err)
	}
	all := must(s.Links(ctx))(t)
	if len(all) != 2 || all[0].Title != "Ny" || all[1].Title != "Vores navn" || all[1].Topic != "klage" {
		t.Errorf("library %+v", all)
	}
	if added, filled, err = s.ImportLinks(ctx, pages); err != nil || added+filled != 0 {
		t.Errorf("again: %d, %d, %v", added, filled, err)
	}
	if _, _, err := s.ImportLinks(ctx, []links.Page{{Title: "God", Address: "https://www.kk.dk/god"}, {Title: "", Address: "https://www.kk.dk/x"}}); !fault.Is(err, LinkUntitled) {
		t.Errorf("a page that cannot be kept: %v", err)
	}
	if all := must(s.Links(ctx))(t); len(all) != 2 {
		t.Errorf("half an import was kept: %+v", all)
	}
}

func TestTheLastAnswerStandsWithThePage(t *testing.T) {
	ctx := t.Context()
	at := time.Date(2026, time.November, 22, 10, 42, 0, 0, time.UTC)
	s := create(t, place(t), Options{Clock: clock.Fixed(at)})
	p := must(s.SaveLink(ctx, links.Page{Title: "Klag", Address: "https://www.kk.dk/klag"}))(t)
	ok(t, s.KeepAnswer(ctx, p.Address, links.Answer{Verdict: links.Dead, Reason: links.NotFound, Status: 404}))
	answer := links.Answer{Verdict: links.Moved, Detail: "temporary", Status: 200, MovedTo: "https://www.kk.dk/ny", Title: "Ny", FragmentMissing: true, Secure: "https://www.kk.dk/klag"}
	ok(t, s.KeepAnswer(ctx, "www.kk.dk/klag", answer))
	if got := must(s.Links(ctx))(t)[0]; got.Answer != answer || !got.Checked.Equal(at) {
		t.Errorf("answer %+v at %v", got.Answer, got.Checked)
	}
	must(s.RemoveLink(ctx, p.ID))(t)
	if back := must(s.SaveLink(ctx, p))(t); back.Answer != answer {
		t.Errorf("put back without its answer: %+v", back)
	}
	if err := s.KeepAnswer(ctx, "https://www.kk.dk", links.Answer{Verdict: "perhaps"}); !fault.Is(err, Refused) {
		t.Errorf("an unknown verdict: %v", err)
	}
}

func TestACardIsKept(t *testing.T) {
	ctx := t.Context()
	at := time.Date(2026, time.November, 22, 10, 42, 0, 0, time.UTC)
	s := create(t, place(t), Options{Clock: clock.Fixed(at)})
	if _, found, err := s.Card(ctx, "www.kk.dk/klag"); found || err != nil {
		t.Errorf("a card nobody fetched: %v %v", found, err)
	}
	card := links.Card{Address: "https://www.kk.dk/klag", Title: "Klag", Description: "Sådan gør du", Image: "https://www.kk.dk/i.png", Site: "kk.dk", Canonical: "https://www.kk.dk/klage"}
	ok(t, s.KeepCard(ctx, card))
	got, found, err := s.Card(ctx, "www.kk.dk/klag?fbclid=x")
	card.Fetched = at
	if !found || err != nil || got != card {
		t.Errorf("card %+v %v %v", got, found, err)
	}
	card.Title = "Ny titel"
	ok(t, s.KeepCard(ctx, card))
	if got, _, _ := s.Card(ctx, card.Address); got.Title != "Ny titel" {
		t.Errorf("the old card stayed: %+v", got)
	}
}

func TestSitesAndTheNetworkAreSettings(t *testing.T) {
	ctx := t.Context()
	s := create(t, place(t), Options{})
	if sites := must(s.Sites(ctx))(t); len(sites) != 2 || sites[0].Host != "www.borgerraadgiver.kk.dk" {
		t.Errorf("built in: %v", sites)
	}
	own := links.Sites{{Host: "xn--borgerrdgiver-vfb.dk"}, {Host: "www.kk.dk", Path: "/diskrimination"}}
	ok(t, s.SetSites(ctx, own))
	if sites := must(s.Sites(ctx))(t); len(sites) != 2 || sites[0] != own[0] || sites[1] != own[1] {
		t.Errorf("set: %v", sites)
	}
	if !s.NetAllowed() {
		t.Error("the network is closed before anybody closed it")
	}
	ok(t, s.SetNoNetwork(ctx, true))
	if no := must(s.NoNetwork(ctx))(t); !no || s.NetAllowed() {
		t.Error("the network is open")
	}
	ok(t, s.SetNoNetwork(ctx, false))
	if !s.NetAllowed() {
		t.Error("the network stays closed")
	}
}
