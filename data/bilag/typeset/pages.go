package typeset

// Block is what pagination needs to know of a paragraph, heading or table row:
// bands of equal height that are set under each other. Lengths in points.
type Block struct {
	Bands         int     // lines; for a row the lines of its tallest cell
	Lead          float64 // height of a band
	Before, After float64 // room outside; gone at the top of a page
	// PadTop and PadBottom are room inside, which every part keeps that is
	// broken off (the padding of table cells).
	PadTop, PadBottom float64
	KeepNext          bool // stays on the page of the block after it
	Whole             bool // is not broken unless a page is too small for it
	NewPage           bool // begins a page
	Section           int  // blocks of different sections never share a page
	// Repeat is the index of the block that is shown again above this one
	// when it begins or goes on at the top of a page; -1 for none.
	Repeat int
}

func (b Block) height(bands int) float64 {
	return b.PadTop + float64(bands)*b.Lead + b.PadBottom
}

// Part is a stretch of a block on a page.
type Part struct {
	Block    int
	From, To int     // bands [From, To)
	Y        float64 // of its top (PadTop included), from the page's top
	Repeated bool    // a repeated header, shown before
}

// Page is one page.
type Page struct {
	Section int
	Parts   []Part
}

// Frame is the room for text on a page of a section.
type Frame struct{ Top, Bottom float64 }

// minTogether is how many lines of a paragraph may stand alone at the foot or
// head of a page: no widows, no orphans.
const minTogether = 2

// Paginate puts the blocks on pages. frames are the rooms of the sections.
func Paginate(blocks []Block, frames []Frame) []Page {
	p := paginator{blocks: blocks, frames: frames}
	for i := range blocks {
		p.place(i)
	}
	if len(p.pages) == 0 {
		p.turn(0)
	}
	return p.pages
}

type paginator struct {
	blocks []Block
	frames []Frame
	pages  []Page
	y      float64
	after  float64 // owed below the last part
	empty  bool    // nothing but repeated headers on the page
}

func (p *paginator) turn(section int) {
	p.pages = append(p.pages, Page{Section: section})
	p.y, p.after, p.empty = p.frames[section].Top, 0, true
}

func (p *paginator) section() int { return p.pages[len(p.pages)-1].Section }

func (p *paginator) room() float64 { return p.frames[p.section()].Bottom - p.y + 0.01 }

// place puts block i where it belongs.
func (p *paginator) place(i int) {
	b := p.blocks[i]
	if len(p.pages) == 0 || b.Section != p.section() || b.NewPage && !p.empty {
		p.turn(b.Section)
	}
	if !p.empty {
		gap := max(b.Before, p.after)
		if p.y+gap+p.head(i) > p.frames[b.Section].Bottom+0.01 {
			p.turn(b.Section)
		} else {
			p.y += gap
		}
	}
	for from := 0; ; {
		if p.empty {
			p.repeat(b)
		}
		to := from + p.fit(b, from)
		p.add(Part{Block: i, From: from, To: to, Y: p.y}, b)
		from = to
		if from >= b.Bands {
			break
		}
		p.turn(b.Section)
	}
	p.after = b.After
}

func (p *paginator) add(part Part, b Block) {
	page := &p.pages[len(p.pages)-1]
	page.Parts = append(page.Parts, part)
	p.y += b.height(part.To - part.From)
	p.empty = p.empty && part.Repeated
}

// repeat shows the header again that belongs above b.
func (p *paginator) repeat(b Block) {
	if b.Repeat < 0 || len(p.pages[len(p.pages)-1].Parts) > 0 {
		return
	}
	h := p.blocks[b.Repeat]
	if h.height(h.Bands) > p.room()/2 {
		return // a header that fills the page would leave no room to go on
	}
	p.add(Part{Block: b.Repeat, To: h.Bands, Y: p.y, Repeated: true}, h)
}

// fit is how many of the bands from `from` on stand on this page: all that
// fit, but neither a single one here nor a single one left over.
func (p *paginator) fit(b Block, from int) int {
	left := b.Bands - from
	room := p.room() - b.PadTop - b.PadBottom
	n := left
	if b.Lead > 0 {
		n = min(left, int(room/b.Lead))
	}
	if n < left && left-n < minTogether && n > minTogether {
		n = left - minTogether
	}
	return max(n, min(left, 1)) // a page too low for one band is used anyway
}

// head is the height that must be free for block i to begin on a page: the
// block itself and what it is kept with, as far as a whole page can hold it.
func (p *paginator) head(i int) float64 {
	height, full := 0.0, p.frames[p.blocks[i].Section]
	for ; i < len(p.blocks); i++ {
		b := p.blocks[i]
		bands := b.Bands
		if !b.KeepNext && !b.Whole && bands > minTogether+1 {
			bands = minTogether
		}
		if next := height + b.height(bands); next > full.Bottom-full.Top {
			return height + b.height(min(b.Bands, minTogether))
		} else {
			height = next
		}
		if !b.KeepNext || i+1 == len(p.blocks) || p.blocks[i+1].Section != b.Section || p.blocks[i+1].NewPage {
			return height
		}
		height += max(b.After, p.blocks[i+1].Before)
	}
	return height
}
