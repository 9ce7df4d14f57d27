package moderation

import "slices"

// Outcome is what is done with a comment, or recommended.
type Outcome string

// The outcomes, mildest first. The words are those of the Danish checklist.
const (
	LetStand    Outcome = "lad_staa"
	Reply       Outcome = "svar"           // let stand, answer shortly with a link
	Correct     Outcome = "ret"            // let stand, put it right kindly with a link
	Promise     Outcome = "lov_svar"       // let stand, promise an answer by a day
	Investigate Outcome = "undersoeg"      // let stand, find out first
	Guide       Outcome = "vejled"         // let stand, guide to another channel
	ShowWay     Outcome = "vis_vej"        // let stand, point to the right thread or place
	Remind      Outcome = "mind"           // let stand, remind of the rule
	Ask         Outcome = "spoerg_kollega" // nothing yet: a colleague is asked
	CallHelp    Outcome = "ring_efter_hjaelp"
	WeighBlock  Outcome = "vurder_blokering" // recommended only; two people decide
	Hide        Outcome = "skjul"            // still seen by its author and friends
	Delete      Outcome = "slet"
	Exclude     Outcome = "bloker" // the author, for a time
)

// AllOutcomes are the outcomes, mildest first.
func AllOutcomes() []Outcome {
	return []Outcome{LetStand, Reply, Correct, Promise, Investigate, Guide, ShowWay, Remind, Ask, CallHelp, WeighBlock, Hide, Delete, Exclude}
}

// Choices are the outcomes a person can choose: all but WeighBlock, which is an
// invitation to think.
func Choices() []Outcome {
	return slices.DeleteFunc(AllOutcomes(), func(o Outcome) bool { return o == WeighBlock })
}

// Known tells whether o is one of the outcomes.
func (o Outcome) Known() bool { return slices.Contains(AllOutcomes(), o) }

// Removes tells whether the comment, or its author, is gone afterwards: what
// the equality test and the rule of two persons are about.
func (o Outcome) Removes() bool { return o == Hide || o == Delete || o == Exclude }

// Stays tells whether the comment stands afterwards as it was.
func (o Outcome) Stays() bool {
	return slices.Contains([]Outcome{LetStand, Reply, Correct, Promise, Investigate, Guide, ShowWay, Remind}, o)
}

// Open tells whether the case is not settled by the outcome: somebody is asked,
// or something is to be found out.
func (o Outcome) Open() bool { return o == Ask || o == Investigate }
