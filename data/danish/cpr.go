package danish

import (
	"strings"

	"synlig/data/clock"
)

// The rules of personal numbers: DDMMYY-SSSS, where the seventh digit and the
// year tell the century (Indenrigsministeriet, "Personnummeret i CPR").

// century is the year in full of a number with the last digits of the year yy
// (0–99) and the seventh digit.
func century(yy int, seventh rune) int {
	switch {
	case seventh <= '3':
		return 1900 + yy
	case seventh == '4' || seventh == '9':
		if yy <= 36 {
			return 2000 + yy
		}
		return 1900 + yy
	case yy <= 57:
		return 2000 + yy
	}
	return 1800 + yy
}

// validDay tells whether ten digits begin with a day that was or will be.
func validDay(digits []rune) bool {
	two := func(i int) int { return int(digits[i]-'0')*10 + int(digits[i+1]-'0') }
	_, ok := clock.Calendar(century(two(4), digits[6]), two(2), two(0))
	return ok
}

// validDate tells whether six digits are a day in either century.
func validDate(digits []rune) bool {
	return validDay(append(append([]rune{}, digits...), '0')) || validDay(append(append([]rune{}, digits...), '5'))
}

// modulus11 holds for all numbers given out before 1 October 2007, and for most
// since. It makes surer, and never rejects.
func modulus11(digits []rune) bool {
	sum := 0
	for i, weight := range [10]int{4, 3, 2, 7, 6, 5, 4, 3, 2, 1} {
		sum += int(digits[i]-'0') * weight
	}
	return sum%11 == 0
}

// between is what stands between two groups of digits.
type between uint8

const (
	apart    between = iota // too much, or something else
	space                   // one space
	wide                    // more spaces, or a line break
	dash                    // a dash, spaces around it or not
	fullStop                // "." or "/": in dates
	odd                     // "_", "~", ":", "*", "=" and the like
	comma
)

// group is a run of digits.
type group struct {
	from, to int     // runes of the view
	next     between // to the group behind
	glued    bool    // nothing but one sign, no space, to the group behind
}

// groups are all runs of digits outside addresses, in order.
func (p *page) groups() []group {
	var all []group
	site := 0
	for i := 0; i < len(p.runes); {
		for site < len(p.sites) && int(p.sites[site][1]) <= i {
			site++
		}
		if site < len(p.sites) && int(p.sites[site][0]) <= i {
			i = int(p.sites[site][1])
			continue
		}
		if !isDigit(p.runes[i]) {
			i++
			continue
		}
		to := i
		for to < len(p.runes) && isDigit(p.runes[to]) {
			to++
		}
		if n := len(all); n > 0 {
			all[n-1].next, all[n-1].glued = p.between(all[n-1].to, i)
		}
		all = append(all, group{from: i, to: to})
		i = to
	}
	return all
}

const widestGap = 6 // runes between two groups that may be one number

// between tells what stands in [from, to).
func (p *page) between(from, to int) (kind between, glued bool) {
	if to-from > widestGap {
		return apart, false
	}
	sign, spaces, breaks, signs := rune(0), 0, 0, 0
	for _, c := range p.runes[from:to] {
		switch {
		case c == ' ':
			spaces++
		case c == '\n':
			breaks++
		case sign == 0 || sign == c && c == '-':
			sign = c
			signs++
		default:
			return apart, false
		}
	}
	glued = spaces+breaks == 0
	switch {
	case breaks > 1 || sign != 0 && sign != '-' && breaks > 0:
		return apart, false
	case sign == '-':
		return dash, glued
	case sign == 0 && spaces == 1 && breaks == 0:
		return space, false
	case sign == 0:
		return wide, false
	case spaces > 0:
		return apart, false
	case sign == '.' || sign == '/':
		return fullStop, true
	case sign == ',':
		return comma, true
	case strings.ContainsRune("_~:*=|+·•\\", sign):
		return odd, true
	}
	return apart, false
}
