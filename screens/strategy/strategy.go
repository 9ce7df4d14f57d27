// Package strategy is the room Strategi: the communication strategy with its
// changes marked as on paper, an outline at its left, the changes at its right,
// and the way to the two printed papers. Two files outside the workspace can be
// compared in the same view. It shows and asks; what a change is and what its
// paper looks like is decided in data. The same page is a desk for any other
// document of the workspace (Options.Kind), so that another room may hold one.
package strategy

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"synlig/data/clock"
	"synlig/data/document"
	"synlig/data/people"
	"synlig/data/redline"
	"synlig/data/strategy"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// host is what the page needs of the window around it.
type host interface {
	Fail(err error)
	Say(text, action string, run func())
	Ask(title, text, verb string, run func())
	Work(title string, work func(ctx context.Context, progress func(float64)) error, done func(error))
	PickFile(title string, extensions []string, done func(path string))
	PickFolder(title string, done func(path string))
	SaveFile(title, name string, done func(path string))
	OpenPath(path string)
	ShowInFolder(path string)
	Saved(at time.Time)
	Person() people.Person
	Canvas() fyne.Canvas
	// Refresh shows the main action anew.
	Refresh()
	// OnDrop says what is done with files dropped on the window.
	OnDrop(take func(paths []string))
}

// office is what the page needs of the workspace. Revision's error has the code
// store.DocumentMissing when there is no strategy yet.
type office interface {
	Revision(ctx context.Context) (strategy.Revision, error)
	SaveNote(ctx context.Context, note redline.Note) error
	SaveDisputes(ctx context.Context, disputes []strategy.Dispute) error
	// SaveDraftBlocksFrom keeps a draft that goes on from the text with that
	// document.Hash. Its error has the code store.DraftMovedOn when somebody else
	// saved another one since.
	SaveDraftBlocksFrom(ctx context.Context, from string, blocks []document.Block, person people.Person) ([]document.Block, error)
	// Versions are all versions without their text, newest first; Version is one
	// of them with its text.
	Versions(ctx context.Context) ([]document.Version, error)
	Version(ctx context.Context, number int) (document.Version, error)
}

// Options are what a page may be given besides the window and the workspace.
type Options struct {
	// Kind is the kind of document that the page is a desk for: what it is called
	// in sentences. store.StrategyKind when empty. The office that New is given
	// must be the same kind's, as in
	//
	//	strategy.New(w, desk.Store().Documents("ordensregler"), strategy.Options{Kind: "ordensregler"})
	Kind string
	// NoMeeting says that no committee decides this document: instead of going
	// before a meeting and coming back it is adopted with a date.
	NoMeeting bool
	// Weighty are the lower-case words that always make a change
	// indholdsmæssig, assets' list.
	Weighty []string
	Clock   clock.Clock // clock.System when nil
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

	revision    strategy.Revision
	compared    *comparedFiles // two files instead of the strategy; nil otherwise
	reading     *reading       // what is shown; nil while there is nothing to show
	chosen      int            // the change that is lit, 0 for none
	find        string         // what was looked for last
	found       int            // the text it was found in
	notes       notes
	editing     editing
	drafts      drafts
	past        past
	merged      redline.Merged // two people's work, while places in it are disputed
	rival       string         // whose words they are disputed with, see rivalColleague
	fromWaiting bool           // they were put off before
	reloading   bool           // the workspace is being read
	asked       int            // generation: an older answer must not overwrite a newer one

	frame   *frame
	bar     *toolbar
	outline *outline
	paper   *paper
	cards   *cards

	start func(work, done func()) // Options.Start
	// after runs f on the UI goroutine when d has passed, unless it is stopped.
	after    func(d time.Duration, f func()) (stop func())
	printers printers
}

// New is the page for a workspace. Nothing is read before Build.
func New(host host, office office, options Options) *Page {
	p := &Page{host: host, office: office, options: options, now: options.Clock, start: options.Start, after: kit.Later, printers: paperPrinters}
	if p.start == nil {
		p.start = kit.Aside
	}
	if p.now == nil {
		p.now = clock.System
	}
	p.notes.page, p.editing.page, p.drafts.page, p.past.page = p, p, p, p
	return p
}

// Key is the page's name in addresses and settings.
func (p *Page) Key() string { return "strategy" }

// Icon stands beside the title in the rail.
func (p *Page) Icon() fyne.Resource { return kit.Icon("strategy") }

// Build makes the page and begins to read the workspace.
func (p *Page) Build() fyne.CanvasObject {
	p.bar = newToolbar(p)
	p.outline = newOutline(p)
	p.paper = newPaper(p)
	p.editing.row = newEditRow(p)
	p.cards = newCards(p)
	p.frame = newFrame(p)
	p.host.OnDrop(p.dropped)
	p.Reload()
	return p.frame
}

// Action is the main action of the page.
func (p *Page) Action() (label string, run func()) {
	if p.compared != nil && p.compared.whatIf != nil {
		return words.Text("strategy.print_what_if"), p.Print
	}
	if p.compared != nil {
		return words.Text("strategy.print_compared"), p.Print
	}
	return words.Text("strategy.print"), p.Print
}

// Close saves what is being written.
func (p *Page) Close() {
	p.notes.flush()
	p.drafts.flush()
}
