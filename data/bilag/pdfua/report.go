// Package pdfua checks a PDF against what the office promises of its papers:
// PDF/UA-1 (ISO 14289-1), which a screen reader can read, and PDF/A-2a
// (ISO 19005-2), which an archive can keep, with some rules of the house that
// no standard asks for, such as that no glyph is an empty box. It also tells
// what the paper says to a reader: its text in reading order, headings, links,
// bookmarks, and every string of the file.
//
// It reads bytes and gives findings with codes; it changes nothing, knows
// nothing of how our papers are made, and is a developer's and tester's tool,
// so its details are English. It judges the kind of PDF that we write – tagged,
// composite TrueType fonts, device RGB and grey – and reports other kinds as
// findings rather than pass them unseen.
package pdfua

import (
	"fmt"
	"sort"
	"strings"
)

// Finding is one place where the paper does not keep a rule.
type Finding struct {
	// Clause is "UA 7.1" (ISO 14289-1), "A 6.2.11" (ISO 19005-2), or "own n":
	// a rule of the house in group n – 1 document, 2 content, 3 structure,
	// 4 annotations, 5 fonts, 6 file, 7 reading.
	Clause string
	Code   string // stable, lower case with hyphens
	Where  string // page, element or object
	Detail string
}

func (f Finding) String() string {
	return fmt.Sprintf("%s %s (%s): %s", f.Clause, f.Code, f.Where, f.Detail)
}

// Report is what was found, and what the paper says.
type Report struct {
	Findings []Finding
	Omitted  map[string]int // by code: findings beyond the first ones of a code

	Title string // of the document's information
	Lang  string // of the catalog
	Pages int
	// Text is all real content in the order of the structure tree, one line per
	// block. Soft hyphens at line ends are taken out, ActualText replaces what it
	// covers, and invisible text is in it, as for a screen reader.
	Text      string
	Blocks    []Block
	Headings  []Heading
	Links     []Link
	Bookmarks []Bookmark
	Artifacts []Artifact
	Glyphs    int // shown by all pages
	Invisible int // of these, shown in rendering mode 3
	// Strings is every text in the file: dictionaries' strings, metadata, blocks
	// and artifacts. What is in none of them is nowhere in the file, but for
	// pictures.
	Strings []string

	counts map[string]int // findings by code
}

// Block is the text of one block element: a paragraph, a cell, a label.
type Block struct {
	Type string // standard type, such as P
	Role string // the type as the file names it
	Page int    // where it begins, from 1; 0 when it has only ActualText
	Text string
}

// Heading is one heading; Level is 1 to 6, and 0 for an unnumbered H.
type Heading struct {
	Level, Page int
	Text        string
}

// Link is one link annotation; Target is an address, or "page n".
type Link struct {
	Page             int
	Contents, Target string
}

// Bookmark is one entry of the outline; Level starts at 1.
type Bookmark struct {
	Level, Page int
	Title       string
}

// Artifact is content that is no part of the text, such as a page's footer.
type Artifact struct {
	Page          int
	Type, Subtype string // as in ISO 32000-1, 14.8.2.2, either may be empty
	Text          string
}

// OK tells that nothing was found.
func (r Report) OK() bool { return len(r.Findings) == 0 }

// Codes are the codes found, each once, sorted.
func (r Report) Codes() []string {
	seen := map[string]bool{}
	var out []string
	for _, f := range r.Findings {
		if !seen[f.Code] {
			seen[f.Code] = true
			out = append(out, f.Code)
		}
	}
	sort.Strings(out)
	return out
}

// String lists the findings, one a line.
func (r Report) String() string {
	if r.OK() {
		return "nothing found"
	}
	var b strings.Builder
	for _, f := range r.Findings {
		fmt.Fprintln(&b, f)
	}
	for _, code := range r.Codes() {
		if n := r.Omitted[code]; n > 0 {
			fmt.Fprintf(&b, "… and %d more of %s\n", n, code)
		}
	}
	return b.String()
}

// perCode is how many findings of one code a report keeps.
const perCode = 20

func (r *Report) add(f Finding) {
	if r.counts == nil {
		r.counts = map[string]int{}
		r.Omitted = map[string]int{}
	}
	if r.counts[f.Code]++; r.counts[f.Code] <= perCode {
		r.Findings = append(r.Findings, f)
		return
	}
	r.Omitted[f.Code]++
}
