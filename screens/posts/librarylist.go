package posts

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"synlig/data/links"
	"synlig/screens/kit"
)

// libraryList is the list of pages: the keyboard and the mouse light one, Enter
// and a double click take it.
type libraryList struct {
	library *library
	rows    *kit.Rows
	pages   []links.Page
	at      int
	spare   []*libraryRow
}

// libraryRowHeight at scale 1.
const libraryRowHeight = 52

// pageOfRows is how far Page Up and Page Down go.
const pageOfRows = 5

func (l *libraryList) build() {
	l.rows = kit.NewRows(l)
	l.rows.OnKey = l.key
}

// Heights are those of all rows.
func (l *libraryList) Heights(float32) []float32 {
	return slices.Repeat([]float32{kit.Scaled(libraryRowHeight)}, len(l.pages))
}

// Take dresses a widget as a row.
func (l *libraryList) Take(row int) fyne.CanvasObject {
	var r *libraryRow
	if n := len(l.spare); n > 0 {
		r, l.spare = l.spare[n-1], l.spare[:n-1]
	} else {
		r = newLibraryRow()
	}
	r.dress(l.pages[row], row == l.at)
	r.tapped = func() { l.light(row) }
	r.taken = l.library.pick
	return r
}

// Give takes a widget back.
func (l *libraryList) Give(o fyne.CanvasObject) { l.spare = append(l.spare, o.(*libraryRow)) }

// set lists pages and lights the one with that ID, else the first.
func (l *libraryList) set(pages []links.Page, id int64) {
	l.pages = pages
	l.at = max(slices.IndexFunc(pages, func(p links.Page) bool { return p.ID == id }), 0)
	l.rows.Reset()
	if len(pages) > 0 {
		l.rows.Reveal(l.at)
	}
	l.library.chosen()
}

// current is the page that is lit.
func (l *libraryList) current() (links.Page, bool) {
	if l.at >= len(l.pages) {
		return links.Page{}, false
	}
	return l.pages[l.at], true
}

func (l *libraryList) light(row int) {
	if row < 0 || row >= len(l.pages) {
		return
	}
	l.at = row
	l.rows.Reveal(row)
	l.rows.Redress()
	l.library.chosen()
}

func (l *libraryList) key(key *fyne.KeyEvent) bool {
	switch key.Name {
	case fyne.KeyUp:
		l.light(l.at - 1)
	case fyne.KeyDown:
		l.light(l.at + 1)
	case fyne.KeyPageUp:
		l.light(max(l.at-pageOfRows, 0))
	case fyne.KeyPageDown:
		l.light(min(l.at+pageOfRows, len(l.pages)-1))
	case fyne.KeyHome:
		l.light(0)
	case fyne.KeyEnd:
		l.light(len(l.pages) - 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		l.library.pick()
	case fyne.KeyDelete:
		if p, ok := l.current(); ok {
			l.library.remove(p)
		}
	default:
		return false
	}
	return true
}

func commas(texts []string) string { return strings.Join(texts, ", ") }
