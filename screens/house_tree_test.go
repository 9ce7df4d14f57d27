package screens_test

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "synlig"

// tree is a house read as text: its files, and its Go sources parsed.
type tree struct {
	disk    fs.FS
	files   []string // slash-separated, from the module's root
	sources []source
	set     *token.FileSet
}

type source struct {
	path, dir string // dir is "." for the root
	test      bool
	text      []byte
	file      *ast.File
	imports   []string
}

// houseTree is this repository: what git tracks or would, so that papers
// printed while trying things out do not count; without git, all files.
func houseTree(t *testing.T) tree {
	t.Helper()
	disk := os.DirFS("..")
	list := exec.Command("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
	list.Dir = ".."
	var files []string
	if out, err := list.Output(); err == nil {
		files = strings.Split(strings.TrimRight(string(out), "\x00"), "\x00")
	} else {
		t.Logf("git lists no files (%v): looking at all there are", err)
		files = allFiles(t, disk)
	}
	files = slices.DeleteFunc(files, func(name string) bool {
		_, err := fs.Stat(disk, name)
		return err != nil // removed, but not yet from git's index
	})
	return read(t, disk, files)
}

func allFiles(t *testing.T, disk fs.FS) (files []string) {
	t.Helper()
	err := fs.WalkDir(disk, ".", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && entry.IsDir() && name == ".git" {
			return fs.SkipDir
		}
		if err == nil && !entry.IsDir() {
			files = append(files, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func read(t *testing.T, disk fs.FS, files []string) tree {
	t.Helper()
	house := tree{disk: disk, files: files, set: token.NewFileSet()}
	for _, name := range files {
		if path.Ext(name) != ".go" || strings.Contains(name, "testdata/") {
			continue
		}
		s := source{path: name, dir: path.Dir(name), test: strings.HasSuffix(name, "_test.go"), text: house.read(name)}
		var err error
		if s.file, err = parser.ParseFile(house.set, name, s.text, parser.ParseComments); err != nil {
			t.Fatal(err)
		}
		for _, spec := range s.file.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				t.Fatal(err)
			}
			s.imports = append(s.imports, imported)
		}
		house.sources = append(house.sources, s)
	}
	return house
}

// read is the bytes of a file of the tree, none when it is gone.
func (t tree) read(name string) []byte {
	text, err := fs.ReadFile(t.disk, name)
	if err != nil {
		return nil
	}
	return text
}

// packages are the folders that hold Go, sorted.
func (t tree) packages() []string {
	var dirs []string
	for _, s := range t.sources {
		dirs = append(dirs, s.dir)
	}
	slices.Sort(dirs)
	return slices.Compact(dirs)
}

// ours are the packages of this module among the imports, as folders.
func (s source) ours() (dirs []string) {
	for _, imported := range s.imports {
		if imported == module {
			dirs = append(dirs, ".")
		} else if rest, ok := strings.CutPrefix(imported, module+"/"); ok {
			dirs = append(dirs, rest)
		}
	}
	return dirs
}

// reaching maps each package that imports what is wanted, itself or by way of
// others, to the import it does so by. Tests are left out.
func (t tree) reaching(wanted func(string) bool) map[string]string {
	by := map[string]string{}
	for grew := true; grew; {
		grew = false
		for _, s := range t.sources {
			if s.test || by[s.dir] != "" {
				continue
			}
			for _, imported := range s.imports {
				rest, mine := strings.CutPrefix(imported, module+"/")
				if wanted(imported) || mine && by[rest] != "" {
					by[s.dir], grew = imported, true
					break
				}
			}
		}
	}
	return by
}

func (t tree) at(n ast.Node) string {
	p := t.set.Position(n.Pos())
	return fmt.Sprintf("%s:%d", p.Filename, p.Line)
}

// called is what a call calls as it is written, "fyne.Do" or ".SetText" after
// anything longer; empty for a call of something else than a name.
func called(call *ast.CallExpr) string {
	switch f := call.Fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		if x, ok := f.X.(*ast.Ident); ok {
			return x.Name + "." + f.Sel.Name
		}
		return "." + f.Sel.Name
	}
	return ""
}

// textual tells by its name whether a file is text of our own: fonts and
// pictures are not, and texts of others stand as they were written.
func textual(name string) bool {
	binary := []string{".ttf", ".png", ".ico", ".pdf", ".synlig", ".docx", ".xlsx", ".syso", ".sum"}
	return !slices.Contains(binary, path.Ext(name)) && !strings.HasPrefix(name, "assets/licenses/")
}

func TestEveryTextFileIsReadAsText(t *testing.T) {
	house := houseTree(t)
	for _, name := range house.files {
		if textual(name) && !strings.Contains(name, "testdata/") && bytes.IndexByte(house.read(name), 0) >= 0 {
			t.Errorf("%s holds zero bytes: is it text?", name)
		}
	}
}
