// Package shell is the window: rail, title, search, status line, shortcuts,
// dialogs and the guard round unsaved text. Rooms live inside it and know it
// only by small interfaces of their own. It holds no rules and nothing of what
// the office works with; it starts and stops in a test with Fyne's test app.
package shell

import (
	"context"
	"log/slog"
	"time"

	"synlig/assets"
	"synlig/data/people"
	"synlig/screens/kit"
	"synlig/screens/words"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Window is the one window of the program. All its methods belong on the UI
// goroutine, but Work's progress function.
type Window struct {
	app    fyne.App
	window fyne.Window
	office Office
	log    *slog.Logger

	builders []Builder
	rooms    []*room // as in the rail; the settings last
	front    *room   // the room shown
	making   *room   // the room whose Build runs

	frame  *frame
	rail   *rail
	bar    *titleBar
	stack  *fyne.Container
	status *statusLine
	help   *helpPanel
	tip    *tip

	sheets []*sheet
	jobs   map[*job]bool
	person people.Person

	native nativeDialogs
	do     func(func()) // on the UI goroutine; a test has its own
	after  func(time.Duration, func()) (stop func())
	stop   context.CancelFunc // ends the watch
	closed bool
	gone   bool // the app has stopped running

	swapping bool // another workspace is being put under the window
}

// New makes the window with a room for each builder; the one that was in front
// last is shown, else the first. The person is the one who sat here last, or one made from the system's user.
func New(app fyne.App, office Office, builders ...Builder) *Window {
	w := blank(app)
	w.office, w.builders = office, builders
	kit.OnPanic(w.panicked)
	w.useLanguage(app.Preferences().StringWithFallback(prefLanguage, words.Danish))
	app.Settings().SetTheme(w.chosenTheme())
	w.window = app.NewWindow(words.Text("shell.program"))
	w.window.SetMaster()
	w.window.SetPadded(false)
	if app.Icon() == nil { // built without Fyne's own data about the program
		w.window.SetIcon(programIcon())
	}
	w.window.Resize(w.rememberedSize()) // before the rooms: they are laid out for it, once
	w.findPerson()
	w.furnish()
	w.window.SetCloseIntercept(w.Quit)
	w.window.SetOnDropped(w.dropped)
	w.listenKeys()
	w.watch()
	return w
}

// blank is a window without anything in it, and with the system's own ways of
// doing things.
func blank(app fyne.App) *Window {
	return &Window{
		app: app, log: slog.Default(), jobs: map[*job]bool{},
		native: systemDialogs(), do: fyne.Do, after: afterOnUI, stop: func() {},
	}
}

// Run shows the window and returns when it is closed.
func (w *Window) Run() { w.window.ShowAndRun() }

// Fyne is the window as Fyne knows it, for the one who probes whether this
// machine can show it.
func (w *Window) Fyne() fyne.Window { return w.window }

// Close closes the window without asking, after saving the rooms' texts as far
// as that goes. A second Close does nothing.
func (w *Window) Close() {
	if err := w.saveAll(); err != nil {
		w.log.Error("unsaved text on close", "error", err)
	}
	w.shut()
}

// End is Close for when the app has stopped running, on a signal for instance:
// the texts are saved, and there is no window left to close.
func (w *Window) End() {
	w.gone = true
	w.Close()
}

// shut ends everything that runs and takes the window away.
func (w *Window) shut() {
	if w.closed {
		return
	}
	w.closed = true
	w.stop()
	for j := range w.jobs {
		j.cancel()
	}
	w.closeRooms()
	w.rememberSize()
	if !w.gone {
		w.window.Close()
	}
}

// Canvas is where everything is drawn; a page gives a field the keyboard
// through it.
func (w *Window) Canvas() fyne.Canvas { return w.window.Canvas() }

// Person is who works here now.
func (w *Window) Person() people.Person { return w.person }

// furnish makes all that has words in it: at the start and when the language
// changes.
func (w *Window) furnish() {
	w.rooms, w.front = nil, nil
	for _, build := range w.builders {
		w.rooms = append(w.rooms, &room{page: build(w)})
	}
	w.tip = newTip()
	w.rail = newRail(w)
	w.bar = newTitleBar(w)
	w.stack = container.NewStack()
	w.status = newStatusLine(w)
	w.help = newHelpPanel(w.closeHelp)
	w.frame = newFrame(w)
	w.window.SetContent(w.frame.container)
	w.window.SetTitle(words.Text("shell.program"))
	if len(w.rooms) > 0 {
		w.Show(w.firstRoom())
	}
}

// firstRoom is the room that was in front when the program was closed, or the
// first of the rail.
func (w *Window) firstRoom() string {
	if key := w.app.Preferences().String(prefRoom); w.room(key) != nil {
		return key
	}
	return w.rooms[0].page.Key()
}

// Show brings the room with that key to the front; an unknown key does nothing.
func (w *Window) Show(key string) {
	defer kit.Catch()
	r := w.room(key)
	if r == nil || r == w.front {
		return
	}
	w.enter(r)
	w.front = r
	if key != SettingsKey {
		w.app.Preferences().SetString(prefRoom, key)
	}
	w.stack.Objects = []fyne.CanvasObject{r.content}
	w.stack.Refresh()
	w.Refresh()
	w.window.SetMainMenu(w.mainMenu())
	if w.help.Visible() {
		w.openHelp()
	}
}

// enter builds a room the first time and lets it read again when a colleague
// saved meanwhile.
func (w *Window) enter(r *room) {
	if r.content == nil {
		w.making = r
		defer func() { w.making = nil }()
		r.content = container.NewScroll(r.page.Build())
	} else if r.stale {
		if p, ok := r.page.(Reloader); ok {
			p.Reload()
		}
	}
	r.stale = false
}

// Refresh shows the title, the main action and the counts anew. A page calls it
// when its action or count changed.
func (w *Window) Refresh() {
	w.rail.refresh()
	w.bar.refresh()
	w.frame.container.Refresh()
}

func (w *Window) room(key string) *room {
	for _, r := range w.rooms {
		if r.page.Key() == key {
			return r
		}
	}
	return nil
}

func (w *Window) closeRooms() {
	for _, r := range w.rooms {
		if c, ok := r.page.(Closer); ok && r.content != nil {
			c.Close()
		}
	}
}

func programIcon() fyne.Resource {
	return fyne.NewStaticResource("synlig.png", assets.Read("icons/synlig.png"))
}

func afterOnUI(d time.Duration, f func()) (stop func()) {
	t := time.AfterFunc(d, func() { fyne.Do(f) })
	return func() { t.Stop() }
}
