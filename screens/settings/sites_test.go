package settings_test

import (
	"slices"
	"testing"

	"synlig/data/fault"
	"synlig/data/links"
	"synlig/screens/kit"
	"synlig/screens/settings"
	"synlig/screens/words"

	"fyne.io/fyne/v2/test"
)

func errorOf(code fault.Code, pairs ...string) error { return fault.New(code, pairs...) }

func sites(t *testing.T, desk *settings.Desk) links.Sites {
	t.Helper()
	all, err := desk.Store().Sites(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// site types an address in the field and presses Enter.
func site(t *testing.T, w *window, address string) {
	t.Helper()
	e, ok := find(w, func(e *kit.Entry) bool { return e.PlaceHolder == words.Text("settings.site-hint") })
	if !ok {
		t.Fatal("there is no field")
	}
	e.SetText(address)
	e.OnSubmitted(address)
}

func TestTheOfficesSitesAreSet(t *testing.T) {
	w, desk := open(t)
	show(t, w, "sites")
	if !says(w, "www.borgerraadgiver.kk.dk (indbygget)") || !says(w, "www.kk.dk/diskrimination (indbygget)") {
		t.Error("the two built in are not listed")
	}
	if enabled(t, w, "settings.sites-reset") {
		t.Error("there is something to set back")
	}
	site(t, w, "https://www.kk.dk/blåt-bånd/")
	ours := links.Site{Host: "www.kk.dk", Path: "/bl%C3%A5t-b%C3%A5nd"}
	if all := sites(t, desk); len(all) != 3 || all[2] != ours || !says(w, "www.kk.dk/blåt-bånd") {
		t.Fatalf("sites %v", all)
	}
	if !sites(t, desk).Has("https://kk.dk/blåt-bånd/side") {
		t.Error("a page of the new site is not the office's")
	}
	site(t, w, "www.kk.dk/blåt-bånd")
	if len(sites(t, desk)) != 3 || !says(w, words.Fault(errorOf(settings.SiteTaken, "site", ours.String()))) {
		t.Error("a site stands there twice")
	}
	site(t, w, "javascript:alert(1)")
	if len(sites(t, desk)) != 3 {
		t.Error("what is no address is a site")
	}
	press(t, w, words.Text("settings.site-edit")) // the last in the list
	site(t, w, "www.kk.dk/tilsyn")
	if all := sites(t, desk); len(all) != 3 || all[2].Path != "/tilsyn" {
		t.Errorf("sites %v", all)
	}
	press(t, w, words.Text("settings.site-remove"))
	if len(sites(t, desk)) != 2 {
		t.Error("it is not removed")
	}
	press(t, w, words.Text("shell.undo"))
	if len(sites(t, desk)) != 3 {
		t.Error("removing cannot be taken back")
	}
	press(t, w, words.Text("settings.sites-reset"))
	if !slices.Equal(sites(t, desk), links.BuiltIn) {
		t.Error("the two built in are not back")
	}
}

func TestAnOfficeMayHaveNoSites(t *testing.T) {
	w, desk := open(t)
	show(t, w, "sites")
	for range links.BuiltIn {
		press(t, w, words.Text("settings.site-remove"))
	}
	if len(sites(t, desk)) != 0 || !says(w, words.Text("settings.sites-none")) {
		t.Errorf("sites %v", sites(t, desk))
	}
}

// Escape leaves a site that is being changed as it is.
func TestChangingASiteCanBeLeft(t *testing.T) {
	w, desk := open(t)
	show(t, w, "sites")
	press(t, w, words.Text("settings.site-edit"))
	e, ok := w.Canvas().Focused().(*kit.Entry)
	if !ok || e.Text != "www.kk.dk/diskrimination" {
		t.Fatalf("the keyboard is with %T", w.Canvas().Focused())
	}
	test.Type(e, "x")
	if !e.OnEscape() || e.Text != "" || !slices.Equal(sites(t, desk), links.BuiltIn) {
		t.Error("it was changed, or stands there still")
	}
	if e.OnEscape() {
		t.Error("Escape is kept from the window")
	}
}
