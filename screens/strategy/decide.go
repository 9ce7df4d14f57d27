package strategy

import (
	"context"
	"strings"

	"synlig/data/decision"
	"synlig/data/document"
	"synlig/data/strategy"
	"synlig/screens/words"
)

// settleFirst saves what is written, and tells whether that went well.
func (p *Page) settleFirst() bool {
	if err := p.Save(); err != nil {
		p.host.Fail(err)
		return false
	}
	return true
}

// submit puts the draft before a meeting.
func (p *Page) submit(_ *meetingForm, meeting document.Meeting) {
	if !p.settleFirst() {
		return
	}
	office := p.office.(decider)
	p.host.Work(words.Text("strategy.submitting"), func(ctx context.Context, _ func(float64)) error {
		return office.Submit(ctx, meeting)
	}, func(err error) {
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.Reload()
		p.host.Say(words.Text("strategy.submitted"), words.Text("strategy.withdraw"), p.withdraw)
	})
}

// withdraw takes the draft back from the meeting.
func (p *Page) withdraw() {
	if !p.canDecide() || !p.submitted() {
		return
	}
	office := p.office.(decider)
	p.host.Work(words.Text("strategy.withdrawing"), func(ctx context.Context, _ func(float64)) error {
		return office.Withdraw(ctx)
	}, func(err error) {
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.Reload()
		p.host.Say(words.Text("strategy.withdrawn"), "", nil)
	})
}

// confirm names what happens before it happens: an approved text stays as it is.
func (p *Page) confirm(f *meetingForm, meeting document.Meeting) {
	outcomes := f.chosen()
	if objections := decision.Check(p.revision.Points, outcomes); len(objections) > 0 {
		p.host.Fail(objections[0].Err())
		return
	}
	p.host.Ask(words.Text("strategy.decide_sure", "n", number(p.revision.Draft.Number)), p.decideText(outcomes),
		words.Text("strategy.decide"), func() { p.decide(outcomes, meeting) })
}

// decideText says what becomes of the text with those outcomes.
func (p *Page) decideText(outcomes decision.Outcomes) string {
	any := len(p.revision.Points) == 0
	var said []string
	for _, c := range p.revision.Consequences(p.reading.comparison) {
		if outcomes.Adopted(c.Point) {
			any = true
		} else if text := consequence(c); text != "" {
			said = append(said, text)
		}
	}
	if !any {
		return words.Text("strategy.decide_nothing")
	}
	said = append([]string{p.approves()}, said...)
	if len(said) > 1 {
		said = append(said, words.Text("strategy.decide_kept"))
	}
	return strings.Join(said, "\n\n")
}

// decide carries out what the meeting decided. A draft that was not put before
// a meeting here is so first, and taken back if it could not be decided.
func (p *Page) decide(outcomes decision.Outcomes, meeting document.Meeting) {
	if !p.settleFirst() {
		return
	}
	office, before := p.office.(decider), p.submitted()
	var decided strategy.Decided
	p.host.Work(words.Text("strategy.deciding"), func(ctx context.Context, _ func(float64)) (err error) {
		if !before {
			if err := office.Submit(ctx, meeting); err != nil {
				return err
			}
		}
		if decided, err = office.Decide(ctx, outcomes, meeting); err != nil && !before {
			_ = office.Withdraw(context.WithoutCancel(ctx)) // what kept it from being decided is told
		}
		return err
	}, func(err error) {
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.chosen = 0
		p.Reload()
		if decided.Changed {
			p.host.Say(words.Text("strategy.decided", "n", number(decided.Approved.Number)), "", nil)
		} else {
			p.host.Say(words.Text("strategy.decided_nothing"), "", nil)
		}
	})
}
