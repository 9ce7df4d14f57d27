package main

import (
	"bytes"
	"context"
	"database/sql"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"synlig/data/fault"
	"synlig/data/posts"
	"synlig/data/store"
	"synlig/screens/console"
	"synlig/screens/instance"
	"synlig/screens/kit"
	"synlig/screens/opening"
	"synlig/screens/place"
	"synlig/screens/report"
	"synlig/screens/shell"
	"synlig/screens/words"
)

// atHome gives the program a fresh home, so that a test neither sees nor
// touches the tester's own workspace.
func atHome(t *testing.T) string {
	t.Helper()
	home := t.TempDir()
	for _, name := range []string{"HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "APPDATA", "LOCALAPPDATA"} {
		t.Setenv(name, home)
	}
	return home
}

// TestMain waits for no lock.
func TestMain(m *testing.M) {
	options.Wait = time.Millisecond
	m.Run()
}

// begin is a program before its window is open, with the user's folders and
// preferences of app.
func begin(t *testing.T, app fyne.App, seats string) *program {
	t.Helper()
	p := &program{app: app, keeper: report.Start(place.Find().Cache, "Synlig 0"), seat: instance.New(seats)}
	t.Cleanup(p.keeper.Close)
	t.Cleanup(p.seat.Close)
	t.Cleanup(p.close)
	return p
}

// start opens the window as openWindow does, but does not run it.
func start(t *testing.T, app fyne.App, args ...string) (*program, error) {
	t.Helper()
	p := begin(t, app, "")
	return p, p.open(opening.Choose(args, place.Find(), shell.Recent(app.Preferences())))
}

// TestStartAndStop opens the whole program the first time, closes it, and opens
// it again on what it remembers.
func TestStartAndStop(t *testing.T) {
	home, app := atHome(t), test.NewApp()
	first, err := start(t, app)
	if err != nil {
		t.Fatal(err)
	}
	path := first.desk.Store().Path()
	if !strings.HasPrefix(path, home) {
		t.Fatalf("the first workspace lies in %s", path)
	}
	if empty, err := first.desk.Store().IsEmpty(context.Background()); empty || err != nil {
		t.Errorf("the first start shows no example: %v %v", empty, err)
	}
	first.close()
	first.close() // pressed twice

	again, err := start(t, app)
	if err != nil {
		t.Fatal(err)
	}
	if again.desk.Store().Path() != path {
		t.Errorf("opened %s, not the last one", again.desk.Store().Path())
	}
}

func TestOpensTheWorkspaceThatIsNamed(t *testing.T) {
	home := atHome(t)
	path := filepath.Join(home, "Årets sager 2014.synlig")
	if code := run([]string{"eksempel", path}, os.Stderr, os.Stderr); code != console.Done {
		t.Fatal(code)
	}
	p, err := start(t, test.NewApp(), path)
	if err != nil {
		t.Fatal(err)
	}
	if p.desk.Store().Path() != path {
		t.Errorf("opened %s", p.desk.Store().Path())
	}
	if _, err := os.Stat(filepath.Join(home, "Synlig", "Synlig.synlig")); err == nil {
		t.Error("a workspace was made although one was named")
	}
}

// TestRefusesPlainly is for starts that cannot end in a window: one sentence,
// exit code 2, and nothing made, no log either.
func TestRefusesPlainly(t *testing.T) {
	home := atHome(t)
	foreign := filepath.Join(home, "fremmed.synlig")
	os.WriteFile(foreign, []byte(strings.Repeat("ikke en database ", 100)), 0o644)
	for name, args := range map[string][]string{
		"unknown word":      {"udskriv"},
		"missing workspace": {"bilag", "--data", filepath.Join(home, "væk.synlig"), "--ud", home},
		"foreign workspace": {"bilag", "--data", foreign, "--ud", home},
	} {
		var out, problems strings.Builder
		if code := run(args, &out, &problems); code != console.Refuse || strings.Count(problems.String(), "\n") != 1 {
			t.Errorf("%s: code %d, %q", name, code, problems.String())
		}
	}
	if entries, _ := os.ReadDir(home); len(entries) != 1 {
		t.Errorf("a console command left something behind: %v", entries)
	}
}

