package danish

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A sentence is long from 21 words on, and very long from 29.
const (
	long     = 20
	veryLong = 28
)

// Report is all that the rules say of a text.
type Report struct {
	Personal    []Find
	Hints       []Hint // of Plain, Casework and Rude, in order of place
	Readability Readability
}

// Check does all checks and reads the text once.
func (r *Rules) Check(text string) Report {
	p := r.read(text)
	m := r.matches(p)
	hints := append(r.plain(p, m), listed(p, m, talkCodes)...)
	return Report{r.personal(p, m), inOrder(hints), p.measure()}
}

// Plain finds what makes a text heavy: long sentences, the passive, nouns that
// were verbs, paper words, abbreviations, double negation, "klik her".
func (r *Rules) Plain(text string) []Hint {
	p := r.read(text)
	return inOrder(r.plain(p, r.matches(p)))
}

// Casework finds places that invite somebody to write about a case in public,
// or that confirm that somebody has one.
func (r *Rules) Casework(text string) []Hint {
	p := r.read(text)
	return inOrder(listed(p, r.matches(p), caseCodes))
}

// Rude finds words that may be rude. A list finds about half of what is, and
// half of what it finds is not: show the word, and draw no conclusion.
func (r *Rules) Rude(text string) []Hint {
	p := r.read(text)
	return inOrder(listed(p, r.matches(p), rudeCodes))
}

// coded is what a list's phrases are called as hints, and how much they weigh.
type coded struct {
	code   Code
	weight int
}

var (
	plainCodes = map[List]coded{
		PaperWords:      {PaperWord, 40},
		Abbreviations:   {Abbreviation, 20},
		Passive:         {PassiveVoice, 30},
		Nominalisations: {Nominalisation, 35},
		DoubleNegations: {DoubleNegation, 50},
		ClickHere:       {ClickHereText, 60},
	}
	caseCodes = map[List]coded{Casework: {InvitesCasework, 90}, ConfirmsCase: {ConfirmsACase, 95}}
	rudeCodes = map[List]coded{Rude: {RudeWord, 45}}
	talkCodes = map[List]coded{Casework: caseCodes[Casework], ConfirmsCase: caseCodes[ConfirmsCase], Rude: rudeCodes[Rude]}
)

func (r *Rules) plain(p *page, matches []match) []Hint {
	hints := listed(p, p.plainOnly(matches), plainCodes)
	hints = append(hints, p.becomes(matches)...)
	hints = oneEach(append(hints, r.nouns(p, matches)...))
	return append(hints, p.longSentences()...)
}

// oneEach leaves one hint where several are about the same words: the heaviest.
func oneEach(hints []Hint) []Hint {
	kept := inOrder(hints)[:0]
	for _, h := range hints {
		if n := len(kept); n > 0 && h.From < kept[n-1].To {
			if h.Weight > kept[n-1].Weight {
				kept[n-1] = h
			}
			continue
		}
		kept = append(kept, h)
	}
	return kept
}

// plainOnly leaves out passives that the list of deponents has, and
// abbreviations that need no other words.
func (p *page) plainOnly(matches []match) []match {
	deponent := map[int]bool{}
	for _, m := range matches {
		if m.phrase.list == Deponents {
			for i := m.from; i < m.to; i++ {
				deponent[i] = true
			}
		}
	}
	return slices.DeleteFunc(slices.Clone(matches), func(m match) bool {
		switch m.phrase.list {
		case Passive:
			return deponent[m.from]
		case Abbreviations:
			return m.phrase.with == "" || m.phrase.dotted && p.tokens[m.from].kind != short // "md" is another word than "md."
		}
		return false
	})
}

// listed makes hints of the matches whose lists have a code.
func listed(p *page, matches []match, codes map[List]coded) []Hint {
	var hints []Hint
	for _, m := range matches {
		if c, ok := codes[m.phrase.list]; ok {
			hints = append(hints, p.hint(c, int(p.tokens[m.from].from), int(p.tokens[m.to-1].to), m.phrase.with))
		}
	}
	return hints
}

