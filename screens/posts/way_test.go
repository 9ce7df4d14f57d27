package posts

import (
	"context"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"synlig/data/fault"
	"synlig/data/posts"
	"synlig/screens/words"
)

// plain is a post that nothing stands in the way of.
const plain = "Vi har skrevet en guide til dig, der er i tvivl om dine rettigheder.\n\nLæs den her: www.borgerraadgiver.kk.dk/rettigheder"

// label is the words on a main action.
func label(key string) string { return words.Text("posts." + key) }

// publish takes a text from the first word to Facebook.
func (r *room) publish(text string) {
	r.t.Helper()
	r.as(r.bo)
	r.write(text)
	r.act(label("act-submit"))
	r.host.press(-1)
	r.as(r.carla)
	r.act(label("act-approve"))
	r.host.press(-1)
	r.writing.plan.day.SetText("20-03-2015")
	r.writing.plan.clock.SetText("9.30")
	r.settle()
	r.act(label("act-plan"))
	r.act(label("act-copy"))
	r.act(label("act-publish"))
	r.host.press(-1)
}

func TestAPostGoesFromTheFirstWordToTheArchive(t *testing.T) {
	r := open(t, 1166, 720)
	r.publish(plain)
	post := r.kept()
	if post.State != posts.Published || post.Text != plain || post.Approval.By.ID != r.carla.ID || post.Author.ID != r.bo.ID {
		t.Fatalf("kept %+v", post)
	}
	if want := time.Date(2015, 3, 20, 9, 30, 0, 0, r.zone); !post.Planned.Equal(want) {
		t.Errorf("planned for %v, want %v", post.Planned, want)
	}
	if got := fyne.CurrentApp().Clipboard().Content(); got != plain {
		t.Errorf("copied %q", got)
	}
	if len(r.visited) != 1 || r.visited[0] != facebookHome {
		t.Errorf("opened %q", r.visited)
	}
	r.act(label("act-locate"))
	r.host.sheets = nil
	r.step(posts.Step{Act: posts.Locate, Address: "https://www.facebook.com/kontor/posts/17"}, nil)
	if r.side.hints.mending {
		t.Error("the hints offer to mend a published text")
	}
	if !r.writing.text.ReadOnly() || r.writing.outcome.content.Hidden {
		t.Error("a published text can be written in, or nothing is told of it")
	}
	r.writing.text.Insert("Mere")
	if r.draft.dirty() {
		t.Error("a published text was written in")
	}
	r.act(label("act-archive"))
	if r.kept().State != posts.Archived || len(r.host.failed) > 0 {
		t.Errorf("%v, %v", r.kept().State, r.host.failed)
	}
	r.Search("rettigheder")
	r.settle()
	if len(r.shelf.briefs) != 1 || r.list.rowOf(post.ID) < 0 {
		t.Errorf("found %+v", r.shelf.briefs)
	}
}

func TestNobodyApprovesTheirOwnPost(t *testing.T) {
	r := open(t, 1166, 720)
	r.write(plain)
	r.act(label("act-submit"))
	r.host.press(-1)
	r.act(label("act-approve"))
	if len(r.host.failed) != 1 || !fault.Is(r.host.failed[0], posts.OwnPost) {
		t.Errorf("told %v", r.host.failed)
	}
	if !strings.Contains(strings.Join(r.writing.notices.shown, ""), words.Text("posts.waits-for-colleague")) {
		t.Errorf("notices %q", r.writing.notices.shown)
	}
}

func TestAnEditTakesTheApprovalAway(t *testing.T) {
	r := open(t, 1166, 720)
	r.write(plain)
	r.act(label("act-submit"))
	r.host.press(-1)
	r.as(r.carla)
	r.act(label("act-approve"))
	r.host.press(-1)
	r.writing.text.Insert("!")
	r.settle()
	if r.kept().State != posts.Draft || r.host.said[len(r.host.said)-1] != words.Text("posts.approval-lost") {
		t.Errorf("%v, said %q", r.kept().State, r.host.said)
	}
}

