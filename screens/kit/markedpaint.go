package kit

import (
	"image/color"
	"math"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// run is a stretch of one piece on one line, as it is drawn.
type run struct {
	piece     int
	start     int // byte of the piece's text where it begins
	text      string
	left, top float32
	width     float32
	change    int
}

// markedPainter turns a view into what a canvas can draw: grounds, letters,
// lines through and under them, bars and numbers in the margin.
type markedPainter struct {
	view    MarkedView
	text    *MarkedText
	colour  func(fyne.ThemeColorName) color.Color
	runs    []run
	grounds []fyne.CanvasObject
	letters []fyne.CanvasObject
	rules   []fyne.CanvasObject
}

func newMarkedPainter(view MarkedView) *markedPainter {
	return &markedPainter{view: view, text: view.Text, colour: theme.Color}
}

func (p *markedPainter) objects() []fyne.CanvasObject {
	return append(append(p.grounds, p.letters...), p.rules...)
}

func (p *markedPainter) paint() {
	top := p.view.Above
	numbered := p.numbered()
	for n, line := range p.text.slab(p.view.Slab, p.view.Width) {
		first := p.view.Slab == 0 && n == 0
		if first {
			p.label(top)
		}
		numbers, changed := p.line(line, top, first, numbered)
		if changed {
			p.bar(top)
		}
		p.numbers(numbers, top)
		top += p.text.line
	}
	if p.text.Block.Quote {
		p.rule(p.view.Margin, p.view.Above, p.text.ruler.scaled(2), top-p.view.Above, p.colour(ColorOutline))
	}
}

// numbered are the changes whose number stands in the margin of an earlier slab.
func (p *markedPainter) numbered() map[int]bool {
	seen := map[int]bool{}
	if p.view.Slab == 0 {
		return seen
	}
	for i := range p.view.Slab {
		for _, line := range p.text.slab(i, p.view.Width) {
			for _, f := range p.text.fragments[line.from:line.to] {
				seen[p.text.Block.Pieces[f.piece].Change] = true
			}
		}
	}
	seen[p.text.Block.Whole] = true
	return seen
}

func (p *markedPainter) label(top float32) {
	t := p.text
	if t.Block.Label == "" {
		return
	}
	left := p.view.Margin + t.labelLeft()
	p.write(t.Block.Label, left, top, t.size, fyne.TextStyle{Bold: t.Block.Heading > 0}, p.colour(ColorText))
}

// line draws one line and tells which numbers begin on it and whether it has
// any change.
func (p *markedPainter) line(line textLine, top float32, first bool, numbered map[int]bool) (numbers []int, changed bool) {
	note := func(change int) {
		if change != 0 && !numbered[change] {
			numbered[change] = true
			numbers = append(numbers, change)
		}
	}
	if first {
		note(p.text.Block.Whole)
	}
	changed = p.text.Block.Whole != 0
	x := p.view.Margin + p.text.left
	for i := line.from; i < line.to; {
		r, next := p.runAt(i, line.to, x, top)
		p.drawRun(r)
		note(r.change)
		changed = changed || r.change != 0
		x += r.width
		i = next
	}
	return numbers, changed
}

// runAt gathers the fragments of one piece that follow each other on a line.
func (p *markedPainter) runAt(i, end int, x, top float32) (run, int) {
	f := p.text.fragments[i]
	piece := p.text.Block.Pieces[f.piece]
	r := run{piece: int(f.piece), start: int(f.start), left: x, top: top, change: piece.Change}
	last := f.end
	for ; i < end && p.text.fragments[i].piece == f.piece; i++ {
		r.width += p.text.fragments[i].width
		last = p.text.fragments[i].end
	}
	r.text = piece.Text[f.start:last]
	return r, i
}

func (p *markedPainter) drawRun(r run) {
	p.runs = append(p.runs, r)
	piece := p.text.Block.Pieces[r.piece]
	if r.change != 0 && r.change == p.view.Lit {
		p.ground(r.left, r.top, r.width, ColorChosen)
	}
	p.found(r, piece)
	if strings.TrimSpace(r.text) != "" {
		style := fyne.TextStyle{Bold: p.text.bold(piece), Italic: piece.Italic || piece.Mark == MarkRemark}
		p.write(r.text, r.left, r.top, p.text.size, style, p.ink(piece))
	}
	p.marks(r, piece)
}

// ink is the colour of a piece's letters.
func (p *markedPainter) ink(piece MarkedPiece) color.Color {
	switch {
	case piece.Mark == MarkAdded || piece.Mark == MarkMovedTo:
		return p.colour(ColorAdded)
	case piece.Mark == MarkRemoved || piece.Mark == MarkMovedFrom:
		return p.colour(ColorRemoved)
	case piece.Mark == MarkRemark:
		return p.colour(ColorQuiet)
	case piece.Link:
		return p.colour(ColorAccent)
	}
	return p.colour(ColorText)
}

// found puts a ground under the words that are looked for.
func (p *markedPainter) found(r run, piece MarkedPiece) {
	if p.view.Find == "" {
		return
	}
	lower := strings.ToLower(r.text)
	if len(lower) != len(r.text) {
		lower = r.text // a letter whose small form is of another length: look for it as it stands
	}
	f := p.text.face(piece)
	for at := 0; ; {
		i := strings.Index(lower[at:], p.view.Find)
		if i < 0 {
			return
		}
		from, to := at+i, at+i+len(p.view.Find)
		p.ground(r.left+f.width(r.text[:from]), r.top, f.width(r.text[from:to]), theme.ColorNameFocus)
		at = to
	}
}

func (p *markedPainter) ground(left, top, width float32, name fyne.ThemeColorName) {
	g := canvas.NewRectangle(p.colour(name))
	g.Move(fyne.NewPos(left, top))
	g.Resize(fyne.NewSize(width, p.text.line))
	p.grounds = append(p.grounds, g)
}

func (p *markedPainter) write(text string, left, top, size float32, style fyne.TextStyle, ink color.Color) {
	w := canvas.NewText(text, ink)
	w.TextSize, w.TextStyle = size, style
	min := w.MinSize()
	// The letters stand in the middle of the line, on whole pixels.
	w.Move(fyne.NewPos(left, top+float32(math.Floor(float64(p.text.line-min.Height)/2))))
	w.Resize(min)
	p.letters = append(p.letters, w)
}

// marks draws the lines through and under a run, where the letters' own
// proportions put them: under the baseline, through the small letters.
func (p *markedPainter) marks(r run, piece MarkedPiece) {
	if r = p.trimmed(r, piece); r.width <= 0 {
		return
	}
	size := p.text.size
	thin := max(1, float32(math.Round(float64(size/14))))
	base := r.top + p.baseline()
	under, through := base+size*0.12, base-size*0.25
	ink := p.ink(piece)
	switch piece.Mark {
	case MarkAdded:
		p.rule(r.left, under, r.width, thin, ink)
	case MarkRemoved:
		p.rule(r.left, through, r.width, thin, ink)
	case MarkMovedTo:
		p.rule(r.left, under-thin, r.width, thin, ink)
		p.rule(r.left, under+thin, r.width, thin, ink)
	case MarkMovedFrom:
		p.rule(r.left, through-thin, r.width, thin, ink)
		p.rule(r.left, through+thin, r.width, thin, ink)
	default:
		if piece.Link {
			p.rule(r.left, under, r.width, 1, ink)
		}
	}
}

// trimmed is a run without the spaces at its piece's ends: a line through
// nothing looks like a dash.
func (p *markedPainter) trimmed(r run, piece MarkedPiece) run {
	space := p.text.face(piece).width(" ")
	for strings.HasPrefix(r.text, " ") && strings.HasPrefix(piece.Text, r.text) {
		r.text, piece.Text = r.text[1:], piece.Text[1:]
		r.left += space
		r.width -= space
	}
	for strings.HasSuffix(r.text, " ") && strings.HasSuffix(piece.Text, r.text) {
		r.text, piece.Text = r.text[:len(r.text)-1], piece.Text[:len(piece.Text)-1]
		r.width -= space
	}
	return r
}

// baseline is how far below a line's top its letters stand.
func (p *markedPainter) baseline() float32 {
	size, base := fyne.CurrentApp().Driver().RenderedTextSize("x", p.text.size, fyne.TextStyle{}, nil)
	return float32(math.Floor(float64(p.text.line-size.Height)/2)) + base
}

func (p *markedPainter) rule(left, top, width, height float32, ink color.Color) {
	l := canvas.NewRectangle(ink)
	l.Move(fyne.NewPos(left, float32(math.Round(float64(top)))))
	l.Resize(fyne.NewSize(width, height))
	p.rules = append(p.rules, l)
}

const barWidth, barGap = 2.5, 10

func (p *markedPainter) bar(top float32) {
	s := p.text.ruler.scaled
	p.rule(p.view.Margin-s(barGap)-s(barWidth), top, s(barWidth), p.text.line, p.colour(ColorText))
}

// numbers writes the numbers of the changes that begin on a line outside the
// bar: "[3]", "[3–5]". The one that is lit stands on the accent.
func (p *markedPainter) numbers(numbers []int, top float32) {
	if len(numbers) == 0 {
		return
	}
	s := p.text.ruler.scaled
	label := "[" + ranges(numbers) + "]"
	ink, lit := p.colour(ColorQuiet), false
	for _, n := range numbers {
		lit = lit || n == p.view.Lit
	}
	size := s(smallSize)
	style := fyne.TextStyle{Bold: lit}
	width := p.text.ruler.face(size, lit, false).width(label)
	left := p.view.Margin - s(barGap) - s(barWidth) - s(6) - width
	if lit {
		g := canvas.NewRectangle(p.colour(ColorAccent))
		g.CornerRadius = s(4)
		g.Move(fyne.NewPos(left-s(4), top+s(1)))
		g.Resize(fyne.NewSize(width+s(6), p.text.line-s(2)))
		p.grounds = append(p.grounds, g)
		ink = p.colour(ColorOnAccent)
	}
	p.write(label, left, top, size, style, ink)
}

// ranges writes numbers briefly: "3–5", "2, 7".
func ranges(numbers []int) string {
	var parts []string
	for i := 0; i < len(numbers); {
		j := i
		for j+1 < len(numbers) && numbers[j+1] == numbers[j]+1 {
			j++
		}
		part := strconv.Itoa(numbers[i])
		if j > i {
			part += "–" + strconv.Itoa(numbers[j])
		}
		parts = append(parts, part)
		i = j + 1
	}
	return strings.Join(parts, ", ")
}
