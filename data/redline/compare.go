package redline

import "synlig/data/document"

// Compare finds what changed from base to draft. The result is the same to the
// byte every time; it keeps base and draft, which must not be altered
// afterwards. Both may be empty, and their blocks need no ids.
func Compare(base, draft []document.Block, options Options) Comparison {
	vocab := newVocabulary()
	c := &comparer{
		scales:     newScales(options.Weighty),
		Comparison: Comparison{Base: base, Draft: draft},
		base:       newSide(base, vocab),
		draft:      newSide(draft, vocab),
	}
	c.notes = newNotebook(c.base, options.Notes)
	c.aligner = align(c.base, c.draft)
	c.rows()
	c.number()
	c.anchors()
	c.attach()
	return c.Comparison
}

// compareRow compares blocks that are known to belong together, any number on
// either side, and gives the segments as Compare would. Borders that stand in
// both are Equal segments with the text "\n".
func compareRow(base, draft []document.Block) []Segment {
	vocab := newVocabulary()
	c := &comparer{
		Comparison: Comparison{Base: base, Draft: draft},
		base:       newSide(base, vocab),
		draft:      newSide(draft, vocab),
	}
	var row Block
	newScribe(c).both(&row, group{a1: len(base), b1: len(draft)})
	return row.Segments
}

// comparer carries one comparison from step to step.
type comparer struct {
	Comparison
	base, draft *side
	scales      scales // which words weigh
	notes       *notebook
	aligner     *aligner
	ints        arena[int]
	pieces      arena[Segment]
	pairs       []int32  // by row: the group that is compared in it, -1 for none
	first       []int32  // by group: its first row, -1 before it has one
	marks       [][]held // by row: what each of its hunks concerns
	answered    []bool   // by change: whether a note about an addition found it
	spans       []reach  // what each change of the base concerns
}
