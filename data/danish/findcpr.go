package danish

import "slices"

// How near a word like "cpr" makes a number what it says, in runes.
const (
	wordBefore = 40
	wordBehind = 24
)

// beside tells whether one of places, in order, is near [from, to).
func beside(places [][2]int, from, to int) bool {
	i, _ := slices.BinarySearchFunc(places, from-wordBefore, func(place [2]int, at int) int { return place[1] - at })
	return i < len(places) && places[i][0] <= to+wordBehind
}

// findCPR finds personal numbers, in whole and in part.
func (p *page) findCPR(c context) []Find {
	rest := p.groups() // what was found is cut off: nothing hangs on it
	var found []Find
	for g := 0; g < len(rest); g++ {
		f, to, ok := p.cprAt(rest, g, c)
		if !ok {
			continue
		}
		found = append(found, f)
		for g < len(rest) && rest[g].from < to {
			g++
		}
		rest, g = rest[g:], -1
	}
	return found
}

// cprAt is the number that begins with group g; to is where it ends in the view.
func (p *page) cprAt(all []group, g int, c context) (f Find, to int, ok bool) {
	if f, to, ok = p.numberAt(all, g, c); ok {
		return f, to, true
	}
	if f, to, ok = p.longNumberAt(all, g, c); ok {
		return f, to, true
	}
	if f, to, ok = p.overlongAt(all, g, c); ok {
		return f, to, true
	}
	return p.partAt(all, g, c)
}

// numberAt judges the ten digits that begin with group g.
func (p *page) numberAt(all []group, g int, c context) (Find, int, bool) {
	s, ok := p.shapeAt(all, g)
	if !ok {
		return Find{}, 0, false
	}
	from, to := s.groups[0].from, s.groups[len(s.groups)-1].to
	near := beside(c.cpr, from, to)
	if !validDay(s.digits[:]) {
		if !near || s.tied && !s.whole() || !s.whole() && len(s.groups) > 1 {
			return Find{}, 0, false
		}
		return p.cprFind(from, to, Yellow, "word"), to, true
	}
	level, rule := s.judge(), "date"
	modulus := modulus11(s.digits[:])
	if len(s.groups) == 1 {
		level, rule = p.bareLevel(from, to, modulus, near, c), "digits"
	}
	alone := s.exact && !s.tied
	switch {
	case level == "" && !(near && (alone || s.isolated())) && !(modulus && alone && !s.amount && (s.whole() || s.spaced() || s.pairs() && s.middle == dash && s.date != odd)):
		return Find{}, 0, false
	case near:
		level = Red
	case level == "":
		level = Yellow
	case modulus && len(s.groups) > 1 && !s.tied:
		level = Red
	}
	switch {
	case modulus:
		rule = "modulus"
	case near:
		rule = "word"
	}
	return p.cprFind(from, to, level, rule), to, true
}

// bareLevel judges ten digits in a row. Something unseen among them was put
// there to hide them.
func (p *page) bareLevel(from, to int, modulus, near bool, c context) Level {
	hidden := int(p.from[to-1]-p.from[from]) != to-1-from
	lettered := isLetter(p.at(from-1)) && isLetter(p.at(to)) || p.at(from-1) == '+'
	switch {
	case near:
		return Red
	case c.numbered(p, from) && !hidden, lettered:
		if modulus {
			return Yellow
		}
		return ""
	case modulus || hidden:
		return Red
	}
	return Yellow
}

// longNumberAt reads a number with the year in full: 14051985-2981.
func (p *page) longNumberAt(all []group, g int, c context) (Find, int, bool) {
	var room [24]rune
	var cut lengths
	digits, last, alike := room[:0], g, true
	for n := g; n < len(all) && len(digits) < 12 && n < g+4; n++ {
		length := all[n].to - all[n].from
		if length > 8 || n > g && all[n-1].next == apart {
			break
		}
		alike = alike && (n < g+2 || len(digits) == 8 || all[n-1].next == all[g].next)
		digits, last = append(digits, p.runes[all[n].from:all[n].to]...), n
		cut.add(length)
	}
	if !alike || !cut.are(8, 4) && !cut.are(2, 2, 4, 4) || g > 0 && ties(all[g-1]) || ties(all[last]) {
		return Find{}, 0, false
	}
	ten := append(append([]rune{}, digits[:4]...), digits[6:]...)
	from, to := all[g].from, all[last].to
	if !validDay(ten) || digits[4] != '1' && digits[4] != '2' {
		return Find{}, 0, false
	}
	near, modulus := beside(c.cpr, from, to), modulus11(ten)
	switch {
	case near || modulus && all[last-1].next == dash:
		return p.cprFind(from, to, Red, "modulus"), to, true
	case all[last-1].next == dash && last == g+1:
		return p.cprFind(from, to, Yellow, "date"), to, true
	}
	return Find{}, 0, false
}

// overlongAt reads a number with more digits at an end than it should have, as
// when two were pasted together: 140585-29811. Digits too many in front are what
// journal numbers have, so there a word must say what it is.
func (p *page) overlongAt(all []group, g int, c context) (Find, int, bool) {
	from, middle := all[g].from, all[g].to
	if g+1 == len(all) || all[g].next != dash || middle-from < 6 || all[g+1].to-all[g+1].from < 4 {
		return Find{}, 0, false
	}
	to := all[g+1].to
	digits := append(append([]rune{}, p.runes[middle-6:middle]...), p.runes[all[g+1].from:all[g+1].from+4]...)
	near := beside(c.cpr, from, to)
	if !validDay(digits) || !near && (middle-from > 6 || !modulus11(digits)) {
		return Find{}, 0, false
	}
	for n := g + 1; all[n].next == dash && all[n].glued; n++ {
		to = all[n+1].to
	}
	if near {
		return p.cprFind(from, to, Red, "word"), to, true
	}
	return p.cprFind(from, to, Yellow, "modulus"), to, true
}

func (p *page) cprFind(from, to int, level Level, rule string) Find {
	f := Find{Kind: CPR, Level: level, Rule: rule}
	f.From, f.To = p.span(from, to)
	f.Match = p.masked(from, to, 2)
	return f
}

// masked shows the first runes that say little, and a dot for each other
// letter and digit.
func (p *page) masked(from, to, shown int) string {
	out := make([]rune, 0, to-from)
	for _, c := range p.runes[from:to] {
		switch {
		case !isLetter(c) && !isDigit(c):
			if c == '\n' {
				c = ' '
			}
		case shown > 0:
			shown--
		default:
			c = dot
		}
		out = append(out, c)
	}
	return string(out)
}
