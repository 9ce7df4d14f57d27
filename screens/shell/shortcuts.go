package shell

import (
	"strconv"

	"synlig/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// shortcut is a line of the main menu with its keys. This table is the only
// place where a key of the window is named.
type shortcut struct {
	menu  string        // word key of the menu it stands in
	label string        // word key of its line
	key   fyne.Shortcut // nil for a line without keys
	also  []fyne.Shortcut
	run   func(*Window)
	// can tells whether there is anything to do; nil for always.
	can func(*Window) bool
	// through lets it work while a dialog is open.
	through bool
	// on tells whether a line that can be chosen is chosen; nil for others.
	on func(*Window) bool
}

// The menus, in the order in which they stand. "rooms" and "page" get their
// lines from the rooms.
const (
	menuFile  = "shell.menu-file"
	menuEdit  = "shell.menu-edit"
	menuRooms = "shell.menu-rooms"
	menuView  = "shell.menu-view"
	menuPage  = "shell.menu-page"
	menuHelp  = "shell.menu-help"
)

// shortcuts is the table.
func shortcuts() []shortcut {
	return []shortcut{
		{menu: menuFile, label: "shell.new", key: ctrl(fyne.KeyN), run: (*Window).makeNew, can: offers[Maker]},
		{menu: menuFile, label: "shell.print", key: ctrl(fyne.KeyP), run: (*Window).print, can: offers[Printer]},
		{menu: menuFile, label: "shell.switch-person", run: (*Window).SwitchPerson},
		{menu: menuFile, label: "shell.quit", key: ctrl(fyne.KeyQ), run: (*Window).Quit},
		{menu: menuEdit, label: "shell.undo", key: &fyne.ShortcutUndo{}, run: (*Window).undo, through: true},
		{menu: menuEdit, label: "shell.redo", key: &fyne.ShortcutRedo{}, run: (*Window).redo, through: true},
		{menu: menuEdit, label: "shell.search", key: ctrl(fyne.KeyK), run: (*Window).search, can: offers[Searcher]},
		{menu: menuView, label: "shell.larger", key: ctrl(fyne.KeyPlus), run: (*Window).larger, through: true,
			also: []fyne.Shortcut{ctrl(fyne.KeyEqual), &desktop.CustomShortcut{KeyName: fyne.KeyEqual, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift}}},
		{menu: menuView, label: "shell.smaller", key: ctrl(fyne.KeyMinus), run: (*Window).smaller, through: true},
		{menu: menuView, label: "shell.normal-size", key: ctrl(fyne.Key0), run: (*Window).normalSize, through: true},
		{menu: menuView, label: "shell.look-system", run: looks(kit.System), on: looking(kit.System)},
		{menu: menuView, label: "shell.look-light", run: looks(kit.Light), on: looking(kit.Light)},
		{menu: menuView, label: "shell.look-dark", run: looks(kit.Dark), on: looking(kit.Dark)},
		{menu: menuView, label: "shell.close-top", key: bare(fyne.KeyEscape), run: (*Window).escape, through: true},
		{menu: menuHelp, label: "shell.help-page", key: bare(fyne.KeyF1), run: (*Window).ToggleHelp},
		{menu: menuHelp, label: "shell.about", run: (*Window).about},
	}
}

func ctrl(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}
}

func bare(key fyne.KeyName) fyne.Shortcut { return &desktop.CustomShortcut{KeyName: key} }

// offers tells whether the room in front is of that kind.
func offers[T any](w *Window) bool {
	_, ok := w.frontAs().(T)
	return ok
}

func (w *Window) frontAs() Page {
	if w.front == nil {
		return nil
	}
	return w.front.page
}

func looks(a kit.Appearance) func(*Window) { return func(w *Window) { w.SetAppearance(a) } }

func looking(a kit.Appearance) func(*Window) bool {
	return func(w *Window) bool { return w.Appearance() == a }
}

// trigger does what a shortcut says, unless a dialog is open over the window
// or there is nothing to do.
func (w *Window) trigger(s shortcut) {
	defer kit.Catch()
	if w.dialogOpen() && !s.through || s.can != nil && !s.can(w) {
		return
	}
	s.run(w)
}

// roomShortcuts are the lines that open the rooms, Ctrl+1 to Ctrl+9 in the
// rail's order; the settings stand last, without a number.
func (w *Window) roomShortcuts() (list []shortcut) {
	for i, r := range w.rooms {
		key := r.page.Key()
		s := shortcut{menu: menuRooms, label: key + ".title", run: func(w *Window) { w.Show(key) },
			on: func(w *Window) bool { return w.front != nil && w.front.page.Key() == key }}
		if key != SettingsKey && i < 9 {
			s.key = ctrl(fyne.KeyName(strconv.Itoa(i + 1)))
		}
		list = append(list, s)
	}
	return list
}

func (w *Window) makeNew() { w.frontAs().(Maker).New() }
func (w *Window) print()   { w.frontAs().(Printer).Print() }
func (w *Window) search()  { w.bar.focusSearch() }

// undo takes back in the text field that has the keyboard, else in the room.
func (w *Window) undo() {
	if !w.toFocused(&fyne.ShortcutUndo{}) && offers[Undoer](w) {
		w.frontAs().(Undoer).Undo()
	}
}

func (w *Window) redo() {
	if !w.toFocused(&fyne.ShortcutRedo{}) && offers[Undoer](w) {
		w.frontAs().(Undoer).Redo()
	}
}

// toFocused gives a shortcut to the widget with the keyboard. With a dialog
// open it counts as given even when nobody took it, for it is not the room's.
func (w *Window) toFocused(s fyne.Shortcut) bool {
	if field, ok := w.Canvas().Focused().(fyne.Shortcutable); ok {
		field.TypedShortcut(s)
		return true
	}
	return w.dialogOpen()
}
