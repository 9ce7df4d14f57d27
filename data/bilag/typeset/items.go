package typeset

import "strings"

// Run is a stretch of text in one face.
type Run struct {
	Text string
	Face int // index into Setter.Faces
	// Hidden text takes no room and stays at the word it touches.
	Hidden bool
}

type itemKind uint8

const (
	boxItem    itemKind = iota // letters, or a space that must not end a line
	spaceItem                  // a line may end here; the space hangs
	hyphenItem                 // a line may end here, with a hyphen
	gapItem                    // a line may end here, with nothing
)

// item is a piece of the paragraph in reading order.
type item struct {
	kind        itemKind
	run         int // index of its Run
	from, to    int // bytes of the run's text
	left, right int // where it would stand in one endless line, Units
	first, last rune
}

// fragment is the part of a word that lies in one run.
type fragment struct{ run, from, to int }

// itemize cuts the runs into items and places them in one endless line.
func (s *Setter) itemize(runs []Run, width int, hyphenate bool) {
	s.items = s.items[:0]
	s.word = s.word[:0]
	s.lastWord, s.tied = "", 0
	for i, run := range runs {
		if run.Hidden {
			s.word = append(s.word, fragment{i, 0, len(run.Text)})
			continue
		}
		for from := 0; from < len(run.Text); {
			if run.Text[from] == ' ' {
				s.flushWord(runs, width, hyphenate)
				s.space(i, from)
				from++
				continue
			}
			to := len(run.Text)
			if n := strings.IndexByte(run.Text[from:], ' '); n >= 0 {
				to = from + n
			}
			s.word = append(s.word, fragment{i, from, to})
			from = to
		}
	}
	s.flushWord(runs, width, hyphenate)
	if n := len(s.items); n > 0 && s.items[n-1].kind == spaceItem {
		s.items[n-1].kind = boxItem // the last line ends at the end, not here
	}
	s.place(runs)
}

// space adds a space; spaces that begin a paragraph or follow another go.
func (s *Setter) space(run, at int) {
	if n := len(s.items); n == 0 || s.items[n-1].kind == spaceItem {
		return
	}
	s.items = append(s.items, item{kind: spaceItem, run: run, from: at, to: at + 1, first: ' ', last: ' '})
}

// maxTied is how many spaces in a row may be kept from ending a line, so that
// a row of dashes cannot grow wider than the page.
const maxTied = 3

// flushWord adds the collected word.
func (s *Setter) flushWord(runs []Run, width int, hyphenate bool) {
	if len(s.word) == 0 {
		return
	}
	text := s.wordText(runs)
	if text != "" {
		n := len(s.items)
		if n > 0 && s.items[n-1].kind == spaceItem && s.tied < maxTied && s.Language.binds(s.lastWord, text) {
			s.items[n-1].kind = boxItem
			s.tied++
		} else {
			s.tied = 0
		}
		s.lastWord = text
	}
	if len(s.word) == 1 && !runs[s.word[0].run].Hidden {
		f := s.word[0]
		s.addBoxes(s.boxes(text, runs[f.run].Face, hyphenate), text, f, f.from, width, runs[f.run].Face)
	} else {
		s.addMixed(runs, text, width, hyphenate)
	}
	s.word = s.word[:0]
}

// wordText is the visible text of the collected word.
func (s *Setter) wordText(runs []Run) string {
	if len(s.word) == 1 {
		if f := s.word[0]; !runs[f.run].Hidden {
			return runs[f.run].Text[f.from:f.to]
		}
		return ""
	}
	var b strings.Builder
	for _, f := range s.word {
		if !runs[f.run].Hidden {
			b.WriteString(runs[f.run].Text[f.from:f.to])
		}
	}
	return b.String()
}

// boxes are the measured pieces of a word that lies in one run, remembered.
func (s *Setter) boxes(word string, face int, hyphenate bool) []box {
	key := wordKey{word, face, hyphenate}
	boxes, ok := s.cache[key]
	if !ok {
		boxes = cut(word, s.chances(word, hyphenate), s.Faces[face])
		if len(word) <= maxWordBytes {
			key.word = strings.Clone(word)
			s.cache[key] = boxes
		}
	}
	return boxes
}

func (s *Setter) chances(word string, hyphenate bool) []chance {
	if !hyphenate && !isAddress(word) {
		return nil
	}
	return s.Language.chances(word)
}

// addBoxes adds the pieces of a word (or of its part in one run), which begins
// at the byte start of the run's text.
func (s *Setter) addBoxes(boxes []box, word string, f fragment, start, width, face int) {
	for _, b := range boxes {
		pieces := []box{b}
		if b.width > width {
			pieces = chop(word, b, width, s.Faces[face])
		}
		for _, p := range pieces {
			s.items = append(s.items, item{
				kind: boxItem, run: f.run, from: start + p.from, to: start + p.to,
				left: 0, right: p.width, first: p.first, last: p.last,
			})
			switch p.after {
			case hyphenAfter:
				s.items = append(s.items, item{kind: hyphenItem, run: f.run, from: start + p.to, to: start + p.to})
			case gapAfter:
				s.items = append(s.items, item{kind: gapItem, run: f.run, from: start + p.to, to: start + p.to})
			}
		}
	}
}

// addMixed adds a word that lies in several runs or carries hidden text.
func (s *Setter) addMixed(runs []Run, text string, width int, hyphenate bool) {
	chances := s.chances(text, hyphenate)
	at := 0 // bytes of text before the fragment
	for _, f := range s.word {
		run := runs[f.run]
		if run.Hidden {
			s.items = append(s.items, item{kind: boxItem, run: f.run, from: f.from, to: f.to})
			continue
		}
		part := run.Text[f.from:f.to]
		var inside []chance
		for len(chances) > 0 && chances[0].at <= at+len(part) {
			if c := chances[0]; c.at > at {
				inside = append(inside, chance{c.at - at, c.hyphen})
			}
			chances = chances[1:]
		}
		s.addBoxes(cut(part, inside, s.Faces[run.Face]), part, f, f.from, width, run.Face)
		at += len(part)
	}
}

// place gives every item its left and right in one endless line, kerned.
func (s *Setter) place(runs []Run) {
	x, face, last := 0, -1, rune(-1)
	for i := range s.items {
		it := &s.items[i]
		run := runs[it.run]
		switch {
		case it.kind == hyphenItem || it.kind == gapItem || run.Hidden:
			it.left, it.right = x, x
			continue
		case it.first == ' ' && it.to == it.from+1:
			it.right = s.Faces[run.Face].Width(' ')
		}
		if face == run.Face && last >= 0 {
			x += s.Faces[face].Kern(last, it.first)
		}
		it.left, it.right = x, x+it.right
		x, face, last = it.right, run.Face, it.last
	}
}
