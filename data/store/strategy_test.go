package store

import (
	"bytes"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"synlig/data/decision"
	"synlig/data/document"
	"synlig/data/fault"
	"synlig/data/people"
	"synlig/data/redline"
	"synlig/data/strategy"
)

func TestRevisionRoundTrip(t *testing.T) {
	s, want := saved(t, 40)
	got := must(s.Revision(t.Context()))(t)
	if !reflect.DeepEqual(got, want) {
		t.Errorf("the revision came back changed\n got %+v\nwant %+v", got, want)
	}
	// Once more, with everything in place already.
	ok(t, s.SaveRevision(t.Context(), want))
	if again := must(s.Revision(t.Context()))(t); !reflect.DeepEqual(again, want) {
		t.Errorf("saved twice, the revision is another")
	}
	versions := must(s.Versions(t.Context()))(t)
	if len(versions) != 2 || versions[0].Number != 7 || versions[1].Meeting.Item != "6" || versions[1].Blocks != nil {
		t.Errorf("versions: %+v", versions)
	}
	if v := must(s.Version(t.Context(), 5))(t); !reflect.DeepEqual(v, want.Base) {
		t.Errorf("version 5: %+v", v)
	}
	_, err := s.Version(t.Context(), 6)
	wantCode(t, err, VersionMissing)
}

func TestRevisionWithoutDraftOrBase(t *testing.T) {
	ctx := t.Context()
	s := create(t, place(t), Options{})
	r := sample(10)
	r.Draft, r.Notes, r.Points = document.Version{}, nil, nil
	ok(t, s.SaveRevision(ctx, r))
	got := must(s.Revision(ctx))(t)
	if got.Draft.Number != 6 || got.Draft.BasedOn != 5 || got.Draft.Status != document.Draft || got.Draft.Hash() != r.Base.Hash() {
		t.Errorf("a draft not begun: %+v", got.Draft)
	}
	if c := got.Compare(nil); len(c.Changes) != 0 {
		t.Errorf("%d changes before a word was written", len(c.Changes))
	}

	s = create(t, place(t), Options{})
	r = sample(10)
	r.Base = document.Version{}
	r.Draft.BasedOn, r.Draft.Number, r.Draft.Status = 0, 0, ""
	ok(t, s.SaveRevision(ctx, r))
	got = must(s.Revision(ctx))(t)
	if got.Base.Number != 0 || got.Draft.Number != 1 || got.Draft.Status != document.Draft || len(got.Draft.Blocks) != 11 {
		t.Errorf("without an approved version: %+v %+v", got.Base, got.Draft)
	}
}

func TestSaveRevisionKeepsTheApproved(t *testing.T) {
	ctx := t.Context()
	s, r := saved(t, 10)
	before := dump(t, s)
	changed := sample(10)
	changed.Base.Blocks[3].Text = "Noget andet"
	wantCode(t, s.SaveRevision(ctx, changed), VersionApproved)
	changed = sample(10)
	changed.Draft.Blocks[0].Text = "To\nlinjer"
	wantCode(t, s.SaveRevision(ctx, changed), BlockInvalid)
	changed = sample(10)
	changed.Notes[0].Point = 9
	wantCode(t, s.SaveRevision(ctx, changed), PointMissing)
	changed = sample(10)
	changed.Points[0].Requires = []int{9}
	wantCode(t, s.SaveRevision(ctx, changed), PointMissing)
	changed = sample(10)
	changed.Draft.Number = 5
	wantCode(t, s.SaveRevision(ctx, changed), VersionApproved)
	if dump(t, s) != before {
		t.Error("a refused revision left something behind")
	}

	// The draft is approved, and the next revision begins.
	next := sample(10)
	next.Base = r.Draft
	next.Base.Status = document.Approved
	next.Draft = begin(next.Base)
	next.Notes, next.Points = nil, nil
	ok(t, s.SaveRevision(ctx, next))
	var states []string
	for _, v := range must(s.Versions(ctx))(t) {
		states = append(states, string(v.Status))
	}
	if !slices.Equal(states, []string{"kladde", "godkendt", "erstattet"}) {
		t.Errorf("states %q", states)
	}
	if n := must(ask[int](ctx, s.readers, "SELECT count(*) FROM note JOIN version ON version.id = note.version WHERE status = 'godkendt'"))(t); n != 2 {
		t.Errorf("%d of the 2 reasons followed the text that was approved", n)
	}
}

