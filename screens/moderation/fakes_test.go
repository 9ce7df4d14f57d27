package moderation

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"synlig/data/fault"
	"synlig/data/moderation"
	"synlig/data/people"
	"synlig/data/store"
	"synlig/screens/kit"
)

// fakeHost stands in for the window: it answers what the test says and notes
// what it was told.
type fakeHost struct {
	window fyne.Window
	folder string
	files  []string
	person people.Person
	others []people.Person // whom SwitchPerson changes to, in turn

	sheet  []*kit.Button // of the sheet on top
	body   fyne.CanvasObject
	close  func()
	said   []string
	failed []fault.Code
	opened []string
	asked  []string
	drop   func([]string)
}

func (h *fakeHost) Fail(err error)               { h.failed = append(h.failed, fault.CodeOf(err)) }
func (h *fakeHost) Say(text, _ string, _ func()) { h.said = append(h.said, text) }
func (h *fakeHost) Ask(title, text, verb string, run func()) {
	h.asked = append(h.asked, title+"|"+text+"|"+verb)
	run()
}
func (h *fakeHost) Sheet(title string, width float32, body fyne.CanvasObject, buttons ...*kit.Button) func() {
	row := container.NewHBox()
	pop := widget.NewModalPopUp(container.NewVBox(kit.NewSection(title), kit.Wide(width, body), row), h.window.Canvas())
	h.sheet, h.body, h.close = buttons, body, pop.Hide
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
func (h *fakeHost) SaveFile(_, name string, done func(string)) { done(filepath.Join(h.folder, name)) }
func (h *fakeHost) OpenPath(path string)                       { h.opened = append(h.opened, path) }
func (h *fakeHost) ShowInFolder(string)                        {}
func (h *fakeHost) Saved(time.Time)                            {}
func (h *fakeHost) Person() people.Person                      { return h.person }
func (h *fakeHost) SwitchPerson()                              { h.person, h.others = h.others[0], h.others[1:] }
func (h *fakeHost) Canvas() fyne.Canvas                        { return h.window.Canvas() }
func (h *fakeHost) OnDrop(take func([]string))                 { h.drop = take }
func (h *fakeHost) Refresh()                                   {}

// room is the page on a real workspace, with two who work there.
type room struct {
	*Page
	host   *fakeHost
	store  *store.Store
	clip   string
	moment *time.Time // that it is
	desks  []*fakeDesk
	quick  bool // the person presses again before the main action has rested
	first  people.Person
	other  people.Person
}

var march = time.Date(2015, 3, 3, 9, 30, 0, 0, time.UTC)

// newRoom opens the room on an empty workspace.
func newRoom(t testing.TB) *room {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(kit.NewTheme(kit.Light, 1))
	ctx := context.Background()
	moment := march
	now := func() time.Time { return moment }
	s, err := store.Create(ctx, filepath.Join(t.TempDir(), "kontor.synlig"), store.Options{Clock: now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	r := &room{moment: &moment, host: &fakeHost{window: test.NewTempWindow(t, nil), folder: t.TempDir()}, store: s}
	for _, p := range []struct {
		to             *people.Person
		name, initials string
	}{{&r.first, "Ane Prøve", "AP"}, {&r.other, "Bo Eksempel", "BE"}} {
		if *p.to, err = s.AddPerson(ctx, people.Person{Name: p.name, Initials: p.initials, Active: true}); err != nil {
			t.Fatal(err)
		}
	}
	r.host.person = r.first
	if err := s.Moderation().SetSlots(ctx, map[string]string{
		"kontaktlink": "www.borgerraadgiver.kk.dk/kontakt", "indsigelseslink": "www.borgerraadgiver.kk.dk/uenig",
		"regellink": "www.borgerraadgiver.kk.dk/regler", "periode": "3 måneder", "frist": "fredag",
	}); err != nil {
		t.Fatal(err)
	}
	r.Page = New(r.host, s, Options{Clock: now, Copy: func(text string) { r.clip = text },
		Start: func(work, done func()) { work(); done() },
		Desk: func(kind string) Desk {
			r.desks = append(r.desks, &fakeDesk{kind: kind, host: r.host})
			return r.desks[len(r.desks)-1]
		}})
	r.Page.after = func(d time.Duration, f func()) func() {
		if d == rest && !r.quick {
			f()
		}
		return func() {}
	}
	r.host.window.SetContent(r.Build())
	r.host.window.Resize(fyne.NewSize(1280, 800))
	return r
}

// put puts a comment in, as a person does: paste, one click.
func (r *room) put(t *testing.T, comment string) {
	t.Helper()
	r.New()
	field := r.host.window.Canvas().Focused().(*kit.Entry)
	field.SetText(comment)
	r.press(t, "Gem kommentaren")
	if field.Text != "" {
		t.Error("the citizen's own words stay in the field")
	}
}

// press presses a button of the sheet on top.
func (r *room) press(t *testing.T, verb string) {
	t.Helper()
	for _, b := range r.host.sheet {
		if b.Text == verb {
			test.Tap(b)
			return
		}
	}
	t.Fatalf("no button says %q", verb)
}

// act does the main action, which must be that.
func (r *room) act(t *testing.T, label string) {
	t.Helper()
	said, run := r.Action()
	if said != label {
		t.Fatalf("the main action is %q, not %q", said, label)
	}
	run()
	if r.quick {
		run() // twice does no harm, however it is meant
		if _, next := r.Action(); next != nil {
			next()
		}
		r.resting = false
	}
}

// answer gives answers by keys, as a person does.
func (r *room) answer(keys string) {
	for _, key := range keys {
		r.sheet.checklist.TypedRune(key)
	}
}

// events are what the record of the open case says.
func (r *room) events() string {
	var events []string
	for _, e := range r.desk.log {
		events = append(events, string(e.Event))
	}
	return strings.Join(events, " ")
}

func (r *room) state() moderation.State { return r.desk.c.State }

// fakeDesk stands in for the strategy's page, and notes what it was asked.
type fakeDesk struct {
	kind    string
	host    *fakeHost
	told    []string
	unsaved bool
}

func (d *fakeDesk) Build() fyne.CanvasObject {
	d.host.OnDrop(func([]string) { d.told = append(d.told, "drop") }) // as the strategy's does
	return widget.NewLabel(d.kind)
}
func (d *fakeDesk) Reload()            {}
func (d *fakeDesk) Close()             { d.told = append(d.told, "close") }
func (d *fakeDesk) Unsaved() bool      { return d.unsaved }
func (d *fakeDesk) Save() error        { d.unsaved = false; return nil }
func (d *fakeDesk) Search(text string) { d.told = append(d.told, "search "+text) }
func (d *fakeDesk) Print()             { d.told = append(d.told, "print") }
func (d *fakeDesk) Adopt()             { d.told = append(d.told, "adopt") }
func (d *fakeDesk) Undo()              { d.told = append(d.told, "undo") }
func (d *fakeDesk) Redo()              { d.told = append(d.told, "redo") }
func (d *fakeDesk) MenuItems() []*fyne.MenuItem {
	return []*fyne.MenuItem{fyne.NewMenuItem(d.kind, func() {})}
}

// paper is the one file the room wrote last, which must be of that kind.
func (r *room) paper(t *testing.T, ending, begins string) []byte {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(r.host.folder, "*"+ending))
	if err != nil || len(found) != 1 {
		t.Fatalf("files: %v %v; %v", found, err, r.host.failed)
	}
	content, err := os.ReadFile(found[0])
	if err != nil || !strings.HasPrefix(string(content), begins) {
		t.Fatalf("%s begins with %.20q, %v", found[0], content, err)
	}
	if err := os.Remove(found[0]); err != nil {
		t.Fatal(err)
	}
	return content
}

// plain takes a comment from the paste to "Gjort på Facebook".
func (r *room) plain(t *testing.T, comment string, yes int) {
	t.Helper()
	r.put(t, comment)
	r.sheet.checklist.mode.SetChosen(1)
	r.sheet.checklist.answer(yes, moderation.Yes)
	r.sheet.checklist.restButton().OnTapped()
	r.advice.reply.touched = true
	r.advice.reply.take("")
	r.act(t, "Notér beslutningen")
	r.act(t, "Gjort på Facebook")
}
