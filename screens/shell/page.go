package shell

import "fyne.io/fyne/v2"

// Page is one room of the window. Its name stands in the words under
// "<key>.title", its help in assets/help/<language>/<key>.md.
type Page interface {
	// Key is the room's name in code: "strategy".
	Key() string
	// Icon stands before its name in the rail.
	Icon() fyne.Resource
	// Build makes the room's content. It is called once, on the UI goroutine,
	// when the room is first shown.
	Build() fyne.CanvasObject
}

// Builder makes a page for a window. It is called again when the language
// changes, since every word of a room changes then.
type Builder func(*Window) Page

// What a page may offer beyond that is found by type assertion.
type (
	// Actor has one main action; it stands at the top right.
	Actor interface {
		Action() (label string, run func())
	}
	// Saver keeps what a person writes. Save is called before the window closes.
	Saver interface {
		Unsaved() bool
		Save() error
	}
	// Reloader reads again after a colleague saved.
	Reloader interface{ Reload() }
	// Searcher is asked for what stands in the search field (Ctrl+K).
	Searcher interface{ Search(text string) }
	// Counter says how many things in the room need somebody.
	Counter interface{ Count() int }
	// Menu has shortcuts of its own; they stand in the main menu. The items are
	// made anew at each call.
	Menu interface{ MenuItems() []*fyne.MenuItem }
	// Printer prints (Ctrl+P).
	Printer interface{ Print() }
	// Maker makes something new (Ctrl+N).
	Maker interface{ New() }
	// Undoer takes back and does again (Ctrl+Z, Ctrl+Y) where no text field
	// has the keyboard.
	Undoer interface {
		Undo()
		Redo()
	}
	// Dresser is told after the look or the text size changed: a room that keeps
	// sizes of its own (row heights) takes them again.
	Dresser interface{ Dressed() }
	// Closer is told when its room goes away.
	Closer interface{ Close() }
)

// SettingsKey is the key of the page that the gear opens.
const SettingsKey = "settings"

// room is a page and what the window knows about it.
type room struct {
	page    Page
	content fyne.CanvasObject // nil until first shown
	stale   bool              // a colleague saved while it was not in front
	drop    func(paths []string)
}
