package strategy

import (
	"slices"
	"strconv"
	"time"

	"synlig/data/decision"
	"synlig/data/document"
	"synlig/data/fault"
	"synlig/data/redline"
)

// What keeps a revision from being decided, beside the codes of data/decision.
const (
	// Outdated says that the comparison is not one of this revision.
	Outdated fault.Code = "comparison-outdated"
	// Colliding says that a change belongs to points with different outcomes:
	// "change" is its number, "points" are the points, "1, 2".
	Colliding fault.Code = "points-colliding"
)

// Decided is what a meeting made of a revision.
type Decided struct {
	// Approved is the new approved version. When nothing was adopted it is the
	// approved version as it was.
	Approved document.Version
	// Changed tells whether there is a new approved version.
	Changed bool
	// Next is the revision that goes on from here: a draft not begun, with
	// what was not adopted as suggestions; or, when nothing was adopted, the
	// same draft with all that was said about it.
	Next Revision
}

// Decide carries out what a meeting decided about r's points. c compares Base
// with Draft and carries r's notes. The new approved version has the draft's
// number and the meeting, and takes effect at at.
//
// Nothing is ever guessed: the answer is an error when outcomes do not hold
// together (the codes of decision.Check), and Colliding when one change belongs
// to points that had different outcomes.
func (r Revision) Decide(c redline.Comparison, outcomes decision.Outcomes, meeting document.Meeting, at time.Time) (Decided, error) {
	if !slices.EqualFunc(c.Base, r.Base.Blocks, same) || !slices.EqualFunc(c.Draft, r.Draft.Blocks, same) {
		return Decided{}, fault.New(Outdated)
	}
	if objections := append(decision.CheckPoints(r.Points), decision.Check(r.Points, outcomes)...); len(objections) > 0 {
		return Decided{}, objections[0].Err()
	}
	if disputed := Disputed(c, outcomes); len(disputed) > 0 {
		return Decided{}, fault.New(Colliding, "change", strconv.Itoa(disputed[0].Numbers[0]), "points", listed(disputed[0].Points))
	}
	adopts := r.Adopts(c, outcomes.Adopted)
	next := r
	if len(r.Points) > 0 && !slices.ContainsFunc(r.Points, func(p decision.Point) bool { return outcomes.Adopted(p.Number) }) {
		next.Draft.Status = document.Draft
		return Decided{Approved: r.Base, Next: next}, nil
	}
	approved := r.Draft
	approved.Status, approved.Meeting, approved.Changed = document.Approved, meeting, at
	approved.Blocks = redline.Apply(c, adopts)
	next.Base = approved
	next.Draft = document.Version{
		Number: approved.Number + 1, Status: document.Draft, BasedOn: approved.Number, Blocks: approved.Blocks,
	}
	next.Points, next.Notes, next.Suggestions, next.Suggested = nil, nil, nil, nil
	if next.Suggestions = r.suggestions(c, approved.Blocks, adopts, outcomes); len(next.Suggestions) > 0 {
		next.Suggested = r.Draft.Blocks
	}
	return Decided{approved, true, next}, nil
}

// Disputed are the collisions that outcomes leave undecided: one change that
// belongs to points with different fates. Two changes that only touch are told
// of by redline.Collisions, and each follows its own point.
func Disputed(c redline.Comparison, outcomes decision.Outcomes) []redline.Collision {
	return slices.DeleteFunc(redline.Collisions(c), func(k redline.Collision) bool {
		fate := func(p int) bool { return outcomes.Adopted(p) == outcomes.Adopted(k.Points[0]) }
		return len(k.Numbers) > 1 || !slices.ContainsFunc(k.Points, func(p int) bool { return !fate(p) })
	})
}

func listed(numbers []int) string {
	var list string
	for i, n := range numbers {
		if i > 0 {
			list += ", "
		}
		list += strconv.Itoa(n)
	}
	return list
}
