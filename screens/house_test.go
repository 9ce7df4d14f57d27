// Package screens_test keeps the rules of the house: which way the arrows run,
// who may know the toolkit, the database and the paper, and what every file
// owes its reader. The rules read the source as text, for every platform and
// build tag at once; this folder holds no other code. house_tree_test.go reads
// the tree, threads_test.go looks for widgets touched off the main thread, and
// controls_test.go shows that each rule can be broken.
package screens_test

import (
	"fmt"
	"go/ast"
	"path"
	"slices"
	"strings"
	"testing"
)

// layers are the floors of the house, lowest first. A package belongs to the
// longest entry that is its path or a folder above it, and imports only from
// floors below its own, or from its own folder.
var layers = [][]string{
	{"data/fault", "data/clock"},
	{"data/files", "data/people", "data/picture", "data/tabular"},
	{"data/document", "data/danish", "data/links", "data/redline", "data/decision", "data/chart"},
	{"data/strategy", "data/posts", "data/moderation", "data/survey", "data/meetings"},
	{"data/docx", "data/bilag", "data/store"},
	{"data/example"},
	{"screens/words", "screens/display", "screens/place", "screens/instance", "screens/report"},
	{"screens/kit"},
	{"screens/shell"},
	{"screens/overview", "screens/posts", "screens/moderation", "screens/survey", "screens/strategy",
		"screens/meetings", "screens/settings", "screens/console", "screens/opening"},
	{"."},
}

const (
	shared = 2 // the floor whose rooms may use one another
	areas  = 3 // the highest floor of pure packages
	edges  = 4 // the floor whose tests may try themselves on the example office
)

// readers may import assets: the edges and everything in screens. Tests may
// everywhere, for a font or a word list to try a rule with.
var readers = []string{"data/store", "data/bilag", "data/docx", "data/example"}

// top is what the office fixed for the first level. Everything else that must
// stand there hides behind a dot.
var top = []string{"main.go", "main_test.go", "screens", "data", "assets", "FyneApp.toml", "go.mod", "go.sum", "README.md"}

const longest = 400 // lines of a source file that is not a test

// rule names what must hold and lists what does not.
type rule struct {
	name     string
	breaches func(tree) []string
}

var rules = []rule{
	{"every package has its floor", floorless},
	{"arrows run one way", upward},
	{"assets are read by the edges and the screens", assetReaders},
	{"Fyne stays in the rooms that people see", fyneOutside},
	{"what is pure stays pure", impure},
	{"one door to each library", doors},
	{"every package says what lives there", unsaid},
	{"the first level is the office's", strayAtTop},
	{"files stay short", long},
	{"tests wait for a signal and say why they skip", impatient},
	{"no path of somebody's machine", machinePaths},
	{"widgets are touched on the main thread", offThread},
}

func TestHouse(t *testing.T) {
	house := houseTree(t)
	if len(house.sources) < 50 {
		t.Fatalf("only %d source files were found: the rules would hold for want of anything to look at", len(house.sources))
	}
	for _, r := range rules {
		t.Run(r.name, func(t *testing.T) {
			for _, breach := range r.breaches(house) {
				t.Error(breach)
			}
		})
	}
}

// floor is the number of the layer that dir belongs to, and the entry it
// matched: the room. It is -1 where there is none.
func floor(dir string) (number int, room string) {
	number = -1
	for i, rooms := range layers {
		for _, r := range rooms {
			if inside(dir, r) && len(r) > len(room) {
				number, room = i, r
			}
		}
	}
	return number, room
}

func inside(dir, folder string) bool {
	return dir == folder || strings.HasPrefix(dir, folder+"/")
}

func floorless(t tree) (breaches []string) {
	for _, dir := range t.packages() {
		if number, _ := floor(dir); number < 0 && dir != "assets" && dir != "screens" {
			breaches = append(breaches, dir+" stands on no floor: give it one in layers")
		}
	}
	return breaches
}

func upward(t tree) (breaches []string) {
	for _, s := range t.sources {
		from, room := floor(s.dir)
		for _, imported := range s.ours() {
			to, target := floor(imported)
			switch {
			case to < 0, from < 0, to < from, room == target:
			case from == shared && to == shared:
			case from == edges && s.test && imported == "data/example":
			default:
				breaches = append(breaches, fmt.Sprintf("%s imports %s, which is not below it", s.path, imported))
			}
		}
		if s.dir == "assets" && !s.test && len(s.ours()) > 0 {
			breaches = append(breaches, s.path+" imports the house that it furnishes")
		}
	}
	return breaches
}

func assetReaders(t tree) (breaches []string) {
	for _, s := range t.sources {
		allowed := s.test || s.dir == "." || inside(s.dir, "screens") || slices.Contains(readers, s.dir)
		if !allowed && slices.Contains(s.ours(), "assets") {
			breaches = append(breaches, s.path+" reads assets: let it be handed what it needs")
		}
	}
	return breaches
}

const fyne = "fyne.io/fyne/v2"

// fyneOutside follows imports through, so that Fyne does not reach the console
// by way of a package that both use.
func fyneOutside(t tree) (breaches []string) {
	knows := t.reaching(func(imported string) bool {
		return inside(imported, fyne) || strings.HasPrefix(imported, "github.com/go-gl/")
	})
	for _, dir := range t.packages() {
		seen := inside(dir, "screens") && !inside(dir, "screens/console") && !inside(dir, "screens/words") || dir == "."
		if by := knows[dir]; by != "" && !seen {
			breaches = append(breaches, fmt.Sprintf("%s knows Fyne, through %s", dir, by))
		}
	}
	return breaches
}