func TestDamagedTextIsNotShown(t *testing.T) {
	ctx := t.Context()
	for _, statement := range []string{
		`UPDATE block SET text = 'Noget andet' WHERE position = 3`,
		`UPDATE block SET kind = 'quote' WHERE position = 3`,
		`UPDATE block SET spans = '[{"start":0,"end":9999}]' WHERE position = 3`,
		`UPDATE block SET spans = '{}' WHERE position = 3`,
		`DELETE FROM block WHERE position = 3`,
	} {
		s, _ := saved(t, 10)
		another := raw(t, s.path, pragmas{"_foreign_keys": "off"})
		for _, trigger := range []string{"block_approved_update", "block_approved_delete"} {
			ok(t, another("DROP TRIGGER "+trigger))
		}
		ok(t, another(statement))
		_, err := s.Revision(ctx)
		wantCode(t, err, VersionDamaged)
		_, err = s.Version(ctx, 7)
		wantCode(t, err, VersionDamaged)
		_, err = s.SaveDraftBlocks(ctx, text(2), mette)
		wantCode(t, err, VersionDamaged)
	}
}

func TestSaveDraftBlocks(t *testing.T) {
	ctx := t.Context()
	now := noon
	s := create(t, place(t), Options{Clock: func() time.Time { return now }, NoBackup: true})
	_, err := s.SaveDraftBlocks(ctx, text(3), mette)
	wantCode(t, err, DocumentMissing)
	r := sample(10)
	ok(t, s.SaveRevision(ctx, r))
	id := must(s.AddPerson(ctx, mette))(t).ID

	blocks := r.Draft.Blocks
	for name, edit := range map[string]func() []document.Block{
		"a word":            func() []document.Block { blocks[2].Text += " ord"; return blocks },
		"a mark":            func() []document.Block { blocks[3].Spans = []document.Span{{Start: 0, End: 2}}; return blocks },
		"a block in":        func() []document.Block { return slices.Insert(blocks, 4, document.Block{Text: "ind"}) },
		"a block out":       func() []document.Block { return slices.Delete(blocks, 1, 2) },
		"first out":         func() []document.Block { return blocks[1:] },
		"two change places": func() []document.Block { blocks[5], blocks[7] = blocks[7], blocks[5]; return blocks },
		"everything":        func() []document.Block { return text(4) },
		"nothing":           func() []document.Block { return blocks },
		"all out":           func() []document.Block { return nil },
	} {
		blocks = must(s.SaveDraftBlocks(ctx, slices.Clone(edit()), mette))(t)
		got := must(s.Revision(ctx))(t)
		if document.Hash(got.Draft.Blocks) != document.Hash(blocks) || !sameIDs(got.Draft.Blocks, blocks) {
			t.Errorf("%s: kept as %+v", name, got.Draft.Blocks)
		}
		blocks = slices.Clone(sample(10).Draft.Blocks)
		blocks = must(s.SaveDraftBlocks(ctx, blocks, mette))(t)
	}
	got := must(s.Revision(ctx))(t)
	if got.Draft.Author != mette.Name || !got.Draft.Changed.Equal(now) || len(got.Notes) != 2 {
		t.Errorf("%+v", got.Draft)
	}
	if person := must(ask[int64](ctx, s.readers, "SELECT person FROM version WHERE number = 7"))(t); person != id {
		t.Errorf("written by person %d, want %d", person, id)
	}
	_, err = s.SaveDraftBlocks(ctx, []document.Block{{Kind: 99}}, mette)
	wantCode(t, err, BlockInvalid)
}

