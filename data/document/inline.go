package document

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// inline gives the runs of a block's inline content.
func (w *walker) inline(n ast.Node) []Run {
	var runs []Run
	w.collect(n, Style{}, &runs)
	return runs
}

func (w *walker) collect(n ast.Node, style Style, runs *[]Run) {
	add := func(text string) { *runs = append(*runs, Run{text, style}) }
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			value := c.Segment.Value(w.source)
			if !c.IsRaw() {
				value = unescape(value)
			}
			add(string(value))
			if c.SoftLineBreak() || c.HardLineBreak() {
				add(" ")
			}
		case *ast.String:
			add(string(c.Value))
		case *ast.AutoLink:
			linked := style
			label := string(c.Label(w.source))
			linked.Link = webAddress(label, string(c.URL(w.source)), c.AutoLinkType)
			*runs = append(*runs, Run{label, linked})
		case *ast.Link:
			linked := style
			linked.Link = strings.TrimSpace(string(unescape(c.Destination)))
			w.collect(c, linked, runs)
		case *ast.Emphasis:
			marked := style
			if c.Level >= 2 {
				marked.Bold = true
			} else {
				marked.Italic = true
			}
			w.collect(c, marked, runs)
		case *ast.RawHTML: // a tag without words of its own
		default: // code, a picture's description, what comes later
			w.collect(c, style, runs)
		}
	}
}

// unescape resolves \* and &amp;.
func unescape(value []byte) []byte {
	return util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(value)))
}

// webAddress is where a bare link leads to. What is written without a scheme is
// taken to be https, which every site of the office answers.
func webAddress(label, url string, kind ast.AutoLinkType) string {
	switch {
	case kind == ast.AutoLinkEmail && !strings.HasPrefix(url, "mailto:"):
		return "mailto:" + url
	case strings.HasPrefix(label, "www."):
		return "https://" + label
	}
	return url
}
