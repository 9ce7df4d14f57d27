package moderation

import (
	"slices"
	"strings"
	"time"

	"synlig/data/fault"
	"synlig/data/people"
)

// Decision is what a person means to do with a comment.
type Decision struct {
	Answers     Answers
	Sources     Sources
	Outcome     Outcome
	Recommended Outcome // what the checklist recommended at that moment
	Question    int     // the main hit; 0 when nothing was hit
	Rule        int     // the public rule that is cited; 0 for none
	Offered     bool    // the outcome was among those that need no line
	Exempt      bool    // protection went first: question 17 was not asked
	NeedsSecond bool
	Reason      string // the line for choosing otherwise, or for a removal of criticism, or a block
	Note        string // for the case's paper
	Template    string // key of the reply; "" for none
	Reply       string // as it is recorded: {fornavn} is a slot
	Private     bool   // sent as a private message, not in the thread
	// Until ends a block, as a day. Profile is its real name.
	Until   time.Time
	Profile string
}

// Choice is what the person at the screen puts in; Decide makes a Decision of
// it.
type Choice struct {
	Outcome  Outcome
	Rule     int // 0: the first the recommendation cites
	Reason   string
	Note     string
	Template string
	// Values fill the template's slots; the store makes Reply of them. The first
	// name is not among them: it comes at the copy.
	Values  map[string]string
	Reply   Filled
	Private bool
	Until   time.Time
	Profile string
}

// The codes of what Decide refuses, each a hard rule.
const (
	OutcomeUnknown    fault.Code = "outcome-unknown"
	AnswersMissing    fault.Code = "answers-missing"     // "number" of the next question
	EqualityMissing   fault.Code = "equality-missing"    // a removal before question 17 was answered
	ReasonMissing     fault.Code = "reason-missing"      // chosen otherwise, or a removal that needs one
	SecondMissing     fault.Code = "second-missing"      // two persons are needed
	SecondSame        fault.Code = "second-same"         // they are the same
	BlockEnd          fault.Code = "block-end"           // no end date, or one that is not in the future
	BlockNotice       fault.Code = "block-notice"        // a block without its notice
	ReplyNotReady     fault.Code = "reply-not-ready"     // slots are empty, or personal data is in it
	ObjectionSameHand fault.Code = "objection-same-hand" // decided by one who acted
)

// MaxBlock is the longest time a profile can be kept out: what has no end is no
// measure for a time.
const MaxBlock = 366 * 24 * time.Hour

// Decide makes a decision of a choice, or tells which rule forbids it. today is
// the day it is made.
func (c Checklist) Decide(rules RuleSet, a Answers, choice Choice, today time.Time) (Decision, error) {
	if !slices.Contains(Choices(), choice.Outcome) {
		return Decision{}, fault.New(OutcomeUnknown)
	}
	if next := c.Next(a, choice.Outcome); next == QEquality {
		return Decision{}, fault.New(EqualityMissing)
	} else if next != 0 {
		return Decision{}, fault.New(AnswersMissing, "number", itoa(next))
	}
	r := c.Recommend(rules, a, choice.Outcome)
	d := Decision{
		Answers: a, Outcome: choice.Outcome, Recommended: r.Outcome, Question: r.Main.Question, Rule: choice.Rule,
		Offered: slices.Contains(r.Offered, choice.Outcome), Exempt: c.Protects(a),
		Reason: tidy(choice.Reason), Note: strings.TrimSpace(choice.Note), Private: choice.Private,
		Template: choice.Template,
	}
	if d.Rule == 0 && len(r.Rules) > 0 && (d.Outcome == r.Outcome || d.Outcome.Removes()) {
		d.Rule = r.Rules[0].Number
	}
	d.NeedsSecond = d.second(r)
	if d.Reason == "" && d.reasoned() {
		return Decision{}, fault.New(ReasonMissing)
	}
	if choice.Template != "" {
		if !choice.Reply.Recordable() {
			return Decision{}, fault.New(ReplyNotReady)
		}
		d.Reply = choice.Reply.Recorded
	}
	if d.Outcome == Exclude {
		d.Until, d.Profile = choice.Until, tidy(choice.Profile)
		if !d.Until.After(today) || d.Until.Sub(today) > MaxBlock {
			return Decision{}, fault.New(BlockEnd)
		}
		if d.Template == "" {
			return Decision{}, fault.New(BlockNotice)
		}
	}
	return d, nil
}

// second tells whether two persons have to agree: to a block, to a removal of
// criticism, to one that failed the equality test, and where the checklist
// wants it.
func (d Decision) second(r Recommendation) bool {
	if d.Outcome == Exclude {
		return true
	}
	if !d.Outcome.Removes() {
		return false
	}
	failed := !d.Exempt && d.Answers.Of(QEquality) != Yes
	return Criticism(d.Answers) || failed || r.Second && d.Outcome == r.Outcome
}

// reasoned tells whether the decision needs a line of why.
func (d Decision) reasoned() bool {
	return !d.Offered || d.Outcome == Exclude || d.Outcome.Removes() && Criticism(d.Answers)
}

// Agree tells whether second may agree to what by decided.
func Agree(by, second people.Person) error {
	switch {
	case second.ID == 0:
		return fault.New(SecondMissing)
	case second.ID == by.ID:
		return fault.New(SecondSame)
	}
	return nil
}

// MayDecide tells whether somebody may decide an objection to a: it has to be
// somebody else than those who acted.
func MayDecide(a Action, who people.Person) error {
	if who.ID == 0 || who.ID == a.By.ID || who.ID == a.Second.ID {
		return fault.New(ObjectionSameHand)
	}
	return nil
}
