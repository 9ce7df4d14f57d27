package moderation

import (
	"context"
	"time"

	"synlig/data/fault"
	"synlig/data/moderation"
	"synlig/data/people"
	"synlig/data/store"
)

// presence is how often the store is told that a case is still open here.
const presence = time.Minute

// desk is the case that is open, with what the person has put in and what
// follows from it. The zero case is none.
type desk struct {
	page    *Page
	c       moderation.Case
	answers moderation.Answers
	advised moderation.Recommendation
	hints   []moderation.Hint
	alike   []moderation.Likeness
	log     []moderation.Entry
	others  []people.Person // who have it open too
	stop    func()          // ends the minute's wait
	asked   int             // generation: an older answer must not overwrite a newer one
	opened  func()          // called once, when the case that was asked for is shown
}

// open reads a case and shows it. Opening the open one does nothing.
func (d *desk) open(id int64) {
	if id == d.c.ID {
		return
	}
	d.leave()
	d.opened = nil
	d.read(id)
}

// openAt opens a case with the keyboard at its checklist.
func (d *desk) openAt(id int64) {
	d.open(id)
	begin := func() {
		d.page.frame.top()
		d.page.sheet.begin()
	}
	if d.c.ID == id {
		begin()
		return
	}
	d.opened = begin
}

// reread reads the open case again.
func (d *desk) reread() {
	if d.c.ID != 0 {
		d.read(d.c.ID)
		return
	}
	d.show()
}

func (d *desk) read(id int64) {
	p := d.page
	d.asked++
	mine := d.asked
	var c moderation.Case
	var err error
	p.start(func() { c, err = p.office.Case(context.Background(), id) }, func() {
		switch {
		case mine != d.asked:
		case fault.Is(err, store.CaseMissing):
			d.clear()
		case err != nil:
			p.host.Fail(err)
		default:
			d.take(c)
			d.enter()
			if then := d.opened; then != nil {
				d.opened = nil
				then()
			}
		}
	})
}

// clear shows no case.
func (d *desk) clear() {
	d.leave()
	*d = desk{page: d.page, asked: d.asked + 1}
	d.show()
}

// take shows a case as it is kept.
func (d *desk) take(c moderation.Case) {
	fresh := c.ID != d.c.ID
	d.c, d.answers = c, c.Answers
	if fresh {
		d.alike, d.log = nil, nil
		d.page.advice.fresh()
		d.page.sheet.checklist.at, d.page.sheet.checklist.unfolded = 0, false
		clear(d.page.sheet.shots)
	}
	d.hints = moderation.HintsOf(c.Comment, d.page.sets.words)
	d.weigh()
	d.show()
	d.around()
}

// weigh works out what the answers lead to.
func (d *desk) weigh() {
	p := d.page
	d.advised = p.sets.checklist.Recommend(p.sets.rules, d.answers, p.advice.chosen)
}

// around reads what stands round a case: what was done with those like it, its
// record, and who else has it open.
func (d *desk) around() {
	p, c, answers := d.page, d.c, d.answers
	d.asked++
	mine := d.asked
	var alike []moderation.Likeness
	var log []moderation.Entry
	var others []people.Person
	me := p.host.Person()
	p.start(func() {
		ctx := context.Background() // what cannot be read is not shown: the case itself is there
		alike, _ = p.office.Similar(ctx, c, answers, 3)
		log, _ = p.office.Log(ctx, c.ID, 0)
		others, _ = p.office.Here(ctx, c.ID, me)
	}, func() {
		if mine == d.asked && c.ID == d.c.ID {
			d.alike, d.log, d.others = alike, log, others
			p.sheet.showAround()
			p.advice.showAlike()
		}
	})
}

// show shows the case, or that there is none.
func (d *desk) show() {
	d.page.sheet.show()
	d.page.advice.show()
	d.page.queue.mark()
	d.page.host.Refresh()
}

// answer keeps an answer to a question.
func (d *desk) answer(n int, a moderation.Answer) { d.answered(d.answers.With(n, a)) }

// answered shows what other answers lead to, and keeps them.
func (d *desk) answered(answers moderation.Answers) {
	if answers == d.answers {
		return
	}
	p := d.page
	d.answers = answers
	d.weigh()
	p.sheet.checklist.show()
	p.advice.show()
	p.host.Refresh()
	by := p.host.Person()
	p.do(func(ctx context.Context, c moderation.Case) (moderation.Case, error) {
		return p.office.Answer(ctx, c.ID, c.Revision, answers, by)
	}, nil)
}

// asking tells whether the checklist is what comes next.
func (d *desk) asking() bool { return d.c.ID != 0 && d.c.Next() == moderation.StepAnswer }

// enter tells colleagues that the case is open here, now and each minute.
func (d *desk) enter() {
	p, id, me := d.page, d.c.ID, d.page.host.Person()
	if d.stop != nil {
		d.stop()
	}
	d.stop = p.after(presence, func() {
		if d.c.ID == id {
			d.enter()
		}
	})
	if me.ID != 0 {
		p.start(func() { _ = p.office.Enter(context.Background(), id, me) }, func() {})
	}
}

// leave tells that it no longer is.
func (d *desk) leave() {
	if d.stop != nil {
		d.stop()
		d.stop = nil
	}
	if id, me := d.c.ID, d.page.host.Person(); id != 0 && me.ID != 0 {
		p := d.page
		p.start(func() { _ = p.office.Leave(context.Background(), id, me) }, func() {})
	}
}
