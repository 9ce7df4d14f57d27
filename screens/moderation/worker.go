package moderation

import (
	"context"

	"synlig/data/fault"
	"synlig/data/moderation"
	"synlig/data/store"
)

// step is one thing done with a case, a transaction of the store's. It is given
// the case as it is kept and gives it back as it is kept now.
type step func(ctx context.Context, c moderation.Case) (moderation.Case, error)

// worker does the steps one after the other, beside the window: each sees the
// revision the one before left.
type worker struct {
	page    *Page
	waiting []job
	running bool
}

type job struct {
	id   int64 // the case it is about
	step step
	done func() // nil for nothing
}

// do does a step with the open case. done is called when it was kept.
func (p *Page) do(s step, done func()) {
	p.worker.waiting = append(p.worker.waiting, job{p.desk.c.ID, s, done})
	p.worker.next()
}

func (w *worker) next() {
	if w.running || len(w.waiting) == 0 {
		return
	}
	j := w.waiting[0]
	w.waiting = w.waiting[1:]
	if j.id != w.page.desk.c.ID {
		w.next() // another case is open now, and what was asked of this one is kept or was told of
		return
	}
	w.running = true
	c := w.page.desk.c
	var kept moderation.Case
	var err error
	w.page.start(func() { kept, err = j.step(context.Background(), c) }, func() {
		w.running = false
		w.ended(j, kept, err)
		w.next()
	})
}

// ended shows what is kept now. When a colleague was faster nothing was
// written: what waited behind was meant for a case that is no more, so it is let
// go, and the case is shown as the colleague left it.
func (w *worker) ended(j job, kept moderation.Case, err error) {
	p := w.page
	if err != nil {
		w.waiting = nil
		if fault.Is(err, store.CaseMovedOn) {
			p.desk.take(kept)
		} else {
			p.desk.show()
		}
		p.host.Fail(err)
		p.shelf.read()
		return
	}
	p.host.Saved(p.now())
	p.queue.reminders.read()
	more := len(w.waiting) > 0
	if more {
		p.desk.c = kept // the answers on the screen are newer
	} else {
		p.desk.take(kept)
	}
	p.shelf.read()
	if j.done != nil {
		j.done()
	}
}
