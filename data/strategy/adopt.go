package strategy

import (
	"slices"

	"synlig/data/document"
	"synlig/data/redline"
)

// Adopt gives blocks from outside, such as a Word file's, the ids of the blocks
// of the draft that they come from, and those of the approved text where the
// draft has none like them: what it took out and the file has again. A block
// from neither has no id yet. What was said about a change then stays with it.
func (r Revision) Adopt(blocks []document.Block) []document.Block {
	return adopt(blocks, r.Draft.Blocks, r.Base.Blocks)
}

// TakeTracked puts into the draft what a file changed, from was to now, and
// leaves all that the draft has otherwise. Where both changed the same words
// the draft's stay, and the conflict holds the file's. Taking the same in again
// changes nothing.
func (r Revision) TakeTracked(was, now []document.Block) redline.Merged {
	common := r.Adopt(was)
	return redline.Combine(common, r.Draft.Blocks, adopt(now, common, r.Draft.Blocks, r.Base.Blocks))
}

// adopt gives blocks the ids of those they come from among some texts, the first
// first.
func adopt(blocks []document.Block, texts ...[]document.Block) []document.Block {
	adopted := slices.Clone(blocks)
	for i := range adopted {
		adopted[i].ID = ""
	}
	for _, known := range texts {
		identify(adopted, known)
	}
	return adopted
}

// identify gives blocks without an id those of the blocks in known that they
// come from. An id that is among blocks already is not given again.
func identify(blocks, known []document.Block) {
	taken := make(map[string]bool, len(blocks))
	for _, b := range blocks {
		taken[b.ID] = true // "" too
	}
	comparison := redline.Compare(known, blocks, redline.Options{})
	for _, row := range comparison.Blocks {
		origin := row.Base
		if row.Status == redline.MovedTo {
			origin = comparison.Blocks[row.Twin].Base
		}
		if len(origin) == 0 || len(row.Draft) == 0 {
			continue
		}
		// The first part of a split keeps the id; a merge takes the first one's.
		if b, id := &blocks[row.Draft[0]], known[origin[0]].ID; b.ID == "" && !taken[id] {
			b.ID, taken[id] = id, true
		}
	}
}
