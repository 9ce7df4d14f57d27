package strategy

import (
	"slices"
	"strings"

	"synlig/data/document"
	"synlig/data/redline"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// marker turns blocks of a comparison into marked paragraphs, by the paper's
// own rules: the deletion before the insertion with a space between, moved text
// at both places with the same number, a struck or added ¶ where blocks were
// merged or split.
type marker struct {
	c                       *redline.Comparison
	baseLabels, draftLabels []string
	sections                []section // by index in Comparison.Blocks; nil when places are not known
}

// section is the last heading before a block on each side, "" for none.
type section struct{ base, draft string }

func newMarker(c redline.Comparison) *marker {
	m := &marker{c: &c, baseLabels: document.Labels(c.Base), draftLabels: document.Labels(c.Draft)}
	base, draft := headings(c.Base, m.baseLabels), headings(c.Draft, m.draftLabels)
	m.sections = make([]section, len(c.Blocks))
	var at section
	for i, b := range c.Blocks {
		if len(b.Base) > 0 {
			at.base = base[b.Base[0]]
		}
		if len(b.Draft) > 0 {
			at.draft = draft[b.Draft[0]]
		}
		m.sections[i] = at
	}
	return m
}

// headings names, for each block, the section it stands in.
func headings(blocks []document.Block, labels []string) []string {
	names := make([]string, len(blocks))
	titled := document.HasTitle(blocks)
	name := ""
	for i, b := range blocks {
		if b.Kind.HeadingLevel() > 0 && !(titled && i == 0) {
			name = words.Text("strategy.section", "label", labels[i], "text", b.Text)
			if labels[i] == "" {
				name = words.Text("strategy.section_unnumbered", "text", b.Text)
			}
		}
		names[i] = name
	}
	return names
}

// where is the place of a block in words. The removed stand where they stood.
func (m *marker) where(block int) string {
	name := m.sections[block].draft
	if len(m.c.Blocks[block].Draft) == 0 {
		name = m.sections[block].base
	}
	if name == "" {
		return words.Text("strategy.beginning")
	}
	return name
}

// plain is a block of the draft as it would read.
func (m *marker) plain(draft int) kit.MarkedBlock {
	b := m.c.Draft[draft]
	shown := kindOf(b, m.draftLabels[draft])
	shown.Pieces = appendRuns(nil, b, 0, len(b.Text), kit.MarkNone, 0)
	return shown
}

// column says which words are written: both texts together, or one of them.
type column uint8

const (
	bothTexts column = iota
	baseOnly
	draftOnly
)

// block is what a block of the comparison looks like: one paragraph, or several
// where it was split.
func (m *marker) block(index int, column column) []paragraph {
	b := &m.c.Blocks[index]
	w := m.begin(index, column)
	for n, s := range b.Segments {
		switch {
		case column == baseOnly && s.Op == redline.Insert, column == draftOnly && s.Op == redline.Delete:
		case s.Text == "\n":
			w.border(s)
		case column == bothTexts && s.Op != redline.Equal && strings.TrimSpace(s.Text) == "" && borders(b.Segments, n):
			// The space that became a new paragraph, or came for one: nobody
			// needs to see it marked beside the ¶.
		default:
			w.segment(s)
		}
	}
	w.remark(m.remark(index))
	return w.done
}

// borders tells whether segment n stands beside a border.
func borders(segments []redline.Segment, n int) bool {
	return n > 0 && segments[n-1].Text == "\n" || n+1 < len(segments) && segments[n+1].Text == "\n"
}

// remark is what the program adds to a moved block.
func (m *marker) remark(index int) (text string, change int) {
	b := &m.c.Blocks[index]
	if b.Twin < 0 || b.Twin >= len(m.c.Blocks) || m.sections == nil {
		return "", 0
	}
	switch b.Status {
	case redline.MovedFrom:
		return words.Text("strategy.moved_to", "place", m.where(b.Twin)), m.move(index)
	case redline.MovedTo:
		return words.Text("strategy.moved_from", "place", m.where(b.Twin)), m.move(index)
	}
	return "", 0
}

// move is the number of the move a moved block belongs to.
func (m *marker) move(index int) int {
	b := &m.c.Blocks[index]
	if b.Status != redline.MovedFrom && b.Status != redline.MovedTo {
		return 0
	}
	for _, number := range b.Changes {
		if m.c.Changes[number-1].Action == redline.Move {
			return number
		}
	}
	return 0
}

// pairs sets the two texts of a touched block side by side, paragraph by
// paragraph.
func (m *marker) pairs(index int) (pairs []pair) {
	b := &m.c.Blocks[index]
	if b.Status == redline.Same || len(b.Changes) == 0 {
		return nil
	}
	var old, new []paragraph
	if b.Status != redline.Inserted && b.Status != redline.MovedTo {
		old = m.block(index, baseOnly)
	}
	if b.Status != redline.Deleted && b.Status != redline.MovedFrom {
		new = m.block(index, draftOnly)
	}
	for n := range max(len(old), len(new)) {
		p := pair{block: index}
		if n < len(old) {
			p.old = old[n].text
		}
		if n < len(new) {
			p.new = new[n].text
		}
		pairs = append(pairs, p)
	}
	return pairs
}

// whole is the change of a block's kind or level, 0 for none.
func whole(b *redline.Block) int {
	for _, f := range b.Formats {
		if f.Aspect == redline.AspectKind || f.Aspect == redline.AspectLevel {
			return f.Change
		}
	}
	return 0
}

// appendRuns adds the bytes [start, end) of a block, cut where its style changes.
func appendRuns(pieces []kit.MarkedPiece, b document.Block, start, end int, mark kit.Mark, change int) []kit.MarkedPiece {
	for _, run := range b.Runs(start, end) {
		pieces = append(pieces, kit.MarkedPiece{
			Text: run.Text, Bold: run.Bold, Italic: run.Italic, Link: run.Link != "", Mark: mark, Change: change,
		})
	}
	return pieces
}

// cuts are the places in [start, end) of the draft where a change of form
// begins or ends, start and end included.
func cuts(formats []redline.Format, block, start, end int) []int {
	at := []int{start, end}
	for _, f := range formats {
		if f.Draft.Block == block && f.Draft.Start < f.Draft.End {
			for _, c := range []int{f.Draft.Start, f.Draft.End} {
				if c > start && c < end {
					at = append(at, c)
				}
			}
		}
	}
	slices.Sort(at)
	return slices.Compact(at)
}
