package danish

import (
	"slices"

	"synlig/data/clock"
)

// findPhones finds Danish phone numbers, and foreign ones behind a "+". taken
// are the personal numbers found before.
func (r *Rules) findPhones(p *page, c context, taken []Find) []Find {
	all := p.groups()
	var found []Find
	for g := 0; g < len(all); g++ {
		from, to, last, ok := p.phoneAt(all, g, c)
		if !ok || r.own[contactKey(p.text(from, to))] {
			continue
		}
		f := Find{Kind: Phone, Level: Yellow, Match: p.masked(from, to, 2)}
		f.From, f.To = p.span(from, to)
		if !covered(taken, f) {
			found = append(found, f)
		}
		g = last
	}
	return found
}

// covered tells whether one of finds, in order, lies over f.
func covered(finds []Find, f Find) bool {
	i, _ := slices.BinarySearchFunc(finds, f.From+1, func(old Find, at int) int { return old.To - at })
	return i < len(finds) && finds[i].From < f.To
}

// phoneAt reads the phone that begins with group g; last is its last group.
func (p *page) phoneAt(all []group, g int, c context) (from, to, last int, ok bool) {
	from = all[g].from
	digits := p.runes[all[g].from:all[g].to]
	if p.at(from-1) == '+' {
		if to, last, ok := p.foreign(all, g); ok {
			return from - 1, to, last, true
		}
	}
	first, prefix := g, false
	switch text := string(digits); {
	case text == "0045" || text == "45" && p.at(from-1) == '+':
		first, prefix = g+1, true
	case len(digits) == 12 && text[:4] == "0045":
		return from, all[g].to, g, digits[4] >= '2'
	}
	if first >= len(all) {
		return 0, 0, 0, false
	}
	last, ok = p.eight(all, first)
	if !ok || isLetter(p.at(from-1)) {
		return 0, 0, 0, false
	}
	to = all[last].to
	if prefix || beside(c.call, from, to) {
		return from, to, last, true
	}
	return from, to, last, p.likePhone(all, first, last, c)
}

// foreign reads "+" and 9 to 15 digits (ITU-T E.164).
func (p *page) foreign(all []group, g int) (to, last int, ok bool) {
	count := 0
	for n := g; n < len(all); n++ {
		length := all[n].to - all[n].from
		if count+length > 15 || n > g && all[n-1].next != space && all[n-1].next != dash {
			break
		}
		count += length
		to, last = all[n].to, n
	}
	return to, last, count >= 9
}

// eight reads eight digits as phones are written: 33661400, 33 66 14 00,
// 3366 1400, 336 61 400.
func (p *page) eight(all []group, g int) (last int, ok bool) {
	var cut lengths
	count := 0
	for n := g; n < len(all) && count < 8; n++ {
		if n > g && (all[n-1].next != all[g].next || all[n-1].next != space && all[n-1].next != dash && all[n-1].next != fullStop) {
			return 0, false
		}
		length := all[n].to - all[n].from
		if length > 8 {
			return 0, false
		}
		cut.add(length)
		count += length
		last = n
	}
	shaped := cut.are(8) || cut.are(2, 2, 2, 2) || cut.are(4, 4) || cut.are(3, 2, 3)
	return last, shaped && p.runes[all[g].from] >= '2'
}

// likePhone tells whether eight digits without a word that says so are no day,
// no years, no amount and no part of something longer.
func (p *page) likePhone(all []group, first, last int, c context) bool {
	from, to := all[first].from, all[last].to
	var digits []rune
	for _, g := range all[first : last+1] {
		digits = append(digits, p.runes[g.from:g.to]...)
	}
	switch {
	case c.numbered(p, from), isLetter(p.at(to)), p.tied(from, to), p.amount(from, to):
		return false
	case dayNumber(digits), first == last && years(digits):
		return false
	case last == first+1 && (year(digits[:4]) && (year(digits[4:]) || all[first].next == dash)):
		return false
	case last > first && all[first].next == fullStop && last != first+3:
		return false
	case last > first && (hanging(all[last]) || first > 0 && hanging(all[first-1])):
		return false
	}
	return true
}

// hanging tells whether more digits hang on behind a group.
func hanging(g group) bool { return g.next == space || g.next != apart && g.glued }

// dayNumber tells whether eight digits are a day: 20140225 or 25022014.
func dayNumber(digits []rune) bool {
	day := func(d, m, y int) bool {
		n := func(i, length int) (sum int) {
			for _, c := range digits[i : i+length] {
				sum = 10*sum + int(c-'0')
			}
			return sum
		}
		_, ok := clock.Calendar(n(y, 4), n(m, 2), n(d, 2))
		return ok && n(y, 4) >= 1900 && n(y, 4) < 2100
	}
	return day(6, 4, 0) || day(0, 2, 4)
}

// years tells whether eight digits are two years, the later one last: 20142015.
func years(digits []rune) bool {
	return year(digits[:4]) && year(digits[4:]) && string(digits[:4]) < string(digits[4:])
}

func year(digits []rune) bool {
	return digits[0] == '1' && digits[1] >= '8' || digits[0] == '2' && digits[1] == '0'
}

// amount tells whether kroner or per cent stand beside [from, to).
func (p *page) amount(from, to int) bool {
	behind := p.text(to, min(to+8, len(p.runes)))
	before := p.text(max(0, from-5), from)
	for _, sign := range []string{" kr", " %", "%", ",-", " dkk", " mio", " pct"} {
		if len(behind) >= len(sign) && behind[:len(sign)] == sign {
			return true
		}
	}
	for _, sign := range []string{"kr. ", "kr ", "dkk ", "kr."} {
		if len(before) >= len(sign) && before[len(before)-len(sign):] == sign {
			return true
		}
	}
	return false
}
