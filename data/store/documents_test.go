package store

import (
	"context"
	"reflect"
	"testing"

	"synlig/data/decision"
	"synlig/data/document"
	"synlig/data/fault"
	"synlig/data/people"
	"synlig/data/redline"
	"synlig/data/strategy"
)

// twoKinds is a workspace with the strategy and, beside it, house rules.
func twoKinds(t *testing.T) (s *Store, rules Documents) {
	t.Helper()
	s, _ = saved(t, 20)
	ok(t, raw(t, s.path, nil)(`INSERT INTO document_kind (kind) VALUES ('husorden')`))
	return s, s.Documents("husorden")
}

func TestEveryKindHasADocumentOfItsOwn(t *testing.T) {
	ctx := t.Context()
	s, rules := twoKinds(t)
	strategyBefore := must(s.Revision(ctx))(t)
	_, err := rules.Revision(ctx)
	wantCode(t, err, DocumentMissing)
	if coded := err.(*fault.Error); coded.Args["kind"] != "husorden" {
		t.Errorf("missing is %v", coded.Args)
	}
	ok(t, rules.SaveRevision(ctx, strategy.Revision{Title: "Husorden", Office: "Kontoret"}))

	kept := must(rules.SaveDraftBlocks(ctx, text(3), mette))(t)
	ok(t, rules.SavePoints(ctx, []decision.Point{{Number: 1, Text: "at der er ro"}}))
	ok(t, rules.SaveNote(ctx, redline.Note{Anchor: redline.Anchor{After: true, Text: "x"}, Reason: "fordi", Point: 1}))
	r := must(rules.Revision(ctx))(t)
	if r.Title != "Husorden" || r.Base.Number != 0 || r.Draft.Number != 1 || !reflect.DeepEqual(r.Draft.Blocks, kept) || len(r.Notes) != 1 || len(r.Points) != 1 {
		t.Errorf("the rules are %+v", r)
	}
	ok(t, rules.Submit(ctx, december))
	if d := must(rules.Decide(ctx, decision.Outcomes{1: decision.Adopted}, december))(t); !d.Changed || d.Approved.Number != 1 {
		t.Errorf("decided %+v", d)
	}
	must(rules.SaveDraftBlocks(ctx, text(4), mette))(t)
	must(rules.SaveDraftBlocks(ctx, text(5), people.Person{Name: "Bo"}))(t)
	if versions := must(rules.Versions(ctx))(t); len(versions) != 2 || versions[0].Status != document.Draft || versions[1].Status != document.Approved {
		t.Errorf("versions of the rules: %+v", versions)
	}
	if h := must(rules.History(ctx))(t); len(h) != 1 || h[0].Author != mette.Name {
		t.Errorf("history of the rules: %+v", h)
	}
	if v := must(rules.Version(ctx, 1))(t); len(v.Blocks) != 3 || v.Meeting != december {
		t.Errorf("version 1 of the rules: %+v", v)
	}
	if after := must(s.Revision(ctx))(t); !reflect.DeepEqual(after, strategyBefore) {
		t.Errorf("the strategy changed along with the rules:\n got %+v\nwant %+v", after, strategyBefore)
	}
	if s.Kind() != StrategyKind || rules.Kind() != "husorden" {
		t.Errorf("kinds %q and %q", s.Kind(), rules.Kind())
	}
	if again := must(s.Documents(StrategyKind).Revision(ctx))(t); !reflect.DeepEqual(again, strategyBefore) {
		t.Error("the store's own revision is not the strategy's")
	}
}

func TestAKindMustBeKnown(t *testing.T) {
	s := create(t, place(t), Options{})
	if err := s.Documents("digt").SaveRevision(t.Context(), strategy.Revision{Title: "Ode"}); fault.CodeOf(err) != Refused {
		t.Errorf("a kind that no area brought: %v", err)
	}
	ok(t, s.Documents(StrategyKind).SaveRevision(t.Context(), strategy.Revision{Title: "T"}))
	if err := raw(t, s.path, nil)(`INSERT INTO document (kind, title) VALUES ('strategi', 'U')`); err == nil {
		t.Error("a kind got a second document")
	}
}

func TestAdoptNeedsNoMeeting(t *testing.T) {
	ctx := t.Context()
	s, rules := twoKinds(t)
	own := document.Meeting{Date: december.Date}
	_, err := rules.Adopt(ctx, own)
	wantCode(t, err, DocumentMissing)
	ok(t, rules.SaveRevision(ctx, strategy.Revision{Title: "Husorden"}))
	_, err = rules.Adopt(ctx, own)
	wantCode(t, err, DraftMissing)

	must(rules.SaveDraftBlocks(ctx, text(3), mette))(t)
	first := must(rules.Adopt(ctx, own))(t)
	if !first.Changed || first.Approved.Number != 1 || first.Approved.Status != document.Approved || first.Approved.Meeting != own {
		t.Errorf("adopted %+v", first.Approved)
	}
	must(rules.SaveDraftBlocks(ctx, first.Approved.Blocks, mette))(t)
	_, err = rules.Adopt(ctx, own)
	wantCode(t, err, NothingNew)

	changed := append(first.Approved.Blocks, document.Block{Text: "Ny regel."})
	must(rules.SaveDraftBlocks(ctx, changed, mette))(t)
	ok(t, rules.SavePoints(ctx, []decision.Point{{Number: 1, Text: "at", Choice: 1}, {Number: 2, Text: "eller at", Choice: 1}}))
	_, err = rules.Adopt(ctx, own)
	wantCode(t, err, decision.RivalsAdopted)
	ok(t, rules.SavePoints(ctx, nil))
	ok(t, rules.Submit(ctx, december)) // lies before somebody, and is adopted all the same
	second := must(rules.Adopt(ctx, own))(t)
	r := must(rules.Revision(ctx))(t)
	if second.Approved.Number != 2 || r.Base.Number != 2 || len(r.Base.Blocks) != 4 || r.Suggestions != nil {
		t.Errorf("adopted again %+v", r)
	}
	if v := must(rules.Version(ctx, 1))(t); v.Status != document.Replaced {
		t.Errorf("version 1 is %s", v.Status)
	}
	if states(t, s) != "kladde godkendt" {
		t.Errorf("the strategy's versions are %s", states(t, s))
	}
}

// A colleague's writing in one document is no reason to refuse another's.
func TestKindsAreWrittenSideBySide(t *testing.T) {
	ctx := t.Context()
	s, rules := twoKinds(t)
	ok(t, rules.SaveRevision(ctx, strategy.Revision{Title: "Husorden"}))
	from := must(rules.Revision(ctx))(t).Draft.Hash()
	watched := s.Watch(ctx)
	must(s.SaveDraftBlocks(ctx, text(9), mette))(t)
	<-watched
	if _, err := rules.SaveDraftBlocksFrom(ctx, from, text(2), mette); err != nil {
		t.Errorf("the rules could not be written: %v", err)
	}
	<-watched // whoever shows the rules reads them again
	_, err := rules.SaveDraftBlocksFrom(ctx, from, text(3), mette)
	wantCode(t, err, DraftMovedOn)
}

func TestClearLeavesNoDocumentOfAnyKind(t *testing.T) {
	s := create(t, place(t), Options{})
	ctx := context.Background()
	ok(t, s.Documents(StrategyKind).SaveRevision(ctx, strategy.Revision{Title: "T"}))
	ok(t, s.Clear(ctx))
	_, err := s.Documents(StrategyKind).Revision(ctx)
	wantCode(t, err, DocumentMissing)
	if empty := must(s.IsEmpty(ctx))(t); !empty {
		t.Error("something is left")
	}
}
