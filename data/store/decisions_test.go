package store

import (
	"os"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"synlig/data/decision"
	"synlig/data/document"
	"synlig/data/fault"
	"synlig/data/redline"
	"synlig/data/strategy"
)

var december = document.Meeting{Body: "Borgerrådgiverudvalget", Date: time.Date(2026, 12, 3, 0, 0, 0, 0, time.UTC), Item: "6"}

// before is a workspace with a revision that lies before a meeting: point 1 is
// the new block, point 2 the new sentence.
func before(t *testing.T) (*Store, strategy.Revision) {
	t.Helper()
	s := create(t, place(t), Options{})
	r := sample(10)
	r.Points = []decision.Point{{Number: 1, Text: "at der skrives nyt", Choice: 4}, {Number: 2, Text: "at Facebook nævnes"}, {Number: 3, Text: "at intet sker", Choice: 4}}
	r.Notes = nil
	for _, change := range r.Compare(nil).Changes {
		point := 2
		if change.Action == redline.Add {
			point = 1
		}
		r.Notes = append(r.Notes, redline.Note{Anchor: change.Anchor, Reason: "fordi", Point: point, Author: "Bo Ek", At: noon.UTC()})
	}
	ok(t, s.SaveRevision(t.Context(), r))
	ok(t, s.Submit(t.Context(), december))
	return s, r
}

func states(t *testing.T, s *Store) string {
	t.Helper()
	var all []string
	for _, v := range must(s.Versions(t.Context()))(t) {
		all = append(all, string(v.Status))
	}
	return strings.Join(all, " ")
}

func TestSubmitAndWithdraw(t *testing.T) {
	ctx := t.Context()
	s, r := before(t)
	got := must(s.Revision(ctx))(t)
	if got.Draft.Status != document.Submitted || got.Draft.Meeting != december || !reflect.DeepEqual(got.Points, r.Points) {
		t.Errorf("submitted as %+v", got.Draft)
	}
	_, err := s.SaveDraftBlocks(ctx, text(3), mette)
	wantCode(t, err, VersionSubmitted)
	ok(t, s.Withdraw(ctx))
	wantCode(t, s.Withdraw(ctx), VersionNotSubmitted)
	_, err = s.Decide(ctx, decision.All(r.Points, decision.Rejected), december)
	wantCode(t, err, VersionNotSubmitted)
	must(s.SaveDraftBlocks(ctx, text(3), mette))(t)
	if got := states(t, s); got != "kladde godkendt" {
		t.Errorf("states %q", got)
	}
	ok(t, s.SavePoints(ctx, []decision.Point{{Number: 1, Choice: 1}, {Number: 2, Choice: 1, Requires: []int{1}}}))
	wantCode(t, s.Submit(ctx, december), decision.NeedsRivals)

	s = create(t, place(t), Options{})
	wantCode(t, s.Submit(ctx, december), DocumentMissing)
	r = sample(3)
	r.Draft, r.Notes, r.Points = document.Version{}, nil, nil
	ok(t, s.SaveRevision(ctx, r))
	wantCode(t, s.Submit(ctx, december), DraftMissing)
	wantCode(t, s.Withdraw(ctx), DraftMissing)
}

