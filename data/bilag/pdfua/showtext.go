package pdfua

import (
	"math"

	"synlig/data/bilag/pdfua/rawpdf"
)

// textOperator keeps fonts and positions, and shows text.
func (r *runner) textOperator(op rawpdf.Keyword, args []rawpdf.Object) {
	s := &r.state
	number := func(i int) float64 { v, _ := r.c.number(args[i]); return v }
	switch op {
	case "BT", "ET":
		if r.inText == (op == "BT") {
			r.c.flag("own 2", "text-unbalanced", r.where, "%s where a text object is already so", op)
		}
		r.inText = op == "BT"
		s.text, s.line = identity, identity
	case "Tf":
		n, _ := args[0].(rawpdf.Name)
		o := r.c.dict(r.resources["Font"])[n]
		if o == nil {
			r.c.flag("A 6.2.2", "font-missing", r.where, "/%s names no font", n)
		}
		s.font, s.size = r.c.font(o, r.where), number(1)
	case "Tr":
		if s.mode, _ = r.c.integer(args[0]); s.mode > 3 || s.mode < 0 {
			r.c.flag("own 2", "text-clip", r.where, "text rendering mode %d, which the papers do not use", s.mode)
		}
	case "TL":
		s.leading = number(0)
	case "Tc":
		s.spacing = number(0)
	case "Tz":
		s.stretch = number(0)
	case "Td", "TD":
		if op == "TD" {
			s.leading = -number(1)
		}
		r.move(number(0), number(1))
	case "T*":
		r.move(0, -s.leading)
	case "Tm":
		s.line = r.matrix(args)
		s.text = s.line
	case "Tj", "TJ":
		r.show(string(op), args[0])
	case "'", "\"":
		if op == "\"" {
			s.spacing = number(1)
		}
		r.move(0, -s.leading)
		r.show(string(op), args[len(args)-1])
	}
}

func (r *runner) move(x, y float64) {
	r.state.line = matrix{1, 0, 0, 1, x, y}.times(r.state.line)
	r.state.text = r.state.line
}

// show takes the strings of a show operator to the font and to the reader.
func (r *runner) show(op string, o rawpdf.Object) {
	parts, isArray := o.(rawpdf.Array)
	if !isArray {
		parts = rawpdf.Array{o}
	}
	if !r.inText {
		r.c.flag("own 2", "text-unbalanced", r.where, "%s outside BT and ET", op)
	}
	s := &r.state
	from := s.text.times(s.ctm)
	visible := s.mode != 3
	t := run{page: r.page.number, y: math.Round(from[5]*4) / 4}
	shown := 0
	for _, part := range parts {
		if back, ok := r.c.number(part); ok {
			r.advance(-back * s.size / 1000)
		}
		codes, ok := part.(rawpdf.String)
		if !ok || len(codes) == 0 {
			continue
		}
		if s.font == nil {
			r.c.flag("A 6.2.2", "font-missing", r.where, "text is shown with no font set")
			return
		}
		text, n, width := s.font.show(r.c, codes, visible, r.where)
		r.advance(width*s.size/1000 + float64(n)*s.spacing)
		t.text += text
		shown += n
	}
	if shown == 0 {
		return
	}
	r.c.report.Glyphs += shown
	if !visible {
		r.c.report.Invisible += shown
	} else {
		r.checkPlace(t.text, from, s.text.times(s.ctm))
	}
	r.paint(op)
	r.say(t)
}

// advance moves on along the line by text space units, before Tz.
func (r *runner) advance(width float64) {
	r.state.text = matrix{1, 0, 0, 1, width * r.state.stretch / 100, 0}.times(r.state.text)
}

// checkPlace wants text to begin and end on its page.
func (r *runner) checkPlace(text string, from, to matrix) {
	box := r.page.box
	for _, at := range []matrix{from, to} {
		if at[4] < box[0]-1 || at[4] > box[2]+1 || at[5] < box[1]-1 || at[5] > box[3]+1 {
			r.c.flag("own 2", "text-off-page", r.where, "%.40q runs from %.0f, %.0f to %.0f, %.0f", text, from[4], from[5], to[4], to[5])
			return
		}
	}
}
