package danish

import "strings"

// What tells a line that goes on below from a heading.
const (
	shortLine   = 30 // runes: a shorter one that stops stands by itself
	wrappedFrom = 60 // runes: lines that were wrapped are this long and more
	wrappedTo   = 120
)

// lineBreak reads line breaks and blank lines as one. It ends a sentence unless
// the line was only wrapped.
func (p *reader) lineBreak() {
	i, breaks := p.pos, 0
	for p.at(i) == '\n' || p.at(i) == ' ' {
		if p.at(i) == '\n' {
			breaks++
		}
		i++
	}
	if breaks == 1 && p.wrapped(i) {
		p.pos = i
		return
	}
	p.add(breaker, i)
}

// wrapped tells whether the line before pos goes on at next: it is not short and
// a small letter follows, or its length is that of a full line of print.
func (p *reader) wrapped(next int) bool {
	length := 0
	for p.pos-length > 0 && p.at(p.pos-length-1) != '\n' && length <= wrappedTo {
		length++
	}
	c := p.at(next)
	if length < shortLine || !isLetter(c) || p.at(p.pos-length) == '#' || p.at(p.pos-1) == ':' {
		return false
	}
	if p.at(next+1) == ')' || p.at(next+1) == '.' { // a) b) c)
		return false
	}
	return !isUpper(c) || length >= wrappedFrom && length < wrappedTo
}

// cutSentences puts the tokens together to sentences.
func (p *reader) cutSentences() {
	s := sentence{}
	end := func(to int, heading bool) {
		s.to, s.heading = int32(to), heading
		if s.to > s.from {
			p.sentences = append(p.sentences, s)
		}
		s = sentence{from: s.to}
	}
	for i, t := range p.tokens {
		switch t.kind {
		case word, slot:
			s.words++
		case ender:
			if !p.closes(i) {
				end(i+1, false)
			}
		case breaker:
			end(i+1, true)
		}
	}
	end(len(p.tokens), true)
	p.joinRests()
}

// closes tells whether a full stop is followed at once by more of the same
// sentence: "(hvad?)," or a quotation that goes on: »Hvad?« spurgte hun.
func (p *reader) closes(i int) bool {
	to := int(p.tokens[i].to)
	j := to
	for strings.ContainsRune("\"'»«”“)]", p.at(j)) && p.at(j) != 0 {
		j++
	}
	if j == to {
		return p.at(j) == ','
	}
	return p.at(j) == ',' || p.at(j) == ' ' && isLetter(p.at(j+1)) && !isUpper(p.at(j+1))
}

// joinRests gives sentences without words, like an emoji or a date alone, to the
// one before.
func (p *reader) joinRests() {
	kept := p.sentences[:0]
	for _, s := range p.sentences {
		if s.words == 0 && len(kept) > 0 {
			kept[len(kept)-1].to = s.to
			continue
		}
		kept = append(kept, s)
	}
	p.sentences = kept
}
