package shell

import (
	"errors"
	"strings"
	"testing"
	"time"

	"synlig/data/fault"
	"synlig/data/people"
	"synlig/data/store"
	"synlig/screens/kit"
	"synlig/screens/words"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

func key(name fyne.KeyName) *fyne.KeyEvent { return &fyne.KeyEvent{Name: name} }

// esc presses Esc where nothing has the keyboard, or in what has it.
func esc(w *Window) {
	if f := w.Canvas().Focused(); f != nil {
		f.TypedKey(key(fyne.KeyEscape))
		return
	}
	w.Canvas().OnTypedKey()(key(fyne.KeyEscape))
}

func TestTheFirstRoomIsBuiltAndTheOthersWait(t *testing.T) {
	w, pages := open(t)
	if pages[0].built != 1 || pages[1].built != 0 {
		t.Errorf("built %d and %d times, want 1 and 0", pages[0].built, pages[1].built)
	}
	if w.bar.title.Text != words.Text("strategy.title") || w.bar.action.Text != "Udskriv bilag 1 og 2" {
		t.Errorf("title %q, action %q", w.bar.title.Text, w.bar.action.Text)
	}
}

func TestTheRailGoesFromRoomToRoom(t *testing.T) {
	w, pages := open(t)
	test.Tap(w.rail.items[1])
	test.Tap(w.rail.items[0])
	test.Tap(w.rail.items[1])
	if pages[1].built != 1 {
		t.Errorf("the second room was built %d times, want once", pages[1].built)
	}
	if w.front.page != pages[1] || !w.rail.items[1].chosen || w.rail.items[0].chosen {
		t.Error("the rail does not show the room in front")
	}
	w.rail.items[0].TypedKey(key(fyne.KeyReturn))
	if w.front.page != pages[0] {
		t.Error("Enter on a line of the rail opens nothing")
	}
	test.Tap(w.rail.small[0])
	if w.front.page.Key() != SettingsKey || w.bar.action.Visible() || w.bar.search.Visible() {
		t.Error("the gear does not open the settings, or they show what they do not offer")
	}
}

func TestTheRailIsReachedByKeyboard(t *testing.T) {
	w, _ := open(t)
	reached := map[fyne.Focusable]bool{}
	for range 20 {
		w.Canvas().FocusNext()
		reached[w.Canvas().Focused()] = true
	}
	for _, item := range append(w.rail.items, w.rail.small...) {
		if !reached[item] {
			t.Errorf("%q cannot be reached with Tab", item.name)
		}
	}
	w.Canvas().Focus(w.rail.items[0])
	w.rail.items[0].TypedKey(key(fyne.KeyDown))
	if w.Canvas().Focused() != w.rail.items[1] {
		t.Error("the down arrow does not go to the next line")
	}
	w.rail.items[1].TypedKey(key(fyne.KeyUp))
	if w.Canvas().Focused() != w.rail.items[0] {
		t.Error("the up arrow does not go back")
	}
}

func TestANarrowWindowKeepsTheIconsAndSaysTheirNames(t *testing.T) {
	w, pages := open(t)
	pages[1].count = 7
	w.Refresh()
	w.window.Resize(fyne.NewSize(1100, 700))
	wide := w.rail.object.Size().Width
	w.window.Resize(fyne.NewSize(900, 700))
	if narrow := w.rail.object.Size().Width; wide != railWidth || narrow != railNarrow {
		t.Errorf("rail %g and %g wide, want %g and %g", wide, narrow, railWidth, railNarrow)
	}
	item := w.rail.items[1]
	item.MouseIn(nil)
	if !w.tip.Visible() || w.tip.text != item.name {
		t.Error("the icon's name does not come up")
	}
	item.MouseOut()
	if w.tip.Visible() || item.count != 7 {
		t.Error("the name stays, or the count is lost")
	}
}

func TestACountStandsOnlyWhereSomebodyIsNeeded(t *testing.T) {
	w, pages := open(t)
	count := func() string {
		r := test.WidgetRenderer(w.rail.items[1]).(*kit.Ringed).WidgetRenderer.(*railItemRenderer)
		if !r.count.Visible() {
			return ""
		}
		return r.count.Text
	}
	if got := count(); got != "" {
		t.Errorf("a count of 0 shows as %q", got)
	}
	pages[1].count = 3
	w.Refresh()
	if got := count(); got != "3" {
		t.Errorf("a count of 3 shows as %q", got)
	}
}

func TestTheMainActionAndTheSearchReachTheRoom(t *testing.T) {
	w, pages := open(t)
	test.Tap(w.bar.action)
	w.search()
	if w.Canvas().Focused() != w.bar.search {
		t.Fatal("Ctrl+K does not go to the search field")
	}
	test.Type(w.bar.search, "sag")
	if pages[0].acted != 1 || pages[0].searched != "sag" {
		t.Errorf("acted %d times, searched %q", pages[0].acted, pages[0].searched)
	}
	esc(w)
	if pages[0].searched != "" || w.Canvas().Focused() != w.bar.search {
		t.Error("the first Esc does not empty the field")
	}
	esc(w)
	if w.Canvas().Focused() != nil {
		t.Error("the second Esc does not leave the field")
	}
}

func TestEscClosesWhatIsOnTop(t *testing.T) {
	w, _ := open(t)
	w.ToggleHelp()
	w.SwitchPerson()
	w.Fail(fault.New("file-gone", "path", "x"))
	menu := widget.NewPopUpMenu(fyne.NewMenu("", fyne.NewMenuItem("x", func() {})), w.Canvas())
	menu.Show()
	for want := 3; want > 0; want-- {
		if got := len(w.Canvas().Overlays().List()); got != want {
			t.Fatalf("%d things lie over the window, want %d", got, want)
		}
		esc(w)
	}
	if w.dialogOpen() || len(w.sheets) != 0 {
		t.Error("a dialog is left")
	}
	if !w.help.Visible() {
		t.Error("Esc closed the help together with a dialog")
	}
	esc(w)
	if w.help.Visible() {
		t.Error("Esc does not close the help")
	}
}

func TestEscClosesFynesOwnDialogs(t *testing.T) {
	w, _ := open(t)
	w.PickFile("Vælg en tekst", []string{".md"}, func(string) { t.Error("a file was chosen") })
	if !w.dialogOpen() {
		t.Fatal("no dialog")
	}
	w.Canvas().OnTypedKey()(key(fyne.KeyEscape))
	if w.dialogOpen() {
		t.Error("the file dialog stays")
	}
}

func TestWhatWentWrongIsToldInFull(t *testing.T) {
	w, _ := open(t)
	cause := errors.New("disk i stykker")
	w.Fail(fault.Wrap(cause, "file-gone", "path", "strategi.md"))
	text := sheetText(w)
	for _, want := range []string{words.Text("shell.fail-title"), "strategi.md", words.Text("shell.copy-details")} {
		if !strings.Contains(text, want) {
			t.Errorf("the dialog does not say %q:\n%s", want, text)
		}
	}
	if strings.Contains(text, "file-gone") || strings.Contains(text, cause.Error()) {
		t.Errorf("the dialog shows a code or a cause:\n%s", text)
	}
	test.Tap(button(w, words.Text("shell.copy-details")))
	copied := w.app.Clipboard().Content()
	if !strings.Contains(copied, "file-gone") || !strings.Contains(copied, cause.Error()) {
		t.Errorf("the details hold %q", copied)
	}
	if len(w.sheets) != 1 {
		t.Error("copying the details closed the dialog")
	}
	test.Tap(button(w, words.Text("shell.ok")))
	if w.dialogOpen() {
		t.Error("OK does not close it")
	}
	w.Fail(nil)
	if w.dialogOpen() {
		t.Error("no error opened a dialog")
	}
}

func TestAskingDoesItOnlyOnTheVerb(t *testing.T) {
	w, _ := open(t)
	done := 0
	ask := func() { w.Ask("Slet udkastet?", "Det kan ikke fortrydes.", "Slet", func() { done++ }) }
	ask()
	test.Tap(button(w, words.Text("shell.cancel")))
	ask()
	esc(w)
	if done != 0 {
		t.Fatal("it was done without being asked for")
	}
	ask()
	if w.Canvas().Focused() != button(w, "Slet") {
		t.Error("the verb does not have the keyboard")
	}
	w.Canvas().Focused().TypedKey(key(fyne.KeyReturn))
	if done != 1 || w.dialogOpen() {
		t.Errorf("done %d times; still open: %v", done, w.dialogOpen())
	}
}

func TestTheStatusLineIsQuietAndDoesWhatItsButtonSays(t *testing.T) {
	w, _ := open(t)
	w.Saved(time.Date(2026, 11, 22, 10, 42, 0, 0, time.Local))
	if got := w.status.saved.Text; got != "Gemt 10:42 · Anna Riis" {
		t.Errorf("the line says %q", got)
	}
	undone := 0
	w.Say("Ændringen er slettet", "Fortryd", func() { undone++ })
	test.Tap(w.status.action)
	if undone != 1 || w.status.action.Visible() || w.status.message.Text != "" {
		t.Error("the button does not do it once and go")
	}
	w.Say("Uden knap", "Åbn", nil)
	if w.status.action.Visible() {
		t.Error("a button that does nothing is shown")
	}
}

func TestTheHelpFollowsTheRoom(t *testing.T) {
	w, _ := open(t)
	read := func() string {
		var text strings.Builder
		for _, o := range w.help.text.Objects {
			text.WriteString(o.(*widget.RichText).String())
		}
		return text.String()
	}
	w.Canvas().OnTypedKey()(key(fyne.KeyF1))
	strategy := read()
	w.Show(SettingsKey)
	settings := read()
	w.Show("posts") // has no page of its own
	general := read()
	if !w.help.Visible() || strategy == settings || settings == general || general == "" {
		t.Error("each room should show its own help, and the general page where there is none")
	}
	w.Canvas().OnTypedKey()(key(fyne.KeyF1))
	if w.help.Visible() {
		t.Error("F1 does not close the help")
	}
}

func TestDroppedFilesGoToTheRoomInFront(t *testing.T) {
	w, pages := open(t)
	var got []string
	w.OnDrop(func(paths []string) { got = paths })
	uris := []fyne.URI{fileURI("/tekst/æble.md")}
	w.dropped(fyne.Position{}, uris)
	if len(got) != 1 || got[0] != "/tekst/æble.md" {
		t.Errorf("got %q", got)
	}
	got = nil
	w.Show(pages[1].key)
	w.dropped(fyne.Position{}, uris)
	w.Show(pages[0].key)
	w.Fail(errors.New("x"))
	w.dropped(fyne.Position{}, uris)
	if got != nil {
		t.Error("files went to a room that is not in front, or behind a dialog")
	}
}

func TestAPanicLeavesTheWindowStanding(t *testing.T) {
	w, pages := open(t)
	pages[0].items = nil
	w.bar.action.OnTapped = func() { panic("i siden") }
	test.Tap(w.bar.action)
	if text := sheetText(w); !strings.Contains(text, words.Text("fault.internal")) {
		t.Errorf("the person reads:\n%s", text)
	}
	esc(w)
	w.Show("posts")
	if w.front.page != pages[1] {
		t.Error("the window no longer works")
	}
}

func TestAColleaguesSaveIsReadAgain(t *testing.T) {
	o := &office{people: []people.Person{{ID: 1, Name: "Anna Riis", Initials: "AR", Active: true}}}
	w, pages := openAt(t, o)
	w.Show("posts")
	o.changes <- store.Change{} // our own
	o.changes <- store.Change{Foreign: true}
	ui.until(func() bool { return pages[1].reloaded > 0 })
	if pages[1].reloaded != 1 || pages[0].reloaded != 0 {
		t.Errorf("reloaded %d in front and %d behind, want 1 and 0", pages[1].reloaded, pages[0].reloaded)
	}
	w.Show("strategy")
	w.Show("posts")
	if pages[0].reloaded != 1 || pages[1].reloaded != 1 {
		t.Error("the room behind is not read when it comes to the front, or one is read twice")
	}
}

func TestTheFirstStartAsksNothing(t *testing.T) {
	guess, known := people.FromSystem()
	if !known {
		t.Skip("this machine's user has no name")
	}
	o := &office{}
	w, _ := openAt(t, o)
	if w.dialogOpen() || len(o.people) != 1 || w.Person().Name != guess.Name || w.Person().ID == 0 {
		t.Errorf("person %+v, office %+v", w.Person(), o.people)
	}
	again, _ := openAt(t, &office{people: []people.Person{{ID: 9, Name: guess.Name, Initials: "X", Active: true}}})
	if again.Person().ID != 9 {
		t.Error("a known person was made anew")
	}
}

func TestTheSameFaultIsToldOnce(t *testing.T) {
	w, _ := open(t)
	for range 3 {
		w.Fail(fault.New("file-gone", "path", "a"))
	}
	w.Fail(fault.New("file-gone", "path", "b"))
	if len(w.sheets) != 2 {
		t.Errorf("%d dialogs for two faults", len(w.sheets))
	}
	w.escape()
	w.escape()
	w.Fail(fault.New(stoppedWork))
	if w.dialogOpen() {
		t.Error("stopped work is told as a failure")
	}
}
