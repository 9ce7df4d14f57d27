package example

import (
	"context"
	"path/filepath"
	"reflect"
	"testing"

	"synlig/data/danish"
	"synlig/data/posts"
	"synlig/data/store"
)

func (o *office) AddPostImage(_ context.Context, image store.PostImage) (posts.Picture, error) {
	o.images++
	return posts.Picture{ID: store.PostImageID(image.Content)}, nil
}

func (o *office) ImportPost(_ context.Context, p posts.Post, _ []posts.Event) (posts.Post, error) {
	o.posts = append(o.posts, p)
	p.ID = int64(len(o.posts))
	return p, nil
}

func (o *office) SavePostFigures(_ context.Context, all []posts.Figures) error {
	o.figures = append(o.figures, all...)
	return nil
}

func rules() posts.Rules {
	return posts.Rules{Danish: danish.New(store.BuiltInWordLists()), Templates: posts.ParseTemplates(store.BuiltInPostTemplates())}
}

func TestThereIsAPostInEveryState(t *testing.T) {
	count := map[posts.State]int{}
	for _, p := range Posts() {
		count[p.State]++
	}
	for _, state := range posts.States() {
		if count[state] == 0 {
			t.Errorf("no post is %s", state)
		}
	}
	if len(Posts()) < 12 {
		t.Errorf("only %d posts", len(Posts()))
	}
}

// What is approved or out shows what a good post is: nothing stops it and there
// is nothing weighty to say of it. Drafts may show what the checks find.
func TestApprovedPostsAreGoodExamples(t *testing.T) {
	for _, p := range Posts() {
		for _, h := range posts.Check(p.Post, rules(), nil, posts.DefaultSettings()) {
			switch {
			case p.Approval.Given() || p.State == posts.Submitted:
				t.Errorf("%q: %s %q %v", p.Title(), h.Code, h.Words, h.Args)
			case h.Code == posts.HintPersonal || h.Code == posts.HintMasked:
				t.Errorf("%q: personal data in an example", p.Title())
			}
		}
	}
}

func TestTheClosingLinesSayNothingAgainstThemselves(t *testing.T) {
	for _, template := range rules().Templates {
		for _, h := range rules().Danish.Check(template.Closing).Hints {
			t.Errorf("%s: %s %q", template.Key, h.Code, h.Words)
		}
	}
}

func TestPostsSurviveTheWorkspace(t *testing.T) {
	ctx := context.Background()
	s, err := store.Create(ctx, filepath.Join(t.TempDir(), "eksempel.synlig"), store.Options{NoBackup: true})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if err := Write(ctx, s); err != nil {
		t.Fatal(err)
	}
	kept, err := s.WholePosts(ctx)
	if err != nil {
		t.Fatal(err)
	}
	latest, err := s.LatestPostFigures(ctx)
	if err != nil {
		t.Fatal(err)
	}
	written := Posts()
	if len(kept) != len(written) {
		t.Fatalf("%d kept of %d", len(kept), len(written))
	}
	for i, p := range kept {
		w := written[i]
		if p.State != w.State || !p.Content.Same(w.Content) || p.Author.Name != w.Author.Name || p.Approval.By.Name != w.Approval.By.Name ||
			!p.Planned.Equal(w.Planned) || !p.Published.Equal(w.Published) || p.Minutes != w.Minutes || !p.Example ||
			len(p.Notes) != len(w.Notes) || len(p.Amendments) != len(w.Amendments) {
			t.Errorf("kept    %+v\nwritten %+v", p, w.Post)
		}
		if p.State != posts.Planned && p.State != posts.Published && p.State != posts.Archived && !p.Approval.Given() && p.Next(p.Author).Act == "" {
			t.Errorf("%q has nothing to do", p.Title())
		}
		if n := len(w.Figures); n > 0 && !reflect.DeepEqual(latest[p.ID].Values, w.Figures[n-1].Values) {
			t.Errorf("figures of %q: %+v", p.Title(), latest[p.ID])
		}
		events, err := s.PostHistory(ctx, p.ID)
		if err != nil || len(events) != len(w.Events) {
			t.Errorf("history of %q: %d lines, %v", p.Title(), len(events), err)
		}
		for _, picture := range p.Pictures {
			if _, err := s.PostImage(ctx, picture.ID); err != nil {
				t.Errorf("picture of %q: %v", p.Title(), err)
			}
		}
	}
	if due, err := s.DuePosts(ctx); err != nil || len(due) != 0 {
		t.Errorf("the example reminds of posts of long ago: %v, %v", due, err)
	}
}

func TestTheTemplatesAreWrittenWell(t *testing.T) {
	for _, template := range rules().Templates {
		p := posts.Post{State: posts.Draft, Template: template.Key}
		p.Text, p.Link.Address = template.Start(), "https://www.borgerraadgiver.kk.dk/det-kan-vi-hjaelpe-med"
		for _, h := range posts.Check(p, rules(), nil, posts.DefaultSettings()) {
			if h.Code != posts.HintSlot {
				t.Errorf("%s: %s %q", template.Key, h.Code, h.Words)
			}
		}
	}
}
