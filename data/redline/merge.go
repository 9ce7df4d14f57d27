package redline

import (
	"cmp"
	"slices"

	"synlig/data/document"
)

// Merged is what two people wrote in the same draft, put together.
type Merged struct {
	// Blocks hold both sides' work; where they are at odds they hold mine.
	Blocks []document.Block
	// Conflicts are those places, in reading order. Until they are resolved
	// the words of theirs stand here and nowhere else.
	Conflicts []Conflict
}

// Conflict is a place where both sides changed the same words, each in its own
// way, or one side took out what the other rewrote. It is shown as three texts
// and an editable fourth, which begins as what Merged.Blocks holds.
type Conflict struct {
	ID string // of the first block concerned
	// Common, Mine and Theirs are the blocks concerned: usually one each,
	// several where one was split or merged, none where a side took it out.
	Common, Mine, Theirs []document.Block
	// Held are the ids of the blocks in Merged.Blocks that Resolve replaces;
	// none when mine took them out.
	Held []string
	// Before are the ids that stand before theirs, for when nothing is held.
	Before []string
}

// Combine puts together what two people made of the same text: common is the
// last text that both had. Blocks are known by their ids, and by their words
// where a side has given new ones. Within a block changes of different words
// are merged; only where both changed the same words, or the same form, is
// there a conflict. What is added follows the block it stands behind, also to
// where the other side has moved that block.
//
// No word that either side wrote is lost: each stands in Blocks or in a
// Conflict. Without conflicts the two sides may be exchanged. An id stands at
// most once in Blocks, if it does on each side.
func Combine(common, mine, theirs []document.Block) Merged {
	switch {
	case slices.EqualFunc(mine, theirs, identical), slices.EqualFunc(common, theirs, identical):
		return Merged{Blocks: cloneBlocks(mine)}
	case slices.EqualFunc(common, mine, identical):
		return Merged{Blocks: cloneBlocks(theirs)}
	}
	return merge(common, mine, theirs)
}

// The sides of a merge.
const (
	ours = iota // mine
	others
	bothSides
)

// merger carries one merge from step to step.
type merger struct {
	common []document.Block
	text   [bothSides][]document.Block
	nodes  []node
	order  [bothSides][]int // nodes as they stand on each side
	ofCore []int            // by common block: its node
}

// node is what is merged as one: a block, a group of blocks that a side has
// split or merged, or a block that is new.
type node struct {
	core  []int            // the common blocks, none for a new one
	parts [bothSides][]int // the blocks of each side
	moved [bothSides]bool
	// blocks are what becomes of it; none when it is out.
	blocks   []document.Block
	conflict bool
}

func identical(a, b document.Block) bool { return a.ID == b.ID && a.Equal(b) }

func merge(common, mine, theirs []document.Block) Merged {
	m := &merger{common: common, text: [bothSides][]document.Block{mine, theirs}}
	m.pair()
	for n := range m.nodes {
		m.unite(&m.nodes[n])
	}
	var merged Merged
	place := make([]int, len(m.nodes)) // by node: where it stands in Blocks
	for _, n := range m.arrange() {
		place[n] = len(merged.Blocks)
		merged.Blocks = append(merged.Blocks, m.nodes[n].blocks...)
	}
	nameConflicts(merged.Blocks, m.nodes, place)
	positions := map[*Conflict]int{}
	var conflicts []*Conflict
	for n := range m.nodes {
		if m.nodes[n].conflict {
			c := m.conflict(&m.nodes[n], merged.Blocks[place[n]:])
			conflicts = append(conflicts, c)
			positions[c] = place[n]
			if len(c.Held) == 0 {
				positions[c] = c.place(merged.Blocks)
			}
		}
	}
	slices.SortStableFunc(conflicts, func(a, b *Conflict) int { return cmp.Compare(positions[a], positions[b]) })
	for _, c := range conflicts {
		merged.Conflicts = append(merged.Conflicts, *c)
	}
	return merged
}

// nameConflicts gives names to blocks that a conflict has to point to and that
// have none of their own, and takes the name from one whose name stands before.
func nameConflicts(blocks []document.Block, nodes []node, place []int) {
	seen := map[string]bool{"": true}
	for i := range blocks {
		if seen[blocks[i].ID] {
			blocks[i].ID = ""
		}
		seen[blocks[i].ID] = true
	}
	fresh := 0
	for n := range nodes {
		if !nodes[n].conflict {
			continue
		}
		for k := range nodes[n].blocks {
			b := &blocks[place[n]+k]
			for b.ID == "" {
				if id := blockID("", fresh); !seen[id] {
					seen[id], b.ID = true, id
				}
				fresh++
			}
		}
	}
}

// conflict tells the three texts of a node. held are the merged blocks from
// its first on.
func (m *merger) conflict(n *node, held []document.Block) *Conflict {
	c := &Conflict{
		Common: pick(m.common, n.core),
		Mine:   pick(m.text[ours], n.parts[ours]),
		Theirs: pick(m.text[others], n.parts[others]),
	}
	for _, blocks := range [][]document.Block{c.Common, c.Mine, c.Theirs} {
		if len(blocks) > 0 && c.ID == "" {
			c.ID = blocks[0].ID
		}
	}
	for _, b := range held[:len(n.blocks)] {
		c.Held = append(c.Held, b.ID)
	}
	if len(c.Held) == 0 {
		for _, b := range m.text[others][:n.parts[others][0]] {
			c.Before = append(c.Before, b.ID)
		}
	}
	return c
}

func pick(blocks []document.Block, at []int) []document.Block {
	var all []document.Block
	for _, i := range at {
		all = append(all, cloneBlock(blocks[i]))
	}
	return all
}

// place is where what a conflict is about would stand in blocks: where the
// first of what is held stands, or else behind the nearest block that stands
// before it in theirs.
func (c Conflict) place(blocks []document.Block) int {
	at := make(map[string]int, len(blocks))
	for i, b := range blocks {
		at[b.ID] = i
	}
	delete(at, "")
	for _, id := range c.Held {
		if i, ok := at[id]; ok {
			return i
		}
	}
	for _, id := range slices.Backward(c.Before) {
		if i, ok := at[id]; ok {
			return i + 1
		}
	}
	return 0
}

// Resolve settles conflict number i of m with blocks, the text that was agreed
// on; none take it out. m itself stays as it is.
func Resolve(m Merged, i int, blocks []document.Block) Merged {
	c := m.Conflicts[i]
	at := c.place(m.Blocks)
	rest := slices.Clone(m.Blocks)
	head := slices.DeleteFunc(slices.Clone(rest[:at]), func(b document.Block) bool { return b.ID != "" && slices.Contains(c.Held, b.ID) })
	tail := slices.DeleteFunc(rest[at:], func(b document.Block) bool { return b.ID != "" && slices.Contains(c.Held, b.ID) })
	a := applier{blocks: slices.Concat(head, cloneBlocks(blocks), tail)}
	return Merged{a.unique(), slices.Delete(slices.Clone(m.Conflicts), i, i+1)}
}

// Now is conflict c once the text has been written on in: mine is what stands
// at its place now.
func (c Conflict) Now(blocks []document.Block) Conflict {
	c.Mine = nil
	for _, b := range blocks {
		if b.ID != "" && slices.Contains(c.Held, b.ID) {
			c.Mine = append(c.Mine, cloneBlock(b))
		}
	}
	return c
}
