// Package posts is the room Indlæg: the office's posts on Facebook by state, the
// one that is written with its preview and what is worth looking at, the
// calendar of what is planned, and what came of what was published. It shows
// and asks; what a post is, what may be done with it and what is looked for in
// its text is decided in data/posts, and it reaches the network through the
// client it is given, on a click.
package posts

import (
	"context"
	"net/url"
	"time"

	"fyne.io/fyne/v2"

	"synlig/data/clock"
	"synlig/data/people"
	"synlig/data/posts"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// host is what the page needs of the window around it.
type host interface {
	Fail(err error)
	Say(text, action string, run func())
	Ask(title, text, verb string, run func())
	Sheet(title string, width float32, body fyne.CanvasObject, buttons ...*kit.Button) (close func())
	Work(title string, work func(ctx context.Context, progress func(float64)) error, done func(error))
	PickFile(title string, extensions []string, done func(path string))
	SaveFile(title, name string, done func(path string))
	OpenPath(path string)
	ShowInFolder(path string)
	Saved(at time.Time)
	Person() people.Person
	SwitchPerson()
	Canvas() fyne.Canvas
	// Refresh shows the main action and the rail's count anew.
	Refresh()
	// OnDrop says what is done with files dropped on the window.
	OnDrop(take func(paths []string))
}

// Options are what a page may be given besides the window and the workspace.
type Options struct {
	Clock clock.Clock // clock.System when nil
	// Web asks for pages, on a click only; nil where there is no network at all.
	Web asker
	// Open opens an address in the browser; fyne.App's own when nil.
	Open func(*url.URL) error
	// Start runs work beside the UI goroutine and done on it; nil is a goroutine
	// and fyne.Do. A test, whose driver has no UI goroutine, gives its own.
	Start func(work, done func())
}

// Page is the room. Make it with New; Build makes its widgets, once.
type Page struct {
	host    host
	office  office
	options Options
	now     clock.Clock
	zone    *time.Location

	shelf   shelf // the posts as the list shows them
	ground  ground
	draft   draft // the post that is written
	checker checker
	undoing undoing
	view    view
	begun   bool // the room was shown with its posts

	frame    *frame
	bar      *toolbar
	list     *list
	writing  *writing
	side     *side
	schedule *schedule
	figures  *figures

	start func(work, done func()) // Options.Start
	// after runs f on the UI goroutine when d has passed, unless it is stopped.
	after func(d time.Duration, f func()) (stop func())
	ticks func() // stops the waiting for the next reminder
}

// view is which of the room's faces is shown.
type view int

const (
	viewWriting view = iota
	viewCalendar
	viewFigures
)

// New is the page for a workspace. Nothing is read before Build.
func New(host host, office office, options Options) *Page {
	p := &Page{host: host, office: office, options: options, now: options.Clock, zone: clock.Copenhagen, start: options.Start, after: kit.Later}
	if p.start == nil {
		p.start = kit.Aside
	}
	if p.now == nil {
		p.now = clock.System
	}
	if p.options.Open == nil {
		p.options.Open = func(u *url.URL) error { return fyne.CurrentApp().OpenURL(u) }
	}
	p.shelf.page, p.draft.page, p.checker.page, p.undoing.page = p, p, p, p
	return p
}

// Key is the page's name in addresses and settings.
func (p *Page) Key() string { return "posts" }

// Icon stands beside the title in the rail.
func (p *Page) Icon() fyne.Resource { return kit.Icon("posts") }

// Build makes the page and begins to read the workspace.
func (p *Page) Build() fyne.CanvasObject {
	p.writing = newWriting(p)
	p.side = newSide(p)
	p.list = newList(p)
	p.schedule = newSchedule(p)
	p.figures = newFigures(p)
	p.bar = newToolbar(p)
	p.frame = newFrame(p)
	p.host.OnDrop(p.dropped)
	p.Reload()
	return p.frame
}

// who is the person that works here, as posts know people.
func (p *Page) who() posts.Who {
	person := p.host.Person()
	return posts.Who{ID: person.ID, Name: person.Name}
}

// local is a moment where the office is.
func (p *Page) local(t time.Time) time.Time { return t.In(p.zone) }

// today is now where the office is.
func (p *Page) today() time.Time { return p.now().In(p.zone) }

// show shows another face of the room.
func (p *Page) show(v view) {
	if p.view == v {
		return
	}
	p.view = v
	p.bar.views.SetChosen(int(v))
	p.frame.Refresh()
	p.host.Refresh()
}

// Search finds posts by all words, also inner words of compounds.
func (p *Page) Search(text string) {
	if p.shelf.filter.Words != text {
		p.shelf.filter.Words = text
		p.shelf.readSoon()
	}
}

// New asks what the new post begins from.
func (p *Page) New() { p.askNew() }

// Close saves what is being written.
func (p *Page) Close() {
	if p.ticks != nil {
		p.ticks()
	}
	p.draft.flush()
}

// Dressed takes sizes of our own again after the text size changed.
func (p *Page) Dressed() {
	if p.list != nil {
		p.list.rows.Reset()
		p.frame.Refresh()
	}
}

// Action is the main action of the page: what comes next for the open post.
func (p *Page) Action() (label string, run func()) {
	if !p.draft.open || p.view != viewWriting {
		return words.Text("posts.new"), p.askNew
	}
	return p.nextAction()
}
