package screens_test

import (
	"fmt"
	"go/ast"
	"slices"
	"strings"
)

// touching are the methods that change or redraw something on the screen.
// Fyne allows them on the main goroutine alone.
var touching = []string{
	"Add", "AddShortcut", "Append", "Disable", "Enable", "Focus", "FocusNext", "Hide", "MoveTo", "Refresh",
	"RefreshItem", "Remove", "RemoveAll", "RequestFocus", "Resize", "ScrollTo", "ScrollToBottom", "ScrollToTop",
	"Select", "SetChecked", "SetContent", "SetIcon", "SetItemHeight", "SetMainMenu", "SetMinSize", "SetOptions",
	"SetPlaceHolder", "SetSelected", "SetText", "SetTheme", "SetTitle", "SetValue", "Show", "ShowAtPosition",
	"Unfocus", "UnselectAll",
}

// making are the packages whose every call makes or shows something.
var making = []string{"canvas", "container", "dialog", "widget"}

// harmless are receivers whose methods bear the same names: counting goroutines
// and guarding values is what one does off the main thread.
var harmless = []string{"wg", "group", "waiting", "count", "counter", "atomic", "context", "ctx"}

// offThread lists widgets touched in a goroutine or a timer outside fyne.Do.
// It follows calls into functions of the same package by their name, since a
// goroutine often starts with one; it cannot know types, so it goes by names.
func offThread(t tree) (breaches []string) {
	for _, dir := range t.packages() {
		if !inside(dir, "screens") {
			continue
		}
		var files []source
		for _, s := range t.sources {
			if s.dir == dir && !s.test {
				files = append(files, s)
			}
		}
		w := watch{tree: t, functions: functions(files), doors: doorsToMain(files), seen: map[*ast.FuncDecl]bool{}}
		for _, s := range files {
			ast.Inspect(s.file, w.starts)
		}
		breaches = append(breaches, w.breaches...)
	}
	return breaches
}

// functions are the functions and methods of a package by name; a name that
// two of them bear is left out, for it does not tell which is called.
func functions(files []source) map[string]*ast.FuncDecl {
	found := map[string]*ast.FuncDecl{}
	for _, s := range files {
		for _, d := range s.file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Body != nil {
				if _, twice := found[f.Name.Name]; twice {
					found[f.Name.Name] = nil
					continue
				}
				found[f.Name.Name] = f
			}
		}
	}
	return found
}

// doorsToMain are the names by which a package also calls fyne.Do: variables and
// fields that are set to it, so that a test can put something else there.
func doorsToMain(files []source) map[string]bool {
	names := map[string]bool{}
	for _, s := range files {
		ast.Inspect(s.file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.KeyValueExpr:
				if isDo(n.Value) {
					names[named(n.Key)] = true
				}
			case *ast.AssignStmt:
				for i, to := range n.Lhs {
					if len(n.Rhs) == len(n.Lhs) && isDo(n.Rhs[i]) {
						names[named(to)] = true
					}
				}
			}
			return true
		})
	}
	delete(names, "") // what is kept under no name cannot be known again
	return names
}

func isDo(e ast.Expr) bool {
	f, ok := e.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	x, ok := f.X.(*ast.Ident)
	return ok && x.Name == "fyne" && (f.Sel.Name == "Do" || f.Sel.Name == "DoAndWait")
}

// isLater tells a moment that is put together: time.Now().Add(…).
func isLater(call *ast.CallExpr) bool {
	f, ok := call.Fun.(*ast.SelectorExpr)
	if !ok || f.Sel.Name != "Add" {
		return false
	}
	now, ok := f.X.(*ast.CallExpr)
	return ok && called(now) == "time.Now"
}

type watch struct {
	tree      tree
	functions map[string]*ast.FuncDecl
	doors     map[string]bool
	seen      map[*ast.FuncDecl]bool
	breaches  []string
}

// starts finds where a goroutine begins: go, and a timer's function.
func (w *watch) starts(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.GoStmt:
		w.walk(n.Call)
	case *ast.CallExpr:
		if called(n) == "time.AfterFunc" && len(n.Args) == 2 {
			w.walk(n.Args[1])
			if name := named(n.Args[1]); name != "" {
				w.follow(name)
			}
		}
	}
	return true
}

// walk looks at everything below n but what is handed to fyne.Do.
func (w *watch) walk(n ast.Node) {
	ast.Inspect(n, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		name := called(call)
		receiver, method, qualified := strings.Cut(name, ".")
		if isDo(call.Fun) || w.doors[named(call.Fun)] {
			return false
		}
		if isLater(call) {
			return true
		}
		if !qualified {
			method = name
		}
		switch {
		case qualified && slices.Contains(making, receiver),
			qualified && slices.Contains(touching, method) && !slices.Contains(harmless, receiver):
			w.breaches = append(w.breaches, fmt.Sprintf("%s calls %s in a goroutine, outside fyne.Do", w.tree.at(call), name))
		default:
			w.follow(method)
		}
		return true
	})
}

func (w *watch) follow(name string) {
	if f := w.functions[name]; f != nil && !w.seen[f] {
		w.seen[f] = true
		w.walk(f.Body)
	}
}

// named is the name of a function handed over by name: "f", or "n.flush".
func named(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return e.Sel.Name
	}
	return ""
}
