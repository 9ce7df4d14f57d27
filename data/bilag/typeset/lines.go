package typeset

// Setter sets paragraphs. It keeps what it learned about words, so one Setter
// should set a whole paper; it is for one goroutine.
type Setter struct {
	Faces    [4]*Face // regular, bold, italic, bold italic
	Language *Language

	cache    map[wordKey][]box
	items    []item
	word     []fragment
	lastWord string
	tied     int
	breaks   []int
	best     []route
}

type wordKey struct {
	word      string
	face      int
	hyphenate bool
}

// NewSetter makes a Setter.
func NewSetter(faces [4]*Face, language *Language) *Setter {
	return &Setter{Faces: faces, Language: language, cache: map[wordKey][]box{}}
}

// Shape is how a paragraph is set. Lengths are in points.
type Shape struct {
	Size  float64 // of the type
	Width float64 // of the lines
	// Hyphenate allows words to be broken; headings are not.
	Hyphenate bool
}

// Line is one set line.
type Line struct {
	Segs  []Seg
	Width float64 // points, without a hanging space
	// Hyphen tells that the line ends in a hyphen that is not in the text; it
	// belongs to the last Seg.
	Hyphen bool
}

// Seg is the part of a line that lies in one run.
type Seg struct {
	Run  int    // index of its Run
	Text string // with the space that hangs at the line's end
	// X is where it begins, from the line's left; Width how wide it is without
	// a hanging space and with a hyphen at the line's end. Points.
	X, Width float64
}

// Set breaks the runs into lines. An empty paragraph has no lines.
func (s *Setter) Set(runs []Run, shape Shape) []Line {
	scale := shape.Size / Units
	width := int(shape.Width / scale)
	s.itemize(runs, width, shape.Hyphenate)
	if len(s.items) == 0 {
		return nil
	}
	breaks := s.breakLines(width, runs)
	lines := make([]Line, 0, len(breaks))
	start := 0
	for _, end := range breaks {
		lines = append(lines, s.line(runs, start, end, scale))
		start = end + 1
	}
	return lines
}

// Measure is the width of text in one line, in points.
func (s *Setter) Measure(text string, face int, size float64) float64 {
	return float64(s.Faces[face].Measure(text)) * size / Units
}

// line makes the line of the items [start, end); items[end] is where it broke.
func (s *Setter) line(runs []Run, start, end int, scale float64) Line {
	var line Line
	origin := s.items[start].left
	stop := end
	if end < len(s.items) && s.items[end].kind == spaceItem {
		stop = end + 1 // the space hangs: a reader needs it between the words
	}
	first := -1
	flush := func(to int) {
		if first < 0 {
			return
		}
		a, b := s.items[first], s.items[to-1]
		right := b.right
		if b.kind == spaceItem && to == stop && stop > end {
			right = b.left
			if to-1 > first {
				right = s.items[to-2].right
			}
		}
		line.Segs = append(line.Segs, Seg{
			Run: a.run, Text: runs[a.run].Text[a.from:b.to],
			X: float64(a.left-origin) * scale, Width: float64(right-a.left) * scale,
		})
		first = -1
	}
	for i := start; i < stop; i++ {
		if first >= 0 && (s.items[i].run != s.items[first].run || s.items[i].from != s.items[i-1].to) {
			flush(i)
		}
		if first < 0 {
			first = i
		}
	}
	flush(stop)
	if end < len(s.items) && s.items[end].kind == hyphenItem {
		line.Hyphen = true
		last := &line.Segs[len(line.Segs)-1]
		last.Width += float64(s.hyphenWidth(runs[last.Run].Face)) * scale
	}
	for _, seg := range line.Segs {
		line.Width = max(line.Width, seg.X+seg.Width)
	}
	return line
}

// SoftHyphen is the hyphen of a line's end: it goes when text is copied.
const SoftHyphen = '\u00ad'

func (s *Setter) hyphenWidth(face int) int { return s.Faces[face].Width(SoftHyphen) }
