package posts

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"synlig/data/fault"
	"synlig/data/posts"
	"synlig/screens/words"
)

func TestEveryWordIsInTheWorkspaceWithinASecond(t *testing.T) {
	r := open(t, 1166, 720)
	r.begin(posts.Template{})
	for _, letter := range "Æblegrød på torsdag" {
		r.writing.text.Field().TypedRune(letter)
	}
	if r.draft.post.ID != 0 {
		t.Fatal("it was saved before anything passed")
	}
	r.pass(time.Second)
	if got := r.kept().Text; got != "Æblegrød på torsdag" {
		t.Errorf("kept %q", got)
	}
	if r.host.saved == 0 || r.Unsaved() {
		t.Error("nobody was told that it is saved")
	}
}

func TestAnEmptyPostLeavesNothingBehind(t *testing.T) {
	r := open(t, 1166, 720)
	r.begin(posts.Template{})
	r.settle()
	r.begin(posts.Template{})
	if all := must(r.store.Posts(context.Background(), posts.Filter{}))(t); len(all) != 0 || r.Unsaved() {
		t.Errorf("%d empty posts were kept", len(all))
	}
}

// Red personal data is on the screen, and nowhere else: not in the file, its
// logs or its backups.
func TestRedPersonalDataNeverReachesTheDisk(t *testing.T) {
	r := open(t, 1166, 720)
	r.write("Borgeren med cpr 140585-2981 fik svar.")
	if got := r.writing.text.Text(); !strings.Contains(got, "140585-2981") {
		t.Errorf("the screen shows %q", got)
	}
	if got := r.kept().Text; got != "Borgeren med cpr ••••••-•••• fik svar." {
		t.Errorf("kept %q", got)
	}
	if len(r.writing.notices.shown) == 0 || !strings.Contains(r.writing.notices.shown[0], words.Text("posts.red-kind-cpr")) {
		t.Errorf("notices %q", r.writing.notices.shown)
	}
	r.writing.subject.SetText("Om 140585-2981")
	r.settle()
	for _, file := range filesIn(t, filepath.Dir(r.store.Path())) {
		if bytes.Contains(must(os.ReadFile(file))(t), []byte("140585")) {
			t.Errorf("%s holds it", filepath.Base(file))
		}
	}
	if !r.Unsaved() || !fault.Is(r.Save(), RedOnScreen) {
		t.Error("the window would close without a word")
	}
}

func filesIn(t *testing.T, folder string) (all []string) {
	t.Helper()
	filepath.WalkDir(folder, func(path string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			all = append(all, path)
		}
		return nil
	})
	return all
}

func TestLeavingRedPersonalDataIsAskedFirst(t *testing.T) {
	r := open(t, 1166, 720)
	r.write(plain)
	other := r.draft.post.ID
	r.write("Cpr 140585-2981")
	red := r.draft.post.ID
	r.Page.open(other)
	if r.draft.post.ID != red || len(r.host.sheets) != 1 {
		t.Fatal("it was left without a word")
	}
	r.host.press(-1) // stay
	if r.draft.post.ID != red || !strings.Contains(r.writing.text.Text(), "140585-2981") {
		t.Fatal("the text did not stay")
	}
	r.Page.open(other)
	r.host.press(0)
	if r.draft.post.ID != other {
		t.Error("it was not left")
	}
	r.Page.open(red)
	if got := r.writing.text.Text(); got != "Cpr ••••••-••••" {
		t.Errorf("opened again it is %q", got)
	}
}

func TestDotsGoIntoTheTextWhereAsked(t *testing.T) {
	r := open(t, 1166, 720)
	r.write("Cpr 140585-2981 og 311217-6852.")
	r.maskRed()
	r.settle()
	if got := r.writing.text.Text(); got != "Cpr ••••••-•••• og ••••••-••••." || r.draft.red {
		t.Errorf("%q", got)
	}
}

func TestAColleaguesWordsAndOursAreBothKept(t *testing.T) {
	r := open(t, 1166, 720)
	r.write("Fælles begyndelse")
	theirs := r.kept()
	theirs.Text = "Kollegaens ord"
	must(r.store.SavePost(context.Background(), theirs, posts.Who{ID: r.carla.ID}))(t)
	r.writing.text.Insert(", mine ord")
	r.settle()
	if len(r.host.sheets) != 1 || r.host.sheets[0].title != words.Text("posts.moved-on-title") {
		t.Fatalf("nobody was asked: %v, %v", r.host.sheets, r.host.failed)
	}
	r.host.press(-1) // mine
	r.settle()
	if got := r.kept().Text; got != "Fælles begyndelse, mine ord" {
		t.Errorf("kept %q", got)
	}
	var all []string
	for _, e := range must(r.store.PostHistory(context.Background(), r.draft.post.ID))(t) {
		all = append(all, e.Content.Text)
	}
	if !strings.Contains(strings.Join(all, "|"), "Kollegaens ord") {
		t.Errorf("their words are gone: %q", all)
	}
}

// A colleague who changed no words (a note, an approval) is in nobody's way.
func TestAColleaguesStepIsTakenAlong(t *testing.T) {
	r := open(t, 1166, 720)
	r.write(plain)
	kept := r.kept()
	must(r.store.StepPost(context.Background(), kept.ID, kept.Revision, posts.Step{Act: posts.Submit, By: posts.Who{ID: r.bo.ID}}))(t)
	r.writing.text.Insert("!")
	r.settle()
	if got := r.kept(); got.Text != plain+"!" || len(r.host.sheets) > 0 || len(r.host.failed) > 0 {
		t.Errorf("kept %q, %v, %v", got.Text, r.host.sheets, r.host.failed)
	}
}

func TestReloadKeepsWhatIsBeingWritten(t *testing.T) {
	r := open(t, 1166, 720)
	r.write(plain)
	r.writing.text.Insert(" og mere")
	r.Reload()
	if got := r.writing.text.Text(); got != plain+" og mere" {
		t.Errorf("%q", got)
	}
	theirs := r.kept()
	theirs.Text = "Kollegaens ord"
	must(r.store.SavePost(context.Background(), theirs, posts.Who{ID: r.carla.ID}))(t)
	r.settle()
	r.Reload()
	if got := r.writing.text.Text(); got != "Kollegaens ord" {
		t.Errorf("after a colleague's saving: %q", got)
	}
}

// The newest result wins, and typing never waits for one.
func TestAnOldCheckDoesNotOverwriteANewOne(t *testing.T) {
	r := open(t, 1166, 720)
	r.begin(posts.Template{})
	var late []func()
	r.start = func(work, done func()) {
		work()
		late = append(late, done)
	}
	r.writing.text.Insert("Cpr 140585-2981")
	r.checker.now()
	r.writing.text.Replace(0, 15, "Ingen tal her")
	for len(late) > 0 {
		first := late[0]
		late = late[1:]
		first()
	}
	r.start = inline
	r.settle()
	if r.draft.red || len(r.checker.verdict.red) != 0 || r.checker.verdict.text != "Ingen tal her" {
		t.Errorf("the verdict is about %q", r.checker.verdict.text)
	}
}
