package strategy

import (
	"slices"

	"synlig/data/decision"
	"synlig/data/document"
	"synlig/data/redline"
)

// PointsOf are the decision points of a change, ascending: none, one, or
// several when changes of different points have grown together.
func PointsOf(change redline.Change) []int {
	points := []int{change.Note.Point}
	for _, n := range change.Others {
		points = append(points, n.Point)
	}
	points = slices.DeleteFunc(points, func(p int) bool { return p == 0 })
	slices.Sort(points)
	return slices.Compact(points)
}

// ChangesOf are the numbers of the changes that a decision point holds,
// ascending.
func ChangesOf(c redline.Comparison, point int) []int {
	var numbers []int
	for _, change := range c.Changes {
		if slices.Contains(PointsOf(change), point) {
			numbers = append(numbers, change.Number)
		}
	}
	return numbers
}

// Consequences tell for each point what falls when it is not adopted, in the
// order of the points.
func (r Revision) Consequences(c redline.Comparison) []decision.Consequence {
	var all []decision.Consequence
	for _, p := range r.Points {
		all = append(all, decision.Falls(r.Points, p.Number, func(n int) []int { return ChangesOf(c, n) }))
	}
	return all
}

// Adopts tells for each change of c, by number, whether it is in the text when
// these points are adopted. A point that needs another falls with it. A change
// of several points needs all of them. A change of no point follows the draft:
// it is in when any point is adopted, or when there is nothing to adopt.
func (r Revision) Adopts(c redline.Comparison, adopted func(point int) bool) func(number int) bool {
	standing := decision.Standing(r.Points, adopted)
	any := len(r.Points) == 0
	for _, p := range r.Points {
		any = any || standing(p.Number)
	}
	in := make([]bool, len(c.Changes)+1)
	for _, change := range c.Changes {
		points := PointsOf(change)
		in[change.Number] = any && !slices.ContainsFunc(points, func(p int) bool { return !standing(p) })
	}
	return func(number int) bool { return number > 0 && number < len(in) && in[number] }
}

// WhatIf is the text as it would become if these points, and no others, were
// adopted. c compares Base with Draft.
func (r Revision) WhatIf(c redline.Comparison, adopted ...int) []document.Block {
	return redline.Apply(c, r.Adopts(c, func(p int) bool { return slices.Contains(adopted, p) }))
}

// Follow are the notes of a change as they read when one point alone decides it:
// those of other points, with all that was said in them, now belong to point.
// The answer holds only what is another than before. See Disputed.
func Follow(change redline.Change, point int) []redline.Note {
	var moved []redline.Note
	for _, note := range append(slices.Clone(change.Others), change.Note) {
		if note.Point != 0 && note.Point != point {
			note.Point = point
			moved = append(moved, note)
		}
	}
	return moved
}
