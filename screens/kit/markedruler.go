package kit

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Ruler measures words. Shaping a word costs Fyne about ten microseconds, and
// a long document has a hundred thousand of them; so a ruler asks Fyne once
// for each letter and each pair of neighbours and adds up from then on. That
// is exact for the scripts the office writes; other text is asked for whole.
//
// A ruler belongs to the UI goroutine, as Fyne's own measuring does, and is
// good for one text size: make a new one when the size or the theme changes.
type Ruler struct {
	size  float32
	faces map[faceKey]*face
}

type faceKey struct {
	size         float32
	bold, italic bool
}

// face is what is known of one font face at one size.
type face struct {
	size    float32
	style   fyne.TextStyle
	single  [rulerRunes]float32
	pairs   [rulerRunes]*[rulerRunes]float32 // kerning, row by first letter
	strange map[string]float32               // words asked for whole
}

// The letters a ruler knows one by one: Latin with all its accents, and the
// dashes and quotation marks of general punctuation.
const (
	latinRunes  = 0x180
	punctuation = 0x2010
	rulerRunes  = latinRunes + 0x2030 - punctuation
)

// NewRuler measures body text of the theme's text size.
func NewRuler() *Ruler {
	return &Ruler{size: theme.TextSize(), faces: map[faceKey]*face{}}
}

// Stale tells whether the theme's text size has changed since.
func (r *Ruler) Stale() bool { return r.size != theme.TextSize() }

// scaled is a length at scale 1 brought to the ruler's text size.
func (r *Ruler) scaled(length float32) float32 { return length * r.size / textSize }

// Line is the height of a line of body text.
func (r *Ruler) Line() float32 {
	_, line := r.sizes(0)
	return line
}

func (r *Ruler) face(size float32, bold, italic bool) *face {
	key := faceKey{size, bold, italic}
	f, ok := r.faces[key]
	if !ok {
		f = &face{size: size, style: fyne.TextStyle{Bold: bold, Italic: italic}, strange: map[string]float32{}}
		for i := range f.single {
			f.single[i] = unknown
		}
		r.faces[key] = f
	}
	return f
}

var unknown = float32(math.NaN())

// runeIndex is the place of a letter in a ruler's tables, -1 when it has none.
func runeIndex(r rune) int {
	switch {
	case r < latinRunes:
		return int(r)
	case r >= punctuation && r < 0x2030:
		return latinRunes + int(r-punctuation)
	}
	return -1
}

// width is how wide text is, in the face's size.
func (f *face) width(text string) float32 {
	var sum float32
	before := -1
	for _, r := range text {
		i := runeIndex(r)
		if i < 0 {
			return f.whole(text)
		}
		w := f.single[i]
		if w != w {
			w = f.ask(string(r))
			f.single[i] = w
		}
		sum += w
		if before >= 0 {
			sum += f.kern(before, i)
		}
		before = i
	}
	return sum
}

// kern is how much wider (or narrower) two letters are side by side.
func (f *face) kern(a, b int) float32 {
	row := f.pairs[a]
	if row == nil {
		row = new([rulerRunes]float32)
		for i := range row {
			row[i] = unknown
		}
		f.pairs[a] = row
	}
	k := row[b]
	if k != k {
		k = f.ask(string([]rune{runeAt(a), runeAt(b)})) - f.single[a] - f.single[b]
		row[b] = k
	}
	return k
}

func runeAt(index int) rune {
	if index < latinRunes {
		return rune(index)
	}
	return rune(index - latinRunes + punctuation)
}

func (f *face) whole(text string) float32 {
	w, ok := f.strange[text]
	if !ok {
		w = f.ask(text)
		f.strange[text] = w
	}
	return w
}

func (f *face) ask(text string) float32 {
	return fyne.MeasureText(text, f.size, f.style).Width
}
