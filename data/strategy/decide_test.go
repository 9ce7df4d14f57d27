package strategy

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"synlig/data/decision"
	"synlig/data/document"
	"synlig/data/fault"
	"synlig/data/redline"
)

var (
	noon   = time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)
	august = document.Meeting{Body: "Borgerrådgiverudvalget", Date: time.Date(2026, 12, 3, 0, 0, 0, 0, time.UTC), Item: "6"}
)

// revision is a strategy with three points; 3 needs 1, and the word "alle" is
// of no point.
func revision() Revision {
	r := Revision{
		Base: document.Version{Number: 2, Status: document.Approved, Blocks: lines(
			"h|# Strategi", "a|Vi lytter til alle borgere i byen og svarer dem hurtigt.", "b|Vi skriver breve og holder møder.", "s|Vi er på nettet.")},
		Draft: document.Version{Number: 3, BasedOn: 2, Status: document.Submitted, Author: "Bo Ek", Blocks: lines(
			"h|# Strategi", "a|Vi lytter til mange borgere i byen og svarer dem venligt.", "b|Vi skriver mails og holder møder.", "s|Vi er på nettet.", "f|## Facebook", "g|Kontoret har en side på Facebook.")},
		Points: []decision.Point{{Number: 1, Text: "at der oprettes en side"}, {Number: 2, Text: "at der skrives mails"}, {Number: 3, Text: "at der svares venligt", Requires: []int{1}}},
	}
	for _, change := range r.Compare(nil).Changes {
		note := redline.Note{Anchor: change.Anchor, Reason: "fordi " + change.New, Author: "Bo Ek", At: noon}
		switch {
		case change.Action == redline.Add:
			note.Point = 1
		case change.New == "mails":
			note.Point = 2
		case change.New == "venligt":
			note.Point = 3
		}
		r.Notes = append(r.Notes, note)
	}
	return r
}

func TestConsequences(t *testing.T) {
	r := revision()
	c := r.Compare(nil)
	if got := fmt.Sprint(r.Consequences(c)); got != "[{1 [3] [2 4]} {2 [] [3]} {3 [] [2]}]" {
		t.Errorf("%s of %+v", got, c.Changes)
	}
}

func TestWhatIf(t *testing.T) {
	r := revision()
	c := r.Compare(nil)
	for name, x := range map[string]struct {
		adopted []int
		want    []string
	}{
		"none":              {nil, show(r.Base.Blocks, Caret{})},
		"all":               {[]int{3, 1, 2}, show(r.Draft.Blocks, Caret{})},
		"3 falls without 1": {[]int{3}, show(r.Base.Blocks, Caret{})},
		"only 2":            {[]int{2}, []string{"h|# Strategi", "a|Vi lytter til mange borgere i byen og svarer dem hurtigt.", "b|Vi skriver mails og holder møder.", "s|Vi er på nettet."}},
	} {
		if got := show(r.WhatIf(c, x.adopted...), Caret{}); !slices.Equal(got, x.want) {
			t.Errorf("%s:\n got %q\nwant %q", name, got, x.want)
		}
	}
	r.Points, r.Notes = nil, nil
	if document.Hash(r.WhatIf(r.Compare(nil))) != r.Draft.Hash() {
		t.Error("with nothing to adopt the draft is the text")
	}
}

func TestDecide(t *testing.T) {
	r := revision()
	c := r.Compare(nil)
	d, err := r.Decide(c, decision.All(r.Points, decision.Adopted), august, noon)
	if err != nil || !d.Changed || d.Approved.Hash() != r.Draft.Hash() || len(d.Next.Suggestions) != 0 || d.Next.Suggested != nil {
		t.Fatalf("all adopted: %+v %v", d, err)
	}
	if v := d.Approved; v.Number != 3 || v.Status != document.Approved || v.Meeting != august || !v.Changed.Equal(noon) || v.BasedOn != 2 {
		t.Errorf("approved %+v", v)
	}
	if n := d.Next; n.Draft.Number != 4 || n.Draft.BasedOn != 3 || n.Draft.Status != document.Draft || n.Points != nil || n.Notes != nil || n.Base.Hash() != n.Draft.Hash() {
		t.Errorf("next %+v", n)
	}

	d, err = r.Decide(c, decision.Outcomes{1: decision.Rejected, 2: decision.Adopted, 3: decision.Postponed}, august, noon)
	if err != nil || document.Hash(d.Approved.Blocks) != document.Hash(r.WhatIf(c, 2)) {
		t.Fatalf("%+v %v", d, err)
	}
	var kept []string
	for _, s := range d.Next.Suggestions {
		kept = append(kept, fmt.Sprintf("%s→%s %s %d %s: %s", s.Old, s.New, s.Outcome, s.Point, s.Asked, s.Note.Reason))
	}
	if want := []string{
		"hurtigt→venligt udsat 3 at der svares venligt: fordi venligt",
		"→Facebook\nKontoret har en side på Facebook. forkastet 1 at der oprettes en side: fordi Facebook\nKontoret har en side på Facebook.",
	}; !slices.Equal(kept, want) {
		t.Errorf("suggestions\n got %q\nwant %q", kept, want)
	}

	next := d.Next
	next.Draft.Blocks = slices.Clone(next.Draft.Blocks)
	next.Draft.Blocks[1].Text = "Vi lytter til mange borgere i hele byen og svarer dem hurtigt."
	if got := next.Pending(next.Compare(nil)); !slices.Equal(got, []int{0, 1}) {
		t.Errorf("pending %v", got)
	}
	merged, notes := next.TakeUp(0)
	if got := merged.Blocks[1].Text; got != "Vi lytter til mange borgere i hele byen og svarer dem venligt." || len(merged.Conflicts) != 0 || len(merged.Blocks) != 4 || len(notes) != 1 || notes[0].Point != 0 {
		t.Errorf("taken up: %q %+v", got, notes)
	}
	one, both := next, next
	one.Draft.Blocks = merged.Blocks
	if got := one.Pending(one.Compare(nil)); !slices.Equal(got, []int{1}) {
		t.Errorf("pending after one: %v", got)
	}
	if merged, _ = next.TakeUp(0, 1); len(merged.Blocks) != 6 {
		t.Errorf("both taken up: %q", show(merged.Blocks, Caret{}))
	}
	both.Draft.Blocks = merged.Blocks
	if got := both.Pending(both.Compare(nil)); got != nil {
		t.Errorf("pending after both: %v", got)
	}
}

