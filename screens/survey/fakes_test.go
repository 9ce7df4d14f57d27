package survey

import (
	"context"
	"image/png"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"synlig/data/example"
	"synlig/data/fault"
	"synlig/data/store"
	"synlig/screens/kit"
)

// fakeHost stands in for the window: it answers what the test says and notes
// what it was told.
type fakeHost struct {
	window fyne.Window
	folder string
	files  []string // that PickFile gives, in turn

	sheet  []*kit.Button // of the sheet on top
	body   fyne.CanvasObject
	said   []string
	failed []fault.Code
	saved  []string // by SaveFile
	asked  []string
	drop   func([]string)
}

func (h *fakeHost) Fail(err error)               { h.failed = append(h.failed, fault.CodeOf(err)) }
func (h *fakeHost) Say(text, _ string, _ func()) { h.said = append(h.said, text) }
func (h *fakeHost) Ask(title, _, _ string, run func()) {
	h.asked = append(h.asked, title)
	run()
}
func (h *fakeHost) Sheet(title string, width float32, body fyne.CanvasObject, buttons ...*kit.Button) func() {
	row := container.NewHBox()
	pop := widget.NewModalPopUp(container.NewVBox(kit.NewSection(title), kit.Wide(width, body), row), h.window.Canvas())
	h.sheet, h.body = buttons, body
	for _, b := range buttons {
		run := b.OnTapped
		b.OnTapped = func() {
			pop.Hide()
			if run != nil {
				run()
			}
		}
		row.Add(b)
	}
	pop.Show()
	return pop.Hide
}
func (h *fakeHost) Work(_ string, work func(context.Context, func(float64)) error, done func(error)) {
	done(work(context.Background(), func(float64) {}))
}
func (h *fakeHost) PickFile(_ string, _ []string, done func(string)) {
	done(h.files[0])
	h.files = h.files[1:]
}
func (h *fakeHost) SaveFile(_, name string, done func(string)) {
	path := filepath.Join(h.folder, name)
	h.saved = append(h.saved, path)
	done(path)
}
func (h *fakeHost) OnDrop(take func([]string)) { h.drop = take }
func (h *fakeHost) OpenPath(string)            {}
func (h *fakeHost) Saved(time.Time)            {}
func (h *fakeHost) Canvas() fyne.Canvas        { return h.window.Canvas() }
func (h *fakeHost) Refresh()                   {}

// room is the page on a real workspace.
type room struct {
	*Page
	host  *fakeHost
	store *store.Store
	clip  string
}

var today = time.Date(2026, 3, 3, 9, 30, 0, 0, time.UTC)

// newRoom opens the room on a workspace; with the example survey in it where
// that is asked for.
func newRoom(t testing.TB, withExample bool) *room {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(kit.NewTheme(kit.Light, 1))
	ctx := context.Background()
	now := func() time.Time { return today }
	s, err := store.Create(ctx, filepath.Join(t.TempDir(), "kontor.synlig"), store.Options{Clock: now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	if withExample {
		made := example.Survey()
		if err := s.SaveExampleSurvey(ctx, made.Title, made.Waves); err != nil {
			t.Fatal(err)
		}
	}
	r := &room{host: &fakeHost{window: test.NewTempWindow(t, nil), folder: t.TempDir()}, store: s}
	r.Page = New(r.host, s, Options{Clock: now, Copy: func(text string) { r.clip = text }, Paste: func() string { return r.clip },
		Start: func(work, done func()) { work(); done() }})
	r.Page.after = func(_ time.Duration, f func()) func() { f(); return func() {} }
	r.host.window.SetContent(r.Build())
	r.host.window.Resize(fyne.NewSize(1166, 720))
	return r
}

// press presses a button of the sheet on top.
func (r *room) press(t testing.TB, verb string) {
	t.Helper()
	for _, b := range r.host.sheet {
		if b.Text == verb {
			test.Tap(b)
			return
		}
	}
	t.Fatalf("no button says %q", verb)
}

// picture writes what is shown where SYNLIG_PICTURES says, to be looked at.
func (r *room) picture(t testing.TB, name string) {
	t.Helper()
	folder := os.Getenv("SYNLIG_PICTURES")
	if folder == "" {
		return
	}
	file, err := os.Create(filepath.Join(folder, name+".png"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if err := png.Encode(file, r.host.window.Canvas().Capture()); err != nil {
		t.Fatal(err)
	}
}
