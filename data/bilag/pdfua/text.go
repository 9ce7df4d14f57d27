package pdfua

import (
	"strings"

	"synlig/data/bilag/pdfua/rawpdf"
)

const softHyphen = "\u00ad"

// reading gathers the text of the structure tree, block by block.
type reading struct {
	c     *checker
	block *element // whose text is gathered
	runs  []run
}

// readText fills in what the paper says.
func (c *checker) readText() {
	r := &reading{c: c}
	for _, k := range c.tree.top {
		r.kid(k, nil)
	}
	r.flush()
	var b strings.Builder
	for _, block := range c.report.Blocks {
		b.WriteString(block.Text)
		b.WriteByte('\n')
		c.keep(block.Text)
	}
	c.report.Text = b.String()
	for _, e := range c.tree.all {
		if level := e.level(); level >= 0 {
			c.report.Headings = append(c.report.Headings, Heading{level, c.pageOfRuns(c.runs(e)), c.plain(e)})
		}
	}
}

func (r *reading) kid(k kid, in *element) {
	switch {
	case k.marked != nil:
		r.add(in, k.marked.runs...)
	case k.element != nil:
		r.element(k.element, in)
	}
}

// element takes one element's text; in is the block around it.
func (r *reading) element(e, in *element) {
	if e.block() {
		r.flush()
		defer r.flush()
		in = e
	}
	if s, ok := r.c.get(e.dict["ActualText"]).(rawpdf.String); ok {
		r.add(in, run{text: rawpdf.DecodeText(s), actual: true, page: r.c.pageOfRuns(r.c.runs(e))})
		return
	}
	for _, k := range e.kids {
		r.kid(k, in)
	}
}

func (r *reading) add(in *element, runs ...run) {
	if r.block != in {
		r.flush()
		r.block = in
	}
	r.runs = append(r.runs, runs...)
}

// flush ends the block.
func (r *reading) flush() {
	if text := r.c.join(r.runs); text != "" {
		b := Block{Page: r.c.pageOfRuns(r.runs), Text: text}
		if r.block != nil {
			b.Type, b.Role = r.block.kind, r.block.role
		}
		r.c.report.Blocks = append(r.c.report.Blocks, b)
	}
	r.checkHyphens()
	r.runs, r.block = nil, nil
}

// checkHyphens wants a soft hyphen only at a line's end: elsewhere a reader hears
// one word where the eye sees a hyphen.
func (r *reading) checkHyphens() {
	for i, t := range r.runs {
		if t.actual {
			continue
		}
		inner := strings.Contains(strings.TrimSuffix(t.text, softHyphen), softHyphen)
		if strings.HasSuffix(t.text, softHyphen) {
			next := i + 1
			for next < len(r.runs) && r.runs[next].text == "" {
				next++
			}
			inner = inner || next == len(r.runs) || r.runs[next].page == t.page && r.runs[next].y == t.y
		}
		if inner {
			at := "page tree"
			if t.page > 0 && t.page <= len(r.c.pages) {
				at = r.c.pages[t.page-1].String()
			}
			r.c.flag("own 7", "soft-hyphen", at, "a soft hyphen inside a line: %.60q", t.text)
		}
	}
}

// join makes runs one text without soft hyphens and without space at its ends.
func (c *checker) join(runs []run) string {
	var b strings.Builder
	for _, t := range runs {
		b.WriteString(t.text)
	}
	return strings.TrimSpace(strings.ReplaceAll(b.String(), softHyphen, ""))
}

// runs are an element's with all below it.
func (c *checker) runs(e *element) []run {
	var out []run
	for _, k := range e.kids {
		switch {
		case k.marked != nil:
			out = append(out, k.marked.runs...)
		case k.element != nil:
			out = append(out, c.runs(k.element)...)
		}
	}
	return out
}

// plain is an element's drawn text.
func (c *checker) plain(e *element) string { return c.join(c.runs(e)) }

func (c *checker) pageOfRuns(runs []run) int {
	if len(runs) == 0 {
		return 0
	}
	return runs[0].page
}

// keep puts a text among the report's strings, once.
func (c *checker) keep(text string) {
	if text = strings.TrimSpace(text); text != "" && !c.texts[text] {
		c.texts[text] = true
		c.report.Strings = append(c.report.Strings, text)
	}
}
