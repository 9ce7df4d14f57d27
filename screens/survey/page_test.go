package survey

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"synlig/data/survey"
	"synlig/screens/kit"
)

// Every view of the example survey shows itself without a fault: at both sizes
// of the window, in large type, and dark.
func TestEveryView(t *testing.T) {
	r := newRoom(t, true)
	all := func(name string) {
		for i, key := range viewKeys {
			r.look(i)
			r.picture(t, name+key)
		}
	}
	all("")
	r.host.window.Resize(fyne.NewSize(944, 640))
	all("narrow-")
	test.NewTempApp(t).Settings().SetTheme(kit.NewTheme(kit.Dark, 1))
	r.Dressed()
	all("dark-")
	fyne.CurrentApp().Settings().SetTheme(kit.NewTheme(kit.Light, 2))
	r.Dressed()
	all("large-")
	if len(r.host.failed) > 0 {
		t.Errorf("told of %v", r.host.failed)
	}
}

// The empty room offers an example, and the questionnaire that comes before a
// survey.
func TestEmptyRoom(t *testing.T) {
	r := newRoom(t, false)
	r.picture(t, "empty")
	if label, _ := r.Action(); label != "" {
		t.Errorf("there is nothing to do but %q", label)
	}
	r.look(viewQuestionnaire)
	r.picture(t, "empty-questionnaire")
	if r.frame.all.Hidden {
		t.Error("the questionnaire is not shown")
	}
	r.look(viewOverview)
	r.addExample()
	if r.lens == nil || len(r.lens.waves) != 2 {
		t.Error("the example is not shown")
	}
}

func department(codes ...string) survey.Filter {
	return survey.Filter{Conditions: []survey.Condition{{Codes: codes}}}
}

// One filter holds for all figures, is said in words, and goes away again.
func TestFilter(t *testing.T) {
	r := newRoom(t, true)
	all := r.lens.later.N()
	r.askCondition()
	r.picture(t, "filter-form")
	checks := boxesIn(r.host.body)
	if len(checks) < 3 {
		t.Fatalf("%d answers to choose from", len(checks))
	}
	test.Tap(checks[0])
	test.Tap(checks[1])
	r.press(t, "Brug filteret")
	w := r.lens.wave()
	d := w.Questions[w.Department]
	if n := r.lens.later.N(); n == 0 || n >= all {
		t.Fatalf("%d of %d pass", n, all)
	}
	if r.lens.earlier == nil {
		t.Error("the wave before is not seen through the filter")
	}
	if !strings.Contains(r.frame.bar.counts.Text, "efter filter") {
		t.Errorf("counts: %s", r.frame.bar.counts.Text)
	}
	r.look(viewQuestions)
	if s := r.panelOf(viewQuestions).(*questions).figure.shown; !strings.Contains(s.filter, d.Answers[0].Name()) {
		t.Errorf("filter in words: %s", s.filter)
	}
	r.picture(t, "filtered")
	r.clearFilter()
	if r.lens.later.N() != all {
		t.Error("the filter stays")
	}
}

// boxesIn are the boxes to tick within an object, in order.
func boxesIn(o fyne.CanvasObject) (boxes []*widget.Check) {
	switch o := o.(type) {
	case *widget.Check:
		return []*widget.Check{o}
	case *fyne.Container:
		for _, inner := range o.Objects {
			boxes = append(boxes, boxesIn(inner)...)
		}
	}
	return boxes
}

// An older answer does not overwrite a newer one.
func TestTheNewestWins(t *testing.T) {
	r := newRoom(t, true)
	var waiting []func()
	r.Page.start = func(work, done func()) { waiting = append(waiting, func() { work(); done() }) }
	r.look(viewDepartments)
	r.look(viewQuestions)
	waiting[1]()
	title := r.panelOf(viewQuestions).(*questions).figure.title.Text
	waiting[0]()
	if r.at != viewQuestions || title == "" || r.panelOf(viewDepartments).(*departments).box.title.Text != "" {
		t.Error("older figures are shown")
	}
}

// The search leads to the questions that have the words.
func TestSearch(t *testing.T) {
	r := newRoom(t, true)
	r.Search("tillid")
	q := r.panelOf(viewQuestions).(*questions)
	if r.at != viewQuestions || len(q.listed) == 0 || len(q.listed) == len(r.lens.wave().Questions) {
		t.Errorf("view %d, %d questions", r.at, len(q.listed))
	}
	r.Search("")
	if len(q.listed) != len(r.lens.wave().Questions) {
		t.Error("not all questions come back")
	}
}

// The menu's lines are there before anything is read, and are harmless then.
func TestMenu(t *testing.T) {
	r := newRoom(t, false)
	r.clip = "Svar\tAntal\r\n"
	for _, item := range r.MenuItems() {
		if !item.IsSeparator && item.Label != "Hent svar ind" {
			item.Action()
		}
	}
	if len(r.host.failed) > 0 || len(r.host.asked) > 0 {
		t.Errorf("told of %v, asked %v", r.host.failed, r.host.asked)
	}
	r.addExample()
	r.MenuItems()[4].Action()
	if r.at != viewQuestions {
		t.Errorf("view %d", r.at)
	}
}

