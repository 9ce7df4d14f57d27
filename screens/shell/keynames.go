package shell

import (
	"runtime"

	"fyne.io/fyne/v2"
)

// unshown is a shortcut whose keys Fyne does not write into the menu: it does so
// in text of one fifth of the ordinary strength, which nobody can read. The line
// names them itself instead. macOS writes its own menus, and well.
type unshown struct{ fyne.Shortcut }

// nameKeys puts the keys of a menu line into its words: "Ny (Ctrl+N)".
func nameKeys(item *fyne.MenuItem) {
	keys, ok := item.Shortcut.(fyne.KeyboardShortcut)
	if !ok || runtime.GOOS == "darwin" {
		return
	}
	item.Label += " (" + keyNames(keys) + ")"
	item.Shortcut = unshown{keys}
}

// keyNames are the keys as they stand on a keyboard: "Ctrl+Shift+F", "Esc".
func keyNames(keys fyne.KeyboardShortcut) (text string) {
	for _, modifier := range []struct {
		bit  fyne.KeyModifier
		name string
	}{
		{fyne.KeyModifierControl, "Ctrl+"}, {fyne.KeyModifierAlt, "Alt+"},
		{fyne.KeyModifierShift, "Shift+"}, {fyne.KeyModifierSuper, "Super+"},
	} {
		if keys.Mod()&modifier.bit != 0 {
			text += modifier.name
		}
	}
	if name, other := onTheKeyboard[keys.Key()]; other {
		return text + name
	}
	return text + string(keys.Key())
}

var onTheKeyboard = map[fyne.KeyName]string{
	fyne.KeyEscape: "Esc", fyne.KeyReturn: "Enter", fyne.KeyDelete: "Del", fyne.KeyBackspace: "⌫",
	fyne.KeyUp: "↑", fyne.KeyDown: "↓", fyne.KeyLeft: "←", fyne.KeyRight: "→",
	fyne.KeyPageUp: "PgUp", fyne.KeyPageDown: "PgDn",
}
