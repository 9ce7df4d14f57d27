// Package survey is the room Undersøgelse: what the awareness survey says, by
// question, by department and against the wave before, what is hidden to keep
// people anonymous, the report, the questionnaire, and the assistant that takes
// a survey system's files in. It shows and asks; the figures come from
// data/survey, their words, tables and charts from data/survey/present, and what
// a file means from data/survey/importer.
package survey

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"synlig/data/clock"
	"synlig/data/store"
	"synlig/data/survey/present"
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
	OnDrop(take func(paths []string))
	OpenPath(path string)
	Saved(at time.Time)
	Canvas() fyne.Canvas
	// Refresh shows the main action and the rail's count anew.
	Refresh()
}

// Options are what a page may be given besides the window and the workspace.
type Options struct {
	Clock clock.Clock // clock.System when nil
	// Copy puts a text on the clipboard; Fyne's own when nil.
	Copy func(text string)
	// Paste is what stands on the clipboard; Fyne's own when nil.
	Paste func() string
	// Start runs work beside the UI goroutine and done on it; nil is a goroutine
	// and fyne.Do. A test, whose driver has no UI goroutine, gives its own.
	Start func(work, done func())
}

// Page is the room. Make it with New; Build makes its widgets, once.
type Page struct {
	host    host
	store   *store.Store
	options Options
	now     clock.Clock
	start   func(work, done func())
	say     present.Presenter

	shelf shelf // the surveys there are
	lens  *lens // what is looked at; nil before anything is read, or when there is nothing
	given releases
	wish  wish

	frame  *frame
	views  []panel
	at     int // the view that is shown
	shown  int // generation: older figures must not overwrite newer ones
	intake *intake
	// after runs f on the UI goroutine when d has passed, unless it is stopped.
	after func(d time.Duration, f func()) (stop func())
}

// New is the page for a workspace. Nothing is read before Build.
func New(host host, workspace *store.Store, options Options) *Page {
	p := &Page{host: host, store: workspace, options: options, now: options.Clock, start: options.Start, after: kit.Later}
	p.say = present.Presenter{Words: roomWords{}}
	if p.start == nil {
		p.start = kit.Aside
	}
	if p.now == nil {
		p.now = clock.System
	}
	if p.options.Copy == nil {
		p.options.Copy = func(text string) { fyne.CurrentApp().Clipboard().SetContent(text) }
	}
	if p.options.Paste == nil {
		p.options.Paste = func() string { return fyne.CurrentApp().Clipboard().Content() }
	}
	p.shelf.page = p
	p.given.fresh()
	return p
}

// Key is the page's name in addresses and settings.
func (p *Page) Key() string { return "survey" }

// Icon stands beside the title in the rail.
func (p *Page) Icon() fyne.Resource { return kit.Icon("survey") }

// Build makes the page and begins to read the workspace.
func (p *Page) Build() fyne.CanvasObject {
	p.views = makePanels(p)
	p.frame = newFrame(p)
	p.host.OnDrop(p.dropped)
	p.Reload()
	return p.frame
}

// Search finds questions by words, in the view that lists them.
func (p *Page) Search(text string) {
	if p.lens == nil || p.intake != nil {
		return
	}
	questions := p.panelOf(viewQuestions).(*questions)
	questions.find(text)
	if text != "" && p.at != viewQuestions {
		p.look(viewQuestions)
	}
}

// Action is the room's main one: the report, or what comes next in the
// assistant.
func (p *Page) Action() (label string, run func()) {
	switch {
	case p.intake != nil:
		return p.intake.action()
	case p.lens != nil:
		return text("print_report"), p.Print
	}
	return "", nil
}

// Print writes the report.
func (p *Page) Print() {
	if p.lens != nil && p.intake == nil {
		p.printReport()
	}
}

// New takes a file in.
func (p *Page) New() { p.askFile() }

// Unsaved tells whether something was written that is not kept yet.
func (p *Page) Unsaved() bool {
	return len(p.views) > 0 && p.panelOf(viewQuestionnaire).(*questionnaire).waiting
}

// Save keeps it.
func (p *Page) Save() error {
	if len(p.views) == 0 {
		return nil
	}
	return p.panelOf(viewQuestionnaire).(*questionnaire).flush()
}

// Dressed takes sizes of our own again after the text size changed.
func (p *Page) Dressed() {
	if p.frame != nil {
		p.frame.dressed()
	}
}

// MenuItems are the room's own lines of the main menu. The menu is made when the
// room comes to the front, before anything is read: the lines are always there,
// and those of a survey do nothing while there is none, or while a file is taken
// in.
func (p *Page) MenuItems() []*fyne.MenuItem {
	item := func(key string, run func()) *fyne.MenuItem {
		return fyne.NewMenuItem(text(key), func() {
			defer kit.Catch()
			run()
		})
	}
	ofSurvey := func(key string, run func()) *fyne.MenuItem {
		return item(key, func() {
			if p.lens != nil && p.intake == nil {
				run()
			}
		})
	}
	items := []*fyne.MenuItem{item("import", p.askFile), item("paste_table", p.askPaste), fyne.NewMenuItemSeparator()}
	for i, key := range viewKeys {
		view := item("view_"+key, func() {
			if p.intake == nil {
				p.look(i)
			}
		})
		view.Shortcut = &desktop.CustomShortcut{KeyName: fyne.KeyName(rune('1' + i)), Modifier: fyne.KeyModifierAlt}
		items = append(items, view)
	}
	return append(items, fyne.NewMenuItemSeparator(),
		ofSurvey("add_filter", p.askCondition), ofSurvey("no_filter", p.clearFilter), fyne.NewMenuItemSeparator(),
		ofSurvey("save_tables", p.saveWorkbook), ofSurvey("rename", p.askRename), ofSurvey("staff", p.askStaff), ofSurvey("delete", p.askDelete))
}

// text is the room's words for a key.
func text(key string, pairs ...string) string { return words.Text("survey."+key, pairs...) }

// roomWords are the words of the survey in the language in use.
type roomWords struct{}

func (roomWords) Text(key string, pairs ...string) string { return text(key, pairs...) }

func (roomWords) Count(key string, n int, pairs ...string) string {
	return words.Count("survey."+key, n, pairs...)
}
