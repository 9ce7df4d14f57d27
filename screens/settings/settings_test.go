package settings_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"synlig/data/people"
	"synlig/screens/kit"
	"synlig/screens/words"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// find is the last thing of that kind in the window that fits, dialogs last.
func find[T fyne.CanvasObject](w *window, fits func(T) bool) (found T, ok bool) {
	var walk func(o fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		if !o.Visible() {
			return
		}
		if x, is := o.(T); is && fits(x) {
			found, ok = x, true
		}
		switch o := o.(type) {
		case *fyne.Container:
			for _, child := range o.Objects {
				walk(child)
			}
		case fyne.Widget:
			for _, child := range test.WidgetRenderer(o).Objects() {
				walk(child)
			}
		}
	}
	walk(w.Canvas().Content())
	for _, overlay := range w.Canvas().Overlays().List() {
		walk(overlay)
	}
	return found, ok
}

func press(t *testing.T, w *window, verb string) {
	t.Helper()
	b, ok := find(w, func(b *kit.Button) bool { return b.Text == verb })
	if !ok {
		t.Fatalf("there is no button %q", verb)
	}
	test.Tap(b)
}

// show opens a section from the list at the left.
func show(t *testing.T, w *window, section string) {
	t.Helper()
	press(t, w, words.Text("settings."+section))
}

func says(w *window, text string) bool {
	_, ok := find(w, func(l *widget.Label) bool { return strings.Contains(l.Text, text) })
	return ok
}

func TestTheLookIsChosenInTheSettings(t *testing.T) {
	w, _ := open(t)
	press(t, w, words.Text("settings.look-dark"))
	if w.Appearance() != kit.Dark {
		t.Errorf("look %q", w.Appearance())
	}
	press(t, w, words.Text("settings.larger"))
	if !says(w, "110 procent") {
		t.Error("the text size is not shown")
	}
	for range 10 {
		press(t, w, words.Text("settings.larger"))
	}
	if b, _ := find(w, func(b *kit.Button) bool { return b.Text == words.Text("settings.larger") }); !b.Disabled() {
		t.Error("the text can be made larger than the largest")
	}
	w.SetTextScale(1)
	if !says(w, "100 procent") {
		t.Error("what the menu changes is not shown")
	}
}

func TestTheLanguageChangesInTheSettings(t *testing.T) {
	w, _ := open(t)
	press(t, w, "English")
	if words.Language() != words.English || !says(w, "Look and language") {
		t.Error("the settings are still Danish")
	}
	press(t, w, "Dansk")
	if !says(w, "Udseende og sprog") {
		t.Error("the settings are still English")
	}
}

func TestTheSettingsShowWhoAndWhere(t *testing.T) {
	w, desk := open(t)
	show(t, w, "file")
	if !says(w, desk.Store().Path()) {
		t.Error("the path is missing")
	}
	show(t, w, "copies")
	if !says(w, "22. november 2026, daglig kopi") {
		t.Error("today's copy is not listed")
	}
	show(t, w, "person")
	if !says(w, w.Person().Name) || !says(w, words.Text("settings.no-login")) {
		t.Error("the person is missing")
	}
	press(t, w, words.Text("settings.edit-person"))
	press(t, w, words.Text("shell.cancel"))
	press(t, w, words.Text("settings.switch-person"))
	press(t, w, words.Text("shell.close"))
}

func TestStartingEmptyAsksWithAVerb(t *testing.T) {
	w, desk := open(t)
	show(t, w, "file")
	if _, err := desk.Store().AddPerson(context.Background(), people.Person{Name: "Bo Lund", Active: true}); err != nil {
		t.Fatal(err)
	}
	press(t, w, words.Text("settings.clear"))
	press(t, w, words.Text("shell.cancel"))
	if len(names(t, desk.Store())) != 2 {
		t.Fatal("Annullér emptied the file")
	}
	press(t, w, words.Text("settings.clear"))
	press(t, w, words.Text("settings.clear-verb"))
	w.swap()
	if got := names(t, desk.Store()); len(got) != 1 || got[0] != w.Person().Name {
		t.Errorf("people %v", got)
	}
	told := says(w, words.Text("settings.cleared"))
	show(t, w, "copies")
	if !told || !says(w, "før filen blev tømt") {
		t.Error("it is not told that it is done, or the copy is not listed")
	}
}

