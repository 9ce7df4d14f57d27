package strategy

import (
	"context"

	"synlig/data/document"
	"synlig/data/strategy"
	"synlig/screens/words"
)

// confirmAdopt names what happens before it happens: an approved text stays as
// it is.
func (p *Page) confirmAdopt(_ *meetingForm, meeting document.Meeting) {
	p.host.Ask(words.Text("strategy.adopt_sure", "n", number(p.revision.Draft.Number)), p.approves(),
		words.Text("strategy.adopt"), func() { p.adopt(meeting) })
}

// approves says what becomes of the two versions.
func (p *Page) approves() string {
	draft := number(p.revision.Draft.Number)
	if p.revision.Base.Number == 0 {
		return words.Text("strategy.decide_first", "draft", draft)
	}
	return words.Text("strategy.decide_approves", "draft", draft, "base", number(p.revision.Base.Number))
}

// adopt makes the draft the text in force.
func (p *Page) adopt(meeting document.Meeting) {
	if !p.settleFirst() {
		return
	}
	office := p.office.(adopter)
	var decided strategy.Decided
	p.host.Work(words.Text("strategy.adopting"), func(ctx context.Context, _ func(float64)) (err error) {
		decided, err = office.Adopt(ctx, meeting)
		return err
	}, func(err error) {
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.chosen = 0
		p.Reload()
		p.host.Say(words.Text("strategy.decided", "n", number(decided.Approved.Number)), "", nil)
	})
}

// Adopt asks for the day from which the draft is in force, for a room that holds
// the page as a desk.
func (p *Page) Adopt() { p.askAdopt() }
