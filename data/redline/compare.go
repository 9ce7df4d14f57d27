package redline

import "synlig/data/document"

// Compare finds what changed from base to draft.
func Compare(base, draft []document.Block, options Options) Comparison {
	panic("not written yet")
}
