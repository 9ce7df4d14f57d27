package shell

import (
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"synlig/data/fault"
	"synlig/data/files"
	"synlig/data/store"
	"synlig/screens/kit"
	"synlig/screens/words"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// stranded is a window for a start that failed with err, on the UI goroutine of
// the tests.
func stranded(t *testing.T, err error, rescue Rescue) Stranded {
	t.Helper()
	w := blank(test.NewApp())
	w.native, w.do, w.log = noDialogs{}, ui.do, slog.New(slog.DiscardHandler)
	s := strand(w, err, rescue)
	t.Cleanup(func() { kit.OnPanic(nil) })
	return s
}

// read is all that can be read in the window, line by line.
func read(s Stranded) (lines []string) {
	walk(s.window.Content(), func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *widget.Label:
			lines = append(lines, o.Text)
		case *kit.Button:
			lines = append(lines, o.Text)
		}
	})
	return lines
}

func press(t *testing.T, s Stranded, verb string) {
	t.Helper()
	pressed := false
	walk(s.window.Content(), func(o fyne.CanvasObject) {
		if b, ok := o.(*kit.Button); ok && b.Text == verb && !pressed {
			pressed = true
			test.Tap(b)
		}
	})
	if !pressed {
		t.Fatalf("there is no button %q in %q", verb, read(s))
	}
}

// TestStrandedOffersTheOthers is a drive that is away, with three workspaces of
// before: one on it, one that is gone too, one that is there.
func TestStrandedOffersTheOthers(t *testing.T) {
	place := t.TempDir()
	away := filepath.Join(place, "drev", "kontor.synlig")
	gone, there := filepath.Join(place, "væk.synlig"), filepath.Join(place, "Årets sager.synlig")
	os.WriteFile(there, nil, 0o644)
	var opened []string
	s := stranded(t, fault.New(store.Missing, "path", away), Rescue{
		Open:   func(path string) error { opened = append(opened, path); return nil },
		Others: []string{away, gone, there},
	})
	ui.until(func() bool { return slices.Contains(read(s), "Årets sager") })
	text := strings.Join(read(s), "\n")
	for _, wanted := range []string{away, words.Text("shell.stranded-drive"), words.Text("shell.stranded-others"), place} {
		if !strings.Contains(text, wanted) {
			t.Errorf("the window lacks %q:\n%s", wanted, text)
		}
	}
	if slices.Contains(read(s), "væk") || slices.Contains(read(s), "kontor") {
		t.Errorf("a workspace that is not there is offered:\n%s", text)
	}
	press(t, s, "Årets sager")
	if !slices.Equal(opened, []string{there}) || !s.closed {
		t.Errorf("opened %q, closed %v", opened, s.closed)
	}
}

// TestStrandedTriesAgain is the drive that came back, at the second try.
func TestStrandedTriesAgain(t *testing.T) {
	path := filepath.Join(t.TempDir(), "kontor.synlig")
	var tried []string
	answers := []error{fault.New(store.Locked, "path", path), nil}
	s := stranded(t, fault.New(store.Missing, "path", path), Rescue{Open: func(path string) (err error) {
		tried = append(tried, path)
		err, answers = answers[0], answers[1:]
		return err
	}})
	if text := strings.Join(read(s), "\n"); strings.Contains(text, words.Text("shell.stranded-drive")) ||
		strings.Contains(text, words.Text("shell.stranded-others")) {
		t.Errorf("the folder is there, and nothing was opened before:\n%s", text)
	}
	press(t, s, "Prøv igen")
	if s.closed || !strings.Contains(sheetText(s.Window), words.Fault(fault.New(store.Locked, "path", path))) {
		t.Error("the second fault is not told")
	}
	s.sheets[0].close()
	press(t, s, "Prøv igen")
	if !s.closed || !slices.Equal(tried, []string{path, path}) {
		t.Errorf("tried %q, closed %v", tried, s.closed)
	}
}

func TestStrandedWithoutAFile(t *testing.T) {
	s := stranded(t, fault.New("no-home"), Rescue{})
	text := strings.Join(read(s), "\n")
	if strings.Contains(text, "Prøv igen") || strings.Contains(text, words.Text("shell.stranded-drive")) {
		t.Errorf("there is no file to try again:\n%s", text)
	}
	press(t, s, words.Text("shell.quit"))
	if !s.closed {
		t.Error("the window is still there")
	}
}

func TestRecent(t *testing.T) {
	preferences := test.NewApp().Preferences()
	if got := Recent(preferences); len(got) > 0 {
		t.Errorf("before anything was opened: %q", got)
	}
	for _, path := range []string{"a", "b", "c", "b", "d", "e", "f", "b"} {
		Remember(preferences, path)
	}
	if got := Recent(preferences); !slices.Equal(got, []string{"b", "f", "e", "d", "c"}) {
		t.Errorf("%q", got)
	}
}

// TestCrashed is the first start after one that ended on a mistake.
func TestCrashed(t *testing.T) {
	w, _ := open(t)
	w.Crashed("Synlig 0.1.0\npanic: string\n")
	if w.status.message.Text != "Programmet lukkede uventet sidst." || !w.status.action.Visible() {
		t.Errorf("the line says %q", w.status.message.Text)
	}
	test.Tap(w.status.action)
	if got := w.app.Clipboard().Content(); got != "Synlig 0.1.0\npanic: string\n" {
		t.Errorf("copied %q", got)
	}
	if w.status.action.Visible() || w.status.message.Text != words.Text("shell.crashed-copied") {
		t.Errorf("then the line says %q", w.status.message.Text)
	}
}

func TestAlreadyOpen(t *testing.T) {
	w, _ := open(t)
	test.AssertNotificationSent(t, fyne.NewNotification("Synlig", words.Text("shell.already-open")), w.AlreadyOpen)
}

// TestAPanicKeepsItsWords is a callback that panics on what somebody wrote: the
// details tell where, and not what.
func TestAPanicKeepsItsWords(t *testing.T) {
	w, _ := open(t)
	var lines strings.Builder
	w.log = slog.New(slog.NewTextHandler(&lines, nil))
	func() {
		defer kit.Catch()
		panic(errors.New("Anna Riis"))
	}()
	test.Tap(button(w, words.Text("shell.copy-details")))
	for _, left := range []string{lines.String(), w.app.Clipboard().Content()} {
		if strings.Contains(left, "Anna") || !strings.Contains(left, "*errors.errorString") || !strings.Contains(left, "TestAPanicKeepsItsWords") {
			t.Errorf("left behind:\n%s", left)
		}
	}
}

// TestStrandedHasASentenceForEach is every way a workspace can fail to open: its
// own sentence, the path, and not the one for the unexpected.
func TestStrandedHasASentenceForEach(t *testing.T) {
	path := filepath.Join(t.TempDir(), "kontor.synlig")
	seen := map[string]fault.Code{}
	for _, code := range []fault.Code{store.Missing, store.Empty, store.Foreign, store.Newer, store.Corrupt, store.Locked,
		store.Readonly, store.Failed, files.DiskFull, files.DiskFailed, files.IsFolder, files.Unreadable} {
		s := stranded(t, fault.New(code, "path", path), Rescue{})
		sentence := read(s)[1]
		if !strings.Contains(sentence, path) || strings.Contains(sentence, "{") || sentence == words.Text("fault.internal") {
			t.Errorf("%s: %q", code, sentence)
		}
		if other, twice := seen[sentence]; twice {
			t.Errorf("%s and %s say the same", code, other)
		}
		seen[sentence] = code
		s.leave()
	}
}
