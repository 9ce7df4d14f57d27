package posts

import (
	"context"
	"net/url"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"synlig/data/links"
	"synlig/data/people"
	"synlig/data/posts"
	"synlig/data/store"
	"synlig/screens/kit"
)

// fakeHost stands in for the window: it answers what the test says and notes
// what it was told.
type fakeHost struct {
	window fyne.Window
	person people.Person
	folder string
	file   string

	said    []string
	actions []func()
	failed  []error
	sheets  []*sheet // open ones, the last on top
	opened  []string
	saved   int
	drop    func([]string)
}

// sheet is a dialog that a page has opened.
type sheet struct {
	title   string
	body    fyne.CanvasObject
	buttons []*kit.Button
}

func (h *fakeHost) Fail(err error) { h.failed = append(h.failed, err) }
func (h *fakeHost) Say(text, _ string, run func()) {
	h.said, h.actions = append(h.said, text), append(h.actions, run)
}
func (h *fakeHost) Ask(_, _, _ string, run func()) { run() }
func (h *fakeHost) Sheet(title string, _ float32, body fyne.CanvasObject, buttons ...*kit.Button) func() {
	s := &sheet{title, body, buttons}
	h.sheets = append(h.sheets, s)
	popup := h.window.Canvas().Overlays()
	content := kit.Column(kit.Between, body)
	popup.Add(content)
	return func() {
		for i := range h.sheets {
			if h.sheets[i] == s {
				h.sheets = append(h.sheets[:i], h.sheets[i+1:]...)
				popup.Remove(content)
				return
			}
		}
	}
}

// press presses a button of the top sheet, from 0, or from the last with -1; it
// shuts the sheet as the window does.
func (h *fakeHost) press(i int) {
	s := h.sheets[len(h.sheets)-1]
	h.sheets = h.sheets[:len(h.sheets)-1]
	h.window.Canvas().Overlays().Remove(h.window.Canvas().Overlays().Top())
	if i < 0 {
		i += len(s.buttons)
	}
	if run := s.buttons[i].OnTapped; run != nil {
		run()
	}
}
func (h *fakeHost) Work(_ string, work func(context.Context, func(float64)) error, done func(error)) {
	done(work(context.Background(), func(float64) {}))
}
func (h *fakeHost) PickFile(_ string, _ []string, done func(string)) { done(h.file) }
func (h *fakeHost) SaveFile(_, name string, done func(string))       { done(filepath.Join(h.folder, name)) }
func (h *fakeHost) OpenPath(path string)                             { h.opened = append(h.opened, path) }
func (h *fakeHost) ShowInFolder(string)                              {}
func (h *fakeHost) Saved(time.Time)                                  { h.saved++ }
func (h *fakeHost) Person() people.Person                            { return h.person }
func (h *fakeHost) SwitchPerson()                                    {}
func (h *fakeHost) Canvas() fyne.Canvas                              { return h.window.Canvas() }
func (h *fakeHost) Refresh()                                         {}
func (h *fakeHost) OnDrop(take func([]string))                       { h.drop = take }

// room is the page with a real workspace in a temporary folder, two people and
// a clock that can be moved.
type room struct {
	*Page
	t         testing.TB
	host      *fakeHost
	store     *store.Store
	bo, carla people.Person
	time      time.Time
	visited   []string
	waits     []*wait       // what waits for a moment to come
	passed    time.Duration // since the room was opened
	card      links.Card
	cardErr   error
}

// wait is something that is done when a moment has come.
type wait struct {
	at  time.Duration // since the room was opened
	do  func()
	off bool
}

// inline runs work and done at once, so that a test needs to wait for nothing.
func inline(work, done func()) {
	work()
	done()
}

// morningOf is when the tests take place: Wednesday 11 March 2015, ten past nine.
var morningOf = time.Date(2015, 3, 11, 8, 10, 0, 0, time.UTC)

func must[T any](value T, err error) func(testing.TB) T {
	return func(t testing.TB) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return value
	}
}

// open shows the page on an empty workspace in a window of that size.
func open(t testing.TB, width, height float32) *room {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(kit.NewTheme(kit.Light, 1))
	r := &room{t: t, time: morningOf}
	now := func() time.Time { return r.time }
	r.store = must(store.Create(context.Background(), filepath.Join(t.TempDir(), "kontor.synlig"), store.Options{Clock: now, NoBackup: true}))(t)
	t.Cleanup(func() { r.store.Close() })
	for who, name := range map[*people.Person]string{&r.bo: "Bo Eksempel", &r.carla: "Carla Eksempel"} {
		*who = must(r.store.AddPerson(context.Background(), people.Person{Name: name, Active: true}.Clean()))(t)
	}
	r.host = &fakeHost{window: app.NewWindow(""), folder: t.TempDir(), person: r.bo}
	r.Page = New(r.host, r.store, Options{Clock: now, Web: r, Start: inline,
		Open: func(u *url.URL) error { r.visited = append(r.visited, u.String()); return nil }})
	r.after = func(d time.Duration, f func()) func() {
		w := &wait{at: r.passed + d, do: f}
		r.waits = append(r.waits, w)
		return func() { w.off = true }
	}
	r.host.window.SetPadded(false)
	r.host.window.SetContent(r.Build())
	r.host.window.Resize(fyne.NewSize(width, height))
	return r
}

// Card answers as the web would.
func (r *room) Card(context.Context, string) (links.Card, error) { return r.card, r.cardErr }

// pass lets everything happen that waits for less than d, in its order.
func (r *room) pass(d time.Duration) {
	until := r.passed + d
	for {
		var next *wait
		for _, w := range r.waits {
			if !w.off && w.at <= until && (next == nil || w.at < next.at) {
				next = w
			}
		}
		if next == nil {
			r.passed = until
			return
		}
		r.passed, next.off = next.at, true
		next.do()
	}
}

// settle lets the checks and the saving happen.
func (r *room) settle() { r.pass(time.Second) }

// write begins a post with that text.
func (r *room) write(text string) {
	r.begin(posts.Template{})
	r.writing.text.Insert(text)
	r.settle()
}

// as makes somebody the one who works here.
func (r *room) as(p people.Person) {
	r.host.person = p
	r.Reload()
}

// act does the main action, whose words must be label.
func (r *room) act(label string) {
	r.t.Helper()
	got, run := r.Action()
	if got != label {
		r.t.Fatalf("the main action is %q, not %q", got, label)
	}
	run()
}

// kept is the open post as the workspace has it.
func (r *room) kept() posts.Post {
	r.t.Helper()
	return must(r.store.Post(context.Background(), r.draft.post.ID))(r.t)
}
