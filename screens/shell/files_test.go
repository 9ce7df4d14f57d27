package shell

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"synlig/screens/words"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// native answers as the system's dialogs would.
type native struct {
	path string
	err  error
	// what it was asked
	folder, name string
	extensions   []string
}

func (n *native) available() bool { return true }
func (n *native) open(_, folder string, extensions []string) (string, error) {
	n.folder, n.extensions = folder, extensions
	return n.path, n.err
}
func (n *native) pickFolder(_, folder string) (string, error) {
	n.folder = folder
	return n.path, n.err
}
func (n *native) save(_, folder, name string) (string, error) {
	n.folder, n.name = folder, name
	return n.path, n.err
}

func TestTheSystemsDialogsAreUsedAndTheFolderRemembered(t *testing.T) {
	w, _ := open(t)
	folder := t.TempDir()
	n := &native{path: filepath.Join(folder, "udkast.md")}
	w.native = n
	var got string
	done := func(path string) { got = path }
	wait := func() string {
		got = ""
		ui.until(func() bool { return got != "" })
		return got
	}
	w.PickFile("Vælg en tekst", []string{".md", ".txt"}, done)
	if path := wait(); path != n.path || len(n.extensions) != 2 {
		t.Errorf("got %q, asked for %v", path, n.extensions)
	}
	n.path = folder
	w.PickFolder("Vælg en mappe", done)
	if path := wait(); path != folder || n.folder != folder {
		t.Errorf("got %q, began in %q", path, n.folder)
	}
	n.path = filepath.Join(folder, "kopi")
	w.SaveFile("Gem kopien", "kontor.synlig", done)
	if path := wait(); path != n.path+".synlig" || n.name != "kontor.synlig" {
		t.Errorf("got %q, suggested %q", path, n.name)
	}
}

func TestAFileIsReplacedOnlyWhenThePersonSaysSo(t *testing.T) {
	w, _ := open(t)
	path := filepath.Join(t.TempDir(), "bilag.pdf")
	if err := os.WriteFile(path, []byte("gammelt"), 0o600); err != nil {
		t.Fatal(err)
	}
	replaced := 0
	ask := func() { w.unlessTaken(path, func(string) { replaced++ }) }
	ask()
	test.Tap(button(w, words.Text("shell.cancel")))
	if replaced != 0 {
		t.Fatal("replaced without being told to")
	}
	ask()
	test.Tap(button(w, words.Text("shell.replace-verb")))
	if replaced != 1 {
		t.Error("not replaced")
	}
}

func TestABrokenSystemDialogGivesWayToOurs(t *testing.T) {
	w, _ := open(t)
	w.native = &native{err: errors.New("ingen skærm")}
	shown := false
	w.ask(func() (string, error) { return w.native.open("", "", nil) }, func() { shown = true }, func(string) { t.Error("a file was chosen") })
	ui.until(func() bool { return shown })
}

func TestSavingWithoutTheSystemsDialogs(t *testing.T) {
	w, _ := open(t)
	folder := t.TempDir()
	w.rememberFolder(folder)
	var got string
	w.SaveFile("Gem kopien", "kontor.synlig", func(path string) { got = path })
	f := fields(w)[0]
	if f.Text != "kontor.synlig" || w.Canvas().Focused() != fyne.Focusable(f) {
		t.Errorf("the field holds %q, the keyboard is with %T", f.Text, w.Canvas().Focused())
	}
	f.SetText("min kopi")
	test.Tap(button(w, words.Text("shell.save")))
	if want := filepath.Join(folder, "min kopi.synlig"); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestAFileThatIsGoneIsToldInsteadOfOpened(t *testing.T) {
	w, _ := open(t)
	gone := filepath.Join(t.TempDir(), "væk.pdf")
	for _, open := range []func(string){w.OpenPath, w.ShowInFolder} {
		open(gone)
		if len(w.sheets) != 1 {
			t.Fatal("nothing is told")
		}
		w.escape()
	}
	w.OpenPath(filepath.Dir(gone))
	if w.dialogOpen() {
		t.Error("a folder that is there cannot be opened")
	}
}

func TestFileAddressesHoldSpacesAndDrives(t *testing.T) {
	for path, want := range map[string]string{
		"/tmp/Bilag 1 - æ.pdf": "file:///tmp/Bilag%201%20-%20%C3%A6.pdf",
		`C:/Sager/a.pdf`:       "file:///C:/Sager/a.pdf",
	} {
		if got := fileURL(path).String(); got != want {
			t.Errorf("%s became %s, want %s", path, got, want)
		}
	}
}
