package posts

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"synlig/data/clock"
	"synlig/data/fault"
	"synlig/data/links"
	"synlig/data/store"
	"synlig/screens/kit"
	"synlig/screens/shell"
	"synlig/screens/words"
)

// bareRoom is a room with nothing in it, for a library to lie over.
type bareRoom struct{}

func (bareRoom) Key() string              { return "posts" }
func (bareRoom) Icon() fyne.Resource      { return kit.Icon("help") }
func (bareRoom) Build() fyne.CanvasObject { return widget.NewLabel("") }

// shelfOfLinks is an open library over the real window and a real workspace.
type shelfOfLinks struct {
	*library
	t     *testing.T
	w     *shell.Window
	store *store.Store
	web   *fakeWeb
	taken []links.Page
	file  string
}

func (s *shelfOfLinks) PickFile(_ string, _ []string, done func(string)) { done(s.file) }
func (s *shelfOfLinks) Fail(err error)                                   { s.t.Errorf("failed: %v", err) }
func (s *shelfOfLinks) Canvas() fyne.Canvas                              { return s.w.Canvas() }
func (s *shelfOfLinks) Sheet(title string, width float32, body fyne.CanvasObject, buttons ...*kit.Button) func() {
	return s.w.Sheet(title, width, body, buttons...)
}

// fakeWeb answers by address, and stops where it is told to.
type fakeWeb struct {
	answers map[string]links.Answer
	asked   []string
	during  func(i int)
	sitemap links.Sitemap
}

func (f *fakeWeb) CheckAll(ctx context.Context, addresses []string, each func(int, links.Answer, error)) error {
	for i, a := range addresses {
		if f.during != nil {
			f.during(i)
		}
		if ctx.Err() != nil {
			return fault.Wrap(ctx.Err(), "cancelled")
		}
		f.asked = append(f.asked, a)
		each(i, f.answers[a], nil)
	}
	return nil
}

func (f *fakeWeb) Sitemap(context.Context, string) (links.Sitemap, error) { return f.sitemap, nil }

const klag, diskrimination = "https://www.borgerraadgiver.kk.dk/klag", "https://www.kk.dk/diskrimination"

func openLibrary(t *testing.T, draft string) *shelfOfLinks {
	t.Helper()
	when := time.Date(2026, time.November, 22, 10, 42, 0, 0, time.Local)
	workspace, err := store.Create(t.Context(), filepath.Join(t.TempDir(), "kontor.synlig"), store.Options{Clock: clock.Fixed(when), NoBackup: true})
	if err != nil {
		t.Fatal(err)
	}
	s := &shelfOfLinks{t: t, store: workspace, web: &fakeWeb{answers: map[string]links.Answer{
		klag:           {Verdict: links.OK, Status: 200},
		diskrimination: {Verdict: links.Moved, Status: 200, MovedTo: "https://www.kk.dk/diskrimination-i-dag"},
	}}}
	for _, p := range []links.Page{
		{Title: "Klag over kommunen", Address: klag, Topic: "klage", Words: "svar frist sagsbehandling"},
		{Title: "Er du blevet diskrimineret?", Address: diskrimination, Topic: "diskrimination", Words: "ligebehandling handicap"},
		{Title: "Årsberetning 2014", Address: "https://www.borgerraadgiver.kk.dk/aarsberetning", Topic: "årsberetning"},
	} {
		if _, err := workspace.SaveLink(t.Context(), p); err != nil {
			t.Fatal(err)
		}
	}
	s.w = shell.New(test.NewApp(), workspace, func(*shell.Window) shell.Page { return bareRoom{} })
	s.w.Fyne().Resize(fyne.NewSize(1366, 740))
	t.Cleanup(func() {
		s.w.Close()
		workspace.Close()
		words.Use(words.Danish)
		kit.OnPanic(nil)
	})
	now := func(work, done func()) { work(); done() }
	s.library = newLibrary(s, workspace, libraryOptions{Draft: draft, Web: s.web, Start: now, Do: func(f func()) { f() }, Paste: func() string { return s.file }},
		func(p links.Page) { s.taken = append(s.taken, p) })
	s.open()
	return s
}

// titles are the pages that are listed.
func (s *shelfOfLinks) titles() string {
	var all []string
	for _, p := range s.list.pages {
		all = append(all, p.Title)
	}
	return strings.Join(all, " | ")
}

// press taps a button by what it says; dialogs last.
func (s *shelfOfLinks) press(verb string) {
	s.t.Helper()
	var found *kit.Button
	s.walk(func(o fyne.CanvasObject) {
		if b, ok := o.(*kit.Button); ok && b.Text == verb {
			found = b
		}
	})
	if found == nil {
		s.t.Fatalf("there is no button %q", verb)
	}
	test.Tap(found)
}