// hint is one about the runes [from, to) of the view.
func (p *page) hint(c coded, from, to int, mend string) Hint {
	h := Hint{Code: c.code, Words: string(p.runes[from:to]), Weight: c.weight}
	h.From, h.To = p.span(from, to)
	h.Mend = likeFirst(mend, p.runes[from])
	h.Args = map[string]string{"words": h.Words, "mend": h.Mend}
	return h
}

// likeFirst gives text a capital where the word it replaces has one.
func likeFirst(text string, first rune) string {
	r, size := utf8.DecodeRuneInString(text)
	if size == 0 || !unicode.IsUpper(first) {
		return text
	}
	return string(unicode.ToUpper(r)) + text[size:]
}

func (p *page) longSentences() []Hint {
	var hints []Hint
	for _, s := range p.sentences {
		if s.words <= long {
			continue
		}
		c := coded{LongSentence, 25}
		if s.words > veryLong {
			c = coded{VeryLongSentence, 55}
		}
		from, to := int(s.from), int(s.to)
		for to > from+1 && p.tokens[to-1].kind == breaker {
			to--
		}
		h := p.hint(c, int(p.tokens[from].from), int(p.tokens[to-1].to), "")
		h.Args["count"] = strconv.Itoa(int(s.words))
		hints = append(hints, h)
	}
	return hints
}

// auxiliaries make a passive of a participle.
var auxiliaries = setOf("bliver blive blev blevet")

// becomes finds the passive with "blive": bliver behandlet, with up to three
// words between.
func (p *page) becomes(matches []match) []Hint {
	var hints []Hint
	for _, m := range matches {
		if m.phrase.list != Participles {
			continue
		}
		for i := m.from - 1; i >= max(0, m.from-widest-1) && p.tokens[i].kind <= slot; i-- {
			if auxiliaries[p.tokens[i].text] {
				hints = append(hints, p.hint(coded{PassiveVoice, 30}, int(p.tokens[i].from), int(p.tokens[m.to-1].to), ""))
				break
			}
		}
	}
	return hints
}

// nouns finds nouns made of verbs by their endings where one sentence has three
// of them, or "af" follows: "behandlingen af sagen". Those of the list are
// found already.
func (r *Rules) nouns(p *page, matches []match) []Hint {
	done := map[int]bool{}
	for _, m := range matches {
		if m.phrase.list == Nominalisations {
			for i := m.from; i < m.to; i++ {
				done[i] = true
			}
		}
	}
	var hints []Hint
	for _, s := range p.sentences {
		var nouns []int
		for i := int(s.from); i < int(s.to); i++ {
			if p.tokens[i].kind == word && !done[i] && r.isMadeNoun(p.tokens[i].text) {
				nouns = append(nouns, i)
			}
		}
		for _, i := range nouns {
			followed := i+1 < int(s.to) && p.tokens[i+1].text == "af"
			if len(nouns) >= 3 || followed {
				hints = append(hints, p.hint(coded{Nominalisation, 30}, int(p.tokens[i].from), int(p.tokens[i].to), ""))
			}
		}
	}
	return hints
}

// How long a word is that is looked at, in bytes: "ordning" is one, "ring" is
// none, and nobody writes longer ones.
const (
	shortestNoun = 7
	longestNoun  = 60
)

// isMadeNoun tells whether a word has such an ending and neither it nor the last
// part of it is a thing of its own: "kendskabsundersøgelse" is an "undersøgelse".
func (r *Rules) isMadeNoun(text string) bool {
	if len(text) < shortestNoun || len(text) > longestNoun {
		return false
	}
	if !slices.ContainsFunc(r.nounEndings, func(ending string) bool { return strings.HasSuffix(text, ending) }) {
		return false
	}
	for i := 0; i <= len(text)-shortestNoun; i++ {
		if r.nounStops[text[i:]] {
			return false
		}
	}
	return true
}

// inOrder sorts hints by place; of two at one place the heavier comes first.
func inOrder(hints []Hint) []Hint {
	slices.SortStableFunc(hints, func(a, b Hint) int {
		if a.From != b.From {
			return a.From - b.From
		}
		return b.Weight - a.Weight
	})
	return hints
}
