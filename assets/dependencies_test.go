package assets_test

import (
	"bytes"
	"cmp"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/image/font/sfnt"

	"synlig/assets"
)

var update = flag.Bool("update", false, "write licenses/dependencies.txt anew")

const listed = "licenses/dependencies.txt"

// module is a Go module that some package of the program comes from.
type module struct{ path, version, dir string }

// The whole file is made again and compared, so that a new module, another
// version or another licence is seen, each by itself.
func TestDependenciesAreCurrent(t *testing.T) {
	readSources(t)
	var all []assets.Dependency
	modules := programModules(t)
	for _, m := range modules {
		all = append(all, fromModule(t, m))
	}
	all = append(all, carried(t, modules)...)
	slices.SortFunc(all, func(a, b assets.Dependency) int {
		return cmp.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name))
	})
	want := format(t, all)
	if *update {
		if err := os.WriteFile(listed, want, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	have, err := os.ReadFile(listed)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(have, want) {
		t.Errorf("%s is not current: run 'go test ./assets -run DependenciesAreCurrent -update'.\n%s", listed, differences(have, want))
	}
}

func TestDependenciesAreReadBack(t *testing.T) {
	all := assets.Dependencies()
	if heads := bytes.Count(assets.Read(listed), []byte("\n========== ")); len(all) != heads {
		t.Errorf("%d entries were read, %d are there", len(all), heads)
	}
	for _, d := range all {
		if d.Name == "" || d.Licence == "" || len(d.Text) < 100 {
			t.Errorf("%q (%s) has no licence text: %q", d.Name, d.Licence, d.Text)
		}
	}
	for _, name := range []string{"Go", "SQLite", "GLFW", "Source Sans 3", "Danish hyphenation patterns", "fyne.io/fyne/v2"} {
		if !slices.ContainsFunc(all, func(d assets.Dependency) bool { return d.Name == name }) {
			t.Errorf("%s is missing", name)
		}
	}
}

// readSources opens what the list depends on, so that "go test" does not answer
// from its cache after a change of it.
func readSources(t *testing.T) {
	t.Helper()
	for _, name := range []string{"go.mod", "go.sum"} {
		if _, err := os.ReadFile("../" + name); err != nil {
			t.Fatal(err)
		}
	}
	for _, folder := range []string{"../data", "../screens"} {
		err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
			if err == nil && filepath.Ext(path) == ".go" {
				_, err = os.ReadFile(path)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// programModules are the modules that the program is built from, on Linux or
// on Windows. Those that only tests or tools need are not among them.
func programModules(t *testing.T) []module {
	t.Helper()
	found := map[string]module{}
	for _, system := range []string{"linux", "windows"} {
		list := exec.Command("go", "list", "-deps", "-tags", "migrated_fynedo",
			"-f", "{{with .Module}}{{if not .Main}}{{.Path}}\t{{.Version}}\t{{.Dir}}{{end}}{{end}}", "synlig")
		list.Env = append(os.Environ(), "GOOS="+system, "GOARCH=amd64", "CGO_ENABLED=1")
		var problems bytes.Buffer
		list.Stderr = &problems
		out, err := list.Output()
		if err != nil {
			t.Fatalf("go list for %s: %v\n%s", system, err, problems.String())
		}
		for line := range strings.Lines(string(out)) {
			if f := strings.Split(strings.TrimSpace(line), "\t"); len(f) == 3 {
				found[f[0]] = module{f[0], f[1], f[2]}
			}
		}
	}
	return slices.SortedFunc(maps.Values(found), func(a, b module) int { return cmp.Compare(a.path, b.path) })
}

var licenceFile = regexp.MustCompile(`(?i)^(licen[cs]e|copying|unlicense|notice|patents)([-_.]\w.*)?$`)

// fromModule takes every licence in a module's tree: what it brings along from
// others (C sources, fonts) has its own further in. A text that is there twice
// is taken once.
func fromModule(t *testing.T, m module) assets.Dependency {
	t.Helper()
	d := assets.Dependency{Name: m.path, Version: m.version}
	var kinds []string
	seen := map[string]bool{}
	err := filepath.WalkDir(m.dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !licenceFile.MatchString(entry.Name()) || strings.Contains(path, "testdata") {
			return err
		}
		text := plain(t, path)
		if filepath.Ext(path) == ".go" || seen[text] {
			return nil
		}
		seen[text] = true
		if inner, _ := filepath.Rel(m.dir, path); inner != entry.Name() {
			d.Text += "\n\n-- " + filepath.ToSlash(inner) + "\n"
		}
		d.Text += "\n" + text + "\n"
		if kind := licence(text); kind == "" {
			t.Errorf("%s: no known licence: teach it to licences", path)
		} else if kind != patents {
			kinds = append(kinds, kind)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(kinds) == 0 {
		t.Errorf("%s has no licence", m.path)
	}
	slices.Sort(kinds)
	kinds = slices.Compact(kinds)
	for i, kind := range kinds {
		if len(kinds) > 1 && strings.Contains(kind, " OR ") {
			kinds[i] = "(" + kind + ")" // AND binds closer
		}
	}
	d.Licence = strings.Join(kinds, " AND ")
	return d
}

// plain is a text with its lines ended one way and no blanks at their ends.
func plain(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for line := range strings.Lines(strings.ToValidUTF8(string(text), "?")) {
		lines = append(lines, strings.TrimRight(line, " \t\r\n\f"))
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n")
}

// patents marks a grant that stands beside a licence and is none by itself.
const patents = "patents"

// licences are known by a sentence that only they have; the first that fits
// counts. The SPDX names are those of spdx.org/licenses.
var licences = []struct{ sentence, name string }{
	{"SPDX-License-Identifier: Unlicense OR BSD-3-Clause", "Unlicense OR BSD-3-Clause"},
	{"Additional IP Rights Grant (Patents)", patents},
	{"SIL OPEN FONT LICENSE Version 1.1", "OFL-1.1"},
	{"Bitstream Vera Fonts Copyright", "Bitstream-Vera"},
	{"Apache License", "Apache-2.0"},
	{"Neither the name", "BSD-3-Clause"},
	{"be used to endorse or promote products", "BSD-3-Clause"},
	{"Redistribution and use in source and binary forms", "BSD-2-Clause"},
	{"This software is provided 'as-is'", "Zlib"},
	{"Permission is hereby granted, free of charge", "MIT"},
	{"Permission to use, copy, modify, and", "ISC"},
}

func licence(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	for _, l := range licences {
		if strings.Contains(text, l.sentence) {
			return l.name
		}
	}
	return ""
}

// carried is what is in the program without being a module: what modules bring
// along in C, the language itself, and what lies in assets.
func carried(t *testing.T, modules []module) []assets.Dependency {
	t.Helper()
	dir := func(path string) string {
		i := slices.IndexFunc(modules, func(m module) bool { return m.path == path })
		if i < 0 {
			t.Fatalf("%s is no longer a dependency: what it carried must go from here too", path)
		}
		return modules[i].dir
	}
	goText := plain(t, filepath.Join(dir("golang.org/x/text"), "LICENSE")) // the same makers, the same words
	sqlite := string(first(t, filepath.Join(dir("github.com/mattn/go-sqlite3"), "sqlite3-binding.h"), 16<<10))
	glfw := dir("github.com/go-gl/glfw/v3.4/glfw")
	return []assets.Dependency{
		{"Go", match(t, "../go.mod", `(?m)^go (\d+\.\d+)`), "BSD-3-Clause", goText},
		{"SQLite", match(t, filepath.Join(dir("github.com/mattn/go-sqlite3"), "sqlite3-binding.h"), `SQLITE_VERSION +"([\d.]+)"`),
			"blessing", blessing(sqlite)},
		{"GLFW", strings.TrimPrefix(filepath.Base(filepath.Dir(glfw)), "v"), "Zlib",
			plain(t, filepath.Join(glfw, "glfw", "LICENSE.md"))},
		{"Source Sans 3", fontVersion(t), "OFL-1.1", plain(t, "licenses/SourceSans3-OFL.txt")},
		{"Danish hyphenation patterns", "1994", "MIT", plain(t, "licenses/hyph-da-MIT.txt")},
		{"mingw-w64 (Windows)", "10", "ZPL-2.1 AND MIT AND BSD-3-Clause AND GPL-3.0-or-later WITH GCC-exception-3.1",
			plain(t, "licenses/mingw-w64.txt")},
	}
}

// blessing is what stands at the head of SQLite's sources in a licence's place.
func blessing(source string) string {
	_, text, _ := strings.Cut(source, "/*")
	text, _, _ = strings.Cut(text, "****")
	var lines []string
	for line := range strings.Lines(text) {
		lines = append(lines, strings.TrimPrefix(strings.TrimRight(line, " \n"), "**"))
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

func match(t *testing.T, path, pattern string) string {
	t.Helper()
	found := regexp.MustCompile(pattern).FindSubmatch(first(t, path, 64<<10))
	if found == nil {
		t.Fatalf("%s does not tell its version by %s", path, pattern)
	}
	return string(found[1])
}

// first is a file's bytes, up to limit.
func first(t *testing.T, path string, limit int) []byte {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return text[:min(limit, len(text))]
}

// fontVersion is what the regular face says of itself: "Version 3.052;…".
func fontVersion(t *testing.T) string {
	t.Helper()
	font, err := sfnt.Parse(assets.Fonts()[0])
	if err != nil {
		t.Fatal(err)
	}
	name, err := font.Name(nil, sfnt.NameIDVersion)
	if err != nil {
		t.Fatal(err)
	}
	name, _, _ = strings.Cut(strings.TrimPrefix(name, "Version "), ";")
	return name
}

func format(t *testing.T, all []assets.Dependency) []byte {
	t.Helper()
	var b bytes.Buffer
	fmt.Fprintf(&b, "What others made and Synlig carries inside itself, %d in all, each with its\nversion and licence. Generated; see assets/dependencies.go.\n", len(all))
	for _, d := range all {
		text := strings.TrimSpace(d.Text)
		if strings.Contains("\n"+text, "\n========== ") {
			t.Fatalf("the licence of %s holds a line that would be read as the next entry", d.Name)
		}
		fmt.Fprintf(&b, "\n========== %s · %s · %s\n\n%s\n", d.Name, d.Version, d.Licence, text)
	}
	return b.Bytes()
}

// differences are the entries' heads that are only on one side.
func differences(have, want []byte) string {
	heads := func(text []byte) map[string]bool {
		set := map[string]bool{}
		for line := range strings.Lines(string(text)) {
			if strings.HasPrefix(line, "========== ") {
				set[line[11:]] = true
			}
		}
		return set
	}
	var out strings.Builder
	before, now := heads(have), heads(want)
	for _, head := range slices.Sorted(maps.Keys(before)) {
		if !now[head] {
			out.WriteString("- " + head)
		}
	}
	for _, head := range slices.Sorted(maps.Keys(now)) {
		if !before[head] {
			out.WriteString("+ " + head)
		}
	}
	if out.Len() == 0 {
		return "The same things, but another text."
	}
	return out.String()
}
