package danish

import "slices"

// shape is how ten digits are cut into groups.
type shape struct {
	groups  []group
	digits  [10]rune
	middle  between // between the sixth and the seventh; apart when they stand in one group
	crossed bool    // a group holds both the sixth and the seventh
	before  lengths // of the groups of the date
	behind  lengths // of the groups of the last four
	date    between // what stands between the groups of the date, apart when not all alike
	serial  between // the same for the last four
	exact   bool    // no more groups hang on
	tied    bool    // more digits are tied to it with one sign: a longer number
	loose   bool    // spaces stand around the dash in the middle
	amount  bool    // two digits after a comma hang on: kroner and øre
}

// lengths are those of up to ten groups.
type lengths struct {
	of [10]uint8
	n  int
}

func (l *lengths) add(length int) {
	l.of[l.n] = uint8(length)
	l.n++
}

func (l *lengths) are(want ...uint8) bool { return slices.Equal(l.of[:l.n], want) }

// shapeAt reads the groups from number g on, when they make ten digits.
func (p *page) shapeAt(all []group, g int) (*shape, bool) {
	s := &shape{date: apart, serial: apart}
	count := 0
	for n := g; n < len(all) && count < 10; n++ {
		current := all[n]
		length := current.to - current.from
		if count+length > 10 || n > g && all[n-1].next == apart {
			return s, false
		}
		if n > g {
			s.join(count, all[n-1])
		}
		switch {
		case count+length <= 6:
			s.before.add(length)
		case count >= 6:
			s.behind.add(length)
		default:
			s.crossed = true
		}
		copy(s.digits[count:], p.runes[current.from:current.to])
		s.groups = all[g : n+1]
		count += length
	}
	if count != 10 {
		return s, false
	}
	last := s.groups[len(s.groups)-1]
	hangs := func(b between) bool { return b == space || b == dash || b == fullStop }
	s.exact = !hangs(last.next) && (g == 0 || !hangs(all[g-1].next))
	s.tied = ties(last) || g > 0 && ties(all[g-1])
	if next := g + len(s.groups); last.next == comma && next < len(all) {
		s.amount = all[next].to-all[next].from <= 2
	}
	return s, true
}

// ties tells whether a group and the one behind are one number; a comma parts.
func ties(g group) bool { return g.glued && g.next != apart && g.next != comma }

// join notes what stands behind the first count digits.
func (s *shape) join(count int, last group) {
	b := last.next
	switch {
	case count == 6:
		s.middle, s.loose = b, !last.glued
	case count < 6:
		s.date = alike(s.date, b, s.before.n)
	default:
		s.serial = alike(s.serial, b, s.behind.n)
	}
}

// alike is b when all before were the same.
func alike(so, b between, count int) between {
	if count <= 1 || so == b {
		return b
	}
	return odd
}

// isolated tells whether every digit stands by itself.
func (s *shape) isolated() bool { return len(s.groups) == 10 }

// pairs tells whether the date is written 14 05 85, with anything between.
func (s *shape) pairs() bool { return s.before.are(2, 2, 2) }

// spaced tells whether nothing but single spaces stand between the groups.
func (s *shape) spaced() bool {
	for _, g := range s.groups[:len(s.groups)-1] {
		if g.next != space {
			return false
		}
	}
	return true
}

// moment tells whether the last four may be a time of day or a year.
func (s *shape) moment() bool {
	d := s.digits[6:]
	return (d[0] < '2' || d[0] == '2' && d[1] < '4') && d[2] < '6' || year(d)
}

func (s *shape) whole() bool { return s.before.are(6) }

// judge is how sure the shape alone makes it: Red, Yellow, or "" where only
// modulus 11 or a word beside it could tell.
func (s *shape) judge() Level {
	four := s.behind.are(4)
	spaced := s.serial == space && s.exact // 29 81
	switch {
	case s.crossed || s.middle == comma || s.amount && s.middle != dash:
		return ""
	case s.middle == fullStop || s.middle == odd:
		if s.whole() && four && !s.tied {
			return Yellow
		}
		return ""
	case s.middle == dash:
		return s.dashed(four || spaced)
	}
	return s.parted(four)
}

// dashed judges a number with a dash in the middle, the form on the card.
func (s *shape) dashed(serial bool) Level {
	plain := s.whole() || s.pairs() && s.date != odd
	switch {
	case !(plain && serial) && !(s.date == space && s.behind.are(4)) && !s.isolated():
		return ""
	case s.tied && s.pairs() && s.date != space, // one of two days: 05-06-12-2014
		s.loose && s.date == fullStop && s.moment(): // a day and a time: 25.02.14 - 1430
		return ""
	case s.tied:
		return Yellow
	}
	return Red
}

// parted judges a number with space in the middle.
func (s *shape) parted(four bool) Level {
	spread := s.pairs() || s.before.are(1, 1, 1, 1, 1, 1) // 14 05 85, 1 4 0 5 8 5
	switch {
	case s.tied && s.whole() && four:
		return Yellow
	case s.tied:
		return ""
	case four && (s.whole() || spread && s.date == space):
		return Red
	case s.pairs() && four && s.exact && s.date != odd && !s.moment(): // 25-02-14 1430 is a day and a time
		return Yellow
	case s.isolated() && s.exact:
		return Red
	case s.exact && s.spaced() && s.pairs(): // 14 05 85 29 81
		return Yellow
	}
	return ""
}
