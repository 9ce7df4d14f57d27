package moderation

import (
	"context"
	"time"

	"synlig/data/fault"
	"synlig/data/moderation"
	"synlig/data/people"
	"synlig/data/store"
	"synlig/screens/words"
)

// rest is how long the main action is deaf after it was done: it says something
// else by then, and the second press of a double click was not meant for that.
const rest = 600 * time.Millisecond

// Action is the main action: what comes next for the open case.
func (p *Page) Action() (label string, run func()) {
	label, do := p.next()
	if do == nil {
		return label, nil
	}
	return label, func() {
		if p.resting {
			return
		}
		p.resting = true
		p.after(rest, func() { p.resting = false })
		do()
	}
}

// doNext does the main action, from the keyboard or the menu.
func (p *Page) doNext() {
	if _, run := p.Action(); run != nil {
		run()
	}
}

// next is the step that comes next, in the part of the room in front.
func (p *Page) next() (label string, run func()) {
	switch {
	case p.parts.shown == partRules:
		return p.parts.rules.action()
	case p.parts.shown == partReport:
		return words.Text("moderation.save_report"), p.parts.report.print
	}
	c, me := p.desk.c, p.host.Person()
	if c.ID == 0 && len(p.shelf.items) > 0 && p.shelf.view != store.ViewDone && p.shelf.view != store.ViewAll {
		return words.Text("moderation.go_on"), p.goOn
	}
	if c.ID == 0 || p.sheet == nil {
		return words.Text("moderation.paste_new"), p.askComment
	}
	switch step := c.Next(); step {
	case moderation.StepAnswer:
		if p.put() {
			return p.putAction()
		}
		return p.decideAction()
	case moderation.StepSecond:
		if a, _ := c.Current(); a.By.ID == me.ID {
			return words.Text("moderation.ask_second"), p.host.SwitchPerson
		}
		return words.Text("moderation.agree"), func() { p.agree(true) }
	case moderation.StepCopy:
		return words.Text("moderation.copy"), p.copyReply
	case moderation.StepSend:
		return words.Text("moderation.sent"), func() { p.stepAt(step, p.office.Sent) }
	case moderation.StepDone:
		return words.Text("moderation.done"), func() { p.stepAt(step, p.office.Done) }
	}
	if _, over := p.queue.reminders.blockOver(c.ID); over {
		return words.Text("moderation.lift"), p.lift
	}
	if c.State == moderation.StateObjection {
		return words.Text("moderation.settle"), p.askSettle
	}
	return words.Text("moderation.go_on"), p.goOn
}

// put tells whether the question was put to somebody, or is being looked into:
// that is noted, and nothing was answered otherwise since.
func (p *Page) put() bool {
	a, ok := p.desk.c.Current()
	return ok && a.Outcome.Open() && a.Outcome == p.advice.outcome() && a.Answers == p.desk.answers
}

// putAction is the main action then: to give the case to who was asked, or to go
// on with another.
func (p *Page) putAction() (label string, run func()) {
	if a, _ := p.desk.c.Current(); a.Outcome == moderation.Ask && p.desk.c.Owner.ID == p.host.Person().ID {
		return words.Text("moderation.give_it"), p.askOwner
	}
	return words.Text("moderation.go_on"), p.goOn
}

// decideAction is the main action while the checklist is answered.
func (p *Page) decideAction() (label string, run func()) {
	_, ready := p.advice.reply.filled()
	switch {
	case p.desk.advised.Next != 0:
		return words.Text("moderation.answer_on"), p.sheet.begin
	case p.advice.reply.key == "" || !ready:
		return words.Text("moderation.decide"), p.decide
	}
	return words.Text("moderation.decide_copy"), p.decideAndCopy
}

// choice is what the person has put in.
func (p *Page) choice() (moderation.Choice, error) {
	a := p.advice
	choice := moderation.Choice{
		Outcome: a.outcome(), Reason: a.reason.Text, Note: a.note.Text,
		Template: a.reply.key, Values: a.reply.values(), Private: a.reply.key != "" && a.reply.private.Checked,
	}
	if choice.Outcome == moderation.Exclude {
		until, err := a.until.Date()
		if err != nil {
			return choice, fault.New(moderation.BlockEnd)
		}
		choice.Until, choice.Profile = until, p.masked(a.profile.Text)
	}
	return choice, nil
}

// decide notes the decision: snapshot, action, note and notice are one step.
func (p *Page) decide() { p.decided(nil) }

// decideAndCopy notes it and copies the reply, in that order, in one click.
func (p *Page) decideAndCopy() {
	name := p.advice.reply.name.Text
	p.decided(func() {
		if p.desk.c.Next() == moderation.StepCopy {
			p.copyWith(name)
		}
	})
}

func (p *Page) decided(then func()) {
	if !p.desk.asking() || p.put() {
		return // it is decided already
	}
	choice, err := p.choice()
	if _, ready := p.advice.reply.filled(); err == nil && choice.Template != "" && !ready {
		err = fault.New(moderation.ReplyNotReady)
	}
	if err != nil {
		p.host.Fail(err)
		return
	}
	answers, by := p.desk.answers, p.host.Person()
	p.do(func(ctx context.Context, c moderation.Case) (moderation.Case, error) {
		return p.office.Decide(ctx, c.ID, c.Revision, answers, choice, by)
	}, func() {
		p.host.Say(words.Text("moderation.noted"), "", nil)
		if then != nil {
			then()
		}
	})
}

// stepAt does a step if it is still the one that comes next.
func (p *Page) stepAt(step moderation.Step, do func(ctx context.Context, id int64, revision int, by people.Person) (moderation.Case, error)) {
	if p.desk.c.Next() == step {
		p.step(do)
	}
}

// step does one of the later steps of an action.
func (p *Page) step(do func(ctx context.Context, id int64, revision int, by people.Person) (moderation.Case, error)) {
	by := p.host.Person()
	p.do(func(ctx context.Context, c moderation.Case) (moderation.Case, error) {
		return do(ctx, c.ID, c.Revision, by)
	}, nil)
}

// agree is the second person's answer to a proposal.
func (p *Page) agree(yes bool) {
	by := p.host.Person()
	send := func(line string) {
		p.do(func(ctx context.Context, c moderation.Case) (moderation.Case, error) {
			return p.office.Agree(ctx, c.ID, c.Revision, yes, line, by)
		}, nil)
	}
	if yes {
		send("")
		return
	}
	p.askLine(words.Text("moderation.refuse"), words.Text("moderation.refuse_why"), words.Text("moderation.refuse"), send)
}

// goOn opens the next case in the queue.
func (p *Page) goOn() {
	next := p.shelf.after(p.desk.c.ID)
	if next == 0 {
		p.desk.clear()
		return
	}
	p.desk.openAt(next)
}

// masked is what a person wrote with personal data covered, for fields that are
// kept as they stand.
func (p *Page) masked(text string) string {
	kept, _, err := moderation.Intake(text, p.office.MaskRules())
	if err != nil {
		return ""
	}
	return kept.Text()
}

// lift keeps that a block was taken away on Facebook.
func (p *Page) lift() { p.step(p.office.Lift) }