func (s *shelfOfLinks) says(text string) bool {
	found := false
	s.walk(func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *widget.Label:
			found = found || strings.Contains(o.Text, text)
		case *kit.Caption:
			found = found || strings.Contains(o.Text, text)
		}
	})
	return found
}

// walk visits what can be seen, the top dialog last.
func (s *shelfOfLinks) walk(visit func(fyne.CanvasObject)) {
	var in func(o fyne.CanvasObject)
	in = func(o fyne.CanvasObject) {
		if !o.Visible() {
			return
		}
		visit(o)
		switch o := o.(type) {
		case *fyne.Container:
			for _, child := range o.Objects {
				in(child)
			}
		case fyne.Widget:
			for _, child := range test.WidgetRenderer(o).Objects() {
				in(child)
			}
		}
	}
	for _, overlay := range s.w.Canvas().Overlays().List() {
		in(overlay)
	}
}

func (s *shelfOfLinks) kept() string {
	s.t.Helper()
	pages, err := s.store.Links(context.Background())
	if err != nil {
		s.t.Fatal(err)
	}
	var all []string
	for _, p := range pages {
		all = append(all, p.Title)
	}
	return strings.Join(all, " | ")
}

func TestTheLibraryIsSearchedAsOneTypes(t *testing.T) {
	s := openLibrary(t, "")
	if got := s.titles(); got != "Er du blevet diskrimineret? | Klag over kommunen | Årsberetning 2014" {
		t.Errorf("all pages: %s", got)
	}
	test.Type(s.search, "aarsb")
	if got := s.titles(); got != "Årsberetning 2014" {
		t.Errorf("found %s", got)
	}
	s.search.SetText("findes ikke")
	if !s.says(words.Text("links.none-found")) || !s.use.Disabled() {
		t.Error("nothing was found, and it is not said")
	}
	s.search.SetText("klag")
	s.search.OnSubmitted("klag") // Enter
	if len(s.taken) != 1 || s.taken[0].Address != klag || s.says(words.Text("links.library")) {
		t.Errorf("took %+v", s.taken)
	}
}

func TestTheDraftsSubjectComesFirst(t *testing.T) {
	s := openLibrary(t, "En borger fik ikke svar på sin klage.")
	if got := s.titles(); !strings.HasPrefix(got, "Klag over kommunen | ") || !s.says("Passer til indlægget: klage") {
		t.Errorf("first: %s", got)
	}
	s.press(words.Text("links.use"))
	if len(s.taken) != 1 || s.taken[0].Address != klag {
		t.Errorf("took %+v", s.taken)
	}
}

func TestTheLibraryByKeyboard(t *testing.T) {
	s := openLibrary(t, "")
	s.search.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	s.search.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
	if p, _ := s.list.current(); p.Address != klag {
		t.Errorf("the arrows of the search field light %q", p.Title)
	}
	s.w.Canvas().Focus(s.list.rows)
	s.list.rows.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	if got := s.kept(); strings.Contains(got, "Klag") || !s.says("»Klag over kommunen« er fjernet.") {
		t.Errorf("kept %s", got)
	}
	s.press(words.Text("links.undo"))
	if got := s.kept(); !strings.Contains(got, "Klag over kommunen") {
		t.Errorf("kept %s", got)
	}
	s.list.rows.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	s.list.rows.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if len(s.taken) != 1 || s.taken[0].Title != "Årsberetning 2014" {
		t.Errorf("took %+v", s.taken)
	}
}

func TestAPageIsAddedAndEditedAndTakenBack(t *testing.T) {
	s := openLibrary(t, "")
	s.press(words.Text("links.add"))
	address, ok := s.w.Canvas().Focused().(*kit.Entry)
	if !ok {
		t.Fatal("no field has the keyboard")
	}
	address.SetText("javascript:alert(1)")
	s.press(words.Text("links.add-verb"))
	if !s.says("fører ikke til en hjemmeside") {
		t.Fatal("what is wrong is not said")
	}
	address = s.w.Canvas().Focused().(*kit.Entry)
	if address.Text != "javascript:alert(1)" {
		t.Errorf("what was written is gone: %q", address.Text)
	}
	address.SetText("www.kk.dk/aktindsigt?fbclid=1")
	s.press(words.Text("links.add-verb"))
	if got := s.kept(); !strings.Contains(got, "Aktindsigt") || !s.says("»Aktindsigt« er gemt. Sporing i adressen er fjernet.") {
		t.Fatalf("kept %s", got)
	}
	s.press(words.Text("links.undo"))
	if got := s.kept(); strings.Contains(got, "Aktindsigt") {
		t.Errorf("still kept: %s", got)
	}
}

