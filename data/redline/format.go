package redline

import (
	"strconv"

	"synlig/data/document"
)

// formats are the changes of form in a row where the words stayed.
func formats(base, draft []document.Block, row *Block) []Format {
	var found []Format
	for k, j := range row.Draft {
		i := row.Base[min(k, len(row.Base)-1)]
		old, now := &base[i], &draft[j]
		whole := Format{Base: Piece{i, 0, len(old.Text)}, Draft: Piece{j, 0, len(now.Text)}}
		if old.Kind != now.Kind {
			whole.Aspect, whole.Old, whole.New = AspectKind, old.Kind.String(), now.Kind.String()
			found = append(found, whole)
		}
		if old.Level != now.Level && old.Kind.IsList() && now.Kind.IsList() {
			whole.Aspect, whole.Old, whole.New = AspectLevel, strconv.Itoa(old.Level), strconv.Itoa(now.Level)
			found = append(found, whole)
		}
	}
	for _, s := range row.Segments {
		if s.Op != Equal || s.Text == "\n" && s.Base == s.Draft {
			continue
		}
		old, now := &base[s.Base.Block], &draft[s.Draft.Block]
		if len(old.Spans) == 0 && len(now.Spans) == 0 {
			continue
		}
		found = styles(found, old, now, s)
	}
	return found
}

// styles adds the changes of bold, italic and link in one equal segment. Where
// the spelling differs (other quotation marks) the words are walked in step.
// Words in a row with the same change are one.
func styles(found []Format, old, now *document.Block, s Segment) []Format {
	w := styler{found: found, a: cursor{block: old, at: s.Base.Start}, b: cursor{block: now, at: s.Draft.Start}, last: [3]int{-1, -1, -1}}
	for w.a.next(s.Base.End) && w.b.next(s.Draft.End) {
		x, y := w.a.style, w.b.style
		w.note(s, AspectBold, x.Bold != y.Bold, func() (string, string) { return strconv.FormatBool(x.Bold), strconv.FormatBool(y.Bold) })
		w.note(s, AspectItalic, x.Italic != y.Italic, func() (string, string) { return strconv.FormatBool(x.Italic), strconv.FormatBool(y.Italic) })
		w.note(s, AspectLink, x.Link != y.Link, func() (string, string) { return x.Link, y.Link })
	}
	return w.found
}

// styler gathers the changes of style in a segment.
type styler struct {
	found []Format
	a, b  cursor
	last  [3]int // by aspect: the change that the word before had, -1 for none
}

func (w *styler) note(s Segment, aspect Aspect, differ bool, spell func() (string, string)) {
	last := &w.last[aspect-AspectBold]
	if !differ {
		*last = -1
		return
	}
	before, after := spell()
	if *last >= 0 && w.found[*last].Old == before && w.found[*last].New == after {
		w.found[*last].Base.End, w.found[*last].Draft.End = w.a.at, w.b.at
		return
	}
	*last = len(w.found)
	w.found = append(w.found, Format{
		Aspect: aspect, Old: before, New: after,
		Base: Piece{s.Base.Block, w.a.start, w.a.at}, Draft: Piece{s.Draft.Block, w.b.start, w.b.at},
	})
}

// cursor walks the words of a block and knows the style of each.
type cursor struct {
	block     *document.Block
	start, at int // the word
	span      int // the first span that may still concern it
	style     document.Style
}

// next goes to the next word before the byte end.
func (c *cursor) next(end int) bool {
	t, ok := scan(c.block.Text[:end], c.at)
	if !ok {
		return false
	}
	c.start, c.at = t.start, t.end
	spans := c.block.Spans
	for c.span < len(spans) && spans[c.span].End <= c.start {
		c.span++
	}
	c.style = document.Style{}
	if c.span < len(spans) && spans[c.span].Start <= c.start {
		c.style = spans[c.span].Style
	}
	return true
}
