package redline

// Thresholds of likeness, measured as Dice's coefficient on the multisets of
// words: twice the words in common, divided by the words of both.
const (
	likeSplit  = 0.90 // a block and the neighbours it was split into
	likeTorn   = 0.80 // the same, where nothing else stands beside them
	likeMove   = 0.80 // a block that moved and was edited
	likePair   = 0.50 // two blocks in the same stretch of the texts
	likeFacing = 0.25 // the only two blocks that face each other
)

// scale weighs blocks against each other by their words. The counts are kept
// by token number and set back to zero after each use.
type scale struct {
	base, draft *side
	counts      []int32
}

// load counts the words of blocks [from, to) of s. Blocks without any words
// ("---") are weighed by all their tokens, for which all is set.
func (c *scale) load(s *side, from, to int, all bool) {
	for i := from; i < to; i++ {
		tokens := s.tokens(i)
		if size := len(s.vocab.words); len(c.counts) < size {
			c.counts = append(c.counts, make([]int32, 2*size-len(c.counts))...)
		}
		for _, n := range tokens {
			if all || s.vocab.isWord(n) {
				c.counts[n]++
			}
		}
	}
}

func (c *scale) unload(s *side, from, to int) {
	for i := from; i < to; i++ {
		for _, n := range s.tokens(i) {
			c.counts[n] = 0
		}
	}
}

// meet is the number of words that block j of s has in common with what is
// loaded. Each loaded word is met once.
func (c *scale) meet(s *side, from, to int, all bool) int {
	met := 0
	for j := from; j < to; j++ {
		tokens := s.tokens(j)
		if size := len(s.vocab.words); len(c.counts) < size {
			c.counts = append(c.counts, make([]int32, 2*size-len(c.counts))...)
		}
		for _, n := range tokens {
			if (all || s.vocab.isWord(n)) && c.counts[n] > 0 {
				met++
			}
			c.counts[n]--
		}
	}
	for j := from; j < to; j++ {
		for _, n := range s.tokens(j) {
			c.counts[n]++
		}
	}
	return met
}

// dice is the likeness of blocks [a0, a1) of the base and [b0, b1) of the
// draft, and the number of words they have in common.
func (c *scale) dice(a0, a1, b0, b1 int) (likeness float64, inCommon int) {
	n, m := c.base.size(a0, a1), c.draft.size(b0, b1)
	all := n == 0 && m == 0
	if all {
		n, m = c.base.length(a0, a1), c.draft.length(b0, b1)
	}
	if n == 0 || m == 0 {
		return 0, 0
	}
	c.load(c.base, a0, a1, all)
	inCommon = c.meet(c.draft, b0, b1, all)
	c.unload(c.base, a0, a1)
	return 2 * float64(inCommon) / float64(n+m), inCommon
}

// size is the number of words in blocks [from, to).
func (s *side) size(from, to int) int {
	n := 0
	for i := from; i < to; i++ {
		n += s.words(i)
	}
	return n
}

// length is the number of tokens in blocks [from, to).
func (s *side) length(from, to int) int {
	n := 0
	for i := from; i < to; i++ {
		n += len(s.tokens(i))
	}
	return n
}
