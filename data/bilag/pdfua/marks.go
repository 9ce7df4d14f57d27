package pdfua

import "synlig/data/bilag/pdfua/rawpdf"

// properties are a marked-content operator's, direct or by name.
func (r *runner) properties(o rawpdf.Object) rawpdf.Dict {
	if n, ok := o.(rawpdf.Name); ok {
		return r.c.dict(r.c.dict(r.resources["Properties"])[n])
	}
	return r.c.dict(o)
}

// open begins a marked-content sequence.
func (r *runner) open(tag rawpdf.Name, d rawpdf.Dict) {
	m := mark{inText: r.inText}
	id, tagged := r.c.integer(d["MCID"])
	switch {
	case tag == "Artifact":
		m.kind = markArtifact
		m.artifact = &Artifact{Page: r.page.number, Type: string(r.c.name(d["Type"])), Subtype: string(r.c.name(d["Subtype"]))}
		if r.inside(markTagged) != nil {
			r.c.flag("UA 7.1", "artifact-in-tagged", r.where, "an artifact inside marked content %d", r.inside(markTagged).target.id)
		}
	case tagged:
		m.kind = markTagged
		m.target = r.enter(id)
		if r.inside(markArtifact) != nil {
			r.c.flag("UA 7.1", "tagged-in-artifact", r.where, "MCID %d inside an artifact", id)
		}
		if r.inside(markTagged) != nil {
			r.c.flag("own 2", "tagged-in-tagged", r.where, "MCID %d inside another", id)
		}
	}
	r.c.checkLanguage(r.where, r.c.text(d["Lang"]), false)
	r.marks = append(r.marks, m)
	if s, ok := r.c.get(d["ActualText"]).(rawpdf.String); ok {
		r.say(run{text: rawpdf.DecodeText(s), page: r.page.number, actual: true})
		r.marks[len(r.marks)-1].actual = true
	}
}

// enter registers an MCID with its scope.
func (r *runner) enter(id int) *marked {
	t := &marked{id: id, scope: r.scope}
	if r.scope.byID[id] != nil {
		r.c.flag("own 2", "mcid-twice", r.where, "MCID %d is there twice", id)
	} else {
		r.scope.byID[id] = t
	}
	r.scope.marks = append(r.scope.marks, t)
	return t
}

// inside is the innermost open sequence of that kind.
func (r *runner) inside(kind markKind) *mark {
	for i := len(r.marks) - 1; i >= 0; i-- {
		if r.marks[i].kind == kind {
			return &r.marks[i]
		}
	}
	return nil
}

// close ends the innermost sequence.
func (r *runner) close() {
	if len(r.marks) <= r.base {
		r.c.flag("UA 7.1", "marks-unbalanced", r.where, "EMC without BDC or BMC")
		return
	}
	m := r.marks[len(r.marks)-1]
	r.marks = r.marks[:len(r.marks)-1]
	if m.inText != r.inText {
		r.c.flag("own 2", "marks-cross-text", r.where, "marked content begins and ends on different sides of BT or ET")
	}
	if m.artifact != nil {
		r.c.report.Artifacts = append(r.c.report.Artifacts, *m.artifact)
		r.c.keep(m.artifact.Text)
	}
}

// paint notes that something is drawn, which must belong somewhere.
func (r *runner) paint(operator string) {
	if r.inside(markTagged) == nil && r.inside(markArtifact) == nil {
		r.c.flag("UA 7.1", "untagged-content", r.where, "%s draws outside marked content and artifacts", operator)
	}
}

// say gives text to the innermost marked content or artifact.
func (r *runner) say(t run) {
	for i := len(r.marks) - 1; i >= 0; i-- {
		switch m := &r.marks[i]; {
		case m.actual:
			return
		case m.kind == markTagged:
			m.target.runs = append(m.target.runs, t)
			return
		case m.kind == markArtifact:
			m.artifact.Text += t.text
			return
		}
	}
}
