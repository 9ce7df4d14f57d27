package posts

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"synlig/screens/kit"
)

// flowPiece is a stretch of a flowText in one look.
type flowPiece struct {
	text string
	ink  fyne.ThemeColorName
	bold bool
}

// flowText is text in several colours that wraps as on a web page: line breaks
// stay, and a word that is wider than the line is cut where it must.
type flowText struct {
	widget.BaseWidget
	pieces []flowPiece
	onTap  func()
	lines  []flowLine
	width  float32 // the lines were made for
	size   float32
}

// flowLine is the words of one line, each with its place.
type flowLine []flowWord

type flowWord struct {
	flowPiece
	x float32
}

func newFlowText(onTap func()) *flowText {
	f := &flowText{onTap: onTap}
	f.ExtendBaseWidget(f)
	return f
}

// set shows other pieces.
func (f *flowText) set(pieces []flowPiece) {
	f.pieces, f.width = pieces, 0
	f.lay(f.Size().Width)
	f.Refresh()
}

// Tapped unfolds.
func (f *flowText) Tapped(*fyne.PointEvent) {
	defer kit.Catch()
	if f.onTap != nil {
		f.onTap()
	}
}

// Cursor is a hand, as over Facebook's own.
func (f *flowText) Cursor() desktop.Cursor { return desktop.PointerCursor }

// lay breaks the pieces into lines, unless they are that already.
func (f *flowText) lay(width float32) {
	if width <= 0 || width == f.width && f.size == theme.TextSize() {
		return
	}
	f.width, f.size, f.lines = width, theme.TextSize(), nil
	var line flowLine
	x, gap := float32(0), float32(0)
	end := func() {
		f.lines = append(f.lines, line)
		line, x, gap = nil, 0, 0
	}
	put := func(word flowPiece, wide float32) {
		if n := len(line); n > 0 && line[n-1].ink == word.ink && line[n-1].bold == word.bold {
			if gap > 0 {
				word.text = " " + word.text
			}
			line[n-1].text += word.text // one text of the whole stretch, set as such
		} else {
			line = append(line, flowWord{word, x + gap})
		}
		x, gap = x+gap+wide, 0
	}
	for _, piece := range f.pieces {
		style := fyne.TextStyle{Bold: piece.bold}
		measure := func(s string) float32 { return fyne.MeasureText(s, f.size, style).Width }
		space := measure(" ")
		for i, row := range strings.Split(piece.text, "\n") {
			if i > 0 {
				end()
			}
			for len(row) > 0 {
				cut := strings.IndexFunc(row, unicode.IsSpace)
				if cut == 0 {
					gap = space
					row = strings.TrimLeftFunc(row, unicode.IsSpace)
					continue
				}
				word := row
				if cut > 0 {
					word = row[:cut]
				}
				row = row[len(word):]
				wide := measure(word)
				if x > 0 && x+gap+wide > width {
					end()
				}
				for wide > width && len([]rune(word)) > 1 { // wider than a line: cut it
					n := fits(word, width, measure)
					put(flowPiece{string([]rune(word)[:n]), piece.ink, piece.bold}, width)
					end()
					word = string([]rune(word)[n:])
					wide = measure(word)
				}
				put(flowPiece{word, piece.ink, piece.bold}, wide)
			}
		}
	}
	end()
}

// fits is how many letters of a word fit in a width, at least one.
func fits(word string, width float32, measure func(string) float32) int {
	runes := []rune(word)
	low, high := 1, len(runes)
	for low < high {
		if middle := (low + high + 1) / 2; measure(string(runes[:middle])) <= width {
			low = middle
		} else {
			high = middle - 1
		}
	}
	return low
}

// CreateRenderer draws the lines.
func (f *flowText) CreateRenderer() fyne.WidgetRenderer { return &flowRenderer{text: f} }

type flowRenderer struct {
	text    *flowText
	objects []fyne.CanvasObject
}

func (r *flowRenderer) Destroy()                     {}
func (r *flowRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *flowRenderer) line() float32 {
	return fyne.MeasureText("M", theme.TextSize(), fyne.TextStyle{}).Height
}

// MinSize is as high as the lines are in the width last given.
func (r *flowRenderer) MinSize() fyne.Size {
	return fyne.NewSize(1, r.line()*float32(max(len(r.text.lines), 1)))
}

func (r *flowRenderer) Layout(size fyne.Size) {
	r.text.lay(size.Width)
	r.draw()
}

func (r *flowRenderer) Refresh() {
	r.text.lay(r.text.Size().Width)
	r.draw()
	canvas.Refresh(r.text)
}

func (r *flowRenderer) draw() {
	r.objects = nil
	line := r.line()
	for i, words := range r.text.lines {
		for _, word := range words {
			o := canvas.NewText(word.text, theme.Color(word.ink))
			o.TextSize, o.TextStyle.Bold = theme.TextSize(), word.bold
			o.Move(fyne.NewPos(word.x, float32(i)*line))
			o.Resize(o.MinSize())
			r.objects = append(r.objects, o)
		}
	}
}