func TestSettingsComeFromOnePlace(t *testing.T) {
	var out strings.Builder
	if code := run([]string{"version"}, &out, os.Stderr); code != console.Done || out.String() != "Synlig "+setting("Version")+"\n" {
		t.Errorf("%q", out.String())
	}
	out.Reset()
	folder := t.TempDir()
	if code := run([]string{"bilag", "--eksempel", "--ud", folder}, &out, os.Stderr); code != console.Done {
		t.Fatal(out.String())
	}
	papers, err := filepath.Glob(filepath.Join(folder, "*.pdf"))
	if err != nil || len(papers) != 2 {
		t.Fatalf("%v, %v", papers, err)
	}
	for _, paper := range papers {
		data, err := os.ReadFile(paper)
		if err != nil || !strings.Contains(string(data), "<pdf:Producer>Synlig "+setting("Version")+"</pdf:Producer>") {
			t.Errorf("%s does not say which version made it", paper)
		}
	}
	if setting("ID") != "dk.borgerraadgiver.synlig" || setting("Name") != "Synlig" {
		t.Error("name or id is off")
	}
}

// said is all that can be read in a window.
func said(w fyne.Window) string {
	var text strings.Builder
	each(w, func(o fyne.CanvasObject) {
		if label, ok := o.(*widget.Label); ok {
			text.WriteString(label.Text + "\n")
		}
	})
	return text.String()
}

// bad makes a workspace that cannot be opened, and gives its path. after undoes
// what stands in the way, where that can be done.
type bad func(t *testing.T, home string) (path string, after func())

func made(t *testing.T, path string) string {
	t.Helper()
	if err := opening.Make(context.Background(), path, options); err != nil {
		t.Fatal(err)
	}
	return path
}

func statement(t *testing.T, path, text string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite3", path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	db.SetMaxOpenConns(1)
	if _, err := db.Exec(text); err != nil {
		t.Fatal(err)
	}
	return db
}

var bads = map[fault.Code]bad{
	store.Missing: func(t *testing.T, home string) (string, func()) {
		return filepath.Join(home, "væk.synlig"), nil
	},
	store.Foreign: func(t *testing.T, home string) (string, func()) {
		path := filepath.Join(home, "fremmed.synlig")
		os.WriteFile(path, []byte(strings.Repeat("ikke en database ", 100)), 0o644)
		return path, nil
	},
	store.Empty: func(t *testing.T, home string) (string, func()) {
		path := filepath.Join(home, "tom.synlig")
		os.WriteFile(path, nil, 0o644)
		return path, nil
	},
	store.Newer: func(t *testing.T, home string) (string, func()) {
		path := made(t, filepath.Join(home, "nyere.synlig"))
		statement(t, path, "PRAGMA user_version = 4711").Close()
		return path, nil
	},
	store.Locked: func(t *testing.T, home string) (string, func()) {
		path := made(t, filepath.Join(home, "låst.synlig"))
		statement(t, path, "PRAGMA journal_mode = DELETE").Close()
		db := statement(t, path, "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE")
		return path, func() { db.Close() }
	},
}

// TestBadWorkspaces is a start on each kind of file that cannot be opened: its
// sentence stands in the window, and the file is byte for byte as it was. Where
// the hindrance goes away, "Prøv igen" opens it.
func TestBadWorkspaces(t *testing.T) {
	for code, prepare := range bads {
		t.Run(string(code), func(t *testing.T) { tryBad(t, code, prepare) })
	}
}

