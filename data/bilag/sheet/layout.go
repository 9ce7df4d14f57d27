package sheet

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"

	"synlig/data/bilag/typeset"
)

// chunk is how many blocks a goroutine sets before it looks for the next.
const chunk = 64

// layout sets all blocks, on all processors: how a block is set does not
// depend on any other. done is told how many are set.
func (s *Sheet) layout(ctx context.Context, done func(blocks int)) error {
	var next, set atomic.Int64
	var group sync.WaitGroup
	workers := min(runtime.GOMAXPROCS(0), len(s.blocks)/chunk+1)
	for range workers {
		group.Go(func() {
			setter := typeset.NewSetter(s.cloneFaces(), s.setup.Language)
			var scratch []typeset.Run
			for ctx.Err() == nil {
				from := int(next.Add(chunk)) - chunk
				if from >= len(s.blocks) {
					return
				}
				to := min(from+chunk, len(s.blocks))
				for _, b := range s.blocks[from:to] {
					scratch = b.set(setter, scratch)
				}
				done(int(set.Add(int64(to - from))))
			}
		})
	}
	group.Wait()
	return ctx.Err()
}

func (s *Sheet) cloneFaces() [4]*typeset.Face {
	var faces [4]*typeset.Face
	for i, f := range s.faces {
		faces[i] = f.Clone()
	}
	return faces
}

// set breaks the block's paragraphs into lines.
func (b *block) set(setter *typeset.Setter, scratch []typeset.Run) []typeset.Run {
	b.Bands = 0
	if b.chart != nil {
		b.Bands = 1
	}
	for i := range b.cells {
		c := &b.cells[i]
		for _, p := range c.paras {
			scratch = runs(p.leaves, p.bold, scratch)
			for _, line := range setter.Set(scratch, typeset.Shape{Size: b.style.Size, Width: c.width, Hyphenate: p.hyphenate}) {
				c.lines = append(c.lines, setLine{line, p.leaves})
			}
		}
		b.Bands = max(b.Bands, len(c.lines))
	}
	b.Whole = b.Whole || b.row != nil && b.Bands <= wholeRow
	return scratch
}

// paginate puts the set blocks on pages.
func (s *Sheet) paginate() []typeset.Page {
	blocks := make([]typeset.Block, len(s.blocks))
	for i, b := range s.blocks {
		blocks[i] = b.Block
	}
	frames := make([]typeset.Frame, len(s.formats))
	for i, f := range s.formats {
		frames[i] = typeset.Frame{Top: f.Top, Bottom: f.Height - f.Bottom}
	}
	return typeset.Paginate(blocks, frames)
}

// spot is a place in the paper.
type spot struct {
	page int // index
	y    float64
}

// spots finds where the anchors stand.
func (s *Sheet) spots(pages []typeset.Page) map[string]spot {
	found := map[string]spot{}
	for i, page := range pages {
		for _, part := range page.Parts {
			if part.Repeated {
				continue
			}
			b := s.blocks[part.Block]
			if b.anchor != "" && part.From == 0 {
				found[b.anchor] = spot{i, part.Y}
			}
			for _, c := range b.cells {
				for k := part.From; k < min(part.To, len(c.lines)); k++ {
					line := &c.lines[k]
					for _, seg := range line.Segs {
						name := line.leaves[seg.Run].Anchor
						if _, old := found[name]; name != "" && !old {
							found[name] = spot{i, part.Y + b.PadTop + float64(k-part.From)*b.Lead}
						}
					}
				}
			}
		}
	}
	return found
}
