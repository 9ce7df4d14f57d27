package danish

import "strings"

// findEmails finds e-mail addresses, also those written so that machines should
// not know them: navn (snabel-a) sted.dk.
func (r *Rules) findEmails(p *page) []Find {
	var found []Find
	add := func(from, to int, rule string) {
		if r.own[contactKey(p.text(from, to))] {
			return
		}
		f := Find{Kind: Email, Level: Yellow, Rule: rule, Match: p.maskedMail(from, to)}
		f.From, f.To = p.span(from, to)
		found = append(found, f)
	}
	for _, s := range p.sites {
		from, to := int(s[0]), int(s[1])
		name := p.text(from, to)
		if at := strings.IndexByte(name, '@'); at > 0 && !strings.ContainsAny(name[:at], "/:") {
			add(from, to, "plain")
		}
	}
	for i := 0; i < len(p.runes); i++ {
		if n := p.disguise(i); n > 0 {
			if from, to := p.mailAround(i, i+n); to > 0 {
				add(from, to, "disguised")
				i = to - 1
			}
		}
	}
	return found
}

// disguises are ways to write "@".
var disguises = []string{"(snabel-a)", "[snabel-a]", "(snabela)", "(snabel a)", "[snabela]", "(at)", "[at]", "{at}", "(a)", "[a]", "(@)", "[@]", "snabel-a", "snabela"}

// dots are ways to write "." in such an address.
var dots = []string{"(punktum)", "[punktum]", "(dot)", "[dot]", "(.)", "[.]", "punktum", "dot", "."}

// disguise is the length of a written "@" at i, 0 when there is none.
func (p *page) disguise(i int) int {
	if c := p.runes[i]; c != '(' && c != '[' && c != '{' && c|0x20 != 's' {
		return 0
	}
	return p.oneOf(disguises, i)
}

func (p *page) oneOf(words []string, i int) int {
	rest := p.text(min(i, len(p.runes)), min(i+12, len(p.runes)))
	for _, word := range words {
		if strings.HasPrefix(rest, word) {
			return len(word) // all are ASCII
		}
	}
	return 0
}

// mailAround is the address around the written "@" at [at, behind).
func (p *page) mailAround(at, behind int) (from, to int) {
	from = at
	if p.at(from-1) == ' ' {
		from--
	}
	end := from
	for from > 0 && end-from < longestLocal && localSign(p.runes[from-1]) {
		from--
	}
	if from == end {
		return 0, 0
	}
	i, parts := behind, 0
	for parts < 6 {
		for n := 0; n < 2 && p.at(i) == ' '; n++ {
			i++
		}
		start := i
		for i-start < longestLocal && (siteStart(p.at(i)) || p.at(i) == '-') {
			i++
		}
		if i == start {
			return 0, 0
		}
		parts++
		next := i
		if p.at(next) == ' ' && p.at(next+1) != '.' {
			next++
		}
		n := p.oneOf(dots, next)
		if n == 0 || p.at(next+n) != ' ' && !siteStart(p.at(next+n)) || p.at(next) == '.' && p.at(next+1) == ' ' {
			break
		}
		i = next + n
	}
	if parts < 2 {
		return 0, 0
	}
	return from, i
}

// maskedMail shows the first letter and what the address ends in.
func (p *page) maskedMail(from, to int) string {
	name := p.text(from, to)
	end := ""
	if stop := strings.LastIndexByte(name, '.'); stop > 0 {
		end = name[stop:]
	}
	return string(p.runes[from]) + "•••@•••" + end
}
