package store

import (
	"context"
	"slices"
	"testing"
	"time"

	"synlig/data/fault"
	"synlig/data/people"
	"synlig/data/posts"
)

// desk is a workspace with three people in it and a clock that can be moved.
type desk struct {
	*Store
	bo, carla, dorte posts.Who
	now              time.Time
}

func newDesk(t testing.TB) *desk {
	t.Helper()
	d := &desk{now: time.Date(2015, 3, 2, 9, 0, 0, 0, time.UTC)}
	d.Store = create(t, place(t), Options{Clock: func() time.Time { return d.now }})
	for i, who := range []*posts.Who{&d.bo, &d.carla, &d.dorte} { // 1, 2 and 3
		name := []string{"Bo Eksempel", "Carla Eksempel", "Dorte Eksempel"}[i]
		p, err := d.AddPerson(context.Background(), people.Person{Name: name, Active: true})
		if err != nil {
			t.Fatal(err)
		}
		*who = posts.Who{ID: p.ID, Name: p.Name}
	}
	return d
}

// post is a kept draft with that text.
func (d *desk) post(t testing.TB, text string) posts.Post {
	t.Helper()
	p := posts.New(d.bo, d.now)
	p.State, p.Text = posts.Draft, text
	return must(d.AddPost(context.Background(), p))(t)
}

// step takes one step with p.
func (d *desk) step(t testing.TB, p posts.Post, s posts.Step) posts.Post {
	t.Helper()
	return must(d.StepPost(context.Background(), p.ID, p.Revision, s))(t)
}

func (d *desk) approved(t testing.TB, text string) posts.Post {
	t.Helper()
	p := d.step(t, d.post(t, text), posts.Step{Act: posts.Submit, By: d.bo})
	return d.step(t, p, posts.Step{Act: posts.Approve, By: d.carla})
}

func (d *desk) published(t testing.TB, text, address string) posts.Post {
	t.Helper()
	return d.step(t, d.approved(t, text), posts.Step{Act: posts.Publish, By: d.bo, Address: address})
}

func TestAPostGoesTheWholeWay(t *testing.T) {
	d, ctx := newDesk(t), t.Context()
	p := must(d.AddPost(ctx, posts.New(d.bo, d.now)))(t)
	p.Text, p.Link.Address, p.Subject = "Sådan fik en borger svar.\nLæs mere", "https://www.borgerraadgiver.kk.dk/historier/svar", "svartid"
	p.Planned = d.now.Add(48 * time.Hour)
	p = must(d.SavePost(ctx, p, d.bo))(t)
	if p.State != posts.Draft || p.Revision != 2 {
		t.Fatalf("saved: %+v", p)
	}
	p = d.step(t, p, posts.Step{Act: posts.Submit, By: d.bo})
	if _, err := d.StepPost(ctx, p.ID, p.Revision, posts.Step{Act: posts.Approve, By: d.bo}); !fault.Is(err, posts.OwnPost) {
		t.Errorf("the author approved: %v", err)
	}
	p = d.step(t, p, posts.Step{Act: posts.Approve, By: d.carla})
	p = d.step(t, p, posts.Step{Act: posts.Plan, By: d.bo, When: d.now.Add(time.Hour)})
	if due := must(d.DuePosts(ctx))(t); len(due) != 0 {
		t.Errorf("due before its time: %v", due)
	}
	d.now = d.now.Add(time.Hour)
	if due := must(d.DuePosts(ctx))(t); len(due) != 1 || due[0].ID != p.ID {
		t.Errorf("not due at its time: %v", due)
	}
	p = d.step(t, p, posts.Step{Act: posts.Remember, By: d.bo})
	if due := must(d.DuePosts(ctx))(t); len(due) != 0 {
		t.Errorf("due again: %v", due)
	}
	p = d.step(t, p, posts.Step{Act: posts.Copy, By: d.bo})
	p = d.step(t, p, posts.Step{Act: posts.Publish, By: d.bo, Address: "facebook.com/kontor/posts/17"})
	p = d.step(t, p, posts.Step{Act: posts.Amend, By: d.dorte, Text: "Rettet", Why: "Tastefejl"})
	p = d.step(t, p, posts.Step{Act: posts.Archive, By: d.bo})

	kept := must(d.Post(ctx, p.ID))(t)
	if kept.State != posts.Archived || kept.Approval.By != d.carla || !kept.Approval.Content.Same(kept.Content) ||
		kept.Address != "https://www.facebook.com/kontor/posts/17" || len(kept.Amendments) != 1 || kept.Published != d.now {
		t.Errorf("kept: %+v", kept)
	}
	var acts []posts.Act
	for _, e := range must(d.PostHistory(ctx, p.ID))(t) {
		acts = append(acts, e.Act)
	}
	want := []posts.Act{"", "", posts.Submit, posts.Approve, posts.Plan, posts.Remember, posts.Copy, posts.Publish, posts.Amend, posts.Archive}
	if !slices.Equal(acts, want) {
		t.Errorf("history %v, want %v", acts, want)
	}
}

func TestAnEditAfterApprovalTakesItAway(t *testing.T) {
	d, ctx := newDesk(t), t.Context()
	p := d.approved(t, "Godkendte ord")
	p.Text = "Andre ord"
	p = must(d.SavePost(ctx, p, d.bo))(t)
	if p.State != posts.Draft || p.Approval.Given() {
		t.Errorf("still approved: %+v", p)
	}
	var approved []posts.Content
	for _, e := range must(d.PostHistory(ctx, p.ID))(t) {
		if e.Act == posts.Approve {
			approved = append(approved, e.Content)
		}
	}
	if len(approved) != 1 || approved[0].Text != "Godkendte ord" {
		t.Errorf("what was approved is not recorded: %+v", approved)
	}
}

