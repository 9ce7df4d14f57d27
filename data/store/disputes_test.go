package store

import (
	"reflect"
	"testing"

	"synlig/data/document"
	"synlig/data/people"
	"synlig/data/redline"
	"synlig/data/strategy"
)

func TestWhatIsDisputedWaitsUntilItIsSettled(t *testing.T) {
	ctx := t.Context()
	s, r := saved(t, 5)
	mine, theirs := r.Draft.Blocks[1], r.Draft.Blocks[1]
	theirs.Text, theirs.Spans = "Kollegaens ord.", nil
	want := []strategy.Dispute{{
		Conflict: redline.Conflict{ID: mine.ID, Common: []document.Block{mine}, Mine: []document.Block{mine}, Theirs: []document.Block{theirs}, Held: []string{mine.ID}, Before: []string{"a"}},
		Rival:    "_word",
	}}
	ok(t, s.SaveDisputes(ctx, want))
	if got := must(s.Revision(ctx))(t); !reflect.DeepEqual(got.Disputes, want) {
		t.Errorf("kept %+v\nwant %+v", got.Disputes, want)
	}
	wantCode(t, s.Submit(ctx, december), DisputesLeft)
	_, err := s.Adopt(ctx, december)
	wantCode(t, err, DisputesLeft)
	if err := raw(t, s.path, nil)(`UPDATE version SET status = 'fremsendt' WHERE status = 'kladde'`); err == nil {
		t.Error("the schema lets a disputed draft go before a meeting")
	}
	must(s.SaveDraftBlocks(ctx, text(4), people.Person{Name: "Bo"}))(t) // writing goes on
	whole := must(s.Revision(ctx))(t)
	ok(t, s.SaveRevision(ctx, whole))
	if got := must(s.Revision(ctx))(t); !reflect.DeepEqual(got.Disputes, want) {
		t.Errorf("after all was saved anew: %+v", got.Disputes)
	}
	ok(t, s.SaveDisputes(ctx, nil))
	ok(t, s.Submit(ctx, december))
	wantCode(t, s.SaveDisputes(ctx, want), VersionSubmitted)
}

func TestDamagedDisputeIsNotShown(t *testing.T) {
	ctx := t.Context()
	s, _ := saved(t, 5)
	ok(t, s.SaveDisputes(ctx, []strategy.Dispute{{Conflict: redline.Conflict{ID: "a"}}}))
	ok(t, raw(t, s.path, nil)(`UPDATE dispute SET content = x'00ff'`))
	_, err := s.Revision(ctx)
	wantCode(t, err, VersionDamaged)
}