func tryBad(t *testing.T, code fault.Code, prepare bad) {
	home := atHome(t)
	path, after := prepare(t, home)
	before, _ := os.ReadFile(path)
	p, err := start(t, test.NewApp(), path)
	if !fault.Is(err, code) {
		t.Fatalf("got %v", err)
	}
	window := p.strand(err)
	text := said(window.Fyne())
	if sentence := words.Fault(err); !strings.Contains(text, sentence) || strings.Contains(sentence, "uventet") || !strings.Contains(text, path) {
		t.Errorf("the window says:\n%s", text)
	}
	if now, _ := os.ReadFile(path); string(now) != string(before) {
		t.Error("the file was changed")
	}
	if len(shell.Recent(p.app.Preferences())) > 0 {
		t.Error("a workspace that did not open is remembered")
	}
	if after == nil {
		return
	}
	after()
	if err := p.open(opening.Choice{Path: path}); err != nil {
		t.Errorf("nothing is in the way any more: %v", err)
		return
	}
	if empty, err := p.desk.Store().IsEmpty(context.Background()); empty || err != nil {
		t.Errorf("something is lost: %v", err)
	}
}

// TestRescue opens and makes other workspaces from the window of a failed start.
func TestRescue(t *testing.T) {
	home := atHome(t)
	app := test.NewApp()
	p, failed := start(t, app, filepath.Join(home, "væk.synlig"))
	ways := p.rescue()
	if err := ways.Open(filepath.Join(home, "også væk.synlig")); !fault.Is(err, store.Missing) {
		t.Errorf("opened what is not there: %v, after %v", err, failed)
	}
	fresh := filepath.Join(home, "nyt.synlig")
	if err := ways.Make(fresh); err != nil {
		t.Fatal(err)
	}
	if recent := shell.Recent(app.Preferences()); len(recent) != 1 || recent[0] != fresh {
		t.Errorf("the next start does not open the new workspace: %q", recent)
	}
}

// TestSecondStart is a second program on the same file: it ends, and the window
// of the first comes forward.
func TestSecondStart(t *testing.T) {
	home, app := atHome(t), test.NewApp()
	seats, err := os.MkdirTemp("", "synlig") // short enough for a socket
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(seats) })
	path, other := made(t, filepath.Join(home, "kontor.synlig")), made(t, filepath.Join(home, "andet.synlig"))
	first := begin(t, app, seats)
	if first.seat.Claim(path) {
		t.Fatal("the first start found another")
	}
	if err := first.open(opening.Choice{Path: path}); err != nil {
		t.Fatal(err)
	}
	second := begin(t, app, seats)
	if !second.seat.Claim(path) {
		t.Error("the second start did not find the first")
	}
	if _, err := first.desk.Open(context.Background(), other); err != nil {
		t.Fatal(err)
	}
	if !begin(t, app, seats).seat.Claim(other) {
		t.Error("the seat did not follow the window to another workspace")
	}
	if begin(t, app, seats).seat.Claim(path) {
		t.Error("the workspace that the window left is still held")
	}
}

// TestWhatIsLeftBehind types a text, with a fault on the way, and looks for it in
// everything the program keeps beside the workspace.
func TestWhatIsLeftBehind(t *testing.T) {
	home := atHome(t)
	secret := "Borgeren i Nørregade"
	path := made(t, filepath.Join(home, secret+".synlig"))
	p, err := start(t, test.NewApp(), path)
	if err != nil {
		t.Fatal(err)
	}
	p.window.Fail(fault.New(store.Locked, "path", path))
	p.window.OpenPath(filepath.Join(home, secret))
	p.close()
	p.keeper.Close()
	logs, _ := filepath.Glob(filepath.Join(place.Find().Cache, "*"))
	all := ""
	for _, name := range logs {
		data, _ := os.ReadFile(name)
		all += string(data)
	}
	if strings.Contains(all, secret) || strings.Contains(all, "Nørregade") || strings.Contains(all, home) {
		t.Errorf("the log holds a file's name:\n%s", all)
	}
	for _, wanted := range []string{"workspace open", "took=", "code=workspace-locked", "code=file-gone"} {
		if !strings.Contains(all, wanted) {
			t.Errorf("the log lacks %s:\n%s", wanted, all)
		}
	}
}

