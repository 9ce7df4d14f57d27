package pdfua

import (
	"fmt"

	"synlig/data/bilag/pdfua/rawpdf"
)

// checker carries one file through all groups of rules.
type checker struct {
	file    *rawpdf.File
	report  *Report
	catalog rawpdf.Dict
	info    rawpdf.Dict
	pages   []*page
	pageOf  map[rawpdf.Ref]*page
	scopes  map[rawpdf.Ref]*scope
	order   []*scope // as they were met
	fonts   []*font
	fontOf  map[uintptr]*font
	tree    *tree
	named   map[string]rawpdf.Object // destinations, when first needed
	texts   map[string]bool          // strings already in the report
	opened  bool                     // some bookmark is open
	forms   int                      // form XObjects drawn so far
}

// Check reads a PDF and reports. It never panics on a broken file: one that
// cannot be read at all has the one finding "unreadable" or "encrypted".
func Check(pdf []byte) Report {
	report := &Report{}
	file, err := rawpdf.Open(pdf)
	if err != nil {
		code, clause := "unreadable", "own 6"
		if err == rawpdf.ErrEncrypted {
			code, clause = "encrypted", "A 6.1.3"
		}
		report.add(Finding{clause, code, "file", err.Error()})
		return *report
	}
	c := &checker{
		file: file, report: report,
		pageOf: map[rawpdf.Ref]*page{}, scopes: map[rawpdf.Ref]*scope{},
		fontOf: map[uintptr]*font{}, texts: map[string]bool{},
	}
	c.catalog = c.dict(file.Trailer["Root"])
	c.info = c.dict(file.Trailer["Info"])
	c.readPages()
	c.checkDocument()
	c.checkContents()
	c.checkStructure()
	c.checkAnnotations()
	c.checkOutline()
	c.checkFonts()
	c.checkFile()
	c.readText()
	c.checkBooks()
	return *report
}

// flag adds a finding.
func (c *checker) flag(clause, code, where, format string, arguments ...any) {
	c.report.add(Finding{clause, code, where, fmt.Sprintf(format, arguments...)})
}

// The following look through references; a value of another type is as good as
// none.

func (c *checker) get(o rawpdf.Object) rawpdf.Object { return c.file.Resolve(o) }

func (c *checker) dict(o rawpdf.Object) rawpdf.Dict {
	switch v := c.get(o).(type) {
	case rawpdf.Dict:
		return v
	case *rawpdf.Stream:
		return v.Dict
	}
	return nil
}

func (c *checker) array(o rawpdf.Object) rawpdf.Array { v, _ := c.get(o).(rawpdf.Array); return v }
func (c *checker) name(o rawpdf.Object) rawpdf.Name   { v, _ := c.get(o).(rawpdf.Name); return v }
func (c *checker) truth(o rawpdf.Object) bool         { v, _ := c.get(o).(bool); return v }

func (c *checker) stream(o rawpdf.Object) *rawpdf.Stream {
	v, _ := c.get(o).(*rawpdf.Stream)
	return v
}

func (c *checker) integer(o rawpdf.Object) (int, bool) { v, ok := c.get(o).(int); return v, ok }

func (c *checker) number(o rawpdf.Object) (float64, bool) {
	switch v := c.get(o).(type) {
	case int:
		return float64(v), true
	case float64:
		return v, true
	}
	return 0, false
}

// text is a text string's text, "" when there is none.
func (c *checker) text(o rawpdf.Object) string {
	s, _ := c.get(o).(rawpdf.String)
	return rawpdf.DecodeText(s)
}

// data is a stream's decoded bytes; damage is noted once with its place.
func (c *checker) data(s *rawpdf.Stream, where string) []byte {
	b, err := c.file.Decode(s)
	if err != nil {
		c.flag("own 6", rawpdf.ProblemFilter, where, "%v", err)
	}
	return b
}

// ref is the reference that an object is, or none.
func ref(o rawpdf.Object) rawpdf.Ref { r, _ := o.(rawpdf.Ref); return r }

// where names an object for a finding.
func where(o rawpdf.Object) string {
	if r, ok := o.(rawpdf.Ref); ok {
		return r.String()
	}
	return "direct object"
}
