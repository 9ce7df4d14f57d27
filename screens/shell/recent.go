package shell

import (
	"slices"

	"fyne.io/fyne/v2"
)

// prefRecent are the paths of the workspaces opened last.
const prefRecent = "workspaces"

// maxRecent is how many are remembered.
const maxRecent = 5

// Remember keeps the path of an open workspace for the next start.
func Remember(preferences fyne.Preferences, path string) {
	paths := append([]string{path}, slices.DeleteFunc(Recent(preferences), func(p string) bool { return p == path })...)
	preferences.SetStringList(prefRecent, paths[:min(len(paths), maxRecent)])
}

// Recent are the paths of the workspaces opened last, the newest first.
func Recent(preferences fyne.Preferences) []string {
	return slices.Clone(preferences.StringList(prefRecent))
}
