package pdfua

import (
	"bytes"

	"synlig/data/bilag/pdfua/rawpdf"
)

// scope is a content stream that numbers its own marked content: a page, or a
// form XObject with StructParents.
type scope struct {
	ref    rawpdf.Ref
	where  string
	page   *page
	key    int // StructParents
	hasKey bool
	marks  []*marked // in order of drawing
	byID   map[int]*marked
}

// marked is one marked-content sequence with an MCID.
type marked struct {
	id    int
	scope *scope
	owner *element // found when the structure tree is read
	runs  []run
}

// run is text of one show operator.
type run struct {
	text   string
	page   int
	y      float64 // baseline on the page, for telling line ends
	actual bool    // ActualText, no drawn text
}

// markKind tells what a marked-content sequence is to a reader.
type markKind int

const (
	markPlain    markKind = iota // neither real content nor artifact
	markTagged                   // has an MCID
	markArtifact                 // no part of the text
)

// mark is an open marked-content sequence.
type mark struct {
	kind     markKind
	target   *marked
	artifact *Artifact
	inText   bool // opened between BT and ET
	actual   bool // ActualText stands for what is drawn inside
}

// runner carries out the operators of one content stream as far as they matter
// to a reader: what is drawn, inside which marks, with which font.
type runner struct {
	c         *checker
	page      *page
	scope     *scope
	where     string
	resources rawpdf.Dict
	marks     []mark
	state     state
	saved     []state
	inText    bool
	depth     int // of form XObjects
	base      int // marks that were open when a form began
}

// checkContents runs every page's content.
func (c *checker) checkContents() {
	for _, p := range c.pages {
		s := c.newScope(p.ref, p.dict, p, p.String())
		r := &runner{c: c, page: p, scope: s, where: p.String(), resources: p.resources, state: newState()}
		r.run(c.pageContent(p))
		r.end()
	}
	for _, s := range c.order {
		s.checkNumbers(c)
	}
}

func (c *checker) newScope(r rawpdf.Ref, d rawpdf.Dict, p *page, where string) *scope {
	s := &scope{ref: r, where: where, page: p, byID: map[int]*marked{}}
	s.key, s.hasKey = c.integer(d["StructParents"])
	c.scopes[r] = s
	c.order = append(c.order, s)
	return s
}

// checkNumbers wants MCIDs 0 to n−1, each once.
func (s *scope) checkNumbers(c *checker) {
	if len(s.marks) == 0 {
		return
	}
	for id := range len(s.marks) {
		if s.byID[id] == nil {
			c.flag("own 2", "mcid-sequence", s.where, "%d MCIDs, but none is %d", len(s.marks), id)
			break
		}
	}
	if !s.hasKey {
		c.flag("UA 7.1", "struct-parents", s.where, "marked content without StructParents")
	}
}

// pageContent joins a page's content streams with line ends between them.
func (c *checker) pageContent(p *page) []byte {
	var out bytes.Buffer
	streams := rawpdf.Array{p.dict["Contents"]}
	if parts := c.array(p.dict["Contents"]); parts != nil {
		streams = parts
	}
	for _, o := range streams {
		if s := c.stream(o); s != nil {
			out.Write(c.data(s, p.String()))
			out.WriteByte('\n')
		} else if o != nil {
			c.flag("own 6", "content-missing", p.String(), "Contents names no stream")
		}
	}
	return out.Bytes()
}

// maxOperands is more than any operator takes; arrays count as one.
const maxOperands = 40

// run reads operands until an operator and carries it out.
func (r *runner) run(data []byte) {
	lexer := rawpdf.NewContent(data, func(code, detail string) { r.c.flag("own 6", code, r.where, "content: %s", detail) })
	var operands []rawpdf.Object
	for {
		o, err := lexer.Next()
		if err != nil {
			break
		}
		operator, ok := o.(rawpdf.Keyword)
		if !ok {
			if operands = append(operands, o); len(operands) > maxOperands {
				r.c.flag("A 6.2.2", "operands", r.where, "more than %d operands", maxOperands)
				operands = operands[:0]
			}
			continue
		}
		if operator == "BI" {
			r.inlineImage(lexer)
		} else {
			r.operate(operator, operands)
		}
		operands = operands[:0]
	}
	if len(operands) > 0 {
		r.c.flag("A 6.2.2", "operands", r.where, "operands without an operator at the end")
	}
}

// end wants everything closed that was opened.
func (r *runner) end() {
	if open := len(r.marks) - r.base; open > 0 {
		r.c.flag("UA 7.1", "marks-unbalanced", r.where, "%d BDC or BMC without EMC", open)
	}
	if len(r.saved) > 0 {
		r.c.flag("own 2", "state-unbalanced", r.where, "%d q without Q", len(r.saved))
	}
	if r.inText {
		r.c.flag("own 2", "text-unbalanced", r.where, "BT without ET")
	}
}
