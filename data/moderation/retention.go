package moderation

import (
	"time"

	"synlig/data/fault"
)

// Retention is for how many months each kind of record is kept after the last
// thing that happened. The office decides; these are a proposal.
type Retention struct {
	Stood     int `json:"stood"`     // comments that were let stand
	Removed   int `json:"removed"`   // hidden or deleted
	Blocked   int `json:"blocked"`   // counted from the day the block ends
	Objection int `json:"objection"` // counted from the day it was decided
}

// DefaultRetention is the proposal that comes with the program.
func DefaultRetention() Retention {
	return Retention{Stood: 6, Removed: 12, Blocked: 24, Objection: 24}
}

// Check refuses a time below a month or above ten years.
func (r Retention) Check() error {
	for _, months := range []int{r.Stood, r.Removed, r.Blocked, r.Objection} {
		if months < 1 || months > 120 {
			return fault.New(RetentionInvalid)
		}
	}
	return nil
}

// The codes of what forgetting refuses.
const (
	RetentionInvalid fault.Code = "retention-invalid"
	ForgetUnfinished fault.Code = "forget-unfinished" // not done, a block runs, or an objection is open
	ForgetUnexported fault.Code = "forget-unexported" // it belongs in the filing system and is not there
)

// ForgetOn is the day the case's contents are to be forgotten; zero while
// something is unfinished.
func (r Retention) ForgetOn(c Case, today time.Time) time.Time {
	if c.MayForget(today) != nil {
		return time.Time{}
	}
	months, last := r.Stood, c.Received
	for _, a := range c.Actions {
		if !a.Effective() {
			continue
		}
		last = Latest(last, a.At, a.DoneAt)
		switch {
		case a.Outcome == Exclude:
			months, last = max(months, r.Blocked), Latest(last, a.Until, a.LiftedAt)
		case a.Outcome.Removes():
			months = max(months, r.Removed)
		}
	}
	for _, o := range c.Objections {
		months, last = max(months, r.Objection), Latest(last, o.DecidedAt)
	}
	return last.AddDate(0, months, 0).Truncate(24 * time.Hour)
}

// MayForget tells whether the contents may go: everything is done, no block
// runs, no objection is open, and what belongs in the filing system is there.
func (c Case) MayForget(today time.Time) error {
	a, ok := c.Current()
	if c.State == StateForgotten || !ok || a.Waiting() || a.DoneAt.IsZero() && !a.Outcome.Stays() {
		return fault.New(ForgetUnfinished)
	}
	for _, o := range c.Objections {
		if o.Open() {
			return fault.New(ForgetUnfinished)
		}
	}
	for _, a := range c.Actions {
		if a.Effective() && a.Outcome == Exclude && !a.DoneAt.IsZero() && a.LiftedAt.IsZero() {
			return fault.New(ForgetUnfinished)
		}
	}
	if c.Answers.Of(QRecord) == Yes && c.Exported.IsZero() {
		return fault.New(ForgetUnexported)
	}
	return nil
}

// Latest is the last of some times; the zero time when there is none.
func Latest(times ...time.Time) time.Time {
	var last time.Time
	for _, t := range times {
		if t.After(last) {
			last = t
		}
	}
	return last
}
