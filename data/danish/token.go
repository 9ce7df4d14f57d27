package danish

import "strings"

// tokenKind is what a piece of text is.
type tokenKind uint8

const (
	word    tokenKind = iota // has a letter: "hjælp", "cpr-nummer", "3a"
	number                   // 5.678, 12,5, 14.05.2014, 10.30
	ordinal                  // a number with a full stop that ends nothing: "3. maj"
	short                    // an abbreviation with its full stops: "f.eks."
	slot                     // a place to fill in: "{kontaktlink}"
	site                     // the address of a web page or an e-mail
	ender                    // . ! ? … where a sentence ends
	breaker                  // a line break that ends a sentence
	mark                     // any other sign
)

// token is a piece of a view; spaces are between tokens.
type token struct {
	kind     tokenKind
	from, to int32  // runes of the view
	text     string // lower case
}

// sentence is the tokens [from, to) of a page.
type sentence struct {
	from, to int32
	words    int32 // words in the sense of LIX
	heading  bool  // a heading, a list item or another line without a full stop
}

// page is a text that has been read: what all rules work on.
type page struct {
	*view
	tokens    []token
	sentences []sentence
	sites     [][2]int32 // web addresses and e-mails, in order, runes of the view
}

// reader cuts a view into tokens.
type reader struct {
	page
	rules *Rules
	pos   int
	site  int // the next of sites
}

// read makes a page of text.
func (r *Rules) read(text string) *page {
	p := &reader{rules: r}
	p.view = viewOf(text)
	p.tokens = make([]token, 0, len(p.runes)/5+8)
	p.sites = findSites(p.view)
	for p.pos < len(p.runes) {
		p.next()
	}
	p.cutSentences()
	return &p.page
}

func (p *reader) add(kind tokenKind, to int) {
	p.tokens = append(p.tokens, token{kind, int32(p.pos), int32(to), p.text(p.pos, to)})
	p.pos = to
}

func (p *reader) next() {
	for p.site < len(p.sites) && int(p.sites[p.site][0]) < p.pos {
		p.site++
	}
	c := p.runes[p.pos]
	switch {
	case c == ' ':
		p.pos++
	case p.site < len(p.sites) && int(p.sites[p.site][0]) == p.pos:
		p.add(site, int(p.sites[p.site][1]))
	case c == '\n':
		p.lineBreak()
	case isLetter(c):
		p.word()
	case isDigit(c):
		p.number()
	case c == '{':
		p.slot()
	case c == '.' || c == '!' || c == '?' || c == '…':
		p.stops()
	default:
		p.add(mark, p.pos+1)
	}
}

// word reads letters, and hyphens and apostrophes between them. With full stops
// inside or behind it may be an abbreviation.
func (p *reader) word() {
	if to := p.abbreviation(); to > 0 {
		p.add(short, to)
		return
	}
	p.add(word, p.wordEnd(p.pos))
}

func (p *reader) wordEnd(i int) int {
	limit := len(p.runes)
	if p.site < len(p.sites) {
		limit = int(p.sites[p.site][0])
	}
	for i < limit {
		c := p.runes[i]
		inner := (c == '-' || c == '\'') && (isLetter(p.at(i+1)) || isDigit(p.at(i+1)))
		if !inner && !isLetter(c) && !isDigit(c) || !isLetter(c) && p.manyDigits(i) {
			break
		}
		i++
	}
	return i
}

// manyDigits tells whether a number too long for a word begins at i, a hyphen
// before it or not: "cpr140585" is a word and a number.
func (p *reader) manyDigits(i int) bool {
	if i > 0 && isDigit(p.at(i-1)) {
		return false
	}
	if p.at(i) == '-' || p.at(i) == '\'' {
		i++
	}
	for n := range 5 {
		if !isDigit(p.at(i + n)) {
			return false
		}
	}
	return true
}

const longestShort = 14 // runes of an abbreviation: "vedr.", "evt.", "cand.jur."

