package pdfua

import "synlig/data/bilag/pdfua/rawpdf"

// matrix is a b c d e f of ISO 32000-1, 8.3.4.
type matrix [6]float64

var identity = matrix{1, 0, 0, 1, 0, 0}

func (m matrix) times(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

// state is the part of the graphics state that q and Q keep and this check uses.
type state struct {
	ctm     matrix
	font    *font
	size    float64 // of type, Tf's second operand
	spacing float64 // Tc
	stretch float64 // Tz, in hundredths
	leading float64
	mode    int    // rendering mode
	text    matrix // text matrix; not kept by q, but q may not stand in a text object
	line    matrix
}

func newState() state { return state{ctm: identity, text: identity, line: identity, stretch: 100} }

// maxSaved is the depth of q that ISO 19005-2, 6.1.13, allows.
const maxSaved = 28

func (r *runner) matrix(args []rawpdf.Object) matrix {
	var m matrix
	for i := range m {
		m[i], _ = r.c.number(args[i])
	}
	return m
}

func (r *runner) graphics(op rawpdf.Keyword, args []rawpdf.Object) {
	switch op {
	case "q":
		if r.saved = append(r.saved, r.state); len(r.saved) == maxSaved+1 {
			r.c.flag("A 6.1.13", rawpdf.ProblemLimit, r.where, "more than %d q inside each other", maxSaved)
		}
		if len(r.saved) > 1000 { // bounded, and already reported
			r.saved = r.saved[:1000]
		}
	case "Q":
		if len(r.saved) == 0 {
			r.c.flag("own 2", "state-unbalanced", r.where, "Q without q")
			return
		}
		r.state = r.saved[len(r.saved)-1]
		r.saved = r.saved[:len(r.saved)-1]
	case "cm":
		r.state.ctm = r.matrix(args).times(r.state.ctm)
	case "ri":
		switch n, _ := args[0].(rawpdf.Name); n {
		case "RelativeColorimetric", "AbsoluteColorimetric", "Perceptual", "Saturation":
		default:
			r.c.flag("A 6.2.6", "rendering-intent", r.where, "%q", string(n))
		}
	case "gs":
		r.external(args[0])
	}
}

var blendModes = map[rawpdf.Name]bool{
	"Normal": true, "Compatible": true, "Multiply": true, "Screen": true, "Overlay": true, "Darken": true,
	"Lighten": true, "ColorDodge": true, "ColorBurn": true, "HardLight": true, "SoftLight": true,
	"Difference": true, "Exclusion": true, "Hue": true, "Saturation": true, "Color": true, "Luminosity": true,
}

// external applies a graphics state dictionary (ISO 19005-2, 6.2.5 and 6.2.10).
func (r *runner) external(arg rawpdf.Object) {
	n, _ := arg.(rawpdf.Name)
	d := r.c.dict(r.c.dict(r.resources["ExtGState"])[n])
	if d == nil {
		r.c.flag("A 6.2.2", "gstate-missing", r.where, "/%s names no graphics state", n)
		return
	}
	tr2 := r.c.get(d["TR2"])
	if d["TR"] != nil || d["HTP"] != nil || tr2 != nil && tr2 != rawpdf.Object(rawpdf.Name("Default")) {
		r.c.flag("A 6.2.5", "gstate", r.where, "/%s has TR, TR2 or HTP", n)
	}
	if bm := r.c.name(d["BM"]); d["BM"] != nil && !blendModes[bm] {
		r.c.flag("A 6.2.10", "blend-mode", r.where, "%.40s", describe(r.c.get(d["BM"])))
	}
	if group := r.c.dict(r.c.dict(d["SMask"])["G"]); group != nil {
		r.c.checkGroup(group["Group"], r.where)
	}
	if f := r.c.array(d["Font"]); len(f) == 2 {
		r.state.font = r.c.font(f[0], r.where)
		r.state.size, _ = r.c.number(f[1])
	}
}