func TestPagesAreTakenInAndTakenBack(t *testing.T) {
	s := openLibrary(t, "")
	s.file = filepath.Join(t.TempDir(), "sitemap.xml")
	if err := os.WriteFile(s.file, []byte("<urlset><url><loc>https://www.kk.dk/ny-side</loc></url><url><loc>"+klag+"</loc></url><url><loc>mailto:x</loc></url></urlset>"), 0o600); err != nil {
		t.Fatal(err)
	}
	s.press(words.Text("links.file"))
	if got := s.kept(); !strings.Contains(got, "Ny side") || !s.says("1 ny side er tilføjet. 1 kunne ikke læses.") {
		t.Errorf("kept %s", got)
	}
	s.press(words.Text("links.undo"))
	if got := s.kept(); strings.Contains(got, "Ny side") || !strings.Contains(got, "Klag") {
		t.Errorf("kept %s", got)
	}
	s.file = filepath.Join(t.TempDir(), "sider.csv")
	if err := os.WriteFile(s.file, []byte("Emne;Titel;Adresse\nklage;Sådan klager du;www.kk.dk/saadan\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	s.press(words.Text("links.file"))
	if got := s.kept(); !strings.Contains(got, "Sådan klager du") {
		t.Errorf("kept %s", got)
	}
	s.file = "Kopieret: https://www.kk.dk/kopieret"
	s.press(words.Text("links.paste"))
	if got := s.kept(); !strings.Contains(got, "Kopieret") {
		t.Errorf("kept %s", got)
	}
	s.file = "ingen adresse"
	s.press(words.Text("links.paste"))
	if !s.says(words.Text("links.nothing-copied")) {
		t.Error("it is not said that nothing came")
	}
	s.web.sitemap = links.Sitemap{Pages: []links.Page{{Title: "Fra nettet", Address: "https://www.kk.dk/nettet"}}}
	s.press(words.Text("links.sitemap"))
	s.press(words.Text("links.sitemap-verb"))
	if got := s.kept(); !strings.Contains(got, "Fra nettet") {
		t.Errorf("kept %s", got)
	}
}

func TestPagesAreCheckedOnAClick(t *testing.T) {
	s := openLibrary(t, "")
	if len(s.web.asked) > 0 {
		t.Fatal("asked unasked")
	}
	s.press(words.Text("links.check"))
	if len(s.web.asked) != 1 || s.web.asked[0] != diskrimination || !s.says("Flyttet, tjekket 22. november 2026") || !s.says("Siden ligger nu på https://www.kk.dk/diskrimination-i-dag") {
		t.Errorf("asked %v", s.web.asked)
	}
	s.press(words.Text("links.take-new"))
	if p, _ := s.list.current(); p.Address != "https://www.kk.dk/diskrimination-i-dag" {
		t.Errorf("the page stays at %s", p.Address)
	}
	s.press(words.Text("links.undo"))
	if p, _ := s.list.current(); p.Address != diskrimination {
		t.Errorf("the page went to %s", p.Address)
	}
	s.web.during = func(i int) { // the bar is there, and Stop ends it
		if i == 1 {
			s.press(words.Text("shell.stop"))
		}
	}
	s.press(words.Text("links.check-all"))
	if len(s.web.asked) != 2 || !s.says("Tjekket 1 af 3") || s.check.row.Visible() {
		t.Errorf("asked %v after Stop", s.web.asked)
	}
}

func TestALibraryToLookAtHasNothingToPick(t *testing.T) {
	s := openLibrary(t, "")
	s.close()
	s.library = newLibrary(s, s.store, s.options, nil)
	s.open()
	if s.says(words.Text("links.use")) {
		t.Error("a page can be used for nothing")
	}
	s.search.OnSubmitted("")
	if !s.says(words.Text("links.library")) {
		t.Error("Enter closed the library")
	}
}

func TestWithoutTheNetworkItSaysSo(t *testing.T) {
	s := openLibrary(t, "")
	if err := s.store.SetNoNetwork(t.Context(), true); err != nil {
		t.Fatal(err)
	}
	for _, verb := range []string{"links.check", "links.check-all", "links.sitemap"} {
		s.tell("", nil)
		s.press(words.Text(verb))
		if !s.says("»Ingen netadgang« er slået til") || len(s.web.asked) > 0 {
			t.Errorf("%s asked %v", verb, s.web.asked)
		}
	}
}