func TestNobodyWritesOverAColleague(t *testing.T) {
	ctx := t.Context()
	s, r := saved(t, 10)
	from := r.Draft.Hash()
	mine := must(s.SaveDraftBlocksFrom(ctx, from, text(5), mette))(t)
	_, err := s.SaveDraftBlocksFrom(ctx, from, text(6), people.Person{Name: "Bo Ek"})
	wantCode(t, err, DraftMovedOn)
	if got := must(s.Revision(ctx))(t); got.Draft.Hash() != document.Hash(mine) {
		t.Error("a colleague's words were written over")
	}
	must(s.SaveDraftBlocksFrom(ctx, document.Hash(mine), text(6), people.Person{Name: "Bo Ek"}))(t)
}

func TestDraftIsBegunFromTheApproved(t *testing.T) {
	ctx := t.Context()
	s := create(t, place(t), Options{})
	r := sample(10)
	r.Draft, r.Notes, r.Points = document.Version{}, nil, nil
	ok(t, s.SaveRevision(ctx, r))
	must(s.SaveDraftBlocksFrom(ctx, r.Base.Hash(), text(12), mette))(t)
	got := must(s.Revision(ctx))(t)
	if got.Draft.Number != 6 || got.Draft.BasedOn != 5 || len(got.Draft.Blocks) != 12 || len(got.Base.Blocks) != 10 {
		t.Errorf("%+v", got.Draft)
	}
	if h := must(s.History(ctx))(t); len(h) != 0 {
		t.Errorf("history of a draft just begun: %+v", h)
	}
}

func TestHistory(t *testing.T) {
	ctx := t.Context()
	now := noon
	s := create(t, place(t), Options{Clock: func() time.Time { return now }, NoBackup: true})
	ok(t, s.SaveRevision(ctx, sample(10)))
	anna, bo := people.Person{Name: "Anna"}, people.Person{Name: "Bo"}
	for _, save := range []struct {
		wait   time.Duration
		person people.Person
		blocks int
	}{{0, anna, 1}, {time.Second, anna, 2}, {time.Minute, anna, 3}, {time.Second, bo, 4}, {time.Second, anna, 5}, {time.Second, bo, 6}} {
		now = now.Add(save.wait)
		must(s.SaveDraftBlocks(ctx, text(save.blocks), save.person))(t)
	}
	var got []string
	for _, h := range must(s.History(ctx))(t) {
		blocks := must(s.SnapshotBlocks(ctx, h.ID))(t)
		got = append(got, h.Author+" "+h.At.Local().Format("04:05")+" "+strings.Repeat("x", len(blocks)))
	}
	want := []string{"Anna 01:33 xxxxx", "Bo 01:32 xxxx", "Anna 00:31 xx", "Bo Ek"}
	if len(got) != 4 || !slices.Equal(got[:3], want[:3]) || !strings.HasPrefix(got[3], want[3]) {
		t.Errorf("history %q", got)
	}
	_, err := s.SnapshotBlocks(ctx, 999)
	wantCode(t, err, SnapshotMissing)
	ok(t, raw(t, s.path, nil)("UPDATE snapshot SET content = x'00ff'"))
	_, err = s.SnapshotBlocks(ctx, must(s.History(ctx))(t)[0].ID)
	wantCode(t, err, SnapshotDamaged)
}

func TestNotes(t *testing.T) {
	ctx := t.Context()
	s, r := saved(t, 10)
	note := r.Notes[0]
	note.Reason, note.Class, note.Point, note.At = "En bedre grund", redline.Editorial, 1, time.Time{}
	ok(t, s.SaveNote(ctx, note))
	notes := must(s.Revision(ctx))(t).Notes
	if note.At = noon.UTC(); len(notes) != 2 || !reflect.DeepEqual(notes[0], note) {
		t.Errorf("replaced: %+v", notes)
	}
	ok(t, s.SaveNote(ctx, redline.Note{Anchor: note.Anchor}))
	ok(t, s.SaveNote(ctx, redline.Note{Anchor: note.Anchor}))
	if notes = must(s.Revision(ctx))(t).Notes; len(notes) != 1 {
		t.Errorf("taken away: %+v", notes)
	}
	note.Point = 9
	wantCode(t, s.SaveNote(ctx, note), PointMissing)
	note.Class = "stor"
	note.Point = 0
	wantCode(t, s.SaveNote(ctx, note), Refused)
	ok(t, s.SaveNotes(ctx, r.Notes))
	if notes = must(s.Revision(ctx))(t).Notes; !reflect.DeepEqual(notes, r.Notes) {
		t.Errorf("all replaced: %+v", notes)
	}
}