func TestACopyIsBroughtBackFromTheList(t *testing.T) {
	w, desk := open(t)
	show(t, w, "copies")
	if _, err := desk.Store().AddPerson(context.Background(), people.Person{Name: "Bo Lund", Active: true}); err != nil {
		t.Fatal(err)
	}
	before := desk.Store()
	press(t, w, words.Text("settings.restore"))
	if !says(w, "22. november 2026") {
		t.Error("the question does not say which copy")
	}
	press(t, w, words.Text("settings.restore-verb"))
	w.swap()
	if desk.Store() == before {
		t.Error("the workspace was not opened again")
	}
	if !says(w, words.Text("settings.restored")) || !says(w, "før en kopi blev hentet frem") {
		t.Error("it is not told, or what stood there is not listed")
	}
}

func TestTheFileMovesToAnotherPlace(t *testing.T) {
	w, desk := open(t)
	show(t, w, "file")
	w.file = filepath.Join(t.TempDir(), "fælles.synlig")
	press(t, w, words.Text("settings.move"))
	w.swap()
	if desk.Store().Path() != w.file || !says(w, w.file) || !says(w, words.Text("settings.moved")) {
		t.Errorf("open is %s", desk.Store().Path())
	}
	press(t, w, words.Text("settings.show"))
	if w.shown != w.file {
		t.Errorf("shown is %q", w.shown)
	}
}

func TestAFileThatIsNoWorkspaceIsTold(t *testing.T) {
	w, desk := open(t)
	show(t, w, "file")
	before := desk.Store().Path()
	w.file = filepath.Join(t.TempDir(), "brev.synlig")
	if err := os.WriteFile(w.file, []byte("Kære borger"), 0o600); err != nil {
		t.Fatal(err)
	}
	press(t, w, words.Text("settings.open"))
	w.swap()
	if desk.Store().Path() != before || !says(w, words.Text("shell.fail-title")) || says(w, words.Text("settings.opened")) {
		t.Error("a letter was opened as a workspace, or nothing was told")
	}
	press(t, w, words.Text("shell.ok"))
}

func TestACopyIsMadeNowAndBroughtBackFromItsFile(t *testing.T) {
	w, desk := open(t)
	show(t, w, "copies")
	w.file = filepath.Join(t.TempDir(), "kopi.synlig")
	press(t, w, words.Text("settings.copy-now"))
	if _, err := os.Stat(w.file); err != nil || !says(w, words.Text("settings.copied")) {
		t.Fatalf("no copy: %v", err)
	}
	if _, err := desk.Store().AddPerson(context.Background(), people.Person{Name: "Bo Lund", Active: true}); err != nil {
		t.Fatal(err)
	}
	press(t, w, words.Text("settings.restore-other"))
	if !says(w, "kopi.synlig") {
		t.Error("the question does not name the copy")
	}
	press(t, w, words.Text("settings.restore-verb"))
	w.swap()
	if got := names(t, desk.Store()); len(got) != 1 {
		t.Errorf("people %v", got)
	}
}

func TestACopyThatCannotBeMadeIsTold(t *testing.T) {
	w, _ := open(t)
	show(t, w, "copies")
	w.file = filepath.Join(t.TempDir(), "findes", "ikke", "kopi.synlig")
	press(t, w, words.Text("settings.copy-now"))
	if !says(w, words.Text("shell.fail-title")) || says(w, words.Text("settings.copied")) {
		t.Error("nothing is told")
	}
	press(t, w, words.Text("shell.ok"))
}
