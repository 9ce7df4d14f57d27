package redline

// Measure counts the words of a comparison.
func Measure(c Comparison) Stats {
	s := Stats{Changes: len(c.Changes)}
	for i := range c.Base {
		s.WordsOld += CountWords(c.Base[i].Text)
	}
	for j := range c.Draft {
		s.WordsNew += CountWords(c.Draft[j].Text)
	}
	for r := range c.Blocks {
		s.WordsMarked += marked(&c, &c.Blocks[r])
	}
	return s
}

// marked is the number of marked words in a row. A moved block counts in full
// at both ends, as a word for word comparison would mark it.
func marked(c *Comparison, row *Block) int {
	n := 0
	switch row.Status {
	case MovedFrom:
		return CountWords(c.Base[row.Base[0]].Text)
	case MovedTo:
		return CountWords(c.Draft[row.Draft[0]].Text)
	}
	for _, s := range row.Segments {
		if s.Op != Equal {
			n += CountWords(s.Text)
		}
	}
	return n
}

// CountWords is the number of words in a text, as comparing counts them:
// numbers, dates and "§ 5" are one word each, punctuation marks none.
func CountWords(text string) int {
	n := 0
	for t, ok := scan(text, 0); ok; t, ok = scan(text, t.end) {
		if t.sort != mark {
			n++
		}
	}
	return n
}
