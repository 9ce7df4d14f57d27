package redline

import (
	"slices"
	"strings"
)

// number gathers what is marked into changes, in reading order.
func (c *comparer) number() {
	c.Changes = make([]Change, 0, c.mostChanges())
	for r := range c.Blocks {
		row := &c.Blocks[r]
		switch row.Status {
		case Inserted:
			c.wholeBlocks(r, Add)
		case Deleted:
			c.wholeBlocks(r, Remove)
		case MovedFrom, MovedTo:
			c.move(r)
		}
		if row.Status != Inserted && row.Status != Deleted && row.Status != MovedFrom {
			c.edits(r)
		}
	}
	c.spell()
}

// mostChanges is how many changes there can be at most: one for each hunk, each
// row that came, went or moved, and each row whose form changed.
func (c *comparer) mostChanges() int {
	n := 0
	for r := range c.Blocks {
		row := &c.Blocks[r]
		n += len(c.marks[r])
		if row.Status == Inserted || row.Status == Deleted || row.Status == MovedFrom || row.Status == MovedTo && row.Twin > r {
			n++
		}
		if len(row.Formats) > 0 {
			n++
		}
	}
	return n
}

// open begins a new change in row r.
func (c *comparer) open(r int, action Action) int {
	n := len(c.Changes) + 1
	c.Changes = append(c.Changes, Change{Number: n, Action: action})
	c.see(r, n)
	return n
}

// see notes that change n is seen in row r.
func (c *comparer) see(r, n int) {
	row, ch := &c.Blocks[r], &c.Changes[n-1]
	if row.Changes == nil {
		row.Changes = c.ints.lend(1 + len(row.Segments)/2)
	}
	row.Changes = append(row.Changes, n)
	if ch.Blocks == nil {
		ch.Blocks = c.ints.lend(1)
	}
	ch.Blocks = append(ch.Blocks, r)
}

// wholeBlocks numbers a row that came or went as a whole: together with the
// row before it when that did the same and no new section begins here.
func (c *comparer) wholeBlocks(r int, action Action) {
	n := 0
	if r > 0 && c.Blocks[r-1].Status == c.Blocks[r].Status && len(c.Blocks[r-1].Changes) > 0 {
		last := c.Blocks[r-1].Changes[0]
		if !c.newSection(c.Changes[last-1].Blocks, r) && !c.apart(r-1, r) {
			n = last
			c.see(r, n)
		}
	}
	if n == 0 {
		n = c.open(r, action)
	}
	for k := range c.Blocks[r].Segments {
		c.Blocks[r].Segments[k].Change = n
	}
}

// newSection tells whether row r is a heading that begins a section of its own
// after the rows: one not below their first heading, or the first heading
// after other text.
func (c *comparer) newSection(rows []int, r int) bool {
	level := c.headingLevel(r)
	if level == 0 {
		return false
	}
	for _, k := range rows {
		if first := c.headingLevel(k); first > 0 {
			return level <= first
		}
	}
	return true
}

func (c *comparer) headingLevel(r int) int {
	row := &c.Blocks[r]
	if len(row.Draft) > 0 {
		return c.Draft[row.Draft[0]].Kind.HeadingLevel()
	}
	return c.Base[row.Base[0]].Kind.HeadingLevel()
}

// move numbers one end of a move. Blocks that moved together in the same order
// are one change; its edits have numbers of their own.
func (c *comparer) move(r int) {
	row := &c.Blocks[r]
	if row.Twin < r {
		c.see(r, c.Blocks[row.Twin].Changes[0])
		return
	}
	if r > 0 {
		before := &c.Blocks[r-1]
		if before.Status == row.Status && before.Twin == row.Twin-1 && before.Twin > r-1 {
			n := before.Changes[0]
			if !c.newSection(c.Changes[n-1].Blocks, r) && !c.apart(r-1, r) {
				c.see(r, n)
				return
			}
		}
	}
	c.open(r, Move)
}