// TestTellsOfACrashOnce is the first start after one that ended on a mistake.
func TestTellsOfACrashOnce(t *testing.T) {
	atHome(t)
	app := test.NewApp()
	crash := func() (err error) {
		keeper := report.Start(place.Find().Cache, "Synlig 0")
		defer keeper.Close()
		defer keeper.Guard(&err)
		panic("a text")
	}
	if err := crash(); words.Fault(err) != words.Text("fault.internal") {
		t.Fatal(err)
	}
	for _, wanted := range []bool{true, false} {
		p, err := start(t, app)
		if err != nil {
			t.Fatal(err)
		}
		p.tellOfCrash()
		if got := strings.Contains(said(p.window.Fyne()), words.Text("shell.crashed")); got != wanted {
			t.Errorf("told: %v, want %v", got, wanted)
		}
		p.close()
		p.keeper.Close()
	}
}

// numbers are personal numbers as citizens write them; none is anybody's. The
// first two are tried with tricks between their digits.
var numbers = []string{"140585-2981", "311217-6852", "111111-1118", "200600-0005", "010165-0000", "121200-0004", "140322-5166", "290204-0000"}

// telling is a citizen's text with all of them in it, the first two hidden: one
// with signs that nobody sees, one with a space behind each digit.
func telling() string {
	hidden := strings.Join(strings.Split(numbers[0], ""), "\u200b")
	spaced := strings.Join(strings.Split(strings.ReplaceAll(numbers[1], "-", ""), ""), " ")
	return "Hej, jeg hedder noget. Mit cpr er " + hidden + ", min mands er " + spaced + " og de andre " + strings.Join(numbers[2:], ", ") + "."
}

// pressed presses the button with that verb, the last in the window, dialogs
// last of all.
func pressed(t *testing.T, w fyne.Window, verb string) {
	t.Helper()
	var found *kit.Button
	each(w, func(o fyne.CanvasObject) {
		if b, ok := o.(*kit.Button); ok && b.Text == verb && !b.Disabled() {
			found = b
		}
	})
	if found == nil {
		t.Fatalf("there is no button %q", verb)
	}
	test.Tap(found)
}

// each visits all that is seen in a window, what lies on top last.
func each(w fyne.Window, visit func(fyne.CanvasObject)) {
	var walk func(o fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		if !o.Visible() {
			return
		}
		visit(o)
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
	walk(w.Content())
	for _, overlay := range w.Canvas().Overlays().List() {
		walk(overlay)
	}
}

// newOne chooses "Ny" in the main menu, as Ctrl+N does.
func newOne(t *testing.T, w fyne.Window) {
	t.Helper()
	for _, menu := range w.MainMenu().Items {
		for _, item := range menu.Items {
			if strings.HasPrefix(item.Label+" (", words.Text("shell.new")+" (") { // its keys stand behind it
				item.Action()
				return
			}
		}
	}
	t.Fatal("there is nothing new to make")
}

// TestPersonalNumbersReachNoFile writes personal numbers wherever the program
// takes in what citizens wrote, in the window and without one, and looks for
// them in every file under the home: the workspace while it is open and after,
// its copies, the cache, the log.
func TestPersonalNumbersReachNoFile(t *testing.T) {
	if found := held([]byte(telling())); len(found) != len(numbers) {
		t.Fatalf("only %v would be found", found)
	}
	home, away := atHome(t), t.TempDir()
	path := made(t, filepath.Join(home, "kontor.synlig"))
	p := begin(t, test.NewApp(), "")
	// In there a timer waits until the test does, which is never: all that is done
	// is done by the one goroutine.
	synctest.Test(t, func(t *testing.T) {
		if err := p.open(opening.Choice{Path: path}); err != nil {
			t.Fatal(err)
		}
		defer p.close()
		p.window.Fyne().Resize(fyne.NewSize(1366, 768))
		writePost(t, p)
		putComment(t, p)
		p.window.Fail(fault.New(store.Locked, "path", telling())) // what is told of is logged
		if err := p.desk.Backup(t.Context(), filepath.Join(home, "kopi.synlig")); err != nil {
			t.Fatal(err)
		}
		written(t, home)
		wasKept(t, p.desk.Store())
	})

	letter := filepath.Join(away, "brev.txt") // the citizen's own, not of our making
	if err := os.WriteFile(letter, []byte(telling()), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, more := range [][]string{nil, {"--json"}, {"--data", path}} {
		var out, problems strings.Builder
		if code := run(append([]string{"tjek", letter}, more...), &out, &problems); code != console.Failed {
			t.Errorf("tjek %v: code %d", more, code)
		}
		free(t, "what tjek says", []byte(out.String()+problems.String()))
	}
	p.keeper.Close()
	free(t, "the clipboard", []byte(fyne.CurrentApp().Clipboard().Content()))
	if files := written(t, home); files < 3 {
		t.Errorf("only %d files were looked at", files)
	}
}

// writePost begins a post and writes a citizen's text in it.
func writePost(t *testing.T, p *program) {
	t.Helper()
	w := p.window.Fyne()
	p.window.Show("posts")
	newOne(t, w)
	pressed(t, w, words.Text("posts.new-empty"))
	var text *kit.MarkedEntry
	var subject *kit.Entry
	each(w, func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *kit.MarkedEntry:
			if text == nil {
				text = o
			}
		case *kit.Entry:
			if o.PlaceHolder == words.Text("posts.subject-hint") {
				subject = o
			}
		}
	})
	if text == nil || subject == nil {
		t.Fatal("there is no post to write in")
	}
	w.Canvas().Focus(text.Field())
	text.Insert(telling())
	subject.SetText("Sagen " + numbers[2])
	w.Canvas().Unfocus() // what was written is kept
	if !strings.Contains(text.Text(), numbers[3]) {
		t.Error("what was written is gone from the screen")
	}
}