// impure looks at what the packages up to the areas import, their tests aside.
func impure(t tree) (breaches []string) {
	for _, s := range t.sources {
		number, _ := floor(s.dir)
		if s.test || number < 0 || number > areas || s.dir == "data/links/web" {
			continue
		}
		for _, imported := range s.imports {
			forbidden := inside(imported, "database/sql") || inside(imported, "net") && imported != "net/url" ||
				inside(imported, "github.com/jung-kurt/gofpdf") || inside(imported, "github.com/mattn/go-sqlite3")
			touches := inside(imported, "os") && number >= shared
			if forbidden || touches {
				breaches = append(breaches, fmt.Sprintf("%s is pure, and imports %s", s.path, imported))
			}
		}
	}
	return breaches
}

// doors are the libraries that only one place may know. A place is a file, a
// folder, or one file of a folder, whichever it is.
func doors(t tree) (breaches []string) {
	for _, door := range []struct {
		library, place string
		oneFile        bool
	}{
		{fyne + "/app", "main.go", true},
		{"github.com/jung-kurt/gofpdf", "data/bilag", true},
		{"github.com/go-gl/glfw", "screens/display", true},
		{"github.com/mattn/go-sqlite3", "data/store", false},
		{"github.com/pressly/goose/v3", "data/store", true},
		{"github.com/ncruces/zenity", "screens/shell", true},
		{"gopkg.in/natefinch/lumberjack.v2", "screens/report", true},
		{"net/http", "data/links/web", false},
		{"github.com/arran4/golang-ical", "data/bilag", true},
		{"github.com/xuri/excelize/v2", "data/tabular", true},
	} {
		var users []string
		for _, s := range t.sources {
			if s.test || !slices.ContainsFunc(s.imports, func(i string) bool { return inside(i, door.library) }) {
				continue
			}
			users = append(users, s.path)
			if !inside(s.path, door.place) {
				breaches = append(breaches, fmt.Sprintf("%s imports %s, which only %s may", s.path, door.library, door.place))
			}
		}
		if door.oneFile && len(users) > 1 {
			breaches = append(breaches, fmt.Sprintf("%s is imported by more than one file: %s", door.library, strings.Join(users, ", ")))
		}
	}
	return breaches
}

func unsaid(t tree) (breaches []string) {
	said := map[string]bool{}
	for _, s := range t.sources {
		if s.file.Doc != nil && (s.dir == "." || strings.HasPrefix(s.file.Doc.Text(), "Package "+s.file.Name.Name+" ")) {
			said[s.dir] = true
		}
	}
	for _, dir := range t.packages() {
		if !said[dir] {
			breaches = append(breaches, dir+" has no package comment that says what lives there")
		}
	}
	return breaches
}

func strayAtTop(t tree) (breaches []string) {
	stray := map[string]bool{}
	for _, name := range t.files {
		first, _, _ := strings.Cut(name, "/")
		if !strings.HasPrefix(first, ".") && !slices.Contains(top, first) {
			stray[first] = true
		}
	}
	for name := range stray {
		breaches = append(breaches, name+" stands at the first level")
	}
	return breaches
}

func long(t tree) (breaches []string) {
	for _, s := range t.sources {
		if lines := strings.Count(string(s.text), "\n"); !s.test && lines > longest {
			breaches = append(breaches, fmt.Sprintf("%s has %d lines, more than %d", s.path, lines, longest))
		}
	}
	return breaches
}

// impatient lets a fuzz target pass over an input without a word: nobody would
// read it a thousand times.
func impatient(t tree) (breaches []string) {
	for _, s := range t.sources {
		if !s.test {
			continue
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			switch name := called(call); {
			case path.Ext(name) == ".Fuzz":
				return false
			case name == "time.Sleep":
				breaches = append(breaches, t.at(call)+" sleeps: wait for a signal")
			case path.Ext(name) == ".SkipNow", path.Ext(name) == ".Skip" && len(call.Args) == 0:
				breaches = append(breaches, t.at(call)+" skips without a word")
			}
			return true
		})
	}
	return breaches
}

// machinePaths looks for folders of a developer's machine in everything that
// is text. They are put together here so that this file does not hold them.
func machinePaths(t tree) (breaches []string) {
	for _, name := range t.files {
		if !textual(name) {
			continue
		}
		for number, line := range strings.Split(string(t.read(name)), "\n") {
			for _, folder := range []string{"home", "root", "work", "Users"} {
				if mentions(line, "/"+folder+"/") {
					breaches = append(breaches, fmt.Sprintf("%s:%d names a folder of a machine: %s", name, number+1, strings.TrimSpace(line)))
				}
			}
		}
	}
	return breaches
}

// mentions tells whether line holds folder at the start of a path, as opposed
// to within one or within an address.
func mentions(line, folder string) bool {
	for {
		i := strings.Index(line, folder)
		if i < 0 {
			return false
		}
		if i == 0 || strings.ContainsRune(" \t\"'`=:(>", rune(line[i-1])) {
			return true
		}
		line = line[i+1:]
	}
}
