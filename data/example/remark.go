package example

import (
	"strings"

	"synlig/data/redline"
)

// remark is a reason and a decision point for every change that fits. Changes
// are derived, so a remark finds its change by words, not by number.
type remark struct {
	// In are words of the block where the change is, approved text or draft;
	// Old and New are words of the change itself. Empty fits everything.
	In  string `json:"in"`
	Old string `json:"old"`
	New string `json:"new"`
	// Action is "edit", "add", "remove", "move", "split", "merge" or "reform";
	// empty fits all.
	Action string        `json:"action"`
	Point  int           `json:"point"`
	Class  redline.Class `json:"class"` // where somebody judges otherwise than the program; empty leaves it
	Reason string        `json:"reason"`
}

var actions = map[string]redline.Action{
	"edit": redline.Edit, "add": redline.Add, "remove": redline.Remove, "move": redline.Move,
	"split": redline.Split, "merge": redline.Merge, "reform": redline.Reform,
}

// notes ties each change to the first remark that fits it, and gives the
// remarks that fit none.
func notes(comparison redline.Comparison, remarks []remark) (notes []redline.Note, unused []remark) {
	used := make([]bool, len(remarks))
	for _, change := range comparison.Changes {
		surroundings := around(comparison, change)
		for i, r := range remarks {
			if r.fits(change, surroundings) {
				notes = append(notes, redline.Note{Anchor: change.Anchor, Class: r.Class, Reason: r.Reason, Point: r.Point})
				used[i] = true
				break
			}
		}
	}
	for i, r := range remarks {
		if !used[i] {
			unused = append(unused, r)
		}
	}
	return notes, unused
}

func (r remark) fits(change redline.Change, surroundings string) bool {
	if action, asked := actions[r.Action]; r.Action != "" && (!asked || action != change.Action) {
		return false
	}
	return strings.Contains(surroundings, r.In) &&
		strings.Contains(change.Old, r.Old) && strings.Contains(change.New, r.New)
}

// around is the text of all blocks the change is seen in, old and new.
func around(comparison redline.Comparison, change redline.Change) string {
	var b strings.Builder
	for _, row := range change.Blocks {
		for _, i := range comparison.Blocks[row].Base {
			b.WriteString(comparison.Base[i].Text + "\n")
		}
		for _, i := range comparison.Blocks[row].Draft {
			b.WriteString(comparison.Draft[i].Text + "\n")
		}
	}
	return b.String()
}
