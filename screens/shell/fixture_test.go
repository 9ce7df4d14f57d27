package shell

import (
	"context"
	"errors"
	"log/slog"
	"slices"
	"testing"
	"time"

	"synlig/data/people"
	"synlig/data/store"
	"synlig/screens/kit"
	"synlig/screens/words"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

// office is a workspace in memory.
type office struct {
	people  []people.Person
	changes chan store.Change
	refuse  error
}

func (o *office) People(context.Context) ([]people.Person, error) { return slices.Clone(o.people), nil }

func (o *office) AddPerson(_ context.Context, p people.Person) (people.Person, error) {
	if o.refuse != nil {
		return people.Person{}, o.refuse
	}
	p.ID = int64(len(o.people) + 1)
	o.people = append(o.people, p)
	return p, nil
}

func (o *office) UpdatePerson(_ context.Context, p people.Person) error {
	i := slices.IndexFunc(o.people, func(q people.Person) bool { return q.ID == p.ID })
	if i < 0 {
		return errors.New("nobody")
	}
	o.people[i] = p
	return o.refuse
}

func (o *office) Path() string { return "/kontor/eksempel.synlig" }
func (o *office) Watch(ctx context.Context) <-chan store.Change {
	changes := make(chan store.Change)
	context.AfterFunc(ctx, func() { close(changes) })
	o.changes = changes
	return changes
}

// page is a room that remembers what was asked of it.
type page struct {
	key             string
	built, reloaded int
	acted, printed  int
	made, closed    int
	undone          int
	searched        string
	count           int
	unsaved         bool
	refuse          error
	saved           int
	onSave          func()
	content         fyne.CanvasObject
	items           []*fyne.MenuItem
}

func (p *page) Key() string         { return p.key }
func (p *page) Icon() fyne.Resource { return theme.DocumentIcon() }
func (p *page) Build() fyne.CanvasObject {
	p.built++
	if p.content == nil {
		p.content = kit.NewText(p.key)
	}
	return p.content
}
func (p *page) Action() (string, func())    { return "Udskriv bilag 1 og 2", func() { p.acted++ } }
func (p *page) Reload()                     { p.reloaded++ }
func (p *page) Search(text string)          { p.searched = text }
func (p *page) Count() int                  { return p.count }
func (p *page) Print()                      { p.printed++ }
func (p *page) New()                        { p.made++ }
func (p *page) Undo()                       { p.undone++ }
func (p *page) Redo()                       { p.undone-- }
func (p *page) Close()                      { p.closed++ }
func (p *page) Unsaved() bool               { return p.unsaved }
func (p *page) MenuItems() []*fyne.MenuItem { return p.items }
func (p *page) Save() error {
	p.saved++
	if p.onSave != nil {
		p.onSave()
	}
	if p.refuse == nil {
		p.unsaved = false
	}
	return p.refuse
}

// plain is a room that offers nothing beyond being one.
type plain struct{ key string }

func (p plain) Key() string              { return p.key }
func (p plain) Icon() fyne.Resource      { return theme.SettingsIcon() }
func (p plain) Build() fyne.CanvasObject { return kit.NewText(p.key) }

// open starts a window with two rooms and the settings, without the system's
// dialogs, and with timers that a test fires.
func open(t *testing.T) (*Window, []*page) {
	t.Helper()
	return openAt(t, &office{people: []people.Person{{ID: 1, Name: "Anna Riis", Initials: "AR", Active: true}}})
}

func openAt(t *testing.T, o *office) (*Window, []*page) {
	t.Helper()
	app := test.NewApp()
	app.Preferences().SetInt(prefPerson, 1)
	pages := []*page{{key: "strategy"}, {key: "posts"}}
	w := New(app, o,
		func(*Window) Page { return pages[0] },
		func(*Window) Page { return pages[1] },
		func(*Window) Page { return plain{SettingsKey} })
	w.native = noDialogs{}
	w.do = ui.do
	w.log = slog.New(slog.DiscardHandler)
	t.Cleanup(func() {
		w.Close()
		words.Use(words.Danish)
		kit.OnPanic(nil)
	})
	return w, pages
}

// goroutine stands for the UI goroutine, which Fyne's test driver lacks: what is
// sent to it waits until the test lets it run.
type goroutine chan func()

// ui is the UI goroutine of every test; only one test runs at a time.
var ui = make(goroutine, 64)

func (g goroutine) do(f func()) { g <- f }

// until runs what was sent, and waits for more, until done says so.
func (g goroutine) until(done func() bool) {
	for !done() {
		(<-g)()
	}
}

type noDialogs struct{}

func (noDialogs) available() bool                               { return false }
func (noDialogs) open(string, string, []string) (string, error) { return "", nil }
func (noDialogs) pickFolder(string, string) (string, error)     { return "", nil }
func (noDialogs) save(string, string, string) (string, error)   { return "", nil }

// timer is what the window asked to be called later; a test decides when.
type timer struct {
	fire    func()
	stopped bool
}

func (tm *timer) after(_ time.Duration, f func()) (stop func()) {
	tm.fire = f
	return func() { tm.stopped = true }
}