// putComment puts a citizen's comment in the moderation room.
func putComment(t *testing.T, p *program) {
	t.Helper()
	w := p.window.Fyne()
	p.window.Show("moderation")
	newOne(t, w)
	w.Canvas().Focused().(*kit.Entry).SetText(telling())
	each(w, func(o fyne.CanvasObject) {
		if e, ok := o.(*kit.Entry); ok && e.PlaceHolder == words.Text("moderation.post_hint") {
			e.SetText("Opslag om " + numbers[4])
		}
	})
	pressed(t, w, words.Text("moderation.keep_comment"))
}

// wasKept makes sure that there was something to look at.
func wasKept(t *testing.T, workspace *store.Store) {
	t.Helper()
	drafts, err := workspace.Posts(t.Context(), posts.Filter{Words: "hedder noget"})
	if err != nil || len(drafts) != 1 {
		t.Errorf("the post was not kept: %v %v", drafts, err)
	}
	cases, err := workspace.Moderation().Queue(t.Context(), store.QueueQuery{View: store.ViewAll, Words: "hedder noget"})
	if err != nil || len(cases) != 1 {
		t.Errorf("the comment was not kept: %v %v", cases, err)
	}
}

// written looks at every file under a folder, and counts them.
func written(t *testing.T, folder string) (files int) {
	t.Helper()
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.Type().IsRegular() {
			return err
		}
		content, err := os.ReadFile(path)
		files++
		free(t, path, content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// free tells where content holds one of the numbers.
func free(t *testing.T, where string, content []byte) {
	t.Helper()
	for _, number := range held(content) {
		t.Errorf("%s holds %s", where, number)
	}
}

// held are the numbers that stand in content, in the way they were written or in
// digits alone.
func held(content []byte) (found []string) {
	bare := bytes.ReplaceAll(content, []byte("\u200b"), nil)
	for _, number := range numbers {
		digits := strings.ReplaceAll(number, "-", "")
		for _, form := range []string{number, digits, digits[:6] + " " + digits[6:], strings.Join(strings.Split(digits, ""), " ")} {
			if bytes.Contains(bare, []byte(form)) {
				found = append(found, number)
				break
			}
		}
	}
	return found
}
