package store_test

import (
	"path/filepath"
	"strings"
	"testing"

	"synlig/data/decision"
	"synlig/data/document"
	"synlig/data/example"
	"synlig/data/store"
)

// The example office's meeting: all points adopted make the draft the strategy;
// without point 1, and so without point 3, no section on Facebook is in it.
func TestTheExampleIsDecided(t *testing.T) {
	ctx := t.Context()
	r := example.Revision()
	for name, c := range map[string]struct {
		outcomes decision.Outcomes
		facebook bool
	}{
		"all adopted":      {decision.All(r.Points, decision.Adopted), true},
		"point 1 rejected": {decision.Outcomes{1: decision.Rejected, 2: decision.Adopted, 3: decision.Rejected}, false},
	} {
		s, err := store.Create(ctx, filepath.Join(t.TempDir(), "kontor.synlig"), store.Options{NoBackup: true})
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		if err := s.SaveRevision(ctx, r); err != nil {
			t.Fatal(err)
		}
		if err := s.Submit(ctx, r.Draft.Meeting); err != nil {
			t.Fatal(err)
		}
		decided, err := s.Decide(ctx, c.outcomes, r.Draft.Meeting)
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for _, b := range decided.Approved.Blocks {
			found = found || b.Kind.HeadingLevel() > 0 && strings.Contains(b.Text, "Facebook")
		}
		if found != c.facebook || c.facebook != (decided.Approved.Hash() == r.Draft.Hash()) || decided.Approved.Number != r.Draft.Number {
			t.Errorf("%s: a section on Facebook: %v, version %d", name, found, decided.Approved.Number)
		}
		got, err := s.Revision(ctx)
		if err != nil || (len(got.Suggestions) > 0) == c.facebook || got.Base.Status != document.Approved || got.Base.Hash() != decided.Approved.Hash() {
			t.Errorf("%s: %d suggestions, %v", name, len(got.Suggestions), err)
		}
		t.Logf("%s: version %d, %d suggestions", name, decided.Approved.Number, len(got.Suggestions))
		var all []int
		for i := range got.Suggestions {
			all = append(all, i)
		}
		if merged, _ := got.TakeUp(all...); len(all) > 0 && document.Hash(merged.Blocks) != r.Draft.Hash() {
			t.Errorf("%s: taken up again it is not the draft", name)
		}
	}
}