// edits numbers the hunks of a row and, where the first of them stands, its
// changes of form. Segments carry the hunk's place in the row (1, 2, 3 …) until
// then.
func (c *comparer) edits(r int) {
	row := &c.Blocks[r]
	form := row.firstForm()
	if len(row.Segments) == 0 && form == 0 {
		c.reform(r)
	}
	hunk, n := 0, 0
	for k := range row.Segments {
		s := &row.Segments[k]
		if k == form {
			c.reform(r)
		}
		if s.Op == Equal {
			continue
		}
		if s.Change != hunk {
			hunk, n = s.Change, c.open(r, Edit)
			c.marks[r][hunk-1].number = n
		}
		s.Change = n
		if s.Text == "\n" && s.Base == s.Draft {
			c.Changes[n-1].Action = Split
			if s.Op == Delete {
				c.Changes[n-1].Action = Merge
			}
		}
	}
}

// firstForm is the index of the segment where the row's first change of form
// stands: the beginning for a new kind or level. -1 where the form stayed.
func (b *Block) firstForm() int {
	first := -1
	for _, f := range b.Formats {
		at := 0
		if f.Aspect != AspectKind && f.Aspect != AspectLevel {
			at = max(slices.IndexFunc(b.Segments, func(s Segment) bool {
				return s.Op == Equal && s.Draft.Block == f.Draft.Block && s.Draft.End > f.Draft.Start
			}), 0)
		}
		if first < 0 || at < first {
			first = at
		}
	}
	return first
}

// reform numbers the changes of form in a row, which are one change.
func (c *comparer) reform(r int) {
	row := &c.Blocks[r]
	n := c.open(r, Reform)
	for k := range row.Formats {
		row.Formats[k].Change = n
	}
	c.Changes[n-1].Formats = row.Formats
}

// spell writes out each change's words and its class.
func (c *comparer) spell() {
	for r := range c.Blocks {
		row := &c.Blocks[r]
		if row.Status == Inserted || row.Status == Deleted {
			continue
		}
		for _, s := range row.Segments {
			if s.Change == 0 {
				continue
			}
			if ch := &c.Changes[s.Change-1]; s.Op == Delete {
				ch.Old += s.Text
			} else {
				ch.New += s.Text
			}
		}
	}
	for h := range c.holds() {
		ch := &c.Changes[h.number-1]
		ch.Class = classify(ch, h.mild)
	}
	for n := range c.Changes {
		ch := &c.Changes[n]
		if ch.Class != "" {
			continue
		}
		switch ch.Action {
		case Add, Remove, Move:
			ch.Old, ch.New = c.wholeText(ch)
		case Reform:
			ch.Old, ch.New = c.formText(ch)
		}
		ch.Class = classify(ch, false)
	}
}

// wholeText is the text of the blocks that a change took out or moved away, and
// of those it brought in.
func (c *comparer) wholeText(ch *Change) (old, now string) {
	if len(ch.Blocks) == 1 { // the most common, and nothing to join
		row := &c.Blocks[ch.Blocks[0]]
		if row.Status == Deleted {
			return c.Base[row.Base[0]].Text, ""
		}
		return "", c.Draft[row.Draft[0]].Text
	}
	var out, in []string
	for _, r := range ch.Blocks {
		switch row := &c.Blocks[r]; row.Status {
		case Deleted, MovedFrom:
			out = append(out, c.Base[row.Base[0]].Text)
		default:
			in = append(in, c.Draft[row.Draft[0]].Text)
		}
	}
	return strings.Join(out, "\n"), strings.Join(in, "\n")
}

// formText are the words whose form changed.
func (c *comparer) formText(ch *Change) (old, now string) {
	var out, in []string
	var last Format
	for k, f := range ch.Formats {
		if k > 0 && f.Base == last.Base && f.Draft == last.Draft {
			continue
		}
		out = append(out, c.Base[f.Base.Block].Text[f.Base.Start:f.Base.End])
		in = append(in, c.Draft[f.Draft.Block].Text[f.Draft.Start:f.Draft.End])
		last = f
	}
	return strings.Join(out, "\n"), strings.Join(in, "\n")
}
