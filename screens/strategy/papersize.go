package strategy

import "synlig/screens/kit"

// Heights are those of all rows at a width.
func (s *paper) Heights(width float32) []float32 {
	if s.ruler == nil {
		return nil
	}
	if s.ruler.Stale() {
		s.ruler, s.known = kit.NewRuler(), nil
		for i := range s.texts {
			t := &s.texts[i]
			t.high = nil
			t.left, t.right = s.ruler.Prepare(t.left.Block), s.ruler.Prepare(t.right.Block)
		}
	}
	s.width = width
	s.slabs, s.row = s.slabs[:0], make([]int, len(s.texts))
	line := s.column()
	heights := make([]float32, 0, len(s.texts)+1)
	for i := range s.texts {
		t := &s.texts[i]
		first := len(heights)
		s.row[i] = first
		if s.writes(i) {
			heights = append(heights, s.page.editing.row.height(s, i))
			s.slabs = append(s.slabs, slab{i, 0})
			continue
		}
		heights = append(heights, t.highAt(line)...)
		if s.view == inParallel {
			heights = t.beside(heights, first, line)
		}
		for n := first; n < len(heights); n++ {
			s.slabs = append(s.slabs, slab{i, n - first})
		}
		heights[first] += s.above(i)
	}
	if n := len(heights); n > 0 {
		heights[n-1] += kit.Scaled(2 * kit.Groups)
	}
	return heights
}

// beside makes room for the right column where it is the higher one.
func (t *paperText) beside(heights []float32, first int, line float32) []float32 {
	for n, h := range t.right.AppendHeights(nil, line) {
		if first+n < len(heights) {
			heights[first+n] = max(heights[first+n], h)
		} else {
			heights = append(heights, h)
		}
	}
	return heights
}

// above is the space over a paragraph.
func (s *paper) above(i int) float32 {
	space := s.texts[i].left.Above()
	if s.view == inParallel {
		space = max(space, s.texts[i].right.Above()) + kit.Scaled(kit.Between)
	}
	if i == 0 {
		space += kit.Scaled(kit.Between)
	}
	return space
}

// sheet is where the sheet begins and how wide it is.
func (s *paper) sheet() (left, width float32) {
	width = min(s.width, kit.Scaled(sheetWidth))
	if s.view == inParallel {
		width = min(s.width, kit.Scaled(sheetWidth*1.5))
	}
	return (s.width - width) / 2, width
}

// column is the width of the text, or of each of its two columns.
func (s *paper) column() float32 {
	_, width := s.sheet()
	room := width - kit.Scaled(marginWidth+sheetRight)
	if s.view == inParallel {
		room = (room - kit.Scaled(columnGap)) / 2
	}
	return max(min(room, kit.Scaled(lineWidth)), kit.Scaled(60))
}

// margin is the room left of the text: bars and numbers, and what centres a
// line shorter than the sheet.
func (s *paper) margin() float32 {
	left, width := s.sheet()
	spare := width - kit.Scaled(marginWidth+sheetRight) - s.column()
	if s.view == inParallel {
		spare = 0
	}
	return left + kit.Scaled(marginWidth) + max(spare, 0)*0.4
}
