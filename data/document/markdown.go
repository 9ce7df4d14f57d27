package document

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
)

// markdown is CommonMark with tables and bare web addresses. goldmark parses;
// what its tree means here is this file's business.
var markdown = goldmark.New(goldmark.WithExtensions(extension.Table, extension.Linkify)).Parser()

// FromMarkdown reads CommonMark. Headings deeper than three become the third
// level, lists deeper than MaxLevel+1 the deepest; a row of a table becomes a
// paragraph, and so does each line of code or of a front matter. Pictures leave
// their description; HTML leaves its text.
// Text that nests deeper than any person writes is read as plain text.
func FromMarkdown(source string) []Block {
	if tooDeep(source) {
		return FromText(source)
	}
	front, body := frontMatter(source)
	w := &walker{source: []byte(body)}
	w.lines(front)
	w.children(markdown.Parse(text.NewReader(w.source)), place{})
	return w.blocks
}

// What no person writes and the parser takes long over, since its time grows
// with the square of both.
const (
	maxNesting = 64     // quotation and list marks that open one line, or indents of four spaces
	maxMarks   = 20_000 // marks in one paragraph that may open emphasis, code or a link
)

// tooDeep tells whether a line or a paragraph goes beyond those.
func tooDeep(source string) bool {
	marks := 0
	for line := range strings.Lines(source) {
		text := strings.TrimLeft(line, " \t>-+*")
		opening := line[:len(line)-len(text)]
		spaces := strings.Count(opening, " ")
		containers := len(opening) - spaces
		spaces += 4 * strings.Count(opening, "\t")
		if strings.Trim(line, "-*_ \n") == "" { // blank, or a rule: opens nothing
			marks = 0
			continue
		}
		if containers > maxNesting || spaces > 4*maxNesting {
			return true
		}
		for _, mark := range []string{"*", "_", "`", "[", "<"} {
			marks += strings.Count(line, mark)
		}
		if marks > maxMarks {
			return true
		}
	}
	return false
}

// frontMatter cuts off the lines between two "---" at the very top.
func frontMatter(source string) (front, body string) {
	rest, ok := strings.CutPrefix(source, "---\n")
	if !ok {
		return "", source
	}
	front, body, ok = strings.Cut(rest, "\n---\n")
	if !ok {
		return "", source
	}
	return front, body
}

// place is what surrounds a node.
type place struct {
	quoted bool
	list   Kind // Bullet or Numbered within a list item, else Paragraph
	depth  int  // how many list items surround it
}

// walker turns goldmark's tree into blocks.
type walker struct {
	source []byte
	blocks []Block
}

func (w *walker) add(kind Kind, level int, runs ...Run) {
	if b := NewBlock(kind, level, runs...); b.Text != "" {
		w.blocks = append(w.blocks, b)
	}
}

// lines adds each line as a paragraph.
func (w *walker) lines(s string) {
	for line := range strings.Lines(s) {
		w.add(Paragraph, 0, Run{Text: line})
	}
}

func (w *walker) children(n ast.Node, at place) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		w.node(c, at)
	}
}

func (w *walker) node(n ast.Node, at place) {
	switch n := n.(type) {
	case *ast.Heading:
		w.add(Heading1+Kind(min(n.Level, 3)-1), 0, w.inline(n)...)
	case *ast.Blockquote:
		at.quoted = true
		w.children(n, at)
	case *ast.List:
		at.list = Bullet
		if n.IsOrdered() {
			at.list = Numbered
		}
		at.depth++
		w.children(n, at)
	case *ast.ListItem:
		w.item(n, at)
	case *ast.FencedCodeBlock, *ast.CodeBlock:
		w.lines(string(n.Lines().Value(w.source)))
	case *ast.HTMLBlock:
		raw := n.Lines().Value(w.source)
		if n.HasClosure() {
			raw = append(raw, n.ClosureLine.Value(w.source)...)
		}
		w.add(Paragraph, 0, Run{Text: withoutTags(string(raw))})
	case *east.TableHeader, *east.TableRow:
		w.row(n)
	case *ast.Paragraph, *ast.TextBlock:
		kind, level := Paragraph, at.depth
		if at.quoted {
			kind, level = Quote, 0
		}
		w.add(kind, level, w.inline(n)...)
	default:
		w.children(n, at)
	}
}

// item adds a list item: its first paragraph is the item, the rest stands under it.
func (w *walker) item(n *ast.ListItem, at place) {
	first := n.FirstChild()
	if first == nil {
		return
	}
	switch first.(type) {
	case *ast.Paragraph, *ast.TextBlock:
		w.add(at.list, at.depth-1, w.inline(first)...)
		first = first.NextSibling()
	}
	for c := first; c != nil; c = c.NextSibling() {
		w.node(c, at)
	}
}

// row adds a row of a table as one paragraph with a bar between the cells.
func (w *walker) row(n ast.Node) {
	var runs []Run
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if len(runs) > 0 {
			runs = append(runs, Run{Text: " | "})
		}
		runs = append(runs, w.inline(c)...)
	}
	w.add(Paragraph, 0, runs...)
}

// withoutTags leaves out HTML's tags and comments.
func withoutTags(html string) string {
	var out bytes.Buffer
	for html != "" {
		before, rest, found := strings.Cut(html, "<")
		out.WriteString(before)
		if !found {
			break
		}
		end := ">"
		if strings.HasPrefix(rest, "!--") {
			end = "-->"
		}
		if _, html, found = strings.Cut(rest, end); !found {
			break
		}
		out.WriteByte(' ')
	}
	return out.String()
}
