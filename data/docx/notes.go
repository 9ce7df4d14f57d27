package docx

import (
	"slices"
	"strconv"
	"strings"

	"synlig/data/redline"
)

// Notes are what the file tells about the changes of c, the comparison of
// r.Base and r.Blocks: who made each and when, and in the comments why. A change
// of which the file tells nothing has no note. The comments of our own files
// come back as the reasons and decision points they were written from.
func (r Result) Notes(c redline.Comparison) []redline.Note {
	b := newBook(r)
	var notes []redline.Note
	for i := range c.Changes {
		change := &c.Changes[i]
		found := b.over(pieces(c, change))
		if len(found) == 0 {
			continue
		}
		notes = append(notes, notesOf(change, found)...)
	}
	return notes
}

// notesOf makes the notes of a change from its revisions, the one that covers
// most of it first.
func notesOf(change *redline.Change, found []*Tracked) []redline.Note {
	note := redline.Note{Anchor: change.Anchor, Author: found[0].Author, At: found[0].Date}
	var own, foreign []redline.Note
	seen := map[Comment]bool{}
	for _, tracked := range found {
		for _, comment := range tracked.Comments {
			if seen[comment] {
				continue
			}
			seen[comment] = true
			number, said := understand(comment.Text, note)
			if number != change.Number {
				foreign = append(foreign, said...)
				continue
			}
			for _, n := range said { // ours, about this change
				n.Author, n.At = comment.Author, comment.Date
				own = append(own, n)
			}
		}
	}
	if own == nil {
		own = foreign
	}
	var notes []redline.Note
	for _, n := range own {
		if !slices.Contains(notes, n) {
			notes = append(notes, n)
		}
	}
	if len(notes) == 0 {
		notes = []redline.Note{note}
	}
	return notes
}

// understand reads a comment: the number of the change it is about when it is
// one of ours, else 0, and what it says.
func understand(text string, about redline.Note) (number int, notes []redline.Note) {
	w := words()
	for i, line := range strings.Split(text, "\n") {
		parts := strings.Split(line, w.Text("word.separator"))
		if i == 0 {
			if number = fits(parts[0], w.Text("word.change", "number", "\x00")); number > 0 {
				parts = parts[1:]
				if len(parts) > 0 && moving(parts[0]) {
					parts = parts[1:]
				}
			}
			notes = append(notes, about)
		}
		point := 0
		if number > 0 && len(parts) > 0 {
			if point = fits(parts[0], w.Text("word.point", "point", "\x00")); point > 0 {
				parts = parts[1:]
			}
		}
		if point > 0 && i > 0 {
			notes = append(notes, about)
		}
		last := &notes[len(notes)-1]
		last.Point = max(last.Point, point)
		said := strings.Join(parts, w.Text("word.separator"))
		if last.Reason != "" && said != "" {
			last.Reason += "\n"
		}
		last.Reason += said
	}
	return number, notes
}

// fits is the number that stands in text where pattern has its zero byte, 0 when
// text does not fit it.
func fits(text, pattern string) int {
	before, after, _ := strings.Cut(pattern, "\x00")
	rest, ok := strings.CutPrefix(text, before)
	rest, ends := strings.CutSuffix(rest, after)
	n, err := strconv.Atoi(rest)
	if !ok || !ends || err != nil || n < 1 {
		return 0
	}
	return n
}

// moving tells whether a part of a comment says where something moved.
func moving(part string) bool {
	w := words()
	if part == w.Text("word.moved") {
		return true
	}
	for _, key := range [...]string{"word.movedTo", "word.movedFrom"} {
		before, _, _ := strings.Cut(w.Text(key, "place", "\x00"), "\x00")
		if strings.HasPrefix(part, before) {
			return true
		}
	}
	return false
}

// sided is a piece of one of the two texts.
type sided struct {
	base bool
	redline.Piece
}

// pieces are the places that a change is about.
func pieces(c redline.Comparison, change *redline.Change) []sided {
	var all []sided
	for _, f := range change.Formats {
		all = append(all, sided{false, f.Draft}, sided{true, f.Base})
	}
	for _, i := range change.Blocks {
		row := &c.Blocks[i]
		for _, s := range row.Segments {
			if s.Change != change.Number {
				continue
			}
			if s.Op == redline.Delete {
				all = append(all, sided{true, s.Base})
			} else {
				all = append(all, sided{false, s.Draft})
			}
		}
		if change.Action == redline.Move {
			for _, b := range row.Base {
				all = append(all, sided{true, redline.Piece{Block: b, End: len(c.Base[b].Text)}})
			}
			for _, b := range row.Draft {
				all = append(all, sided{false, redline.Piece{Block: b, End: len(c.Draft[b].Text)}})
			}
		}
	}
	return all
}

// book finds revisions by place.
type book struct {
	at map[[2]int][]spot // by side and block
	r  Result
}

// spot is a piece of a block that a revision covers.
type spot struct {
	tracked int
	redline.Piece
}

func newBook(r Result) *book {
	b := &book{map[[2]int][]spot{}, r}
	for i := range r.Tracked {
		for _, p := range r.Tracked[i].Places {
			key := [2]int{side(r.Tracked[i].Op.onBase()), p.Block}
			b.at[key] = append(b.at[key], spot{i, p})
		}
	}
	return b
}

func side(base bool) int {
	if base {
		return 1
	}
	return 0
}

// over are the revisions that have words in common with the pieces, those with
// most of them first.
func (b *book) over(pieces []sided) []*Tracked {
	common := map[int]int{}
	for _, piece := range pieces {
		for _, s := range b.at[[2]int{side(piece.base), piece.Block}] {
			common[s.tracked] += max(0, min(s.End, piece.End)-max(s.Start, piece.Start))
		}
	}
	var order []int
	for i, n := range common {
		if n > 0 {
			order = append(order, i)
		}
	}
	slices.SortFunc(order, func(i, j int) int {
		if common[i] != common[j] {
			return common[j] - common[i]
		}
		return i - j
	})
	found := make([]*Tracked, len(order))
	for k, i := range order {
		found[k] = &b.r.Tracked[i]
	}
	return found
}
