package strategy

import (
	"strings"
	"testing"
	"time"

	"synlig/data/decision"
	"synlig/data/redline"
)

func TestWhatAFileSaysComesToTheDraftsOwnChanges(t *testing.T) {
	r := fileRevision()
	r.Points = []decision.Point{{Number: 1, Text: "at"}}
	was := withoutIDs(weAnswer, weMeet, weWrite)
	now := withoutIDs("Vi svarer alle borgere inden for fem hverdage.", weMeet, weWrite, "Og vi siger tak.")
	at := time.Date(2014, 8, 20, 9, 0, 0, 0, time.UTC)
	file := redline.Compare(was, now, redline.Options{})
	var notes []redline.Note
	for i, c := range file.Changes {
		note := redline.Note{Anchor: c.Anchor, Author: "Bo i Word", At: at}
		if i == 0 {
			note.Reason, note.Point = "Det kan vi nå", 1
		} else {
			note.Reason, note.Point = "Det er høfligt", 7 // of another recommendation
		}
		notes = append(notes, note)
	}
	merged := r.TakeTracked(was, now)
	placed, lost := r.NotesFrom(was, now, notes, merged.Blocks)
	if len(lost) > 0 || len(placed) != len(file.Changes) {
		t.Fatalf("%d placed, lost %+v", len(placed), lost)
	}
	r.Draft.Blocks, r.Notes = merged.Blocks, placed
	c := r.Compare(nil)
	if len(c.Lapsed) > 0 {
		t.Errorf("lapsed %+v", c.Lapsed)
	}
	for _, change := range c.Changes {
		if strings.Contains(change.New, "siger tak") && (change.Note.Reason != "Det er høfligt" || change.Note.Point != 0 || change.Note.Author != "Bo i Word" || !change.Note.At.Equal(at)) {
			t.Errorf("%+v", change.Note)
		}
		if strings.Contains(change.New, "fem") && (change.Note.Reason != "Det kan vi nå" || change.Note.Point != 1) {
			t.Errorf("%+v", change.Note)
		}
	}
	// Once more: what is there already is not said twice.
	again, lost := r.NotesFrom(was, now, notes, merged.Blocks)
	if len(lost) > 0 || len(again) != len(placed) {
		t.Fatalf("again %d placed, lost %+v", len(again), lost)
	}
	for i := range again {
		if again[i] != placed[i] {
			t.Errorf("said again as %+v, was %+v", again[i], placed[i])
		}
	}
}

func TestWhatAFileSaysOfNoChangeLapses(t *testing.T) {
	r := fileRevision()
	was := withoutIDs(weAnswer, weMeet)
	now := withoutIDs(weAnswer, weMeet, "Noget nyt fra Word.")
	file := redline.Compare(was, now, redline.Options{})
	notes := []redline.Note{{Anchor: file.Changes[0].Anchor, Reason: "Derfor", Author: "Bo"}}
	placed, lost := r.NotesFrom(was, now, notes, r.Draft.Blocks) // it was not taken in
	if len(placed) > 0 || len(lost) != 1 {
		t.Fatalf("placed %+v, lost %+v", placed, lost)
	}
	r.Notes = lost
	if c := r.Compare(nil); len(c.Lapsed) != 1 || c.Lapsed[0].Reason != "Derfor" || c.Lapsed[0].Anchor.Text != "Noget nyt fra Word." {
		t.Errorf("lapsed %+v", c.Lapsed)
	}
}

func TestTwoReasonsOfOneChangeAreBothKept(t *testing.T) {
	a := redline.Note{Reason: "Første", Author: "Anna", Point: 1}
	b := redline.Note{Reason: "Anden", Author: "Bo", Point: 2, Class: redline.Editorial}
	if got := join(a, b); got.Reason != "Første\nAnden" || got.Author != "Anna" || got.Point != 1 || got.Class != redline.Editorial {
		t.Errorf("%+v", got)
	}
	if got := join(redline.Note{Point: 1}, b); got.Reason != "Anden" || got.Author != "Bo" || got.Point != 1 {
		t.Errorf("%+v", got)
	}
	if got := join(a, a); got != a {
		t.Errorf("%+v", got)
	}
}