func TestPoints(t *testing.T) {
	ctx := t.Context()
	s, _ := saved(t, 10)
	ok(t, s.SavePoints(ctx, []decision.Point{{Number: 1, Text: "at et"}, {Number: 2, Text: "at to", Requires: []int{1}}}))
	got := must(s.Revision(ctx))(t)
	if len(got.Points) != 2 || got.Points[1].Requires[0] != 1 {
		t.Errorf("points %+v", got.Points)
	}
	if len(got.Notes) != 2 || got.Notes[0].Point != 0 || got.Notes[0].Reason == "" || got.Notes[1].Point != 1 {
		t.Errorf("notes of a point that is gone: %+v", got.Notes)
	}
	wantCode(t, s.SavePoints(ctx, []decision.Point{{Number: 1, Requires: []int{7}}}), PointMissing)
	if again := must(s.Revision(ctx))(t); !reflect.DeepEqual(again, got) {
		t.Error("refused points left something behind")
	}
}

func TestAssignIDs(t *testing.T) {
	fixed := bytes.NewReader(append(bytes.Repeat([]byte{0}, 20), bytes.Repeat([]byte{1}, 10)...))
	s := create(t, place(t), Options{Random: fixed})
	given := []document.Block{{ID: "x"}, {}, {ID: "x"}, {ID: "y"}}
	got := must(s.AssignIDs(given))(t)
	var ids []string
	for _, b := range got {
		ids = append(ids, b.ID)
	}
	if !slices.Equal(ids, []string{"x", "aaaaaaaaaa", "bbbbbbbbbb", "y"}) || given[1].ID != "" {
		t.Errorf("ids %q, given %+v", ids, given)
	}
	if _, err := s.AssignIDs([]document.Block{{}}); err == nil {
		t.Error("without chance there are no ids")
	}
}

// What the reader of texts lets through, the store keeps: long lines, many
// blocks, emoji, letters of right-to-left scripts.
func TestOddTexts(t *testing.T) {
	ctx := t.Context()
	s := create(t, place(t), Options{})
	ok(t, s.SaveRevision(ctx, strategy.Revision{Title: "T", Draft: document.Version{Number: 1, Status: document.Draft}}))
	many := make([]document.Block, 50_000)
	for i := range many {
		many[i].Text = "ord"
	}
	for name, blocks := range map[string][]document.Block{
		"a million characters": {{Text: strings.Repeat("å", 1_000_000)}},
		"fifty thousand":       many,
		"emoji":                {{Text: "👩‍👩‍👧‍👦 🇩🇰 ❤️"}},
		"right to left":        {{Text: "שלום مرحبا"}},
		"decomposed":           {{Text: "a\u030A \u00ad\u00a0"}},
		"quotes":               {{Text: `'; DROP TABLE block; --`, Spans: []document.Span{{Start: 0, End: 2, Style: document.Style{Link: `https://example.org/"'<>&\`}}}}},
		"empty":                {{Text: ""}},
	} {
		kept := must(s.SaveDraftBlocks(ctx, blocks, mette))(t)
		if got := must(s.Revision(ctx))(t).Draft.Blocks; !reflect.DeepEqual(got, kept) {
			t.Errorf("%s came back changed", name)
		}
	}
	for name, block := range map[string]document.Block{
		"NUL": {Text: "a\x00b"}, "bad UTF-8": {Text: "\xff"}, "line": {Text: "a\rb"}, "level": {Level: 3}, "negative": {Level: -1},
		"span": {Text: "ab", Spans: []document.Span{{Start: 1, End: 3}}}, "spans": {Text: "ab", Spans: []document.Span{{Start: 1, End: 2}, {Start: 0, End: 1}}},
	} {
		_, err := s.SaveDraftBlocks(ctx, []document.Block{{Text: "god"}, block}, mette)
		if wantCode(t, err, BlockInvalid); fault.Is(err, BlockInvalid) && err.(*fault.Error).Args["number"] != "2" {
			t.Errorf("%s: %v", name, err)
		}
	}
}
