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
func styles(found []Format, old, now *document.Block, s Segment) []Format {
	start := len(found)
	atA, atB := s.Base.Start, s.Draft.Start
	for {
		t, okA := scan(old.Text[:s.Base.End], atA)
		u, okB := scan(now.Text[:s.Draft.End], atB)
		if !okA || !okB {
			return found
		}
		a, b := old.StyleAt(t.start), now.StyleAt(u.start)
		pieceA, pieceB := Piece{s.Base.Block, t.start, t.end}, Piece{s.Draft.Block, u.start, u.end}
		note := func(aspect Aspect, before, after string) {
			if before == after {
				return
			}
			for k := start; k < len(found); k++ {
				if f := &found[k]; f.Aspect == aspect && f.Old == before && f.New == after && f.Base.End == atA && f.Draft.End == atB {
					f.Base.End, f.Draft.End = t.end, u.end
					return
				}
			}
			found = append(found, Format{Aspect: aspect, Base: pieceA, Draft: pieceB, Old: before, New: after})
		}
		note(AspectBold, strconv.FormatBool(a.Bold), strconv.FormatBool(b.Bold))
		note(AspectItalic, strconv.FormatBool(a.Italic), strconv.FormatBool(b.Italic))
		note(AspectLink, a.Link, b.Link)
		atA, atB = t.end, u.end
	}
}
