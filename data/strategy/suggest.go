package strategy

import (
	"slices"

	"synlig/data/decision"
	"synlig/data/document"
	"synlig/data/redline"
)

// Suggestion is a change that a meeting did not adopt.
type Suggestion struct {
	// Note holds the place, in the approved text, and what was said; its Point
	// is 0, for the next recommendation has points of its own.
	Note     redline.Note
	Old, New string // the words before and after, as in redline.Change
	Outcome  decision.Outcome
	Point    int    // the point it was voted on under, 0 for none
	Asked    string // that point's text
}

// suggestions are what is left of the draft once some changes are in the
// approved text: every difference that still is, with what was said about it.
func (r Revision) suggestions(c redline.Comparison, approved []document.Block, adopted func(int) bool, outcomes decision.Outcomes) []Suggestion {
	rest := redline.Compare(approved, r.Draft.Blocks, redline.Options{})
	var all []Suggestion
	used := map[int]bool{}
	for _, left := range rest.Changes {
		s := Suggestion{Note: redline.Note{Anchor: left.Anchor}, Old: left.Old, New: left.New, Outcome: decision.Rejected}
		if n := origin(c, rest, left, adopted, used); n > 0 {
			used[n] = true
			change := c.Changes[n-1]
			s.Note.Reason, s.Note.Class = change.Note.Reason, change.Note.Class
			s.Note.Author, s.Note.At = change.Note.Author, change.Note.At
			if points := PointsOf(change); len(points) > 0 {
				s.Point = points[0]
			}
		}
		for _, p := range r.Points {
			if p.Number == s.Point {
				s.Outcome, s.Asked = outcomes[p.Number], p.Text
			}
		}
		all = append(all, s)
	}
	return all
}

// origin is the number of the change in c that was not adopted and of which
// left is what remains, 0 when none is known. They stand in the same block and
// have their words in common; one that is not taken yet goes first.
func origin(c, rest redline.Comparison, left redline.Change, adopted func(int) bool, used map[int]bool) int {
	old, now := touched(rest, left)
	best, most := 0, 0
	for _, change := range c.Changes {
		if adopted(change.Number) {
			continue
		}
		wasOld, wasNow := touched(c, change)
		score := 0
		if overlap(old, wasOld) || overlap(now, wasNow) {
			score = 1
		}
		if score > 0 && change.Action == left.Action {
			score++
		}
		if change.Old == left.Old {
			score += 4
		}
		if change.New == left.New {
			score += 4
		}
		if score > 0 && !used[change.Number] {
			score++
		}
		if score > most {
			best, most = change.Number, score
		}
	}
	if most < 3 { // some other change of the same block
		return 0
	}
	return best
}

// touched are the ids of the blocks of both texts in which a change is seen.
func touched(c redline.Comparison, change redline.Change) (base, draft []string) {
	for _, r := range change.Blocks {
		row := c.Blocks[r]
		for _, i := range row.Base {
			base = append(base, redline.BlockID(&c, i))
		}
		for _, j := range row.Draft {
			draft = append(draft, c.Draft[j].ID)
		}
	}
	return base, draft
}

func overlap(a, b []string) bool {
	return slices.ContainsFunc(a, func(id string) bool { return id != "" && slices.Contains(b, id) })
}

// TakeUp puts suggestions, by index in r.Suggestions, into the draft, and leaves
// all that was written since. Where both changed the same words the draft's
// stay, and the conflict holds the suggested ones. Their reasons come back as
// notes.
func (r Revision) TakeUp(indexes ...int) (redline.Merged, []redline.Note) {
	var notes []redline.Note
	for i, s := range r.Suggestions {
		note := s.Note
		note.Point = i + 1 // each apart from the others, and known by it
		notes = append(notes, note)
	}
	c := redline.Compare(r.Base.Blocks, r.Suggested, redline.Options{Notes: notes})
	wanted := func(number int) bool {
		return slices.ContainsFunc(PointsOf(c.Changes[number-1]), func(p int) bool { return slices.Contains(indexes, p-1) })
	}
	suggested := redline.Apply(c, wanted)
	var said []redline.Note
	for i, s := range r.Suggestions {
		if slices.Contains(indexes, i) && (s.Note.Reason != "" || s.Note.Class != "") {
			said = append(said, s.Note)
		}
	}
	return redline.Combine(r.Base.Blocks, r.Draft.Blocks, suggested), said
}

// Pending are the indexes of the suggestions that the draft has not got. c is
// r's own comparison, of r.Compare.
func (r Revision) Pending(c redline.Comparison) (pending []int) {
	for i, s := range r.Suggestions {
		if !slices.ContainsFunc(c.Changes, func(change redline.Change) bool {
			return change.Old == s.Old && change.New == s.New && change.Anchor.Block == s.Note.Anchor.Block
		}) {
			pending = append(pending, i)
		}
	}
	if len(pending) == 0 {
		return nil
	}
	// What is in the draft may have grown together with other changes.
	merged, _ := r.TakeUp(pending...)
	if len(merged.Conflicts) == 0 && slices.EqualFunc(merged.Blocks, r.Draft.Blocks, document.Block.Equal) {
		return nil
	}
	return pending
}
