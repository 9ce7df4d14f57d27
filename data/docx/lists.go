package docx

import "synlig/data/document"

// The lists of every file. Numbered lists each have a number of their own from
// firstNumbered on, so that each begins anew.
const (
	headingList   = 1
	bulletList    = 2
	firstNumbered = 3
)

// lists gives every numbered paragraph its list, so that the new text counts as
// document.Labels does. Paragraphs that are numbered in the old text only go
// with the list around them. It returns the number of the last list.
func lists(paras []para) int {
	next := firstNumbered
	now, gone := listing{next: &next}, listing{next: &next}
	for i := range paras {
		p := &paras[i]
		removed := p.fate == deleted && allGone(p.atoms)
		if !removed {
			p.number = now.take(p.now)
		}
		around := now.open[p.old.level].number
		switch {
		case p.number > 0 || p.old.kind != document.Numbered && !removed:
			gone.open = listing{}.open
		case removed && p.old.kind == document.Numbered && around > 0:
			p.number = around
		default:
			p.number = gone.take(p.old)
		}
	}
	return next - 1
}

// allGone tells whether no word of a paragraph is in the new text.
func allGone(atoms []atom) bool {
	for _, a := range atoms {
		if a.text != "" && a.fate != deleted {
			return false
		}
	}
	return true
}

// listing follows the lists of one text.
type listing struct {
	next *int // number of the next list
	open [document.MaxLevel + 1]item
}

// item is the last item met on a level.
type item struct {
	kind   document.Kind
	number int // of its list; 0 for none
}

// take is the number of the list that a paragraph stands in, 0 when it is not
// numbered.
func (l *listing) take(s shape) int {
	if !s.kind.IsList() {
		l.open = [document.MaxLevel + 1]item{}
		return 0
	}
	for deeper := s.level + 1; deeper < len(l.open); deeper++ {
		l.open[deeper] = item{}
	}
	at := &l.open[s.level]
	if s.kind == document.Bullet {
		*at = item{kind: s.kind}
		return 0
	}
	if at.number == 0 {
		number := 0
		if at.kind != document.Bullet {
			number = l.above(s.level)
		}
		if number == 0 {
			number = *l.next
			*l.next++
		}
		*at = item{s.kind, number}
	}
	return at.number
}

// above is the list of the numbered item that a deeper one hangs on: within one
// list the deeper numbers begin anew by themselves.
func (l *listing) above(level int) int {
	for level--; level >= 0; level-- {
		if l.open[level].kind != document.Paragraph {
			return l.open[level].number
		}
	}
	return 0
}
