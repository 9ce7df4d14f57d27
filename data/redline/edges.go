package redline

import (
	"unicode"
	"unicode/utf8"
)

// shortened are words that end in a dot without ending the sentence.
var shortened = map[string]bool{
	"a": true, "art": true, "bl": true, "ca": true, "cirk": true, "dvs": true, "eks": true, "evt": true,
	"f": true, "fx": true, "hhv": true, "hr": true, "fr": true, "dr": true, "inkl": true, "ekskl": true,
	"jf": true, "kap": true, "kl": true, "kr": true, "lbkg": true, "m": true, "max": true, "mia": true,
	"min": true, "mio": true, "nr": true, "pkt": true, "s": true, "st": true, "stk": true, "t": true, "tlf": true,
	"vedr": true,
}

// ender tells whether the token can end a sentence, closer whether it may
// follow the end and still belong to the sentence.
func ender(text string) bool { return text == "." || text == "!" || text == "?" || text == "…" }

func closer(text string) bool { return text == `"` || text == ")" || text == "]" }

// sentenceEdge tells whether a sentence begins at token i (or the text ends
// there).
func (s *strand) sentenceEdge(i int) bool {
	if i == 0 || i == len(s.ids) || s.ids[i] == border || s.ids[i-1] == border {
		return true
	}
	if s.isWord(i-1) || !s.gap(i) {
		return false
	}
	last := i - 1
	for last > 0 && closer(s.text(last)) && !s.gap(last) {
		last--
	}
	if !ender(s.text(last)) {
		return false
	}
	if last > 0 && s.text(last) == "." && s.isWord(last-1) {
		before := s.text(last - 1)
		if shortened[before] || s.side.vocab.words[s.ids[last-1]].sort == number && !upper(s.text(i)) {
			return false
		}
	}
	return opens(s.text(i))
}

// opens tells whether a sentence can begin with the token.
func opens(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return !unicode.IsLower(r) && r != ',' && r != ';' && r != ')'
}

func upper(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(r)
}

// clauseEdge tells whether a part of a sentence begins at token i: after a
// comma, a colon, a dash.
func (s *strand) clauseEdge(i int) bool {
	if i == 0 || i == len(s.ids) {
		return true
	}
	switch s.text(i - 1) {
	case ",", ";", ":", "–", "—", "(":
		return true
	}
	return false
}
