// Package strategy is the office's communication strategy as work in hand: the
// approved version, the draft that revises it, what was said about each change
// and the points the committee decides. It is pure; data/store keeps it and
// data/bilag prints it.
package strategy

import (
	"synlig/data/decision"
	"synlig/data/document"
	"synlig/data/redline"
)

// Revision is an approved text and the draft that is to replace it.
type Revision struct {
	Office string // "Borgerrådgiveren"
	Title  string // "Borgerrådgiverens Kommunikationsstrategi"
	Case   string // the case's number in the filing system, "2014-0225711"
	Base   document.Version
	Draft  document.Version
	Notes  []redline.Note
	Points []decision.Point
	// Suggestions are what an earlier meeting did not adopt, kept for a draft to
	// come. See Suggested.
	Suggestions []Suggestion
	// Suggested is the text that was before that meeting, nil when all of it
	// was adopted: Base with every suggestion in.
	Suggested []document.Block
	// Disputes are places of the draft that were changed in two ways and wait for
	// somebody to say what is to stand. The draft holds one of the two texts, and
	// the other is kept here; nothing can be decided until they are settled.
	Disputes []Dispute
	// Example marks an invented text; every paper and screen says so.
	Example bool
}

// Dispute is a place that waits to be settled.
type Dispute struct {
	Conflict redline.Conflict
	Rival    string // who or what the text in the draft is at odds with, in the room's own words
}

// Compare derives the changes, with reasons and decision points attached.
// weighty are the words that always make a change indholdsmæssig.
func (r Revision) Compare(weighty []string) redline.Comparison {
	return redline.Compare(r.Base.Blocks, r.Draft.Blocks, redline.Options{Notes: r.Notes, Weighty: weighty})
}
