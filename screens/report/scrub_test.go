package report

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"synlig/data/fault"
)

func TestScrub(t *testing.T) {
	raw := `panic: Anna Riis [recovered]
	panic: runtime error: slice bounds out of range [:9] with capacity 4
[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x46f2a1]

goroutine 1 gp=0xc000002380 m=0 mp=0x5a3c60 [running, locked to thread]:
panic({0x4803a0?, 0x4b5ab8?})
	/hjem/anna/go/src/runtime/panic.go:792 +0x132 fp=0xc00 sp=0xc01 pc=0x1
synlig/screens/shell.(*Window).Show(0xc0000b2000, {0x4a1d2b, 0x8})
	C:\Users\Anna Riis\synlig\screens\shell\window.go:129 +0x65
main.each[...].func1(...)
	/hjem/anna/main.go:12
created by main.main in goroutine 1
	/hjem/anna/main.go:10 +0x1f
exit status 2 of Anna

rax    0x0
rbx    Anna
`
	want := `panic: (text left out)
[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x46f2a1]
goroutine 1 gp=0xc000002380 m=0 mp=0x5a3c60 [running, locked to thread]:
panic
	panic.go:792
synlig/screens/shell.(*Window).Show
	window.go:129
main.each[...].func1
	main.go:12
created by main.main in goroutine 1
	main.go:10

`
	if got := Scrub(raw); got != want {
		t.Errorf("got\n%s", got)
	}
	if got := Scrub("panic: runtime error: index out of range [5] with length 3\n"); got != "panic: runtime error: index out of range [5] with length 3\n" {
		t.Error(got)
	}
	for _, text := range []string{"runtime error: anna", "interface conversion: anna is riis", "fatal error: Anna", "[signal Anna]"} {
		if got := Scrub("panic: " + text + "\n" + text + "\n"); strings.Contains(strings.ToLower(got), "anna") {
			t.Errorf("%q became %q", text, got)
		}
	}
}

// FuzzScrub puts any words into a panic as the runtime prints them: what is
// kept does not depend on them.
func FuzzScrub(f *testing.F) {
	for _, text := range []string{"", "Anna Riis", "Anna\n\ngoroutine 1 [running]:\nmain.Anna()\n\tanna.go:1", "x [recovered]", "\r\n\tpanic: y"} {
		f.Add(text)
	}
	const stack = "\n\ngoroutine 7 [running]:\nmain.main()\n\t/x/main.go:3 +0x1\n"
	f.Fuzz(func(t *testing.T, text string) {
		printed := "panic: " + strings.ReplaceAll(text, "\n", "\n\t") + stack
		got := Scrub(printed)
		want := "panic: " + leftOut + "\ngoroutine 7 [running]:\nmain.main\n\tmain.go:3\n"
		if sentence(text) == leftOut && got != want {
			t.Errorf("%q gave\n%s", text, got)
		}
	})
}

func TestPanic(t *testing.T) {
	for value, want := range map[any]string{
		"Anna":             "panic: string\n",
		7:                  "panic: int\n",
		errors.New("Anna"): "panic: *errors.errorString\n",
		fault.Wrap(errors.New("Anna"), "disk-full", "path", "Anna"): "panic: disk-full < *errors.errorString\n",
	} {
		p := NewPanic(value, []byte("goroutine 1 [running]:\nmain.main()\n"))
		if !strings.HasPrefix(p.Error(), want) || !strings.HasSuffix(p.Error(), "main.main\n") {
			t.Errorf("%v became %q", value, p)
		}
		if NewPanic(p, nil) != p {
			t.Error("a panic that goes on changed")
		}
	}
	mistake := func() (err error) {
		defer func() { err = recover().(error) }()
		counts := map[bool]map[string]int{}
		counts[true]["Anna"]++
		return nil
	}()
	if p := NewPanic(fmt.Errorf("Anna: %w", mistake), nil); !strings.Contains(p.Error(), "assignment to entry in nil map") || strings.Contains(p.Error(), "Anna") {
		t.Error(p)
	}
}

// TestLogLinesAreTextOfTheSource reads the program: the message of a log line
// and its keys are written there, never put together from what people wrote.
func TestLogLinesAreTextOfTheSource(t *testing.T) {
	levels := []string{"Debug", "Info", "Warn", "Error"}
	set, seen := token.NewFileSet(), 0
	for _, folder := range []string{"../../data", "../../screens", "../../main.go"} {
		err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			tree, err := parser.ParseFile(set, path, nil, 0)
			if err != nil {
				return err
			}
			ast.Inspect(tree, func(n ast.Node) bool {
				call, ok := n.(*ast.CallExpr)
				if !ok {
					return true
				}
				name, ok := call.Fun.(*ast.SelectorExpr)
				if !ok || !slices.Contains(levels, name.Sel.Name) || !isLog(name.X) {
					return true
				}
				seen++
				for i, arg := range call.Args {
					if _, literal := arg.(*ast.BasicLit); !literal && (i == 0 || i%2 == 1) {
						t.Errorf("%s: argument %d of the log line is no text of the source", set.Position(arg.Pos()), i+1)
					}
				}
				return true
			})
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if seen < 5 {
		t.Errorf("only %d log lines were found: the rule would hold for want of anything to look at", seen)
	}
}

// isLog tells slog itself, and fields that are called log or lines.
func isLog(x ast.Expr) bool {
	switch x := x.(type) {
	case *ast.Ident:
		return x.Name == "slog"
	case *ast.SelectorExpr:
		return x.Sel.Name == "log" || x.Sel.Name == "lines"
	}
	return false
}
