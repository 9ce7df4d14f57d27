package strategy

import (
	"slices"
	"time"

	"synlig/data/document"
	"synlig/data/redline"
)

// Step is the text as somebody left it on the way to the draft as it is now.
type Step struct {
	Author string // "" when nobody was named
	At     time.Time
	Blocks []document.Block
}

// Origin is who made a change, and when. It is zero where the steps do not tell.
type Origin struct {
	Author string
	At     time.Time
}

// Origins tell of each change of c, by Number − 1, in which of steps it came:
// the first from which on it has been there without a break. steps are in order
// of time and end with c's draft.
//
// A change that was made in several goes belongs to the last: only then was it
// what it is. One that is known by no step as it stands, because the words
// around it decide what is marked, belongs to whoever last touched its blocks.
func Origins(c redline.Comparison, steps []Step) []Origin {
	t := newTrail(c, steps)
	origins := make([]Origin, len(c.Changes))
	for i := range c.Changes {
		origins[i] = t.origin(&c.Changes[i])
	}
	return origins
}

// OriginOf is the origin of one change, as Origins tells it.
func OriginOf(c redline.Comparison, change redline.Change, steps []Step) Origin {
	return newTrail(c, steps).origin(&change)
}

// trail is the steps with their blocks by id.
type trail struct {
	c     redline.Comparison
	steps []Step
	at    []map[string]int // by step: where a block stands
}

func newTrail(c redline.Comparison, steps []Step) *trail {
	t := &trail{c: c, steps: steps, at: make([]map[string]int, len(steps))}
	for k, s := range steps {
		t.at[k] = make(map[string]int, len(s.Blocks))
		for i, b := range s.Blocks {
			t.at[k][b.ID] = i
		}
	}
	return t
}

func (t *trail) origin(change *redline.Change) Origin {
	first := len(t.steps)
	for first > 0 && (first < len(t.steps) && t.still(first, change) || t.has(first-1, change)) {
		first--
	}
	if first == len(t.steps) {
		if first = t.touched(change); first < 0 {
			return Origin{}
		}
	}
	return Origin{t.steps[first].Author, t.steps[first].At}
}

// still tells whether nothing that a change is about became another at a step,
// so that it was there before as well.
func (t *trail) still(step int, change *redline.Change) bool {
	base, draft := touched(t.c, *change)
	other := func(id string) bool { return !t.sameBefore(step, id) }
	return change.Action != redline.Move && !slices.ContainsFunc(base, other) && !slices.ContainsFunc(draft, other)
}

// has tells whether a step has the change already.
func (t *trail) has(step int, change *redline.Change) bool {
	base, draft := touched(t.c, *change)
	switch change.Action {
	case redline.Remove:
		return !slices.ContainsFunc(base, func(id string) bool { _, there := t.at[step][id]; return there })
	case redline.Add:
		return t.text(step, draft) == change.New
	case redline.Move:
		return t.moved(step, change)
	}
	now := redline.Compare(t.blocksOf(t.c.Base, base), t.pick(step, draft), redline.Options{})
	return slices.ContainsFunc(now.Changes, func(n redline.Change) bool {
		return n.Action == change.Action && n.Old == change.Old && n.New == change.New && sameForms(n.Formats, change.Formats)
	})
}

// moved tells whether a block stands behind the same neighbour at a step as it
// does in the draft.
func (t *trail) moved(step int, change *redline.Change) bool {
	_, draft := touched(t.c, *change)
	for _, id := range draft {
		now := slices.IndexFunc(t.c.Draft, func(b document.Block) bool { return b.ID == id })
		then, there := t.at[step][id]
		if !there || now < 0 || idBefore(t.c.Draft, now) != idBefore(t.steps[step].Blocks, then) {
			return false
		}
	}
	return true
}

func idBefore(blocks []document.Block, i int) string {
	if i == 0 {
		return ""
	}
	return blocks[i-1].ID
}

// touched is the last step in which a block of the change became another than it
// was in the step before, -1 for none.
func (t *trail) touched(change *redline.Change) int {
	base, draft := touched(t.c, *change)
	ids := append(draft, base...)
	for k := len(t.steps) - 1; k >= 0; k-- {
		for _, id := range ids {
			if !t.sameBefore(k, id) {
				return k
			}
		}
	}
	return -1
}

// sameBefore tells whether a block was the same in the step before, or, for the
// first, in the base.
func (t *trail) sameBefore(step int, id string) bool {
	now, there := t.block(step, id)
	var then document.Block
	var was bool
	if step > 0 {
		then, was = t.block(step-1, id)
	} else if i := slices.IndexFunc(t.c.Base, func(b document.Block) bool { return b.ID == id }); i >= 0 {
		then, was = t.c.Base[i], true
	}
	return there == was && (!there || now.Equal(then))
}

func (t *trail) block(step int, id string) (document.Block, bool) {
	i, there := t.at[step][id]
	if !there {
		return document.Block{}, false
	}
	return t.steps[step].Blocks[i], true
}

// pick are the blocks with those ids at a step, in the order of the text.
func (t *trail) pick(step int, ids []string) []document.Block {
	var at []int
	for _, id := range ids {
		if i, there := t.at[step][id]; there {
			at = append(at, i)
		}
	}
	slices.Sort(at)
	picked := make([]document.Block, len(at))
	for k, i := range at {
		picked[k] = t.steps[step].Blocks[i]
	}
	return picked
}

// text is what the blocks with those ids say at a step.
func (t *trail) text(step int, ids []string) string {
	var text string
	for i, b := range t.pick(step, ids) {
		if i > 0 {
			text += "\n"
		}
		text += b.Text
	}
	return text
}

// blocksOf are the blocks of a text with those names for anchors.
func (t *trail) blocksOf(blocks []document.Block, names []string) (picked []document.Block) {
	for i, b := range blocks {
		if slices.Contains(names, redline.BlockID(&t.c, i)) {
			picked = append(picked, b)
		}
	}
	return picked
}

func sameForms(a, b []redline.Format) bool {
	return slices.EqualFunc(a, b, func(x, y redline.Format) bool {
		return x.Aspect == y.Aspect && x.Old == y.Old && x.New == y.New
	})
}
