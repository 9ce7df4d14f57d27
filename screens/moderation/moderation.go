// Package moderation is the room Moderation: the queue of citizens' comments,
// one comment with its checklist, what the checklist recommends, the reply, and
// the record of what was done and why. It shows and asks; what the answers lead
// to, what may be done by whom and in which order is decided in data/moderation
// and held by data/store. A citizen's own words live in the field they are
// pasted into and nowhere else here: all other places know the masked comment.
package moderation

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"synlig/data/clock"
	"synlig/data/danish"
	"synlig/data/moderation"
	"synlig/data/people"
	"synlig/data/store"
	"synlig/screens/kit"
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
	// OnDrop says what is done with files dropped on the window.
	OnDrop(take func(paths []string))
	Canvas() fyne.Canvas
	// Refresh shows the main action and the rail's count anew.
	Refresh()
}

// Options are what a page may be given besides the window and the workspace.
type Options struct {
	Clock clock.Clock // clock.System when nil
	// Copy puts a text on the clipboard; Fyne's own when nil.
	Copy func(text string)
	// Start runs work beside the UI goroutine and done on it; nil is a goroutine
	// and fyne.Do. A test, whose driver has no UI goroutine, gives its own.
	Start func(work, done func())
	// Desk is a desk for a document of the office's: the house rules, the internal
	// rules, the strategy for the use of Facebook. nil has them shown nowhere.
	Desk func(kind string) Desk
}

// Desk is a document that is read, written, compared and adopted in this room.
type Desk interface {
	Build() fyne.CanvasObject
	Reload()
	Close()
	Unsaved() bool
	Save() error
	Search(text string)
	// Print prints the text and what was changed in it.
	Print()
	// Adopt asks for the day from which the draft is in force.
	Adopt()
	Undo()
	Redo()
	MenuItems() []*fyne.MenuItem
}

// Page is the room. Make it with New; Build makes its widgets, once.
type Page struct {
	host    host
	store   *store.Store
	office  store.Moderation
	options Options
	now     clock.Clock

	sets   sets  // what cases are decided by
	shelf  shelf // the queue as it is shown
	desk   desk  // the case that is open
	worker worker

	resting bool  // the main action was just done
	parts   parts // comments, rules, report
	frame   *frame
	queue   *queue
	sheet   *casePage
	advice  *advice

	start func(work, done func()) // Options.Start
	// after runs f on the UI goroutine when d has passed, unless it is stopped.
	after func(d time.Duration, f func()) (stop func())
}

// sets are the editions in force, and the office's own values for replies.
type sets struct {
	rules     moderation.RuleSet
	checklist moderation.Checklist
	templates moderation.TemplateSet
	slots     map[string]string
	words     *danish.Rules // by the office's own word lists; what is masked does not depend on them
}

// New is the page for a workspace. Nothing is read before Build.
func New(host host, workspace *store.Store, options Options) *Page {
	p := &Page{host: host, store: workspace, office: workspace.Moderation(), options: options, now: options.Clock, start: options.Start, after: kit.Later}
	if p.start == nil {
		p.start = kit.Aside
	}
	if p.now == nil {
		p.now = clock.System
	}
	if p.options.Copy == nil {
		p.options.Copy = func(text string) { fyne.CurrentApp().Clipboard().SetContent(text) }
	}
	p.shelf.page, p.desk.page, p.worker.page = p, p, p
	p.shelf.view = store.ViewOpen
	return p
}

// Key is the page's name in addresses and settings.
func (p *Page) Key() string { return "moderation" }

// Icon stands beside the title in the rail.
func (p *Page) Icon() fyne.Resource { return kit.Icon("moderation") }

// Build makes the page and begins to read the workspace.
func (p *Page) Build() fyne.CanvasObject {
	p.queue = newQueue(p)
	p.sheet = newCasePage(p)
	p.advice = newAdvice(p)
	p.frame = newFrame(p)
	room := p.parts.build(p, p.frame)
	p.host.OnDrop(p.dropped)
	p.Reload()
	return room
}

// Reload reads the queue, the editions in force and the open case again, as
// after a colleague's saving.
func (p *Page) Reload() {
	var read sets
	var err error
	p.start(func() {
		ctx := context.Background()
		if read.rules, read.checklist, read.templates, err = p.office.InForce(ctx); err == nil {
			read.slots, err = p.office.Slots(ctx)
		}
		if err == nil {
			var lists danish.Lists
			lists, err = p.store.WordLists(ctx)
			read.words = danish.New(lists)
		}
	}, func() {
		if err != nil {
			p.frame.showFault(err)
			return
		}
		p.sets = read
		p.shelf.read()
		p.desk.reread()
		p.queue.reminders.read()
	})
	p.parts.reload()
}

// Search finds comments by words, the last of them begun.
func (p *Page) Search(text string) {
	if d := p.parts.desk(); d != nil {
		d.Search(text)
		return
	}
	if p.shelf.find != text {
		p.shelf.find = text
		p.shelf.read()
	}
}

// Count is how many comments need somebody: the new ones, those that wait for
// a second person, the objections, and what the day brings.
func (p *Page) Count() int {
	c := p.shelf.counts
	n := c[store.ViewNew] + c[store.ViewSecond] + c[store.ViewObjection]
	if p.queue != nil {
		n += p.queue.reminders.needs()
	}
	return n
}

// New puts a comment in.
func (p *Page) New() {
	p.parts.choose(partComments)
	p.askComment()
}

// Close tells colleagues that nobody has the case open here, and keeps what is
// being written in the rules.
func (p *Page) Close() {
	p.desk.leave()
	if p.parts.rules != nil {
		p.parts.rules.close()
	}
}

// Dressed takes sizes of our own again after the text size changed.
func (p *Page) Dressed() {
	if p.queue != nil {
		p.queue.rows.Reset()
		p.frame.Refresh()
	}
}
