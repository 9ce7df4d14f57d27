package assets

import "strings"

// Dependency is something others made that the program carries inside itself:
// a Go module, a C library, a font, a word list.
type Dependency struct {
	Name    string // "fyne.io/fyne/v2", "SQLite"
	Version string // as its makers write it; "" when they give none
	Licence string // SPDX expression, "BSD-3-Clause AND MIT"
	Text    string // the licences in full, with the makers' names
}

// rule opens each entry of licenses/dependencies.txt, and parts its fields.
const (
	rule   = "========== "
	fields = " · "
)

// Dependencies are the entries of licenses/dependencies.txt, sorted by name as
// the file is. The file is generated: dependencies_test.go writes it with
// "go test ./assets -run DependenciesAreCurrent -update", and keeps it current.
func Dependencies() []Dependency {
	_, entries, _ := strings.Cut(string(Read("licenses/dependencies.txt")), "\n"+rule)
	var all []Dependency
	for entry := range strings.SplitSeq(entries, "\n"+rule) {
		head, text, _ := strings.Cut(entry, "\n")
		f := strings.Split(head, fields)
		all = append(all, Dependency{f[0], f[1], f[2], strings.TrimSpace(text)})
	}
	return all
}
