package strategy

import (
	"context"
	"sync"
	"time"

	"synlig/data/document"
	"synlig/data/redline"
	"synlig/data/store"
	"synlig/data/strategy"
	"synlig/screens/words"
)

// historian is a workspace that knows how a draft came to be.
type historian interface {
	History(ctx context.Context) ([]store.Snapshot, error)
	SnapshotBlocks(ctx context.Context, id int64) ([]document.Block, error)
}

// past is how the draft came to be. Snapshots never change, so that each is read
// only once.
type past struct {
	page  *Page
	mutex sync.Mutex
	texts map[int64][]document.Block
}

// can tells whether the workspace knows it and the draft itself is shown.
func (h *past) can() bool {
	_, ok := h.page.office.(historian)
	return ok && h.page.reading != nil && h.page.compared == nil
}

// steps are the draft's steps in order of time, the last ones as lately tells
// them. It is called beside the UI goroutine.
func (h *past) steps(ctx context.Context, lately []strategy.Step) ([]strategy.Step, error) {
	h.mutex.Lock()
	defer h.mutex.Unlock()
	office := h.page.office.(historian)
	history, err := office.History(ctx)
	if err != nil {
		return nil, err
	}
	texts := make(map[int64][]document.Block, len(history))
	steps := make([]strategy.Step, 0, len(history)+1)
	for i := len(history) - 1; i >= 0; i-- {
		s := history[i]
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		blocks, known := h.texts[s.ID]
		if !known {
			if blocks, err = office.SnapshotBlocks(ctx, s.ID); err != nil {
				return nil, err
			}
		}
		texts[s.ID] = blocks
		steps = append(steps, strategy.Step{Author: s.Author, At: s.At, Blocks: blocks})
	}
	h.texts = texts
	if len(steps) == 0 && len(lately) == 1 && lately[0].At.IsZero() { // nobody has written yet
		return nil, nil
	}
	if lately[0].At.IsZero() { // the approved text, of which the draft was begun
		lately = lately[1:]
	}
	return append(steps, lately...), nil
}

// about tells done who made a change, once that is known.
func (h *past) about(change redline.Change, done func(strategy.Origin)) {
	if !h.can() {
		return
	}
	comparison, lately := h.page.reading.comparison, h.page.lately()
	var origin strategy.Origin
	h.page.start(func() {
		steps, err := h.steps(context.Background(), lately)
		if err == nil && len(steps) > 0 {
			origin = strategy.OriginOf(comparison, change, steps)
		}
	}, func() { done(origin) })
}

// lately are the draft as the workspace has it and, where something was written
// since, as it is shown.
func (p *Page) lately() []strategy.Step {
	d, now := &p.drafts, p.reading.comparison.Draft
	steps := []strategy.Step{{Author: d.author, At: d.changed, Blocks: d.common}}
	if !sameText(d.common, now) {
		steps = append(steps, strategy.Step{Author: p.host.Person().Name, At: p.now(), Blocks: now})
	}
	return steps
}

// nameOf is a person's name, or that nobody knows it.
func nameOf(author string) string {
	if author == "" {
		return words.Text("strategy.nobody")
	}
	return author
}

// momentOf writes when something was done: "22. august 2014 kl. 10.42".
func momentOf(at time.Time) string {
	at = at.Local()
	return words.Text("strategy.moment", "date", words.LongDate(at), "time", at.Format("15.04"))
}
