package settings_test

import (
	"context"
	"strings"
	"testing"

	"synlig/data/danish"
	"synlig/data/posts"
	"synlig/data/store"
	"synlig/screens/kit"
	"synlig/screens/settings"
	"synlig/screens/shell"
	"synlig/screens/words"

	"fyne.io/fyne/v2"
)

// neighbour is another room, which goes by what is set here.
type neighbour struct {
	key  string
	read int // how often it was asked to read again
}

func (n *neighbour) Key() string              { return n.key }
func (n *neighbour) Icon() fyne.Resource      { return kit.Icon("posts") }
func (n *neighbour) Build() fyne.CanvasObject { return kit.NewText("") }
func (n *neighbour) Reload()                  { n.read++ }

// write puts text in the field as a person does, in place of what stood there.
func write(t *testing.T, w *window, text string) {
	t.Helper()
	e, ok := find(w, func(*kit.MarkedEntry) bool { return true })
	if !ok {
		t.Fatal("there is no field")
	}
	e.Replace(0, len([]rune(e.Text())), text)
}

func standing(t *testing.T, w *window) string {
	t.Helper()
	e, ok := find(w, func(*kit.MarkedEntry) bool { return true })
	if !ok {
		t.Fatal("there is no field")
	}
	return e.Text()
}

// pick chooses a word list.
func pick(t *testing.T, w *window, list danish.List) {
	t.Helper()
	name := words.WordListName(list)
	s, ok := find(w, func(s *kit.Select) bool { return len(s.Options) == len(danish.AllLists) })
	if !ok {
		t.Fatal("there is no choice of lists")
	}
	for i, label := range s.Options {
		if label == name || strings.HasPrefix(label, name+" (") {
			s.SetSelectedIndex(i)
			return
		}
	}
	t.Fatalf("no list is called %q", name)
}

func enabled(t *testing.T, w *window, key string) bool {
	t.Helper()
	b, ok := find(w, func(b *kit.Button) bool { return b.Text == words.Text(key) })
	if !ok {
		t.Fatalf("there is no %s", key)
	}
	return !b.Disabled()
}

func TestAWordListIsWrittenKeptAndSetBack(t *testing.T) {
	w, desk := open(t)
	show(t, w, "words")
	pick(t, w, danish.Rude)
	builtIn := store.BuiltInWordList(danish.Rude)
	if standing(t, w) != builtIn || !says(w, words.Text("settings.text-builtin")) || !says(w, words.Text("settings.list-rude")) {
		t.Fatal("the program's list is not shown as such")
	}
	if enabled(t, w, "settings.text-save") || enabled(t, w, "settings.text-reset") {
		t.Error("there is something to save or to set back before anything was written")
	}
	own := builtIn + "\n# Fra mødet i maj\ntorskepande, torskepander\n"
	write(t, w, own)
	if !says(w, words.Text("settings.text-draft")) || !says(w, "1 ny linje: torskepande, torskepander") {
		t.Error("it is not said what differs")
	}
	press(t, w, words.Text("settings.text-save"))
	if text, mine, err := desk.Store().WordList(t.Context(), danish.Rude); text != own || !mine || err != nil {
		t.Fatalf("kept %v %v: %.40q", mine, err, text)
	}
	if !says(w, words.Text("settings.text-own")) || !says(w, "1 ny linje") {
		t.Error("it is not said that the list is the office's own")
	}
	press(t, w, words.Text("settings.text-reset"))
	press(t, w, words.Text("settings.text-reset-verb"))
	if _, mine, _ := desk.Store().WordList(t.Context(), danish.Rude); mine || standing(t, w) != builtIn {
		t.Error("the program's list is not back")
	}
	press(t, w, words.Text("shell.undo"))
	if text, mine, _ := desk.Store().WordList(t.Context(), danish.Rude); !mine || text != own {
		t.Error("setting back cannot be taken back")
	}
}

// A list that is wrong is not kept; the line that is wrong is named as it stands
// in the text, and marked.
func TestAWrongLineIsToldAndShown(t *testing.T) {
	w, desk := open(t)
	show(t, w, "words")
	pick(t, w, danish.Rude)
	write(t, w, "# ord\n\nfy\n, bæ\n")
	press(t, w, words.Text("settings.text-save"))
	if _, mine, _ := desk.Store().WordList(t.Context(), danish.Rude); mine {
		t.Fatal("a wrong list was kept")
	}
	if !says(w, "Linje 4") || !says(w, "», bæ«") {
		t.Error("the line is not named")
	}
	e, _ := find(w, func(*kit.MarkedEntry) bool { return true })
	if e.SelectedText() != ", bæ" {
		t.Errorf("chosen is %q", e.SelectedText())
	}
	write(t, w, "fy\n")
	if says(w, "Linje 4") {
		t.Error("what was wrong is told after it was mended")
	}
	write(t, w, "fy # 140585-2981\n")
	press(t, w, words.Text("settings.text-save"))
	if !says(w, "cpr-nummer. Fjern") {
		t.Error("a number went into a list")
	}
}

