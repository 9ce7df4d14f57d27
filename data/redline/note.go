package redline

import (
	"slices"
	"strings"
)

// Likeness of texts from which a note knows an addition again.
const (
	likeNote = 0.5 // Dice's coefficient of the whole addition
	partNote = 0.8 // share of an addition's words that stand in the note's text
)

// attach gives every change the notes that were made about it. A note about
// words belongs to every change that overlaps them now.
func (c *comparer) attach() {
	if c.notes == nil {
		return
	}
	found := make([][]int, len(c.Changes))
	c.answered = make([]bool, len(c.Changes))
	for k := range c.notes.notes {
		numbers := c.about(k)
		for _, n := range numbers {
			found[n-1] = append(found[n-1], k)
		}
		if len(numbers) == 0 {
			c.Lapsed = append(c.Lapsed, c.notes.notes[k])
		}
	}
	for n, list := range found {
		if len(list) == 0 {
			continue
		}
		notes := make([]Note, len(list))
		for i, k := range list {
			notes[i] = c.notes.notes[k]
		}
		slices.SortStableFunc(notes, func(x, y Note) int { return x.At.Compare(y.At) })
		ch := &c.Changes[n]
		ch.Note = notes[len(notes)-1]
		if len(notes) > 1 {
			ch.Others = notes[:len(notes)-1]
		}
		if ch.Note.Class != "" {
			ch.Class = ch.Note.Class
		}
	}
}

// about are the numbers of the changes that note k is about.
func (c *comparer) about(k int) []int {
	if !c.notes.known[k] {
		return nil
	}
	anchor, reach := c.notes.notes[k].Anchor, c.notes.reaches[k]
	if anchor.After {
		return c.aboutAddition(anchor.Text, reach.from.block)
	}
	whole := func(a Action) bool { return a == Move || a == Reform }
	var numbers []int
	for n := range c.Changes {
		ch := &c.Changes[n]
		if ch.Action == Add || (whole(ch.Action) || whole(anchor.Act)) && ch.Action != anchor.Act {
			continue
		}
		if c.sameWords(c.spans[n], reach, ch, anchor.Text) {
			numbers = append(numbers, n+1)
		}
	}
	return numbers
}

// sameWords tells whether a change and a note concern the same words. What is
// only added between words is known by the gap and by its text.
func (c *comparer) sameWords(now, then reach, ch *Change, text string) bool {
	if now.empty() || !then.empty() {
		if now.empty() && then.empty() {
			return now.from == then.from && likeTexts(text, ch.New) >= likeNote
		}
		return now.overlaps(then)
	}
	if now.overlaps(then) {
		return true
	}
	return (now.from == then.from || now.to == then.from) && likeTexts(text, ch.New) >= likeNote
}

// aboutAddition are the additions in the gap that base block after lies in
// which are most like the text; or, if the text has fallen apart, those that
// are parts of it.
func (c *comparer) aboutAddition(text string, after int) []int {
	best, most := 0, 0.0
	var parts []int
	for n := range c.Changes {
		ch := &c.Changes[n]
		if ch.Action != Add || !c.inGap(ch.Blocks[0], after) {
			continue
		}
		likeness := likeTexts(text, ch.New)
		if likeness >= likeNote {
			if text == ch.New {
				likeness++
			}
			if c.answered[n] { // another note was about this one
				likeness -= 1e-3
			}
			if likeness > most {
				best, most = n+1, likeness
			}
		}
		if share(ch.New, text) >= partNote {
			parts = append(parts, n+1)
		}
	}
	if best > 0 {
		c.answered[best-1] = true
		return []int{best}
	}
	return parts
}

// inGap tells whether base block after lies in the stretch of removed blocks
// around row r, or ends right before it.
func (c *comparer) inGap(r, after int) bool {
	still := func(row *Block) bool { return row.Status == Same || row.Status == Changed }
	low, high := -1, len(c.Base)-1
	for k := r - 1; k >= 0; k-- {
		if row := &c.Blocks[k]; still(row) {
			low = row.Base[len(row.Base)-1]
			break
		}
	}
	for k := r + 1; k < len(c.Blocks); k++ {
		if row := &c.Blocks[k]; still(row) {
			high = row.Base[0] - 1
			break
		}
	}
	return after >= low && after <= high
}

// apart tells whether people gave two neighbouring rows that came, went or
// moved as a whole to different decision points.
func (c *comparer) apart(first, last int) bool {
	if c.notes == nil {
		return false
	}
	p, q := c.pointsOf(first), c.pointsOf(last)
	return len(p) > 0 && len(q) > 0 && !slices.ContainsFunc(p, func(point int) bool { return slices.Contains(q, point) })
}

// pointsOf are the decision points that were given to row r.
func (c *comparer) pointsOf(r int) []int {
	row := &c.Blocks[r]
	var points []int
	switch row.Status {
	case Inserted:
		for k, note := range c.notes.notes {
			if note.Point != 0 && note.Anchor.After && c.notes.known[k] && c.inGap(r, c.notes.reaches[k].from.block) &&
				share(c.Draft[row.Draft[0]].Text, note.Anchor.Text) >= likeNote {
				points = append(points, note.Point)
			}
		}
	case Deleted, MovedFrom:
		i := row.Base[0]
		here := reach{spot{i, 0}, spot{i, len(c.base.tokens(i))}}
		for _, k := range c.notes.byBlock[i] {
			note := &c.notes.notes[k]
			if note.Point != 0 && !note.Anchor.After && (note.Anchor.Act == Move) == (row.Status == MovedFrom) && c.notes.reaches[k].overlaps(here) {
				points = append(points, note.Point)
			}
		}
	}
	return points
}

// share is the share of a's words that stand in b, too.
func share(a, b string) float64 {
	counts := map[string]int{}
	for _, w := range wordsOf(b) {
		counts[w]++
	}
	words := wordsOf(a)
	common := 0
	for _, w := range words {
		if counts[w] > 0 {
			counts[w]--
			common++
		}
	}
	if len(words) == 0 {
		return 0
	}
	return float64(common) / float64(len(words))
}

// likeTexts is Dice's coefficient on the words of two texts, without regard to
// case; texts without words are alike.
func likeTexts(a, b string) float64 {
	n, m := len(wordsOf(a)), len(wordsOf(b))
	if n+m == 0 {
		return 1
	}
	return 2 * share(a, b) * float64(n) / float64(n+m)
}

// wordsOf are the words of a text in lower case.
func wordsOf(text string) []string { return appendWords(nil, text) }

// appendWords adds the words of a text in lower case.
func appendWords(words []string, text string) []string {
	for t, ok := scan(text, 0); ok; t, ok = scan(text, t.end) {
		if t.sort == mark {
			continue
		}
		w := text[t.start:t.end]
		if !t.plain {
			w = normal(w, t.sort)
		}
		words = append(words, strings.ToLower(w))
	}
	return words
}