func TestDecide(t *testing.T) {
	ctx := t.Context()
	s, r := before(t)
	kept := dump(t, s)
	for code, outcomes := range map[fault.Code]decision.Outcomes{
		decision.Undecided:     {1: decision.Adopted},
		decision.RivalsAdopted: decision.All(r.Points, decision.Adopted),
	} {
		_, err := s.Decide(ctx, outcomes, december)
		wantCode(t, err, code)
	}
	if dump(t, s) != kept {
		t.Fatal("refused outcomes left something behind")
	}
	outcomes := decision.Outcomes{1: decision.Postponed, 2: decision.Adopted, 3: decision.Rejected}
	decided := must(s.Decide(ctx, outcomes, december))(t)
	if got := states(t, s); got != "godkendt erstattet" {
		t.Errorf("states %q", got)
	}
	got := must(s.Revision(ctx))(t)
	if !reflect.DeepEqual(got, decided.Next) {
		t.Errorf("kept as\n%+v\ndecided\n%+v", got, decided.Next)
	}
	if len(got.Base.Blocks) != 10 || !strings.HasSuffix(got.Base.Blocks[1].Text, "Facebook.") || got.Base.Number != 7 || got.Base.Meeting != december || !got.Base.Changed.Equal(noon) {
		t.Errorf("approved %+v", got.Base)
	}
	if len(got.Suggestions) != 1 || got.Suggestions[0].Outcome != decision.Postponed || got.Suggestions[0].New != "Nyt afsnit." || got.Suggestions[0].Asked != "at der skrives nyt" || document.Hash(got.Suggested) != r.Draft.Hash() {
		t.Errorf("suggestions %+v", got.Suggestions)
	}
	asked := must(s.Resolution(ctx, 7))(t)
	if !reflect.DeepEqual(asked.Outcomes, outcomes) || len(asked.Points) != 3 || document.Hash(asked.Submitted) != r.Draft.Hash() {
		t.Errorf("resolution %+v", asked)
	}
	if asked = must(s.Resolution(ctx, 5))(t); len(asked.Outcomes) != 0 || asked.Submitted != nil {
		t.Errorf("of a version from before: %+v", asked)
	}
	_, err := s.Resolution(ctx, 6)
	wantCode(t, err, VersionMissing)

	// The next draft takes the suggestion up.
	merged, notes := got.TakeUp(0)
	must(s.SaveDraftBlocks(ctx, merged.Blocks, mette))(t)
	ok(t, s.SaveNotes(ctx, notes))
	ok(t, s.SaveSuggestions(ctx, nil))
	next := must(s.Revision(ctx))(t)
	if c := next.Compare(nil); next.Draft.Number != 8 || len(c.Changes) != 1 || c.Changes[0].Note.Reason != "fordi" || len(next.Suggestions) != 0 || next.Suggested != nil {
		t.Errorf("taken up: %+v", next)
	}
}

func TestNothingAdopted(t *testing.T) {
	ctx := t.Context()
	s, r := before(t)
	decided := must(s.Decide(ctx, decision.All(r.Points, decision.Rejected), december))(t)
	got := must(s.Revision(ctx))(t)
	if decided.Changed || states(t, s) != "kladde godkendt" || got.Draft.Hash() != r.Draft.Hash() || len(got.Notes) != 2 || got.Base.Number != 5 {
		t.Errorf("%q %+v", states(t, s), got.Draft)
	}
	if asked := must(s.Resolution(ctx, 7))(t); asked.Outcomes[2] != decision.Rejected {
		t.Errorf("the outcomes are %v", asked.Outcomes)
	}
	// It comes back to the next meeting.
	ok(t, s.Submit(ctx, december))
	must(s.Decide(ctx, decision.Outcomes{1: decision.Adopted, 2: decision.Adopted, 3: decision.Rejected}, december))(t)
	if got := must(s.Revision(ctx))(t); got.Base.Hash() != r.Draft.Hash() || got.Suggestions != nil {
		t.Errorf("approved %+v", got.Base)
	}
}

