package kit

import (
	"math"
	"strings"
	"unicode/utf8"
)

// MarkedText is a marked block measured with a ruler: from here on its height
// at any width is a matter of adding numbers.
type MarkedText struct {
	Block     MarkedBlock
	ruler     *Ruler
	fragments []fragment
	size      float32 // of the letters
	line      float32 // height of a line
	left      float32 // where the words begin: behind number, bullet or quote
}

// fragment is a word, a part of one, or the space between two.
type fragment struct {
	piece      int32
	start, end int32 // bytes of the piece's text
	width      float32
	kind       fragmentKind
}

type fragmentKind uint8

const (
	wordFragment  fragmentKind = iota // a line may be broken before it
	glued                             // no break before it: the word goes on
	hardPart                          // as glued, but broken here when the word fills a line alone
	spaceFragment                     // hangs at a line's end
)

// Prepare measures a block.
func (r *Ruler) Prepare(block MarkedBlock) MarkedText {
	t := MarkedText{Block: block, ruler: r}
	t.size, t.line = r.sizes(block.Heading)
	t.left = t.indent()
	t.cut()
	return t
}

// headingSizes are the letters of title, section and subsection at scale 1.
var headingSizes = [4]float32{textSize, titleSize, sectionSize, textSize + 0.5}

func (r *Ruler) sizes(heading int) (size, line float32) {
	size = r.scaled(headingSizes[heading])
	height := float32(1.4)
	if heading > 0 {
		height = 1.3
	}
	return size, float32(math.Round(float64(size * height)))
}

// Above is the space between a block and what stands before it.
func (t *MarkedText) Above() float32 {
	space := [4]float32{10, 28, 26, 18}[t.Block.Heading]
	if t.Block.Indent > 0 {
		space = 5
	}
	return t.ruler.scaled(space)
}

// Width is how wide the block is when nothing is broken.
func (t *MarkedText) Width() float32 {
	width := t.left
	for _, f := range t.fragments {
		width += f.width
	}
	return width
}

const listStep, quoteStep = 22, 18

func (t *MarkedText) indent() float32 {
	switch b := &t.Block; {
	case b.Heading > 0 && b.Label != "":
		return t.face(MarkedPiece{}).width(b.Label) + t.size*0.7
	case b.Indent > 0:
		step := float32(b.Indent) * t.ruler.scaled(listStep)
		// A long number ("viii.") pushes its own item in, not the others.
		return step + max(0, t.labelWidth()+t.size*0.4-t.ruler.scaled(listStep))
	case b.Quote:
		return t.ruler.scaled(quoteStep)
	}
	return 0
}

func (t *MarkedText) labelWidth() float32 { return t.face(MarkedPiece{}).width(t.Block.Label) }

func (t *MarkedText) labelLeft() float32 {
	if t.Block.Indent > 0 {
		return float32(t.Block.Indent-1)*t.ruler.scaled(listStep) + t.ruler.scaled(4)
	}
	return 0
}

// bold tells whether a piece's letters are: by itself, by its mark, as heading.
func (t *MarkedText) bold(p MarkedPiece) bool {
	return (p.Bold || p.Mark == MarkAdded || t.Block.Heading > 0) && p.Mark != MarkRemark
}

func (t *MarkedText) face(p MarkedPiece) *face {
	return t.ruler.face(t.size, t.bold(p), p.Italic || p.Mark == MarkRemark)
}

// cut takes the pieces apart at their spaces and measures the parts.
func (t *MarkedText) cut() {
	bytes := 0
	for _, p := range t.Block.Pieces {
		bytes += len(p.Text)
	}
	t.fragments = make([]fragment, 0, bytes/3+len(t.Block.Pieces))
	inWord := false
	for i, p := range t.Block.Pieces {
		f := t.face(p)
		for at := 0; at < len(p.Text); {
			if p.Text[at] == ' ' {
				end := at + 1
				for end < len(p.Text) && p.Text[end] == ' ' {
					end++
				}
				t.add(i, at, end, f.width(" ")*float32(end-at), spaceFragment)
				at, inWord = end, false
				continue
			}
			end := len(p.Text)
			if space := strings.IndexByte(p.Text[at:], ' '); space >= 0 {
				end = at + space
			}
			t.addWord(f, i, at, end, inWord)
			at, inWord = end, true
		}
	}
}

// A word longer than longWord bytes is cut in parts of partRunes letters, so
// that it can be broken where it fills more than a line by itself.
const longWord, partRunes = 24, 8

func (t *MarkedText) addWord(f *face, piece, start, end int, goesOn bool) {
	text := t.Block.Pieces[piece].Text
	kind := wordFragment
	if goesOn {
		kind = glued
	}
	if end-start <= longWord {
		t.add(piece, start, end, f.width(text[start:end]), kind)
		return
	}
	for start < end {
		to := start
		for n := 0; n < partRunes && to < end; n++ {
			_, size := utf8.DecodeRuneInString(text[to:end])
			to += size
		}
		t.add(piece, start, to, f.width(text[start:to]), kind)
		start, kind = to, hardPart
	}
}

func (t *MarkedText) add(piece, start, end int, width float32, kind fragmentKind) {
	t.fragments = append(t.fragments, fragment{int32(piece), int32(start), int32(end), width, kind})
}
