package redline

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"synlig/data/document"
)

// text makes blocks of lines: "# " to "### " are headings, "- " bullets,
// "1. " numbered, "> " quotations, all else paragraphs. "id|" before the mark
// gives an id. **bold**, *italic* stand for marks.
func text(lines ...string) []document.Block {
	var blocks []document.Block
	for _, line := range lines {
		var b document.Block
		if id, rest, ok := strings.Cut(line, "|"); ok {
			b.ID, line = id, rest
		}
		for _, m := range []struct {
			mark string
			kind document.Kind
		}{{"### ", document.Heading3}, {"## ", document.Heading2}, {"# ", document.Heading1}, {"- ", document.Bullet}, {"1. ", document.Numbered}, {"> ", document.Quote}} {
			if rest, ok := strings.CutPrefix(line, m.mark); ok {
				b.Kind, line = m.kind, rest
				break
			}
		}
		for k, piece := range strings.Split(line, "**") {
			if k%2 == 1 && piece != "" {
				b.Spans = append(b.Spans, document.Span{Start: len(b.Text), End: len(b.Text) + len(piece), Style: document.Style{Bold: true}})
			}
			b.Text += piece
		}
		blocks = append(blocks, b)
	}
	return blocks
}

// pair is an old and a new text of a real or written revision.
type pair struct {
	name     string
	old, new []document.Block
}

// pairs reads the pairs of a folder: NAME.old.md and NAME.new.md, or .txt.
func pairs(tb testing.TB, folder string) []pair {
	tb.Helper()
	var all []pair
	olds, err := filepath.Glob(filepath.Join(folder, "*.old.*"))
	if err != nil {
		tb.Fatal(err)
	}
	for _, path := range olds {
		read := func(path string) []document.Block {
			content, err := os.ReadFile(path)
			if err != nil {
				tb.Fatal(err)
			}
			blocks, err := document.Read(path, content)
			if err != nil {
				tb.Fatal(err)
			}
			return blocks
		}
		name, _, _ := strings.Cut(filepath.Base(path), ".")
		all = append(all, pair{name, read(path), read(strings.Replace(path, ".old.", ".new.", 1))})
	}
	return all
}

// shared are the pairs of real revisions that lie beside the project.
func shared(tb testing.TB) []pair {
	tb.Helper()
	root, err := os.Getwd()
	if err != nil {
		tb.Fatal(err)
	}
	for !exists(filepath.Join(root, "go.mod")) && filepath.Dir(root) != root {
		root = filepath.Dir(root)
	}
	folder := filepath.Join(filepath.Dir(root), "shared", "reference", "redline")
	if !exists(folder) {
		tb.Skip("../shared/reference/redline is not here: the real pairs are left out")
	}
	return pairs(tb, folder)
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// show writes rows as a person would: [-out-] {+in+}.
func show(c Comparison) string {
	var b strings.Builder
	for r, row := range c.Blocks {
		if r > 0 {
			b.WriteString("\n")
		}
		switch row.Status {
		case MovedFrom:
			b.WriteString("<< ")
		case MovedTo:
			b.WriteString(">> ")
		}
		for k, s := range row.Segments {
			t := strings.ReplaceAll(s.Text, "\n", "¶")
			switch s.Op {
			case Equal:
				b.WriteString(t)
			case Delete:
				b.WriteString("[-" + t + "-]")
				if k+1 < len(row.Segments) && row.Segments[k+1].Op == Insert {
					b.WriteString(" ")
				}
			case Insert:
				b.WriteString("{+" + t + "+}")
			}
		}
	}
	return b.String()
}
