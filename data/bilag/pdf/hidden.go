package pdf

import (
	"strconv"
	"unicode/utf8"

	"synlig/data/bilag/typeset"
)

// Hidden text is set as narrow as can be, so that it is not in the way of what
// is printed and stands between the words around it. Programs that put letters
// in order by their place (poppler, MuPDF) ask for some care: they drop a
// letter that stands within a tenth of the type's size of its like (the t's of
// "slettet") unless it stands a fifth higher, and they see a space or a new
// line where the room or the step up is large against the letters' width.
const (
	hiddenScale = 7   // per cent of the letters' own width
	likeRoom    = 102 // Units between a letter and its like on the same height
	likeRise    = 205 // Units that a letter is lifted near its like
	spaceRoom   = 150 // Units between words
	tightRoom   = 100 // Units before the word that follows, when there is no more
)

// Hidden writes text that is in the file for readers and copies but not on the
// paper: rendering mode 3, and no room of its own. A single letter stands from
// x on, as a closing bracket does; longer text ends just before x, and begins
// if it can no more than room before x, where the word before it begins.
func (w *Writer) Hidden(t Type, x, y, room float64, text string) {
	places, width := w.hiddenPlaces(t.Face, text)
	if utf8.RuneCountInString(text) > 1 {
		gap := int(room*typeset.Units/t.Size) - width - 1
		x -= float64(width+min(max(gap, tightRoom), spaceRoom)) * t.Size / typeset.Units
	}
	w.open(t, x, y)
	w.buf = append(w.buf, "3 Tr "...)
	w.buf = strconv.AppendInt(w.buf, hiddenScale, 10)
	w.buf = append(w.buf, " Tz [("...)
	lifted := false
	for i, r := range []rune(text) {
		r = w.use(t.Face, r)
		if p := places[i]; p.lifted != lifted || p.room > 0 {
			lifted = p.lifted
			w.buf = append(w.buf, ")]TJ "...)
			w.buf = appendPoints(w.buf, rise(lifted)*t.Size/typeset.Units)
			w.buf = append(w.buf, " Ts ["...)
			w.buf = strconv.AppendInt(w.buf, -int64(p.room*100/hiddenScale), 10) // the scale shrinks room too
			w.buf = append(w.buf, '(')
		}
		w.buf = appendEscaped(w.buf, byte(r>>8))
		w.buf = appendEscaped(w.buf, byte(r))
	}
	w.buf = append(w.buf, ")]TJ 0 Tr 100 Tz 0 Ts ET\n"...)
}

func rise(lifted bool) float64 {
	if lifted {
		return likeRise
	}
	return 0
}

// hiddenPlace is where a letter of hidden text stands.
type hiddenPlace struct {
	room   int // Units before it
	lifted bool
}

// hiddenPlaces keeps letters from their likes, by lifting one where that is
// enough and else by room, and gives the width of it all in Units.
func (w *Writer) hiddenPlaces(face int, text string) (places []hiddenPlace, width int) {
	type level struct {
		r      rune
		lifted bool
	}
	last := map[level]int{} // where each letter stood last
	room := func(r rune, lifted bool) int {
		if at, ok := last[level{r, lifted}]; ok {
			return max(likeRoom-(width-at), 0)
		}
		return 0
	}
	lifted, spaced := false, false
	for _, r := range text {
		if spaced {
			width += spaceRoom
		}
		here, there := room(r, lifted), room(r, !lifted)
		if there < here {
			here, lifted = there, !lifted
		}
		width += here
		if spaced {
			here += spaceRoom
		}
		spaced = r == ' '
		places = append(places, hiddenPlace{here, lifted})
		last[level{r, lifted}] = width
		width += w.faces[face].Width(r) * hiddenScale / 100
	}
	return places, width
}
