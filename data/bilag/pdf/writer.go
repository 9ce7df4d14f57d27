// Package pdf writes tagged PDF files that hold to PDF/UA-1 and PDF/A-2a at
// once: text in embedded fonts, rectangles, links and bookmarks, every piece
// owned by an element of the structure tree or marked as an artifact. It draws
// what it is told and decides nothing about layout. gofpdf is known to
// skeleton.go alone. The same calls give the same bytes.
//
// Lengths are in points; y grows downwards from the top of the page.
package pdf

import (
	"crypto/sha256"
	"strings"
	"sync"
	"time"
	"unicode"

	"synlig/data/bilag/tags"
	"synlig/data/bilag/typeset"
)

// program is what files name as their maker.
var program = "Synlig"

// NameProgram gives the maker's name and version, "Synlig 0.1.0". It is called
// once, before the first paper: which program this is does not change with the
// paper, so no paper has to be told.
func NameProgram(name string) { program = name }

// Meta is what a file says of itself. Empty fields and a zero time are left
// out; the title must not be empty.
type Meta struct {
	Title, Author, Subject string
	Language               string // "da-DK"
	Changed                time.Time
}

// Target is where a link leads: an address, or a place in the file.
type Target struct {
	Address string
	Page    int // index, when Address is ""
	Y       float64
}

// Area is a rectangle on a page.
type Area struct{ X, Y, Width, Height float64 }

// Writer draws a file page by page.
type Writer struct {
	fonts [4][]byte
	faces [4]*typeset.Face
	tree  *tags.Tree

	pages     []*page
	bookmarks []bookmark
	used      [4]runeSet
	content   // of the page being drawn
	packing   sync.WaitGroup
	slots     chan struct{}
}

// page is a page whose drawing has been handed in.
type page struct {
	width, height float64
	packed        []byte // its content, deflated; ready when packing is done
	digest        [32]byte
	links         []link
}

type link struct {
	area       Area
	target     Target
	contents   string
	annotation *tags.Annotation
}

type bookmark struct {
	title string
	level int // 0 outermost
	page  int
	y     float64
}

// New makes a Writer. faces are the metrics of fonts, which are TrueType files:
// regular, bold, italic, bold italic. tree gets a page with every page.
func New(fonts [4][]byte, faces [4]*typeset.Face, tree *tags.Tree) *Writer {
	return &Writer{fonts: fonts, faces: faces, tree: tree, slots: make(chan struct{}, packers())}
}

// BeginPage begins a page of that size.
func (w *Writer) BeginPage(width, height float64) {
	w.endPage()
	w.tree.Page()
	w.pages = append(w.pages, &page{width: width, height: height})
	w.content.reset()
}

func (w *Writer) current() *page { return w.pages[len(w.pages)-1] }

// endPage hands the page in to be packed while the next is drawn.
func (w *Writer) endPage() {
	if len(w.pages) == 0 || w.content.buf == nil {
		return
	}
	w.End()
	p, raw := w.current(), w.content.buf
	w.content.buf = nil
	w.slots <- struct{}{}
	w.packing.Go(func() {
		p.digest = sha256.Sum256(raw)
		p.packed = deflate(raw)
		<-w.slots
	})
}

// Link makes area an active link that belongs to e. contents says where it
// leads, for those who do not see it.
func (w *Writer) Link(area Area, target Target, e *tags.Elem, contents string) {
	target.Address = target.Address[:min(len(target.Address), longestAddress)]
	p := w.current()
	p.links = append(p.links, link{area, target, shortened(contents), w.tree.Annotate(e)})
}

// Bookmark puts a line into the file's outline. level is 0 for the outermost
// and at most one more than the line before.
func (w *Writer) Bookmark(title string, level int, y float64) {
	w.bookmarks = append(w.bookmarks, bookmark{shortened(title), level, len(w.pages) - 1, y})
}

// runeSet holds the runes drawn in a face: a bit for each below U+10000.
type runeSet [1 << 16 / 64]uint64

func (s *runeSet) add(r rune) { s[r>>6&1023] |= 1 << (r & 63) }

// runes are the set's runes, ascending.
func (s *runeSet) runes() []rune {
	var runes []rune
	for i, bits := range s {
		for ; bits != 0; bits &= bits - 1 {
			runes = append(runes, rune(i<<6+lowestBit(bits)))
		}
	}
	return runes
}

// PDF/A holds no string longer than 32767 bytes (ISO 19005-2, 6.1.13). Titles
// and the like are cut far below that, where nobody reads on.
const (
	longestAddress = 8000 // bytes
	longestTitle   = 300  // letters
)

// shortened is text cut to longestTitle, with single spaces and without what XML
// cannot hold.
func shortened(text string) string {
	text = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && !unicode.IsSpace(r) || r == '\uFFFE' || r == '\uFFFF' {
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, "\uFFFD"))
	text = strings.Join(strings.Fields(text), " ")
	n := 0
	for i := range text {
		if n++; n > longestTitle {
			return text[:i] + "…"
		}
	}
	return text
}