// What is written and not kept stays when another list is looked at, and is kept
// when the window closes.
func TestWhatIsWrittenIsNotLost(t *testing.T) {
	w, desk := open(t)
	show(t, w, "words")
	pick(t, w, danish.PaperWords)
	write(t, w, "blanket = skema\n")
	pick(t, w, danish.Streets)
	show(t, w, "look")
	show(t, w, "words")
	pick(t, w, danish.PaperWords)
	if standing(t, w) != "blanket = skema\n" {
		t.Fatal("what was written is gone")
	}
	press(t, w, words.Text("settings.text-discard"))
	if standing(t, w) != store.BuiltInWordList(danish.PaperWords) {
		t.Error("what was written stays after it was dropped")
	}
	press(t, w, words.Text("shell.undo"))
	if standing(t, w) != "blanket = skema\n" {
		t.Error("dropping cannot be taken back")
	}
	w.Quit()
	if text, _, err := desk.Store().WordList(context.Background(), danish.PaperWords); text != "blanket = skema\n" {
		t.Errorf("closing lost it: %v %.40q", err, text)
	}
}

// A colleague who was faster is told of, and not written over unasked.
func TestAColleaguesListIsNotWrittenOver(t *testing.T) {
	w, desk := open(t)
	show(t, w, "words")
	pick(t, w, danish.Rude)
	write(t, w, "mit\n")
	if err := desk.Store().SaveWordList(t.Context(), danish.Rude, "deres\n"); err != nil {
		t.Fatal(err)
	}
	press(t, w, words.Text("settings.text-save"))
	press(t, w, words.Text("shell.cancel"))
	if text, _, _ := desk.Store().WordList(t.Context(), danish.Rude); text != "deres\n" || standing(t, w) != "mit\n" {
		t.Fatal("it was written over, or what was written is gone")
	}
	if !says(w, words.Text("settings.text-moved")) {
		t.Error("the colleague is not told of")
	}
	w.Quit()
	if !says(w, "En kollega har ændret »Måske grove ord«") {
		t.Error("the window closes on a text that is not kept, without a word")
	}
	press(t, w, words.Text("shell.cancel"))
	press(t, w, words.Text("settings.text-save"))
	press(t, w, words.Text("settings.text-moved-verb"))
	if text, _, _ := desk.Store().WordList(t.Context(), danish.Rude); text != "mit\n" {
		t.Error("it cannot be kept at all")
	}
}

// The other rooms go by a list as soon as it is kept.
func TestTheRoomsReadAgain(t *testing.T) {
	next := &neighbour{key: "posts"}
	w, _ := open(t, func(*shell.Window) shell.Page { return next })
	w.Show("posts")
	w.Show("settings")
	show(t, w, "words")
	write(t, w, "blanket = skema\n")
	press(t, w, words.Text("settings.text-save"))
	show(t, w, "sites")
	press(t, w, words.Text("settings.site-remove"))
	if next.read != 0 {
		t.Error("a room that nobody looks at reads")
	}
	w.Show("posts")
	if next.read != 1 {
		t.Errorf("the room read %d times", next.read)
	}
}

func TestTemplatesAreTheOffices(t *testing.T) {
	w, desk := open(t)
	show(t, w, "templates")
	write(t, w, "Ingen her")
	press(t, w, words.Text("settings.text-save"))
	if !says(w, words.Fault(errorOf(settings.TemplatesNone))) {
		t.Error("a text without a template is kept")
	}
	write(t, w, "# tak: Tak\nOm: Når nogen takker.\n\nTusind tak, {hvem?}\n")
	if !says(w, "Der er 1 skabelon: Tak") {
		t.Error("it is not said which templates are found")
	}
	press(t, w, words.Text("settings.text-save"))
	rules, err := desk.Store().PostRules(t.Context())
	if err != nil || len(rules.Templates) != 1 || rules.Templates[0].Name != "Tak" {
		t.Errorf("templates %v, %v", rules.Templates, err)
	}
	write(t, w, "# tak: Tak\n\nRing til borgeren med cpr 140585-2981\n")
	press(t, w, words.Text("settings.text-save"))
	if text, _, _ := desk.Store().PostTemplates(t.Context()); strings.Contains(text, "2981") || !says(w, words.Fault(errorOf(posts.RedText))) {
		t.Error("a number is kept in a template")
	}
}

func TestEveryListCanBeChosen(t *testing.T) {
	w, _ := open(t)
	show(t, w, "words")
	for _, list := range danish.AllLists {
		pick(t, w, list)
		about := words.Text("settings.list-" + string(list))
		if about == "settings.list-"+string(list) || !says(w, about) {
			t.Errorf("%s: it is not said what it is for", list)
		}
		if standing(t, w) != store.BuiltInWordList(list) {
			t.Errorf("%s is not shown", list)
		}
	}
}
