package pdfua

import (
	"bytes"

	"synlig/data/bilag/pdfua/rawpdf"
)

// header tells whether the file begins with %PDF-1.7 and a comment of at least
// four bytes above 127, which says to other programs that it is not text.
func header(data []byte) bool {
	rest, ok := bytes.CutPrefix(data, []byte("%PDF-1.7"))
	if !ok {
		return false
	}
	if rest, ok = bytes.CutPrefix(rest, []byte("\r\n")); !ok {
		if len(rest) == 0 || rest[0] != '\n' && rest[0] != '\r' {
			return false
		}
		rest = rest[1:]
	}
	if len(rest) < 5 || rest[0] != '%' {
		return false
	}
	return rest[1] > 127 && rest[2] > 127 && rest[3] > 127 && rest[4] > 127
}

// checkFile holds what PDF/A asks of the file itself.
func (c *checker) checkFile() {
	if !header(c.file.Data) {
		c.flag("A 6.1.2", "header", "file start", "not %%PDF-1.7 and a comment of four bytes above 127")
	}
	if end := bytes.TrimRight(c.file.Data, "\r\n"); !bytes.HasSuffix(end, []byte("%%EOF")) || len(c.file.Data)-len(end) > 2 {
		c.flag("A 6.1.3", "file-end", "file end", "something after %%%%EOF, or no %%%%EOF")
	}
	id := c.array(c.file.Trailer["ID"])
	if len(id) != 2 || len(c.bytes(id[0])) < 8 || len(c.bytes(id[1])) < 8 {
		c.flag("A 6.1.3", "id-missing", "trailer", "no ID of two strings")
	}
	if v := c.name(c.catalog["Version"]); v != "" && v != "1.7" {
		c.flag("own 6", "version", "catalog", "Version is %q", string(v))
	}
	c.checkCatalogKeys()
	c.checkIntents()
	c.scanObjects()
}

func (c *checker) bytes(o rawpdf.Object) rawpdf.String { s, _ := c.get(o).(rawpdf.String); return s }

// checkCatalogKeys looks for what an archive's file may not have.
func (c *checker) checkCatalogKeys() {
	const at = "catalog"
	names := c.dict(c.catalog["Names"])
	if names["JavaScript"] != nil {
		c.flag("A 6.5.1", "javascript", at, "Names has JavaScript")
	}
	if names["EmbeddedFiles"] != nil {
		c.flag("A 6.8", "embedded-files", at, "Names has EmbeddedFiles")
	}
	if names["AlternatePresentations"] != nil {
		c.flag("A 6.10", "presentation", at, "Names has AlternatePresentations")
	}
	if c.catalog["Requirements"] != nil {
		c.flag("A 6.11", "requirements", at, "Requirements")
	}
	if perms := c.dict(c.catalog["Perms"]); perms != nil {
		for _, key := range sortedKeys(perms) {
			if key != "UR3" && key != "DocMDP" {
				c.flag("A 6.1.12", "permissions", at, "Perms has %s", key)
			}
		}
	}
	if form := c.dict(c.catalog["AcroForm"]); form != nil {
		if form["XFA"] != nil || c.truth(form["NeedAppearances"]) || c.truth(c.catalog["NeedsRendering"]) {
			c.flag("A 6.4.1", "form-dynamic", at, "XFA, NeedAppearances or NeedsRendering")
		}
	}
	switch v := c.get(c.catalog["OpenAction"]).(type) {
	case rawpdf.Array:
		c.checkDestination(v, "OpenAction")
	case rawpdf.Dict:
		if c.name(v["S"]) == "GoTo" {
			c.checkDestination(v["D"], "OpenAction")
		}
	}
}

// checkBooks turns what the reader noted about the file's own book-keeping into
// findings. It runs last, when every object has been read.
func (c *checker) checkBooks() {
	clauses := map[string]string{
		rawpdf.ProblemXref: "A 6.1.4", rawpdf.ProblemOffset: "A 6.1.4", rawpdf.ProblemLength: "A 6.1.7.1",
		rawpdf.ProblemSpacing: "A 6.1.9", rawpdf.ProblemHex: "A 6.1.6", rawpdf.ProblemLimit: "A 6.1.13",
	}
	for _, p := range c.file.Problems() {
		clause := clauses[p.Code]
		if clause == "" {
			clause = "own 6"
		}
		c.flag(clause, p.Code, p.Where, "%s", p.Detail)
	}
}
