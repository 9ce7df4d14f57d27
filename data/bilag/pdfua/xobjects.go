package pdfua

import "synlig/data/bilag/pdfua/rawpdf"

// maxForms bounds how many form XObjects a whole file may draw, and how deep.
const (
	maxForms     = 10_000
	maxFormDepth = 8
)

// do draws an XObject: an image paints, a form has its own operators.
func (r *runner) do(arg rawpdf.Object) {
	n, _ := arg.(rawpdf.Name)
	o := r.c.dict(r.resources["XObject"])[n]
	s := r.c.stream(o)
	if s == nil {
		r.c.flag("A 6.2.2", "xobject-missing", r.where, "/%s names no XObject", n)
		return
	}
	switch r.c.name(s.Dict["Subtype"]) {
	case "Image":
		r.paint("Do")
		r.checkImage(s.Dict, where(o))
	case "Form":
		r.form(o, s)
	default:
		r.c.flag("A 6.2.9", "xobject-kind", r.where, "/%s is neither image nor form", n)
	}
}

// checkImage holds the rules of ISO 19005-2, 6.2.8.
func (r *runner) checkImage(d rawpdf.Dict, at string) {
	if !r.c.truth(d["ImageMask"]) {
		r.colourSpace(d["ColorSpace"])
	}
	if r.c.truth(d["Interpolate"]) || d["Alternates"] != nil || d["OPI"] != nil {
		r.c.flag("A 6.2.8", "image", at, "Interpolate true, Alternates or OPI")
	}
}

func (r *runner) form(o rawpdf.Object, s *rawpdf.Stream) {
	if r.c.forms++; r.c.forms > maxForms || r.depth >= maxFormDepth {
		r.c.flag("own 2", "form-depth", r.where, "form XObjects are nested or repeated beyond what this check follows")
		return
	}
	at := where(o)
	if s.Dict["Ref"] != nil || s.Dict["PS"] != nil || s.Dict["OPI"] != nil || s.Dict["Subtype2"] != nil {
		r.c.flag("A 6.2.9", "form", at, "a form with Ref, PS, Subtype2 or OPI")
	}
	r.c.checkGroup(s.Dict["Group"], at)
	inner := &runner{
		c: r.c, page: r.page, scope: r.scope, where: r.where + ", form " + at, resources: r.resources,
		marks: append([]mark(nil), r.marks...), base: len(r.marks), state: r.state, depth: r.depth + 1,
	}
	if d := r.c.dict(s.Dict["Resources"]); d != nil {
		inner.resources = d
	}
	if s.Dict["StructParents"] != nil {
		if r.c.scopes[ref(o)] != nil {
			r.c.flag("UA 7.1", "form-twice", inner.where, "a form with its own MCIDs is drawn twice")
			return
		}
		inner.scope = r.c.newScope(ref(o), s.Dict, r.page, inner.where)
	}
	if m := r.c.array(s.Dict["Matrix"]); len(m) == 6 {
		inner.state.ctm = r.matrix(m).times(r.state.ctm)
	}
	inner.run(r.c.data(s, at))
	inner.end()
}
