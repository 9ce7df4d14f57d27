package shell

import (
	"testing"

	"synlig/screens/words"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// menuActions are all lines of the main menu by the name of their shortcut.
func menuActions(w *Window) map[string]*fyne.MenuItem {
	found := map[string]*fyne.MenuItem{}
	for _, m := range w.window.MainMenu().Items {
		for _, item := range m.Items {
			if item.Shortcut != nil {
				found[item.Shortcut.ShortcutName()] = item
			}
		}
	}
	return found
}

func TestNoTwoShortcutsShareTheirKeys(t *testing.T) {
	w, _ := open(t)
	seen := map[string]string{}
	for _, s := range append(shortcuts(), w.roomShortcuts()...) {
		keys := s.also
		if s.key != nil {
			keys = append(keys, s.key)
		}
		for _, k := range keys {
			if other, taken := seen[k.ShortcutName()]; taken {
				t.Errorf("%s and %s share %s", other, s.label, k.ShortcutName())
			}
			seen[k.ShortcutName()] = s.label
		}
	}
}

func TestEveryShortcutStandsInTheMainMenu(t *testing.T) {
	w, _ := open(t)
	actions := menuActions(w)
	for _, s := range append(shortcuts(), w.roomShortcuts()...) {
		if s.key == nil {
			continue
		}
		item := actions[s.key.ShortcutName()]
		if item == nil || item.Label != words.Text(s.label)+" ("+keyNames(s.key.(fyne.KeyboardShortcut))+")" {
			t.Errorf("%s (%s) is not in the main menu", s.label, s.key.ShortcutName())
		}
	}
	for _, want := range []string{"Ctrl+1", "Ctrl+2", "Ctrl+K", "Ctrl+N", "Ctrl+P", "Ctrl+Q", "Ctrl++", "Ctrl+-", "Ctrl+0"} {
		name := (ctrl(fyne.KeyName(want[len("Ctrl+"):]))).ShortcutName()
		if actions[name] == nil {
			t.Errorf("%s is missing", want)
		}
	}
}

func TestShortcutsDoWhatTheySay(t *testing.T) {
	w, pages := open(t)
	press := func(s fyne.Shortcut) { menuActions(w)[s.ShortcutName()].Action() }
	press(ctrl(fyne.KeyN))
	press(ctrl(fyne.KeyP))
	press(&fyne.ShortcutUndo{})
	press(ctrl(fyne.Key2))
	if pages[0].made != 1 || pages[0].printed != 1 || pages[0].undone != 1 || w.front.page != pages[1] {
		t.Errorf("made %d, printed %d, undone %d, in front %s", pages[0].made, pages[0].printed, pages[0].undone, w.front.page.Key())
	}
	press(ctrl(fyne.KeyPlus))
	if got := w.TextScale(); got < 1.09 || got > 1.11 {
		t.Errorf("text size %g, want 1.1", got)
	}
	press(ctrl(fyne.Key0))
	if w.TextScale() != 1 {
		t.Errorf("text size %g, want 1", w.TextScale())
	}
}

func TestADialogKeepsTheShortcutsOfTheWindowAway(t *testing.T) {
	w, pages := open(t)
	actions := menuActions(w)
	w.SwitchPerson()
	for _, s := range []fyne.Shortcut{ctrl(fyne.KeyN), ctrl(fyne.KeyP), ctrl(fyne.Key2), &fyne.ShortcutUndo{}, ctrl(fyne.KeyK)} {
		actions[s.ShortcutName()].Action()
	}
	if pages[0].made+pages[0].printed+pages[0].undone != 0 || w.front.page != pages[0] {
		t.Error("a shortcut went through a dialog")
	}
	actions[ctrl(fyne.KeyPlus).ShortcutName()].Action()
	if w.TextScale() == 1 {
		t.Error("the text cannot be made larger in a dialog")
	}
}

func TestUndoBelongsToTheFieldThatHasTheKeyboard(t *testing.T) {
	w, pages := open(t)
	w.search()
	test.Type(w.bar.search, "fejl")
	menuActions(w)[(&fyne.ShortcutUndo{}).ShortcutName()].Action()
	if w.bar.search.Text == "fejl" || pages[0].undone != 0 {
		t.Errorf("the field holds %q, the room undid %d times", w.bar.search.Text, pages[0].undone)
	}
}

func TestTheMenuOffersOnlyWhatTheRoomCan(t *testing.T) {
	w, _ := open(t)
	w.Show(SettingsKey)
	actions := menuActions(w)
	for _, s := range []fyne.Shortcut{ctrl(fyne.KeyN), ctrl(fyne.KeyP), ctrl(fyne.KeyK)} {
		item := actions[s.ShortcutName()]
		if !item.Disabled {
			t.Errorf("%q can be chosen in a room without it", item.Label)
		}
		item.Action() // a shortcut fires all the same
	}
	actions[(&fyne.ShortcutUndo{}).ShortcutName()].Action()
}

func TestARoomsOwnLinesStandInTheMenuUnderItsName(t *testing.T) {
	w, pages := open(t)
	ran := 0
	pages[1].items = []*fyne.MenuItem{fyne.NewMenuItem("Næste ændring", func() { ran++ })}
	find := func() *fyne.MenuItem {
		for _, m := range w.window.MainMenu().Items {
			for _, item := range m.Items {
				if item.Label == "Næste ændring" && m.Label == title("posts") {
					return item
				}
			}
		}
		return nil
	}
	if find() != nil {
		t.Error("a room behind adds to the menu")
	}
	w.Show("posts")
	item := find()
	if item == nil {
		t.Fatal("the room's line is missing")
	}
	item.Action()
	w.SwitchPerson()
	item.Action()
	if ran != 1 {
		t.Errorf("ran %d times, want once: not behind a dialog", ran)
	}
}

func TestTheMenuHasOneWayOut(t *testing.T) {
	w, _ := open(t)
	first := w.window.MainMenu().Items[0]
	last := first.Items[len(first.Items)-1]
	if !last.IsQuit || last.Action == nil {
		t.Error("Fyne would add a line of its own that leaves without asking")
	}
}

func TestKeysAreNamedAsOnTheKeyboard(t *testing.T) {
	for want, keys := range map[string]fyne.Shortcut{
		"Ctrl+N": ctrl(fyne.KeyN), "Ctrl++": ctrl(fyne.KeyPlus), "F1": bare(fyne.KeyF1), "Esc": bare(fyne.KeyEscape),
		"Ctrl+Z":      &fyne.ShortcutUndo{},
		"Alt+Shift+↓": &desktop.CustomShortcut{KeyName: fyne.KeyDown, Modifier: fyne.KeyModifierAlt | fyne.KeyModifierShift},
	} {
		if got := keyNames(keys.(fyne.KeyboardShortcut)); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