func TestTwoPeopleInOnePost(t *testing.T) {
	d, ctx := newDesk(t), t.Context()
	first := d.post(t, "En")
	second := first
	first.Text = "To"
	must(d.SavePost(ctx, first, d.bo))(t)
	second.Text = "Tre"
	if _, err := d.SavePost(ctx, second, d.carla); !fault.Is(err, PostMovedOn) {
		t.Errorf("the slower one wrote over the faster: %v", err)
	}
	if _, err := d.StepPost(ctx, second.ID, second.Revision, posts.Step{Act: posts.Submit, By: d.bo}); !fault.Is(err, PostMovedOn) {
		t.Errorf("a step from an old state: %v", err)
	}
	if _, err := d.SavePost(ctx, posts.Post{ID: 99, Revision: 1}, d.bo); !fault.Is(err, PostMissing) {
		t.Errorf("no post: %v", err)
	}
	if _, err := d.AddPost(ctx, posts.New(posts.Who{Name: "En fremmed"}, d.now)); !fault.Is(err, PostUnsigned) {
		t.Errorf("by nobody: %v", err)
	}
}

func TestPostsAreFoundByTheirInnerWords(t *testing.T) {
	d, ctx := newDesk(t), t.Context()
	a := d.post(t, "Vi holder årsmøde om sagsbehandlingstid på Østerbro.")
	b := d.post(t, "Borgere mødes i Valby")
	for words, want := range map[string][]int64{
		"møde": {b.ID, a.ID}, "årsmøde": {a.ID}, "behandling": {a.ID}, "ØSTERBRO": {a.ID}, "tid valby": nil, "valby mødes": {b.ID},
		"malk": nil, "": {b.ID, a.ID}, `"*) OR (`: {b.ID}, "bo eksempel": {b.ID, a.ID}, "or": {b.ID}, "å": {a.ID},
	} {
		var got []int64
		for _, brief := range must(d.Posts(ctx, posts.Filter{Words: words}))(t) {
			got = append(got, brief.ID)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q finds %v, want %v", words, got, want)
		}
	}
	a.Text = "Noget andet"
	must(d.SavePost(ctx, a, d.bo))(t)
	if found := must(d.Posts(ctx, posts.Filter{Words: "årsmøde"}))(t); len(found) != 0 {
		t.Errorf("found by words that are gone: %v", found)
	}
	if n := must(ask[int](ctx, d.readers, "SELECT count(*) FROM post_suffix WHERE term = 'årsmøde'"))(t); n != 0 {
		t.Errorf("%d ends of a word that is gone are kept", n)
	}
}

func TestNotesMinutesAndTrash(t *testing.T) {
	d, ctx := newDesk(t), t.Context()
	p := d.post(t, "Et udkast")
	p = must(d.AddPostNote(ctx, p.ID, d.carla, " Skriv kortere "))(t)
	ok(t, d.AddPostMinutes(ctx, p.ID, d.bo, 25))
	ok(t, d.AddPostMinutes(ctx, p.ID, d.bo, -5))
	p = must(d.Post(ctx, p.ID))(t)
	if len(p.Notes) != 1 || p.Notes[0].Text != "Skriv kortere" || p.Minutes != 20 || p.OpenNotes() != 1 {
		t.Errorf("%+v", p)
	}
	ok(t, d.SettlePostNote(ctx, p.Notes[0].ID, true))
	if n := must(d.PostMinutes(ctx, d.now, d.now))(t); n != 20 {
		t.Errorf("%d minutes that day", n)
	}
	p = must(d.TrashPost(ctx, p.ID, p.Revision, d.bo))(t)
	if all := must(d.Posts(ctx, posts.Filter{}))(t); len(all) != 0 {
		t.Errorf("shown from the trash: %v", all)
	}
	if all := must(d.Posts(ctx, posts.Filter{Trash: true}))(t); len(all) != 1 {
		t.Errorf("not in the trash: %v", all)
	}
	p = must(d.RestorePost(ctx, p.ID, p.Revision, d.bo))(t)
	if all := must(d.Posts(ctx, posts.Filter{Words: "udkast"}))(t); len(all) != 1 {
		t.Errorf("not back: %v", all)
	}
	must(d.TrashPost(ctx, p.ID, p.Revision, d.bo))(t)
	if n := must(d.EmptyPostTrash(ctx, d.now))(t); n != 0 {
		t.Error("emptied too early")
	}
	if n := must(d.EmptyPostTrash(ctx, d.now.Add(time.Second)))(t); n != 1 {
		t.Error("not emptied")
	}
	for _, table := range []string{"post", "post_words", "post_suffix", "post_event", "post_note", "post_time"} {
		if n := must(ask[int](ctx, d.readers, "SELECT count(*) FROM "+table))(t); n != 0 {
			t.Errorf("%d rows left in %s", n, table)
		}
	}
	published := d.published(t, "Udgivet", "")
	if _, err := d.TrashPost(ctx, published.ID, published.Revision, d.bo); !fault.Is(err, PostInUse) {
		t.Errorf("a published post went into the trash: %v", err)
	}
}