// The keyboard goes through the views, and through the questions.
func TestKeyboard(t *testing.T) {
	r := newRoom(t, true)
	canvas := r.host.window.Canvas()
	canvas.Focus(r.frame.tabs.items[0])
	key := func(name fyne.KeyName) { canvas.Focused().TypedKey(&fyne.KeyEvent{Name: name}) }
	key(fyne.KeyRight)
	if r.at != viewQuestions || canvas.Focused() != fyne.Focusable(r.frame.tabs.items[1]) {
		t.Fatalf("view %d", r.at)
	}
	q := r.panelOf(viewQuestions).(*questions)
	canvas.Focus(q.rows)
	before := q.at
	key(fyne.KeyDown)
	if q.at == before || q.figure.title.Text != r.lens.question(q.at).Text {
		t.Error("the arrow does not go to the next question")
	}
}

// What a bar stands for is said in a sentence.
func TestBarsSpeak(t *testing.T) {
	r := newRoom(t, true)
	r.look(viewDepartments)
	scene := r.panelOf(viewDepartments).(*departments).box.chart.Scene()
	if len(scene.Areas) < 5 {
		t.Fatalf("%d bars", len(scene.Areas))
	}
	for _, a := range scene.Areas {
		if !strings.Contains(a.Says, "%") || !strings.HasSuffix(a.Says, ".") {
			t.Errorf("says %q", a.Says)
		}
	}
}

// Papers, tables and pictures are written where they are asked for.
func TestGiveOut(t *testing.T) {
	r := newRoom(t, true)
	r.Print()
	r.saveWorkbook()
	r.look(viewDepartments)
	box := r.panelOf(viewDepartments).(*departments).box
	box.copy()
	s := box.shown
	r.writeTables(s.name+".csv", s.give, sheetOf(r.Page, s))
	r.writeChart(s, ".png")
	r.writeChart(s, ".svg")
	begins := map[string]string{".pdf": "%PDF", ".xlsx": "PK", ".csv": "\ufeff", ".png": "\x89PNG", ".svg": "<svg"}
	if len(r.host.saved) != len(begins) || len(r.host.failed) > 0 {
		t.Fatalf("saved %v, told of %v", r.host.saved, r.host.failed)
	}
	for _, path := range r.host.saved {
		data, err := os.ReadFile(path)
		if err != nil || !bytes.HasPrefix(data, []byte(begins[filepath.Ext(path)])) {
			t.Errorf("%s begins %.6q, %v", path, data, err)
		}
	}
	if !strings.Contains(r.clip, "\tAndel") || !strings.Contains(r.clip, "\r\n") {
		t.Errorf("copied: %s", r.clip)
	}
}

// Two tables that give a figure away together are warned of, and the second is
// not given out before somebody agrees.
func TestLeaksAreWarnedOf(t *testing.T) {
	r := newRoom(t, true)
	w := r.lens.wave()
	r.look(viewQuestions)
	f := r.panelOf(viewQuestions).(*questions).figure
	f.copy()
	first := r.clip
	if first == "" {
		t.Fatal("nothing was copied")
	}
	// All but the few of the smallest department: the difference is those few.
	d := w.Questions[w.Department]
	at, least := 0, w.Respondents
	for i, rate := range r.lens.later.ResponseRates() {
		if rate.Took > 0 && rate.Took < least {
			at, least = i, rate.Took
		}
	}
	rest := department(d.Answers[at].Code)
	rest.Conditions[0].Question, rest.Conditions[0].Not = d.ID, true
	r.filter(rest)
	f.copy()
	if r.clip != first {
		t.Fatalf("it went out: %d people can be told from the difference", least)
	}
	r.picture(t, "leak")
	r.press(t, "Giv ud alligevel")
	if r.clip == first {
		t.Error("it did not go out though somebody agreed")
	}
	if names := r.given.names(); len(names) == 0 {
		t.Error("nothing is remembered")
	}
}

// The words of few are not shown.
func TestWordsOfFewAreHidden(t *testing.T) {
	r := newRoom(t, true)
	r.look(viewTexts)
	view := r.panelOf(viewTexts).(*texts)
	if len(view.texts) == 0 {
		t.Fatal("no texts are shown")
	}
	view.setTag(view.texts[0].text, "leder", true)
	if view.tagged.Counts()["leder"] != 1 {
		t.Errorf("tags: %v", view.tagged.Counts())
	}
	view.search.SetText(view.texts[0].text)
	if len(view.texts) == 0 {
		t.Error("the search finds nothing")
	}
	view.search.SetText("")
	w := r.lens.wave()
	d := w.Questions[w.Department]
	for i, rate := range r.lens.later.ResponseRates() {
		if rate.Took > 0 && rate.Took < survey.FewestTexts {
			few := department(d.Answers[i].Code)
			few.Conditions[0].Question = d.ID
			r.filter(few)
		}
	}
	if r.lens.later.Filter.Empty() {
		t.Fatal("the example has no small department")
	}
	if len(view.texts) != 0 || view.list.Visible() {
		t.Error("the words of few are shown")
	}
	r.picture(t, "texts-hidden")
}
