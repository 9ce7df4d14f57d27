package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// markedCover lies over a MarkedEntry's text and draws what is marked. It takes
// the wheel, which Fyne's field would keep to itself, and nothing else.
type markedCover struct {
	widget.BaseWidget
	entry   *MarkedEntry
	objects []fyne.CanvasObject
}

// Scrolled scrolls the text, and hands on what goes further than it.
func (c *markedCover) Scrolled(by *fyne.ScrollEvent) {
	defer Catch()
	scroll := c.entry.scroll
	before := scroll.Offset.Y
	if scroll.Content.Size().Height > scroll.Size().Height+1 {
		scroll.Scrolled(by)
	}
	if scroll.Offset.Y == before && c.entry.OnBeyond != nil {
		c.entry.OnBeyond(by)
	}
}

// CreateRenderer draws the lines.
func (c *markedCover) CreateRenderer() fyne.WidgetRenderer {
	r := &coverRenderer{c}
	r.Refresh()
	return r
}

type coverRenderer struct{ cover *markedCover }

func (r *coverRenderer) Layout(fyne.Size)             { r.draw() }
func (r *coverRenderer) MinSize() fyne.Size           { return fyne.Size{} }
func (r *coverRenderer) Destroy()                     {}
func (r *coverRenderer) Objects() []fyne.CanvasObject { return r.cover.objects }
func (r *coverRenderer) Refresh() {
	r.draw()
	canvas.Refresh(r.cover)
}

// draw makes the lines, ticks and words anew from where the letters stand.
func (r *coverRenderer) draw() {
	e := r.cover.entry
	r.cover.objects = nil
	if e.Size().Width <= 0 || len(e.lines)+len(e.marks) == 0 && e.lit == (Underline{}) {
		return
	}
	p := newLetterPlaces(e)
	if e.lit.To > e.lit.From {
		p.stretches(e.lit, func(x1, x2, y float32) {
			ground := canvas.NewRectangle(theme.Color(theme.ColorNameFocus))
			ground.CornerRadius = 3
			r.put(ground, x1-1, y, x2-x1+2, p.line)
		})
	}
	for _, u := range e.lines {
		colour := theme.Color(ColorCare)
		if u.Grave {
			colour = theme.Color(ColorDanger)
		}
		p.stretches(u, func(x1, x2, y float32) {
			base := y + p.line - Scaled(4)
			r.put(canvas.NewRectangle(colour), x1, base, x2-x1, 1.5)
			if u.Grave {
				r.put(canvas.NewRectangle(colour), x1, base+3, x2-x1, 1.5)
			}
		})
	}
	r.drawMarks(p)
}

// drawMarks draws a tick for each mark and its words in the gutter. Words that
// would stand on others stand under them.
func (r *coverRenderer) drawMarks(p *letterPlaces) {
	e := r.cover.entry
	quiet, outline, size := theme.Color(ColorQuiet), theme.Color(ColorOutline), theme.Size(theme.SizeNameCaptionText)
	right := e.body.Size().Width - Scaled(e.gutter)
	free := float32(0)
	for _, m := range e.marks {
		if m.At >= len(p.text) {
			continue
		}
		x, y := p.at(m.At)
		hook := Scaled(5) // a hook on the line, not a bar, which would look like a caret
		r.put(canvas.NewRectangle(outline), x, y+p.line-1-hook, 1, hook)
		for dot := x; dot < right; dot += Scaled(5) { // dotted: no line under the words
			r.put(canvas.NewRectangle(outline), dot, y+p.line-1, Scaled(2), 1)
		}
		text := canvas.NewText(m.Text, quiet)
		text.TextSize = size
		least := text.MinSize()
		top := max(y+(p.line-least.Height)/2, free)
		r.put(text, right+Scaled(Within), top, least.Width, least.Height)
		free = top + least.Height
	}
}

func (r *coverRenderer) put(o fyne.CanvasObject, x, y, width, height float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(width, height))
	r.cover.objects = append(r.cover.objects, o)
}

// letterPlaces knows where each letter of a field stands.
type letterPlaces struct {
	text   []rune
	begins []int // of each line
	line   float32
	pad    float32
}

func newLetterPlaces(e *MarkedEntry) *letterPlaces {
	p := &letterPlaces{text: []rune(e.field.Text), line: e.lineHeight(), pad: theme.InnerPadding(), begins: []int{0}}
	for row := 1; ; row++ {
		at := e.field.LineBegin(row)
		if at <= 0 {
			return p
		}
		p.begins = append(p.begins, at)
	}
}

// end is the letter behind a line's last.
func (p *letterPlaces) end(row int) int {
	if row+1 < len(p.begins) {
		return p.begins[row+1]
	}
	return len(p.text)
}

// row is the line of a letter.
func (p *letterPlaces) row(letter int) int {
	low, high := 0, len(p.begins)
	for high-low > 1 {
		if middle := (low + high) / 2; p.begins[middle] <= letter {
			low = middle
		} else {
			high = middle
		}
	}
	return low
}

func (p *letterPlaces) width(from, to int) float32 {
	return fyne.MeasureText(string(p.text[from:max(from, min(to, len(p.text)))]), theme.TextSize(), fyne.TextStyle{}).Width
}

// at is the upper left corner of a letter.
func (p *letterPlaces) at(letter int) (x, y float32) {
	row := p.row(letter)
	return p.pad + p.width(p.begins[row], letter), p.pad + float32(row)*p.line
}

// stretches gives the piece of each line that a stretch covers.
func (p *letterPlaces) stretches(u Underline, piece func(x1, x2, y float32)) {
	from, to := max(u.From, 0), min(u.To, len(p.text))
	if from >= to {
		return
	}
	for row := p.row(from); row < len(p.begins) && p.begins[row] < to; row++ {
		begin := p.begins[row]
		left, right := max(from, begin), min(to, p.end(row))
		for right > left && (p.text[right-1] == '\n' || p.text[right-1] == ' ') {
			right--
		}
		if left < right {
			x := p.pad + p.width(begin, left)
			piece(x, x+p.width(left, right), p.pad+float32(row)*p.line)
		}
	}
}

// moveUnderlines moves what was marked in old to where it stands in text, by
// what both have in common at their ends. What was written in is not marked.
func moveUnderlines(lines []Underline, old, text string) []Underline {
	if len(lines) == 0 {
		return nil
	}
	a, b := []rune(old), []rune(text)
	head := 0
	for head < len(a) && head < len(b) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	var moved []Underline
	for _, u := range lines {
		switch {
		case u.To <= head:
		case u.From >= len(a)-tail:
			u.From, u.To = u.From+len(b)-len(a), u.To+len(b)-len(a)
		default:
			continue
		}
		moved = append(moved, u)
	}
	return moved
}
