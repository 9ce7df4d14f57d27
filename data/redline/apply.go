package redline

import (
	"slices"
	"strings"

	"synlig/data/document"
)

// Apply puts the adopted changes, and no others, into the base. adopted is
// asked by change number. Every change is a switch of its own, so the order in
// which they are adopted cannot matter: none gives the base, all give the
// draft, and whatever lies between is well formed.
//
// What differs without being a change (other quotation marks, a no-break
// space, a block's id) follows the draft as soon as any change is adopted;
// with none adopted the result is the base to the byte.
func Apply(c Comparison, adopted func(number int) bool) []document.Block {
	a := applier{c: &c, in: make([]bool, len(c.Changes)+1)}
	for n := 1; n <= len(c.Changes); n++ {
		a.in[n] = adopted(n)
		a.any = a.any || a.in[n]
	}
	if !a.any {
		return cloneBlocks(c.Base)
	}
	for r := range c.Blocks {
		a.row(&c.Blocks[r])
	}
	return a.unique()
}

type applier struct {
	c      *Comparison
	in     []bool // by change number
	any    bool
	blocks []document.Block
}

// row adds what becomes of a row.
func (a *applier) row(row *Block) {
	moved := (row.Status == MovedFrom || row.Status == MovedTo) && a.moves(row)
	switch row.Status {
	case Inserted:
		if a.in[row.Changes[0]] {
			a.blocks = append(a.blocks, cloneBlock(a.c.Draft[row.Draft[0]]))
		}
	case Deleted:
		if !a.in[row.Changes[0]] {
			a.blocks = append(a.blocks, cloneBlock(a.c.Base[row.Base[0]]))
		}
	case MovedFrom:
		if !moved {
			a.mix(&a.c.Blocks[row.Twin], row.Base)
		}
	case MovedTo:
		if moved {
			a.mix(row, a.c.Blocks[row.Twin].Base)
		}
	default:
		a.mix(row, row.Base)
	}
}

// moves tells whether the move of a row is adopted.
func (a *applier) moves(row *Block) bool {
	for _, n := range row.Changes {
		if a.c.Changes[n-1].Action == Move {
			return a.in[n]
		}
	}
	return false
}

// mix adds the blocks of a row that stands in both texts. base are the row's
// blocks of the base, which for a moved one stand in its other end.
func (a *applier) mix(row *Block, base []int) {
	all := true
	for _, n := range row.Changes {
		all = all && (a.in[n] || a.c.Changes[n-1].Action == Move)
	}
	if all {
		for _, j := range row.Draft {
			a.blocks = append(a.blocks, cloneBlock(a.c.Draft[j]))
		}
		return
	}
	m := mixer{c: a.c, row: row, base: base}
	m.reform, m.reformed = a.reform(row)
	m.begin(0, 0)
	for k := range row.Segments {
		m.add(&row.Segments[k], a.in[row.Segments[k].Change])
	}
	a.blocks = append(a.blocks, m.finish()...)
}

// reform tells whether the row's change of form is adopted, and whether it has
// one.
func (a *applier) reform(row *Block) (adopted, exists bool) {
	for _, f := range row.Formats {
		return a.in[f.Change], true
	}
	return false, false
}

// unique sees to it that no id stands twice: the later block loses it. It can
// only happen when an input had one twice.
func (a *applier) unique() []document.Block {
	seen := make(map[string]bool, len(a.blocks))
	for i := range a.blocks {
		if id := a.blocks[i].ID; id != "" && seen[id] {
			a.blocks[i].ID = ""
		}
		seen[a.blocks[i].ID] = true
	}
	return a.blocks
}

// mixer composes the blocks of one row of which only some changes are adopted.
type mixer struct {
	c                *Comparison
	row              *Block
	base             []int
	reform, reformed bool
	blocks           []document.Block
	text             strings.Builder
	spans            []document.Span
	parts            [2]int // which base and draft block is being written
	first            [2]int // with which of them the block began
}

// begin begins a block at base block i and draft block j of the row.
func (m *mixer) begin(i, j int) {
	m.parts, m.first = [2]int{i, j}, [2]int{i, j}
	m.text.Reset()
	m.spans = nil
}

// add writes one segment.
func (m *mixer) add(s *Segment, adopted bool) {
	isBorder := s.Text == "\n" && s.Base == s.Draft
	switch {
	case isBorder:
		if s.Op == Delete {
			m.parts[0]++
		} else {
			m.parts[1]++
		}
		i, j := m.parts[0], m.parts[1]
		if adopted == (s.Op == Insert) {
			m.close(i)
			m.begin(i, j)
		}
	case s.Op == Delete:
		if !adopted {
			m.write(m.c.Base[s.Base.Block], s.Base)
		}
	case s.Op == Insert:
		if adopted {
			m.write(m.c.Draft[s.Draft.Block], s.Draft)
		}
	case m.reformed && !m.reform:
		m.write(m.c.Base[s.Base.Block], s.Base)
	default:
		m.write(m.c.Draft[s.Draft.Block], s.Draft)
	}
}

// write adds a piece of a block with its styles.
func (m *mixer) write(b document.Block, p Piece) {
	for _, run := range b.Runs(p.Start, p.End) {
		start := m.text.Len()
		m.text.WriteString(run.Text)
		if run.Style == (document.Style{}) {
			continue
		}
		if last := len(m.spans) - 1; last >= 0 && m.spans[last].End == start && m.spans[last].Style == run.Style {
			m.spans[last].End = m.text.Len()
			continue
		}
		m.spans = append(m.spans, document.Span{Start: start, End: m.text.Len(), Style: run.Style})
	}
}

// close ends a block before base block i of the row.
func (m *mixer) close(i int) {
	old, now := m.c.Base[m.base[min(m.first[0], len(m.base)-1)]], m.c.Draft[m.row.Draft[min(m.first[1], len(m.row.Draft)-1)]]
	b := document.Block{ID: now.ID, Kind: now.Kind, Level: now.Level, Text: m.text.String(), Spans: m.spans}
	unmerged := len(m.base) > 1 && i-m.first[0] < len(m.base)
	if unmerged {
		b.ID = old.ID
	}
	if m.reformed && !m.reform || unmerged && m.first[0] > 0 {
		b.Kind, b.Level = old.Kind, old.Level
	}
	m.blocks = append(m.blocks, b)
}

func (m *mixer) finish() []document.Block {
	m.close(m.parts[0] + 1)
	return m.blocks
}

func cloneBlock(b document.Block) document.Block {
	b.Spans = slices.Clone(b.Spans)
	return b
}

func cloneBlocks(blocks []document.Block) []document.Block {
	all := make([]document.Block, len(blocks))
	for i, b := range blocks {
		all[i] = cloneBlock(b)
	}
	return all
}
