package typeset

import (
	"math/rand/v2"
	"testing"
)

var frame = []Frame{{Top: 100, Bottom: 750}, {Top: 80, Bottom: 500}}

// randomBlocks are headings, paragraphs and tables as papers have them.
func randomBlocks(r *rand.Rand, n int) []Block {
	var blocks []Block
	for len(blocks) < n {
		switch k := r.IntN(12); {
		case k < 2:
			blocks = append(blocks, Block{Bands: 1 + r.IntN(2), Lead: 21, Before: 20, After: 7, KeepNext: true, Repeat: -1})
		case k < 3:
			header := len(blocks)
			blocks = append(blocks, Block{Bands: 1, Lead: 13, PadTop: 4, PadBottom: 4, KeepNext: true, Whole: true, Repeat: -1})
			for range 3 + r.IntN(30) {
				bands := 1 + r.IntN(20)
				blocks = append(blocks, Block{Bands: bands, Lead: 13, PadTop: 4, PadBottom: 4, Whole: bands < 12, Repeat: header})
			}
		default:
			blocks = append(blocks, Block{Bands: 1 + r.IntN(14), Lead: 16.8, After: 8, Repeat: -1})
		}
	}
	blocks = append(blocks, Block{Bands: 3, Lead: 16.8, Repeat: -1})
	return blocks
}

func TestPagesHoldEverythingOnce(t *testing.T) {
	blocks := randomBlocks(rand.New(rand.NewPCG(1, 1)), 3000)
	block, band := 0, 0
	for _, page := range Paginate(blocks, frame) {
		y := 0.0
		for _, part := range page.Parts {
			b := blocks[part.Block]
			if part.Y < y || part.Y+b.height(part.To-part.From) > frame[page.Section].Bottom+0.1 {
				t.Fatalf("block %d stands at %.1f", part.Block, part.Y)
			}
			y = part.Y + b.height(part.To-part.From)
			if part.Repeated {
				continue
			}
			if part.Block != block || part.From != band {
				t.Fatalf("expected block %d from line %d, got %+v", block, band, part)
			}
			if band = part.To; band == b.Bands {
				block, band = block+1, 0
			}
		}
	}
	if block != len(blocks) {
		t.Fatalf("%d of %d blocks are on pages", block, len(blocks))
	}
}

func TestNoWidowsOrphansOrStrandedHeadings(t *testing.T) {
	for seed := range uint64(20) {
		blocks := randomBlocks(rand.New(rand.NewPCG(seed, 2)), 800)
		pages := Paginate(blocks, frame)
		for n, page := range pages {
			last := page.Parts[len(page.Parts)-1]
			if b := blocks[last.Block]; b.KeepNext && n+1 < len(pages) {
				t.Errorf("seed %d: page %d ends in a heading", seed, n+1)
			}
			for _, part := range page.Parts {
				b := blocks[part.Block]
				if lines := part.To - part.From; lines == 1 && b.Bands > 1 {
					t.Errorf("seed %d: one line of %d stands alone on page %d", seed, b.Bands, n+1)
				}
				if b.Whole && !part.Repeated && part.To-part.From != b.Bands {
					t.Errorf("seed %d: a whole block is broken on page %d", seed, n+1)
				}
			}
		}
	}
}

func TestHeaderRepeats(t *testing.T) {
	blocks := []Block{{Bands: 1, Lead: 13, KeepNext: true, Whole: true, Repeat: -1}}
	for range 40 {
		blocks = append(blocks, Block{Bands: 4, Lead: 13, Repeat: 0})
	}
	pages := Paginate(blocks, frame)
	if len(pages) < 3 {
		t.Fatalf("%d pages", len(pages))
	}
	for n, page := range pages {
		if first := page.Parts[0]; first.Block != 0 || first.Repeated != (n > 0) {
			t.Errorf("page %d begins with %+v", n+1, first)
		}
	}
}

func TestSectionsAndPageBreaks(t *testing.T) {
	pages := Paginate([]Block{
		{Bands: 2, Lead: 10, Repeat: -1}, {Bands: 2, Lead: 10, Repeat: -1, NewPage: true}, {Bands: 2, Lead: 10, Repeat: -1, Section: 1},
	}, frame)
	if len(pages) != 3 || pages[2].Section != 1 || pages[2].Parts[0].Y != frame[1].Top {
		t.Errorf("got %+v", pages)
	}
	if len(Paginate(nil, frame)) != 1 {
		t.Error("nothing should be one empty page")
	}
}

func TestHopelessBlocks(t *testing.T) {
	for _, b := range []Block{
		{Bands: 0, Repeat: -1}, {Bands: 3, Lead: 2000, Repeat: -1}, {Bands: 300, Lead: 16, Whole: true, Repeat: -1},
		{Bands: 5, Lead: 0, Repeat: -1}, {Bands: 4, Lead: 16, PadTop: 900, Repeat: -1},
	} {
		if len(Paginate([]Block{b, b, b}, frame)) == 0 {
			t.Errorf("%+v has no page", b)
		}
	}
}
