package store

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"synlig/data/posts"
)

// walkPost takes the only post one step further round: words, submitted,
// approved, planned, and back to the desk.
func walkPost(ctx context.Context, s *Store, n int) error {
	all, err := s.WholePosts(ctx)
	if err != nil {
		return err
	}
	p := all[0]
	bo, carla := posts.Who{Name: "Bo Eksempel"}, posts.Who{Name: "Carla Eksempel"}
	switch p.State {
	case posts.Draft:
		if p.Text = fmt.Sprintf("udgave%d %s", n, strings.Repeat("Borgere skal kunne læse det. ", 200)); n%2 == 0 {
			_, err = s.SavePost(ctx, p, bo)
			return err
		}
		_, err = s.StepPost(ctx, p.ID, p.Revision, posts.Step{Act: posts.Submit, By: bo})
	case posts.Submitted:
		_, err = s.StepPost(ctx, p.ID, p.Revision, posts.Step{Act: posts.Approve, By: carla})
	case posts.Approved:
		_, err = s.StepPost(ctx, p.ID, p.Revision, posts.Step{Act: posts.Plan, By: bo, When: time.Now().Add(time.Hour)})
	default:
		_, err = s.StepPost(ctx, p.ID, p.Revision, posts.Step{Act: posts.Return, By: carla, Text: "Om igen"})
	}
	return err
}

// A program that is killed in the middle of a step leaves the post on one side
// of it: state, approval, history and search agree.
func TestKillInTheMiddleOfAPost(t *testing.T) {
	if testing.Short() {
		t.Skip("starts and kills programs")
	}
	for _, mode := range []journal{wal, rollback} {
		t.Run(string(mode), func(t *testing.T) {
			d := newDesk(t)
			d.post(t, "udgave0")
			path := d.path
			ok(t, d.Close())
			options := Options{local: func(string) bool { return mode == wal }}
			busy := path + map[journal]string{wal: "-wal", rollback: "-journal"}[mode]
			for round := range 8 {
				killAfter(t, 1+round%5, round, busy, strings.Join([]string{"post", strings.ToLower(string(mode)), path, t.TempDir()}, "|"))
				s := open(t, path, options)
				agrees(t, s)
				ok(t, s.Close())
			}
		})
	}
}

// agrees tells whether all that is kept of the only post says the same.
func agrees(t *testing.T, s *Store) {
	t.Helper()
	ctx := t.Context()
	all := must(s.WholePosts(ctx))(t) // checks the hash
	if len(all) != 1 {
		t.Fatalf("%d posts", len(all))
	}
	p := all[0]
	events := must(s.PostHistory(ctx, p.ID))(t)
	last := events[len(events)-1]
	if last.To != p.State {
		t.Errorf("the post is %s, its history ends in %s", p.State, last.To)
	}
	approvals, notes := 0, 0
	for _, e := range events {
		switch e.Act {
		case posts.Approve:
			approvals++
		case posts.Return:
			notes++
		}
	}
	if n := must(ask[int](ctx, s.readers, "SELECT count(*) FROM post_approval"))(t); n != approvals || len(p.Notes) != notes {
		t.Errorf("%d approvals of %d in the history, %d notes of %d", n, approvals, len(p.Notes), notes)
	}
	if p.Approval.Given() != (p.State == posts.Approved || p.State == posts.Planned) {
		t.Errorf("%s, and approved: %v", p.State, p.Approval.Given())
	}
	word, _, _ := strings.Cut(p.Text, " ")
	if found := must(s.Posts(ctx, posts.Filter{Words: word, States: []posts.State{p.State}}))(t); len(found) != 1 {
		t.Errorf("%q, %s, is not found", word, p.State)
	}
	if n := must(ask[int](ctx, s.readers, "SELECT count(DISTINCT term) FROM post_suffix WHERE term LIKE 'udgave%'"))(t); n != 1 {
		t.Errorf("%d editions are found by their words", n)
	}
}
