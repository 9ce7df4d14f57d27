package strategy

import (
	"context"
	"sync"
	"time"

	"synlig/data/document"
	"synlig/data/redline"
	"synlig/data/store"
	"synlig/data/strategy"
	"synlig/screens/kit"
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

// steps are the draft's steps in order of time, the last as it is now. It is
// called beside the UI goroutine.
func (h *past) steps(ctx context.Context, now document.Version) ([]strategy.Step, error) {
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
	if now.Changed.IsZero() && len(steps) == 0 { // nobody has written yet
		return nil, nil
	}
	return append(steps, strategy.Step{Author: now.Author, At: now.Changed, Blocks: now.Blocks}), nil
}

// about tells done who made a change, once that is known.
func (h *past) about(change redline.Change, done func(strategy.Origin)) {
	if !h.can() {
		return
	}
	comparison, now := h.page.reading.comparison, h.page.draftNow()
	var origin strategy.Origin
	h.page.start(func() {
		steps, err := h.steps(context.Background(), now)
		if err == nil && len(steps) > 0 {
			origin = strategy.OriginOf(comparison, change, steps)
		}
	}, func() { done(origin) })
}

// draftNow is the draft as it is shown.
func (p *Page) draftNow() document.Version {
	draft := p.revision.Draft
	draft.Blocks = p.reading.comparison.Draft
	if p.drafts.dirty() || p.drafts.sending != nil {
		draft.Author, draft.Changed = p.host.Person().Name, p.now()
	}
	return draft
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
	return words.Text("strategy.moment", "date", kit.LongDate(at), "time", at.Format("15.04"))
}
