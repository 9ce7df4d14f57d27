package danish

import (
	"slices"
	"strings"
)

// partAt finds a part of a personal number: the day of birth or the last four
// digits beside a word that says so, and a number that somebody half hid:
// 140585-xxxx, xxxxxx-2981.
func (p *page) partAt(all []group, g int, c context) (Find, int, bool) {
	from, to := all[g].from, all[g].to
	switch to - from {
	case 6:
		return p.dayAt(from, to, c)
	case 4:
		return p.lastFourAt(from, to, c)
	}
	return Find{}, 0, false
}

// dayAt judges six digits.
func (p *page) dayAt(from, to int, c context) (Find, int, bool) {
	near := beside(c.cpr, from, to)
	if !validDate(p.runes[from:to]) {
		return Find{}, 0, false
	}
	if end := p.brokenOff(from, to); end > 0 && near {
		return p.cprFind(from, end, Red, "part"), end, true
	}
	if p.tied(from, to) {
		return Find{}, 0, false
	}
	level := Yellow
	if near {
		level = Red
	}
	if end := p.hiddenFour(to); end > 0 {
		return p.cprFind(from, end, level, "masked"), end, true
	}
	if near || beside(c.born, from, to) {
		return p.cprFind(from, to, level, "part"), to, true
	}
	return Find{}, 0, false
}

// brokenOff is the end of one to three digits behind a dash at to, as where
// somebody stopped or forgot one: 140585-298. 0 when they are not there.
func (p *page) brokenOff(from, to int) int {
	if p.at(from-1) == '-' && isDigit(p.at(from-2)) || p.at(to) != '-' || !isDigit(p.at(to+1)) {
		return 0
	}
	i := to + 1
	for isDigit(p.at(i)) || i-to <= 4 && p.at(i) != 0 && strings.ContainsRune(placeholders, p.at(i)) {
		i++
	}
	if i-to > 5 || isLetter(p.at(i)) || (p.at(i) == '-' || p.at(i) == '.') && isDigit(p.at(i+1)) {
		return 0
	}
	return i
}

// tied tells whether more digits hang on [from, to): 140585 in 12.140585.
func (p *page) tied(from, to int) bool {
	joins := func(c rune) bool { return c == '.' || c == ',' || c == '/' || c == '-' }
	return joins(p.at(from-1)) && isDigit(p.at(from-2)) || joins(p.at(to)) && isDigit(p.at(to+1))
}

// placeholders are what people write for digits they leave out.
const placeholders = "xX*#•?_●✱×…"

// hiddenFour is the end of "-xxxx" behind to, 0 when it is not there.
func (p *page) hiddenFour(to int) int {
	i := to
	for i < to+3 && (p.at(i) == ' ' || p.at(i) == '-') {
		i++
	}
	start := i
	for i < start+4 && p.at(i) != 0 && strings.ContainsRune(placeholders, p.at(i)) {
		i++
	}
	if i-start < 3 && !(i > start && p.at(start) == '…') || isLetter(p.at(i)) || isDigit(p.at(i)) {
		return 0
	}
	return i
}

// lastFourAt judges four digits: behind xxxxxx-, or said to be the last.
func (p *page) lastFourAt(from, to int, c context) (Find, int, bool) {
	if p.hiddenSix(from) {
		level := Yellow
		if beside(c.cpr, from, to) {
			level = Red
		}
		return p.cprFind(from, to, level, "masked"), to, true
	}
	if p.tied(from, to) || !beside(c.cpr, from, to) {
		return Find{}, 0, false
	}
	year := p.runes[from] == '1' && p.runes[from+1] >= '8' || p.runes[from] == '2' && p.runes[from+1] == '0'
	if beside(c.last, from, to) || !year && p.follows(c.cpr, from) {
		return p.cprFind(from, to, Red, "part"), to, true
	}
	return Find{}, 0, false
}

// hiddenSix tells whether xxxxxx- stands before from: six, and a dash.
func (p *page) hiddenSix(from int) bool {
	i, dashes := from, 0
	for i > from-3 && (p.at(i-1) == '-' || p.at(i-1) == ' ') {
		i--
		if p.at(i) == '-' {
			dashes++
		}
	}
	n := 0
	for n < 7 && p.at(i-1) != 0 && strings.ContainsRune(placeholders, p.at(i-1)) {
		i--
		n++
	}
	return dashes == 1 && n == 6
}

// follows tells whether only "nr.", "er", ":" and the like stand between a word
// that says cpr and from.
func (p *page) follows(places [][2]int, from int) bool {
	n, _ := slices.BinarySearchFunc(places, from+1, func(place [2]int, at int) int { return place[1] - at })
	if n == 0 || from-places[n-1][1] > 16 {
		return false
	}
	for _, w := range strings.FieldsFunc(p.text(places[n-1][1], from), func(r rune) bool { return !isLetter(r) }) {
		if !fillers[w] {
			return false
		}
	}
	return true
}

var fillers = setOf("er nr nummer no nummeret mit dit hans hendes slutter ender på med")
