package strategy

import (
	"slices"
	"strings"

	"synlig/data/document"
	"synlig/data/redline"
)

// NotesFrom carries what a file says about its changes over to the changes of r
// once draft is its draft. The file's texts are was and now, notes are anchored
// in was (docx.Result.Notes), and draft is what TakeTracked or Adopt made of
// them.
//
// placed are notes at the places of r's own changes; where something was said
// there already, both are in the note. lost are those about words that are no
// change of r's: they keep what they say, and comparing shows them as lapsed.
// A note of a point that r has not belongs to no point.
func (r Revision) NotesFrom(was, now []document.Block, notes []redline.Note, draft []document.Block) (placed, lost []redline.Note) {
	common := r.Adopt(was)
	theirs := adopt(now, common, r.Draft.Blocks, r.Base.Blocks)
	file := redline.Compare(common, theirs, redline.Options{Notes: notes})
	r.Draft.Blocks = draft
	own := r.Compare(nil)
	used := map[int]bool{}
	for _, change := range file.Changes {
		for _, note := range append(slices.Clone(change.Others), change.Note) {
			if note.Anchor == (redline.Anchor{}) {
				continue
			}
			note.Point = r.known(note.Point)
			n := counterpart(own, file, change, used)
			if n == 0 {
				lost = append(lost, unplaced(note, change))
				continue
			}
			used[n] = true
			placed = with(placed, said(own.Changes[n-1], note))
		}
	}
	for _, note := range file.Lapsed {
		note.Point = r.known(note.Point)
		lost = append(lost, unplaced(note, redline.Change{New: note.Anchor.Text}))
	}
	return placed, lost
}

// known is a point's number, 0 when r has no such point.
func (r Revision) known(point int) int {
	for _, p := range r.Points {
		if p.Number == point {
			return point
		}
	}
	return 0
}

// counterpart is the number of the change of own that a file's change became, 0
// when there is none: one with the same words in the same blocks or, where it
// has grown together with others, one that holds its words.
func counterpart(own, file redline.Comparison, change redline.Change, used map[int]bool) int {
	if n := origin(own, file, change, func(int) bool { return false }, used); n > 0 && sharesWords(own.Changes[n-1], change) {
		return n
	}
	base, draft := touched(file, change)
	for _, c := range own.Changes {
		ownBase, ownDraft := touched(own, c)
		near := overlap(base, ownBase) || overlap(draft, ownDraft) ||
			change.Action == redline.Add && c.Action == redline.Add // new blocks have no names yet
		if near && holds(c.Old, change.Old) && holds(c.New, change.New) {
			return c.Number
		}
	}
	return 0
}

// sharesWords tells whether two changes take out or put in the same words.
func sharesWords(a, b redline.Change) bool {
	return a.Old == b.Old && strings.TrimSpace(a.Old) != "" || a.New == b.New && strings.TrimSpace(a.New) != ""
}

// holds tells whether a text has the words of another in it.
func holds(text, words string) bool { return strings.Contains(text, strings.TrimSpace(words)) }

// said is a note at the place of a change, with what was said there already.
func said(change redline.Change, note redline.Note) redline.Note {
	there := change.Note
	note.Anchor = change.Anchor
	if there.Anchor == (redline.Anchor{}) {
		return note
	}
	return join(there, note)
}

// join puts two notes of one place together: what the first decides stays, and
// the second's reason follows the first's. Author and time are those of the one
// that says more.
func join(first, second redline.Note) redline.Note {
	switch {
	case first.Reason == "":
		first.Reason, first.Author, first.At = second.Reason, second.Author, second.At
	case !holds(first.Reason, second.Reason):
		first.Reason += "\n" + second.Reason
	}
	if first.Point == 0 {
		first.Point = second.Point
	}
	if first.Class == "" {
		first.Class = second.Class
	}
	return first
}

// with adds a note to those that were placed; at the same place they are one.
func with(placed []redline.Note, note redline.Note) []redline.Note {
	for i := range placed {
		if placed[i].Anchor == note.Anchor {
			placed[i] = join(placed[i], note)
			return placed
		}
	}
	return append(placed, note)
}

// unplaced is a note with an anchor that no text has, by which it is shown as
// lapsed, with the words that it was about.
func unplaced(note redline.Note, change redline.Change) redline.Note {
	words := change.New
	if words == "" {
		words = change.Old
	}
	note.Anchor = redline.Anchor{Block: "word:" + note.Anchor.Block, From: note.Anchor.From, To: note.Anchor.To, Act: note.Anchor.Act, Text: words}
	note.Anchor.To = max(note.Anchor.To, note.Anchor.From)
	return note
}