func TestTheReviewerSendsBackWithANote(t *testing.T) {
	r := open(t, 1166, 720)
	r.write(plain)
	r.act(label("act-submit"))
	r.host.press(-1)
	r.as(r.carla)
	if r.Count() != 1 {
		t.Errorf("%d posts need the reviewer, want 1", r.Count())
	}
	r.step(posts.Step{Act: posts.Return, Text: "Skriv kortere"}, nil)
	r.as(r.bo)
	if r.Count() != 1 || len(r.kept().Notes) != 1 || r.kept().Text != plain {
		t.Fatalf("count %d, kept %+v", r.Count(), r.kept())
	}
	r.writing.notes.settle(r.kept().Notes[0])
	if r.Count() != 0 || !r.kept().Notes[0].Done {
		t.Error("the note is not seen to")
	}
	r.writing.notes.field.SetText("Gjort. Ring på 140585-2981")
	r.writing.notes.write()
	if note := r.kept().Notes[1].Text; strings.Contains(note, "140585") || !strings.HasPrefix(note, "Gjort.") {
		t.Errorf("the note was kept as %q", note)
	}
}

func TestAReminderComesOnceWhenTheTimeHasCome(t *testing.T) {
	r := open(t, 1166, 720)
	r.write(plain)
	r.act(label("act-submit"))
	r.host.press(-1)
	r.as(r.carla)
	r.act(label("act-approve"))
	r.host.press(-1)
	r.writing.plan.day.SetText("12-03-2015")
	r.settle()
	r.act(label("act-plan"))
	before := len(r.host.said)
	r.pass(reminderTick)
	if len(r.host.said) != before || r.Count() != 0 {
		t.Fatalf("reminded too early: %q", r.host.said[before:])
	}
	r.time = r.time.AddDate(0, 0, 2)
	r.remind()
	r.remind()
	if len(r.host.said) != before+1 || r.Count() != 1 {
		t.Errorf("said %q, count %d", r.host.said[before:], r.Count())
	}
}

func TestTheTrashGivesBack(t *testing.T) {
	r := open(t, 1166, 720)
	r.write(plain)
	id := r.draft.post.ID
	r.trash()
	if r.draft.open || len(r.shelf.briefs) != 0 {
		t.Fatal("it is still there")
	}
	r.Undo()
	if !r.draft.open || r.draft.post.ID != id || len(r.shelf.briefs) != 1 {
		t.Error("it did not come back")
	}
	r.Redo()
	if r.draft.open || len(r.shelf.briefs) != 0 {
		t.Error("it was not thrown away again")
	}
	r.Undo()
	r.trash()
	r.showTrash()
	if len(r.shelf.briefs) != 1 {
		t.Fatal("the trash does not show it")
	}
	r.Page.open(id)
	r.restore()
	if !r.kept().Trashed.IsZero() {
		t.Error("it still lies there")
	}
}

func TestAPostIsUsedAgain(t *testing.T) {
	r := open(t, 1166, 720)
	r.publish(plain)
	old := r.draft.post.ID
	r.reuse()
	r.settle()
	if r.draft.post.ID == old || r.draft.post.ID == 0 || r.kept().Text != plain || r.kept().State != posts.Draft {
		t.Errorf("%+v", r.kept())
	}
	kept := must(r.store.Post(context.Background(), old))(t)
	if kept.State != posts.Published {
		t.Error("the old one changed")
	}
}

func TestWhatIsPastedOnFacebookHoldsTheLinkOnce(t *testing.T) {
	r := open(t, 1166, 720)
	rules := r.ground.rules
	post := posts.Post{}
	post.Text, post.Link.Address = "Læs mere", "https://www.borgerraadgiver.kk.dk/historier"
	if got := clipText(post, rules, false); got != "Læs mere\n\nhttps://www.borgerraadgiver.kk.dk/historier" {
		t.Errorf("%q", got)
	}
	post.Planned, post.Subject, post.ID = at(20, 10, 0), "Årsberetning", 17
	if got := clipText(post, rules, true); !strings.HasSuffix(got, "?utm_source=facebook&utm_medium=social&utm_campaign=2015-03-aarsberetning&utm_content=17") {
		t.Errorf("with a campaign %q", got)
	}
	post.Text = "Læs mere på www.borgerraadgiver.kk.dk/historier."
	if got := clipText(post, rules, false); got != post.Text {
		t.Errorf("%q", got)
	}
	post.Text = "Ring om 140585-2981"
	if got := clipText(post, rules, false); strings.Contains(got, "2981") {
		t.Errorf("personal data on the clipboard: %q", got)
	}
}
