package report

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"synlig/data/fault"
)

// What must never be found in what is left behind: a person, a text, a file.
const (
	person = "Anna Riis"
	typed  = "Borgeren i Nørregade skriver, at svaret kom for sent"
	file   = "Sag om Nørregade.synlig"
)

var secrets = []string{person, "Anna", "Riis", typed, "Nørregade", file}

// clean looks for the secrets in every file under folder; what the runtime
// itself wrote may be left out until the next start has been.
func clean(t *testing.T, folder string, except ...string) (all string) {
	t.Helper()
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		for _, name := range except {
			if entry.Name() == name {
				return err
			}
		}
		for _, secret := range secrets {
			if bytes.Contains(data, []byte(secret)) {
				t.Errorf("%s holds %q:\n%s", entry.Name(), secret, data)
			}
		}
		all += string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// crash is what a program of its own does before it ends on a mistake.
var crash = map[string]func(){
	"first goroutine, text":    func() { panic(typed + "\nmain." + person + "()\n\t/hjem/" + person + "/fil.go:12") },
	"first goroutine, error":   func() { panic(fmt.Errorf("reading %s: %w", file, fs.ErrNotExist)) },
	"first goroutine, mistake": func() { var none []string; _ = none[len(person)] },
	"another goroutine, text": func() {
		go func(text string) { panic(text) }(person + "\n\ngoroutine 9 [running]:\nmain." + person + "()")
		select {}
	},
	"another goroutine, error": func() {
		go func() { panic(errors.Join(errors.New(typed), fault.New("workspace-locked", "path", file))) }()
		select {}
	},
	"the runtime": func() {
		lost := map[string]int{}
		go func() {
			for {
				lost[person]++
			}
		}()
		for {
			lost[typed]++
		}
	},
}

// TestCrash ends programs on mistakes and reads what they and the next start
// leave behind.
func TestCrash(t *testing.T) {
	if folder := os.Getenv("SYNLIG_TEST_CRASH"); folder != "" {
		k := Start(folder, "Synlig 9.8.7")
		defer k.Close()
		guarded := func() (err error) {
			defer k.Guard(&err)
			crash[os.Getenv("SYNLIG_TEST_HOW")]()
			return nil
		}
		t.Fatal(fault.CodeOf(guarded()))
	}
	for how, what := range map[string]string{
		"first goroutine, text":    "panic: string",
		"first goroutine, error":   "panic: *fmt.wrapError < *errors.errorString",
		"first goroutine, mistake": "index out of range [9] with length 0",
		"another goroutine, text":  "panic: " + leftOut,
		"another goroutine, error": "panic: " + leftOut,
		"the runtime":              "maps.fatal",
	} {
		t.Run(how, func(t *testing.T) {
			folder := filepath.Join(t.TempDir(), file) // the folder's name may not come into it either
			program := exec.Command(os.Args[0], "-test.run", "^TestCrash$")
			program.Env = append(os.Environ(), "SYNLIG_TEST_CRASH="+folder, "SYNLIG_TEST_HOW="+how)
			out, err := program.CombinedOutput()
			if err == nil {
				t.Fatalf("it did not end on a mistake:\n%s", out)
			}
			if strings.HasPrefix(how, "first") {
				clean(t, folder) // at once
				if !bytes.Contains(out, []byte(fault.Internal)) {
					t.Errorf("the fault is no internal one:\n%s", out)
				}
				for _, secret := range secrets {
					if bytes.Contains(out, []byte(secret)) {
						t.Errorf("the standard error holds %q", secret)
					}
				}
			} else {
				clean(t, folder, rawFile)
			}
			next := Start(folder, "Synlig 9.8.7")
			t.Cleanup(next.Close)
			report := next.Crash()
			for _, part := range []string{"Synlig 9.8.7", what, "goroutine ", "report_test.go:"} {
				if !strings.Contains(report, part) {
					t.Errorf("the report lacks %q:\n%s", part, report)
				}
			}
			clean(t, folder)
			next.Told()
			if next.Crash() != "" {
				t.Error("a person is told twice")
			}
			next.Close()
			after := Start(folder, "Synlig 9.8.7")
			t.Cleanup(after.Close)
			if after.Crash() != "" {
				t.Error("the start after the next tells of it again")
			}
		})
	}
}

func TestNoCrash(t *testing.T) {
	folder := t.TempDir()
	for range 2 {
		k := Start(folder, "Synlig 1")
		if k.Crash() != "" {
			t.Error("a crash that never was")
		}
		k.Close()
		k.Close()
	}
}

// TestWithoutAFolder is a machine where nothing can be kept.
func TestWithoutAFolder(t *testing.T) {
	taken := filepath.Join(t.TempDir(), "fil")
	os.WriteFile(taken, nil, 0o644)
	for _, folder := range []string{"", filepath.Join(taken, "mappe")} {
		k := Start(folder, "Synlig 1")
		slog.Error("into nowhere", "error", errors.New("lost"))
		if k.Crash() != "" {
			t.Error("a report from nowhere")
		}
		k.Told()
		k.Close()
	}
}

// TestLogHoldsNothingOfAPerson writes everything that might slip through, in
// every way that slog has.
func TestLogHoldsNothingOfAPerson(t *testing.T) {
	folder := t.TempDir()
	before := log.Writer()
	log.SetOutput(io.Discard)
	defer log.SetOutput(before)
	k := Start(folder, "Synlig 1")
	path := filepath.Join(folder, person, file)
	_, gone := os.Open(path)
	locked := fault.Wrap(gone, "workspace-locked", "path", path)

	slog.Error("an error", "error", locked, "code", fault.CodeOf(locked))
	slog.Error("errors", "error", errors.Join(locked, fmt.Errorf("%s: %w", typed, gone)))
	slog.Info("values", "text", typed, "person", struct{ Name string }{person}, "bytes", []byte(typed), "pointer", &file2)
	slog.Info("numbers", "count", 42, "took", 1500*time.Millisecond, "share", 0.25, "ok", true)
	slog.With("who", person).WithGroup("group").Info("deep", slog.Group("inner", "text", typed, "n", 7))
	slog.Info("late", "value", late{})
	slog.Error("caught", "panic", caught(typed), "stack", string(debug.Stack()))
	log.Printf("Fyne error:  cannot read %s\n  Cause: %v\n  At: /hjem/%s/fyne/app/preferences.go:87", path, gone, person)
	log.Print(typed)
	k.Close()
	slog.Error("after the end", "error", locked)

	text := clean(t, folder)
	for _, wanted := range []string{
		"error=\"workspace-locked < *fs.PathError < syscall.Errno(2)\"", "code=workspace-locked", "*errors.joinError",
		"count=42", "took=1.5s", "share=0.25", "ok=true", "group.inner.n=7", "msg=late", "panic: string",
		"report_test.go:", "at=preferences.go:87", "started", "ended", "Synlig 1, ",
	} {
		if !strings.Contains(text, wanted) {
			t.Errorf("the log lacks %s:\n%s", wanted, text)
		}
	}
}

var file2 = file

// late is known only when the line is written.
type late struct{}

func (late) LogValue() slog.Value { return slog.StringValue(person) }

func caught(text string) (p *Panic) {
	defer func() { p = NewPanic(recover(), debug.Stack()) }()
	panic(text)
}

func TestLogRotates(t *testing.T) {
	folder := t.TempDir()
	k := Start(folder, "Synlig 1")
	for i := range 12000 {
		slog.Info("a line of some length that is written over and over again until it is enough", "i", i)
	}
	k.Close()
	logs, _ := filepath.Glob(filepath.Join(folder, "synlig*.log"))
	if len(logs) < 2 {
		t.Fatalf("%d logs", len(logs))
	}
	for _, name := range logs {
		info, err := os.Stat(name)
		if err != nil || info.Size() > logMegabytes<<20 || info.Mode().Perm()&0o077 != 0 && os.PathSeparator == '/' {
			t.Errorf("%s: %v", name, info)
		}
	}
}

func TestHandlerKeepsLevels(t *testing.T) {
	h := newHandler(slog.NewTextHandler(io.Discard, nil))
	if h.Enabled(context.Background(), slog.LevelDebug) || !h.Enabled(context.Background(), slog.LevelInfo) {
		t.Error("levels are off")
	}
}
