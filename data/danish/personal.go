package danish

import "slices"

// context is where the words stand that make a number mean something, as runes
// of the view, in order.
type context struct {
	cpr  [][2]int // cpr, personnummer
	born [][2]int // født
	last [][2]int // de sidste fire cifre
	call [][2]int // tlf., ring
	nums [][2]int // j.nr., faktura, EAN
}

// contextOf gathers the words of matches that mean something beside a number.
func (p *page) contextOf(matches []match) (c context) {
	for _, m := range matches {
		place := [2]int{int(p.tokens[m.from].from), int(p.tokens[m.to-1].to)}
		switch m.phrase.list {
		case CPRWords:
			c.cpr = append(c.cpr, place)
		case BornWords:
			c.born = append(c.born, place)
		case LastFourWords:
			c.last = append(c.last, place)
		case PhoneWords:
			c.call = append(c.call, place)
		case NumberWords:
			c.nums = append(c.nums, place)
		}
	}
	return c
}

// numbered tells whether a word like "j.nr." stands right before from: then the
// number is one of a thing.
func (c context) numbered(p *page, from int) bool { return p.follows(c.nums, from) }

// PersonalData finds what may be personal data, in order, none within another.
// Whatever a text is made of, nothing in it hides what a reader would see.
func (r *Rules) PersonalData(text string) []Find {
	p := r.read(text)
	return r.personal(p, r.matches(p))
}

func (r *Rules) personal(p *page, matches []match) []Find {
	c := p.contextOf(matches)
	found := p.findCPR(c)
	found = append(found, r.findEmails(p)...)
	found = append(found, r.findPhones(p, c, found)...)
	found = append(found, r.findAddresses(p)...)
	found = append(found, p.findSpecials(matches)...)
	return ordered(found)
}

// ordered sorts finds and drops each that lies over a graver or longer one.
func ordered(found []Find) []Find {
	slices.SortStableFunc(found, func(a, b Find) int {
		if a.From != b.From {
			return a.From - b.From
		}
		return b.To - a.To
	})
	kept := found[:0]
	for _, f := range found {
		if n := len(kept); n > 0 && f.From < kept[n-1].To {
			if f.Level == Red && kept[n-1].Level != Red {
				kept[n-1] = f
			}
			continue
		}
		kept = append(kept, f)
	}
	return kept
}
