package strategy

import (
	"context"

	"synlig/data/decision"
	"synlig/data/document"
	"synlig/data/strategy"
)

// decider is a workspace in which a draft can be put before a meeting and be
// decided. See data/store for the codes of its errors.
type decider interface {
	Submit(ctx context.Context, meeting document.Meeting) error
	Withdraw(ctx context.Context) error
	Decide(ctx context.Context, outcomes decision.Outcomes, meeting document.Meeting) (strategy.Decided, error)
}

// submitted tells whether the draft lies before a meeting: nobody writes in it
// then.
func (p *Page) submitted() bool { return p.revision.Draft.Status == document.Submitted }

// adopter is a workspace in which a draft is adopted without a meeting.
type adopter interface {
	Adopt(ctx context.Context, meeting document.Meeting) (strategy.Decided, error)
}

// askSubmit asks for the meeting that the draft is put before.
func (p *Page) askSubmit() {
	if p.canDecide() && !p.submitted() {
		p.askMeeting(submitting, p.submit)
	}
}

// askDecide asks what the meeting decided.
func (p *Page) askDecide() {
	if p.canDecide() {
		p.askMeeting(deciding, p.confirm)
	}
}

// askAdopt asks from which day the draft is the text in force.
func (p *Page) askAdopt() {
	if p.canAdopt() {
		p.askMeeting(adopting, p.confirmAdopt)
	}
}

// canDecide tells whether the document itself is shown and a meeting decides it.
func (p *Page) canDecide() bool {
	_, ok := p.office.(decider)
	return ok && !p.options.NoMeeting && p.reading != nil && p.compared == nil
}

// canAdopt tells whether the document itself is shown and is adopted here.
func (p *Page) canAdopt() bool {
	_, ok := p.office.(adopter)
	return ok && p.options.NoMeeting && p.reading != nil && p.compared == nil
}