func TestDecideRefuses(t *testing.T) {
	r := revision()
	c := r.Compare(nil)
	code := func(r Revision, c redline.Comparison, o decision.Outcomes) fault.Code {
		_, err := r.Decide(c, o, august, noon)
		return fault.CodeOf(err)
	}
	if got := code(r, c, decision.Outcomes{1: decision.Rejected, 2: decision.Adopted, 3: decision.Adopted}); got != decision.NeedsOthers {
		t.Errorf("3 without 1: %q", got)
	}
	if got := code(r, c, decision.Outcomes{1: decision.Rejected}); got != decision.Undecided {
		t.Errorf("two undecided: %q", got)
	}
	other := r
	other.Draft.Blocks = other.Base.Blocks
	if got := code(other, c, decision.All(r.Points, decision.Adopted)); got != Outdated {
		t.Errorf("another text: %q", got)
	}
	clash := r
	again := r.Notes[2]
	again.Point, again.At = 1, noon.Add(time.Hour)
	clash.Notes = append(slices.Clone(r.Notes), again)
	k := clash.Compare(nil)
	if got := code(clash, k, decision.Outcomes{1: decision.Adopted, 2: decision.Rejected, 3: decision.Adopted}); got != Colliding {
		t.Errorf("one change, two fates: %q", got)
	}
	if got := code(clash, k, decision.All(r.Points, decision.Adopted)); got != "" {
		t.Errorf("one change, one fate: %q", got)
	}
}

func TestNothingAdopted(t *testing.T) {
	r := revision()
	d, err := r.Decide(r.Compare(nil), decision.All(r.Points, decision.Postponed), august, noon)
	if err != nil || d.Changed || d.Approved.Hash() != r.Base.Hash() || d.Approved.Number != 2 {
		t.Fatalf("%+v %v", d, err)
	}
	if n := d.Next; n.Draft.Status != document.Draft || n.Draft.Number != 3 || n.Draft.Hash() != r.Draft.Hash() || len(n.Notes) != len(r.Notes) || len(n.Points) != 3 {
		t.Errorf("the draft goes on: %+v", n)
	}
}

func TestDecidingKeepsItsPromises(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := NewEditor(someBlocks.Draw(t, "base"), Options{NewID: ids()})
		r := Revision{Base: document.Version{Number: 1, Blocks: e.Blocks()}}
		for range rapid.IntRange(0, 8).Draw(t, "operations") {
			operate(t, e, r.Base.Blocks)
		}
		r.Draft = document.Version{Number: 2, BasedOn: 1, Blocks: e.Blocks()}
		outcomes := decision.Outcomes{}
		for n := 1; n <= 3; n++ {
			r.Points = append(r.Points, decision.Point{Number: n})
			outcomes[n] = rapid.SampledFrom([]decision.Outcome{decision.Adopted, decision.Rejected, decision.Postponed}).Draw(t, "outcome")
		}
		for _, change := range r.Compare(nil).Changes {
			if p := rapid.IntRange(0, 3).Draw(t, "point"); p > 0 {
				r.Notes = append(r.Notes, redline.Note{Anchor: change.Anchor, Point: p, Reason: "fordi"})
			}
		}
		c := r.Compare(nil)
		if document.Hash(r.WhatIf(c, 1, 2, 3)) != r.Draft.Hash() && len(c.Changes) > 0 || document.Hash(r.WhatIf(c)) != r.Base.Hash() {
			t.Fatal("all is the draft and none the base")
		}
		if document.Hash(r.WhatIf(c, 1, 3)) != document.Hash(r.WhatIf(c, 3, 1)) {
			t.Fatal("the order matters")
		}
		var adopted []int
		for n, o := range outcomes {
			if o == decision.Adopted {
				adopted = append(adopted, n)
			}
		}
		d, err := r.Decide(c, outcomes, august, noon)
		if err != nil {
			if !fault.Is(err, Colliding) || len(Disputed(c, outcomes)) == 0 {
				t.Fatalf("refused: %v", err)
			}
			return
		}
		if document.Hash(d.Approved.Blocks) != document.Hash(r.WhatIf(c, adopted...)) || d.Changed != (len(adopted) > 0) {
			t.Fatal("what was decided is not what would have become")
		}
		if !d.Changed {
			return
		}
		var all []int
		for i, s := range d.Next.Suggestions {
			all = append(all, i)
			if s.Outcome == decision.Adopted {
				t.Fatalf("what was adopted is suggested again: %+v", s)
			}
		}
		wantWellFormed(t, r.Base.Blocks)
		merged, _ := d.Next.TakeUp(all...)
		if len(all) > 0 && (len(merged.Conflicts) > 0 || document.Hash(merged.Blocks) != r.Draft.Hash()) {
			t.Fatalf("all taken up again: %q, the draft was %q", show(merged.Blocks, Caret{}), show(r.Draft.Blocks, Caret{}))
		}
		if merged, _ = d.Next.TakeUp(); document.Hash(merged.Blocks) != d.Approved.Hash() {
			t.Fatal("nothing taken up")
		}
	})
}