// abbreviation is the end of the abbreviation at pos, 0 when there is none: one
// of the list, or one or two letters with a full stop several times ("a.m.b.a."),
// or the initial of a name.
func (p *reader) abbreviation() int {
	known, single, parts, part := 0, true, 0, 0
	i := p.pos
	for ; i-p.pos < longestShort; i++ {
		c := p.at(i)
		if isLetter(c) || part > 0 && c == '-' && isLetter(p.at(i+1)) {
			part++
			continue
		}
		if c != '.' || part == 0 {
			break
		}
		single = single && part <= 2
		parts, part = parts+1, 0
		if p.rules.short[p.text(p.pos, i+1)] {
			known = i + 1
		}
	}
	if parts > 0 && part > 0 && p.rules.short[p.text(p.pos, i)+"."] && !isDigit(p.at(i)) {
		return i // bl.a without its last full stop
	}
	switch {
	case known > 0 && part == 0, known > 0 && p.at(known) != '.' && !isLetter(p.at(known)):
		return known
	case part == 0 && parts >= 2 && single:
		return i
	case parts == 1 && i == p.pos+2 && isUpper(p.at(p.pos)) && p.at(i) == ' ' && isUpper(p.at(i+1)):
		return i // J. Hansen
	}
	return 0
}

// number reads digits with single signs between them: 5.678, 12,5, 10.30,
// 14/5-85. Letters right behind make a word of it: 3a, 1980'erne.
func (p *reader) number() {
	i := p.pos
	for i < len(p.runes) {
		c := p.runes[i]
		if !isDigit(c) && !(strings.ContainsRune(".,:/-", c) && isDigit(p.at(i+1))) {
			break
		}
		i++
	}
	switch {
	case i-p.pos < 5 && isLetter(p.at(i)) || p.at(i) == '\'' && isLetter(p.at(i+1)):
		p.add(word, p.wordEnd(i))
	case p.at(i) == '.' && p.isOrdinal(i):
		p.add(ordinal, i+1)
	default:
		p.add(number, i)
	}
}

// isOrdinal tells whether the full stop at i belongs to the number before it:
// a list's number at the head of a line, or one that a small letter, a month, a
// number or a bracket follows.
func (p *reader) isOrdinal(i int) bool {
	if i-p.pos > 4 {
		return false
	}
	next := p.at(i + 1)
	if next == ' ' && p.headOfLine() {
		return true
	}
	if next != ' ' {
		return next == ',' || next == ')' || next == '-'
	}
	next = p.at(i + 2)
	return isLetter(next) && (!isUpper(next) || isMonth(p.text(i+2, p.wordEnd(i+2)))) || isDigit(next)
}

func (p *reader) headOfLine() bool {
	for i := p.pos - 1; ; i-- {
		switch p.at(i) {
		case 0, '\n':
			return true
		case ' ', '-', '*', '•', '(', '#', '>':
		default:
			return false
		}
	}
}

const longestSlot = 60 // runes

// slot reads {a place to fill in}.
func (p *reader) slot() {
	for i := p.pos + 1; i-p.pos < longestSlot; i++ {
		switch p.at(i) {
		case '}':
			p.add(slot, i+1)
			return
		case 0, '{', '\n':
			p.add(mark, p.pos+1)
			return
		}
	}
	p.add(mark, p.pos+1)
}

// stops reads "." "!" "?" and any number of them as one. Three full stops and
// "…" end a sentence only where a new one begins.
func (p *reader) stops() {
	i, dots, loud := p.pos, 0, false
	for ; strings.ContainsRune(".!?…", p.at(i)) && p.at(i) != 0; i++ {
		switch p.at(i) {
		case '.':
			dots++
		case '…':
			dots += 3
		default:
			loud = true
		}
	}
	if !loud && dots > 1 && !p.startsAnew(i) {
		p.add(mark, i)
		return
	}
	p.add(ender, i)
}

// startsAnew tells whether a sentence begins behind i.
func (p *reader) startsAnew(i int) bool {
	for strings.ContainsRune(" \"'»«”“)]", p.at(i)) && p.at(i) != 0 {
		i++
	}
	c := p.at(i)
	return c == 0 || c == '\n' || isUpper(c) || isDigit(c)
}
