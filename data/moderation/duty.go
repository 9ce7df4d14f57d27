package moderation

import (
	"time"

	"synlig/data/fault"
	"synlig/data/people"
)

// Duty is who looks after the page on some days. The list belongs to the
// strategy for the use of Facebook.
type Duty struct {
	ID       int64
	Person   people.Person
	StandIn  people.Person // when the first one is away; the zero Person for nobody
	From, To time.Time     // days, both included
	Hours    string        // "9–15"
	Note     string
}

// The codes of what Check refuses.
const (
	DutyDays    fault.Code = "duty-days"     // no days, or the last before the first
	DutyStandIn fault.Code = "duty-stand-in" // nobody stands in for oneself
)

// Check tells what is wrong with a duty.
func (d Duty) Check() error {
	switch {
	case d.From.IsZero() || d.To.Before(d.From):
		return fault.New(DutyDays)
	case d.StandIn.ID != 0 && d.StandIn.ID == d.Person.ID:
		return fault.New(DutyStandIn)
	}
	return nil
}

// OnDuty are the duties that cover a day.
func OnDuty(duties []Duty, day time.Time) (on []Duty) {
	for _, d := range duties {
		if !day.Before(d.From) && day.Before(d.To.AddDate(0, 0, 1)) {
			on = append(on, d)
		}
	}
	return on
}
