package strategy

import (
	"context"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"synlig/data/clock"
	"synlig/data/decision"
	"synlig/data/document"
	"synlig/data/example"
	"synlig/data/fault"
	"synlig/data/people"
	"synlig/data/redline"
	"synlig/data/store"
	"synlig/data/strategy"
	"synlig/screens/kit"
)

// fakeHost stands in for the window: it answers what the test says and notes
// what it was told.
type fakeHost struct {
	window fyne.Window
	folder string
	files  []string
	cancel bool // work is stopped before it begins
	agree  bool // every question is answered with its verb

	said    []string
	actions []func()
	failed  []error
	asked   []string
	saved   int
	opened  []string
	shown   []string
	drop    func([]string)
}

func (h *fakeHost) Fail(err error) { h.failed = append(h.failed, err) }
func (h *fakeHost) Say(text, _ string, run func()) {
	h.said, h.actions = append(h.said, text), append(h.actions, run)
}
func (h *fakeHost) Ask(title, text, verb string, run func()) {
	h.asked = append(h.asked, verb)
	if h.agree {
		run()
	}
}
func (h *fakeHost) Work(_ string, work func(context.Context, func(float64)) error, done func(error)) {
	ctx, stop := context.WithCancel(context.Background())
	if h.cancel {
		stop()
	}
	done(work(ctx, func(float64) {}))
	stop()
}
func (h *fakeHost) PickFile(_ string, _ []string, done func(string)) {
	done(h.files[0])
	h.files = h.files[1:]
}
func (h *fakeHost) PickFolder(_ string, done func(string)) { done(h.folder) }
func (h *fakeHost) SaveFile(_, name string, done func(string)) {
	done(h.folder + "/" + name)
}
func (h *fakeHost) OpenPath(path string)     { h.opened = append(h.opened, path) }
func (h *fakeHost) ShowInFolder(path string) { h.shown = append(h.shown, path) }
func (h *fakeHost) Saved(time.Time)          { h.saved++ }
func (h *fakeHost) Person() people.Person {
	return people.Person{Name: "Test Testesen", Initials: "TT"}
}
func (h *fakeHost) Canvas() fyne.Canvas        { return h.window.Canvas() }
func (h *fakeHost) Refresh()                   {}
func (h *fakeHost) OnDrop(take func([]string)) { h.drop = take }

// fakeOffice is a workspace in memory.
type fakeOffice struct {
	revision strategy.Revision
	missing  bool
	err      error
	notes    []redline.Note
	drafts   int // times the draft was saved
	versions []document.Version
}

func (o *fakeOffice) Revision(context.Context) (strategy.Revision, error) {
	if o.missing {
		return strategy.Revision{}, fault.New(store.DocumentMissing)
	}
	return o.revision, o.err
}

func (o *fakeOffice) SaveNote(_ context.Context, note redline.Note) error {
	if o.err != nil {
		return o.err
	}
	o.notes = append(o.notes, note)
	return nil
}

func (o *fakeOffice) RenumberPoints(_ context.Context, points []decision.Point, _ []int) error {
	o.revision.Points = points
	return o.err
}

func (o *fakeOffice) SaveDisputes(_ context.Context, disputes []strategy.Dispute) error {
	if o.err == nil {
		o.revision.Disputes = disputes
	}
	return o.err
}

func (o *fakeOffice) SaveDraftBlocksFrom(_ context.Context, from string, blocks []document.Block, _ people.Person) ([]document.Block, error) {
	if o.err != nil {
		return nil, o.err
	}
	if from != o.revision.Draft.Hash() {
		return nil, fault.New(store.DraftMovedOn)
	}
	o.revision.Draft.Blocks, o.drafts = blocks, o.drafts+1
	return blocks, nil
}

func (o *fakeOffice) Versions(context.Context) ([]document.Version, error) { return o.versions, o.err }

func (o *fakeOffice) Version(_ context.Context, number int) (document.Version, error) {
	for _, v := range o.versions {
		if v.Number == number {
			return v, nil
		}
	}
	return document.Version{}, fault.New(store.VersionMissing)
}

// inline runs work and done at once, so that a test needs to wait for nothing.
func inline(work, done func()) {
	work()
	done()
}

var august = time.Date(2014, 8, 22, 10, 42, 0, 0, time.UTC)

// open shows the page with a revision in a window of that size.
func open(t testing.TB, revision strategy.Revision, width, height float32) (*Page, *fakeHost, *fakeOffice) {
	t.Helper()
	office := &fakeOffice{revision: revision}
	page, host := openOffice(t, office, width, height)
	return page, host, office
}

func openOffice(t testing.TB, office *fakeOffice, width, height float32) (*Page, *fakeHost) {
	t.Helper()
	page, host := openKind(t, office, Options{Clock: clock.Fixed(august)})
	host.window.Resize(fyne.NewSize(width, height))
	return page, host
}

// openKind shows the page on any office.
func openKind(t testing.TB, workspace office, options Options) (*Page, *fakeHost) {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(kit.NewTheme(kit.Light, 1))
	host := &fakeHost{window: app.NewWindow(""), folder: t.TempDir()}
	host.window.SetPadded(false)
	page := New(host, workspace, options)
	page.start = inline
	page.after = func(time.Duration, func()) func() { return func() {} }
	host.window.SetContent(page.Build())
	host.window.Resize(fyne.NewSize(1166, 640))
	return page, host
}

// theExample is the example office's revision.
func theExample() strategy.Revision { return example.Revision() }
