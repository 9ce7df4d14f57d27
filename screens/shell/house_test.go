package shell

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// screens are the parsed files of all rooms, without their tests.
func screens(t *testing.T) (*token.FileSet, map[string]*ast.File) {
	t.Helper()
	set, files := token.NewFileSet(), map[string]*ast.File{}
	err := filepath.WalkDir("..", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(set, path, nil, 0)
		files[path] = file
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return set, files
}

// TestNoWidgetIsTouchedBesideTheUIGoroutine keeps the one rule of Fyne that
// nobody notices breaking: inside `go func`, widgets are touched only within
// fyne.Do (the shell's own do). It knows methods that change what is seen, by name.
func TestNoWidgetIsTouchedBesideTheUIGoroutine(t *testing.T) {
	set, files := screens(t)
	for _, file := range files {
		for _, at := range widgetCalls(file) {
			t.Errorf("%s touches a widget outside fyne.Do", set.Position(at))
		}
	}
}

func TestTheRuleSeesAWidgetInAGoroutine(t *testing.T) {
	for source, want := range map[string]int{
		`go func() { l.SetText("x") }()`:                                    1,
		`go func() { x := 1; fyne.Do(func() { l.SetText("x") }); _ = x }()`: 0,
		`go func() { fyne.Do(func() {}); l.Refresh() }()`:                   1,
		`go func() { w.do(func() { l.Hide() }) }()`:                         0,
		`go l.Hide()`:            1,
		`l.SetText("x")`:         0,
		`go func() { work() }()`: 0,
	} {
		file, err := parser.ParseFile(token.NewFileSet(), "", "package p\nfunc f() {\n"+source+"\n}", 0)
		if err != nil {
			t.Fatal(err)
		}
		if got := len(widgetCalls(file)); got != want {
			t.Errorf("%s: found %d, want %d", source, got, want)
		}
	}
}

// widgetMethods change what is seen. Names that other types of ours have too
// are left out.
var widgetMethods = []string{
	"SetText", "SetIcon", "SetChecked", "SetSelected", "SetOptions", "SetContent", "SetMainMenu",
	"SetPlaceHolder", "SetValue", "SetItemHeight", "SetTitle", "SetChosen",
	"Refresh", "Show", "Hide", "Enable", "Disable", "Resize", "Move", "Add", "RemoveAll",
	"ScrollTo", "ScrollToTop", "ScrollToBottom", "Select", "UnselectAll", "Focus", "Unfocus",
}

// widgetCalls are the places in goroutines of the file that call a widget's
// method outside fyne.Do.
func widgetCalls(file *ast.File) (found []token.Pos) {
	ast.Inspect(file, func(n ast.Node) bool {
		if g, ok := n.(*ast.GoStmt); ok {
			ast.Inspect(g.Call, func(n ast.Node) bool {
				call, ok := n.(*ast.CallExpr)
				if !ok {
					return true
				}
				name, ok := call.Fun.(*ast.SelectorExpr)
				if !ok {
					return true
				}
				if slices.Contains([]string{"Do", "DoAndWait", "do"}, name.Sel.Name) {
					return false
				}
				if slices.Contains(widgetMethods, name.Sel.Name) && !isWaitGroup(name.X) {
					found = append(found, call.Pos())
				}
				return true
			})
			return false
		}
		return true
	})
	return found
}

// isWaitGroup tells a sync.WaitGroup or a sum by its customary name.
func isWaitGroup(x ast.Expr) bool {
	id, ok := x.(*ast.Ident)
	return ok && (id.Name == "wg" || id.Name == "group")
}

// TestOnlyMainStartsFyne keeps screens testable on a machine without a display:
// fyne.io/fyne/v2/app pulls in GLFW.
func TestOnlyMainStartsFyne(t *testing.T) {
	set, files := screens(t)
	for _, file := range files {
		for _, imported := range file.Imports {
			if path, _ := strconv.Unquote(imported.Path.Value); path == "fyne.io/fyne/v2/app" {
				t.Errorf("%s imports %s", set.Position(imported.Pos()), path)
			}
		}
	}
}
