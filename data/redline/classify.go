package redline

// classify tells how weighty a change is.
func (c *comparer) classify(ch *Change) Class {
	switch ch.Action {
	case Move, Split, Merge, Reform:
		return Structural
	}
	return Substantive
}
