package posts

import (
	"context"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"synlig/data/links"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// libraryHost is what the link library needs of the window.
type libraryHost interface {
	Fail(err error)
	Sheet(title string, width float32, body fyne.CanvasObject, buttons ...*kit.Button) (close func())
	PickFile(title string, extensions []string, done func(path string))
	Canvas() fyne.Canvas
}

// libraryStore is what the link library needs of the workspace.
type libraryStore interface {
	Links(ctx context.Context) ([]links.Page, error)
	SaveLink(ctx context.Context, p links.Page) (links.Page, error)
	RemoveLink(ctx context.Context, id int64) (links.Page, error)
	ImportLinks(ctx context.Context, pages []links.Page) (added, filled int, err error)
	KeepAnswer(ctx context.Context, address string, a links.Answer) error
	Sites(ctx context.Context) (links.Sites, error)
	NetAllowed() bool
}

// libraryWeb asks the web, on a click; *web.Client is one.
type libraryWeb interface {
	CheckAll(ctx context.Context, addresses []string, each func(i int, answer links.Answer, err error)) error
	Sitemap(ctx context.Context, address string) (links.Sitemap, error)
}

// libraryOptions are what the library may be given besides.
type libraryOptions struct {
	// Draft is what the post says: with nothing searched for, pages that suit it
	// come first.
	Draft string
	// Web is nil where there is no network at all.
	Web libraryWeb
	// Start runs work beside the UI goroutine and done on it; nil is kit.Aside.
	Start func(work, done func())
	// Do runs f on the UI goroutine; nil is fyne.Do.
	Do func(f func())
	// Paste is what was copied; nil asks the clipboard.
	Paste func() string
}

// library is the sheet of the office's links: searched as one types, edited,
// taken in, checked on a click, and picked from.
type library struct {
	host    libraryHost
	store   libraryStore
	options libraryOptions
	picked  func(links.Page)

	sites links.Sites
	index *links.Index
	fits  map[int64][]string // words of the draft that speak for a page
	all   int                // pages of the library
	list  libraryList
	check libraryCheck

	search *libraryField
	told   *widget.Label
	undo   *kit.Button
	detail *fyne.Container
	use    *kit.Button
	close  func()
	back   func() // what undo does
}

// libraryWidth is that of the sheet at scale 1.
const libraryWidth float32 = 680

// newLibrary is the library of a workspace. picked gets the page that a person
// chose; the sheet is closed then. Without picked there is nothing to choose.
// Call open.
func newLibrary(host libraryHost, store libraryStore, options libraryOptions, picked func(links.Page)) *library {
	if options.Start == nil {
		options.Start = kit.Aside
	}
	if options.Do == nil {
		options.Do = fyne.Do
	}
	if options.Paste == nil {
		options.Paste = func() string { return fyne.CurrentApp().Clipboard().Content() }
	}
	l := &library{host: host, store: store, options: options, picked: picked, index: links.NewIndex(nil)}
	l.list.library, l.check.library = l, l
	return l
}

// open shows the sheet, reads the library and gives the search field the
// keyboard.
func (l *library) open() {
	l.search = newLibraryField(&l.list, words.Text("links.search-hint"))
	l.search.OnChanged = func(string) { l.show(0) }
	l.search.OnSubmitted = func(string) { l.pick() }
	l.told = kit.NewQuiet("")
	l.undo = kit.NewQuietButton(words.Text("links.undo"), theme.ContentUndoIcon(), l.takeBack)
	l.detail = kit.Column(kit.Within)
	l.list.build()
	l.check.build()
	body := kit.Column(kit.Between,
		container.NewBorder(nil, nil, nil, kit.NewButton(words.Text("links.add"), theme.ContentAddIcon(), func() { l.edit(links.Page{}, "") }), l.search),
		kit.Flow(kit.Within,
			kit.NewQuietButton(words.Text("links.paste"), theme.ContentPasteIcon(), l.paste),
			kit.NewQuietButton(words.Text("links.file"), theme.FolderOpenIcon(), l.pickFile),
			kit.NewQuietButton(words.Text("links.sitemap"), theme.DownloadIcon(), l.askSitemap),
			l.check.all),
		kit.On(theme.ColorNameInputBackground, kit.Slim(0, 260, l.list.rows)),
		l.detail,
		l.check.row,
		container.NewBorder(nil, nil, nil, l.undo, l.told))
	l.use = kit.NewMainButton(words.Text("links.use"), nil, func() { l.done() })
	buttons := []*kit.Button{kit.NewButton(words.Text("shell.close"), nil, l.check.stop)}
	if l.picked != nil {
		buttons = append(buttons, l.use)
	}
	l.close = l.host.Sheet(words.Text("links.library"), libraryWidth, body, buttons...)
	l.tell("", nil)
	l.use.Disable()
	l.read(0)
	l.host.Canvas().Focus(l.search)
}

// read takes the library in anew and lights the page with that ID.
func (l *library) read(id int64) {
	var pages []links.Page
	var sites links.Sites
	var err error
	l.options.Start(func() {
		if pages, err = l.store.Links(context.Background()); err == nil {
			sites, err = l.store.Sites(context.Background())
		}
	}, func() {
		if err != nil {
			l.host.Fail(err)
			return
		}
		l.sites, l.index, l.all, l.fits = sites, links.NewIndex(pages), len(pages), map[int64][]string{}
		l.show(id)
	})
}

// show lists the pages that are searched for; with nothing searched for, those
// that suit the draft come first.
func (l *library) show(id int64) {
	found := l.index.Search(l.search.Text, 0)
	clear(l.fits)
	if l.search.Text == "" && l.options.Draft != "" {
		var first []links.Page
		for _, s := range l.index.Suggest(l.options.Draft, 3) {
			l.fits[s.Page.ID] = s.Words
			first = append(first, s.Page)
		}
		for _, p := range found {
			if l.fits[p.ID] == nil {
				first = append(first, p)
			}
		}
		found = first
	}
	l.list.set(found, id)
}

// chosen is told that another page is lit.
func (l *library) chosen() {
	p, ok := l.list.current()
	l.detail.RemoveAll()
	if ok {
		l.use.Enable()
		l.describe(p)
	} else {
		l.use.Disable()
		l.detail.Add(kit.NewText(l.nothing()))
	}
	l.detail.Refresh()
}

// nothing says why the list is empty.
func (l *library) nothing() string {
	if l.all == 0 {
		return words.Text("links.empty")
	}
	return words.Text("links.none-found")
}

// describe shows all there is to say about a page, and what can be done with it.
func (l *library) describe(p links.Page) {
	said := []string{links.Shown(p.Address)}
	if fits := l.fits[p.ID]; len(fits) > 0 {
		said = append(said, words.Text("links.fits", "words", commas(fits)))
	}
	if p.Answer.Verdict != links.Unchecked {
		said = append(said, words.Text("links.checked", "verdict", words.Text("links.verdict-"+string(p.Answer.Verdict)), "when", checkedDay(p.Checked)))
		said = append(said, words.Answer(p.Answer)...)
	}
	for _, w := range links.Warnings(p.Address, l.sites) {
		said = append(said, words.Text("links.warn-"+w.Code, warnArgs(w.Args)...))
	}
	l.detail.Add(kit.NewText(strings.Join(said, "\n")))
	buttons := kit.Flow(kit.Within,
		kit.NewButton(words.Text("links.check"), theme.ViewRefreshIcon(), func() { l.check.start([]links.Page{p}) }),
		kit.NewButton(words.Text("links.edit"), theme.DocumentCreateIcon(), func() { l.edit(p, "") }),
		kit.NewButton(words.Text("links.remove"), theme.DeleteIcon(), func() { l.remove(p) }))
	if p.Answer.Verdict == links.Moved && p.Answer.MovedTo != "" {
		buttons.Add(kit.NewButton(words.Text("links.take-new"), theme.NavigateNextIcon(), func() { l.move(p) }))
	}
	l.detail.Add(buttons)
}

// pick takes the lit page and closes the sheet.
func (l *library) pick() {
	if _, ok := l.list.current(); ok && l.picked != nil {
		l.close()
		l.done()
	}
}

// done gives the lit page to whoever asked.
func (l *library) done() {
	l.check.stop()
	if p, ok := l.list.current(); ok && l.picked != nil {
		l.picked(p)
	}
}

// tell says what was done under the list, with the way back where there is one.
func (l *library) tell(text string, back func()) {
	l.back = back
	l.told.SetText(text)
	setShown(l.told, text != "")
	setShown(l.undo, back != nil)
}

func (l *library) takeBack() {
	if back := l.back; back != nil {
		l.tell("", nil)
		back()
	}
}

func setShown(o fyne.CanvasObject, visible bool) {
	if visible {
		o.Show()
	} else {
		o.Hide()
	}
}

// checkedDay is a date in the reader's own time: "21. november 2026".
func checkedDay(t time.Time) string { return words.LongDate(t.Local()) }

// warnArgs are named arguments as the look-up of words takes them.
func warnArgs(args map[string]string) (all []string) {
	for name, value := range args {
		all = append(all, name, value)
	}
	return all
}