// What another program may not do with what was decided. Version 7 (id 2) was
// approved with outcomes, and version 5 (id 1) replaced.
func TestSchemaGuardsDecisions(t *testing.T) {
	s, _ := before(t)
	ok(t, s.Withdraw(t.Context()))
	refused := func(t *testing.T, statement string) {
		t.Helper()
		kept := dump(t, s)
		if err := raw(t, s.path, nil)(statement); err == nil {
			t.Errorf("the schema let it through: %s", statement)
		} else if code := fault.CodeOf(coded(err, "")); code != Refused && code != VersionApproved {
			t.Errorf("code %q for %v", code, err)
		}
		if dump(t, s) != kept {
			t.Errorf("something was changed all the same: %s", statement)
		}
	}
	ok(t, raw(t, s.path, nil)(`UPDATE version SET status = 'erstattet' WHERE number = 5`))
	refused(t, `UPDATE version SET status = 'godkendt' WHERE number = 7`)
	ok(t, s.Submit(t.Context(), december))
	refused(t, `INSERT INTO outcome SELECT id, 9, 'vedtaget' FROM version WHERE number = 7`)
	refused(t, `INSERT INTO outcome SELECT id, 1, 'måske' FROM version WHERE number = 7`)
	outcome := func(a, b, c string) {
		ok(t, raw(t, s.path, nil)(`INSERT OR REPLACE INTO outcome SELECT version, number,
			CASE number WHEN 1 THEN $1 WHEN 2 THEN $2 ELSE $3 END FROM point`, a, b, c))
	}
	ok(t, raw(t, s.path, nil)(`INSERT INTO outcome SELECT version, number, 'vedtaget' FROM point WHERE number = 1`))
	refused(t, `UPDATE version SET status = 'godkendt' WHERE number = 7`) // two undecided
	outcome("forkastet", "udsat", "forkastet")
	refused(t, `UPDATE version SET status = 'godkendt' WHERE number = 7`) // nothing adopted
	outcome("vedtaget", "udsat", "vedtaget")
	refused(t, `UPDATE version SET status = 'godkendt' WHERE number = 7`) // two alternatives
	ok(t, raw(t, s.path, nil)(`INSERT INTO point_requirement SELECT version, 1, 2 FROM point WHERE number = 1`))
	outcome("vedtaget", "udsat", "forkastet")
	refused(t, `UPDATE version SET status = 'godkendt' WHERE number = 7`) // 1 needs 2
	outcome("forkastet", "vedtaget", "forkastet")
	ok(t, raw(t, s.path, nil)(`UPDATE version SET status = 'godkendt' WHERE number = 7`))
	for _, statement := range []string{
		`UPDATE outcome SET outcome = 'vedtaget'`, `DELETE FROM outcome`, `DELETE FROM point`, `DELETE FROM point_choice`, `UPDATE point_choice SET choice = 9`,
		`INSERT INTO point_choice SELECT id, 2, 1 FROM version WHERE number = 7`,
		`INSERT INTO proposal SELECT id, sha256, x'' FROM version WHERE number = 7`,
		`UPDATE version SET status = 'fremsendt' WHERE number = 7`,
		`INSERT INTO suggestion (version, block, after, from_word, to_word, outcome) SELECT id, 'b', 0, 0, 0, 'vedtaget' FROM version`,
	} {
		refused(t, statement)
	}
}

// A workspace that the first edition of the program made.
func TestUpgradeFromTheFirstSchema(t *testing.T) {
	ctx := t.Context()
	path := place(t)
	first := must(migrations.ReadFile("migrations/00001_strategy.sql"))(t)
	options := quick(Options{})
	options.schema = fstest.MapFS{"00001_strategy.sql": {Data: first}}
	ok(t, os.WriteFile(path, nil, 0o666))
	ok(t, build(ctx, path, options))
	other := raw(t, path, nil)
	hash := document.Hash([]document.Block{{Text: "Vi lytter."}})
	for _, statement := range []string{
		`INSERT INTO document (id, kind, title) VALUES (1, 'strategi', 'T')`,
		`INSERT INTO version (id, document, number, status, changed, sha256) VALUES (1, 1, 2, 'fremsendt', '', '` + hash + `'), (2, 1, 3, 'kladde', '', '` + hash + `')`,
		`INSERT INTO block (version, position, id, kind, level, text) VALUES (1, 0, 'a', 'paragraph', 0, 'Vi lytter.'), (2, 0, 'a', 'paragraph', 0, 'Vi lytter.')`,
		`INSERT INTO point VALUES (2, 1, 'at der lyttes')`,
		`UPDATE version SET status = 'godkendt' WHERE id = 1`,
	} {
		ok(t, other(statement))
	}
	s := open(t, path, Options{})
	r := must(s.Revision(ctx))(t)
	if r.Base.Number != 2 || r.Draft.Number != 3 || len(r.Points) != 1 || r.Points[0].Choice != 0 || r.Suggestions != nil {
		t.Errorf("brought up as %+v", r)
	}
	backups := must(Backups(path))(t)
	if len(backups) != 1 || backups[0].Kind != BeforeUpgrade || !strings.Contains(backups[0].Path, "fra-1") {
		t.Errorf("backups %+v", backups)
	}
	ok(t, s.Submit(ctx, december))
	if d := must(s.Decide(ctx, decision.Outcomes{1: decision.Adopted}, december))(t); d.Approved.Number != 3 {
		t.Errorf("decided %+v", d)
	}
}
