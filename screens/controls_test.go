package screens_test

import (
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// control is a small house in which one rule is broken, or just not.
type control struct {
	name  string
	files map[string]string
	want  string // part of the only breach; empty: none
}

// doc is the beginning of a package as every one should have it.
func doc(name string) string { return "// Package " + name + " is.\npackage " + name + "\n" }

// importing is a package that imports paths.
func importing(name string, paths ...string) string {
	text := doc(name)
	for _, p := range paths {
		text += "import _ \"" + p + "\"\n"
	}
	return text
}

func one(name, text string) map[string]string { return map[string]string{name: text} }

// within is a package of a screen with body as a function's statements.
func within(body string) map[string]string {
	return one("screens/shell/a.go", doc("shell")+"func (s *S) f() {\n"+body+"\n}\n")
}

// machine is a path that no file may name; put together, so that this one
// does not either.
var machine = "/" + "home" + "/anna"

var controls = map[string][]control{
	"every package has its floor": {
		{"one in the cellar", one("data/cellar/a.go", doc("cellar")), "data/cellar stands on no floor"},
		{"one in a room", one("data/bilag/pdf/a.go", doc("pdf")), ""},
	},
	"arrows run one way": {
		{"an edge above", one("data/strategy/a.go", importing("strategy", "synlig/data/store")), "data/strategy/a.go imports data/store"},
		{"another area", one("data/strategy/a.go", importing("strategy", "synlig/data/posts")), "data/strategy/a.go imports data/posts"},
		{"another screen", one("screens/strategy/a.go", importing("strategy", "synlig/screens/settings")), "imports screens/settings"},
		{"a screen from data", one("data/store/a.go", importing("store", "synlig/screens/words")), "imports screens/words"},
		{"main", one("screens/shell/a.go", importing("shell", "synlig")), "imports ."},
		{"upward in a test", one("data/redline/a_test.go", importing("redline", "synlig/data/strategy")), "imports data/strategy"},
		{"assets that look back", one("assets/a.go", importing("assets", "synlig/data/fault")), "imports the house"},
		{"downward", one("screens/strategy/a.go", importing("strategy", "synlig/screens/kit", "synlig/data/store", "synlig/data/fault")), ""},
		{"shared beside shared", one("data/redline/a.go", importing("redline", "synlig/data/document")), ""},
		{"an edge tried on the example", one("data/bilag/a_test.go", importing("bilag", "synlig/data/example")), ""},
		{"an edge made of the example", one("data/bilag/a.go", importing("bilag", "synlig/data/example")), "imports data/example"},
		{"inside a room", one("data/bilag/a.go", importing("bilag", "synlig/data/bilag/pdf")), ""},
	},
	"assets are read by the edges and the screens": {
		{"a rule", one("data/danish/a.go", importing("danish", "synlig/assets")), "data/danish/a.go reads assets"},
		{"a room inside an edge", one("data/bilag/typeset/a.go", importing("typeset", "synlig/assets")), "reads assets"},
		{"an edge", one("data/store/a.go", importing("store", "synlig/assets")), ""},
		{"a test", one("data/danish/a_test.go", importing("danish", "synlig/assets")), ""},
	},
	"Fyne stays in the rooms that people see": {
		{"data", one("data/chart/a.go", importing("chart", "fyne.io/fyne/v2/canvas")), "data/chart knows Fyne"},
		{"the console, through words", map[string]string{
			"screens/kit/a.go":     importing("kit", "fyne.io/fyne/v2"),
			"screens/console/a.go": importing("console", "synlig/screens/kit"),
		}, "screens/console knows Fyne, through synlig/screens/kit"},
		{"a screen", one("screens/strategy/a.go", importing("strategy", "fyne.io/fyne/v2")), ""},
	},
	"what is pure stays pure": {
		{"a database", one("data/redline/a.go", importing("redline", "database/sql")), "imports database/sql"},
		{"a driver's part", one("data/posts/a.go", importing("posts", "database/sql/driver")), "imports database/sql/driver"},
		{"the network", one("data/links/a.go", importing("links", "net/http")), "imports net/http"},
		{"paper", one("data/strategy/a.go", importing("strategy", "github.com/jung-kurt/gofpdf")), "gofpdf"},
		{"the system", one("data/document/a.go", importing("document", "os")), "imports os"},
		{"an address is only text", one("data/links/a.go", importing("links", "net/url")), ""},
		{"the ground may open files", one("data/files/a.go", importing("files", "os")), ""},
		{"the door to the network", one("data/links/web/a.go", importing("web", "net/http")), ""},
		{"tests", one("data/document/a_test.go", importing("document", "os")), ""},
	},
	"one door to each library": {
		{"a second app", one("screens/shell/a.go", importing("shell", "fyne.io/fyne/v2/app")), "which only main.go may"},
		{"gofpdf in two files", map[string]string{
			"data/bilag/pdf/a.go": importing("pdf", "github.com/jung-kurt/gofpdf"),
			"data/bilag/pdf/b.go": "package pdf\nimport _ \"github.com/jung-kurt/gofpdf\"\n",
		}, "more than one file: data/bilag/pdf/a.go, data/bilag/pdf/b.go"},
		{"a web call from the store", one("data/store/a.go", importing("store", "net/http")), "which only data/links/web may"},
		{"each at its own", map[string]string{
			"main.go":             "// Synlig.\npackage main\nimport _ \"fyne.io/fyne/v2/app\"\n",
			"data/bilag/pdf/a.go": importing("pdf", "github.com/jung-kurt/gofpdf"),
		}, ""},
	},
	"every package says what lives there": {
		{"silence", one("data/people/a.go", "package people\n"), "data/people has no package comment"},
		{"a word elsewhere", one("data/people/a.go", "// People are here.\npackage people\n"), "data/people has no package comment"},
		{"in the second file", map[string]string{"data/people/a.go": "package people\n", "data/people/b.go": doc("people")}, ""},
	},
	"the first level is the office's": {
		{"a folder", one("internal/a.go", doc("internal")), "internal stands at the first level"},
		{"a file", one("Makefile", "all:\n"), "Makefile stands at the first level"},
		{"a dot", one(".ci/run", "#!/bin/sh\n"), ""},
	},
	"files stay short": {
		{"long", one("data/people/a.go", doc("people")+strings.Repeat("\n", longest)), "has 402 lines"},
		{"a long test", one("data/people/a_test.go", doc("people")+strings.Repeat("\n", longest)), ""},
		{"just short", one("data/people/a.go", doc("people")+strings.Repeat("\n", longest-2)), ""},
	},
	"tests wait for a signal and say why they skip": {
		{"sleep", one("data/people/a_test.go", doc("people")+"func f() { time.Sleep(1) }\n"), "a_test.go:3 sleeps"},
		{"a silent skip", one("data/people/a_test.go", doc("people")+"func f() { t.Skip() }\n"), "skips without a word"},
		{"a skip at once", one("data/people/a_test.go", doc("people")+"func f() { t.SkipNow() }\n"), "skips without a word"},
		{"a skip with a reason", one("data/people/a_test.go", doc("people")+"func f() { t.Skip(\"no qpdf\") }\n"), ""},
		{"an input passed over", one("data/people/a_test.go", doc("people")+"func f() { f.Fuzz(func(t *testing.T) { t.Skip() }) }\n"), ""},
		{"a program may sleep", one("data/people/a.go", doc("people")+"func f() { time.Sleep(1) }\n"), ""},
	},
	"no path of somebody's machine": {
		{"in code", one("data/people/a.go", doc("people")+"const p = \""+machine+"\"\n"), "a.go:3 names a folder of a machine"},
		{"in words", one("README.md", "See "+machine+" for more.\n"), "README.md:1"},
		{"inside another path", one("README.md", "https://example.org"+machine+"\n"), ""},
		{"in a picture", one("assets/a.png", machine), ""},
	},
	"widgets are touched on the main thread": {
		{"in a goroutine", within("go func() { s.label.SetText(\"x\") }()"), "a.go:4 calls .SetText in a goroutine"},
		{"a new widget", within("go func() { widget.NewLabel(\"x\") }()"), "calls widget.NewLabel in a goroutine"},
		{"by a timer", within("time.AfterFunc(1, func() { list.Refresh() })"), "calls list.Refresh in a goroutine"},
		{"a method that is started", one("screens/shell/a.go", doc("shell")+
			"func (s *S) f() { go s.work() }\nfunc (s *S) work() { s.button.Enable() }\n"), "calls .Enable in a goroutine"},
		{"a method that is called", one("screens/shell/a.go", doc("shell")+
			"func (s *S) f() { go func() { s.load(); s.tell() }() }\nfunc (s *S) load() {}\nfunc (s *S) tell() { dialog.ShowError(nil, nil) }\n"),
			"calls dialog.ShowError in a goroutine"},
		{"after fyne.Do", within("go func() { fyne.Do(func() {}); s.label.Hide() }()"), "calls .Hide in a goroutine"},
		{"inside fyne.Do", within("go func() { load(); fyne.Do(func() { s.label.SetText(\"x\") }) }()"), ""},
		{"by a field that is fyne.Do", within("w := T{do: fyne.Do}\ngo func() { w.do(func() { s.label.SetText(\"x\") }) }()"), ""},
		{"by a field that is something else", within("w := T{do: other}\ngo func() { w.do(func() { s.label.SetText(\"x\") }) }()"), "calls .SetText in a goroutine"},
		{"a function given to fyne.Do", within("time.AfterFunc(1, func() { fyne.Do(s.f) })"), ""},
		{"a wait group", within("go func() { wg.Add(1) }()"), ""},
		{"a moment", within("go func() { c.SetDeadline(time.Now().Add(1)) }()"), ""},
		{"on the main thread", within("s.label.SetText(\"x\")"), ""},
	},
}

func TestEachRuleCanBeBroken(t *testing.T) {
	for _, r := range rules {
		broken, kept := 0, 0
		for _, c := range controls[r.name] {
			if c.want == "" {
				kept++
			} else {
				broken++
			}
			t.Run(r.name+"/"+c.name, func(t *testing.T) { c.check(t, r) })
		}
		if broken == 0 || kept == 0 {
			t.Errorf("%q has %d controls that break it and %d that keep it: each needs both", r.name, broken, kept)
		}
	}
	if len(controls) != len(rules) {
		t.Errorf("%d rules, controls for %d", len(rules), len(controls))
	}
}

func (c control) check(t *testing.T, r rule) {
	disk := fstest.MapFS{}
	for name, text := range c.files {
		disk[name] = &fstest.MapFile{Data: []byte(text), Mode: fs.ModePerm}
	}
	breaches := r.breaches(read(t, disk, slices.Sorted(maps.Keys(c.files))))
	switch {
	case c.want == "" && len(breaches) > 0:
		t.Errorf("nothing is wrong here, but: %q", breaches)
	case c.want != "" && (len(breaches) != 1 || !strings.Contains(breaches[0], c.want)):
		t.Errorf("got %q, want one breach with %q", breaches, c.want)
	}
}
