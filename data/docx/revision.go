package docx

import (
	"slices"
	"strings"
	"time"

	"synlig/data/redline"
)

// origin is who made a revision, and when.
type origin struct {
	author string
	date   time.Time
}

// origin reads the author and date of a revision.
func (m *markup) origin(t token) origin {
	author, _ := m.attr(t, wml, "author")
	date, _ := m.attr(t, wml, "date")
	return origin{strings.TrimSpace(author), instant(date)}
}

// instant reads a date. Word writes the local time and calls it UTC; there is
// nothing in the file to tell the two apart.
func instant(s string) time.Time {
	for _, layout := range [...]string{time.RFC3339, "2006-01-02T15:04:05", "2006-01-02"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.UTC()
		}
	}
	return time.Time{}
}

// revisions are the elements that mark a paragraph's mark, a row or text.
var revisions = map[string]Op{"ins": Inserted, "del": Deleted, "moveFrom": MovedFrom, "moveTo": MovedTo}

// fate is what the operation does to what it marks.
func (o Op) fate() fate {
	switch o {
	case Inserted, MovedTo:
		return inserted
	case Deleted, MovedFrom:
		return deleted
	}
	return 0
}

// around are the revisions around a place in the file.
type around struct {
	revised bool // some revision was met
	stack   []surrounding
}

type surrounding struct {
	op     Op
	origin origin
}

// fate is what becomes of text at this place: what was inserted and deleted
// again is in neither text.
func (a *around) fate() (f fate) {
	for _, s := range a.stack {
		f |= s.op.fate()
	}
	return f
}

func (a *around) innermost() (Op, origin) {
	s := a.stack[len(a.stack)-1]
	return s.op, s.origin
}

// enter notes that what follows is under a revision; leave goes back to as many
// as there were.
func (a *around) enter(op Op, origin origin) {
	a.revised = true
	if len(a.stack) == 2*maxDepth { // elements nest less deep; only a row can say it over and over
		return
	}
	a.stack = append(a.stack, surrounding{op, origin})
}

func (a *around) leave(to int) { a.stack = a.stack[:to] }

// within walks through a revision.
func (b *body) within(op Op, t token) error {
	before := len(b.stack)
	b.enter(op, b.origin(t))
	defer b.leave(before)
	return b.inside()
}

// tracker gathers the revisions for AsChanges.
type tracker struct {
	active   bool
	all      []entry
	joins    bool     // the last revision goes on here
	open     []string // ids of the comments around this place
	met      []string // ids of those met in this paragraph
	attached map[string]bool
}

// entry is a revision being gathered.
type entry struct {
	Tracked
	text     strings.Builder
	comments []string
}

// add notes text under a revision: its place in the list + 1.
func (k *tracker) add(op Op, from origin, text string) int {
	if !k.active {
		return 0
	}
	n := len(k.all)
	if !k.joins || n == 0 || !k.all[n-1].goesOn(op, from, k.open) {
		k.all = append(k.all, entry{Tracked: Tracked{Author: from.author, Date: from.date, Op: op}})
		n++
	}
	k.joins = true
	k.all[n-1].text.WriteString(text)
	k.attach(n, k.open)
	return n
}

// goesOn tells whether a revision is more of the same, under the same comments.
func (e *entry) goesOn(op Op, from origin, comments []string) bool {
	return e.Op == op && e.Author == from.author && e.Date.Equal(from.date) && slices.Equal(e.comments, comments)
}

// reform notes a change of a paragraph's form, once all of it is read. Comments
// in it that hang on nothing else are about that.
func (k *tracker) reform(from origin, text string) int {
	k.apart()
	n := k.add(Reformed, from, text)
	k.apart()
	if n == 0 {
		return 0
	}
	for _, id := range k.met {
		if !k.attached[id] {
			k.attach(n, []string{id})
		}
	}
	return n
}

// attach hangs comments on a revision.
func (k *tracker) attach(n int, ids []string) {
	for _, id := range ids {
		k.attached[id] = true
		if e := &k.all[n-1]; !slices.Contains(e.comments, id) {
			e.comments = append(e.comments, id)
		}
	}
}

// apart notes that there is text without a revision here.
func (k *tracker) apart() { k.joins = false }

// paragraph notes that a paragraph begins.
func (k *tracker) paragraph() { k.met = append(k.met[:0], k.open...) }

// place notes where the words of a revision stand.
func (k *tracker) place(n int, p redline.Piece) {
	places := &k.all[n-1].Places
	if last := len(*places) - 1; last >= 0 && (*places)[last].Block == p.Block && p.Start <= (*places)[last].End+1 {
		(*places)[last].End = p.End
		return
	}
	*places = append(*places, p)
}

// commented is how many comments hang on a revision.
func (k *tracker) commented() int { return len(k.attached) }

// list are the revisions with text or form of their own.
func (k *tracker) list(comments map[string]Comment) []Tracked {
	list := make([]Tracked, 0, len(k.all))
	for i := range k.all {
		e := &k.all[i]
		e.Text = e.text.String()
		for _, id := range e.comments {
			if c, ok := comments[id]; ok {
				e.Comments = append(e.Comments, c)
			}
		}
		list = append(list, e.Tracked)
	}
	return list
}
